"""Chairs elected, extended and ended, as the body's own order asks."""

from datetime import UTC, date, datetime

import pytest

from samverkan.bodies.actions import elect, end_chair, extend_chair
from samverkan.bodies.choices import Extension, Office
from samverkan.bodies.models import ChairExtension, ChairTerm
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from tests.factories import (
    TESTER,
    BodyFactory,
    ChairRuleFactory,
    MissionFactory,
    PrincipalFactory,
)

THEN = {"by": TESTER, "now": datetime(2026, 11, 22, 9, tzinfo=UTC)}
FIRST, UNTIL, LONGER = date(2026, 1, 1), date(2027, 1, 1), date(2028, 1, 1)
REASONS = "Uppföljningen ska slutföras."


@pytest.fixture
def samrad(db):
    body = BodyFactory()
    ChairRuleFactory(body=body)
    return body


def member(body, *, region=False, **facts):
    principal = PrincipalFactory(collaboration=body.collaboration, region=region)
    return MissionFactory(body=body, principal=principal, **facts).person_id


def chosen(body, office=Office.CHAIR, *, first=FIRST, until=UNTIL, **who) -> ChairTerm:
    person_id = member(body, **who)
    return elect(body.pk, office, person_id=person_id, first=first, until=until, **THEN)


def extend(term, **change) -> ChairTerm:
    asked = {
        "until": LONGER,
        "unanimous": True,
        "reasons": REASONS,
        "decided_on": date(2026, 11, 3),
    }
    return extend_chair(term.pk, **asked | THEN | change)


def codes(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), list(ChairTerm.objects.values_list())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), list(ChairTerm.objects.values_list())) == before
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
def test_the_next_years_chair_is_from_the_other_side(samrad):
    chosen(samrad)

    assert codes(chosen, samrad, first=UNTIL, until=LONGER) == ["not_the_sides_turn"]
    assert chosen(samrad, region=True, first=UNTIL, until=LONGER).side == "region"


@pytest.mark.rule("R069")
def test_samrad_extends_unanimously_and_with_reasons(samrad):
    term = chosen(samrad)

    assert codes(extend, term, unanimous=False) == ["extension_not_unanimous"]
    assert codes(extend, term, reasons="") == ["extension_without_reasons"]
    extend(term, point=14)

    term.refresh_from_db()
    noted = ChairExtension.objects.get()
    assert term.period.upper == noted.until == LONGER
    assert (noted.was_until, noted.unanimous, noted.reasons, noted.point) == (
        UNTIL,
        True,
        REASONS,
        14,
    )
    assert Entry.objects.last().content["source"] == "överenskommelsen § 5.1.3"


@pytest.mark.rule("R101")
def test_lsg_extends_by_decision_in_the_group(db):
    lsg = BodyFactory()
    ChairRuleFactory(body=lsg, extension=Extension.DECISION, source="överenskommelsen § 6.1.4")
    term = chosen(lsg)

    assert codes(extend, term, unanimous=False, reasons="") == ["extension_without_reasons"]
    extend(term, unanimous=False)

    assert not ChairExtension.objects.get().unanimous


def test_a_body_without_an_order_extends_nothing(db):
    term = chosen(BodyFactory())

    assert codes(extend, term) == ["extension_not_open"]


def test_a_term_does_not_run_into_the_successors(samrad):
    term = chosen(samrad)
    chosen(samrad, region=True, first=UNTIL, until=LONGER)

    assert codes(extend, term) == ["successor_elected"]


def test_both_chairs_of_the_longer_year_are_from_different_sides(samrad):
    term = chosen(samrad)
    chosen(samrad, Office.VICE_CHAIR, first=UNTIL, until=LONGER)

    assert codes(extend, term) == ["chairs_from_one_side"]


def test_a_substitute_may_chair_for_a_reason(samrad):
    substitute = member(samrad, substitute=True)
    term = {"person_id": substitute, "first": FIRST, "until": UNTIL, **THEN}

    assert codes(elect, samrad.pk, Office.CHAIR, **term) == ["chair_is_substitute"]
    elect(samrad.pk, Office.CHAIR, reason="Ingen ordinarie kan.", **term)

    assert Entry.objects.get().content["facts"]["reason"] == "Ingen ordinarie kan."


def test_a_chair_does_not_outlast_the_body(db):
    body = BodyFactory(period=from_day(date(2020, 1, 1), date(2026, 7, 1)))
    ChairRuleFactory(body=body, period=body.period)

    assert codes(chosen, body) == ["after_the_body"]


def test_an_election_for_a_coming_year_is_taken_back(samrad):
    chosen(samrad)
    coming = chosen(samrad, region=True, first=UNTIL, until=LONGER)

    end_chair(coming.pk, until=date(2026, 12, 1), **THEN)

    assert not ChairTerm.objects.filter(pk=coming.pk).exists()
    assert Entry.objects.last().verb == "chair.withdrawn"


def test_a_chair_who_leaves_is_followed_from_the_same_side(samrad):
    term = chosen(samrad)
    end_chair(term.pk, until=date(2026, 5, 1), **THEN)
    rest = {"first": date(2026, 5, 1)}

    assert codes(chosen, samrad, region=True, **rest) == ["not_the_sides_turn"]
    assert chosen(samrad, **rest).period.upper == UNTIL


def test_an_ended_term_is_not_ended_again_later(samrad):
    term = chosen(samrad)
    end_chair(term.pk, until=date(2026, 5, 1), **THEN)

    assert codes(end_chair, term.pk, until=date(2026, 5, 2), **THEN) == ["already_ended"]
    assert codes(end_chair, term.pk, until=FIRST, **THEN) == ["term_ends_first"]
