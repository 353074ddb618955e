"""What a person keeps of the board: saved views, and how far it is seen."""
