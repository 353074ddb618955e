"""Signed-in pages about meetings."""
