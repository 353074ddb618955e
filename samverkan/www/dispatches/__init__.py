"""Signed-in pages about recommendations and their way to the principals."""
