"""Agreements (överenskommelser) as numbered sections."""
