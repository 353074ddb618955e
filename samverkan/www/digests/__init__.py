"""The digests that a signed-in person has got after meetings."""
