"""The attendance form: begins from the answers, and notes presence in part."""

import pytest
from django.utils.timezone import localtime

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import DerivedSeat
from samverkan.meetings.actions import (
    answer_call,
    call_meeting,
    call_substitute,
    set_attendance_order,
)
from samverkan.meetings.actions.calls import issue_calls
from samverkan.meetings.choices import Part, Reply
from samverkan.meetings.models import Attendance
from tests.factories import LONG_AGO, TESTER, BodyFactory, ChairTermFactory
from tests.www.conftest import queries_of, text


@pytest.fixture
def meeting(county):
    meeting = county.meeting()
    call_meeting(meeting.pk, by=TESTER, now=localtime())
    meeting.refresh_from_db()
    return meeting


def place(county, meeting):
    return county.address(f"moten/{county.body.slug}/{meeting.on}/narvaro/")


def answer(meeting, person, reply):
    issue_calls(meeting, [person.pk], now=localtime())  # a substitute too, for once
    call = meeting.calls.get(person=person)
    return answer_call(call.pk, reply, by=TESTER, now=localtime())


def begins_with(client, address):
    form = client.get(address).context["form"]
    return {name: value for name, value in form.initial.items() if value}


def test_it_begins_with_nobody_when_nobody_has_answered(county, coordinator, meeting):
    assert begins_with(coordinator, place(county, meeting)) == {}
    assert "Alla ordinarie var med" in text(coordinator.get(place(county, meeting)))


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_it_begins_from_the_answers_with_the_called_substitute_standing_in(
    county, coordinator, meeting
):
    then = {"by": TESTER, "now": localtime()}
    set_attendance_order(county.body.pk, distance_allowed=True, calls_substitutes=False, **then)
    seat = county.seats["absent"]
    answer(meeting, seat.person, Reply.ABSENT)
    call_substitute(meeting.pk, seat.pk, county.substitute.pk, **then)
    answer(meeting, county.chair, Reply.COMING)
    answer(meeting, county.member, Reply.AT_A_DISTANCE)

    filled = begins_with(coordinator, place(county, meeting))

    assert filled == {
        f"p{county.chair.pk}": "deciding",
        f"p{county.member.pk}": "deciding",
        f"d{county.member.pk}": True,
        f"p{county.substitute.pk}": f"deciding:{seat.pk}",
        "led_by": str(county.chair.pk),
    }
    coordinator.post(place(county, meeting), filled)
    noted = Attendance.objects.values_list("person", "part", "stands_for", "at_a_distance")
    assert set(noted) == {
        (county.chair.pk, Part.DECIDING, None, False),
        (county.member.pk, Part.DECIDING, None, True),
        (county.substitute.pk, Part.DECIDING, seat.pk, False),
    }


def test_all_ordinary_are_there_with_one_click_except_those_who_apologised(
    county, coordinator, meeting
):
    absent = county.seats["absent"].person
    answer(meeting, absent, Reply.ABSENT)

    filled = begins_with(coordinator, place(county, meeting) + "?alla=1")

    assert {int(name[1:]) for name in filled if name[0] == "p"} == {
        county.chair.pk,
        county.member.pk,
    }


def test_a_substitute_who_only_wants_to_listen_is_proposed_as_guest(county, coordinator, meeting):
    answer(meeting, county.substitute, Reply.COMING)

    assert begins_with(coordinator, place(county, meeting)) == {f"p{county.substitute.pk}": "guest"}


@pytest.mark.rule("R061")
def test_who_is_rapporteur_by_office_is_proposed(county, coordinator, meeting):
    lsg = BodyFactory(collaboration=county.collaboration)
    leader = ChairTermFactory(body=lsg).person
    DerivedSeat.objects.create(
        body=county.body,
        of_body=lsg,
        office=Office.CHAIR,
        part=DerivedPart.RAPPORTEUR,
        period=LONG_AGO,
    )

    filled = begins_with(coordinator, place(county, meeting) + "?alla=1")

    assert (filled["extra1"], filled["as1"]) == (str(leader.pk), "rapporteur")


def test_presence_in_part_is_noted_and_shown_again(county, coordinator, meeting):
    first, second, *_ = meeting.items.order_by("position")
    sent = {
        f"p{county.chair.pk}": "deciding",
        f"a{county.chair.pk}": first.pk,
        f"l{county.chair.pk}": second.pk,
        "led_by": county.chair.pk,
    }

    coordinator.post(place(county, meeting), sent)

    noted = Attendance.objects.get()
    assert (noted.arrived_at, noted.left_at) == (first, second)
    again = begins_with(coordinator, place(county, meeting))
    assert (again[f"a{county.chair.pk}"], again[f"l{county.chair.pk}"]) == (
        str(first.pk),
        str(second.pk),
    )


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"first": 1, "until": 0}, "lämnade mötet innan hen kom"),
        ({"point": "999999"}, "Välj ett av alternativen."),
    ],
)
def test_what_does_not_hold_together_is_told(county, coordinator, meeting, change, sentence):
    items = list(meeting.items.order_by("position"))
    pk = county.chair.pk
    sent = {f"p{pk}": "deciding", "led_by": pk}
    if "point" in change:
        sent[f"a{pk}"] = change["point"]
    else:
        sent |= {f"a{pk}": items[change["first"]].pk, f"l{pk}": items[change["until"]].pk}

    answer = coordinator.post(place(county, meeting), sent)

    assert sentence in text(answer)
    assert not Attendance.objects.exists()


def test_distance_is_not_offered_where_the_body_meets_in_the_room(county, coordinator, meeting):
    assert "på distans" not in text(coordinator.get(place(county, meeting)))


def test_the_form_asks_as_much_whatever_was_answered(county, coordinator, meeting):
    answer(meeting, county.chair, Reply.COMING)
    few = queries_of(coordinator, place(county, meeting))
    answer(meeting, county.member, Reply.COMING)
    answer(meeting, county.substitute, Reply.COMING)

    assert queries_of(coordinator, place(county, meeting)) == few
