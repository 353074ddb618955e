"""What a case would mean: for the economy, children, minorities, staff, and who pays."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime

from django.db import transaction

from samverkan.cases.actions.found import subject
from samverkan.cases.actions.sheets import label_of
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.rules.aspects import obstacles_to_length
from samverkan.cases.rules.consequences import obstacles_to_weigh
from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record

CONSEQUENCE_LIMIT, RESOURCES_LIMIT = 2000, 4000


@dataclass(frozen=True)
class Consequences:
    """What is written of a case's consequences; empty where nobody has weighed."""

    economy_consequences: str = ""
    child_consideration: str = ""
    minority_consideration: str = ""
    staff_consequences: str = ""
    resources: str = ""

    @property
    def by_label(self) -> dict[str, str]:
        """Return the texts by what their fields are called."""
        return {label_of(name).capitalize(): text for name, text in asdict(self).items()}


@transaction.atomic
def weigh_consequences(
    collaboration_id: int,
    number: str,
    written: Consequences,
    *,
    seen: str = "",
    by: Actor,
    now: datetime,
) -> Case:
    """Write what a case would mean, until its recommendation is sent.

    `seen` is the stamp of the texts that the writer had before them. Raises StepRefused when the
    recommendation is sent, someone else changed them meanwhile, or nothing was changed.
    """
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )
    before = asdict(consequences_of(case))
    changed = [name for name, text in asdict(written).items() if before[name] != text]
    refuse(
        [
            *obstacles_to_weigh(
                stage=CaseStage(case.stage),
                changed=bool(changed),
                changed_meanwhile=bool(seen) and seen != stamp_of_consequences(case),
            ),
            *obstacles_to_text(**written.by_label),
            *obstacles_to_length(
                {label: (text, limit_of(label)) for label, text in written.by_label.items()}
            ),
        ]
    )
    for name in changed:
        setattr(case, name, getattr(written, name))
    case.save(update_fields=changed)
    record(
        case.collaboration_id,
        "case.weighed",
        subject(case),
        by=by,
        at=now,
        rule="R317",
        source="förslaget till beslut 2020",
        number=case.number,
        fields=[label_of(name) for name in changed],
    )
    return case


def limit_of(label: str) -> int:
    """Return how long a text may be, by what its field is called."""
    return RESOURCES_LIMIT if label == label_of("resources").capitalize() else CONSEQUENCE_LIMIT


def consequences_of(case: Case) -> Consequences:
    """Return what is written of a case's consequences as they stand."""
    return Consequences(**{one.name: getattr(case, one.name) for one in fields(Consequences)})


def stamp_of_consequences(case: Case) -> str:
    """Return a short sum of the texts: another one means that someone has written."""
    return digest(asdict(consequences_of(case)))[:16]
