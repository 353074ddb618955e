"""Documents: files, clauses, the frozen texts and their PDF."""
