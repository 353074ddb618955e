"""A small ladder for tests: LSG prepares for Samråd, and Samråd for Regionledningsmötet."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from samverkan.bodies.choices import Power, Responsibility, Sphere
from samverkan.bodies.models import Body
from samverkan.cases import climbing
from samverkan.cases.actions import answer_admission, begin_lift
from samverkan.cases.models import Admission, Case, Lift
from samverkan.cases.rules.questions import Answer
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Item
from tests.factories import (
    TESTER,
    BodyFactory,
    CollaborationFactory,
    ItemFactory,
    MeetingFactory,
    PrincipalFactory,
)

NOW = datetime(2026, 4, 1, 9, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}
REASON = "Frågan gäller hela länet."


def a_ladder(*, principals: int = 3, **collaboration) -> SimpleNamespace:
    """Return bodies on three rungs, and the principals of their collaboration."""
    here = CollaborationFactory(**collaboration)
    homes = [
        PrincipalFactory(
            collaboration=here,
            slug=f"ort-{n}",
            name=f"Ort {n} kommun",
            short_name=f"Ort {n}",
            position=n,
        )
        for n in range(1, principals + 1)
    ]
    lsg = BodyFactory(
        collaboration=here,
        slug="lsg",
        name="Länsgruppen",
        sphere=Sphere.OFFICIALS,
        responsibility=Responsibility.MANAGEMENT,
        position=2,
    )
    samrad = BodyFactory(
        collaboration=here,
        slug="samrad",
        name="Samrådet",
        responsibility=Responsibility.COMMITTEE,
        prepared_by=lsg,
        position=1,
    )
    top = BodyFactory(
        collaboration=here,
        slug="ledningsmotet",
        name="Ledningsmötet",
        responsibility=Responsibility.BOARD,
        power=Power.TALKS,
        in_fixed_structure=False,
        prepared_by=samrad,
        position=3,
    )
    return SimpleNamespace(collaboration=here, principals=homes, lsg=lsg, samrad=samrad, top=top)


def prepared_at(
    body: Body, case: Case, *, on: date, stage: str = "held", outcome: str = "prepared"
) -> Item:
    """Return the point of a meeting where a body prepared a case for the next one."""
    meeting = MeetingFactory(collaboration=case.collaboration, body=body, on=on, stage=stage)
    return ItemFactory(
        meeting=meeting, body=body, case=case, kind=ItemKind.DECISION, outcome=outcome
    )


def answered(case: Case, body: Body, **said: bool) -> Admission:
    """Answer a body's admission test: yes to all but what is said."""
    answers = [
        Answer(one.key, said.get(one.key, True), "Därför.")
        for one in climbing.questions_for(case, body)
    ]
    return answer_admission(
        case.collaboration_id, case.number, body_id=body.pk, answers=answers, **THEN
    )


def lifted(case: Case, body: Body, **change) -> Lift:
    """Begin to lift a case to a body: every principal is asked at its registrar's address."""
    principals = climbing.principals_concerned(case.collaboration_id, NOW.date())
    given = {
        "to_body_id": body.pk,
        "reason": REASON,
        "asked": {one.pk: one.registrar_email for one in principals},
        **THEN,
        **change,
    }
    return begin_lift(case.collaboration_id, case.number, **given)


def refused(act, *args, **kwargs) -> list[str]:
    """Return the codes of a refusal, which has changed nothing."""
    before = _rows()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert _rows() == before
    return [one.code for one in refusal.value.obstacles]


def _rows() -> list[object]:
    tables = (Entry, Case, Admission, Lift, Item)
    return [list(table.objects.order_by("pk").values()) for table in tables]
