"""Rules for contacts between one municipality and the region. Pure: no database, no clock."""

from datetime import date

from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.principals.choices import PrincipalKind, Side


def obstacles_to_note_contact(
    *, subject: str, kind: PrincipalKind, informed_on: date | None, today: date
) -> list[Obstacle]:
    """List what stands in the way of noting a contact; the contact itself needs no leave.

    Agreement § 5.3 (R028): the structure has no effect on bilateral contacts between one
    municipality and the region. Every municipality may note them (Q15).
    """
    obstacles = []
    if not subject.strip():
        obstacles.append(Obstacle("contact_without_subject"))
    if kind is not PrincipalKind.MUNICIPALITY:
        obstacles.append(Obstacle("contact_not_of_a_municipality"))
    if informed_on is not None and informed_on > today:
        obstacles.append(Obstacle("informed_in_the_future"))
    return obstacles


def remarks_on_contact(
    *, touches_more: bool, informed_on: date | None, is_case: bool
) -> list[Remark]:
    """List what is said of a contact: the coordinators are left out though more are touched.

    Agreement § 5.3 (R029): to avoid parallel processes the coordinators are involved when the
    question may be assumed to touch more than one municipality.
    """
    if touches_more and informed_on is None and not is_case:
        return [Remark("coordinator_not_informed")]
    return []


def obstacles_to_call_contact_meeting(
    *, is_first: bool, called_by: Side, on: date | None, planned: str, from_source: bool
) -> list[Obstacle]:
    """List what stands in the way of calling a meeting of a contact.

    Agreement § 5.3 (R032): the municipality convenes the first meeting; (R033) after that
    meetings may be called when needed, by either side. A source may give a time without a day.
    """
    obstacles = []
    if is_first and called_by is not Side.MUNICIPALITIES:
        obstacles.append(Obstacle("first_meeting_by_municipality"))
    if on is None and not (from_source and planned.strip()):
        obstacles.append(Obstacle("contact_meeting_without_day"))
    return obstacles


def obstacles_to_note_held(
    *, known: bool, on: date | None, today: date, was_held: bool
) -> list[Obstacle]:
    """List what stands in the way of noting whether a meeting was held (R030)."""
    obstacles = []
    if known:
        obstacles.append(Obstacle("contact_meeting_already_noted"))
    if was_held and on is None:
        obstacles.append(Obstacle("contact_meeting_held_when"))
    if was_held and on is not None and on > today:
        obstacles.append(Obstacle("contact_meeting_not_yet"))
    return obstacles


def obstacles_to_become_case(*, is_case: bool) -> list[Obstacle]:
    """List what stands in the way of making a case of a contact (R029): it is one already."""
    return [Obstacle("contact_is_a_case")] if is_case else []
