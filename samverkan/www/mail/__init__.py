"""E-mail that has not gone out."""
