"""The pictures of a day as the text that is printed: the drawing, and the same as a list."""

from collections.abc import Iterable
from datetime import date

from django.utils.timezone import localtime

from samverkan.documents.texts import DrawnText, ListedText, PictureText
from samverkan.journal.models import Collaboration
from samverkan.public.pictures.shapes import Shape
from samverkan.public.pictures.shown import Shown


def picture_text(collaboration: Collaboration, on: date, pictures: Iterable[Shown]) -> PictureText:
    """Return both pictures of a day as text to print."""
    changed = collaboration.head_at
    return {
        "collaboration": collaboration.name,
        "on": on.isoformat(),
        "journal": collaboration.head_sequence,
        "changed": localtime(changed).date().isoformat() if changed else "",
        "pictures": [_drawn(one) for one in pictures],
    }


def _drawn(one: Shown) -> DrawnText:
    return {
        "heading": one.picture.heading,
        "svg": one.svg,
        "width": one.size[0],
        "height": one.size[1],
        "alternative": f"{one.title}. {one.description}",
        "standing": [_listed(shape) for shape in one.picture.standing],
        "apart": [_listed(shape) for shape in one.picture.apart],
        "working_groups": [_listed(shape) for shape in one.picture.working_groups],
    }


def _listed(shape: Shape) -> ListedText:
    return {"depth": shape.depth, "name": shape.organ.name, "said": shape.said}
