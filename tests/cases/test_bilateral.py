"""Contacts between one municipality and the region: voluntary, and without a gate."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from samverkan.cases.actions import (
    ContactSheet,
    appoint_to_bilateral,
    call_bilateral_meeting,
    case_from_bilateral,
    change_bilateral,
    note_bilateral,
    note_bilateral_held,
)
from samverkan.cases.at_home import may_act_for
from samverkan.cases.models import BilateralContact, BilateralMeeting, Case
from samverkan.cases.queries import contacts_visible_to
from samverkan.cases.rules.bilateral import (
    obstacles_to_call_contact_meeting,
    obstacles_to_note_contact,
    obstacles_to_note_held,
    remarks_on_contact,
)
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import PrincipalKind, Side
from tests.factories import (
    TESTER,
    BodyFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    RoleFactory,
)
from tests.permissions import ON, account

TODAY = date(2026, 3, 12)
THEN = {"by": TESTER, "now": datetime(2026, 3, 12, 9, tzinfo=UTC)}
SHEET = ContactSheet(subject="Hälsocentralen i Ask", about="Öppettiderna på kvällen.")


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


def refused(act, *args, **kwargs) -> list[str]:
    def rows():
        tables = (BilateralContact, BilateralMeeting, Case)
        return [list(table.objects.values()) for table in tables], Entry.objects.count()

    before = rows()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert rows() == before
    return codes(refusal.value.obstacles)


@pytest.fixture
def home(db):
    return PrincipalFactory()


@pytest.fixture
def contact(home):
    return note_bilateral(home.collaboration_id, home.pk, SHEET, **THEN)


def call(contact, side=Side.MUNICIPALITIES, on=TODAY, **facts):
    return call_bilateral_meeting(contact.pk, called_by=side, on=on, **facts, **THEN)


@pytest.mark.rule("R028")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"subject": " "}, ["contact_without_subject"]),
        ({"kind": PrincipalKind.REGION}, ["contact_not_of_a_municipality"]),
        ({"informed_on": TODAY}, []),
        ({"informed_on": date(2026, 3, 13)}, ["informed_in_the_future"]),
    ],
)
def test_any_municipality_may_note_a_contact(change, found):
    given = {
        "subject": "Öppettider",
        "kind": PrincipalKind.MUNICIPALITY,
        "informed_on": None,
        "today": TODAY,
    }

    assert codes(obstacles_to_note_contact(**given | change)) == found


@pytest.mark.rule("R029")
@pytest.mark.parametrize(
    ("touches_more", "informed_on", "is_case", "found"),
    [
        (True, None, False, ["coordinator_not_informed"]),
        (True, TODAY, False, []),
        (True, None, True, []),
        (False, None, False, []),
    ],
)
def test_the_coordinators_are_told_when_more_are_touched(touches_more, informed_on, is_case, found):
    remarks = remarks_on_contact(
        touches_more=touches_more, informed_on=informed_on, is_case=is_case
    )

    assert codes(remarks) == found


@pytest.mark.rule("R028")
@pytest.mark.rule("R029")
def test_a_contact_that_touches_more_is_noted_all_the_same(home):
    sheet = replace(SHEET, touches_more=True)

    contact = note_bilateral(home.collaboration_id, home.pk, sheet, **THEN)

    assert contact.touches_more
    assert Entry.objects.get().content["rule"] == "R029"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"subject": ""}, "contact_without_subject"),
        ({"subject": "x" * 201}, "case_text_too_long"),
        ({"about": "x" * 4001}, "case_text_too_long"),
        ({"about": "Gäller 19811218-9876"}, "identity_number"),
    ],
)
def test_bad_input_is_not_kept(home, change, code):
    sheet = replace(SHEET, **change)

    assert refused(note_bilateral, home.collaboration_id, home.pk, sheet, **THEN) == [code]


def test_what_is_not_for_everybody_is_not_told_to_everybody(contact):
    assert Entry.objects.get().visibility == Visibility.CLOSED
    change_bilateral(contact.pk, replace(SHEET, is_public=True), **THEN)

    assert Entry.objects.last().visibility == Visibility.PUBLIC


@pytest.mark.rule("R029")
def test_the_assessment_can_be_changed(contact):
    sheet = replace(SHEET, touches_more=True, coordinator_informed_on=TODAY)

    change_bilateral(contact.pk, sheet, **THEN)

    contact.refresh_from_db()
    assert (contact.touches_more, contact.coordinator_informed_on) == (True, TODAY)
    assert refused(change_bilateral, contact.pk, sheet, **THEN) == ["nothing_changed"]


@pytest.mark.rule("R032")
@pytest.mark.rule("R033")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"called_by": Side.REGION}, ["first_meeting_by_municipality"]),
        ({"called_by": Side.REGION, "is_first": False}, []),
        ({"is_first": False}, []),
        ({"on": None}, ["contact_meeting_without_day"]),
        ({"on": None, "planned": "hösten 2020"}, ["contact_meeting_without_day"]),
        ({"on": None, "planned": "hösten 2020", "from_source": True}, []),
        ({"on": None, "planned": " ", "from_source": True}, ["contact_meeting_without_day"]),
    ],
)
def test_the_municipality_calls_the_first_and_either_the_others(change, found):
    given = {
        "is_first": True,
        "called_by": Side.MUNICIPALITIES,
        "on": TODAY,
        "planned": "",
        "from_source": False,
    }

    assert codes(obstacles_to_call_contact_meeting(**given | change)) == found


@pytest.mark.rule("R032")
@pytest.mark.rule("R033")
def test_the_region_calls_the_second_meeting_not_the_first(contact):
    given = {"called_by": Side.REGION, "on": TODAY}
    assert refused(call_bilateral_meeting, contact.pk, **given, **THEN) == [
        "first_meeting_by_municipality"
    ]
    call(contact)

    second = call(contact, Side.REGION)

    assert (second.position, second.called_by) == (2, Side.REGION)


@pytest.mark.rule("R032")
def test_the_database_keeps_no_first_meeting_called_by_the_region(contact):
    with (
        pytest.raises(IntegrityError, match="municipality_calls_the_first_bilateral_meeting"),
        transaction.atomic(),
    ):
        contact.meetings.create(position=1, called_by=Side.REGION, on=TODAY)


@pytest.mark.rule("R031")
def test_each_side_appoints_its_own(contact):
    meeting = call(contact)

    appoint_to_bilateral(meeting.pk, Side.REGION, "Regionrådet", **THEN)
    appoint_to_bilateral(meeting.pk, Side.MUNICIPALITIES, "Nämndens ordförande", **THEN)

    meeting.refresh_from_db()
    assert (meeting.for_region, meeting.for_municipality) == (
        "Regionrådet",
        "Nämndens ordförande",
    )
    assert refused(appoint_to_bilateral, meeting.pk, Side.REGION, "Regionrådet", **THEN) == [
        "nothing_changed"
    ]


@pytest.mark.rule("R030")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"known": True}, ["contact_meeting_already_noted"]),
        ({"on": None}, ["contact_meeting_held_when"]),
        ({"on": None, "was_held": False}, []),
        ({"on": date(2026, 3, 13)}, ["contact_meeting_not_yet"]),
    ],
)
def test_whether_a_meeting_was_held_is_noted_once(change, found):
    given = {"known": False, "on": TODAY, "today": TODAY, "was_held": True}

    assert codes(obstacles_to_note_held(**given | change)) == found


@pytest.mark.rule("R030")
def test_a_planned_meeting_is_unknown_until_somebody_says(contact):
    meeting = call(contact, on=None, planned="hösten 2020", source="överenskommelsen § 5.3")
    assert meeting.was_held is None

    note_bilateral_held(meeting.pk, was_held=True, on=date(2020, 11, 3), **THEN)

    meeting.refresh_from_db()
    assert (meeting.was_held, meeting.on) == (True, date(2020, 11, 3))


@pytest.mark.rule("R029")
def test_a_contact_becomes_a_case_once(contact):
    seat = MissionFactory(body=BodyFactory(collaboration=contact.collaboration))

    case = case_from_bilateral(contact.pk, seat.body_id, raised_by=seat.person_id, **THEN)

    contact.refresh_from_db()
    assert (contact.case, case.title, case.question) == (case, SHEET.subject, SHEET.about)
    again = {"raised_by": seat.person_id, **THEN}
    assert refused(case_from_bilateral, contact.pk, seat.body_id, **again) == ["contact_is_a_case"]


def test_a_case_of_a_contact_is_raised_by_a_member_as_any_other(contact):
    body = BodyFactory(collaboration=contact.collaboration)
    outsider = PersonFactory(collaboration=contact.collaboration)

    found = refused(case_from_bilateral, contact.pk, body.pk, raised_by=outsider.pk, **THEN)

    assert found == ["raiser_not_member"]


def test_who_reads_a_contact(contact, home):
    here = home.collaboration
    body = BodyFactory(collaboration=here)
    region = PrincipalFactory(collaboration=here, region=True)
    people = {
        "visitor": AnonymousUser(),
        "no role": account(PersonFactory(collaboration=here)),
        "own": account(MissionFactory(body=body, principal=home).person),
        "former": account(MissionFactory(body=body, principal=home, place=2, ended=True).person),
        "another municipality's": account(MissionFactory(body=body).person),
        "the region's": account(MissionFactory(body=body, principal=region).person),
        "another region's": account(MissionFactory(principal__region=True).person),
        "coordinator": account(RoleFactory(collaboration=here).person),
        "another coordinator": account(RoleFactory().person),
    }

    def readers():
        return {
            who for who, user in people.items() if contacts_visible_to(user, here.pk, ON).exists()
        }

    assert readers() == {"own", "the region's", "coordinator"}
    BilateralContact.objects.update(is_public=True)
    assert readers() == set(people)


def test_nobody_acts_for_the_other_side(contact, home):
    body = BodyFactory(collaboration=home.collaboration)
    region = PrincipalFactory(collaboration=home.collaboration, region=True)
    people = {
        Side.MUNICIPALITIES: account(MissionFactory(body=body, principal=home).person),
        Side.REGION: account(MissionFactory(body=body, principal=region).person),
    }

    for own, user in people.items():
        assert may_act_for(user, own, contact, ON)
        assert not may_act_for(user, own.other, contact, ON)
