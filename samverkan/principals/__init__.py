"""Principals (huvudmän): the two sides, groupings, line bodies, registrars."""
