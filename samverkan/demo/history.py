"""The one recommendation that the sources tell in full: the steering group's, 27 September 2018.

Everything here is from the minutes and from what later texts say of the outcome; it is loaded
through the same actions as everything else, with past days and with its source. What no source
says stays unknown.
"""

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from samverkan.bodies.actions import appoint
from samverkan.bodies.models import Body
from samverkan.cases.actions import Sheet, prepare_case, raise_case
from samverkan.cases.choices import Scope, TargetGroup
from samverkan.cases.models import Case
from samverkan.demo.history_bilateral import tell_of_first_meetings
from samverkan.dispatches.actions import (
    dispatch_recommendation,
    note_outcome,
    register_answer,
    tell_path,
)
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.rules import Told
from samverkan.documents.actions import add_document
from samverkan.documents.models import Document
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.meetings.actions import (
    Attending,
    add_point,
    approve_minutes,
    close_meeting,
    conclude_point,
    note_attendance,
    order_task,
    place_case,
    plan_meeting,
)
from samverkan.meetings.actions.seminars import hold_seminar, plan_seminar
from samverkan.meetings.choices import ItemKind, Outcome, Part
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.rules.seminars import Time
from samverkan.people.actions import enter_person
from samverkan.people.models import Person
from samverkan.principals.choices import PrincipalKind
from samverkan.principals.letterheads import Sender, set_letterhead
from samverkan.principals.models import Principal

STEERING_GROUP = "politisk-styrgrupp-regionkommun-2019"
Point = dict[str, Any]
FILES = Path(__file__).parent / "history_files"
STOCKHOLM = ZoneInfo("Europe/Stockholm")
DAY = date(2018, 9, 27)
# Midnight sharp: the sources give the day, not the hour.
THEN = datetime(2018, 9, 27, 0, 0, tzinfo=STOCKHOLM)
NEW_YEAR = datetime(2019, 1, 1, 0, 0, tzinfo=STOCKHOLM)
AGREED = datetime(2020, 9, 1, 0, 0, tzinfo=STOCKHOLM)
SEMINAR_SOURCE = "överenskommelsen § 3, noten"
LOADER = Actor("Inläst ur källorna")
MINUTES = "Politiska styrgruppens sammanträdesanteckningar 27 september 2018"
DECIDED = "vid årsskiftet 2018/2019; enskilda datum är okända"
DECIDED_SOURCE = "Överenskommelsen § 1 och förslag till beslut, HSN 335-2019"
# What was proposed to the council; whether it decided so, and on which days, no source says.
REGION_SOURCE = "Förslag till beslut, landstingsfullmäktige 2018, VLL 2105-2018"
REGION_NUMBER = "VLL 2105-2018"
REGION_PATH = (
    "Landstingsfullmäktige ger Hälso- och sjukvårdsnämnden i uppdrag att besluta\n"
    "Hälso- och sjukvårdsnämnden"
)

LANDSTING = Sender(
    name="Västerbottens läns landsting",
    address="Landstingshuset, Köksvägen 11, 901 89 Umeå",
    phone="090-785 00 00",
    email="landstinget@vll.se",
    organisation_number="232100-0222",
    vat_number="SE232100022201",
    bankgiro="5728-3061",
)
DECIDING = [
    ("Peter Olofsson", "s"),
    ("Erik Bergqvist", "s"),
    ("Nicklas Sandström", "m"),
    ("Tomas Mörtzell", "c"),
]
RAPPORTEURS = ["Anders Sylan", "Anna Pettersson", "Margit Håkansson", "Rachel Nygren"]
SECRETARY = "Magdalen Alatalo"

CASE = Sheet(
    title="Huvudpunkter och projektdirektiv för ny samverkansstruktur",
    question=(
        "Uppdragsledaren har lämnat sin slutrapport med förslag till ny samverkansstruktur "
        "avseende vård och omsorg."
    ),
    background=(
        "Förslaget har genomgått en förankringsprocess i form av tre seminarier där sammanlagt "
        "drygt 130 personer deltagit där samtliga länets kommuner varit representerade på "
        "politisk och tjänstepersonnivå."
    ),
    value_inhabitants="Samverkan skall tydligt bidra till att skapa ett värde för invånaren.",
    value_operations=(
        "Samverkan skall vara en stödprocess som skapar ett värde för huvudmännens verksamhet."
    ),
    target_groups=(TargetGroup.CHILDREN, TargetGroup.ADULTS, TargetGroup.ELDERLY),
    scope=Scope.SOCIAL_SERVICES,
    touched="Länets 15 kommuner och Västerbottens läns landsting.",
    responsible_management=(
        "Uppdragets ägare: landstingsdirektör Anders Sylvan och regiondirektör Anna Pettersson"
    ),
    experts="Drygt 130 personer i tre seminarier; uppdragsledare Sara Ekström.",
)
POINTS = tomllib.loads((FILES / "points.toml").read_text(encoding="utf-8"))["points"]


def tell_history(collaboration: Collaboration) -> Recommendation:
    """Load the meeting, its recommendation and the outcome, and return the recommendation."""
    body = Body.objects.get(collaboration=collaboration, slug=STEERING_GROUP)
    people = _people(collaboration, body)
    case = raise_case(body.pk, CASE, raised_by=None, by=LOADER, now=THEN, source=MINUTES)
    prepare_case(collaboration.pk, case.number, handler=None, by=LOADER, now=THEN, source=MINUTES)
    _meet(body, case, people)
    recommendation = Recommendation.objects.get(case=case)
    _letterhead(collaboration)
    _send_and_answer(recommendation)
    tell_of_first_meetings(collaboration)
    _first_seminar(collaboration)
    return recommendation


def _letterhead(collaboration: Collaboration) -> None:
    """The landsting's own, as its proposal carries it; it ceased with the year."""
    region = Principal.objects.get(collaboration=collaboration, kind=PrincipalKind.REGION)
    set_letterhead(
        region.pk,
        LANDSTING,
        first=None,
        until=date(2019, 1, 1),
        by=LOADER,
        now=THEN,
        source="Förslag till beslut, Dnr VLL 2105-2018",
    )


def _first_seminar(collaboration: Collaboration) -> None:
    """The note to § 3 tells that it was held and what grew out of it; no source tells the day."""
    seminar = plan_seminar(
        collaboration.pk,
        2020,
        time=Time(about="hösten 2020"),
        planner_id=None,
        by=LOADER,
        now=AGREED,
        source=SEMINAR_SOURCE,
    )
    hold_seminar(seminar.pk, by=LOADER, now=AGREED, source=SEMINAR_SOURCE)


def _people(collaboration: Collaboration, body: Body) -> dict[str, Person]:
    elected = [(name, True, party) for name, party in DECIDING]
    officials = [(name, False, "") for name in [*RAPPORTEURS, SECRETARY]]
    people = {
        name: enter_person(
            collaboration.pk,
            name,
            elected=is_elected,
            party=party,
            by=LOADER,
            now=THEN,
            source=MINUTES,
        )
        for name, is_elected, party in elected + officials
    }
    for name, _party in DECIDING:
        appoint(
            body.pk,
            person_id=people[name].pk,
            principal_id=None,
            first=DAY,
            until=date(2019, 1, 1),
            by=LOADER,
            now=THEN,
            source=MINUTES,
        )
    return people


def _meet(body: Body, case: Case, people: dict[str, Person]) -> Meeting:
    meeting = plan_meeting(
        body.pk,
        on=DAY,
        place="Landstingshuset, Dorotearummet",
        standing_points=False,
        by=LOADER,
        now=THEN,
        source=MINUTES,
    )
    items = [_add(meeting, case, point) for point in POINTS]
    present = [(name, Part.DECIDING) for name, _party in DECIDING]
    present += [(name, Part.RAPPORTEUR) for name in RAPPORTEURS]
    present += [(SECRETARY, Part.SECRETARY)]
    chair = people["Peter Olofsson"]
    note_attendance(
        meeting.pk,
        [Attending(people[name].pk, part) for name, part in present],
        led_by=chair.pk,
        by=LOADER,
        now=THEN,
    )
    for item, point in zip(items, POINTS, strict=True):
        if "outcome" in point:
            _conclude(item, point)
        for task in point.get("tasks", []):
            order_task(item.pk, **task, is_in_the_note=True, by=LOADER, now=THEN)
    close_meeting(meeting.pk, by=LOADER, now=THEN)
    approve_minutes(
        meeting.pk,
        approver=chair.pk,
        title="Ordförande",
        approved_on=None,
        note="Justeringsdagen står inte i källan.",
        by=LOADER,
        now=THEN,
    )
    return meeting


def _add(meeting: Meeting, case: Case, point: Point) -> Item:
    kind, heading = ItemKind(point["kind"]), point["heading"]
    if point.get("outcome") == Outcome.RECOMMENDED:
        return place_case(meeting.pk, case.number, heading=heading, by=LOADER, now=THEN)
    return add_point(
        meeting.pk, kind=kind, heading=heading, text=point["text"], by=LOADER, now=THEN
    )


def _conclude(item: Item, point: Point) -> None:
    conclude_point(
        item.pk,
        Outcome(point["outcome"]),
        text=point["text"],
        lead=point["lead"],
        clauses=point["clauses"],
        inline=point.get("inline", False),
        annexes=[
            (annex["name"], _annex(item.meeting.collaboration_id, annex))
            for annex in point.get("annexes", [])
        ],
        by=LOADER,
        now=THEN,
    )


def _annex(collaboration_id: int, annex: Point) -> Document:
    return add_document(
        collaboration_id,
        name=annex["file"],
        title=annex["name"],
        data=(FILES / annex["file"]).read_bytes(),
        by=LOADER,
        now=THEN,
        source=f"{MINUTES}, bilaga",
    )


def _send_and_answer(recommendation: Recommendation) -> None:
    collaboration_id, number = recommendation.collaboration_id, recommendation.number
    dispatch_recommendation(
        collaboration_id, number, by=LOADER, now=THEN, source=f"{MINUTES}, punkt 80"
    )
    for dispatch in recommendation.dispatches.select_related("principal"):
        is_region = dispatch.principal.kind == PrincipalKind.REGION
        if is_region:
            tell_path(
                dispatch.pk, REGION_PATH, seen=0, by=LOADER, now=NEW_YEAR, source=REGION_SOURCE
            )
        known = REGION_NUMBER if is_region else ""
        register_answer(
            dispatch.pk,
            Told(AnswerKind.APPROVED, about=DECIDED, reference_number=known),
            seen=0,
            by=LOADER,
            now=NEW_YEAR,
            source=DECIDED_SOURCE,
        )
    note_outcome(
        collaboration_id,
        number,
        "Huvudpunkterna beslutades av länets kommuner och regionen vid årsskiftet 2018/2019, och "
        "implementeringsprojektet beställdes i samma beslut. Enskilda datum, organ och paragrafer "
        "är okända. När rekommendationen sändes ut är också okänt; mötets dag visas. Den tredje "
        "att-satsen, om sex representanter, finns inte i överenskommelsen, som ger varje kommun "
        "en egen representant.",
        source=f"{DECIDED_SOURCE}; överenskommelsen § 5.1.3",
        by=LOADER,
        now=NEW_YEAR,
    )
