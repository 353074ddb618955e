"""What the text of a minutes extract seems to say. A person confirms it; nothing is concluded."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from samverkan.dispatches.choices import AnswerKind
from samverkan.journal.obstacles import Remark

QUOTE_LIMIT = 160
HEAD = 900  # where a letterhead and the facts of the meeting stand
TITLE_SHARE = 0.6
LONGEST_DECISION = 2500
_MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True)
class Expected:
    """What is known of the dispatch that the extract is to answer."""

    number: str
    title: str
    principal_names: tuple[str, ...]
    dispatched_on: date
    today: date
    reference_number: str = ""
    registry_prefix: str = ""
    line_bodies: tuple[str, ...] = ()
    other_principals: tuple[str, ...] = ()
    other_recommendations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Read:
    """A value that was read, and the words that it rests on."""

    value: str
    quote: str


@dataclass(frozen=True)
class Suggestion:
    """What an extract seems to say; what was not found, or says two things, is left out."""

    on: Read | None = None
    paragraph: Read | None = None
    reference_number: Read | None = None
    deciding_body: Read | None = None
    kind: Read | None = None
    undecided: Read | None = None

    def found(self) -> dict[str, Read]:
        """Return what was read, by the name of its field."""
        return {name: read for name, read in vars(self).items() if read is not None}


def suggestion_in(text: str, expected: Expected) -> Suggestion:
    """Return what an extract seems to say of a principal's decision, each with its words.

    Main points, Tjänstepersoner (R152): bifall or avslag. Source 003 (R316): the principal's own
    reference number. Reading never decides: what could be read in two ways is not suggested.
    """
    plain = plain_text(text)
    chosen, own = _own_part(plain, expected)
    kind, undecided = _outcome(_decision_part(own))
    return Suggestion(
        on=_day(plain, expected),
        paragraph=Read(f"§ {int(chosen[1])}", _around(plain, chosen.span())) if chosen else None,
        reference_number=_reference_number(own, expected),
        deciding_body=_deciding_body(own, expected) or _deciding_body(plain, expected),
        kind=kind,
        undecided=undecided,
    )


def remarks_on_extract(text: str, expected: Expected) -> list[Remark]:
    """List what makes an extract look as if it belonged to another matter; a reason lets it pass.

    Main points, Tjänstepersoner (R152): the answer is proved by the extract about this
    recommendation, from this principal. A text that could not be read gives no remark.
    """
    plain = plain_text(text)
    if not plain.strip():
        return []
    remarks = []
    named = [number for number in expected.other_recommendations if _has_number(plain, number)]
    if not _is_about(plain, expected):
        remarks.append(Remark("extract_about_other"))
    if named and not _has_number(plain, expected.number):
        facts = {"number": named[0], "title": expected.other_recommendations[named[0]]}
        remarks.append(Remark("extract_names_other", facts))
    if sender := _other_sender(plain, expected):
        remarks.append(Remark("extract_from_other", {"principal": sender}))
    return remarks


def plain_text(text: str) -> str:
    """Return a text as it is read: one kind of space and dash, and parted words put together."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain.replace("\r\n", "\n").replace("\r", "\n"))
    plain = re.sub(r"(?<=[a-zåäö])-\n(?=[a-zåäö])", "", plain)
    return re.sub(r"[^\S\n]+", " ", plain)


# --- The day ------------------------------------------------------------------------------------

_DAY = re.compile(
    rf"""(?<![\d/:-])(?:(?P<iso>(20\d\d)[-.](\d\d)[-.](\d\d))
    | (?P<said>(\d{{1,2}})\.?[ \n]({"|".join(_MONTHS)})[ \n](20\d\d))
    | (?P<short>(\d{{1,2}})[/.](\d{{1,2}})[ -/](20\d\d)))(?![\d/-])""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_OF_MEETING = (
    (re.compile(r"(?i)sammanträdes(?:datum|dag)|beslutsdatum|mötesdatum|mötesdag"), 12),
    (re.compile(r"(?i)sammanträde|beslutade? den|möte[ \n]"), 6),
    (re.compile(r"(?i)protokoll|datum"), 3),
)
_DAY_OF_SOMETHING_ELSE = re.compile(
    r"juster|anslag|överklag|skrivelse|daterad|inkom|expedier|rekommend|enades|utskriv|nedtas"
    r"|svar senast|senast|giltig|från och med|till och med|träder i kraft|yttrande|remiss",
    re.IGNORECASE,
)


def _day(text: str, expected: Expected) -> Read | None:
    best: tuple[int, int, Read] | None = None
    for found in _DAY.finditer(text):
        on = _as_date(found)
        if on is None or not expected.dispatched_on <= on <= expected.today:
            continue
        before = text[max(0, found.start() - 90) : found.start()]
        near = before[-45:]
        score = max((worth for sign, worth in _DAY_OF_MEETING if sign.search(before)), default=0)
        score -= 10 if _DAY_OF_SOMETHING_ELSE.search(near) else 0
        candidate = (score, -found.start(), Read(on.isoformat(), _around(text, found.span())))
        best = max(best, candidate, key=lambda one: one[:2]) if best else candidate
    return best[2] if best and best[0] >= 0 else None


def _as_date(found: re.Match[str]) -> date | None:
    if found["iso"]:
        year, month, day = (int(part) for part in found.group(2, 3, 4))
    elif found["said"]:
        day, year = int(found[6]), int(found[8])
        month = _MONTHS.index(found[7].lower()) + 1
    else:
        day, month, year = (int(part) for part in found.group(10, 11, 12))
    try:
        return date(year, month, day)
    except ValueError:
        return None


# --- The paragraph ------------------------------------------------------------------------------

_PARAGRAPH = re.compile(r"(?<!§)(?<!§ )(?:§|[Pp]aragraf)[ \n]{0,2}(\d{1,4})(?![\d]|[-/:]\d| ?-)")
_PARAGRAPH_OF_SOMETHING_ELSE = re.compile(
    r"(?:enligt|överenskommelse\w*|lag\w*|kap\.?|utskott\w*|\bau|beredning\w*|tidigare|jämlikt"
    r"|reglemente\w*|\b(?:KS|KF|HSN|SN)AU)[ ,(]*$",
    re.IGNORECASE,
)


def _own_part(text: str, expected: Expected) -> tuple[re.Match[str] | None, str]:
    """Return the paragraph that the matter stands under, and its part of the text.

    Whole minutes hold many paragraphs: the matter stands under the last head before it. With one
    or none the part is the whole text.
    """
    found = [one for one in _PARAGRAPH.finditer(text) if not _refers_elsewhere(text, one)]
    heads = [one for one in found if _begins_line(text, one.start())]
    about = _place_of_matter(text, expected)
    if len(heads) < 2 or about is None:
        return next(iter(heads or found), None), text
    place = max((i for i, one in enumerate(heads) if one.start() <= about + 40), default=0)
    ends = heads[place + 1].start() if place + 1 < len(heads) else len(text)
    return heads[place], text[heads[place].start() : ends]


def _refers_elsewhere(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 40) : found.start()]
    return bool(_PARAGRAPH_OF_SOMETHING_ELSE.search(before))


def _begins_line(text: str, place: int) -> bool:
    line = text[text.rfind("\n", 0, place) + 1 : place].strip()
    # "SN § 31" and "Kommunstyrelsen § 31" are heads too.
    return len(line.split()) <= 3 and not line.endswith((".", ","))


def _place_of_matter(text: str, expected: Expected) -> int | None:
    """Return where the matter's own number or title first stands."""
    places = [_place_of_number(text, expected.number)]
    if expected.reference_number:
        places.append(_place_of_reference(text, expected.reference_number))
    places.append(_place_of_title(text, expected.title))
    known = [place for place in places if place is not None]
    return min(known) if known else None


# --- The reference number -----------------------------------------------------------------------

_PREFIX = r"[A-ZÅÄÖ]{2,6}"
_NO_REGISTRY = frozenset(
    {"SOU", "SFS", "HSLF", "SOSFS", "PROP", "DS", "ISO", "EU", "EN", "RF", "KL", "FL", "PUNKT"}
)
_BARE = re.compile(
    rf"\b(?P<prefix>{_PREFIX})[ /-]?(?:20\d\d ?[/:-] ?\d{{1,6}}|\d{{1,6}} ?[/:-] ?20\d\d)"
    r"(?:[.-]\d{1,4})?\b(?![/:-]\d)"
)
_LABELLED = re.compile(
    rf"\b(?:Dnr|Diarie(?:nr|nummer)|Ärende(?:nr|nummer))[ .:]*\n? ?"
    rf"(?P<number>(?:{_PREFIX}[ /-]?)?(?:20\d\d ?[/:-] ?\d{{1,6}}|\d{{1,6}} ?[/:-] ?20\d\d)"
    r"(?:[.-]\d{1,4})?)\b",
    re.IGNORECASE,
)


def reference_numbers_in(text: str) -> list[tuple[str, tuple[int, int]]]:
    """Return the registry numbers in a text with where they stand: "KS 2027/123", "HSN 335-2019".

    Source 000 and 003 (R316): a registry's own prefix, number and year, in either order.
    """
    labelled = [
        (" ".join(found["number"].split()), found.span("number"))
        for found in _LABELLED.finditer(text)
    ]
    taken = {start for _, (start, _) in labelled}
    bare = [
        (" ".join(found[0].split()), found.span())
        for found in _BARE.finditer(text)
        if found["prefix"] not in _NO_REGISTRY and found.start() not in taken
    ]
    return [*labelled, *sorted(bare, key=lambda one: one[1])]


def _reference_number(text: str, expected: Expected) -> Read | None:
    if expected.reference_number:
        place = _place_of_reference(text, expected.reference_number)
        if place is not None:
            span = (place, place + len(expected.reference_number))
            return Read(expected.reference_number, _around(text, span))
    found = reference_numbers_in(text)
    prefix = expected.registry_prefix.casefold()
    own = [one for one in found if prefix and one[0].casefold().startswith(prefix)]
    for number, span in own or found[:1]:
        return Read(number[:60], _around(text, span))
    return None


def _place_of_reference(text: str, number: str) -> int | None:
    """Numbers are written with and without spaces, and with different signs between."""
    parts = [re.escape(part) for part in re.findall(r"[^\W\d_]+|\d+", number)]
    if not parts:
        return None
    found = re.search(r"(?<!\w)" + r"[ \n/:.-]{0,3}".join(parts) + r"(?!\d)", text, re.IGNORECASE)
    return found.start() if found else None


# --- The deciding body --------------------------------------------------------------------------

_BODY = re.compile(
    r"\b(?P<name>[A-ZÅÄÖ][a-zåäö]+(?:[ -](?:och|-|samt|[a-zåäö]+-) ?[a-zåäö-]+)*"
    r"(?:nämnden|styrelsen|fullmäktige)|(?:Hälso- och sjukvårds|Vård- och omsorgs|Barn- och "
    r"utbildnings|Individ- och familje)nämnden)(?P<whose>s?)\b"
)


def _deciding_body(text: str, expected: Expected) -> Read | None:
    known = [
        (body, found.span())
        for body in expected.line_bodies
        for found in re.finditer(rf"\b{re.escape(plain_text(body))}s?\b", text, re.IGNORECASE)
    ]
    others = [(found["name"], found.span()) for found in _BODY.finditer(text)]
    for candidates in (known, others):
        if candidates:
            # Longest first where two begin alike: "Hälso- och sjukvårdsnämnden", not its end.
            ordered = sorted(candidates, key=lambda one: (one[1][0], -len(one[0])))
            decides = [one for one in ordered if _decides(text, one[1])]
            name, span = (decides or ordered)[0]
            return Read(name[:160], _around(text, span))
    return None


def _decides(text: str, span: tuple[int, int]) -> bool:
    return bool(re.match(r"s? ?\n? ?(?:beslut|beslutar|beslutade)\b", text[span[1] : span[1] + 14]))


# --- The outcome --------------------------------------------------------------------------------

_BEGINS_DECISION = re.compile(
    r"^[ ]*(?:[\w åäöÅÄÖ-]{0,60}\bbeslut(?:ar|ade)?|Beslut(?:s[- ]?mening)?)[ ]*"
    r"(?::|$|att\b|den\b|,)",
    re.MULTILINE,
)
_ENDS_DECISION = re.compile(
    r"^[ ]*(?:Beslutsunderlag|Underlag|Ärendet|Ärendebeskrivning|Sammanfattning|Bakgrund|Skickas"
    r"|Expedier|Reservation|Yrkande|Förslag|Protokollsanteckning|Beslutsgång|Propositionsordning"
    r"|Justera|Paragrafen|Sändlista|Delges|Utdragets|Vid protokollet|Kopia)",
    re.MULTILINE | re.IGNORECASE,
)
_NO = re.compile(
    r"avslag\b|avslår|avslå\b|avböjer|avböja|avstår? från(?: att \w+)?"
    r"|\b(?:inte|ej|icke) (?:att )?(?:anta|godkänna|bifalla|ansluta|följa|ställa sig bakom)\w*"
    r"|\b(?:antar|godkänner|bifaller|följer|ansluter sig) (?:inte|ej|icke)\b"
    r"|ställer sig (?:inte|ej) bakom",
    re.IGNORECASE,
)
_YES = re.compile(
    r"bifall\b|bifaller|bifalla\b|\bantar\b|\banta\b|godkänner|godkänna\b|ställer sig bakom"
    r"|ställa sig bakom|ansluter sig|ansluta sig|följa rekommendation\w*|följer rekommendation\w*"
    r"|tillstyrker och antar",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"återremi\w+|bordlägg\w*|bordlagt\b|bordlades", re.IGNORECASE)
_ABOUT_MOTIONS = re.compile(r"[^.\n]*\byrkande[^.\n]*", re.IGNORECASE)


def _decision_part(text: str) -> str:
    """Return the words of the decision: from its heading to the next; nothing without one."""
    parts = []
    for begins in _BEGINS_DECISION.finditer(text):
        ends = _ENDS_DECISION.search(text, begins.end())
        end = min(ends.start() if ends else len(text), begins.end() + LONGEST_DECISION)
        parts.append(text[begins.start() : end])
    return "\n".join(parts)


def _outcome(decision: str) -> tuple[Read | None, Read | None]:
    said = _ABOUT_MOTIONS.sub("", decision)
    no, rest = _NO.search(said), _NO.sub(" ", said)
    yes, not_yet = _YES.search(rest), _NOT_YET.search(said)
    if not_yet:
        return None, Read("", _around(said, not_yet.span()))
    if no and not yes:
        return Read(AnswerKind.REJECTED.value, _around(said, no.span())), None
    if yes and not no:
        return Read(AnswerKind.APPROVED.value, _around(rest, yes.span())), None
    return None, None


# --- Is it about this matter? -------------------------------------------------------------------

# Words that most titles have; those of three letters and fewer are never counted.
_SMALL = frozenset(
    {"eller", "från", "till", "inom", "mellan", "över", "under", "efter", "samt", "länet"}
    | {"länets", "gemensam", "gemensamma", "rekommendation", "beslut"}
)


def _is_about(text: str, expected: Expected) -> bool:
    if _has_number(text, expected.number):
        return True
    known = expected.reference_number
    if known and _place_of_reference(text, known) is not None:
        return True
    words = _telling(expected.title)
    if not words:
        return True
    there = {word[: len(stem)] for word in _words(text) for stem in words if word.startswith(stem)}
    return len(there & set(words)) >= TITLE_SHARE * len(words)


def _telling(title: str) -> list[str]:
    """Return the words of a title that tell it apart, without their endings."""
    words = [word for word in _words(title) if len(word) > 3 and word not in _SMALL]
    return list(dict.fromkeys(word[: max(4, len(word) - 3)] for word in words))


def _words(text: str) -> Iterator[str]:
    return (found[0].casefold() for found in re.finditer(r"[^\W\d_]+", text))


def _place_of_title(text: str, title: str) -> int | None:
    parts = [re.escape(part) for part in plain_text(title).split()]
    found = re.search(r"\s+".join(parts), text, re.IGNORECASE) if parts else None
    return found.start() if found else None


def _has_number(text: str, number: str) -> bool:
    return _place_of_number(text, number) is not None


def _place_of_number(text: str, number: str) -> int | None:
    found = re.search(rf"(?<![\w-]){re.escape(number)}(?![\w-])", text, re.IGNORECASE)
    return found.start() if found else None


def _other_sender(text: str, expected: Expected) -> str:
    """Return another principal whose name stands in the letterhead, where the own name does not."""
    head = text[:HEAD].casefold()
    if any(_named(head, name) for name in expected.principal_names):
        return ""
    return next((name for name in expected.other_principals if _named(head, name)), "")


def _named(head: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name.casefold())}s?(?!\w)", head) is not None


def _around(text: str, span: tuple[int, int]) -> str:
    """Return the line that something stands in, or what is next to it when the line is long."""
    start, end = text.rfind("\n", 0, span[0]) + 1, text.find("\n", span[1])
    end = end if end != -1 else len(text)
    if end - start > QUOTE_LIMIT:
        start = max(start, span[0] - QUOTE_LIMIT // 2)
        end = min(end, start + QUOTE_LIMIT)
    return " ".join(text[start:end].split())[:QUOTE_LIMIT]


def names_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return names as they may stand in a letterhead: with and without "kommun"."""
    forms = [form for name in names for form in (name, name.removesuffix(" kommun")) if form]
    return tuple(dict.fromkeys(forms))
