"""Signed-in pages about the routine that cases follow."""
