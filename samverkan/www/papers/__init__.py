"""Signed-in pages about the principals' own forms and letterheads."""
