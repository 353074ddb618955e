"""Samverkan: one recommendation, sixteen sovereign decisions, one true picture."""
