"""Signed-in pages about the principals' registrars and deciding bodies."""
