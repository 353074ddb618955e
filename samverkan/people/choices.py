"""Kinds of roles."""

from django.db.models import TextChoices


class RoleKind(TextChoices):
    """What a person is trusted with in a collaboration, beside the missions in its bodies."""

    COORDINATOR = "coordinator", "regional koordinator"
    REGISTRAR = "registrar", "registrator"
    LINE_MANAGER = "line_manager", "linjechef"
    ADMINISTRATOR = "administrator", "administratör"
    READER = "reader", "läsare"
