"""A meeting's papers behind the personal link of one who is called."""
