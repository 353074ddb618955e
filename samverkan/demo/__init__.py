"""The demonstration: history from the sources and one invented year, told through the actions."""
