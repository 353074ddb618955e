"""The signed-in pages and the registrar's personal link; owns no tables and no rules."""
