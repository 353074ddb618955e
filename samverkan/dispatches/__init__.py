"""Dispatches (expedieringar): recommendations out, the principals' decisions back."""
