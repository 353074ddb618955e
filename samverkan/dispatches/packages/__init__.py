"""What one principal gets to register, as files: the letter, the proposal, annexes, metadata."""
