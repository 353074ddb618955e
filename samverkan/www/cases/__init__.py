"""Signed-in pages about cases."""
