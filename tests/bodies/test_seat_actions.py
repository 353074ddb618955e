"""Missions that are passed on, ended, corrected and handed over."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from samverkan.bodies.actions import (
    appoint,
    correct_mission,
    elect,
    end_mission,
    replace_member,
    write_handover,
)
from samverkan.bodies.choices import DerivedPart, MissionKind, Office
from samverkan.bodies.models import ChairTerm, DerivedSeat, Mission
from samverkan.bodies.queries import members_on
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from tests.factories import (
    TESTER,
    BodyFactory,
    ChairTermFactory,
    MissionFactory,
    NominatorFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
)

THEN = {"by": TESTER, "now": datetime(2026, 6, 1, 9, tzinfo=UTC)}
FIRST, LATER = date(2026, 1, 1), date(2026, 9, 1)
NOTED = {"line_function": "", "appointed_by": "", "appointed_on": None, "paragraph": ""}


@pytest.fixture
def mission(db) -> Mission:
    """Somebody who sits in a body from the beginning of the year, until further notice."""
    mission = MissionFactory(period=from_day(FIRST))
    QuotaFactory(body=mission.body, principal=mission.principal)
    return mission


def person(mission) -> int:
    return PersonFactory(collaboration=mission.body.collaboration).pk


def codes(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), list(Mission.objects.values_list())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), list(Mission.objects.values_list())) == before
    return [one.code for one in refusal.value.obstacles]


def verbs() -> list[str]:
    return list(Entry.objects.order_by("sequence").values_list("verb", flat=True))


def test_a_mission_ends_the_day_before(mission):
    end_mission(mission.pk, until=LATER, **THEN)

    mission.refresh_from_db()
    assert mission.period.upper == LATER
    assert Entry.objects.get().content["facts"]["last"] == "2026-08-31"


def test_what_has_ended_is_not_ended_later(mission):
    end_mission(mission.pk, until=LATER, **THEN)

    assert codes(end_mission, mission.pk, until=date(2026, 9, 2), **THEN) == ["already_ended"]
    assert codes(end_mission, mission.pk, until=FIRST, **THEN) == ["ends_before_beginning"]


def test_one_that_has_not_begun_is_taken_back(mission):
    coming = MissionFactory(body=mission.body, place=2, period=from_day(LATER))

    end_mission(coming.pk, until=LATER, **THEN)

    assert not Mission.objects.filter(pk=coming.pk).exists()
    assert verbs() == ["mission.withdrawn"]


def test_who_leaves_leads_no_longer(mission):
    running = ChairTermFactory(
        body=mission.body, person=mission.person, period=from_day(FIRST, date(2027, 1, 1))
    )
    coming = ChairTermFactory(
        body=mission.body, person=mission.person, period=from_day(date(2027, 1, 1))
    )

    end_mission(mission.pk, until=LATER, **THEN)

    running.refresh_from_db()
    assert running.period.upper == LATER
    assert not ChairTerm.objects.filter(pk=coming.pk).exists()


def test_who_sits_there_for_another_too_goes_on_leading(mission):
    MissionFactory(body=mission.body, person=mission.person)
    term = ChairTermFactory(body=mission.body, person=mission.person, period=from_day(FIRST))

    end_mission(mission.pk, until=LATER, **THEN)

    term.refresh_from_db()
    assert term.period.upper is None


def test_nobody_leads_longer_than_the_seat_they_have_left(mission):
    soon, later = date(2027, 1, 1), date(2028, 1, 1)
    MissionFactory(body=mission.body, person=mission.person, period=from_day(FIRST, soon))
    term = ChairTermFactory(body=mission.body, person=mission.person, period=from_day(FIRST, later))

    end_mission(mission.pk, until=LATER, **THEN)

    term.refresh_from_db()
    assert term.period.upper == soon


def test_a_later_seat_keeps_the_office_that_goes_with_it(mission):
    later = from_day(date(2027, 1, 1))
    MissionFactory(body=mission.body, person=mission.person, period=later)
    term = ChairTermFactory(body=mission.body, person=mission.person, period=later)

    end_mission(mission.pk, until=LATER, **THEN)

    assert ChairTerm.objects.get(pk=term.pk).period.upper is None


def test_a_coming_term_that_was_let_run_on_goes_with_the_seat(mission):
    coming = MissionFactory(body=mission.body, place=2, period=from_day(LATER))
    term = ChairTermFactory(body=mission.body, person=coming.person, period=from_day(LATER))
    term.extensions.create(
        was_until=LATER, until=LATER, unanimous=True, reasons="Skäl.", decided_on=FIRST
    )

    end_mission(coming.pk, until=LATER, **THEN)

    assert not ChairTerm.objects.exists()


def test_a_member_is_replaced_in_one_act(mission):
    heir = replace_member(
        mission.pk, person_id=person(mission), first=LATER, paragraph="§ 12", **THEN
    )

    mission.refresh_from_db()
    assert mission.period.upper == LATER == heir.period.lower
    assert (heir.place, heir.principal, heir.paragraph) == (1, mission.principal, "§ 12")
    assert verbs() == ["mission.replaced"]
    assert Entry.objects.get().content["facts"]["former"] == mission.person.name


def test_one_who_has_a_last_day_is_followed_the_day_after(mission):
    end_mission(mission.pk, until=LATER, **THEN)

    heir = replace_member(mission.pk, person_id=person(mission), first=LATER, **THEN)

    assert heir.period.lower == LATER


def test_nobody_replaces_themselves_or_before_the_beginning(mission):
    same = {"person_id": person(mission), **THEN}

    assert codes(replace_member, mission.pk, first=FIRST, **same) == ["ends_before_beginning"]


def test_a_person_has_one_mission_of_a_kind_for_a_principal(mission):
    QuotaFactory(body=mission.body, principal=PrincipalFactory())
    same = {"person_id": mission.person_id, "principal_id": mission.principal_id, "first": LATER}

    assert codes(appoint, mission.body_id, **same, **THEN) == ["already_has_the_seat"]


def test_a_period_ends_after_it_begins(mission):
    backwards = {"person_id": person(mission), "first": LATER, "until": FIRST}

    assert codes(appoint, mission.body_id, **backwards, **THEN) == ["ends_before_beginning"]


def test_one_may_sit_for_several_principals(mission):
    other = PrincipalFactory(collaboration=mission.body.collaboration)
    QuotaFactory(body=mission.body, principal=other)

    appoint(
        mission.body_id, person_id=mission.person_id, principal_id=other.pk, first=LATER, **THEN
    )

    assert mission.person.missions.count() == 2


def test_a_mission_stays_within_its_body(mission):
    ended = BodyFactory(collaboration=mission.body.collaboration, ended=True)

    assert codes(appoint, ended.pk, person_id=person(mission), first=FIRST, **THEN) == [
        "after_the_body"
    ]


@pytest.mark.rule("R072")
def test_an_au_seats_nobody_by_hand(mission):
    au = BodyFactory(collaboration=mission.body.collaboration, preparing=True)
    DerivedSeat.objects.create(
        body=au,
        of_body=mission.body,
        office=Office.CHAIR,
        part=DerivedPart.SEAT,
        period=from_day(FIRST),
    )

    assert codes(appoint, au.pk, person_id=person(mission), first=FIRST, **THEN) == [
        "seat_is_derived"
    ]


def test_a_federation_fills_its_seats(mission):
    federation = NominatorFactory(collaboration=mission.body.collaboration)
    QuotaFactory(body=mission.body, principal=None, nominator=federation, ordinary_max=2)
    seat = {"nominator_id": federation.pk, "first": FIRST, **THEN}

    places = [appoint(mission.body_id, person_id=person(mission), **seat).place for _ in "ab"]

    assert places == [1, 2]
    assert codes(appoint, mission.body_id, person_id=person(mission), **seat) == ["seats_taken"]
    with pytest.raises(IntegrityError, match="one_person_per_nominated_seat"), transaction.atomic():
        MissionFactory(body=mission.body, principal=None, nominator=federation)


def test_the_decision_is_corrected_and_told(mission):
    noted = NOTED | {"appointed_by": "Socialnämnden", "appointed_on": FIRST, "paragraph": "§ 3"}

    correct_mission(mission.pk, is_main=False, **noted, **THEN)

    mission.refresh_from_db()
    assert (mission.appointed_by, mission.paragraph) == ("Socialnämnden", "§ 3")
    assert codes(correct_mission, mission.pk, is_main=False, **noted, **THEN) == [
        "mission_unchanged"
    ]


@pytest.mark.rule("R077")
def test_one_of_a_principals_is_the_main_representative(mission):
    other = MissionFactory(body=mission.body, principal=mission.principal, place=2, is_main=True)

    correct_mission(mission.pk, is_main=True, **NOTED, **THEN)

    other.refresh_from_db()
    assert not other.is_main


def test_an_identity_number_is_not_kept(mission):
    noted = NOTED | {"line_function": "Socialnämnden 811228-9874"}

    assert codes(correct_mission, mission.pk, is_main=False, **noted, **THEN) == ["identity_number"]


@pytest.mark.rule("R018")
def test_what_is_open_is_left_to_the_next(mission):
    write_handover(mission.pk, note="Svara på remissen före jul.", **THEN)

    mission.refresh_from_db()
    assert mission.handover == "Svara på remissen före jul."
    assert Entry.objects.get().visibility == "members"
    assert codes(write_handover, mission.pk, note=mission.handover, **THEN) == [
        "handover_unchanged"
    ]


@pytest.mark.rule("R123")
def test_a_derived_seat_follows_the_chair_by_itself(mission):
    above = BodyFactory(collaboration=mission.body.collaboration)
    DerivedSeat.objects.create(
        body=above,
        of_body=mission.body,
        office=Office.CHAIR,
        part=DerivedPart.SEAT,
        period=from_day(FIRST),
    )
    elect(
        mission.body_id, Office.CHAIR, person_id=mission.person_id, first=FIRST, until=None, **THEN
    )
    assert members_on(above.pk, LATER) == {mission.person_id}

    end_mission(mission.pk, until=LATER, **THEN)
    assert members_on(above.pk, LATER) == set()


def test_a_substitutes_seat_is_its_own(mission):
    seat = {"principal_id": mission.principal_id, "first": FIRST, "kind": MissionKind.SUBSTITUTE}

    mission = appoint(mission.body_id, person_id=person(mission), **seat, **THEN)

    assert mission.place == 1
