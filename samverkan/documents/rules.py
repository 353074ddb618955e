"""Rules for texts, att-clauses with their annexes, and files. Pure: no database, no clock."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from personnummer import personnummer

from samverkan.journal.obstacles import Obstacle

NAME_LIMIT = 150
TITLE_LIMIT = 200
LEAD_LIMIT = 200
CLAUSE_LIMIT = 4000
ANNEX_NAME_LIMIT = 200
FILE_LIMIT = 20_000_000

# --- Personal identity numbers -----------------------------------------------------------------

_DASHES = "-\u2010\u2012\u2013\u2014\u2015\u2212"  # as they are after NFKC
_NUMBER = re.compile(
    rf"""(?<![0-9])(?=(?P<found>
        (?:(?:18|19|20)?[0-9]{{2}}[01][0-9][0-9]{{2}} [ ]{{0,2}}[{_DASHES}+_]?[ ]{{0,2}}
        |  (?:18|19|20)[0-9]{{2}}[{_DASHES}][01][0-9][{_DASHES}][0-9]{{2}}[{_DASHES}+])
        [0-9]{{4}}
    )(?![0-9]|-[0-9][0-9]-))""",
    re.VERBOSE,
)
_SAID_TO_BE_A_PHONE = re.compile(r"(?:tel|tfn|telefon|mobil|mob|ring|fax)\w*[ .:]*$", re.IGNORECASE)
_SAID_TO_BE_A_PERSON = re.compile(
    r"(?:person|samordnings|pers)(?:nummer|nr|\.nr)\w*[ .:]*$|p-?nr[ .:]*$|född[ .:]*$",
    re.IGNORECASE,
)


def identity_numbers_in(text: str) -> list[str]:
    """Return the personal identity numbers and coordination numbers in a text or a file name.

    Data protection regulation, chapter 3 § 10 of the Swedish supplementing act: such a number may
    not be handled here. Ten or twelve digits, a real date (for a coordination number 60 days
    more) and the right check digit; an organisation number has no month there.
    """
    plain = _without_hidden(unicodedata.normalize("NFKC", text))
    return [
        found["found"]
        for found in _NUMBER.finditer(plain)
        if personnummer.valid(re.sub(r"[^0-9]", "", found["found"]))
        and not _is_phone_number(found["found"], plain[: found.start()])
    ]


def _is_phone_number(found: str, before: str) -> bool:
    if not re.fullmatch(r"0[0-9]{9}", found) or _SAID_TO_BE_A_PERSON.search(before[-30:]):
        return False
    # A mobile number in one row, 0701234567, could also be someone born in 2007; nearly always
    # it is the telephone, and a person's number is then written with a dash or a century.
    return found.startswith("070") or bool(_SAID_TO_BE_A_PHONE.search(before[-20:]))


def _without_hidden(text: str) -> str:
    """Zero-width characters and soft hyphens come along when text is pasted from the web."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


# --- Texts -------------------------------------------------------------------------------------

_TURNS_THE_READING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def obstacles_to_text(**texts: str) -> list[Obstacle]:
    """List what stands in the way of keeping some texts, each given under its field's label.

    Besides identity numbers: control characters, which the database or a PDF cannot hold, and
    signs that make a text read in another order than it is stored.
    """
    obstacles = []
    for field, text in texts.items():
        if identity_numbers_in(text):
            obstacles.append(Obstacle("identity_number", {"field": field}))
        if any(map(_cannot_be_kept, text)):
            obstacles.append(Obstacle("control_characters", {"field": field}))
    return obstacles


def _cannot_be_kept(sign: str) -> bool:
    if sign in "\t\n\r":
        return False
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in _TURNS_THE_READING


# --- Att-clauses and the annexes that they name --------------------------------------------------

_QUOTES = "\"'\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u00bb\u00ab"
_LABEL = r"(?:[0-9]{1,3}|[A-Z])\b"
_ANNEX = re.compile(
    rf"""\b[Bb]il(?:aga|agan|agor|agorna|\.)\s*
    (?: (?P<labels>{_LABEL}(?:\s*(?:,|och|samt|[-\u2013])\s*{_LABEL})*)
      | [{_QUOTES}](?P<title>[^\n{_QUOTES}]{{1,200}})[{_QUOTES}]
      | (?<=enligt\sbilaga)(?!\w) | (?<=enligt\sbilagan)(?!\w) )""",
    re.VERBOSE,
)
_ATTACHED_LABEL = re.compile(
    r"(?:bil(?:aga|agan|\.)\s*(?P<after>[0-9]{1,3}|[a-z])\b|(?P<alone>[0-9]{1,3})(?=$|\s*[.:)–-]))"
    r"[\s.:)–-]*"
)


def annexes_named_in(clause: str) -> list[str]:
    """Return the annexes that a clause points to: "bilaga 2", or the title within quotes.

    Steering group, point 80: clauses point to annexes by name ("enligt bilaga …"). An annex that
    is pointed to without number or title is called "bilaga" alone.
    """
    named: list[str] = []
    for found in _ANNEX.finditer(clause):
        if found["title"]:
            named.append(" ".join(found["title"].split()))
        elif found["labels"]:
            named += [f"bilaga {label}" for label in _labels(found["labels"])]
        else:
            named.append("bilaga")
    return list(dict.fromkeys(named))


def _labels(listed: str) -> list[str]:
    """Spell out "1–3" as 1, 2, 3 and "1, 2 och 4" as 1, 2, 4."""
    if span := re.fullmatch(r"([0-9]+)\s*[-\u2013]\s*([0-9]+)", listed):
        first, last = map(int, span.groups())
        return [str(number) for number in range(first, min(last, first + 99) + 1)] or [listed]
    return re.findall(_LABEL, listed)


def is_attached(named: str, attached: Iterable[str]) -> bool:
    """Tell whether an annex named in a clause is among the attached, by its number or its title."""
    label, title = _label_and_title(named)
    for name in attached:
        attached_label, attached_title = _label_and_title(name)
        if not label and not title:
            return True
        if label and not title and label == attached_label:
            return True
        if title and title == attached_title:
            return True
    return False


def _label_and_title(name: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKC", name).casefold()
    plain = re.sub(rf"[{_DASHES}]", "-", re.sub(rf"[{_QUOTES}]", "", plain))
    plain = " ".join(plain.split()).rstrip(".")
    if found := _ATTACHED_LABEL.match(plain):
        return found["after"] or found["alone"], plain[found.end() :].strip()
    return "", re.sub(r"^bil(?:aga|agan)\b[\s:-]*", "", plain)


def obstacles_to_clauses(
    *,
    lead: str,
    clauses: Sequence[str],
    attached: Collection[str],
    annexes_named: Collection[str] | None = None,
) -> list[Obstacle]:
    """List what stands in the way of a proposal or a point's outcome in att-clauses.

    R297, R298: who agrees or decides, then clauses that each begin with "att". R299, R313: every
    annex named in a clause is attached. `annexes_named` is what the clauses name, unless given.
    """
    obstacles = []
    if not lead.strip():
        obstacles.append(Obstacle("no_lead"))
    if len(lead) > LEAD_LIMIT:
        obstacles.append(Obstacle("lead_too_long", {"limit": LEAD_LIMIT}))
    if not clauses:
        obstacles.append(Obstacle("no_clauses"))
    for number, clause in enumerate(clauses, start=1):
        if not re.match(r"att \S", clause):
            obstacles.append(Obstacle("clause_without_att", {"number": number}))
        if len(clause) > CLAUSE_LIMIT:
            obstacles.append(Obstacle("clause_too_long", {"number": number, "limit": CLAUSE_LIMIT}))
    if annexes_named is None:
        annexes_named = [name for clause in clauses for name in annexes_named_in(clause)]
    missing = [name for name in dict.fromkeys(annexes_named) if not is_attached(name, attached)]
    return obstacles + [Obstacle("annex_not_attached", {"annex": name}) for name in missing]


def obstacles_to_annexes(names: Sequence[str]) -> list[Obstacle]:
    """List what stands in the way of attaching annexes under these names."""
    obstacles = []
    if not all(names):
        obstacles.append(Obstacle("annex_without_name"))
    if any(len(name) > ANNEX_NAME_LIMIT for name in names):
        obstacles.append(Obstacle("annex_name_too_long", {"limit": ANNEX_NAME_LIMIT}))
    twice = sorted({name for name in names if name and names.count(name) > 1})
    return obstacles + [Obstacle("annex_named_twice", {"annex": name}) for name in twice]


def joined(clauses: Sequence[str]) -> list[str]:
    """Return clauses as they are printed: "samt" after the last but one (R297)."""
    if len(clauses) < 2 or re.search(r"\b(?:samt|och)$", clauses[-2].rstrip(" ,;:")):
        return list(clauses)
    return [*clauses[:-2], f"{clauses[-2].rstrip(' .,;')}, samt", clauses[-1]]


# --- Files ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    """A type of file that is let in: what people call it, and how such names end."""

    label: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
ALLOWED = {
    "application/pdf": Kind("en PDF", ("pdf",)),
    f"{_OFFICE}.wordprocessingml.document": Kind("ett Word-dokument", ("docx",)),
    f"{_OFFICE}.spreadsheetml.sheet": Kind("ett Excel-ark", ("xlsx",)),
    f"{_OPEN}.text": Kind("ett ODF-dokument", ("odt",)),
    f"{_OPEN}.spreadsheet": Kind("ett ODF-kalkylark", ("ods",)),
    "text/plain": Kind("ren text", ("txt",)),
    "image/png": Kind("en PNG-bild", ("png",)),
    "image/jpeg": Kind("en JPEG-bild", ("jpg", "jpeg")),
}


def obstacles_to_file(
    *, name: str, size: int, detected: str | None, limit: int, flaws: Collection[str] = ()
) -> list[Obstacle]:
    """List what stands in the way of taking a file in; its type is what its content shows.

    `flaws` are the codes that the look inside the file found (samverkan.documents.detection).
    """
    facts = {"name": name}
    if size == 0:
        return [Obstacle("file_is_empty", facts)]
    if size > limit:
        sizes = {"size": megabytes(size), "limit": megabytes(limit)}
        return [Obstacle("file_too_large", facts | sizes)]
    obstacles = _obstacles_to_name(name) + [Obstacle(flaw, facts) for flaw in flaws]
    if flaws:
        return obstacles
    kind = ALLOWED.get(detected or "")
    if kind is None:
        return [*obstacles, Obstacle("file_type_not_allowed", facts)]
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending not in kind.endings:
        told = {"kind": kind.label, "ending": kind.endings[0]}
        obstacles.append(Obstacle("file_is_something_else", facts | told))
    return obstacles


def _obstacles_to_name(name: str) -> list[Obstacle]:
    obstacles = []
    if len(name) > NAME_LIMIT:
        facts = {"name": f"{name[:40]}…", "limit": NAME_LIMIT}
        obstacles.append(Obstacle("file_name_too_long", facts))
    if name != safe_name(name):
        obstacles.append(Obstacle("file_name_unsafe", {"name": safe_name(name)}))
    if identity_numbers_in(name):
        obstacles.append(Obstacle("identity_number_in_file_name"))
    return obstacles


def obstacles_to_title(title: str) -> list[Obstacle]:
    """List what stands in the way of calling a document so."""
    if not title:
        return [Obstacle("no_document_title")]
    if len(title) > TITLE_LIMIT:
        return [Obstacle("document_title_too_long", {"limit": TITLE_LIMIT})]
    return []


def safe_name(name: str) -> str:
    """Return a file's name without path, hidden signs or signs that file systems refuse."""
    plain = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    plain = " ".join(re.sub(r'[<>:"|?*]', "_", plain).split())
    return plain.lstrip(". ").rstrip(". ") or "namnlös"


def megabytes(size: int) -> str:
    """Return a size as people say it: "24 MB", "0,4 MB"."""
    return f"{size / 1e6:.1f} MB".replace(".0 ", " ").replace(".", ",")
