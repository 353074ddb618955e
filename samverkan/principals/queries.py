"""Questions about principals: who they are on a day, and what they were called then."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from samverkan.journal.fields import not_over
from samverkan.principals.choices import OutsideKind, PrincipalKind
from samverkan.principals.models import (
    FormerName,
    Grouping,
    LineBody,
    OutsideActor,
    Principal,
)


def principals_on(collaboration_id: int, on: date) -> QuerySet[Principal]:
    """Return the principals on a day, in their order."""
    return Principal.objects.filter(
        collaboration_id=collaboration_id, period__contains=on
    ).order_by("position", "name")


def names_on(principals: Iterable[Principal], on: date) -> dict[int, str]:
    """Return what each principal was called on a day, by id; one query for them all."""
    names = {principal.pk: principal.name for principal in principals}
    former = FormerName.objects.filter(principal__in=names, period__contains=on)
    return names | dict(former.values_list("principal_id", "name"))


def usual_deciders(collaboration_id: int) -> dict[int, str]:
    """Return the name of the line body that usually decides, by the principal's id."""
    bodies = LineBody.objects.filter(
        principal__collaboration_id=collaboration_id, is_usual_decider=True
    )
    return dict(bodies.values_list("principal_id", "name"))


def groupings_on(collaboration_id: int, on: date) -> QuerySet[Grouping]:
    """Return the groupings on a day with their members' principals."""
    return (
        Grouping.objects.filter(collaboration_id=collaboration_id, period__contains=on)
        .order_by("name")
        .prefetch_related("memberships__principal")
    )


def outside_actors_on(collaboration_id: int, on: date) -> QuerySet[OutsideActor]:
    """Return the actors outside on a day, with the municipality that one belongs to."""
    return (
        OutsideActor.objects.filter(collaboration_id=collaboration_id, period__contains=on)
        .select_related("principal")
        .order_by("kind", "principal__position", "name")
    )


def outside_actors_sought(
    collaboration_id: int, *, text: str = "", kind: str = "", since: date | None = None
) -> QuerySet[OutsideActor]:
    """Return the actors outside of a kind, with a text, that had not ended by a day."""
    found = OutsideActor.objects.filter(collaboration_id=collaboration_id)
    if since is not None:
        found = found.filter(not_over(since))
    if kind:
        found = found.filter(kind=kind)
    if text:
        found = found.filter(
            Q(name__icontains=text) | Q(topics__icontains=text) | Q(principal__name__icontains=text)
        )
    return found.select_related("principal").order_by("principal__position", "name")


def school_channels_on(
    collaboration_id: int, on: date
) -> list[tuple[Principal, OutsideActor | None]]:
    """Return every municipality of a day with its school channel, or with none (R024)."""
    found = outside_actors_on(collaboration_id, on).filter(kind=OutsideKind.SCHOOL_CHANNEL)
    channels = {channel.principal_id: channel for channel in found}
    municipalities = principals_on(collaboration_id, on).filter(kind=PrincipalKind.MUNICIPALITY)
    return [(one, channels.get(one.pk)) for one in municipalities]
