"""Signed-in pages about contacts between one municipality and the region."""
