"""Decision proposals as Word files: a form with named fields, checked, filled in, read again."""
