"""People: persons, accounts, dated roles, and who may do what."""
