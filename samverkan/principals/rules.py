"""Rules for what is noted of a principal. Pure: no database, no clock."""

import re
from collections.abc import Collection, Mapping
from datetime import date

from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.journal.periods import last_of
from samverkan.principals.choices import OutsideKind, PrincipalKind

PREFIX_LIMIT = 20
NAME_LIMIT = 120
OUTSIDE_LIMITS = {"Namn": 160, "Frågor": 400, "Kontakt": 200}
LETTERHEAD_LIMITS = {
    "Namn": 120,
    "Postadress": 300,
    "Telefon": 40,
    "E-post": 254,
    "Organisationsnummer": 11,
    "Momsnummer": 14,
    "Bankgiro": 9,
}
OF_A_MUNICIPALITY = (OutsideKind.SCHOOL_CHANNEL, OutsideKind.PRIVATE_SCHOOL)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_MOBILE = re.compile(
    r"(?<!\d)(?:(?:\+46|0046)[\s-]*(?:\(0\))?|0)[\s-]*7[\s-]*[02369](?:[\s-]*\d){7}(?!\d)"
)
# First name and surname before the @; a function's box is one word, or words of the trade.
_SOMEBODY = re.compile(r"(?<![\w.-])[^\W\d_]+\.[^\W\d_]+(?:-[^\W\d_]+)?\d?@")


def obstacles_to_registrar(
    *, email: str, prefix: str, present_email: str, present_prefix: str
) -> list[Obstacle]:
    """List what stands in the way of noting where a principal takes its post in."""
    if email and (len(email) > 254 or not _ADDRESS.fullmatch(email)):
        return [Obstacle("email_not_an_address", {"email": email[:80]})]
    if len(prefix) > PREFIX_LIMIT:
        return [Obstacle("prefix_too_long", {"limit": PREFIX_LIMIT})]
    if (email, prefix) == (present_email, present_prefix):
        return [Obstacle("registrar_unchanged")]
    return []


def obstacles_to_usual_decider(
    *, name: str, kind: str, present: tuple[str, str] | None
) -> list[Obstacle]:
    """List what stands in the way of noting which line body usually decides (R005)."""
    if not name.strip():
        return [Obstacle("decider_without_name")]
    if len(name) > NAME_LIMIT:
        return [Obstacle("decider_name_too_long", {"limit": NAME_LIMIT})]
    if (name, kind) == present:
        return [Obstacle("decider_unchanged")]
    return []


def obstacles_to_letterhead(
    *,
    texts: Mapping[str, str],
    first: date | None,
    until: date | None,
    present: Mapping[str, str] | None,
    present_first: date | None,
) -> list[Obstacle]:
    """List what stands in the way of a principal's sender details, given by their labels.

    Proposal of 2018 (R323): a letter carries the sender's name, address, telephone, e-mail,
    organisation number, VAT number and bankgiro. What nobody knows is left empty.
    """
    obstacles = [] if texts["Namn"].strip() else [Obstacle("letterhead_without_name")]
    for field, limit in LETTERHEAD_LIMITS.items():
        if len(texts[field]) > limit:
            obstacles.append(Obstacle("letterhead_too_long", {"field": field, "limit": limit}))
    number, vat = texts["Organisationsnummer"], texts["Momsnummer"]
    if number and not is_organisation_number(number):
        obstacles.append(Obstacle("not_an_organisation_number"))
    if vat and not re.fullmatch(r"SE\d{10}\d{2}", vat):
        obstacles.append(Obstacle("not_a_vat_number"))
    elif vat and number and vat[2:12] != number.replace("-", ""):
        obstacles.append(Obstacle("vat_number_of_another"))
    if texts["Bankgiro"] and not is_bankgiro(texts["Bankgiro"]):
        obstacles.append(Obstacle("not_a_bankgiro"))
    if texts["E-post"] and not _ADDRESS.fullmatch(texts["E-post"]):
        obstacles.append(Obstacle("email_not_an_address", {"email": texts["E-post"][:80]}))
    if _MOBILE.search(texts["Telefon"]):
        obstacles.append(Obstacle("letterhead_is_a_mobile"))
    if present is not None and dict(texts) == dict(present):
        obstacles.append(Obstacle("letterhead_unchanged"))
    elif present is not None and (first is None or (present_first and first < present_first)):
        obstacles.append(Obstacle("letterhead_before_present", {"first": present_first}))
    if first is not None and until is not None and until <= first:
        obstacles.append(Obstacle("letterhead_ends_before_it_begins"))
    return obstacles


def is_organisation_number(text: str) -> bool:
    """Return whether a text is an organisation number: NNNNNN-NNNN with its check digit.

    The third digit is at least 2, which tells it from a person's number.
    """
    return bool(re.fullmatch(r"\d{2}[2-9]\d{3}-\d{4}", text)) and _checks(text)


def is_bankgiro(text: str) -> bool:
    """Return whether a text is a bankgiro: seven or eight digits with the check digit last."""
    return bool(re.fullmatch(r"\d{3,4}-\d{4}", text)) and _checks(text)


def _checks(number: str) -> bool:
    """Every second digit from the right but one is doubled; the sum of digits ends with 0."""
    digits = [int(sign) for sign in reversed(number) if sign.isdecimal()]
    doubled = (sum(divmod(2 * one, 10)) if place % 2 else one for place, one in enumerate(digits))
    return any(digits) and sum(doubled) % 10 == 0


def may_be_party(kind: PrincipalKind | OutsideKind) -> bool:
    """Return whether such an actor can be a party, hold a seat and be asked for a decision.

    Agreement § 2: the parties are the municipalities and the Region; private school principals
    are not covered (R023). Nor is any other actor outside: tables of seats, missions and
    dispatches point to principals, and an outside actor is none.
    """
    return isinstance(kind, PrincipalKind)


def obstacles_to_outside_actor(
    *,
    kind: PrincipalKind | OutsideKind,
    texts: Mapping[str, str],
    municipality: bool | None,
    parties: Collection[str],
    namesakes: Collection[str],
    has_channel: bool,
) -> list[Obstacle]:
    """List what stands in the way of entering an actor outside the collaboration (R023, R024).

    Agreement § 2: the cooperation between a municipality's school administration and independent
    actors goes on: one channel for each municipality. `municipality` says whether the principal
    it belongs to is one; None when it belongs to nobody.
    """
    if may_be_party(kind) or texts["Namn"].strip().casefold() in map(str.casefold, parties):
        return [Obstacle("outside_is_a_party")]
    obstacles = obstacles_to_outside_texts(texts)
    if texts["Namn"].casefold() in map(str.casefold, namesakes):
        obstacles.append(Obstacle("outside_already_entered"))
    if kind in OF_A_MUNICIPALITY and not municipality:
        obstacles.append(Obstacle("outside_without_municipality"))
    if kind not in OF_A_MUNICIPALITY and municipality is not None:
        obstacles.append(Obstacle("outside_has_no_municipality"))
    if kind == OutsideKind.SCHOOL_CHANNEL and has_channel:
        obstacles.append(Obstacle("school_channel_taken"))
    return obstacles


def obstacles_to_outside_texts(texts: Mapping[str, str]) -> list[Obstacle]:
    """List what stands in the way of an actor's name, topics and contact, by their labels.

    The contact is a function: what is noted here is public, and a person's own number is not.
    """
    obstacles = [] if texts["Namn"].strip() else [Obstacle("outside_without_name")]
    for field, limit in OUTSIDE_LIMITS.items():
        if len(texts[field]) > limit:
            obstacles.append(Obstacle("outside_text_too_long", {"field": field, "limit": limit}))
    if _MOBILE.search(texts["Kontakt"]):
        obstacles.append(Obstacle("contact_is_a_mobile"))
    if _SOMEBODY.search(texts["Kontakt"]):
        obstacles.append(Remark("contact_is_somebody"))
    return obstacles


def obstacles_to_change_outside(
    *, texts: Mapping[str, str], present: Mapping[str, str], namesakes: Collection[str]
) -> list[Obstacle]:
    """List what stands in the way of a new name, topics or contact of an actor outside."""
    if dict(texts) == dict(present):
        return [Obstacle("outside_unchanged")]
    obstacles = obstacles_to_outside_texts(texts)
    if texts["Namn"].casefold() in map(str.casefold, namesakes):
        obstacles.append(Obstacle("outside_already_entered"))
    return obstacles


def obstacles_to_end_outside(
    *, first: date | None, ended: date | None, until: date
) -> list[Obstacle]:
    """List what stands in the way of ending an actor; `until` is the day after its last."""
    if first is not None and until <= first:
        return [Obstacle("outside_ends_before_it_begins", {"first": first})]
    if ended is not None and until >= ended:
        return [Obstacle("outside_ended_already", {"last": last_of(ended)})]
    return []
