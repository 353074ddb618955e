"""The page behind the link in a summons: what the meeting is about, and the answer to it."""
