"""What makes the system run: embedded database, server, front cache, worker."""
