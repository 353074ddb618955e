"""Kinds of cases, and what each asks for."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from samverkan.cases.actions import (
    Sheet,
    close_risk,
    document_case,
    identify_risk,
    move_case,
    raise_case,
    rest_on_risks,
    set_area_status,
)
from samverkan.cases.choices import AREAS, AreaStatus, CaseKind, RiskStatus
from samverkan.cases.models import Case, Risk
from samverkan.cases.queries import areas, obstacles_to_recommend
from samverkan.cases.rules.kinds import (
    is_waiting,
    obstacles_to_area_status,
    obstacles_to_kind,
    obstacles_to_recommend_kind,
    obstacles_to_rest_on,
    remarks_on_kind,
    rests_on_risks,
)
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import conclude_point, place_case, plan_meeting
from samverkan.meetings.choices import Outcome
from tests.factories import TESTER, BodyFactory, CaseFactory, MissionFactory

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}
SHEET = Sheet(title="Fallskador", question="Vad kan vi göra tillsammans?")
IDENTITY_NUMBER = "19811218-9876"


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


def refused(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), list(Case.objects.values()), list(Risk.objects.values())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (
        Entry.objects.count(),
        list(Case.objects.values()),
        list(Risk.objects.values()),
    ) == before
    return codes(refusal.value.obstacles)


@pytest.fixture
def seat(db):
    return MissionFactory()


@pytest.fixture
def council(db):
    return MissionFactory(body__preparing=True, body__proposals_rest_on_risks=True)


def raised(seat, *, risks=(), **written) -> Case:
    sheet = replace(SHEET, **written)
    return raise_case(seat.body_id, sheet, raised_by=seat.person_id, risks=risks, **THEN)


def a_risk(seat, title="Läkemedel byts ut utan besked") -> Risk:
    return identify_risk(seat.body_id, title=title, on=date(2026, 2, 1), **THEN)


# --- Disputes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [one for one in CaseKind if one is not CaseKind.DISPUTE])
def test_only_a_dispute_has_parties(kind):
    assert obstacles_to_kind(kind=kind, dispute_parties="", dispute_tried="") == []


@pytest.mark.parametrize(
    ("parties", "tried", "found"),
    [
        ("Ask och Ahed", "Två möten", []),
        (" ", "Två möten", ["dispute_without_parties"]),
        ("Ask och Ahed", "\n", ["dispute_without_tried"]),
        ("", "", ["dispute_without_parties", "dispute_without_tried"]),
    ],
)
def test_a_dispute_names_its_parties_and_what_was_tried(parties, tried, found):
    obstacles = obstacles_to_kind(
        kind=CaseKind.DISPUTE, dispute_parties=parties, dispute_tried=tried
    )

    assert codes(obstacles) == found


def test_a_dispute_without_parties_is_not_raised(seat):
    sheet = replace(SHEET, kind=CaseKind.DISPUTE)

    assert refused(raise_case, seat.body_id, sheet, raised_by=seat.person_id, **THEN) == [
        "dispute_without_parties",
        "dispute_without_tried",
    ]


def test_a_case_does_not_become_a_dispute_without_parties(seat):
    case = raised(seat)
    sheet = replace(SHEET, kind=CaseKind.DISPUTE)

    found = refused(document_case, case.collaboration_id, case.number, sheet, **THEN)

    assert found == ["dispute_without_parties", "dispute_without_tried"]


def test_a_pattern_of_deviations_holds_no_identity_number(seat):
    sheet = replace(SHEET, kind=CaseKind.DEVIATION, background=f"Gäller {IDENTITY_NUMBER}")

    assert refused(raise_case, seat.body_id, sheet, raised_by=seat.person_id, **THEN) == [
        "identity_number"
    ]


@pytest.mark.parametrize(
    ("field", "limit"),
    [("summary", 500), ("title", 200), ("dispute_parties", 1000), ("child_consideration", 2000)],
)
def test_no_text_is_longer_than_its_field(seat, field, limit):
    raised(seat, **{field: "x" * limit})
    sheet = replace(SHEET, **{field: "x" * (limit + 1)})

    assert refused(raise_case, seat.body_id, sheet, raised_by=seat.person_id, **THEN) == [
        "case_text_too_long"
    ]


# --- Areas ---------------------------------------------------------------------------------------


@pytest.mark.rule("R059")
@pytest.mark.rule("R120")
@pytest.mark.rule("R128")
@pytest.mark.parametrize("kind", AREAS)
def test_an_area_begins_as_proposed_by_its_body_and_remembers_it_when_moved(seat, kind):
    case = raised(seat, kind=kind)
    lsg = BodyFactory(collaboration=seat.body.collaboration)

    move_case(
        case.collaboration_id, case.number, to_body_id=lsg.pk, reason="Organet äger den.", **THEN
    )

    case.refresh_from_db()
    assert (case.body, case.proposed_by) == (lsg, seat.body)
    assert (case.area_status, case.priority_year) == (AreaStatus.PROPOSED, None)


def test_a_question_that_turns_out_to_be_an_area_is_proposed_by_its_body(seat):
    case = raised(seat)

    document_case(
        case.collaboration_id, case.number, replace(SHEET, kind=CaseKind.FOCUS_AREA), **THEN
    )
    case.refresh_from_db()
    assert (case.proposed_by, case.area_status) == (seat.body, AreaStatus.PROPOSED)

    document_case(case.collaboration_id, case.number, SHEET, **THEN)
    case.refresh_from_db()
    assert (case.proposed_by, case.area_status) == (None, "")


AREA = {"kind": CaseKind.FOCUS_AREA, "present": (AreaStatus.PROPOSED, None), "this_year": 2026}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"status": AreaStatus.PRIORITISED, "year": 2027}, []),
        ({"status": AreaStatus.PRIORITISED, "year": 2036}, []),
        ({"status": AreaStatus.PRIORITISED, "year": 2037}, ["area_year_far_away"]),
        ({"status": AreaStatus.FINISHED, "year": 2016}, []),
        ({"status": AreaStatus.FINISHED, "year": 2015}, ["area_year_far_away"]),
        ({"status": AreaStatus.PRIORITISED, "year": None}, ["area_without_year"]),
        ({"status": AreaStatus.UNDER_WAY, "year": None}, ["area_without_year"]),
        ({"status": AreaStatus.FINISHED, "year": None}, []),
        ({"status": AreaStatus.PROPOSED, "year": None}, ["area_unchanged"]),
        ({"kind": CaseKind.DISPUTE, "status": AreaStatus.FINISHED, "year": 2026}, ["not_an_area"]),
    ],
)
def test_an_area_is_prioritised_for_a_year(change, found):
    assert codes(obstacles_to_area_status(**AREA | change)) == found


@pytest.mark.rule("R059")
def test_how_far_an_area_has_come_is_kept_and_told(seat):
    case = raised(seat, kind=CaseKind.FOCUS_AREA)

    set_area_status(case.collaboration_id, case.number, AreaStatus.PRIORITISED, year=2027, **THEN)

    case.refresh_from_db()
    assert (case.area_status, case.priority_year) == (AreaStatus.PRIORITISED, 2027)
    facts = Entry.objects.last().content["facts"]
    assert (facts["status"], facts["year"]) == ("prioriterat", 2027)


def test_the_database_keeps_no_priority_without_a_year(seat):
    case = raised(seat, kind=CaseKind.FOCUS_AREA)

    with pytest.raises(IntegrityError, match="prioritised_area_has_its_year"), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(area_status=AreaStatus.PRIORITISED)


@pytest.mark.rule("R088")
@pytest.mark.parametrize(
    ("status", "year", "waits"),
    [
        (AreaStatus.PRIORITISED, 2026, True),
        (AreaStatus.PRIORITISED, 2025, True),
        (AreaStatus.PRIORITISED, 2027, False),
        (AreaStatus.UNDER_WAY, 2026, False),
        (AreaStatus.FINISHED, 2026, False),
        (AreaStatus.PROPOSED, None, False),
    ],
)
def test_what_was_prioritised_for_a_year_that_came_waits_for_work(status, year, waits):
    assert is_waiting(status, year, 2026) is waits


@pytest.mark.rule("R083")
@pytest.mark.rule("R087")
def test_one_body_has_areas_for_every_age(seat):
    groups = ("children", "adults", "elderly")
    for group in groups:
        raised(seat, kind=CaseKind.DEVELOPMENT_AREA, target_groups=(group,))

    found = areas(seat.body.collaboration_id)

    assert sorted(case.target_groups[0] for case in found) == sorted(groups)
    assert {case.body for case in found} == {seat.body}


# --- Risks ---------------------------------------------------------------------------------------


@pytest.mark.rule("R141")
@pytest.mark.parametrize("kind", CaseKind)
@pytest.mark.parametrize("by_council", [True, False])
def test_a_proposal_rests_on_risks_by_its_kind_or_its_body(kind, by_council):
    needed = rests_on_risks(kind, body_proposes_on_risks=by_council)

    assert needed is (by_council or kind is CaseKind.RISK)


@pytest.mark.rule("R141")
@pytest.mark.parametrize(
    ("risks", "needed", "found"),
    [
        ({"Fall": RiskStatus.IDENTIFIED}, True, []),
        ({}, True, ["proposal_without_risk"]),
        ({}, False, []),
        ({"Fall": RiskStatus.CLOSED}, True, ["risk_is_closed"]),
        ({"Fall": RiskStatus.IDENTIFIED, "Sår": RiskStatus.CLOSED}, False, ["risk_is_closed"]),
    ],
)
def test_a_proposal_points_to_a_risk_that_is_one(risks, needed, found):
    assert codes(obstacles_to_rest_on(risks, needed=needed)) == found


@pytest.mark.rule("R141")
def test_a_body_whose_proposals_rest_on_risks_raises_nothing_without_one(council):
    found = refused(raise_case, council.body_id, SHEET, raised_by=council.person_id, **THEN)
    case = raised(council, risks=[a_risk(council).pk])

    assert found == ["proposal_without_risk"]
    assert [risk.title for risk in case.risks.all()] == ["Läkemedel byts ut utan besked"]


@pytest.mark.rule("R141")
def test_a_proposal_does_not_rest_on_a_risk_of_another_collaboration(council):
    elsewhere = a_risk(MissionFactory())

    found = refused(
        raise_case,
        council.body_id,
        SHEET,
        raised_by=council.person_id,
        risks=[elsewhere.pk],
        **THEN,
    )

    assert found == ["risk_of_other_collaboration"]


@pytest.mark.rule("R141")
def test_the_last_risk_is_not_taken_away_but_may_be_closed(council):
    first, second = a_risk(council), a_risk(council, "Fall i hemmet")
    case = raised(council, risks=[first.pk])
    here = (case.collaboration_id, case.number)

    assert refused(rest_on_risks, *here, [], **THEN) == ["proposal_without_risk"]
    assert refused(rest_on_risks, *here, [first.pk], **THEN) == ["nothing_changed"]
    close_risk(first.pk, because="Rutinen är ändrad.", **THEN)
    rest_on_risks(*here, [first.pk, second.pk], **THEN)

    assert case.risks.count() == 2


def test_what_others_rested_on_once_cannot_be_chosen_anew(council):
    risk = a_risk(council)
    close_risk(risk.pk, because="Rutinen är ändrad.", **THEN)
    args = (council.body_id, SHEET)

    found = refused(raise_case, *args, raised_by=council.person_id, risks=[risk.pk], **THEN)

    assert found == ["risk_is_closed"]


def test_a_risk_is_told_by_its_title_alone(council):
    risk = identify_risk(
        council.body_id, title="Fall", description="Inre text", on=date(2026, 2, 1), **THEN
    )

    entry = Entry.objects.get()
    assert (entry.verb, entry.subject) == ("risk.identified", f"risk/{risk.key}")
    assert "Inre text" not in entry.text


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"title": " "}, "risk_without_title"),
        ({"title": "x" * 201}, "case_text_too_long"),
        ({"description": f"Patienten {IDENTITY_NUMBER}"}, "identity_number"),
        ({"on": date(2026, 3, 2)}, "risk_in_the_future"),
        ({"on": date(2019, 12, 31)}, "risk_body_not_then"),
    ],
)
def test_a_risk_is_not_entered(council, change, code):
    given = {"title": "Fall", "on": date(2026, 3, 1)} | change

    assert refused(identify_risk, council.body_id, **given, **THEN) == [code]


@pytest.mark.parametrize(
    ("because", "code"),
    [(" ", "risk_closed_without_why"), (f"Gäller {IDENTITY_NUMBER}", "identity_number")],
)
def test_a_risk_is_not_closed_without_saying_why(council, because, code):
    risk = a_risk(council)

    assert refused(close_risk, risk.pk, because=because, **THEN) == [code]


def test_a_risk_is_closed_once(council):
    risk = a_risk(council)
    close_risk(risk.pk, because="Rutinen är ändrad.", **THEN)

    assert refused(close_risk, risk.pk, because="Igen", **THEN) == ["risk_already_closed"]


# --- Revision of the agreement -------------------------------------------------------------------


@pytest.mark.rule("R159")
@pytest.mark.parametrize("kind", CaseKind)
@pytest.mark.parametrize("owns", [True, False])
def test_only_its_body_recommends_a_revision(kind, owns):
    barred = kind is CaseKind.REVISION and not owns

    found = obstacles_to_recommend_kind(kind=kind, body_recommends_revisions=owns)
    remarks = remarks_on_kind(kind=kind, body_recommends_revisions=owns)

    assert (bool(found), bool(remarks)) == (barred, barred)


@pytest.mark.rule("R159")
def test_another_body_does_not_recommend_a_revision_at_its_meeting(seat):
    body = seat.body
    case = CaseFactory(
        collaboration=body.collaboration, body=body, prepared=True, kind=CaseKind.REVISION
    )
    meeting = plan_meeting(body.pk, on=date(2026, 3, 12), **THEN)
    item = place_case(meeting.pk, case.number, **THEN)
    recommends = {"clauses": ["att ändra § 5."], **THEN}

    assert refused(conclude_point, item.pk, Outcome.RECOMMENDED, **recommends) == [
        "revision_not_by_its_body"
    ]
    body.recommends_revisions = True
    body.save()

    assert conclude_point(item.pk, Outcome.RECOMMENDED, **recommends).outcome == "recommended"
    assert obstacles_to_recommend(case, body) == []
