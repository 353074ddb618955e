"""The schematic pictures of the structure: what is drawn, where, and as what."""
