"""What a feed is about: everything, one principal, one subject or one recommendation."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.subjects import SUBJECTS, Subject
from samverkan.journal.models import Collaboration, Entry
from samverkan.principals.models import FormerName, Principal
from samverkan.public.queries.changes import VERBS
from samverkan.public.timeline import public_entries

# A feed tells the latest; who wants it all has the journal's pages and the files.
SHOWN = 50
LATEST = 100


@dataclass(frozen=True)
class Scope:
    """A part of what happens on the board, under one address."""

    collaboration: Collaboration
    principal: Principal | None = None
    subject: Subject | None = None
    number: str = ""

    @property
    def name(self) -> str:
        """Return what a feed of it is called."""
        if self.principal:
            return self.principal.name
        if self.subject:
            return self.subject.name
        return f"Rekommendation {self.number}" if self.number else "Beslutsläget"

    @property
    def path(self) -> str:
        """Return its address without an ending, below the collaboration."""
        if self.principal:
            return f"huvudman/{self.principal.slug}"
        if self.subject:
            return f"amnen/{self.subject.slug}"
        return f"rekommendationer/{self.number}" if self.number else "beslutslaget"

    def recommendations(self) -> QuerySet[Recommendation]:
        """Return the recommendations that it is about."""
        found = Recommendation.objects.filter(collaboration=self.collaboration)
        if self.principal:
            return found.filter(dispatches__principal=self.principal)
        if self.subject:
            return found.filter(self.subject.cases)
        return found.filter(number=self.number) if self.number else found

    def entries(self) -> list[Entry]:
        """Return what has happened of late, the latest first."""
        found = public_entries(self.collaboration.pk).filter(verb__in=VERBS)
        if self.principal or self.subject or self.number:
            found = found.filter(subject__in=[f"recommendation/{one}" for one in self._numbers()])
        latest = found.order_by("-sequence")
        if not self.principal:
            return list(latest[:SHOWN])
        names = _names(self.principal)
        mine = (entry for entry in latest[: 8 * SHOWN] if _concerns(entry, names))
        return [entry for _, entry in zip(range(SHOWN), mine, strict=False)]

    def dispatches(self) -> Any:
        """Return the answers that have, or had, a planned day, the latest recommendations first."""
        found = Dispatch.objects.filter(recommendation__collaboration=self.collaboration)
        if self.principal:
            found = found.filter(principal=self.principal)
        if self.subject or self.number:
            found = found.filter(recommendation__in=self.recommendations().values("pk"))
        return found

    def _numbers(self) -> list[str]:
        """Return the latest, and for a principal those that wait however old they are."""
        latest = self.recommendations().order_by("-agreed_on", "-number")
        numbers = list(latest.values_list("number", flat=True)[:LATEST])
        if self.principal:
            waiting = Dispatch.objects.filter(awaited(), principal=self.principal)
            old = waiting.order_by("recommendation__agreed_on")
            numbers += old.values_list("recommendation__number", flat=True)[:LATEST]
        return numbers


def scope_of(
    collaboration: Collaboration, *, principal: str = "", subject: str = "", number: str = ""
) -> Scope:
    """Return what an address is about.

    Raises Http404 when there is no such principal, subject or recommendation.
    """
    if principal:
        found = Principal.objects.filter(collaboration=collaboration, slug=principal).first()
        if found is None:
            raise Http404
        return Scope(collaboration, principal=found)
    if subject:
        if subject not in SUBJECTS:
            raise Http404
        return Scope(collaboration, subject=SUBJECTS[subject])
    if number:
        known = Recommendation.objects.filter(collaboration=collaboration, number=number)
        if not known.exists():
            raise Http404
    return Scope(collaboration, number=number)


def _names(principal: Principal) -> set[str]:
    former = FormerName.objects.filter(principal=principal).values_list("name", flat=True)
    return {principal.name, *former}


def _concerns(entry: Entry, names: set[str]) -> bool:
    """Return whether an entry is the principal's own, or about a recommendation as a whole."""
    named = entry.content["facts"].get("principal")
    return named is None or named in names
