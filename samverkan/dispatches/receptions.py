"""What is known of how dispatches reached their principals, and what waits at one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from samverkan.dispatches import rules
from samverkan.dispatches.choices import DECIDED, NOT_ASKED, DispatchState, WaitsFor
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import (
    Answer,
    Dispatch,
    Fetch,
    Package,
    Recommendation,
    RegistrarLink,
)
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Notice


@dataclass(frozen=True)
class Reception:
    """Mottagningsbevis: when a dispatch was sent, reached its principal and was registered."""

    dispatch: Dispatch
    letter: Notice | None
    handed_over_at: datetime | None
    fetched: Fetch | None
    confirmed: Answer | None
    package: Package | None

    @property
    def arrival(self) -> rules.Arrival | None:
        """Return when it had arrived (inkommen), and which fact shows it."""
        return rules.arrival(
            handed_over_at=self.handed_over_at,
            fetched_at=self.fetched.at if self.fetched else None,
            confirmed_at=self.confirmed.given_at if self.confirmed else None,
        )

    @property
    def letter_failed(self) -> bool:
        """Return whether no letter has reached the principal's mail server, and none will."""
        gone = self.letter is not None and self.letter.state == NoticeState.FAILED
        return gone and self.handed_over_at is None


def receptions_of(
    recommendation: Recommendation, dispatches: Sequence[Dispatch]
) -> list[Reception]:
    """Return what is known of each dispatch's reception; as many queries for one as for all."""
    ids = [dispatch.pk for dispatch in dispatches]
    letters = _letters(recommendation, ids)
    fetches = {one.dispatch_id: one for one in Fetch.objects.filter(dispatch__in=ids)}
    confirmed: dict[int, Answer] = {}
    numbered = Answer.objects.filter(dispatch__in=ids).exclude(reference_number="")
    for answer in numbered.order_by("pk"):
        confirmed.setdefault(answer.dispatch_id, answer)
    packages = packages_of(dispatches)
    return [
        Reception(
            dispatch=dispatch,
            letter=letters[dispatch.pk][0] if dispatch.pk in letters else None,
            handed_over_at=min(
                (one.sent_at for one in letters.get(dispatch.pk, []) if one.sent_at), default=None
            ),
            fetched=fetches.get(dispatch.pk),
            confirmed=confirmed.get(dispatch.pk),
            package=packages.get(dispatch.pk),
        )
        for dispatch in dispatches
    ]


def packages_of(dispatches: Sequence[Dispatch]) -> dict[int, Package]:
    """Return the package of what was last sent in each dispatch, with its files."""
    found = Package.objects.filter(dispatch__in=dispatches).prefetch_related("files")
    sent = {dispatch.pk: dispatch.sha256 for dispatch in dispatches}
    return {one.dispatch_id: one for one in found if one.proposal_sha256 == sent[one.dispatch_id]}


def sent_from_here() -> QuerySet[Dispatch]:
    """Return what was sent to principals by letters from here, not what is told of the past."""
    by_letter = RegistrarLink.objects.filter(dispatch=OuterRef("pk"))
    return Dispatch.objects.filter(Exists(by_letter)).select_related(
        "principal", "recommendation__body", "recommendation__collaboration"
    )


def sent_to(principal_id: int) -> QuerySet[Dispatch]:
    """Return what was sent to a principal, the first first."""
    return sent_from_here().filter(principal=principal_id).order_by("pk")


def waiting_at(principal_id: int) -> QuerySet[Dispatch]:
    """Return what waits at a principal: for its number, a planned day or its decision."""
    asked = sent_to(principal_id).exclude(state__in=(*NOT_ASKED, DispatchState.HELD))
    return asked.filter(~Q(state__in=DECIDED) | Q(reference_number=""))


def done_at(principal_id: int) -> QuerySet[Dispatch]:
    """Return what a principal has numbered and decided."""
    return sent_to(principal_id).filter(state__in=DECIDED).exclude(reference_number="")


def waits_for(dispatch: Dispatch) -> WaitsFor:
    """Return what one dispatch waits for."""
    return rules.waits_for(
        DispatchState(dispatch.state),
        reference_number=dispatch.reference_number,
        planned_on=dispatch.planned_on,
    )


def _letters(recommendation: Recommendation, ids: Sequence[int]) -> dict[int, list[Notice]]:
    """Return the letters of each dispatch, the first first: a letter is known by its link."""
    keys = dict(RegistrarLink.objects.filter(dispatch__in=ids).values_list("key", "dispatch_id"))
    notices = Notice.objects.filter(
        entry__collaboration=recommendation.collaboration_id, entry__subject=subject(recommendation)
    ).order_by("pk")
    found: dict[int, list[Notice]] = {}
    for notice in notices:
        dispatch_id = keys.get(notice.facts.get("link_key", ""))
        if dispatch_id is not None:
            found.setdefault(dispatch_id, []).append(notice)
    return found
