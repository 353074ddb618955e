"""The signed-in pages of the year: what is due, planning a year, meetings outside, one's own."""
