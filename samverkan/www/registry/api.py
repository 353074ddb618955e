"""What a principal's own system asks and confirms, as JSON behind the same personal link."""

import json
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    fetch_package,
    package_of,
    register_number,
)
from samverkan.dispatches.models import Dispatch, Package
from samverkan.dispatches.packages.metadata import moment
from samverkan.dispatches.receptions import packages_of, waiting_at, waits_for
from samverkan.dispatches.rules import obstacles_to_receipt
from samverkan.journal.obstacles import Obstacle, StepRefused, refuse
from samverkan.sentences import say
from samverkan.www.door import LOOK
from samverkan.www.link import wording
from samverkan.www.registry.door import Visit, systems
from samverkan.www.registry.files import find

AT_A_TIME = 100
LARGEST = 10_000  # bytes
KNOWN = {"reference_number", "sha256"}
# What was changed by somebody else meanwhile, and what will be there later.
STATUS = {"has_other_number": 409, "package_not_made": 503}


@systems.open(*LOOK)
def waiting(visit: Visit) -> HttpResponse:
    """Give what waits, the first sent first; `next` leads to more."""
    if visit.too_often("fetch"):
        return systems.stop(visit.request, wording.PRINTED_TOO_OFTEN, 429)
    after = visit.request.GET.get("efter", "")
    found = waiting_at(visit.link.principal_id)
    if after.isdecimal() and len(after) < 18:
        found = found.filter(pk__gt=int(after))
    rows = list(found[: AT_A_TIME + 1])
    more, rows = len(rows) > AT_A_TIME, rows[:AT_A_TIME]
    packages = packages_of(rows)
    return JsonResponse(
        {
            "principal": visit.link.principal.name,
            "asked_at": moment(visit.now),
            "waiting": [_told(visit, one, packages.get(one.pk)) for one in rows],
            "next": f"{_whole(visit, 'waiting')}?efter={rows[-1].pk}" if more else None,
        }
    )


@systems.open("POST")
def confirm(visit: Visit, number: str) -> HttpResponse:
    """Take in the principal's own number, the sum of the package that was fetched, or both."""
    if visit.too_often("confirm"):
        return systems.stop(visit.request, wording.TOO_OFTEN_FOR_SYSTEMS, 429)
    dispatch = find(visit, number)
    try:
        sent = _sent(visit)
        _confirm(visit, dispatch, sent)
    except StepRefused as refusal:
        return _refused(refusal)
    dispatch.refresh_from_db()
    return JsonResponse(_told(visit, dispatch, packages_of([dispatch]).get(dispatch.pk)))


def _confirm(visit: Visit, dispatch: Dispatch, sent: dict[str, str]) -> None:
    number, sha256 = sent.get("reference_number", "").strip(), sent.get("sha256", "").strip()
    package = package_of(dispatch)
    made = package is not None and package.made_at is not None
    expected = package.sha256 if package else ""
    refuse(obstacles_to_receipt(number=number, sha256=sha256, made=made, expected=expected))
    if number:
        with suppress(AlreadyRegistered):  # told again by a system that did not hear our answer
            register_number(dispatch.pk, number, by=visit.by, now=visit.now)
    if sha256:
        fetch_package(dispatch.pk, by_system=True, by=visit.by, now=visit.now)


def _sent(visit: Visit) -> dict[str, str]:
    """Return what was sent; forms of other sites cannot send JSON, so no cookie is asked for."""
    request = visit.request
    unread = Obstacle("confirmation_not_read")
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if request.content_type != "application/json" or not 0 < size <= LARGEST:
        raise StepRefused([unread])
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        raise StepRefused([unread]) from None
    known = isinstance(sent, dict) and set(sent) <= KNOWN
    if not known or not all(isinstance(value, str) for value in sent.values()):
        raise StepRefused([unread])
    return dict(sent)


def _refused(refusal: StepRefused) -> HttpResponse:
    obstacles = [{"code": one.code, "sentence": say(one)} for one in refusal.obstacles]
    status = next((STATUS[one.code] for one in refusal.obstacles if one.code in STATUS), 422)
    return JsonResponse({"obstacles": obstacles}, status=status)


def _told(visit: Visit, dispatch: Dispatch, package: Package | None) -> dict[str, Any]:
    recommendation = dispatch.recommendation
    number = recommendation.number
    return {
        "recommendation_number": number,
        "title": recommendation.title,
        "body": recommendation.body.name,
        "meeting_date": str(recommendation.agreed_on),
        "point": recommendation.point,
        "addressee": dispatch.addressee,
        "dispatched_at": moment(dispatch.dispatched_at),
        "reply_by": str(recommendation.reply_by) if recommendation.reply_by else None,
        "reference_number": dispatch.reference_number,
        "planned_on": str(dispatch.planned_on) if dispatch.planned_on else None,
        "state": dispatch.state,
        "waits_for": waits_for(dispatch),
        "package": _package(visit, number, package) if package and package.made_at else None,
        "page": _whole(visit, "one", number),
        "confirm": _whole(visit, "confirm", number),
    }


def _package(visit: Visit, number: str, package: Package) -> dict[str, Any]:
    return {
        "id": str(package.key),
        "address": _whole(visit, "package", number),
        "sha256": package.sha256,
        "size": package.size,
        "files": [
            {
                "path": one.path,
                "role": one.role,
                "title": one.title,
                "media_type": one.media_type,
                "size": one.size,
                "sha256": one.content_id,
                "address": _whole(visit, "file", number, one.position),
            }
            for one in package.files.all()
        ],
    }


def _whole(visit: Visit, name: str, *args: object) -> str:
    return f"{settings.SITE_ADDRESS}{visit.url(name, *args)}"
