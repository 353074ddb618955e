"""What someone says of a digest: that it is read, and to whom it was carried on."""

from datetime import datetime
from typing import Any

from django.conf import settings

from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import acknowledge_digest, carry_on_digest
from samverkan.meetings.actions.digest_facts import text_of_digest
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.digests import plain_text
from samverkan.meetings.models import DigestCopy
from samverkan.www.forms import Form, paragraphs, typed

CARRIED = "Tack. Det är antecknat till vilka du har fört rapporten vidare."
READ = "Tack. Det är antecknat att du har läst rapporten."


class CarryOnForm(Form):
    places = {
        "carried_to_nobody": "to",
        "carried_already": "to",
        "carried_too_long": "to",
    }

    to = paragraphs(
        "Till vem eller vilka",
        500,
        missing="Skriv till vem eller vilka du har fört rapporten vidare.",
        hint="Med ord, till exempel ”förvaltningens ledningsgrupp och enhetscheferna”.",
        rows=2,
    )


class ReadForm(Form):
    """Nothing but the button."""


def form_of(copy: DigestCopy, sent: Any = None) -> Form:
    """Return the form that was sent, by its button; else the one to carry on with."""
    if sent is not None and "read" in sent:
        return ReadForm(sent)
    return CarryOnForm(sent, initial={"to": copy.carried_to})


def take_in(copy: DigestCopy, form: Form, *, by: Actor, now: datetime) -> str:
    """Note what a valid form says; return the sentence of it, or nothing when it was refused."""
    try:
        if isinstance(form, ReadForm):
            acknowledge_digest(copy.pk, by=by, now=now)
            return READ
        carry_on_digest(copy.pk, to=typed(form, "to"), by=by, now=now)
    except StepRefused as refusal:
        form.show(refusal)
        return ""
    return CARRIED


def shown(copy: DigestCopy) -> dict[str, Any]:
    """Return what a page shows of a copy."""
    meeting = copy.digest.meeting
    preliminary = meeting.stage != MeetingStage.APPROVED
    text = text_of_digest(copy.digest)
    return {
        "copy": copy,
        "digest": copy.digest,
        "meeting": meeting,
        "text": text,
        "preliminary": preliminary,
        "copied": plain_text(text, site=settings.SITE_ADDRESS, preliminary=preliminary),
    }


def file_name(copy: DigestCopy) -> str:
    """Return what the text is called as a file."""
    meeting = copy.digest.meeting
    return f"rapport-{meeting.body.slug}-{meeting.on}.txt"
