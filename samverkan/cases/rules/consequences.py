"""Rules for what a case says of its consequences. Pure: no database, no clock."""

from collections.abc import Collection, Mapping

from samverkan.cases.choices import CaseStage
from samverkan.documents.rules import annexes_named_in, is_attached
from samverkan.journal.obstacles import Obstacle, Remark

OPEN_TO_WEIGH = (CaseStage.RAISED, CaseStage.PREPARED, CaseStage.RECOMMENDED)


def obstacles_to_weigh(
    *, stage: CaseStage, changed: bool, changed_meanwhile: bool
) -> list[Obstacle]:
    """List what stands in the way of writing a case's consequences.

    They are written until the recommendation is sent: then they are part of what was sent.
    """
    obstacles = []
    if stage not in OPEN_TO_WEIGH:
        obstacles.append(Obstacle("consequences_frozen", {"stage": stage.label}))
    if changed_meanwhile:
        obstacles.append(Obstacle("case_changed_meanwhile"))
    if not changed:
        obstacles.append(Obstacle("nothing_changed"))
    return obstacles


def remarks_on_consequences(
    texts: Mapping[str, str], attached: Collection[str] | None
) -> list[Remark]:
    """List what a proposal's consequences and resources lack, each text under its label.

    Proposal of 2020 (R317): a paragraph on resources and financing. Proposals of 2018 and 2020
    (R313, X22): an annex that is named is attached. `attached` is None before there are annexes.
    """
    remarks = []
    if empty := [label.lower() for label, text in texts.items() if not text.strip()]:
        remarks.append(Remark("consequences_not_weighed", {"parts": empty}))
    for label, text in texts.items():
        named = annexes_named_in(text) if attached is not None else []
        remarks += [
            Remark("annex_in_text_not_attached", {"field": label, "annex": name})
            for name in named
            if not is_attached(name, attached or ())
        ]
    return remarks
