"""Where in a principal's own line something is decided."""

from collections.abc import Iterable, Mapping

from samverkan.principals.choices import LineBodyKind

ELECTED = (LineBodyKind.COUNCIL, LineBodyKind.BOARD, LineBodyKind.COMMITTEE)
# In this order: "nämndens ordförande på delegation" is a person, not the committee.
_SAID = (
    (LineBodyKind.OFFICER, ("delegation", "ordförande", "chef", "direktör", "sekreterare")),
    (LineBodyKind.COUNCIL, ("fullmäktige",)),
    (LineBodyKind.COMMITTEE, ("nämnd", "utskott", "beredning")),
    (LineBodyKind.BOARD, ("styrelse",)),
)


def kind_of_body(name: str, known: Mapping[str, str]) -> LineBodyKind | None:
    """Return what kind of deciding body a principal means by a name; None when it is not clear.

    Main points (R007): the decision is taken by one who is competent. What is entered of the
    principal's own bodies, kinds by name in `known`, goes before what the name says.
    """
    plain = name.casefold()
    for body, kind in known.items():
        if body.casefold() == plain:
            return LineBodyKind(kind)
    return next((kind for kind, words in _SAID if any(word in plain for word in words)), None)


def full_name(name: str, known: Iterable[str]) -> str:
    """Return the one of a principal's bodies that is meant by a short name: "nämnden"."""
    meant = [body for body in known if body.casefold().endswith(name.casefold())]
    return meant[0] if len(meant) == 1 else name


def same_body(one: str, other: str) -> bool:
    """Return whether two names may be of one body: "Fullmäktige" and "Kommunfullmäktige"."""
    first, second = one.casefold(), other.casefold()
    return bool(first and second) and (first.endswith(second) or second.endswith(first))
