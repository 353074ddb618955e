"""Rosters: lists of who sits where, read in and written out."""
