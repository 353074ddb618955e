"""What concerns a principal, for those who sit for it or have a role there."""
