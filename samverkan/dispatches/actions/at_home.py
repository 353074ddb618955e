"""What matters a principal, by e-mail each Monday to those who want it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.models import WeeklyLetter
from samverkan.dispatches.queries import by_part, matters_at_home, principals_of
from samverkan.journal.actors import SYSTEM, Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.people.models import Person
from samverkan.people.queries import addresses_of
from samverkan.principals.models import Principal


@transaction.atomic
def want_weekly_letter(
    person_id: int, principal_id: int, wanted: bool, *, by: Actor, now: datetime
) -> None:
    """Begin or end a person's weekly letter about a principal.

    Raises StepRefused when the person has no mission or role there, or nothing would change.
    """
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    principal = Principal.objects.get(pk=principal_id, collaboration=person.collaboration_id)
    belongs = principals_of(person_id, person.collaboration_id, localdate(now))
    letters = WeeklyLetter.objects.filter(person=person, principal=principal)
    refuse(
        rules.obstacles_to_weekly_letter(
            belongs=belongs.filter(pk=principal_id).exists(),
            wanted=wanted,
            has=letters.exists(),
        )
    )
    if wanted:
        WeeklyLetter.objects.create(person=person, principal=principal, since=now)
    else:
        letters.delete()
    record(
        person.collaboration_id,
        "weekly_letter.begun" if wanted else "weekly_letter.ended",
        f"principal/{principal.slug}",
        by=by,
        at=now,
        visibility=Visibility.CLOSED,
        principal=principal.name,
    )


@transaction.atomic
def send_weekly_letter(mail_id: int, *, now: datetime) -> bool:
    """Send one weekly letter when it is due; return whether it went."""
    mail = (
        WeeklyLetter.objects.select_for_update(of=("self",), no_key=True)
        .select_related("person", "principal__collaboration")
        .get(pk=mail_id)
    )
    principal, today = mail.principal, localdate(now)
    here = principal.collaboration_id
    belongs = principals_of(mail.person_id, here, today).filter(pk=principal.pk).exists()
    address = addresses_of([mail.person_id]).get(mail.person_id)
    matters = matters_at_home([principal.pk], today).get(principal.pk, [])
    due = rules.weekly_letter_due(last_sent_at=mail.last_sent_at, matters=len(matters), now=now)
    if not (belongs and address and due):
        return False
    mail.last_sent_at = now
    mail.save(update_fields=["last_sent_at"])
    entry = record(
        here,
        "weekly_letter.sent",
        f"principal/{principal.slug}",
        by=SYSTEM,
        at=now,
        visibility=Visibility.CLOSED,
        principal=principal.name,
    )
    slug = principal.collaboration.slug
    parts = [
        {"heading": part.value, "things": [{"what": one.what, "said": one.said} for one in things]}
        for part, things in by_part(matters)
        if things
    ]
    facts = {
        "principal": principal.name,
        "parts": parts,
        "address": f"/{slug}/arbeta/hos-oss/{principal.slug}/",
    }
    notify(entry, "what_concerns_us", [(address, facts)], at=now)
    return True
