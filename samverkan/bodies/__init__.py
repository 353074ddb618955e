"""Bodies (organ): quotas, missions, chair terms, derived seats, functions."""
