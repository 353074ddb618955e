"""Answering a summons, and what follows: substitutes called, let go, and successors."""

from datetime import UTC, date, datetime

import pytest

from samverkan.bodies.models import Mission
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    answer_call,
    call_meeting,
    call_substitute,
    call_successors,
    plan_meeting,
    seats_to_fill,
    set_attendance_order,
)
from samverkan.meetings.actions.calls import issue_calls
from samverkan.meetings.choices import MeetingStage, Reply
from samverkan.meetings.models import Call
from samverkan.sentences import tell
from tests.factories import (
    BodyFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    RoleFactory,
    UserFactory,
)

DAY = date(2026, 3, 20)
THEN = {"by": Actor("Testare"), "now": datetime(2026, 3, 12, 9, tzinfo=UTC)}


@pytest.fixture
def body(db):
    return BodyFactory(name="Samråd")


@pytest.fixture
def ask(body):
    return PrincipalFactory(collaboration=body.collaboration, short_name="Ask")


def seat(body, principal, **facts) -> Mission:
    mission = MissionFactory(body=body, principal=principal, **facts)
    mission.person.email = f"p{mission.person_id}@example.invalid"
    mission.person.save()
    return mission


@pytest.fixture
def member(body, ask):
    return seat(body, ask, person__name="Maj Ledamot")


@pytest.fixture
def first(body, ask):
    return seat(body, ask, substitute=True, person__name="Elsa Etta")


@pytest.fixture
def second(body, ask):
    return seat(body, ask, substitute=True, place=2, person__name="Tor Tvåa")


@pytest.fixture
def meeting(member, first, second, body):
    meeting = plan_meeting(body.pk, on=DAY, **THEN)
    call_meeting(meeting.pk, **THEN)
    meeting.refresh_from_db()
    return meeting


def answer(meeting, mission, reply, **facts) -> Call:
    issue_calls(meeting, [mission.person_id], now=THEN["now"])  # a substitute too, for once
    call = meeting.calls.get(person=mission.person)
    return answer_call(call.pk, reply, **facts | THEN)


def called_for(meeting, mission) -> list[str]:
    return [one.person.name for one in meeting.calls.filter(instead_of=mission)]


def by_itself(body) -> None:
    set_attendance_order(body.pk, distance_allowed=False, calls_substitutes=True, **THEN)


def refused(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), Notice.objects.count(), list(Call.objects.values())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), Notice.objects.count(), list(Call.objects.values())) == before
    return [one.code for one in refusal.value.obstacles]


def letters() -> list[tuple[str, str]]:
    kinds = ("meeting_called", "meeting_for_information")
    return list(
        Notice.objects.exclude(template__in=kinds).order_by("pk").values_list("template", "to")
    )


def test_an_answer_is_kept_and_told_to_members_only(meeting, member):
    answer(meeting, member, Reply.COMING, note="Kommer en kvart sent.")

    call = meeting.calls.get(person=member.person)
    assert (call.reply, call.note, call.seen_at) == ("coming", "Kommer en kvart sent.", THEN["now"])
    entry = Entry.objects.last()
    assert tell(entry) == "Maj Ledamot svarade på kallelsen till Samråd den 20 mars 2026: kommer."
    assert entry.visibility == Visibility.MEMBERS
    assert "kvart" not in entry.text


def test_why_someone_cannot_come_is_never_in_the_journal_or_in_a_letter(meeting, member):
    answer(meeting, member, Reply.ABSENT, note="Ska opereras.")

    assert not Entry.objects.filter(text__contains="opereras").exists()
    assert "opereras" not in str(list(Notice.objects.values_list("facts", flat=True)))


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_an_apology_proposes_the_next_substitute_to_those_who_lead(meeting, body, member, first):
    coordinator = RoleFactory(collaboration=body.collaboration).person
    UserFactory(person=coordinator, email="kim@example.invalid")

    answer(meeting, member, Reply.ABSENT)

    assert [(a.mission, b.person) for a, b in seats_to_fill(meeting)] == [
        (member.pk, first.person_id)
    ]
    assert letters() == [("apology_made", "kim@example.invalid")]
    letter = rendered(Notice.objects.last())
    assert letter.subject == "Förhinder: Maj Ledamot, Samråd 20 mars 2026"
    assert "Näst i tur som ersättare: Elsa Etta." in letter.body
    assert "/arbeta/moten/" in letter.body


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_the_substitute_is_called_by_a_link_of_their_own(meeting, member, first):
    answer(meeting, member, Reply.ABSENT)

    call = call_substitute(meeting.pk, member.pk, first.person_id, **THEN)

    assert (call.instead_of, call.reply) == (member, "")
    assert letters() == [("substitute_called", first.person.email)]
    letter = rendered(Notice.objects.last())
    assert "Maj Ledamot har anmält förhinder" in letter.body
    assert "/l/mote/" in letter.body


@pytest.mark.rule("R065")
def test_a_substitute_is_called_only_for_one_who_cannot_come_and_once(
    meeting, member, first, second
):
    ordinary = {"meeting_id": meeting.pk, "absent_mission": member.pk, **THEN}
    assert refused(call_substitute, person_id=first.person_id, **ordinary) == ["member_is_coming"]
    answer(meeting, member, Reply.ABSENT)
    call_substitute(person_id=first.person_id, **ordinary)

    assert refused(call_substitute, person_id=second.person_id, **ordinary) == [
        "substitute_is_called"
    ]


@pytest.mark.rule("R065")
def test_a_substitute_of_another_principal_is_not_called(meeting, body, member):
    stranger = seat(body, PrincipalFactory(collaboration=body.collaboration), substitute=True)
    answer(meeting, member, Reply.ABSENT)

    found = refused(call_substitute, meeting.pk, member.pk, stranger.person_id, **THEN)

    assert found == ["substitute_of_other_principal"]


def test_a_mission_of_another_body_has_no_seat_to_fill(meeting, first):
    with pytest.raises(Mission.DoesNotExist):
        call_substitute(meeting.pk, MissionFactory().pk, first.person_id, **THEN)


@pytest.mark.rule("R095")
def test_where_the_body_says_so_substitutes_are_called_by_themselves_until_nobody_is_left(
    meeting, body, member, first, second
):
    by_itself(body)
    UserFactory(person=RoleFactory(collaboration=body.collaboration).person, email="k@example.se")

    answer(meeting, member, Reply.ABSENT)
    assert called_for(meeting, member) == ["Elsa Etta"]
    answer(meeting, first, Reply.ABSENT)
    assert called_for(meeting, member) == ["Tor Tvåa"]
    answer(meeting, second, Reply.ABSENT)
    assert called_for(meeting, member) == []

    assert [kind for kind, to in letters() if to == "k@example.se"] == ["apology_made"] * 3
    assert "Ingen ersättare är kvar" in rendered(Notice.objects.last()).body


@pytest.mark.rule("R065")
def test_when_the_member_can_come_after_all_the_substitute_is_let_go(meeting, member, first):
    answer(meeting, member, Reply.ABSENT)
    call_substitute(meeting.pk, member.pk, first.person_id, **THEN)

    answer(meeting, member, Reply.COMING)

    assert called_for(meeting, member) == []
    assert letters()[-1] == ("substitute_released", first.person.email)
    assert seats_to_fill(meeting) == []


def test_one_who_is_let_go_is_called_for_the_next_who_cannot_come(
    meeting, body, ask, member, first, second
):
    by_itself(body)
    other = MissionFactory(body=body, principal=ask, place=2)
    call_successors(meeting.pk, **THEN)
    for gone in (member, second, other):
        answer(meeting, gone, Reply.ABSENT)
    assert (called_for(meeting, member), called_for(meeting, other)) == (["Elsa Etta"], [])

    answer(meeting, member, Reply.COMING)

    assert (called_for(meeting, member), called_for(meeting, other)) == ([], ["Elsa Etta"])


def test_the_same_apology_twice_calls_nobody_twice(meeting, body, member):
    by_itself(body)
    answer(meeting, member, Reply.ABSENT)
    before = letters()

    answer(meeting, member, Reply.ABSENT, note="Samma igen.")

    assert letters() == before


@pytest.mark.parametrize("stage", [MeetingStage.HELD, MeetingStage.CANCELLED])
def test_no_answer_after_the_meeting(meeting, member, stage):
    meeting.stage = stage
    meeting.save()

    assert refused(answer, meeting, member, Reply.ABSENT) == ["answer_too_late"]


def test_distance_is_what_the_body_allows(meeting, body, member):
    assert refused(answer, meeting, member, Reply.AT_A_DISTANCE) == ["no_distance_here"]

    set_attendance_order(body.pk, distance_allowed=True, calls_substitutes=False, **THEN)

    assert answer(meeting, member, Reply.AT_A_DISTANCE).reply == Reply.AT_A_DISTANCE


def test_a_message_holds_no_identity_number(meeting, member):
    found = refused(answer, meeting, member, Reply.ABSENT, note="811218-9876")

    assert found == ["identity_number"]


# --- Those who come and go after the summons


def ends(mission, on) -> None:
    mission.period = from_day(date(2020, 1, 1), on)
    mission.save()


def test_a_successor_is_called_and_the_predecessors_call_is_taken_back(meeting, body, ask, member):
    ends(member, date(2026, 3, 18))
    heir = seat(body, ask, period=from_day(date(2026, 3, 18)))

    called = call_successors(meeting.pk, **THEN)

    assert [one.person for one in called] == [heir.person]
    assert meeting.calls.get(person=member.person).revoked_at == THEN["now"]
    assert letters() == [
        ("successor_called", heir.person.email),
        ("call_withdrawn", member.person.email),
    ]
    assert "/l/mote/" in rendered(Notice.objects.get(template="successor_called")).body
    assert refused(call_successors, meeting.pk, **THEN) == ["nobody_to_call"]
    assert refused(answer, meeting, member, Reply.COMING) == ["call_is_revoked"]


def test_a_substitute_called_for_one_who_left_is_let_go(meeting, member, first):
    answer(meeting, member, Reply.ABSENT)
    call_substitute(meeting.pk, member.pk, first.person_id, **THEN)
    ends(member, date(2026, 3, 18))

    call_successors(meeting.pk, **THEN)

    assert called_for(meeting, member) == []
    assert ("substitute_released", first.person.email) in letters()


def test_one_who_comes_back_gets_a_new_link(meeting, member):
    ends(member, date(2026, 3, 18))
    call_successors(meeting.pk, **THEN)
    before = meeting.calls.get(person=member.person).key
    ends(member, None)

    call_successors(meeting.pk, **THEN)

    call = meeting.calls.get(person=member.person)
    assert call.revoked_at is None
    assert call.key != before


def test_a_guest_stays_called(meeting, body):
    guest = PersonFactory(collaboration=body.collaboration)
    Call.objects.create(
        meeting=meeting,
        person=guest,
        key="gast",
        issued_at=THEN["now"],
        expires_at=datetime(2027, 1, 1, tzinfo=UTC),
    )

    assert refused(call_successors, meeting.pk, **THEN) == ["nobody_to_call"]


def test_nobody_is_called_to_a_meeting_that_is_not(body, member):
    meeting = plan_meeting(body.pk, on=DAY, **THEN)

    assert refused(call_successors, meeting.pk, **THEN) == ["not_called_yet"]
