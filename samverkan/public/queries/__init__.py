"""What the public pages ask: reads in a number of SQL statements that does not grow."""
