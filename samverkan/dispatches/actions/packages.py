"""Packages: frozen with the dispatch, made soon after it, fetched through the link."""

import logging
from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from uuid import uuid4

from django.db import transaction
from django.db.models import QuerySet
from procrastinate.contrib.django import app

from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Dispatch, Fetch, Package, PackageFile
from samverkan.dispatches.packages.making import Made, made
from samverkan.documents.models import Content
from samverkan.documents.pdf import NotPrinted
from samverkan.journal.actors import SYSTEM, Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

logger = logging.getLogger(__name__)

MAKE = "samverkan.make_packages"
AT_A_TIME = 16


def freeze_packages(collaboration: Collaboration, dispatches: Iterable[Dispatch]) -> None:
    """Freeze what the packages are made of that may change later; part of the act that sends.

    The files are made after it (`make_packages_soon`): printing for all would hold others up.
    """
    sender = {
        "name": collaboration.name,
        "contact": collaboration.contact_name,
        "email": collaboration.contact_email,
    }
    Package.objects.bulk_create(
        Package(dispatch=dispatch, key=uuid4(), proposal_sha256=dispatch.sha256, sender=sender)
        for dispatch in dispatches
    )


def make_packages_soon() -> None:
    """Wake the worker up once the act is committed; it looks by itself now and then too."""
    app.configure_task(MAKE, lock=MAKE).defer()


def make_packages(now: datetime) -> int:
    """Make every package that is frozen but not made, some at a time; return how many.

    Killed at any moment it leaves whole packages, and the next run goes on with the rest.
    """
    count, last = 0, 0
    while waiting := list(_to_make().filter(pk__gt=last).order_by("pk")[:AT_A_TIME]):
        last = waiting[-1].pk
        for _, together in groupby(waiting, key=lambda one: one.dispatch.recommendation_id):
            ready = [one for package in together if (one := _made(package))]
            if ready:
                count += _keep(ready, now=now)
    return count


@transaction.atomic
def _keep(ready: list[Made], *, now: datetime) -> int:
    """Keep packages of one recommendation that were made, with the sum of each in the journal."""
    keys = [one.package.pk for one in ready]
    waiting = set(
        Package.objects.select_for_update(of=("self",))
        .filter(pk__in=keys, made_at=None)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    new = [one for one in ready if one.package.pk in waiting]  # another may have been quicker
    if not new:
        return 0
    contents = {sha256: data for one in new for sha256, data in one.contents.items()}
    Content.objects.bulk_create(
        (Content(sha256=sha256, data=data) for sha256, data in contents.items()),
        ignore_conflicts=True,
    )
    PackageFile.objects.bulk_create(file for one in new for file in one.files)
    for one in new:
        one.package.made_at, one.package.sha256, one.package.size = now, one.sha256, one.size
    Package.objects.bulk_update([one.package for one in new], ["made_at", "sha256", "size"])
    recommendation = new[0].package.dispatch.recommendation
    record(
        recommendation.collaboration_id,
        "package.made",
        subject(recommendation),
        by=SYSTEM,
        at=now,
        rule="R155",
        source="huvudpunkterna, Tjänstepersoner",
        visibility=Visibility.MEMBERS,
        number=recommendation.number,
        count=len(new),
        packages={one.package.dispatch.principal.slug: one.sha256 for one in new},
    )
    return len(new)


def package_of(dispatch: Dispatch) -> Package | None:
    """Return the package of what was last sent to a principal; it may not be made yet."""
    return (
        Package.objects.filter(dispatch=dispatch, proposal_sha256=dispatch.sha256)
        .select_related("dispatch__principal", "dispatch__recommendation__item__clauses")
        .first()
    )


@transaction.atomic
def fetch_package(
    dispatch_id: int, *, by_system: bool = False, by: Actor, now: datetime
) -> Package:
    """Hand a package out, made now if it is not yet, and note when it was fetched the first time.

    Raises StepRefused when there is none, or it cannot be made just now.
    """
    dispatch = (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal", "recommendation")
        .get(pk=dispatch_id)
    )
    package = package_of(dispatch)
    if package is None:
        refuse([Obstacle("no_package")])
    assert package is not None  # noqa: S101 - refused above
    if package.made_at is None:
        ready = _made(package)
        if ready is None:
            refuse([Obstacle("package_not_made")])
        else:
            _keep([ready], now=now)
    _note_fetch(dispatch, by_system=by_system, by=by, now=now)
    return package_of(dispatch) or package


def _note_fetch(dispatch: Dispatch, *, by_system: bool, by: Actor, now: datetime) -> None:
    if Fetch.objects.filter(dispatch=dispatch).exists():
        return
    Fetch.objects.create(dispatch=dispatch, at=now, by_system=by_system)
    recommendation = dispatch.recommendation
    record(
        recommendation.collaboration_id,
        "package.fetched",
        subject(recommendation),
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        number=recommendation.number,
        principal=dispatch.principal.name,
    )


def _made(package: Package) -> Made | None:
    try:
        return made(package)
    except NotPrinted:
        logger.exception("package %s could not be made", package.key)
        return None


def _to_make() -> QuerySet[Package]:
    return Package.objects.filter(made_at=None).select_related(
        "dispatch__principal", "dispatch__recommendation__item__clauses"
    )
