"""Coordinators functions, their cost, and the actors outside."""
