"""A subscription behind a personal link: confirmed, changed and ended without an account."""
