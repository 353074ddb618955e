"""A form with its fields filled in; whatever is no field stays where it was."""

import unicodedata
from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from re import Match
from typing import Any

from samverkan.documents.word.fields import BY_NAME, FIELD, Field, plain
from samverkan.documents.word.package import (
    W,
    flowing,
    packed,
    parsed,
    parts_of,
    stamped,
    written,
)
from samverkan.documents.word.paragraphs import (
    P,
    T,
    holds_more_than_text,
    paragraphs_of,
    pieces_of,
    set_text,
)

Values = Mapping[str, Sequence[str]]
_PROPERTIES, _SECTION = f"{{{W}}}pPr", f"{{{W}}}sectPr"
_ONLY_ONCE = [
    f"{{{W}}}{name}"
    for name in (
        "bookmarkStart",
        "bookmarkEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "pageBreakBefore",
        "lastRenderedPageBreak",
    )
]


def filled(form: bytes, values: Values, *, creator: str = "", at: datetime | None = None) -> bytes:
    """Return a form with its fields filled in, as a Word file; the same again is the same bytes.

    Raises Unreadable for what is no form.
    """
    parts = parts_of(form)
    for name in flowing(parts):
        root = parsed(parts[name])
        if _fill(root, values):
            parts[name] = written(root)
    _let_go_of_its_origin(parts)
    title = _writable(" ".join(values.get("rubrik", ())))
    stamped(parts, title=title, creator=_writable(creator), at=at)
    return packed(parts)


def _fill(root: Any, values: Values) -> bool:
    done = False
    for paragraph in list(paragraphs_of(root)):
        text = "".join(piece.text for piece in pieces_of(paragraph))
        found = [match for match in FIELD.finditer(text) if plain(match[1]) in BY_NAME]
        if not found:
            continue
        done = True
        _unbind(paragraph)
        alone = len(found) == 1 and text.strip() == found[0].group()
        if alone and not holds_more_than_text(paragraph):
            _fill_alone(paragraph, found[0], values)
        else:
            for match in reversed(found):
                field = BY_NAME[plain(match[1])]
                _replace(paragraph, match, "\n".join(_given(field, values)) or field.instead)
    return done


def _fill_alone(paragraph: Any, match: Match[str], values: Values) -> None:
    field = BY_NAME[plain(match[1])]
    given = _given(field, values)
    if not given and field.goes and _may_go(paragraph):
        paragraph.getparent().remove(paragraph)
        return
    texts = given or [field.instead if not field.goes else ""]
    copies = [deepcopy(paragraph) for _ in texts[1:]]
    for copy in copies:
        _is_no_second(copy)
    if copies:
        _hand_over_section(paragraph, copies[-1])
    for one, text in zip([paragraph, *copies], texts, strict=True):
        _replace(one, match, text)
    for copy in reversed(copies):
        paragraph.addnext(copy)


def _given(field: Field, values: Values) -> list[str]:
    return [text for one in values.get(field.name, ()) if (text := _writable(one)).strip()]


def _replace(paragraph: Any, match: Match[str], text: str) -> None:
    """Put a text where a field was: in the run where it began, in that run's look."""
    touched = [
        piece
        for piece in pieces_of(paragraph)
        if piece.end > match.start() and piece.start < match.end()
    ]
    for piece in touched[1:]:
        if piece.element.tag == T:
            set_text(piece.element, piece.text[match.end() - piece.start :])
        else:
            piece.element.getparent().remove(piece.element)
    first = touched[0]
    before = first.text[: match.start() - first.start]
    after = first.text[match.end() - first.start :]
    lines = text.split("\n")
    set_text(first.element, before + lines[0] + ("" if lines[1:] else after))
    here = first.element
    for line in lines[1:]:
        turn, rest = (here.makeelement(f"{{{W}}}{name}") for name in ("br", "t"))
        here.addnext(turn)
        turn.addnext(rest)
        set_text(rest, line)
        here = rest
    if lines[1:]:
        set_text(here, lines[-1] + after)


def _unbind(paragraph: Any) -> None:
    """A content control may be bound to what the form's maker wrote; its content takes its place.

    Else Word would show the bound text again, and a plain one holds no second paragraph.
    """
    controls = [*paragraph.iterancestors(f"{{{W}}}sdt"), *paragraph.iter(f"{{{W}}}sdt")]
    for control in controls:
        content = control.find(f"{{{W}}}sdtContent")
        if content is None or control.getparent() is None:
            continue
        for child in list(content):
            control.addprevious(child)
        control.getparent().remove(control)


def _may_go(paragraph: Any) -> bool:
    """A cell, a header and a text box end with a paragraph, and a section's end stays."""
    properties = paragraph.find(_PROPERTIES)
    if properties is not None and properties.find(_SECTION) is not None:
        return False
    before, after = paragraph.getprevious(), paragraph.getnext()
    ends = after is None or after.tag == _SECTION
    return not ends or (before is not None and before.tag == P)


def _hand_over_section(paragraph: Any, last: Any) -> None:
    properties = paragraph.find(_PROPERTIES)
    section = None if properties is None else properties.find(_SECTION)
    for_last = None if section is None else deepcopy(section)
    if section is not None and for_last is not None:
        properties.remove(section)
        last.find(_PROPERTIES).append(for_last)


def _is_no_second(copy: Any) -> None:
    """What may stand only once in a file is left out of a paragraph's copies."""
    for element in list(copy.iter(*_ONLY_ONCE)):
        element.getparent().remove(element)
    for element in list(copy.iter(_SECTION)):
        element.getparent().remove(element)
    for name in [name for name in copy.attrib if name.endswith(("}paraId", "}textId"))]:
        del copy.attrib[name]


def _let_go_of_its_origin(parts: dict[str, bytes]) -> None:
    """A file made from a template on somebody's disk must not go there when it is opened."""
    settings, relations = "word/settings.xml", "word/_rels/settings.xml.rels"
    if settings not in parts or relations not in parts:
        return
    root, links = parsed(parts[settings]), parsed(parts[relations])
    for one in root.findall(f"{{{W}}}attachedTemplate"):
        root.remove(one)
    for one in links.findall("{*}Relationship"):
        if one.get("Type", "").endswith("/attachedTemplate"):
            links.remove(one)
    parts[settings], parts[relations] = written(root), written(links)


def _writable(text: str) -> str:
    """XML has no place for control characters, nor for two that are no characters."""
    kept = text.replace("\r\n", "\n").replace("\t", " ")
    return "".join(sign for sign in kept if sign == "\n" or _is_a_sign(sign))


def _is_a_sign(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and sign not in "\ufffe\uffff"
