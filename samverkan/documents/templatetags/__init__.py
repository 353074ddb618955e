"""What templates that show frozen texts need."""
