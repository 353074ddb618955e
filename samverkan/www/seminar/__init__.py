"""The signed-in pages about the leadership seminar."""
