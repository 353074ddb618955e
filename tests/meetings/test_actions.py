"""A meeting from its planning to approved minutes, and what happens when a step is refused."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from samverkan.bodies.choices import Power
from samverkan.cases.choices import CaseStage
from samverkan.dispatches.actions import dispatch_recommendation, register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.rules import Told
from samverkan.documents.models import Clause
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    Attending,
    add_point,
    approve_minutes,
    call_meeting,
    cancel_meeting,
    close_meeting,
    conclude_point,
    note_attendance,
    obstacles_before_closed,
    place_case,
    plan_meeting,
    stamp_of,
)
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Attendance, Item, Meeting, Minutes
from tests.factories import (
    BodyFactory,
    CaseFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    UserFactory,
)

DAY = date(2026, 3, 12)
THEN = {"by": Actor("Testare"), "now": datetime(2026, 3, 12, 15, tzinfo=UTC)}
CLAUSES = ["att anta rutinen, samt", "att följa upp den."]
IDENTITY_NUMBER = "19811218-9876"


@pytest.fixture
def body(db):
    return BodyFactory(first_point=76, name="Samråd")


@pytest.fixture
def seat(body):
    return MissionFactory(body=body, person__elected=True, person__party="S")


def plan(body, on=DAY, **facts) -> Meeting:
    return plan_meeting(body.pk, on=on, **facts, **THEN)


@pytest.fixture
def meeting(body, seat) -> Meeting:
    return plan(body)


def prepared(body, **facts):
    return CaseFactory(collaboration=body.collaboration, body=body, prepared=True, **facts)


@pytest.fixture
def item(meeting) -> Item:
    return place_case(meeting.pk, prepared(meeting.body).number, **THEN)


def attend(meeting, seat, *others):
    return note_attendance(
        meeting.pk, [Attending(seat.person_id), *others], led_by=seat.person_id, **THEN
    )


def hold(meeting, seat) -> Meeting:
    attend(meeting, seat)
    return close_meeting(meeting.pk, **THEN)


def approve(meeting, seat, **facts) -> Minutes:
    given = {"approver": seat.person_id, "title": "ordförande", "approved_on": DAY}
    return approve_minutes(meeting.pk, **given | facts | THEN)


def recommend(item, **facts) -> Item:
    return conclude_point(item.pk, Outcome.RECOMMENDED, **{"clauses": CLAUSES} | facts | THEN)


def rows():
    tables = (Meeting, Item, Attendance, Minutes, Entry, Notice)
    return [list(table.objects.order_by("pk").values()) for table in tables]


def refused(act, *args, **kwargs) -> list[str]:
    before = rows()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert rows() == before
    return [one.code for one in refusal.value.obstacles]


def verbs() -> list[str]:
    return list(Entry.objects.order_by("sequence").values_list("verb", flat=True))


# --- Planning, agenda and summons


@pytest.mark.rule("R294")
@pytest.mark.rule("R295")
@pytest.mark.rule("R301")
@pytest.mark.rule("R302")
@pytest.mark.rule("R303")
@pytest.mark.rule("R292")
@pytest.mark.rule("R293")
def test_every_meeting_opens_with_its_chair_and_then_sets_the_agenda(meeting):
    headings = list(meeting.items.values_list("heading", flat=True))

    assert headings == [
        "Ordföranden öppnar mötet",
        "Fastställande av agenda",
        "Anteckningar från föregående möte",
        "Koordinatorernas rapport",
        "Kommande möte",
        "Övriga frågor",
        "Ordföranden avslutar mötet",
    ]


@pytest.mark.rule("R324")
def test_a_body_meets_once_a_day_within_its_time(body, meeting):
    assert refused(plan, body) == ["meeting_exists"]
    assert refused(plan, BodyFactory(ended=True)) == ["body_not_there"]


def test_a_place_holds_no_identity_number(body):
    assert refused(plan, body, place=f"Hos {IDENTITY_NUMBER}") == ["identity_number"]


def test_what_is_placed_comes_between_the_opening_and_the_closing_points(meeting):
    case = prepared(meeting.body)
    place_case(meeting.pk, case.number, **THEN)
    add_point(meeting.pk, kind=ItemKind.DISCUSSION, heading="Läget i länet", **THEN)

    headings = list(meeting.items.values_list("heading", flat=True))

    assert headings[4:6] == [case.title, "Läget i länet"]
    assert verbs() == ["meeting.planned", "case.placed", "meeting.point_added"]


@pytest.mark.rule("R157")
def test_only_a_prepared_case_of_the_body_is_placed_and_only_once(meeting, item):
    raised = CaseFactory(collaboration=meeting.collaboration, body=meeting.body)
    foreign = CaseFactory(collaboration=meeting.collaboration, prepared=True)

    assert refused(place_case, meeting.pk, raised.number, **THEN) == ["case_not_prepared"]
    assert refused(place_case, meeting.pk, foreign.number, **THEN) == ["case_of_other_body"]
    assert refused(place_case, meeting.pk, item.case.number, **THEN) == ["case_already_placed"]


def test_a_returned_case_can_be_placed_again(body, meeting, item):
    conclude_point(item.pk, Outcome.RETURNED, text="Mer underlag behövs.", **THEN)

    again = place_case(plan(body, on=DAY + timedelta(days=30)).pk, item.case.number, **THEN)

    assert again.case.stage == CaseStage.PREPARED


@pytest.mark.rule("R157")
def test_the_summons_goes_to_the_bodys_members_with_the_agenda(meeting, item, seat):
    UserFactory(person=seat.person, email="ledamot@example.invalid")
    UserFactory(person=PersonFactory(collaboration=meeting.collaboration))

    call_meeting(meeting.pk, **THEN)

    notice = Notice.objects.get()
    assert notice.to == "ledamot@example.invalid"
    assert item.heading in notice.facts["points"]
    assert refused(call_meeting, meeting.pk, **THEN) == ["already_called"]


@pytest.mark.rule("R157")
def test_an_agenda_of_formalities_is_not_sent(body):
    meeting = plan(body, standing_points=False)
    add_point(meeting.pk, kind=ItemKind.FORMAL, heading="Mötet öppnas", **THEN)

    assert refused(call_meeting, meeting.pk, **THEN) == ["agenda_is_empty"]


def test_a_point_has_a_heading_and_no_identity_number(meeting):
    point = {"kind": ItemKind.REPORT, **THEN}

    assert refused(add_point, meeting.pk, heading=" ", **point) == ["no_heading"]
    assert refused(add_point, meeting.pk, heading="x", text=IDENTITY_NUMBER, **point) == [
        "identity_number"
    ]


# --- Attendance


@pytest.fixture
def substitute(body):
    principal = PrincipalFactory(collaboration=body.collaboration)
    absent = MissionFactory(body=body, principal=principal)
    standing_in = MissionFactory(body=body, principal=principal, substitute=True)
    return absent, standing_in


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_a_substitute_decides_for_a_named_absent_member(meeting, seat, substitute):
    absent, standing_in = substitute

    attend(meeting, seat, Attending(standing_in.person_id, stands_for=absent.pk))

    noted = Attendance.objects.get(person=standing_in.person)
    assert (noted.part, noted.stands_for, noted.principal) == (
        Part.DECIDING,
        absent,
        absent.principal,
    )


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_a_substitute_does_not_decide_for_nobody_or_for_another_principal(
    meeting, seat, substitute
):
    absent, standing_in = substitute
    alone = Attending(standing_in.person_id)
    for_other = Attending(standing_in.person_id, stands_for=seat.pk)
    beside = [
        Attending(standing_in.person_id, stands_for=absent.pk),
        Attending(absent.person_id),
    ]

    assert refused(attend, meeting, seat, alone) == ["substitute_for_nobody"]
    assert "substitute_for_other_principal" in refused(attend, meeting, seat, for_other)
    assert refused(attend, meeting, seat, *beside) == ["substitute_for_present"]


@pytest.mark.rule("R291")
def test_one_without_a_seat_listens_but_does_not_decide(meeting, seat):
    guest = PersonFactory(collaboration=meeting.collaboration)

    assert refused(attend, meeting, seat, Attending(guest.pk)) == ["deciding_not_member"]
    attend(meeting, seat, Attending(guest.pk, Part.GUEST))

    assert meeting.attendances.get(person=guest).part == Part.GUEST


def test_the_one_who_led_was_there(meeting, seat):
    led_by = PersonFactory(collaboration=meeting.collaboration).pk

    codes = refused(note_attendance, meeting.pk, [Attending(seat.person_id)], led_by=led_by, **THEN)

    assert codes == ["leader_not_present"]


def test_attendance_is_written_anew_until_the_meeting_is_closed(meeting, seat, substitute):
    attend(meeting, seat, Attending(substitute[0].person_id))
    hold(meeting, seat)

    assert meeting.attendances.count() == 1
    assert refused(attend, meeting, seat) == ["meeting_is_held"]


@pytest.mark.rule("R289")
@pytest.mark.rule("R291")
def test_the_minutes_list_the_deciding_with_party_then_the_others(meeting, seat):
    here = {"collaboration": meeting.collaboration}
    rapporteur, secretary = PersonFactory(**here), PersonFactory(**here)
    attend(
        meeting,
        seat,
        Attending(rapporteur.pk, Part.RAPPORTEUR),
        Attending(secretary.pk, Part.SECRETARY),
    )

    text = minutes_text(meeting)

    assert [(one["name"], one["party"]) for one in text["deciding"]] == [(seat.person.name, "S")]
    assert (text["rapporteurs"], text["secretaries"]) == ([rapporteur.name], [secretary.name])
    assert (text["body"], text["on"], text["place"]) == (
        meeting.body.name,
        str(meeting.on),
        meeting.place,
    )


# --- Outcomes


@pytest.mark.rule("R006")
@pytest.mark.rule("R297")
def test_a_body_recommends_in_clauses_under_its_own_name(item):
    recommend(item)

    item.refresh_from_db()
    assert item.clauses.lead == "Samråd rekommenderar huvudmännen"
    assert [one.text for one in item.clauses.clauses.all()] == CLAUSES
    entry = Entry.objects.last()
    assert (entry.verb, entry.content["rule"]) == ("point.concluded", "R006")


@pytest.mark.rule("R005")
@pytest.mark.rule("R006")
@pytest.mark.parametrize("power", [Power.TALKS, Power.PREPARES])
def test_a_body_that_prepares_does_not_recommend(meeting, item, power):
    meeting.body.power = power
    meeting.body.save()

    assert refused(recommend, item) == ["body_does_not_recommend"]


@pytest.mark.rule("R005")
@pytest.mark.rule("R008")
def test_a_body_decides_on_nothing_but_its_own_forms_of_work(item):
    decision = {"clauses": ["att höja avgiften."], **THEN}
    act = (conclude_point, item.pk, Outcome.INNER_DECISION)

    assert refused(*act, inner_kind="avgifter", **decision) == ["not_an_inner_matter"]
    assert refused(*act, **decision) == ["not_an_inner_matter"]


@pytest.mark.rule("R008")
def test_on_its_own_forms_of_work_a_body_decides(item):
    conclude_point(
        item.pk,
        Outcome.INNER_DECISION,
        clauses=["att möten hålls fyra gånger om året."],
        inner_kind="den egna arbetsordningen",
        **THEN,
    )

    item.refresh_from_db()
    assert item.clauses.lead == "Samråd beslutar"


@pytest.mark.rule("R296")
def test_an_information_point_leads_to_no_recommendation(meeting):
    point = add_point(meeting.pk, kind=ItemKind.INFORMATION, heading="Läget", **THEN)

    assert "not_a_decision_point" in refused(recommend, point)


@pytest.mark.rule("R297")
@pytest.mark.parametrize(
    ("clauses", "code"),
    [
        ([], "no_clauses"),
        (["Kommunerna antar rutinen."], "clause_without_att"),
        (["Att anta rutinen."], "clause_without_att"),
        (["att anta rutinen enligt bilaga 1."], "annex_not_attached"),
    ],
)
def test_clauses_begin_with_att_and_have_their_annexes(item, clauses, code):
    assert refused(recommend, item, clauses=clauses) == [code]


def test_no_identity_number_comes_into_an_outcome(item):
    assert refused(recommend, item, text=f"Om {IDENTITY_NUMBER}") == ["identity_number"]
    assert refused(recommend, item, clauses=[f"att {IDENTITY_NUMBER} får bidrag."]) == [
        "identity_number"
    ]


def test_an_outcome_can_be_written_anew_until_the_meeting_is_closed(item, meeting, seat):
    recommend(item)
    recommend(item, clauses=["att avvakta."])
    item.refresh_from_db()

    assert [one.text for one in item.clauses.clauses.all()] == ["att avvakta."]
    hold(meeting, seat)
    assert "meeting_is_held" in refused(recommend, item)


def test_what_someone_else_noted_meanwhile_is_not_written_over(item):
    seen = stamp_of(item)
    recommend(item, text="Först", seen=seen)

    assert refused(recommend, item, text="Sedan", seen=seen) == ["point_changed_meanwhile"]


# --- Closing: points numbered on across meetings


@pytest.mark.rule("R290")
def test_points_are_numbered_on_across_meetings_without_a_gap(body, seat, meeting):
    later = plan(body, on=DAY + timedelta(days=30))
    now = {"by": THEN["by"], "now": THEN["now"] + timedelta(days=30)}

    hold(meeting, seat)
    attend(later, seat)
    close_meeting(later.pk, **now)

    numbers = list(
        Item.objects.filter(body=body).order_by("number").values_list("number", flat=True)
    )
    assert numbers == list(range(76, 76 + len(numbers)))
    assert list(later.items.values_list("number", flat=True)) == numbers[-7:]


@pytest.mark.rule("R290")
def test_a_later_meeting_is_not_closed_before_an_earlier(body, seat, meeting):
    earlier = plan(body, on=DAY - timedelta(days=30))
    attend(meeting, seat)

    assert refused(close_meeting, meeting.pk, **THEN) == ["earlier_meeting_open"]
    hold(earlier, seat)
    assert close_meeting(meeting.pk, **THEN).stage == MeetingStage.HELD


@pytest.mark.rule("R290")
def test_bodies_count_each_for_itself(body, seat, meeting):
    other = MissionFactory(body__collaboration=body.collaboration)
    theirs = plan(other.body)

    hold(meeting, seat)
    hold(theirs, other)

    assert theirs.items.order_by("number").first().number == 1


@pytest.mark.rule("R290")
def test_the_database_refuses_a_number_that_is_taken(body, seat, meeting):
    hold(meeting, seat)

    later = plan(body, on=DAY + timedelta(days=30))
    later.items.filter(position=10).update(number=76)

    with pytest.raises(IntegrityError, match="point_number_is_unique"), transaction.atomic():
        connection.check_constraints()
    later.items.update(number=None)


def test_a_meeting_with_a_point_to_take_a_stand_on_is_not_closed(meeting, item, seat):
    attend(meeting, seat)

    assert refused(close_meeting, meeting.pk, **THEN) == ["points_without_outcome"]


@pytest.mark.rule("R291")
@pytest.mark.rule("R292")
def test_a_meeting_without_attendance_or_leader_is_not_closed(meeting):
    assert refused(close_meeting, meeting.pk, **THEN) == ["nobody_present", "nobody_led"]


def test_a_meeting_is_not_closed_before_its_day(body, seat):
    meeting = plan(body, on=DAY + timedelta(days=1))
    attend(meeting, seat)

    assert refused(close_meeting, meeting.pk, **THEN) == ["meeting_not_yet"]


@pytest.mark.parametrize(
    ("outcome", "stage"),
    [
        (Outcome.RECOMMENDED, CaseStage.RECOMMENDED),
        (Outcome.NOT_AGREED, CaseStage.CLOSED),
        (Outcome.RETURNED, CaseStage.PREPARED),
        (Outcome.NOTED, CaseStage.PREPARED),
    ],
)
def test_the_outcome_moves_the_case(meeting, item, seat, outcome, stage):
    clauses = CLAUSES if outcome is Outcome.RECOMMENDED else ()
    conclude_point(item.pk, outcome, clauses=clauses, **THEN)
    hold(meeting, seat)

    item.case.refresh_from_db()
    assert item.case.stage == stage


# --- Approval


@pytest.fixture
def held(meeting, item, seat) -> Meeting:
    recommend(item)
    return hold(meeting, seat)


@pytest.mark.rule("R304")
def test_the_one_who_led_approves_and_the_text_is_frozen(held, seat):
    minutes = approve(held, seat)

    held.refresh_from_db()
    assert (held.stage, minutes.sha256) == (MeetingStage.APPROVED, digest(minutes.content))
    assert (minutes.content["approved_by"], minutes.content["approver_title"]) == (
        seat.person.name,
        "ordförande",
    )
    assert minutes.content["first_point"] == 76
    assert verbs()[-2:] == ["recommendation.drawn_up", "minutes.approved"]


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"approved_on": None}, "no_approval_day"),
        ({"approved_on": date(2026, 3, 13)}, "approval_day_outside"),
        ({"title": IDENTITY_NUMBER}, "identity_number"),
        ({"note": IDENTITY_NUMBER}, "identity_number"),
    ],
)
def test_an_approval_that_does_not_hold_is_refused(held, seat, facts, code):
    assert refused(approve, held, seat, **facts) == [code]


@pytest.mark.rule("R304")
def test_nobody_else_approves(held, seat, body):
    other = MissionFactory(body=body)

    assert refused(approve, held, other) == ["not_an_adjuster"]


@pytest.mark.rule("R304")
def test_minutes_are_approved_once(held, seat):
    approve(held, seat)

    assert refused(approve, held, seat) == ["not_to_approve_now"]


@pytest.mark.rule("R304")
def test_approved_minutes_are_locked_for_every_act(held, item, seat):
    approve(held, seat)
    now = {"heading": "Till sist", "kind": ItemKind.REPORT, **THEN}

    assert "meeting_is_held" in refused(recommend, item)
    assert refused(add_point, held.pk, **now) == ["meeting_is_held"]
    assert refused(attend, held, seat) == ["meeting_is_held"]


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    "change",
    [
        lambda held: Minutes.objects.update(approver_title="någon annan"),
        lambda held: Minutes.objects.all()._raw_delete("default"),
        lambda held: held.items.update(text="Något annat"),
        lambda held: held.items.all()._raw_delete("default"),
        lambda held: held.items.update(meeting=plan(held.body, on=DAY + timedelta(days=9))),
        lambda held: Clause.objects.update(text="att göra något annat"),
        lambda held: Clause.objects.all()._raw_delete("default"),
        lambda held: held.attendances.update(part=Part.GUEST),
        lambda held: held.attendances.all()._raw_delete("default"),
        lambda held: Attendance.objects.create(
            meeting=held,
            person=PersonFactory(collaboration=held.collaboration),
            part=Part.GUEST,
        ),
    ],
)
def test_the_database_itself_refuses_to_change_approved_minutes(held, seat, change):
    approve(held, seat)

    with pytest.raises(IntegrityError), transaction.atomic():
        change(held)


# --- What follows: the recommendation, and its way back to the body


@pytest.mark.rule("R006")
def test_a_recommendation_is_drawn_up_as_the_text_stood(held, item, seat):
    assert not Recommendation.objects.exists()

    approve(held, seat)

    recommendation = Recommendation.objects.get()
    item.refresh_from_db()
    assert (recommendation.clauses, recommendation.point) == (CLAUSES, item.number)
    assert (recommendation.agreed_on, recommendation.case) == (DAY, item.case)


@pytest.fixture
def dispatched(held, seat, body) -> Recommendation:
    approve(held, seat)
    number = Recommendation.objects.get().number
    return dispatch_recommendation(body.collaboration_id, number, **THEN)


def answer(recommendation):
    return register_answer(
        recommendation.dispatches.first().pk,
        Told(AnswerKind.RECEIVED, reference_number="KS 2026/17"),
        seen=0,
        **THEN,
    )


@pytest.mark.rule("R153")
def test_the_outcome_comes_to_the_next_agenda_by_itself(dispatched, body):
    later = plan(body, on=DAY + timedelta(days=60), starts_at=time(9, 0))
    assert not later.items.filter(kind=ItemKind.REPORT_BACK).exists()

    answer(dispatched)

    point = later.items.get(kind=ItemKind.REPORT_BACK)
    assert point.heading == f"Återrapportering: {dispatched.title}"
    assert "huvudmän har beslutat" in point.text


@pytest.mark.rule("R153")
def test_a_meeting_that_is_planned_later_gets_the_point_too(dispatched, body):
    answer(dispatched)

    later = plan(body, on=DAY + timedelta(days=60))

    assert later.items.filter(kind=ItemKind.REPORT_BACK, case=dispatched.case).count() == 1


@pytest.mark.rule("R153")
def test_reported_back_it_does_not_come_again_until_there_is_news(dispatched, body, seat):
    answer(dispatched)
    day = DAY + timedelta(days=60)
    now = {"by": THEN["by"], "now": THEN["now"] + timedelta(days=60)}
    later = plan(body, on=day)
    attend(later, seat)
    close_meeting(later.pk, **now)
    approve_minutes(later.pk, approver=seat.person_id, title="ordförande", approved_on=day, **now)

    after = plan(body, on=day + timedelta(days=60))

    dispatched.case.refresh_from_db()
    assert dispatched.case.stage == CaseStage.REPORTED_BACK
    assert not after.items.filter(kind=ItemKind.REPORT_BACK).exists()


# --- Cancelling


def test_a_cancelled_meeting_lets_its_cases_go_and_no_later_meeting_waits_for_it(
    body, seat, meeting, item
):
    cancel_meeting(meeting.pk, reason="För få kan komma.", **THEN)
    later = plan(body, on=DAY + timedelta(days=7))

    place_case(later.pk, item.case.number, **THEN)
    attend(later, seat)
    waiting = [one.code for one in obstacles_before_closed(later, later.on)]
    assert "points_without_outcome" in waiting
    assert "earlier_meeting_open" not in waiting
    assert verbs().count("meeting.cancelled") == 1


def test_a_meeting_is_cancelled_with_a_reason_and_not_after_it_was_held(meeting, item, seat):
    assert refused(cancel_meeting, meeting.pk, reason=" ", **THEN) == ["no_reason_to_cancel"]
    recommend(item)
    hold(meeting, seat)

    assert refused(cancel_meeting, meeting.pk, reason="Sent", **THEN) == ["meeting_is_held"]


def test_those_who_were_called_are_told(meeting, item, seat):
    UserFactory(person=seat.person)
    call_meeting(meeting.pk, **THEN)
    cancel_meeting(meeting.pk, reason="Storm.", **THEN)

    letters = Notice.objects.filter(template="meeting_cancelled")
    assert [one.to for one in letters] == [seat.person.account.email]
    assert "Storm." in rendered(letters.get()).body


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
def test_a_substitute_of_two_principals_stands_for_either(body):
    """A small municipality may ask its neighbour's substitute to be its own too."""
    here, there = MissionFactory.create_batch(2, body=body)
    shared = MissionFactory(body=body, principal=here.principal, substitute=True).person
    MissionFactory(body=body, principal=there.principal, person=shared, substitute=True)
    meeting = plan_meeting(body.pk, on=date(2026, 3, 12), **THEN)

    for absent in (here, there):
        note_attendance(
            meeting.pk, [Attending(shared.pk, stands_for=absent.pk)], led_by=shared.pk, **THEN
        )
        assert meeting.attendances.get().principal == absent.principal
