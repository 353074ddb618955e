"""What an adjuster types in."""

from samverkan.www.meetings.approval import CommentForm


def labels() -> dict[str, str]:
    """Return what the fields are called, for what was typed when the link had ended."""
    return {name: str(field.label) for name, field in CommentForm.base_fields.items()}
