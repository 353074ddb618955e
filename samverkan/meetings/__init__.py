"""Meetings (möten): agendas, attendance, points, recommendations agreed, minutes."""
