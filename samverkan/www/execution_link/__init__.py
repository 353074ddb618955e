"""Pages behind the link of one who carries out: report without an account."""
