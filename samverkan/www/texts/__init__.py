"""Signed-in pages about governing documents."""
