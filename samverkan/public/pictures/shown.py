"""A picture made ready to show: the SVG, its size, and the nested list beside it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from samverkan.public.pictures import words
from samverkan.public.pictures.picture import Picture, pictures_of
from samverkan.public.pictures.register import register_on
from samverkan.public.pictures.shapes import Shape
from samverkan.public.pictures.svg import Labels, svg_of

# Beyond this a page shows the list alone; the file with the picture can still be fetched.
MOST_IN_A_PAGE = 200
WIDE = 1000.0


@dataclass(frozen=True)
class Listed:
    """A body as one row of a nested list, with the marks before it and after it."""

    shape: Shape
    url: str
    before: SafeString
    after: SafeString


@dataclass(frozen=True)
class Places:
    """Where the parts of a picture lead."""

    body_url: Callable[[str], str] | None = None
    principals_url: str = ""


@dataclass(frozen=True)
class Shown:
    """A picture with all that its page needs; `svg` is empty when there is too much to draw."""

    picture: Picture
    on: date
    places: Places
    title: str
    description: str
    svg: str
    size: tuple[float, float] = (0.0, 0.0)

    @property
    def is_wide(self) -> bool:
        """Return whether the picture may shrink a little to fit in the page."""
        return self.size[0] > WIDE

    @property
    def file(self) -> str:
        """Return what the picture is called in addresses."""
        return words.FILES[self.picture.sphere]

    @property
    def key(self) -> str:
        """Return what makes its ids its own, also beside the same picture of another day."""
        return f"{self.file}-{self.on}"

    def standing(self) -> Iterator[Listed]:
        """Yield the fixed structure as flat rows of a nested list."""
        return self._listed(self.picture.standing)

    def apart(self) -> Iterator[Listed]:
        """Yield what is outside the fixed structure as rows."""
        return self._listed(self.picture.apart)

    def working_groups(self) -> Iterator[Listed]:
        """Yield the working groups as rows."""
        return self._listed(self.picture.working_groups)

    def _listed(self, shapes: Sequence[Shape]) -> Iterator[Listed]:
        for at, shape in enumerate(shapes, start=1):
            deeper = (shapes[at].depth if at < len(shapes) else 0) - shape.depth
            closing = "<ul>" if deeper > 0 else "</li>" + "</ul></li>" * -deeper
            url = self.places.body_url(shape.organ.slug) if self.places.body_url else ""
            yield Listed(shape, url, mark_safe("<li>"), mark_safe(closing))  # noqa: S308  (ours)


def shown_on(collaboration_id: int, on: date, places: Places) -> list[Shown]:
    """Return both pictures of a day, ready to show."""
    pictures = pictures_of(register_on(collaboration_id, on))
    return [shown(picture, on, places) for picture in pictures]


def shown(
    picture: Picture,
    on: date,
    places: Places,
    *,
    headed: bool = False,
    most: int | None = None,
) -> Shown:
    """Return a picture ready to show; not drawn when it has too many bodies."""
    title = words.title(picture.heading, on)
    text = words.described(len(picture.shapes), len(picture.apart))
    key = f"{words.FILES[picture.sphere]}-{on}"
    labels = Labels(title, text, key, places.body_url, places.principals_url, headed)
    if len(picture.shapes) > (most or MOST_IN_A_PAGE):
        return Shown(picture, on, places, title, text, "")
    drawn, size = svg_of(picture, labels)
    return Shown(picture, on, places, title, text, drawn, size)
