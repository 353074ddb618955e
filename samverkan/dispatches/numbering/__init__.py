"""Reference numbers that principals give afterwards: one by one, several, or from a file."""
