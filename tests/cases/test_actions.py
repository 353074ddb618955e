"""What can be done with a case, and what happens when it is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from samverkan.cases.actions import (
    Sheet,
    advance,
    document_case,
    prepare_case,
    raise_case,
    rank_case,
    sheet_of,
    stamp_of,
)
from samverkan.cases.choices import CaseStage, Rank, Scope, TargetGroup
from samverkan.cases.models import Case
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from tests.factories import (
    BodyFactory,
    CaseFactory,
    CollaborationFactory,
    MissionFactory,
    PersonFactory,
    RoleFactory,
)

THEN = {"by": Actor("Testare"), "now": datetime(2026, 3, 1, 9, tzinfo=UTC)}
SHEET = Sheet(
    title="Gemensam rutin",
    question="Ska vi?",
    background="I dag gör vi olika.",
    value_inhabitants="Trygghet",
    value_operations="Färre omtag",
    target_groups=[TargetGroup.ADULTS],
    scope=Scope.ELDERLY_CARE,
    responsible_management="Socialchefen",
    experts="MAS-nätverket",
    summary="Vi föreslås göra lika.",
)
IDENTITY_NUMBER = "19811218-9876"


def refused(act, *args, **kwargs) -> list[str]:
    entries, cases = Entry.objects.count(), list(Case.objects.values())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), list(Case.objects.values())) == (entries, cases)
    return [one.code for one in refusal.value.obstacles]


@pytest.fixture
def seat(db):
    return MissionFactory()


@pytest.fixture
def case(seat) -> Case:
    return raise_case(seat.body_id, SHEET, raised_by=seat.person_id, **THEN)


@pytest.fixture
def handler(case):
    return RoleFactory(collaboration=case.collaboration).person


@pytest.mark.rule("R086")
def test_a_question_is_raised_by_a_member_for_its_principal(seat):
    case = raise_case(seat.body_id, SHEET, raised_by=seat.person_id, **THEN)

    assert (case.number, case.stage) == ("2026-001", CaseStage.RAISED)
    assert (case.raised_by, case.raised_for) == (seat.person, seat.principal)
    entry = Entry.objects.get()
    assert (entry.verb, entry.content["rule"]) == ("case.raised", "R086")


@pytest.mark.rule("R086")
def test_someone_who_does_not_sit_in_the_body_does_not_raise(seat):
    outside = PersonFactory(collaboration=seat.body.collaboration)
    ended = MissionFactory(body=seat.body, ended=True).person
    elsewhere = MissionFactory().person

    for person in (outside, ended, elsewhere):
        codes = refused(raise_case, seat.body_id, SHEET, raised_by=person.pk, **THEN)
        assert codes == ["raiser_not_member"]


@pytest.mark.rule("R086")
def test_a_substitute_is_a_member_too(seat):
    substitute = MissionFactory(body=seat.body, substitute=True).person

    case = raise_case(seat.body_id, SHEET, raised_by=substitute.pk, **THEN)

    assert case.raised_by == substitute


def test_history_may_lack_its_raiser(seat):
    case = raise_case(seat.body_id, SHEET, raised_by=None, source="anteckningar 2018", **THEN)

    assert case.raised_by is None


def test_numbers_run_on_within_a_year_and_a_collaboration(seat):
    given = {"raised_by": seat.person_id, "by": THEN["by"]}
    elsewhere = MissionFactory()

    numbers = [
        raise_case(seat.body_id, SHEET, now=datetime(2026, 3, 1, tzinfo=UTC), **given).number,
        raise_case(seat.body_id, SHEET, now=datetime(2026, 3, 2, tzinfo=UTC), **given).number,
        raise_case(seat.body_id, SHEET, now=datetime(2027, 3, 2, tzinfo=UTC), **given).number,
        raise_case(elsewhere.body_id, SHEET, raised_by=elsewhere.person_id, **THEN).number,
    ]

    assert numbers == ["2026-001", "2026-002", "2027-001", "2026-001"]


@pytest.mark.parametrize("field", ["title", "question", "background", "touched", "experts"])
def test_an_identity_number_is_never_kept(seat, case, field):
    sheet = replace(SHEET, **{field: f"Gäller {IDENTITY_NUMBER}"})
    here = (case.collaboration_id, case.number)

    assert refused(raise_case, seat.body_id, sheet, raised_by=seat.person_id, **THEN) == [
        "identity_number"
    ]
    assert refused(document_case, *here, sheet, **THEN) == ["identity_number"]


@pytest.mark.rule("R149")
def test_what_is_written_is_kept_and_told(case):
    document_case(
        case.collaboration_id, case.number, replace(SHEET, background="Ny bakgrund"), **THEN
    )

    case.refresh_from_db()
    entry = Entry.objects.get(verb="case.documented")
    assert (case.background, entry.content["facts"]["fields"]) == ("Ny bakgrund", ["bakgrund"])


def test_nothing_changed_is_said(case):
    assert refused(document_case, case.collaboration_id, case.number, SHEET, **THEN) == [
        "nothing_changed"
    ]


def test_what_someone_else_wrote_meanwhile_is_not_written_over(case):
    here, seen = (case.collaboration_id, case.number), stamp_of(case)
    document_case(*here, replace(SHEET, title="Först"), seen=seen, **THEN)

    codes = refused(document_case, *here, replace(SHEET, title="Sedan"), seen=seen, **THEN)

    assert codes == ["case_changed_meanwhile"]


def test_the_stamp_follows_what_is_written_and_nothing_else(case):
    before = stamp_of(case)
    rank_case(case.collaboration_id, case.number, Rank.FIRST, **THEN)
    case.refresh_from_db()

    assert stamp_of(case) == before
    assert sheet_of(case) == SHEET


@pytest.mark.parametrize("stage", [one for one in CaseStage if one not in ("raised", "prepared")])
def test_a_treated_case_is_neither_written_nor_ranked(case, stage):
    Case.objects.update(stage=stage)
    here = (case.collaboration_id, case.number)

    assert refused(document_case, *here, replace(SHEET, title="Ny"), **THEN) == ["case_is_treated"]
    assert refused(rank_case, *here, Rank.FIRST, **THEN) == ["case_is_treated"]


def test_a_documented_case_is_prepared(case, handler):
    prepare_case(case.collaboration_id, case.number, handler=handler.pk, **THEN)

    case.refresh_from_db()
    assert (case.stage, case.handler) == (CaseStage.PREPARED, handler)
    assert Entry.objects.last().verb == "case.prepared"


@pytest.mark.rule("R149")
def test_a_case_that_is_not_documented_is_not_prepared(case, handler):
    Case.objects.update(background="", target_groups=[])

    codes = refused(prepare_case, case.collaboration_id, case.number, handler=handler.pk, **THEN)

    assert codes == ["not_documented"]


@pytest.mark.rule("R110")
def test_the_handler_coordinates_this_collaboration_today(case, seat):
    others = [
        None,
        seat.person_id,
        RoleFactory().person_id,
        RoleFactory(collaboration=case.collaboration, ended=True).person_id,
    ]

    for handler in others:
        codes = refused(prepare_case, case.collaboration_id, case.number, handler=handler, **THEN)
        assert codes == ["no_handler"]


@pytest.mark.rule("R079")
def test_without_experts_a_reason_is_asked_for_and_kept(case, handler):
    Case.objects.update(experts="")
    here = (case.collaboration_id, case.number)
    assert refused(prepare_case, *here, handler=handler.pk, **THEN) == ["no_experts"]

    prepare_case(*here, handler=handler.pk, reason="Bara administration.", **THEN)

    case.refresh_from_db()
    assert case.experts_passed_over == "Bara administration."
    assert Entry.objects.last().content["facts"]["reason"] == "Bara administration."


def test_a_reason_does_not_pass_what_stops(case):
    codes = refused(
        prepare_case, case.collaboration_id, case.number, handler=None, reason="Ändå", **THEN
    )

    assert codes == ["no_handler"]


def test_prepared_once_it_is_not_prepared_again(case, handler):
    here = (case.collaboration_id, case.number)
    prepare_case(*here, handler=handler.pk, **THEN)

    assert refused(prepare_case, *here, handler=handler.pk, **THEN) == ["wrong_stage"]


@pytest.mark.rule("R105")
def test_the_working_committees_ranking_is_kept_and_told(case):
    rank_case(case.collaboration_id, case.number, Rank.SOON, **THEN)

    case.refresh_from_db()
    entry = Entry.objects.last()
    assert (case.rank, entry.content["rule"], entry.content["facts"]["rank"]) == (
        Rank.SOON,
        "R105",
        "snart",
    )


def test_a_case_is_found_by_its_number_in_its_own_collaboration(case):
    other = CollaborationFactory()

    with pytest.raises(Case.DoesNotExist):
        rank_case(other.pk, case.number, Rank.SOON, **THEN)


def test_a_later_act_moves_a_case_only_along_its_road(case):
    assert refused(advance, case.pk, CaseStage.DISPATCHED) == ["wrong_stage"]


def test_a_body_without_members_raises_nothing(db):
    body = BodyFactory()
    case = CaseFactory(collaboration=body.collaboration, body=body)

    assert case.raised_at.date() == date(2026, 2, 2)
    assert refused(raise_case, body.pk, SHEET, raised_by=case.raised_by_id, **THEN) == [
        "raiser_not_member"
    ]
