"""What a forecast rests on: noted days, rhythms, earlier decisions; the same questions for many."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.dispatches.actions import dispatch_recommendation
from samverkan.dispatches.choices import DayBasis, DispatchState
from samverkan.dispatches.foreseeing import foresee, foresee_answers
from samverkan.dispatches.models import Dispatch
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.models import ExternalMeeting
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import LineRhythm
from tests.factories import (
    TESTER,
    CollaborationFactory,
    DispatchFactory,
    LineBodyFactory,
    LineMeetingFactory,
    PrincipalFactory,
    RecommendationFactory,
    agreed_recommendation,
)

NOW = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
TODAY = NOW.date()


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def mala(here):
    return PrincipalFactory(collaboration=here, slug="mala", short_name="Malå")


@pytest.fixture
def committee(mala):
    return LineBodyFactory(principal=mala, name="Socialnämnden")


def rhythm(here, **facts):
    every = {"months": list(range(1, 13)), "week": 3, "weekday": 3, "papers_days": 14}
    return LineRhythm.objects.create(collaboration=here, kind="committee", **every | facts)


def row(here, *principals, **facts):
    return foresee(here.pk, principals, TODAY, **facts).rows[0]


def test_a_confirmed_day_is_told_as_confirmed(here, mala, committee):
    LineMeetingFactory(line_body=committee, on=date(2027, 2, 17), confirmed=True)

    found = row(here, mala)

    assert (found.earliest, found.basis) == (date(2027, 2, 17), DayBasis.CONFIRMED)
    assert (found.body, found.papers_known) == ("Socialnämnden", False)


def test_without_anything_noted_it_is_unknown(here, mala, committee):
    assert row(here, mala).basis is DayBasis.UNKNOWN
    assert row(here, PrincipalFactory(collaboration=here)).basis is DayBasis.UNKNOWN


def test_the_countys_rhythm_is_assumed_and_the_principals_own_goes_before(here, mala, committee):
    rhythm(here)
    assert row(here, mala).earliest == date(2027, 2, 17)
    assert row(here, mala).basis is DayBasis.ASSUMED

    rhythm(here, principal=mala, days=["2027-03-02"], papers_days=7)
    assert row(here, mala).earliest == date(2027, 3, 2)
    assert row(here, mala).papers_by == date(2027, 2, 23)


def test_its_own_lead_time_goes_before_the_rhythms(here, mala, committee):
    rhythm(here)
    committee.papers_days = 50
    committee.save()

    assert row(here, mala).earliest == date(2027, 3, 17)


def test_another_collaborations_rhythm_says_nothing(here, mala, committee):
    rhythm(CollaborationFactory())

    assert row(here, mala).basis is DayBasis.UNKNOWN


def decisions(mala, *days, took=60, body="Socialnämnden"):
    for day in days:
        sent = datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC) - timedelta(days=took)
        DispatchFactory(
            principal=mala,
            recommendation=RecommendationFactory(collaboration=mala.collaboration, dispatched=True),
            state=DispatchState.APPROVED,
            decided_on=day,
            deciding_body=body,
            dispatched_at=sent,
        )


def test_a_rhythm_is_learnt_from_what_the_body_has_decided_before(here, mala, committee):
    alike = [date(2026, 2, 25), date(2026, 4, 22), date(2026, 10, 28)]
    decisions(mala, *alike)

    found = row(here, mala)

    assert (found.earliest, found.basis) == (date(2027, 1, 27), DayBasis.ASSUMED)
    assert found.usual_days == 60
    assert found.likely == date(2027, 3, 24)


def test_another_bodys_decisions_teach_no_rhythm(here, mala, committee):
    decisions(mala, date(2026, 2, 25), date(2026, 4, 22), date(2026, 10, 28), body="Styrelsen")

    assert row(here, mala).basis is DayBasis.UNKNOWN


def test_a_day_from_the_year_wheel_counts_and_a_vanished_one_does_not(here, mala, committee):
    facts = {"collaboration": here, "line_body": committee, "arranger": "Socialnämnden, Malå"}
    gone = {"on": date(2027, 2, 3), "vanished_at": NOW}
    for told in ({"on": date(2027, 2, 10)}, gone):
        ExternalMeeting.objects.create(**facts, **told, revised_at=NOW)

    assert row(here, mala).earliest == date(2027, 2, 10)


def test_where_the_council_is_asked_the_committee_comes_first(here, mala, committee):
    council = LineBodyFactory(
        principal=mala,
        name="Fullmäktige",
        kind=LineBodyKind.COUNCIL,
        is_usual_decider=False,
    )
    LineMeetingFactory(line_body=committee, on=date(2027, 2, 17), confirmed=True)
    for on in (date(2027, 2, 15), date(2027, 3, 29)):
        LineMeetingFactory(line_body=council, on=on, confirmed=True)

    found = row(here, mala, level=LineBodyKind.COUNCIL)

    assert (found.body, found.earliest) == ("Fullmäktige", date(2027, 3, 29))


def test_a_council_that_is_not_noted_follows_the_countys_rhythm(here, mala, committee):
    rhythm(here)
    LineRhythm.objects.create(
        collaboration=here, kind="council", months=[2, 4], week=5, weekday=1, papers_days=7
    )

    found = row(here, mala, level=LineBodyKind.COUNCIL)

    assert (found.body, found.earliest) == ("fullmäktige", date(2027, 4, 26))


@pytest.mark.parametrize("count", [1, 3])
def test_a_forecast_takes_five_questions_however_many(here, django_assert_num_queries, count):
    principals = []
    for _ in range(count):
        body = LineBodyFactory(principal__collaboration=here)
        LineMeetingFactory(line_body=body, on=date(2027, 2, 17))
        decisions(body.principal, date(2026, 4, 22), body=body.name)
        principals.append(body.principal)

    with django_assert_num_queries(5):
        found = foresee(here.pk, principals, TODAY)

    assert len(found.rows) == count


# --- While it is out -----------------------------------------------------------------------------


@pytest.fixture
def out(here, mala, committee):
    LineMeetingFactory(line_body=committee, on=date(2027, 1, 13), confirmed=True)
    recommendation = RecommendationFactory(collaboration=here, dispatched=True)
    DispatchFactory(recommendation=recommendation, principal=mala)
    return recommendation


def test_papers_that_have_been_sent_are_in_time_for_the_next_meeting(out):
    found = foresee_answers(out, out.dispatches.all(), TODAY)

    assert found.rows[0].earliest == date(2027, 1, 13)


def test_who_has_decided_stands_with_the_fact(out, here):
    done = PrincipalFactory(collaboration=here, short_name="Norsjö")
    DispatchFactory(recommendation=out, principal=done, approved=True)

    found = foresee_answers(out, out.dispatches.order_by("pk"), TODAY)

    assert [(one.name, one.basis) for one in found.rows] == [
        ("Malå", DayBasis.CONFIRMED),
        ("Norsjö", DayBasis.DECIDED),
    ]


def test_when_all_have_decided_there_is_nothing_to_foresee(out):
    out.dispatches.update(state=DispatchState.APPROVED, decided_on=TODAY)

    assert foresee_answers(out, out.dispatches.all(), TODAY) is None


# --- The reply-by day ----------------------------------------------------------------------------


@pytest.mark.rule("R319")
def test_a_reply_day_before_somebody_can_decide_needs_a_reason(here, mala, committee):
    LineMeetingFactory(line_body=committee, on=date(2027, 2, 17), confirmed=True)
    one = agreed_recommendation(here, on=date(2026, 12, 9))
    act = {"reply_by": date(2027, 2, 16), "by": TESTER, "now": NOW}

    with pytest.raises(StepRefused) as refusal:
        dispatch_recommendation(here.pk, one.number, **act)
    assert [one.code for one in refusal.value.obstacles] == ["reply_by_before_possible"]
    assert refusal.value.obstacles[0].facts["principals"] == ["Malå"]
    assert not Dispatch.objects.exists()

    dispatch_recommendation(here.pk, one.number, reason="Samråd vill ha svar då.", **act)
    told = Entry.objects.get(verb="recommendation.dispatched").content["facts"]
    assert told["reason"] == "Samråd vill ha svar då."


def test_a_day_that_all_can_keep_needs_none_and_history_never_does(here, mala, committee):
    LineMeetingFactory(line_body=committee, on=date(2027, 2, 17), confirmed=True)
    one = agreed_recommendation(here, on=date(2026, 12, 9))
    past = agreed_recommendation(here, on=date(2026, 12, 9), title="En annan")
    act = {"by": TESTER, "now": NOW}

    dispatch_recommendation(here.pk, one.number, reply_by=date(2027, 2, 17), **act)
    dispatch_recommendation(
        here.pk, past.number, reply_by=date(2027, 1, 20), source="pärmen", **act
    )

    assert Dispatch.objects.filter(principal=mala).count() == 2
