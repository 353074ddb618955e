"""Structures: a county's structure as data: check, load, dump."""
