"""What stands at the head of a principal's papers, and from which day."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.db import transaction

from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.principals.models import Letterhead, Principal
from samverkan.principals.rules import obstacles_to_letterhead

LABELS = {
    "name": "Namn",
    "address": "Postadress",
    "phone": "Telefon",
    "email": "E-post",
    "organisation_number": "Organisationsnummer",
    "vat_number": "Momsnummer",
    "bankgiro": "Bankgiro",
}


@dataclass(frozen=True)
class Sender:
    """A principal's sender details; what is unknown is empty."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    organisation_number: str = ""
    vat_number: str = ""
    bankgiro: str = ""

    @property
    def by_label(self) -> dict[str, str]:
        """Return the details by what their fields are called."""
        return {LABELS[name]: value for name, value in asdict(self).items()}


@transaction.atomic
def set_letterhead(
    principal_id: int,
    sender: Sender,
    *,
    first: date | None,
    until: date | None = None,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Letterhead:
    """Note a principal's sender details from a day on; those before end the day before.

    Told again for the same day they are put right. Raises StepRefused when a number does not hold
    or nothing would change.
    """
    principal = Principal.objects.select_for_update(no_key=True).get(pk=principal_id)
    present = principal.letterheads.filter(period__upper_inf=True).first()
    refuse(
        obstacles_to_letterhead(
            texts=sender.by_label,
            first=first,
            until=until,
            present=sender_of(present).by_label if present else None,
            present_first=present.period.lower if present else None,
        )
    )
    if present and present.period.lower == first:
        present.delete()
    elif present:
        present.period = from_day(present.period.lower, first)
        present.save(update_fields=["period"])
    made = Letterhead.objects.create(
        principal=principal, period=from_day(first, until), source=source, **asdict(sender)
    )
    record(
        principal.collaboration_id,
        "principal.letterhead_set",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        rule="R323",
        source=source or "förslaget till beslut 2018",
        principal=principal.name,
        first=first,
        until=until,
        **asdict(sender),
    )
    return made


def sender_of(letterhead: Letterhead) -> Sender:
    """Return the details that a letterhead holds."""
    return Sender(**{name: getattr(letterhead, name) for name in LABELS})


def letterheads_on(principals: Collection[int], on: date) -> dict[int, Sender]:
    """Return the sender details of some principals on a day, by id; one query for them all."""
    found = Letterhead.objects.filter(principal__in=principals, period__contains=on)
    return {one.principal_id: sender_of(one) for one in found.order_by("period")}
