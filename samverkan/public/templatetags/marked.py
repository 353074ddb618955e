"""Text with simple marks (Markdown) in templates."""

from django import template
from django.utils.safestring import SafeString

from samverkan.public.markdown import html_of

register = template.Library()


@register.filter
def marked(value: str) -> SafeString:
    """Return paragraphs, lists and emphasis as HTML that is safe to show."""
    return html_of(value)
