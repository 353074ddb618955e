"""Everything that the rules find on a day, with why, and the act that mends it."""
