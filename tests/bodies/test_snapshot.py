"""The structure of a day is read in as many questions however large it is."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from inspect import getmembers, isfunction, signature
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.bodies.choices import MissionKind, Reviewed
from samverkan.bodies.models import (
    ClosingNote,
    CoordinatorFunction,
    FunctionHolder,
    GoverningText,
    OverlapNote,
    Parentage,
    Review,
    TextVersion,
    UncoveredLevel,
)
from samverkan.bodies.queries.findings import findings_on, to_mend
from samverkan.bodies.queries.snapshot import seats_of, snapshot_of
from samverkan.bodies.rules.findings import (
    FINDERS,
    Finding,
    chairs,
    changeover,
    coverage,
    found_in,
    seats,
    support,
    texts,
)
from samverkan.bodies.rules.findings import (
    missions as of_missions,
)
from samverkan.journal.actors import SYSTEM
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor
from samverkan.sentences import say
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from tests.bodies.snapshots import ASK, REGION, a_day, organ, seating, sitting
from tests.factories import (
    LONG_AGO,
    BodyFactory,
    ChairRuleFactory,
    ChairTermFactory,
    CollaborationFactory,
    MissionFactory,
    PrincipalFactory,
    QuotaFactory,
)

STRUCTURES = Path(__file__).parents[2] / "structures"
COUNTIES = sorted(path.parent.name for path in STRUCTURES.glob("*/collaboration.toml"))
ON = date(2026, 3, 12)


@pytest.fixture
def here(db) -> Collaboration:
    return CollaborationFactory()


def some_structure(here: Collaboration, bodies: int) -> None:
    """Add bodies with a row of every kind that a snapshot reads."""
    region = PrincipalFactory(collaboration=here, region=True)
    for _ in range(bodies):
        body = BodyFactory(collaboration=here)
        quota = QuotaFactory(body=body)
        mission = MissionFactory(body=body, principal=quota.principal)
        ChairRuleFactory(body=body)
        ChairTermFactory(body=body, person=mission.person)
        Parentage.objects.create(
            child=BodyFactory(collaboration=here), parent=body, period=LONG_AGO
        )
        text = GoverningText.objects.create(
            collaboration=here, slug=f"uppdrag-{body.pk}", kind="assignment", title="U", body=body
        )
        TextVersion.objects.create(text=text, number=1)
        Review.objects.create(body=body, of=Reviewed.STAFFING, on=ON)
        ClosingNote.objects.create(body=body, step="cases", on=ON, by="K")
        actor = OutsideActor.objects.create(
            collaboration=here,
            slug=f"aktor-{body.pk}",
            name="Förbundet",
            kind=OutsideKind.COORDINATION_ASSOCIATION,
            period=LONG_AGO,
        )
        OverlapNote.objects.create(actor=actor, body=body, on=ON, note="Vi gick igenom.")
        function = CoordinatorFunction.objects.create(
            collaboration=here,
            slug=f"funktion-{body.pk}",
            name="Koordinator",
            full_time_equivalents=1,
            host=region,
            period=LONG_AGO,
        )
        FunctionHolder.objects.create(
            function=function,
            person=mission.person,
            share=Decimal("0.5"),
            employer=region,
            period=LONG_AGO,
        )


def questions(act) -> int:
    with CaptureQueriesContext(connection) as asked:
        act()
    return len(asked)


def test_findings_ask_as_much_for_one_body_as_for_four(here):
    some_structure(here, 1)
    few = questions(lambda: findings_on(here.pk, ON))
    some_structure(here, 3)

    assert questions(lambda: findings_on(here.pk, ON)) == few <= 25


def test_seats_alone_take_fewer_questions(here):
    some_structure(here, 2)

    assert questions(lambda: seats_of(here.pk, ON)) <= 8


def test_what_ended_before_the_day_is_not_there_and_what_comes_is_known(here):
    body = BodyFactory(collaboration=here)
    principal = PrincipalFactory(collaboration=here)
    now = from_day(date(2024, 1, 1), date(2026, 4, 1))
    later = from_day(date(2026, 4, 1))
    for period in (from_day(date(2020, 1, 1), date(2024, 1, 1)), now, later):
        MissionFactory(body=body, principal=principal, period=period)

    day = snapshot_of(here.pk, ON)

    assert [one.first for one in day.sittings] == [now.lower, later.lower]
    assert [one.first for one in day.sits[body.pk]] == [now.lower]


def test_what_was_done_later_was_not_done_on_the_day(here):
    body = BodyFactory(collaboration=here)
    ClosingNote.objects.create(body=body, step="cases", on=ON, by="K")

    days = (ON - timedelta(days=1), ON)
    assert [len(snapshot_of(here.pk, on).closed) for on in days] == [0, 1]


def test_the_kinds_of_sections_with_something_written_are_read(here):
    text = GoverningText.objects.create(
        collaboration=here,
        slug="u",
        kind="assignment",
        title="U",
        body=BodyFactory(collaboration=here),
    )
    sections = [
        {"kind": "goals", "heading": "Mål", "text": "- Ett mål"},
        {"kind": "feedback", "heading": "Återkoppling", "text": " \n"},
    ]
    TextVersion.objects.create(text=text, number=1, sections=sections)

    [version] = snapshot_of(here.pk, ON).versions

    assert version.written == ["goals"]


def test_another_collaborations_structure_is_not_read(here):
    some_structure(CollaborationFactory(), 1)

    day = snapshot_of(here.pk, ON)

    assert (day.principals, day.bodies, day.sittings, day.functions) == ((), (), (), ())
    assert findings_on(here.pk, ON) == []


def test_one_body_or_one_principal_is_chosen(here):
    one, other = QuotaFactory(body__collaboration=here), QuotaFactory(body__collaboration=here)

    of_body = findings_on(here.pk, ON, body=one.body.slug)
    of_principal = findings_on(here.pk, ON, principal=other.principal.slug)

    assert {found.body for found in of_body} == {one.body.slug}
    assert {found.principal for found in of_principal} == {other.principal.slug}


def test_what_weighs_most_is_first_and_what_is_only_good_to_know_is_not_counted(here):
    body = BodyFactory(collaboration=here)
    ChairRuleFactory(body=body)
    quota = QuotaFactory(body=body)
    MissionFactory(
        body=body, principal=quota.principal, period=from_day(date(2020, 1, 1), date(2026, 4, 1))
    )
    UncoveredLevel.objects.create(
        collaboration=here, responsibility="council", reason="Nej.", standing="decided"
    )

    found = findings_on(here.pk, ON)

    weights = [one.weight for one in found]
    assert weights == sorted(weights, key=["stops", "due", "warns", "notes"].index)
    assert to_mend(here.pk, ON) == sum(one in ("stops", "due") for one in weights) > 0


@pytest.mark.parametrize("county", COUNTIES)
@pytest.mark.parametrize("on", [date(2019, 10, 3), date(2020, 8, 1), date(2026, 3, 12)])
def test_a_whole_structure_is_told_in_words_on_any_day(db, county, on):
    load_structure(checked(STRUCTURES / county).structure(), by=SYSTEM, now=timezone.now())
    here = Collaboration.objects.get()

    sentences = [say(one.obstacle) for one in findings_on(here.pk, on)]

    assert sentences or on < here.bodies.order_by("period").first().period.lower
    assert not [one for one in sentences if "%(" in one or "None" in one]


days = st.dates(date(2020, 1, 1), date(2028, 12, 31))


@st.composite
def missions(draw):
    first = draw(days)
    length = draw(st.one_of(st.none(), st.integers(1, 900)))
    return sitting(
        draw(st.integers(100, 130)),
        draw(st.sampled_from([ASK, REGION])),
        kind=draw(st.sampled_from(MissionKind.values)),
        first=first,
        until=None if length is None else first + timedelta(days=length),
    )


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(missions(), max_size=12), days, st.integers(1, 3))
def test_a_vacancy_is_found_on_exactly_the_days_when_too_few_sit(held, on, least):
    body = organ(first=date(2019, 1, 1))
    quota = seating(ASK, least, least)
    day = a_day(on, bodies=(body,), seatings=(quota,), sittings=tuple(held))

    seated = [
        one
        for one in held
        if one.principal == ASK
        and one.kind == MissionKind.ORDINARY
        and one.first <= on
        and (one.until is None or on < one.until)
    ]
    found = [one for one in found_in(day) if one.code in ("seat_vacant", "seats_too_few")]
    there = on >= date(2020, 9, 1)

    assert bool(found) is (there and len(seated) < least)


def test_every_question_is_asked():
    parts = (seats, of_missions, chairs, texts, support, changeover, coverage)
    asking = {
        one
        for part in parts
        for name, one in getmembers(part, isfunction)
        if one.__module__ == part.__name__ and not name.startswith("_")
        if signature(one).return_annotation == Iterator[Finding]
    }

    assert asking == set(FINDERS)
