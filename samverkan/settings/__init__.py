"""Settings: base, development (make run), test, production."""
