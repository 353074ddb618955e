"""Every sentence about agreements; their texts are loaded with the structure."""

OBSTACLES: dict[str, str] = {}

VERBS: dict[str, str] = {}
