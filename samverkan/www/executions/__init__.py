"""Signed-in pages about carrying out what principals have approved."""
