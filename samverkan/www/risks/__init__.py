"""Signed-in pages about the register of risks."""
