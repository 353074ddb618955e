"""How some recommendations pass inside a principal: through committees, councils and back."""

from datetime import datetime

from samverkan.cases.actions import Sheet
from samverkan.demo import cases
from samverkan.demo.telling import Story
from samverkan.dispatches.actions import tell_legal_days, tell_path
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import ToldDays
from samverkan.journal.actors import Actor

Passing = tuple[str, int, str]
COMMITTEE, COUNCIL = "Socialnämnden", "Kommunfullmäktige"
HEALTH = "Hälso- och sjukvårdsnämnden"
CONDITION = "Under förutsättning att uppföljningen ryms i den ordinarie verksamhetsplaneringen."

# Whose decision on the devices is told in its own way.
TOLD_OTHERWISE = {
    "norsjo": {"body": COUNCIL},
    "skelleftea": {"condition": CONDITION},
    "lycksele": {"body": "Kommunstyrelsen"},
}


def some_pass_several_bodies(story: Story) -> None:
    """A chain, a delegation, one sent back, one with a condition, one at another level."""
    sheet = cases.DEVICES
    story.on(-112, tells_path, sheet, "norsjo", *_chain(-113, -107))
    story.on(-95, tells_path, sheet, "region-vasterbotten", *_delegation(-96, -91))
    story.on(-94, tells_path, sheet, "vindeln", *_sent_back(-95, -83))
    story.on(-90, tells_legal_days, sheet, "norsjo", -100, -99)
    story.on(-80, tells_legal_days, sheet, "umea", -105, -104, ended=-82)
    vision = cases.VISION
    story.on(-19, tells_path, vision, "lycksele", *_chain(-21, 12, act="föreslår"))


def tells_path(
    story: Story, sheet: Sheet, principal: str, *passing: Passing, now: datetime
) -> None:
    """A registrar tells of the path, one line a step."""
    dispatch = _dispatched(story, sheet, principal)
    text = "\n".join(f"{body} {story.day(days)} {what}" for body, days, what in passing)
    tell_path(dispatch.pk, text, seen=dispatch.paths.count(), by=_registrar(dispatch), now=now)


def tells_legal_days(
    story: Story,
    sheet: Sheet,
    principal: str,
    approved: int,
    announced: int,
    *,
    ended: int | None = None,
    now: datetime,
) -> None:
    """A registrar tells when the minutes were approved and announced, and of legal force."""
    dispatch = _dispatched(story, sheet, principal)
    told = ToldDays(
        story.day(approved), story.day(announced), story.day(ended) if ended is not None else None
    )
    tell_legal_days(dispatch.pk, told, seen=0, by=_registrar(dispatch), now=now)


def _chain(committee: int, council: int, *, act: str = "tillstyrker") -> list[Passing]:
    return [(COMMITTEE, committee, f"{act} § 14"), (COUNCIL, council, "")]


def _delegation(council: int, committee: int) -> list[Passing]:
    gives = f"ger {HEALTH} i uppdrag att besluta § 22"
    return [("Regionfullmäktige", council, gives), (HEALTH, committee, "")]


def _sent_back(first: int, second: int) -> list[Passing]:
    return [(COMMITTEE, first, "återremiss § 11"), (COMMITTEE, second, "")]


def _dispatched(story: Story, sheet: Sheet, principal: str) -> Dispatch:
    return Dispatch.objects.select_related("principal").get(
        recommendation__case__number=story.numbers[sheet.title],
        recommendation__collaboration=story.collaboration,
        principal__slug=principal,
    )


def _registrar(dispatch: Dispatch) -> Actor:
    return Actor("Registrator via personlig länk", dispatch.principal.name)
