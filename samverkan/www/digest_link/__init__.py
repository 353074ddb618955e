"""A digest behind a personal link: read, copied and carried on without an account."""
