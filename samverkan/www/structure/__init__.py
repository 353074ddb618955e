"""The structure kept in the pages: bodies, seats, chairs, changeover."""
