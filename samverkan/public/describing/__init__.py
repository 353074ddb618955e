"""The structure of a day as one document: what is told, in which order, in which words."""
