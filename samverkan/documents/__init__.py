"""Documents: files, att-clauses, annexes, rendering to HTML and tagged PDF."""
