"""Those concerned at home, the school channel, and what others do with the same question."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.bodies.choices import Sphere
from samverkan.bodies.models import OverlapNote
from samverkan.cases.actions import (
    compare_case,
    document_case,
    note_involvement,
    prepare_case,
    sheet_of,
)
from samverkan.cases.at_home import Act, Home, may
from samverkan.cases.choices import CaseStage, Elsewhere, Scope
from samverkan.cases.models import Involvement
from samverkan.cases.queries import involvement_of, remarks_before, remarks_beside
from samverkan.cases.rules import MINIMUM
from samverkan.cases.rules.aspects import remarks_on_aspects
from samverkan.cases.rules.involvement import (
    obstacles_to_note_involvement,
    remarks_before_recommendation,
)
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor
from tests.factories import (
    LONG_AGO,
    TESTER,
    BodyFactory,
    CaseFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    RoleFactory,
)
from tests.permissions import ON, account, cast

TODAY = date(2026, 3, 12)
THEN = {"by": TESTER, "now": datetime(2026, 3, 12, 9, tzinfo=UTC)}
NOTING = {
    "stage": CaseStage.RAISED,
    "who": "Enhetschefer i hemtjänsten",
    "on": TODAY,
    "today": TODAY,
    "principal_takes_part": True,
    "school_channel": False,
    "concerns_schools": False,
    "has_school_channel": False,
}
ASPECTS = {
    "relation_to_values": "Nära vård",
    "concerns_schools": False,
    "scope": Scope.ELDERLY_CARE,
    "without_school_channel": [],
    "in_association": "",
    "in_state_initiative": "",
    "compared": False,
}


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


def refused(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), Involvement.objects.count()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), Involvement.objects.count()) == before
    return codes(refusal.value.obstacles)


@pytest.fixture
def case(db):
    return CaseFactory(handler=None)


@pytest.fixture
def home(case):
    return PrincipalFactory(collaboration=case.collaboration)


def outside(principal, kind=OutsideKind.SCHOOL_CHANNEL, **facts) -> OutsideActor:
    return OutsideActor.objects.create(
        collaboration=principal.collaboration,
        slug=f"aktor-{kind}",
        name="Skolsamråd",
        kind=kind,
        principal=principal if kind is OutsideKind.SCHOOL_CHANNEL else None,
        period=LONG_AGO,
        **facts,
    )


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"stage": CaseStage.DISPATCHED}, []),
        ({"stage": CaseStage.CLOSED}, ["case_is_treated"]),
        ({"who": "  "}, ["involvement_without_who"]),
        ({"on": TODAY + timedelta(days=1)}, ["involvement_in_the_future"]),
        ({"principal_takes_part": False}, ["involvement_of_no_party"]),
        ({"school_channel": True}, ["case_not_about_schools"]),
        ({"school_channel": True, "concerns_schools": True}, ["no_school_channel_there"]),
        (
            {"school_channel": True, "concerns_schools": True, "has_school_channel": True},
            [],
        ),
    ],
)
def test_what_is_noted_of_those_at_home(change, found):
    assert codes(obstacles_to_note_involvement(**NOTING | change)) == found


@pytest.mark.rule("R097")
@pytest.mark.parametrize(
    ("without", "total", "found"),
    [
        ([], 2, []),
        (["Ask"], 2, ["not_involved_everywhere"]),
        (["Ask", "Ahed"], 2, ["nobody_involved"]),
    ],
)
def test_those_without_are_named_before_a_recommendation(without, total, found):
    assert codes(remarks_before_recommendation(without, total=total)) == found


@pytest.mark.rule("R097")
def test_a_case_shows_every_principal_with_or_without(case, home):
    other = PrincipalFactory(collaboration=case.collaboration, short_name="Ahed")
    PrincipalFactory()
    note_involvement(
        case.collaboration_id, case.number, principal_id=home.pk, who="MAS", on=TODAY, **THEN
    )

    homes = involvement_of(case, TODAY)

    assert {one.principal: len(one.notes) for one in homes} == {home: 1, other: 0}
    (remark,) = remarks_before(case, homes)
    assert remark.facts == {"principals": ["Ahed"]}
    entry = Entry.objects.last()
    assert (entry.verb, entry.content["rule"]) == ("case.involved", "R097")


@pytest.mark.parametrize(
    ("who", "code"), [("x" * 1001, "case_text_too_long"), ("19811218-9876", "identity_number")]
)
def test_bad_input_is_not_kept(case, home, who, code):
    noting = {"principal_id": home.pk, "who": who, "on": TODAY}

    assert refused(note_involvement, case.collaboration_id, case.number, **noting, **THEN) == [code]


@pytest.mark.rule("R024")
def test_a_case_about_schools_asks_for_each_municipalitys_channel(case, home):
    case.concerns_schools = True
    case.relation_to_values = "Nära vård"
    case.save()
    PrincipalFactory(collaboration=case.collaboration, region=True)
    (remark,) = remarks_beside(case, TODAY)
    noting = {"principal_id": home.pk, "who": "Rektorer", "on": TODAY, "school_channel": True}
    here = (case.collaboration_id, case.number)
    before = refused(note_involvement, *here, **noting, **THEN)
    outside(home)

    note_involvement(*here, **noting, **THEN)

    assert before == ["no_school_channel_there"]
    assert (remark.code, remark.facts) == (
        "school_channel_not_informed",
        {"municipalities": [home.short_name]},
    )
    assert remarks_beside(case, TODAY) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        pytest.param(
            {"relation_to_values": " "}, ["no_relation_to_values"], marks=pytest.mark.rule("R041")
        ),
        ({"concerns_schools": True}, []),
        pytest.param(
            {"concerns_schools": True, "without_school_channel": ["Ask"]},
            ["school_channel_not_informed"],
            marks=pytest.mark.rule("R024"),
        ),
        ({"concerns_schools": True, "scope": Scope.OUTSIDE}, ["only_about_schools"]),
        ({"scope": Scope.OUTSIDE}, []),
        pytest.param(
            {"in_association": Elsewhere.YES},
            ["overlap_not_compared"],
            marks=pytest.mark.rule("R090"),
        ),
        pytest.param(
            {"in_state_initiative": Elsewhere.YES},
            ["overlap_not_compared"],
            marks=pytest.mark.rule("R118"),
        ),
        ({"in_association": Elsewhere.NO, "in_state_initiative": Elsewhere.NO}, []),
        ({"in_association": Elsewhere.YES, "compared": True}, []),
    ],
)
def test_what_a_case_ought_to_say_beside_its_question(change, found):
    assert codes(remarks_on_aspects(**ASPECTS | change)) == found


@pytest.mark.parametrize("stage", [one for one in CaseStage if one not in ("raised", "prepared")])
def test_a_treated_case_is_asked_for_nothing_more(case, stage):
    case.stage = stage

    assert remarks_beside(case, TODAY) == []


@pytest.mark.rule("R090")
@pytest.mark.rule("R118")
@pytest.mark.parametrize(
    ("kind", "rule"),
    [(OutsideKind.COORDINATION_ASSOCIATION, "R090"), (OutsideKind.STATE_INITIATIVE, "R118")],
)
def test_what_was_gone_through_of_a_case_stands_in_the_register_too(case, home, kind, rule):
    actor = outside(home, kind)

    compared = compare_case(
        case.collaboration_id,
        case.number,
        actor_id=actor.pk,
        note="Förbundet tar unga, vi tar äldre.",
        overlaps=False,
        on=TODAY,
        **THEN,
    )

    assert OverlapNote.objects.get() == compared.note
    assert compared.note.body == case.body
    assert Entry.objects.last().content["rule"] == rule


def test_a_closed_case_is_not_gone_through(case, home):
    case.stage = CaseStage.CLOSED
    case.save()
    actor = outside(home, OutsideKind.STATE_INITIATIVE)
    given = {"actor_id": actor.pk, "note": "x", "overlaps": False, "on": TODAY}

    found = refused(compare_case, case.collaboration_id, case.number, **given, **THEN)

    assert found == ["case_is_treated"]


def test_a_case_without_summary_is_not_prepared(case):
    handler = RoleFactory(collaboration=case.collaboration).person
    case.summary = ""
    case.save()
    here = (case.collaboration_id, case.number)

    assert "summary" in MINIMUM
    assert refused(prepare_case, *here, handler=handler.pk, **THEN) == ["not_documented"]
    document_case(*here, replace(sheet_of(case), summary="På klarspråk."), **THEN)
    prepare_case(*here, handler=handler.pk, **THEN)


def test_history_needs_no_summary(case):
    case.summary = ""
    case.save()

    prepare_case(
        case.collaboration_id, case.number, handler=None, source="anteckningar 2018", **THEN
    )


@pytest.mark.rule("R027")
@pytest.mark.parametrize(("scope", "code"), [("", "not_documented"), ("outside", "outside_scope")])
def test_a_case_of_the_officials_group_says_its_area_or_why_it_has_none(db, scope, code):
    case = CaseFactory(body__sphere=Sphere.OFFICIALS, scope=scope)
    handler = RoleFactory(collaboration=case.collaboration).person

    found = refused(prepare_case, case.collaboration_id, case.number, handler=handler.pk, **THEN)

    assert code in found


def test_who_may_note_for_a_principal(db):
    body = BodyFactory()
    people = cast(body)
    mission = MissionFactory(body=body, person=PersonFactory(collaboration=body.collaboration))
    ended = MissionFactory(body=body, principal=mission.principal, place=2, ended=True)
    region = MissionFactory(
        body=body, principal=PrincipalFactory(collaboration=body.collaboration, region=True)
    )
    people |= {
        "representative": account(mission.person),
        "former representative": account(ended.person),
        "the region's": account(region.person),
    }
    home = Home(mission.principal)

    who = {act: {who for who, user in people.items() if may(user, act, home, ON)} for act in Act}

    assert who == {
        Act.INVOLVE: {"representative", "coordinator"},
        Act.BILATERAL: {"representative", "the region's", "coordinator"},
    }
