"""What can be done with the register of risks, and with the cases that rest on it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db import transaction

from samverkan.bodies.models import Body
from samverkan.cases.actions.found import subject
from samverkan.cases.choices import CaseKind, CaseStage, RiskStatus
from samverkan.cases.models import Case, Risk
from samverkan.cases.rules.aspects import obstacles_to_length
from samverkan.cases.rules.kinds import obstacles_to_rest_on, rests_on_risks
from samverkan.cases.rules.risks import obstacles_to_close_risk, obstacles_to_identify
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

SECTION = "överenskommelsen § 6.2.4"


@transaction.atomic
def identify_risk(
    body_id: int,
    *,
    title: str,
    description: str = "",
    on: date,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Risk:
    """Enter an overall common risk that a body has identified; only its title is public.

    Raises StepRefused without a title, for a day to come or when the body was not there.
    """
    body = Body.objects.get(pk=body_id)
    refuse(
        [
            *obstacles_to_identify(
                title=title, on=on, today=now.date(), body_exists=on in body.period
            ),
            *obstacles_to_length({"Rubrik": (title, 200), "Beskrivning": (description, 4000)}),
            *obstacles_to_text(Rubrik=title, Beskrivning=description),
        ]
    )
    risk = Risk.objects.create(
        collaboration_id=body.collaboration_id,
        body=body,
        title=title,
        description=description,
        identified_on=on,
        source=source,
    )
    record(
        risk.collaboration_id,
        "risk.identified",
        risk_subject(risk),
        by=by,
        at=now,
        rule="R141",
        source=source or SECTION,
        body=body.name,
        title=title,
        on=on,
    )
    return risk


@transaction.atomic
def close_risk(risk_id: int, *, because: str, by: Actor, now: datetime) -> Risk:
    """Close a risk that is no longer one; it stays in the register.

    Raises StepRefused when it is closed already, or nothing says why.
    """
    risk = Risk.objects.select_for_update(no_key=True).get(pk=risk_id)
    refuse(
        [
            *obstacles_to_close_risk(
                status=RiskStatus(risk.status),
                because=because,
                identified_on=risk.identified_on,
                on=now.date(),
            ),
            *obstacles_to_length({"Skäl": (because, 500)}),
            *obstacles_to_text(Skäl=because),
        ]
    )
    risk.status, risk.closed_on, risk.closed_because = RiskStatus.CLOSED, now.date(), because
    risk.save(update_fields=["status", "closed_on", "closed_because"])
    record(
        risk.collaboration_id,
        "risk.closed",
        risk_subject(risk),
        by=by,
        at=now,
        rule="R141",
        source=SECTION,
        title=risk.title,
        because=because,
    )
    return risk


@transaction.atomic
def rest_on_risks(
    collaboration_id: int, number: str, risks: Sequence[int], *, by: Actor, now: datetime
) -> Case:
    """Say which identified risks a case rests on, instead of what was said before.

    Raises StepRefused for a closed risk, when nothing changes, or none is left where one must be.
    """
    case = (
        Case.objects.select_for_update(no_key=True, of=["self"])
        .select_related("body")
        .get(collaboration_id=collaboration_id, number=number)
    )
    before = set(case.risks.values_list("pk", flat=True))
    obstacles = check_risks(case.body, case.kind, risks, kept=before)
    if case.stage not in (CaseStage.RAISED, CaseStage.PREPARED):
        obstacles.append(Obstacle("case_is_treated", {"stage": CaseStage(case.stage).label}))
    if before == set(risks):
        obstacles.append(Obstacle("nothing_changed"))
    refuse(obstacles)
    case.risks.set(risks)
    record(
        collaboration_id,
        "case.rests_on_risks",
        subject(case),
        by=by,
        at=now,
        rule="R141",
        source=SECTION,
        number=case.number,
        risks=[risk.title for risk in case.risks.all()],
    )
    return case


def check_risks(
    body: Body, kind: str, risks: Sequence[int], *, kept: Collection[int] = ()
) -> list[Obstacle]:
    """Return what stands in the way of a case of a body resting on some risks, by their ids.

    What it rested on while they were open, it may go on resting on.
    """
    here = Risk.objects.filter(pk__in=risks, collaboration_id=body.collaboration_id)
    found = list(here.select_for_update(no_key=True))
    return obstacles_to_rest_on(
        {
            risk.title: RiskStatus.IDENTIFIED if risk.pk in kept else RiskStatus(risk.status)
            for risk in found
        },
        needed=rests_on_risks(CaseKind(kind), body_proposes_on_risks=body.proposals_rest_on_risks),
        of_other_collaboration=len(found) < len(set(risks)),
    )


def risk_subject(risk: Risk) -> str:
    """Return how the journal points to a risk."""
    return f"risk/{risk.key}"
