"""Paragraphs of a Word file, and the text in them that may be split over any number of runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from samverkan.documents.word.package import W

P, R, T = f"{{{W}}}p", f"{{{W}}}r", f"{{{W}}}t"
_SIGNS = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n"}
_SIGNS[f"{{{W}}}noBreakHyphen"] = "-"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HELD = (f"{{{W}}}drawing", f"{{{W}}}pict", f"{{{W}}}object", f"{{{W}}}instrText")


@dataclass
class Piece:
    """A piece of a paragraph's text: where it begins there, and the element that holds it."""

    start: int
    text: str
    element: Any

    @property
    def end(self) -> int:
        """Return where the next piece begins."""
        return self.start + len(self.text)


def paragraphs_of(root: Any) -> Iterator[Any]:
    """Return every paragraph of a part, those in tables and text boxes too."""
    yield from root.iter(P)


def pieces_of(paragraph: Any) -> list[Piece]:
    """Return a paragraph's own text in pieces; what is in a text box of it is its own matter."""
    pieces: list[Piece] = []
    at = 0
    for element in paragraph.iter(T, *_SIGNS):
        if next(element.iterancestors(P)) is not paragraph or element.getparent().tag != R:
            continue
        text = (element.text or "") if element.tag == T else _SIGNS[element.tag]
        pieces.append(Piece(at, text, element))
        at += len(text)
    return pieces


def text_of(paragraph: Any) -> str:
    """Return a paragraph's own text."""
    return "".join(piece.text for piece in pieces_of(paragraph))


def holds_more_than_text(paragraph: Any) -> bool:
    """Return whether there is a picture, a box or a field of Word's own in a paragraph."""
    return next(paragraph.iter(*_HELD), None) is not None


def set_text(element: Any, text: str) -> None:
    """Set the text of a piece as it is, with its spaces."""
    element.text = text
    element.set(_SPACE, "preserve")
