"""Questions about cases, and about what stands beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from samverkan.bodies.models import Body, Mission
from samverkan.bodies.queries import takes_part
from samverkan.cases.choices import AREAS, CaseKind, CaseStage
from samverkan.cases.models import BilateralContact, Case, Involvement, Risk, Watch
from samverkan.cases.routines import ENDED_AS_RAISED
from samverkan.cases.rules.aspects import remarks_on_aspects
from samverkan.cases.rules.involvement import remarks_before_recommendation
from samverkan.cases.rules.kinds import obstacles_to_recommend_kind, remarks_on_kind
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.people.models import Role, User
from samverkan.people.permissions import Visitor, is_coordinator
from samverkan.principals.choices import PrincipalKind
from samverkan.principals.models import Principal
from samverkan.principals.queries import principals_on, school_channels_on


def is_member(user: Visitor, collaboration_id: int, on: date) -> bool:
    """Return whether someone has any role or mission in the collaboration on a day."""
    if not isinstance(user, User) or user.person_id is None:
        return False
    roles = Role.objects.filter(
        person_id=user.person_id, collaboration_id=collaboration_id, period__contains=on
    )
    return roles.exists() or takes_part(user.person_id, collaboration_id, on)


def public_cases(collaboration_id: int) -> QuerySet[Case]:
    """Return the cases that everyone may read: those that have been prepared."""
    found = Case.objects.filter(collaboration_id=collaboration_id).exclude(stage=CaseStage.RAISED)
    return found.exclude(Q(stage=CaseStage.CLOSED) & Q(ENDED_AS_RAISED))


def cases_visible_to(user: Visitor, collaboration_id: int, on: date) -> QuerySet[Case]:
    """Return the cases that someone may read: members all, everyone else the public ones."""
    if is_member(user, collaboration_id, on):
        return Case.objects.filter(collaboration_id=collaboration_id)
    return public_cases(collaboration_id)


def watches_due(collaboration_id: int, on: date) -> QuerySet[Watch]:
    """Return what is to be looked at by a day and has not been, the earliest first."""
    return (
        Watch.objects.filter(case__collaboration_id=collaboration_id, finished_on=None, on__lte=on)
        .select_related("case__body")
        .order_by("on", "pk")
    )


@dataclass(frozen=True)
class AtHome:
    """One principal and what it has noted of who is involved in a case."""

    principal: Principal
    notes: Sequence[Involvement]


def involvement_of(case: Case, on: date) -> list[AtHome]:
    """Return every principal of a day with who was involved there; those without come too."""
    notes: dict[int, list[Involvement]] = {}
    for note in case.involvements.all():
        notes.setdefault(note.principal_id, []).append(note)
    present = principals_on(case.collaboration_id, on)
    return [AtHome(principal, notes.get(principal.pk, [])) for principal in present]


def remarks_before(case: Case, homes: Sequence[AtHome]) -> list[Remark]:
    """Return what the body ought to know of involvement at home before it recommends (R097)."""
    without = [home.principal.short_name for home in homes if not home.notes]
    return list(remarks_before_recommendation(without, total=len(homes)))


def remarks_beside(case: Case, on: date) -> list[Obstacle]:
    """Return what a case that is not yet treated ought to say beside its question."""
    if case.stage not in (CaseStage.RAISED, CaseStage.PREPARED):
        return []
    without: list[str] = []
    if case.concerns_schools:
        told = set(
            case.involvements.filter(school_channel=True).values_list("principal", flat=True)
        )
        channels = school_channels_on(case.collaboration_id, on)
        without = [one.short_name for one, _ in channels if one.pk not in told]
    kind = remarks_on_kind(
        kind=CaseKind(case.kind), body_recommends_revisions=case.body.recommends_revisions
    )
    return [
        *kind,
        *remarks_on_aspects(
            relation_to_values=case.relation_to_values,
            concerns_schools=case.concerns_schools,
            scope=case.scope,
            without_school_channel=without,
            in_association=case.in_association,
            in_state_initiative=case.in_state_initiative,
            compared=case.overlaps.exists(),
        ),
    ]


def obstacles_to_recommend(case: Case, body: Body) -> list[Obstacle]:
    """Return what stands in the way of a body recommending a case because of its kind (R159)."""
    return obstacles_to_recommend_kind(
        kind=CaseKind(case.kind), body_recommends_revisions=body.recommends_revisions
    )


def areas(collaboration_id: int) -> QuerySet[Case]:
    """Return the development areas and focus areas, the latest priority first."""
    found = Case.objects.filter(collaboration_id=collaboration_id, kind__in=AREAS)
    return found.select_related("body", "proposed_by").order_by("-priority_year", "title")


def risks_of(collaboration_id: int) -> QuerySet[Risk]:
    """Return the register of risks: those that still are risks first, the latest first."""
    found = Risk.objects.filter(collaboration_id=collaboration_id).select_related("body")
    return found.order_by("body__position", "-status", "-identified_on", "-pk")


def contacts_visible_to(
    user: Visitor, collaboration_id: int, on: date
) -> QuerySet[BilateralContact]:
    """Return the bilateral contacts that someone may read.

    Those of the municipality they sit for; all for the region's and the coordinators; the public
    ones for everyone.
    """
    found = BilateralContact.objects.filter(collaboration_id=collaboration_id)
    if not isinstance(user, User) or user.person_id is None:
        return found.filter(is_public=True)
    missions = Mission.objects.filter(
        person=user.person_id, principal__collaboration=collaboration_id, period__contains=on
    )
    sees_all = missions.filter(principal__kind=PrincipalKind.REGION).exists()
    if sees_all or is_coordinator(user, _Here(collaboration_id), on):
        return found
    return found.filter(Q(is_public=True) | Q(principal__in=missions.values("principal")))


@dataclass(frozen=True)
class _Here:
    collaboration_id: int
