"""The desk: what waits for a person today."""
