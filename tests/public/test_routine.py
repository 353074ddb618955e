"""The routine and the exits of cases, as everyone reads them."""

from datetime import UTC, datetime

import pytest

from samverkan.cases.actions import leave_case, return_case
from samverkan.cases.choices import ExitKind
from samverkan.cases.rules import PLAIN
from tests.factories import TESTER, BodyFactory, CaseFactory, RoutineFactory

THEN = {"by": TESTER, "now": datetime(2026, 3, 12, 11, 0, tzinfo=UTC)}


def leave(case, kind, **facts):
    return leave_case(
        case.collaboration_id, case.number, kind, reason="Därför så.", **facts, **THEN
    )


def test_before_there_is_a_routine_the_page_says_so(here, read):
    assert "Här visas rutinen" in read("/lanet/arendegang/")


@pytest.mark.rule("R004")
@pytest.mark.rule("R151")
def test_everyone_reads_the_routine_in_force_and_who_decided_it(here, read):
    body = BodyFactory(collaboration=here, name="Gruppen")
    RoutineFactory(collaboration=here, adopted_by=body, point=4)

    page = read("/lanet/arendegang/")

    assert "<svg" in page
    assert "antagen av Gruppen" in page
    for one in (*PLAIN.stages, *PLAIN.exits):
        assert one.name in page


@pytest.mark.rule("R151")
def test_a_routine_that_nobody_has_decided_says_so(here, read):
    RoutineFactory(collaboration=here, proposed=True)

    page = read("/lanet/arendegang/")

    assert "Ingen har beslutat den" in page
    assert "antagen av" not in page


def test_an_older_version_can_be_read_and_a_draft_cannot(here, read):
    RoutineFactory(collaboration=here)
    RoutineFactory(collaboration=here, number=2)
    RoutineFactory(collaboration=here, number=3, stage="draft", adopted_by=None)

    assert "Visa den som gäller" in read("/lanet/arendegang/?version=1")
    for asked in ("3", "9", "x"):
        assert "Visa den som gäller" not in read(f"/lanet/arendegang/?version={asked}")
    assert "Version 3" not in read("/lanet/arendegang/")


def test_a_case_says_which_version_it_follows(here, read):
    version = RoutineFactory(collaboration=here)
    CaseFactory(collaboration=here, number="2026-001", prepared=True, routine=version)
    CaseFactory(collaboration=here, number="2026-002", prepared=True)

    assert "/lanet/arendegang/?version=1" in read("/lanet/arenden/2026-001/")
    assert "Okänd: väckt innan" in read("/lanet/arenden/2026-002/")


@pytest.mark.rule("R151")
def test_everyone_reads_why_a_case_left(here, read):
    case = CaseFactory(collaboration=here, number="2026-001", prepared=True)
    leave(case, ExitKind.OTHER_STRUCTURE, where="Samordningsförbundet")

    page = read("/lanet/arenden/2026-001/")

    assert "Samordningsförbundet" in page
    assert "Skäl: Därför så." in page
    assert "Lämnat till en annan struktur" in read("/lanet/arenden/")


@pytest.mark.rule("R074")
def test_everyone_reads_what_came_of_it_when_a_case_was_away(here, read):
    case = CaseFactory(collaboration=here, number="2026-001", prepared=True)
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")
    assert "Ärendet är där nu" in read("/lanet/arenden/2026-001/")

    return_case(here.pk, case.number, result="De vill gå vidare.", **THEN)

    assert "De vill gå vidare." in read("/lanet/arenden/2026-001/")


def test_a_question_withdrawn_before_it_was_prepared_is_not_shown(here, client):
    case = CaseFactory(collaboration=here, number="2026-001")
    leave(case, ExitKind.WITHDRAWN)

    assert client.get("/lanet/arenden/2026-001/").status_code == 404


def test_the_routine_of_another_collaboration_does_not_show(here, elsewhere, read):
    RoutineFactory(collaboration=elsewhere)

    assert "<svg role" not in read("/lanet/arendegang/")
    assert "Här visas rutinen" in read("/lanet/arendegang/")
