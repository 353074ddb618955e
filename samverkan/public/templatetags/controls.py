"""What components/field.html needs to know about a form field: its kind, and its control."""

from copy import copy

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()

KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Textarea, "textarea"),
    (forms.Select, "select"),
    (forms.FileInput, "file"),
)
CLASSES = {
    "textarea": "govuk-textarea",
    "select": "govuk-select",
    "file": "govuk-input",
    "input": "govuk-input",
}


@register.filter
def kind(field: BoundField) -> str:
    """Return radios, checkboxes, checkbox, textarea, select, file or input."""
    widget = field.field.widget
    return next((name for type_, name in KINDS if isinstance(widget, type_)), "input")


@register.filter
def anchor(field: BoundField) -> str:
    """Return the id of the control that an error in the summary leads to."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """Return the input, textarea or select in the look of the service.

    A placeholder vanishes when it is needed, so there is none; the label and the hint stay.
    """
    widget = copy(field.field.widget)
    widget.attrs = {name: value for name, value in widget.attrs.items() if name != "placeholder"}
    if isinstance(widget, forms.DateInput):
        widget.input_type = "date"
    elif isinstance(widget, forms.TimeInput):
        widget.input_type = "time"
    look = CLASSES[kind(field)]
    classes = [look, widget.attrs.get("class", "")]
    if field.errors:
        classes.append(f"{look}--error")
    return field.as_widget(widget=widget, attrs={"class": " ".join(filter(None, classes))})
