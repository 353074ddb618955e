"""Rules for bodies. Pure: no database, no clock. One file for each thing they are about."""
