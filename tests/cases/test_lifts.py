"""Lifting a case to another level, through the principals' line."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samverkan.cases import climbing
from samverkan.cases.actions import (
    Said,
    begin_lift,
    complete_lift,
    line_link_of,
    lines_to_remind,
    note_line_entry,
    remind_line,
    send_line_link,
    withdraw_lift,
)
from samverkan.cases.choices import CaseStage, LiftState, LineAnswer
from samverkan.cases.models import Case, Lift, LineEntry, LineLink
from samverkan.cases.rules import (
    Stands,
    is_other_level,
    may_be_written_to,
    obstacles_to_begin,
    obstacles_to_complete,
    obstacles_to_note,
    obstacles_to_withdraw,
)
from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.journal.tokens import token_of
from samverkan.meetings.actions import place_case, plan_meeting
from tests.cases.ladders import NOW, REASON, THEN, a_ladder, answered, lifted, prepared_at, refused
from tests.factories import TESTER, BodyFactory, CaseFactory

BEGIN = {
    "stage": CaseStage.PREPARED,
    "same_body": False,
    "same_collaboration": True,
    "there": True,
    "other_level": True,
    "lifted": False,
    "reason": REASON,
    "asked": {1, 2},
    "principals": {1, 2},
    "left_out_reason": "",
    "skipped": [],
}
NOTE = {
    "state": LiftState.OPEN,
    "answer": LineAnswer.AGREES,
    "function": "Socialchef",
    "person": "Sara Snölykta",
    "comment": "",
    "by_link": True,
    "typed_reason": "",
    "changed_meanwhile": False,
}
COMPLETE = {
    "state": LiftState.OPEN,
    "before": [],
    "admission": [],
    "silent": [],
    "objecting": [],
}
AGREES = Said(LineAnswer.AGREES, "Socialchef", "Sara Snölykta")
OBJECTS = Said(LineAnswer.OBJECTS, "Socialchef", "Sara Snölykta", "Vi hinner inte.")
IDENTITY_NUMBER = "19811218-9876"


def told(found):
    return [(one.code, isinstance(one, Remark)) for one in found]


@pytest.mark.rule("R148")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"stage": CaseStage.RAISED}, []),
        ({"stage": CaseStage.RECOMMENDED}, [("case_is_treated", False)]),
        ({"same_body": True, "other_level": False}, [("case_already_there", False)]),
        ({"same_collaboration": False}, [("body_of_other_collaboration", False)]),
        ({"there": False}, [("body_takes_no_cases", False)]),
        ({"other_level": False}, [("same_level", False)]),
        ({"lifted": True}, [("lift_is_open", False)]),
        ({"reason": " "}, [("no_reason_to_lift", False)]),
        ({"asked": set()}, [("nobody_asked", False)]),
        ({"asked": {1}}, [("no_reason_to_leave_out", False)]),
        ({"asked": {1}, "left_out_reason": "Bara kusten berörs."}, []),
        ({"asked": {1, 9}}, [("asked_no_principal", False)]),
        ({"skipped": ["Samråd"]}, [("step_skipped", True)]),
    ],
)
def test_a_lift_begins_when(change, expected):
    assert told(obstacles_to_begin(**BEGIN | change)) == expected


@pytest.mark.rule("R148")
@pytest.mark.parametrize(
    ("change", "other"),
    [
        ({}, False),
        ({"responsibility": "committee"}, True),
        ({"sphere": "political"}, True),
        ({"level": "local"}, True),
        ({"prepared_by": 7}, True),
    ],
)
def test_what_another_level_is(change, other):
    one = {"level": "regional", "sphere": "officials", "responsibility": "management"}

    assert is_other_level(Stands(**one), Stands(**one | change)) is other


@pytest.mark.rule("R147")
@pytest.mark.rule("R148")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": LiftState.COMPLETED}, "lift_has_ended"),
        ({"state": LiftState.WITHDRAWN}, "lift_has_ended"),
        ({"answer": None}, "no_line_answer"),
        ({"function": " "}, "no_line_function"),
        ({"person": ""}, "no_line_person"),
        ({"answer": LineAnswer.OBJECTS}, "no_line_comment"),
        ({"answer": LineAnswer.HAS_VIEWS}, "no_line_comment"),
        ({"by_link": False}, "no_reason_to_type_in"),
        ({"changed_meanwhile": True}, "line_changed_meanwhile"),
    ],
)
def test_an_answer_is_not_noted_when(change, code):
    assert [one.code for one in obstacles_to_note(**NOTE | change)] == [code]


def test_answers_that_are_noted():
    assert obstacles_to_note(**NOTE) == []
    not_yet = {"answer": LineAnswer.NOT_YET, "function": "", "person": ""}
    assert obstacles_to_note(**NOTE | not_yet) == []
    assert obstacles_to_note(**NOTE | {"by_link": False, "typed_reason": "Per telefon."}) == []


@pytest.mark.rule("R148")
def test_silent_lines_are_a_remark_and_an_obstacle_where_the_routine_says_so():
    silent = {"silent": ["Malå"]}

    assert told(obstacles_to_complete(**COMPLETE)) == []
    assert told(obstacles_to_complete(**COMPLETE | silent)) == [("lines_silent", True)]
    assert told(obstacles_to_complete(**COMPLETE | silent, every_line_answers=True)) == [
        ("lines_must_answer", False)
    ]


def test_an_objection_is_a_remark_and_the_rest_comes_first():
    found = obstacles_to_complete(
        **COMPLETE
        | {
            "state": LiftState.WITHDRAWN,
            "before": [Obstacle("not_prepared_below")],
            "admission": [Remark("admission_warns")],
            "objecting": ["Malå"],
        }
    )

    assert told(found) == [
        ("lift_has_ended", False),
        ("not_prepared_below", False),
        ("admission_warns", True),
        ("lines_object", True),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": LiftState.COMPLETED}, "lift_has_ended"),
        ({"reason": " "}, "no_reason_to_withdraw"),
    ],
)
def test_a_lift_is_not_taken_back_when(change, code):
    given = {"state": LiftState.OPEN, "reason": REASON} | change

    assert [one.code for one in obstacles_to_withdraw(**given)] == [code]


@pytest.mark.parametrize(
    ("facts", "may"),
    [
        ({}, True),
        ({"written_to_at": NOW - timedelta(days=7)}, True),
        ({"written_to_at": NOW - timedelta(days=6, hours=23)}, False),
        ({"answered": True}, False),
        ({"reachable": False}, False),
    ],
)
def test_a_silent_line_is_reminded_once_a_week(facts, may):
    given = {"answered": False, "reachable": True, "written_to_at": None, "now": NOW} | facts

    assert may_be_written_to(**given) is may


@pytest.fixture
def here(db):
    return a_ladder()


@pytest.fixture
def case(here):
    return CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)


def ready(here, case):
    """Prepared in LSG and admitted to Samråd, with a lift under way."""
    prepared_at(here.lsg, case, on=date(2026, 3, 12))
    answered(case, here.samrad)
    return lifted(case, here.samrad)


def entry_for(lift, number):
    return lift.entries.get(principal__slug=f"ort-{number}")


def say(lift, number, said, **facts):
    return note_line_entry(entry_for(lift, number).pk, said, by_link=True, **THEN, **facts)


@pytest.mark.rule("R147")
@pytest.mark.rule("R148")
def test_each_principal_gets_an_entry_and_a_link_of_its_own(here, case):
    lift = lifted(case, here.samrad)

    entries = climbing.entries_of(lift)
    letters = Notice.objects.filter(template="line_asked")
    keys = set(LineLink.objects.values_list("key", flat=True))
    assert [one.principal for one in entries] == here.principals
    assert {one.to for one in letters} == {one.registrar_email for one in here.principals}
    assert {one.facts["link_key"] for one in letters} == keys
    assert {one.facts["link_door"] for one in letters} == {"linje"}
    assert len(keys) == 3
    told = Entry.objects.get(verb="lift.begun")
    assert (told.content["rule"], told.subject) == ("R148", f"case/{case.number}")


@pytest.mark.rule("R148")
def test_only_those_touched_are_asked_and_the_reason_is_kept(here, case):
    one = here.principals[0]

    lift = lifted(case, here.samrad, asked={one.pk: ""}, left_out_reason="Bara Ort 1 berörs.")

    entry = climbing.entries_of(lift)[0]
    assert (entry.principal, entry.to, lift.left_out_reason) == (one, "", "Bara Ort 1 berörs.")
    assert (entry.written_to_at, Notice.objects.count()) == (None, 0)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"asked": {}}, "nobody_asked"),
        ({"reason": ""}, "no_reason_to_lift"),
        ({"reason": f"Gäller {IDENTITY_NUMBER}"}, "identity_number"),
    ],
)
def test_a_refused_lift_changes_nothing(here, case, change, code):
    assert code in refused(lifted, case, here.samrad, **change)


def test_there_is_one_lift_at_a_time(here, case):
    lifted(case, here.samrad)

    assert refused(lifted, case, here.top) == ["lift_is_open"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Lift.objects.create(
            case=case, from_body=here.lsg, to_body=here.top, reason=REASON, begun_at=NOW
        )


def test_a_case_is_not_lifted_to_where_it_is_or_to_its_own_level(here, case):
    beside = BodyFactory(
        collaboration=here.collaboration, sphere="officials", responsibility="management"
    )

    assert refused(lifted, case, here.lsg) == ["case_already_there"]
    assert refused(lifted, case, beside) == ["same_level"]


def test_another_collaborations_body_is_no_goal(here, case):
    assert "body_of_other_collaboration" in refused(lifted, case, BodyFactory())


@pytest.mark.rule("R148")
def test_a_line_answers_and_may_answer_something_else(here, case):
    lift = lifted(case, here.samrad)
    say(lift, 1, AGREES, seen=0)

    entry = say(lift, 1, OBJECTS, seen=1)

    assert (entry.answer, entry.comment, entry.revision) == ("objects", "Vi hinner inte.", 2)
    assert [one.content["facts"]["answer"] for one in Entry.objects.filter(verb="line.noted")] == [
        "instämmer",
        "invänder",
    ]


def test_the_journal_names_no_official_and_no_comment(here, case):
    lift = lifted(case, here.samrad)
    say(lift, 1, OBJECTS)

    text = Entry.objects.get(verb="line.noted").text
    assert "Sara" not in text
    assert "hinner" not in text


def test_two_who_answer_for_one_principal_do_not_write_over_each_other(here, case):
    lift = lifted(case, here.samrad)
    say(lift, 1, AGREES, seen=0)

    assert refused(say, lift, 1, OBJECTS, seen=0) == ["line_changed_meanwhile"]


@pytest.mark.rule("R148")
def test_a_coordinator_types_in_what_was_told_with_how(here, case):
    lift = lifted(case, here.samrad)
    entry = entry_for(lift, 2)

    assert refused(note_line_entry, entry.pk, AGREES, **THEN) == ["no_reason_to_type_in"]
    noted = note_line_entry(entry.pk, AGREES, typed_reason="Per telefon 1 april.", **THEN)

    assert (noted.answer, noted.typed_reason) == ("agrees", "Per telefon 1 april.")


@pytest.mark.parametrize("field", ["function", "person", "comment"])
def test_an_identity_number_from_the_line_is_never_kept(here, case, field):
    lift = lifted(case, here.samrad)
    said = {"function": "Chef", "person": "Bo", "comment": "Nej."} | {field: IDENTITY_NUMBER}

    found = refused(say, lift, 1, Said(LineAnswer.OBJECTS, **said))

    assert found == ["identity_number"]


def test_the_silent_are_reminded_with_a_new_link_and_not_twice_a_week(here, case):
    lift = lifted(case, here.samrad)
    say(lift, 1, AGREES)
    later = NOW + timedelta(days=7)

    reminded = remind_line(lift.pk, by=TESTER, now=later)

    assert [one.principal.slug for one in reminded] == ["ort-2", "ort-3"]
    assert Notice.objects.filter(template="line_reminded").count() == 2
    assert LineLink.objects.filter(revoked_at=None).count() == 5
    assert refused(remind_line, lift.pk, by=TESTER, now=later) == ["no_line_to_remind"]


def test_one_who_has_not_decided_yet_is_silent_still(here, case):
    lift = lifted(case, here.samrad)
    say(lift, 1, Said(LineAnswer.NOT_YET))

    assert len(lines_to_remind(lift, NOW + timedelta(days=7))) == 3


def test_a_new_link_ends_the_old_one(here, case):
    lift = lifted(case, here.samrad)
    old = LineLink.objects.get(entry=entry_for(lift, 1))

    send_line_link(old.entry_id, to="chef@ort.example.invalid", **THEN)

    old.refresh_from_db()
    new = LineLink.objects.get(entry=old.entry, revoked_at=None)
    assert old.revoked_at == NOW
    assert line_link_of(token_of(new.key)) == new
    assert Notice.objects.order_by("pk").last().to == "chef@ort.example.invalid"
    assert refused(send_line_link, old.entry_id, to=" ", **THEN) == ["no_address_for_line"]


def test_what_is_no_token_leads_nowhere(db):
    assert line_link_of("inget") is None


@pytest.mark.rule("R060")
@pytest.mark.rule("R091")
def test_a_lift_is_not_completed_before_lsg_has_prepared_and_the_test_is_answered(here, case):
    lift = lifted(case, here.samrad)

    found = refused(complete_lift, lift.pk, reason=REASON, **THEN)

    assert found == ["not_prepared_below", "admission_unanswered"]


@pytest.mark.rule("R148")
def test_silent_and_objecting_lines_are_passed_with_a_reason(here, case):
    lift = ready(here, case)
    say(lift, 1, AGREES)
    say(lift, 2, OBJECTS)

    assert refused(complete_lift, lift.pk, **THEN) == ["lines_silent", "lines_object"]
    done = complete_lift(lift.pk, reason="Ort 3 har fått två påminnelser.", **THEN)

    case.refresh_from_db()
    assert (case.body, case.stage) == (here.samrad, CaseStage.PREPARED)
    assert (done.state, done.end_reason) == ("completed", "Ort 3 har fått två påminnelser.")
    assert Entry.objects.get(verb="lift.completed").content["facts"]["old_body"] == "Länsgruppen"


@pytest.mark.rule("R148")
def test_the_routine_may_demand_every_lines_answer(here, case, monkeypatch):
    monkeypatch.setattr(climbing, "every_line_answers", lambda case: True)
    lift = ready(here, case)

    assert refused(complete_lift, lift.pk, reason=REASON, **THEN) == ["lines_must_answer"]


@pytest.mark.rule("R058")
def test_a_case_that_needs_no_political_consultation_goes_up_with_a_reason(here, case):
    prepared_at(here.lsg, case, on=date(2026, 3, 12))
    answered(case, here.samrad, political=False)
    lift = lifted(case, here.samrad)
    for number in (1, 2, 3):
        say(lift, number, AGREES)

    assert refused(complete_lift, lift.pk, **THEN) == ["admission_warns"]
    assert complete_lift(lift.pk, reason="Samråd har bett om frågan.", **THEN).state == "completed"


def test_a_case_on_lsgs_agenda_is_not_taken_from_it(here, case):
    lift = ready(here, case)
    meeting = plan_meeting(here.lsg.pk, on=date(2026, 5, 4), **THEN)
    place_case(meeting.pk, case.number, **THEN)

    assert refused(complete_lift, lift.pk, reason=REASON, **THEN) == ["case_on_open_agenda"]


def test_a_case_that_lsg_solved_meanwhile_is_not_lifted(here, case):
    lift = ready(here, case)
    Case.objects.filter(pk=case.pk).update(stage=CaseStage.RECOMMENDED)

    assert refused(complete_lift, lift.pk, reason=REASON, **THEN) == ["case_is_treated"]


def test_a_lift_that_has_ended_takes_nothing_more(here, case):
    lift = ready(here, case)
    complete_lift(lift.pk, reason=REASON, **THEN)

    ended = ["lift_has_ended"]
    assert refused(complete_lift, lift.pk, reason=REASON, **THEN)[0] == ended[0]
    assert refused(withdraw_lift, lift.pk, reason=REASON, **THEN) == ended
    assert refused(remind_line, lift.pk, **THEN) == ended
    assert refused(say, lift, 1, AGREES) == ended
    assert refused(send_line_link, entry_for(lift, 1).pk, to="a@b.example", **THEN) == ended


def test_a_lift_is_taken_back_with_its_reason_and_may_begin_anew(here, case):
    lift = lifted(case, here.samrad)

    withdraw_lift(lift.pk, reason="Kommunerna löste det själva.", **THEN)

    case.refresh_from_db()
    assert (case.body, climbing.open_lift(case)) == (here.lsg, None)
    assert refused(withdraw_lift, lift.pk, reason="Igen.", **THEN) == ["lift_has_ended"]
    assert lifted(case, here.samrad).state == "open"


@pytest.mark.rule("R148")
def test_to_regionledningsmotet_samrad_prepares(here):
    case = CaseFactory(collaboration=here.collaboration, body=here.samrad, prepared=True)
    prepared_at(here.samrad, case, on=date(2026, 3, 12))
    answered(case, here.top)
    lift = lifted(case, here.top)

    complete_lift(lift.pk, reason="Inga svar har kommit.", **THEN)

    case.refresh_from_db()
    assert case.body == here.top


def test_where_nobody_prepares_a_lift_needs_no_test(here):
    below = BodyFactory(
        collaboration=here.collaboration, sphere="officials", responsibility="operations"
    )
    case = CaseFactory(collaboration=here.collaboration, body=below)
    lift = lifted(case, here.lsg)
    for number in (1, 2, 3):
        say(lift, number, AGREES)

    complete_lift(lift.pk, **THEN)

    case.refresh_from_db()
    assert case.body == here.lsg


def test_a_line_is_asked_once_in_a_lift(here, case):
    lift = lifted(case, here.samrad)

    with pytest.raises(IntegrityError), transaction.atomic():
        LineEntry.objects.create(lift=lift, principal=here.principals[0])


def test_a_principal_of_elsewhere_is_not_asked(here, case):
    other = a_ladder().principals[0]

    found = refused(
        begin_lift,
        case.collaboration_id,
        case.number,
        to_body_id=here.samrad.pk,
        reason=REASON,
        asked={other.pk: "a@b.example"},
        **THEN,
    )

    assert found == ["asked_no_principal"]
