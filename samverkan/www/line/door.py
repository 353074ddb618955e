"""The line's door: one principal's answer to a lift, no account."""

from samverkan.cases.actions import line_link_of
from samverkan.cases.models import LineLink
from samverkan.www import door
from samverkan.www.cases.climbing_forms import SaidForm
from samverkan.www.door import Door

Visit = door.Visit[LineLink]


def labels() -> dict[str, str]:
    """Return what the fields of the form are called."""
    return {name: str(field.label) for name, field in SaidForm.base_fields.items()}


lines = Door(line_link_of, "line", labels)
