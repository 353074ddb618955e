"""Whatever is tried, in whatever order: on every day the seats and offices are as the texts say."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from samverkan.bodies.actions import (
    appoint,
    elect,
    end_chair,
    end_mission,
    extend_chair,
    replace_member,
)
from samverkan.bodies.choices import DerivedPart, MissionKind, Office
from samverkan.bodies.models import ChairTerm, DerivedSeat, Mission, Quota
from samverkan.bodies.queries import derived_people, officer_on
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import StepRefused
from tests.factories import (
    TESTER,
    BodyFactory,
    ChairRuleFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
)

BEGIN = date(2024, 1, 1)
THEN = {"by": TESTER, "now": datetime(2025, 6, 1, 9, tzinfo=UTC)}
OFFICES = (Office.CHAIR, Office.VICE_CHAIR)
days = st.integers(0, 1500).map(lambda n: BEGIN + timedelta(days=n))
new_years = st.integers(2025, 2029).map(lambda year: date(year, 1, 1))
turns = st.one_of(days, new_years)


class County:
    """One body with a changing quota, one that prepares for it, and their working committee."""

    def __init__(self) -> None:
        self.body = BodyFactory(period=from_day(BEGIN, date(2029, 1, 1)))
        here = self.body.collaboration
        self.under, self.au = BodyFactory.create_batch(2, collaboration=here)
        region = PrincipalFactory(collaboration=here, region=True)
        self.principals = [PrincipalFactory(collaboration=here), region]
        for principal, most in zip(self.principals, (1, 2), strict=True):
            first, then = from_day(BEGIN, date(2026, 7, 1)), from_day(date(2026, 7, 1))
            seats = {"body": self.body, "principal": principal, "substitutes_max": 1}
            QuotaFactory(**seats, ordinary_max=most + 1, period=first)
            QuotaFactory(**seats, ordinary_max=most, period=then)
        ChairRuleFactory(body=self.body)
        self.people = PersonFactory.create_batch(5, collaboration=here)
        for office in OFFICES:
            self.derive(self.au, self.body, office)
        self.derive(self.body, self.under, Office.CHAIR)

    def derive(self, body, of_body, office) -> None:
        facts = {"part": DerivedPart.SEAT, "period": from_day(BEGIN)}
        DerivedSeat.objects.create(body=body, of_body=of_body, office=office, **facts)

    def try_out(self, what: str, who: int, number: int, one: date, other: date) -> None:
        """Do one thing with a person and some row; a refusal is an answer too."""
        person = self.people[who].pk
        missions, terms = (
            list(Mission.objects.order_by("pk")),
            list(ChairTerm.objects.order_by("pk")),
        )
        first, until = one, other if other > BEGIN + timedelta(days=60) else None
        with suppress(StepRefused), transaction.atomic():
            if what == "appoint":
                kind = list(MissionKind)[number % 5 == 0]
                body = self.under if number % 4 == 0 else self.body
                principal = self.principals[number % 2].pk
                facts = {"person_id": person, "principal_id": principal, "kind": kind}
                appoint(body.pk, **facts, first=first, until=until, **THEN)
            elif what == "elect" and missions:
                seat = missions[number % len(missions)]
                first = max(seat.period.lower, one) if who % 2 else seat.period.lower
                until = date(first.year + 1, 1, 1)
                facts = {"person_id": seat.person_id, "first": first, "until": until}
                elect(seat.body_id, OFFICES[who % 2], **facts, **THEN)
            elif what == "end" and missions:
                end_mission(missions[number % len(missions)].pk, until=one, **THEN)
            elif what == "replace" and missions:
                chosen = missions[number % len(missions)].pk
                replace_member(chosen, person_id=person, first=one, **THEN)
            elif what == "end_chair" and terms:
                end_chair(terms[number % len(terms)].pk, until=one, **THEN)
            elif what == "extend" and terms:
                facts = {"unanimous": True, "reasons": "Skäl.", "decided_on": BEGIN}
                extend_chair(terms[number % len(terms)].pk, until=other, **facts, **THEN)

    def days(self) -> list[date]:
        """Return every day on which anything begins or ends, and the days before them."""
        rows = [*Mission.objects.all(), *ChairTerm.objects.all(), *Quota.objects.all()]
        ends = {day for row in rows for day in (row.period.lower, row.period.upper) if day}
        return sorted(ends | {day - timedelta(days=1) for day in ends})

    def look(self, on: date) -> None:
        """See that everything is as the texts say on a day."""
        for quota in Quota.objects.filter(body=self.body, period__contains=on):
            held = Mission.objects.filter(
                body=self.body, principal=quota.principal_id, period__contains=on
            )
            assert held.filter(kind=MissionKind.ORDINARY).count() <= quota.ordinary_max
            assert held.filter(kind=MissionKind.SUBSTITUTE).count() <= quota.substitutes_max
        chairs = [officer_on(self.body.pk, office, on) for office in OFFICES]
        assert derived_people(self.au.pk, on) == {one.pk for one in chairs if one}
        under = officer_on(self.under.pk, Office.CHAIR, on)
        assert derived_people(self.body.pk, on) == ({under.pk} if under else set())
        led = ChairTerm.objects.filter(body=self.body, period__contains=on).exclude(side="")
        assert len({term.side for term in led}) == led.count()
        seated = Mission.objects.filter(body=self.body, period__contains=on)
        members = set(seated.values_list("person_id", flat=True)) | derived_people(self.body.pk, on)
        assert {term.person_id for term in led} <= members


WHAT = ("appoint", "appoint", "elect", "elect", "end", "replace", "end_chair", "extend")
acts = st.tuples(
    st.sampled_from(WHAT),
    st.integers(0, 4),
    st.integers(0, 20),
    turns,
    turns,
)


@pytest.mark.rule("R062")
@pytest.mark.rule("R067")
@pytest.mark.rule("R072")
@pytest.mark.rule("R123")
@settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a shorter history takes long to find
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(history=st.lists(acts, min_size=10, max_size=25))
def test_on_every_day_of_any_history_the_seats_are_as_the_texts_say(db, history):
    with transaction.atomic():
        county = County()
        for act in history:
            county.try_out(*act)
        for day in county.days():
            county.look(day)
        transaction.set_rollback(True)
