"""Rules for what each kind of case must hold. Pure: no database, no clock."""

from collections.abc import Mapping

from samverkan.cases.choices import AREAS, AreaStatus, CaseKind, RiskStatus
from samverkan.journal.obstacles import Obstacle, Remark

NEEDS_A_YEAR = (AreaStatus.PRIORITISED, AreaStatus.UNDER_WAY)


def obstacles_to_kind(
    *, kind: CaseKind, dispute_parties: str, dispute_tried: str
) -> list[Obstacle]:
    """List what a kind of case must say and does not: a dispute its parties and what was tried."""
    if kind is not CaseKind.DISPUTE:
        return []
    obstacles = []
    if not dispute_parties.strip():
        obstacles.append(Obstacle("dispute_without_parties"))
    if not dispute_tried.strip():
        obstacles.append(Obstacle("dispute_without_tried"))
    return obstacles


def rests_on_risks(kind: CaseKind, *, body_proposes_on_risks: bool) -> bool:
    """Return whether a case must point to an identified risk (R141)."""
    return kind is CaseKind.RISK or body_proposes_on_risks


def obstacles_to_rest_on(
    risks: Mapping[str, RiskStatus], *, needed: bool, of_other_collaboration: bool = False
) -> list[Obstacle]:
    """List what stands in the way of a proposal resting on some risks, given by their titles.

    Agreement § 6.2.4 (R141): Samverkansråd patientsäkerhet proposes after having identified
    overall common risks. Which bodies that holds for is data.
    """
    if of_other_collaboration:
        return [Obstacle("risk_of_other_collaboration")]
    closed = [title for title, status in risks.items() if status is RiskStatus.CLOSED]
    if closed:
        return [Obstacle("risk_is_closed", {"titles": closed})]
    if needed and not risks:
        return [Obstacle("proposal_without_risk")]
    return []


def obstacles_to_recommend_kind(
    *, kind: CaseKind, body_recommends_revisions: bool
) -> list[Obstacle]:
    """List what stands in the way of a body recommending a kind of case.

    Agreement § 9 (R159): a proposal that changes the structure is recommended by Samråd and
    decided by the parties. Which body that is, is data.
    """
    if kind is CaseKind.REVISION and not body_recommends_revisions:
        return [Obstacle("revision_not_by_its_body")]
    return []


def remarks_on_kind(*, kind: CaseKind, body_recommends_revisions: bool) -> list[Remark]:
    """List what is good to know of a kind of case while it is raised."""
    if kind is CaseKind.REVISION and not body_recommends_revisions:
        return [Remark("revision_goes_further")]
    return []


def obstacles_to_area_status(
    *,
    kind: CaseKind,
    present: tuple[str, int | None],
    status: AreaStatus,
    year: int | None,
    this_year: int,
) -> list[Obstacle]:
    """List what stands in the way of saying how far an area has come.

    Agreement § 5.1.2 (R059), § 6.2.1 (R120) and § 6.2.2 (R128): areas are proposed, and some are
    prioritised; what has been prioritised is so for a year (R088).
    """
    if kind not in AREAS:
        return [Obstacle("not_an_area")]
    obstacles = []
    if status in NEEDS_A_YEAR and year is None:
        obstacles.append(Obstacle("area_without_year"))
    if year is not None and not this_year - 10 <= year <= this_year + 10:
        obstacles.append(Obstacle("area_year_far_away", {"year": str(this_year)}))
    if present == (status, year):
        obstacles.append(Obstacle("area_unchanged"))
    return obstacles


def is_waiting(status: str, year: int | None, this_year: int) -> bool:
    """Return whether an area has been prioritised for a year that has come, without work (R088).

    Agreement § 6.1.2: LSG works with the questions that the seminar has prioritised.
    """
    return status == AreaStatus.PRIORITISED and year is not None and year <= this_year
