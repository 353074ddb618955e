"""Rosters (förteckningar): lists of who sits where, read in as registrars send them, and written.

reading → columns, days → checks against a world → what the action does. Only `queries` and the
action know the database.
"""
