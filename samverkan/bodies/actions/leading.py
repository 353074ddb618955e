"""What follows for those who lead a body when they leave it: nobody leads longer than they sit."""

from datetime import date

from django.db.models import Q, QuerySet

from samverkan.bodies.models import ChairExtension, ChairTerm, Mission
from samverkan.journal.fields import from_day
from samverkan.journal.periods import first_day_without


def stop_leading(body_id: int, person_id: int, since: date) -> None:
    """Let what a person leads in a body end when, from a day on, no mission of theirs holds."""
    lasts = Q(period__endswith__gt=since) | Q(period__upper_inf=True)
    terms = ChairTerm.objects.filter(lasts, body=body_id, person=person_id)
    held = Mission.objects.filter(body=body_id, person=person_id).values_list("period", flat=True)
    for term in terms:
        first = max(term.period.lower or since, since)
        left = first_day_without(held, first, term.period.upper)
        if left is not None:
            end_term(term, left)


def end_term(term: ChairTerm, until: date) -> None:
    """Let a term hold until a day, and not at all when it has not begun by then."""
    if term.period.lower is None or term.period.lower < until:
        term.period = from_day(term.period.lower, until)
        term.save(update_fields=["period"])
    else:
        withdraw(ChairTerm.objects.filter(pk=term.pk))


def withdraw(terms: QuerySet[ChairTerm]) -> None:
    """Take back terms, with their extensions; what was decided stands in the journal."""
    ChairExtension.objects.filter(term__in=terms).delete()
    terms.delete()
