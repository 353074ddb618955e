"""Cases (ärenden): from a raised question to a prepared matter."""
