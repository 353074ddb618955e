"""What the page of a case shows beside the case's own road, and the ways to it."""

from typing import Any

from samverkan.cases.choices import AREAS, CaseKind, CaseStage
from samverkan.cases.models import Case, CaseOverlap
from samverkan.cases.permissions import Act, may
from samverkan.cases.queries import AtHome, involvement_of, remarks_before, remarks_beside
from samverkan.cases.rules.kinds import rests_on_risks
from samverkan.principals.models import Principal
from samverkan.principals.queries import principals_on
from samverkan.www.pages import Workspace

OPEN = (CaseStage.RAISED, CaseStage.PREPARED)


def principals_to_note_for(work: Workspace) -> list[Principal]:
    """Return the principals that the person may note involvement for: a coordinator all."""
    found = principals_on(work.collaboration.pk, work.today)
    if not work.coordinates:
        found = found.filter(
            missions__person=work.person_id, missions__period__contains=work.today
        ).distinct()
    return list(found)


def beside(work: Workspace, case: Case) -> dict[str, Any]:
    """Return what the page of a case shows beside its own road."""
    homes: list[AtHome] = involvement_of(case, work.today)
    may_note = case.stage != CaseStage.CLOSED and bool(principals_to_note_for(work))
    before = remarks_before(case, homes) if case.stage == CaseStage.PREPARED else []
    return {
        "homes": homes,
        "involved": sum(1 for home in homes if home.notes),
        "involve_url": work.url("involve", case.number) if may_note else "",
        "compared": compared_in(case),
        "beside_remarks": [*remarks_beside(case, work.today), *before],
    }


def compared_in(case: Case) -> list[CaseOverlap]:
    """Return what was gone through with others about a case."""
    return list(case.overlaps.select_related("note__actor"))


def acts_beside(work: Workspace, case: Case) -> list[tuple[str, str]]:
    """Return what the person may do beside the case's own road, as links."""
    acts: list[tuple[bool, Act, str, str]] = [
        (case.stage != CaseStage.CLOSED, Act.COMPARE, "Stäm av med andra", "compare_case"),
        (case.kind in AREAS, Act.STEER_AREA, "Ändra hur långt området är", "area_status"),
        (
            case.stage in OPEN
            and rests_on_risks(
                CaseKind(case.kind), body_proposes_on_risks=case.body.proposals_rest_on_risks
            ),
            Act.DOCUMENT,
            "Välj risker",
            "case_risks",
        ),
    ]
    return [
        (label, work.url(name, case.number))
        for fits, act, label, name in acts
        if fits and may(work.user, act, case, work.today)
    ]
