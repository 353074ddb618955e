"""The days when the principals' own bodies meet: noted, confirmed, read in; their lead times."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.line_days import (
    add_line_body,
    coming_of,
    confirm_line_days,
    mark_of,
    read_in_line_days,
    set_line_days,
    set_line_leads,
)
from samverkan.principals.line_rules import (
    MOST_LINE_DAYS,
    LineDay,
    day_changes,
    needs_confirming,
    obstacles_to_line_days,
)
from samverkan.principals.models import LineMeeting
from tests.factories import LineBodyFactory, LineMeetingFactory, PrincipalFactory

NOW = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
ACT = {"by": Actor("Kim Koordinator"), "now": NOW}
FIRST, SECOND = LineDay(date(2027, 2, 17), date(2027, 1, 27)), LineDay(date(2027, 3, 17))
SITE = "nämndens webbplats"


@pytest.fixture
def body(db):
    return LineBodyFactory(name="Socialnämnden", principal__name="Aspa kommun")


def codes(refusal):
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R319")
def test_days_are_noted_with_who_confirmed_them_and_from_where(body):
    set_line_days(body.pk, [FIRST, SECOND], confirmed=True, source=SITE, **ACT)

    first, second = body.meetings.all()
    assert (first.on, first.papers_by) == (FIRST.on, FIRST.papers_by)
    assert (second.on, second.papers_by) == (SECOND.on, None)
    assert (first.confirmed_by, first.confirmed_at, first.source) == ("Kim Koordinator", NOW, SITE)
    entry = Entry.objects.get()
    assert (entry.verb, entry.content["facts"]["new"]) == ("line_days.set", 2)


def test_what_is_not_confirmed_is_assumed(body):
    set_line_days(body.pk, [FIRST], confirmed=False, **ACT)

    assert body.meetings.get().confirmed_at is None


def test_the_coming_days_become_those_that_are_told_and_the_past_stays(body):
    LineMeetingFactory(line_body=body, on=TODAY - timedelta(days=1))
    LineMeetingFactory(line_body=body, on=date(2027, 4, 14))
    LineMeetingFactory(line_body=body, on=FIRST.on, confirmed=True)

    changes = set_line_days(body.pk, [FIRST, SECOND], confirmed=False, **ACT)

    assert [one.on for one in body.meetings.all()] == [date(2027, 1, 10), FIRST.on, SECOND.on]
    assert (changes.new, changes.changed, changes.gone) == (
        (SECOND,),
        (FIRST,),
        (date(2027, 4, 14),),
    )
    assert body.meetings.get(on=FIRST.on).confirmed_at is not None  # once confirmed, it stays so


def test_two_who_change_at_once_are_told(body):
    seen = mark_of(coming_of(body.pk, TODAY))
    set_line_days(body.pk, [FIRST], confirmed=False, seen=seen, **ACT)

    with pytest.raises(StepRefused) as refusal:
        set_line_days(body.pk, [SECOND], confirmed=False, seen=seen, **ACT)

    assert codes(refusal) == ["line_days_changed_meanwhile"]
    assert body.meetings.get().on == FIRST.on


def test_nothing_new_is_refused_and_confirming_again_is_something(body):
    set_line_days(body.pk, [FIRST], confirmed=False, **ACT)

    with pytest.raises(StepRefused) as refusal:
        set_line_days(body.pk, [FIRST], confirmed=False, **ACT)
    set_line_days(body.pk, [FIRST], confirmed=True, source=SITE, **ACT)

    assert codes(refusal) == ["line_days_unchanged"]
    assert body.meetings.get().confirmed_by == "Kim Koordinator"


def test_all_the_days_are_confirmed_in_one_act(body):
    LineMeetingFactory(line_body=body, on=FIRST.on)
    LineMeetingFactory(line_body=body, on=SECOND.on)
    registrar = Actor("Registrator via personlig länk", "Aspa kommun")

    confirm_line_days(body.pk, source="registratorn", by=registrar, now=NOW)

    assert {one.confirmed_by for one in body.meetings.all()} == {
        "Registrator via personlig länk, Aspa kommun"
    }
    assert Entry.objects.get().verb == "line_days.confirmed"


def test_what_is_not_there_cannot_be_confirmed(body):
    with pytest.raises(StepRefused) as refusal:
        confirm_line_days(body.pk, source=SITE, **ACT)

    assert codes(refusal) == ["no_line_days_to_confirm"]


def test_a_file_notes_the_days_of_several_and_takes_nothing_away_unless_asked(body):
    other = LineBodyFactory(principal__collaboration=body.principal.collaboration)
    LineMeetingFactory(line_body=body, on=date(2027, 4, 14))
    here = body.principal.collaboration_id
    told = {body.pk: [FIRST], other.pk: [SECOND]}

    read_in_line_days(here, told, confirmed=True, source=SITE, **ACT)
    assert list(body.meetings.values_list("on", flat=True)) == [FIRST.on, date(2027, 4, 14)]

    read_in_line_days(here, told, confirmed=True, source=SITE, replace=True, **ACT)
    assert list(body.meetings.values_list("on", flat=True)) == [FIRST.on]
    assert Entry.objects.filter(verb="line_days.read").count() == 2


def test_a_file_reaches_no_other_collaboration(body):
    elsewhere = LineBodyFactory()

    with pytest.raises(StepRefused):
        read_in_line_days(
            body.principal.collaboration_id,
            {elsewhere.pk: [FIRST]},
            confirmed=True,
            source=SITE,
            **ACT,
        )

    assert not LineMeeting.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_a_file_takes_as_many_questions_for_one_body_as_for_three(
    db, django_assert_num_queries, count
):
    here = PrincipalFactory().collaboration
    bodies = [LineBodyFactory(principal__collaboration=here) for _ in range(count)]
    told = {one.pk: [FIRST, SECOND] for one in bodies}

    with django_assert_num_queries(9):
        read_in_line_days(here.pk, told, confirmed=True, source=SITE, **ACT)


@pytest.mark.parametrize(
    ("days", "facts", "code"),
    [
        ([LineDay(TODAY - timedelta(days=1))], {}, "line_day_passed"),
        ([LineDay(date(2031, 1, 1))], {}, "line_day_far"),
        ([FIRST, FIRST], {}, "line_day_twice"),
        ([LineDay(FIRST.on, FIRST.on + timedelta(days=1))], {}, "papers_after_line_meeting"),
        ([FIRST], {"confirmed": True}, "line_days_without_source"),
        ([FIRST], {"source": "x" * 301}, "line_source_too_long"),
        (
            [LineDay(TODAY + timedelta(days=n)) for n in range(MOST_LINE_DAYS + 1)],
            {},
            "line_days_too_many",
        ),
    ],
)
def test_days_that_cannot_be_meant(days, facts, code):
    asked = {"today": TODAY, "source": "", "confirmed": False} | facts

    assert code in [one.code for one in obstacles_to_line_days(days, **asked)]


def test_days_at_their_limits_can_be_meant():
    days = [LineDay(TODAY, TODAY), LineDay(date(2030, 12, 31))]

    assert obstacles_to_line_days(days, today=TODAY, source="", confirmed=False) == []


def test_a_day_told_without_a_paper_day_keeps_its_own_unless_all_are_replaced():
    known = {FIRST.on: FIRST.papers_by}

    assert not day_changes([LineDay(FIRST.on)], known, replace=False)
    assert day_changes([LineDay(FIRST.on)], known, replace=True).changed == (LineDay(FIRST.on),)


@pytest.mark.rule("R319")
@pytest.mark.parametrize(
    ("confirmed", "today", "needs"),
    [
        ([], date(2027, 1, 11), True),
        ([date(2027, 1, 10)], date(2027, 1, 11), True),
        ([date(2027, 1, 11)], date(2027, 1, 11), False),
        ([date(2027, 12, 8)], date(2027, 10, 31), False),
        ([date(2027, 12, 8)], date(2027, 11, 1), True),  # nothing of next year
        ([date(2028, 1, 19)], date(2027, 11, 1), False),
    ],
)
def test_somebody_confirms_this_year_and_from_november_the_next(confirmed, today, needs):
    assert needs_confirming(confirmed, today) is needs


def test_lead_times_of_its_own_are_noted(body):
    told = {"papers_days": 21, "approval_days": 7, "appeal_days": None}

    set_line_leads(body.pk, **told, **ACT)

    body.refresh_from_db()
    assert {name: getattr(body, name) for name in told} == told
    for wrong, code in ((told, "line_leads_unchanged"), (told | {"papers_days": 201}, "line_lead")):
        with pytest.raises(StepRefused) as refusal:
            set_line_leads(body.pk, **wrong, **ACT)
        assert codes(refusal)[0].startswith(code)


@pytest.mark.rule("R007")
def test_a_council_is_added_once(body):
    council = {"name": "Kommunfullmäktige", "kind": LineBodyKind.COUNCIL}

    added = add_line_body(body.principal_id, **council, first=TODAY, **ACT)

    assert not added.is_usual_decider
    for name, code in (
        ("kommunfullmäktige", "line_body_exists"),
        (" ", "line_body_without_name"),
        ("x" * 121, "line_body_name_too_long"),
    ):
        with pytest.raises(StepRefused) as refusal:
            add_line_body(body.principal_id, name=name, kind=LineBodyKind.COUNCIL, **ACT)
        assert codes(refusal) == [code]
