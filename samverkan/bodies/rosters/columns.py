"""The columns of a roster, and how their headings are spelled. Pure."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import StrEnum


class Column(StrEnum):
    """What a column holds; the order is that of our own sheets."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    BODY = "body"
    HOLDER = "holder"
    KIND = "kind"
    FIRST = "first"
    LAST = "last"
    TITLE = "title"
    PARTY = "party"
    EMAIL = "email"
    LINE = "line"
    APPOINTED_BY = "appointed_by"
    APPOINTED_ON = "appointed_on"
    PARAGRAPH = "paragraph"
    MAIN = "main"


HEADINGS: Mapping[Column, str] = {
    Column.NAME: "Namn",
    Column.FIRST_NAME: "Förnamn",
    Column.LAST_NAME: "Efternamn",
    Column.BODY: "Organ",
    Column.HOLDER: "Huvudman",
    Column.KIND: "Uppdrag",
    Column.FIRST: "Från",
    Column.LAST: "Till",
    Column.TITLE: "Titel",
    Column.PARTY: "Parti",
    Column.EMAIL: "E-post",
    Column.LINE: "Nämnd eller verksamhet",
    Column.APPOINTED_BY: "Utsedd av",
    Column.APPOINTED_ON: "Utsedd den",
    Column.PARAGRAPH: "Paragraf",
    Column.MAIN: "Huvudsaklig",
}
WRITTEN = [one for one in HEADINGS if one not in (Column.FIRST_NAME, Column.LAST_NAME)]
NEEDED = (Column.BODY, Column.HOLDER, Column.KIND, Column.FIRST)

# As the heading reads without spaces, dots, strokes and what stands in brackets.
_SPELLINGS: Mapping[Column, str] = {
    Column.NAME: "namn person personnamn ledamot representant förochefternamn fullständigtnamn "
    "namnpåledamot företrädare",
    Column.FIRST_NAME: "förnamn tilltalsnamn",
    Column.LAST_NAME: "efternamn",
    Column.BODY: "organ samverkansorgan grupp gruppering arena forum organnamn",
    Column.HOLDER: "huvudman huvudmän kommun kommunregion kommunellerregion kommunregionen "
    "region organisation part parter nominerande huvudmannominerande",
    Column.KIND: "uppdrag roll slag uppdragstyp ordinarieersättare ordinarieellerersättare "
    "ordinariesuppleant ordersättare uppdragroll rolluppdrag",
    Column.FIRST: "från fråndatum frånochmed frånochmeddatum from fromdatum start startdatum "
    "startar börjar tillträder tillträde giltigfrån gällerfrån datumfrån",
    Column.LAST: "till tilldatum tillochmed tillochmeddatum tom tomdatum slut slutdatum slutar "
    "upphör avgår giltigtill gällertill datumtill sistadag",
    Column.TITLE: "titel befattning yrkestitel",
    Column.PARTY: "parti partibeteckning partitillhörighet",
    Column.EMAIL: "epost epostadress email mejl mejladress mail mailadress",
    Column.LINE: "nämnd verksamhet funktion nämndverksamhet nämndellerverksamhet "
    "nämndverksamhetfunktion nämndellerverksamhetbakom nämndfunktion verksamhetfunktion "
    "förvaltning",
    Column.APPOINTED_BY: "utseddav valdav beslutatav beslutadav utsesav utseddavorgan",
    Column.APPOINTED_ON: "utseddden utsedd utsedddatum beslutsdatum beslutsdag beslutden "
    "beslutadden beslutatden valdden datumförbeslut",
    Column.PARAGRAPH: "paragraf § paragrafnr paragrafnummer beslutsparagraf paragraf§",
    Column.MAIN: "huvudsaklig huvudsakligrepresentant huvudrepresentant",
}
_KNOWN = {
    spelling: column for column, spellings in _SPELLINGS.items() for spelling in spellings.split()
}


def column_of(heading: str) -> Column | None:
    """Return what a heading stands for, however it is spelled; None when it is not known."""
    plain = unicodedata.normalize("NFKC", heading).casefold()
    plain = re.sub(r"\([^)]*\)", "", plain)
    return _KNOWN.get("".join(sign for sign in plain if sign.isalpha() or sign == "§"))


def columns_of(row: Sequence[str]) -> dict[int, Column]:
    """Return what the places of a row of headings stand for."""
    found = ((place, column_of(cell)) for place, cell in enumerate(row))
    return {place: column for place, column in found if column is not None}


def are_headings(row: Sequence[str]) -> bool:
    """Return whether a row looks like the headings: a name and two more, or any four."""
    columns = set(columns_of(row).values())
    named = columns & {Column.NAME, Column.FIRST_NAME, Column.LAST_NAME}
    return len(columns) >= 4 or (len(columns) >= 3 and bool(named))


def missing_in(columns: set[Column]) -> list[str]:
    """Return the headings that a roster cannot do without, and lacks."""
    named = Column.NAME in columns or {Column.FIRST_NAME, Column.LAST_NAME} <= columns
    lacking = [] if named else [HEADINGS[Column.NAME]]
    return lacking + [HEADINGS[one] for one in NEEDED if one not in columns]


def letters(place: int) -> str:
    """Return a column's letters as sheets show them: 0 is A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
