"""The common site; owns no tables and no rules."""
