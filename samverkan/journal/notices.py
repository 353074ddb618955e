"""E-mail that follows from the journal: rows of the domain first, then sent, one by one."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from email.utils import make_msgid
from smtplib import SMTPException, SMTPRecipientsRefused
from time import monotonic

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from procrastinate.contrib.django import app

from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Entry, Notice
from samverkan.journal.tokens import address_of

logger = logging.getLogger(__name__)

WAKE_UP = "samverkan.send_notices"
GIVE_UP_AFTER = 12
# Longer than the mail server may take; a row still "sending" then was left by a killed process.
SENDING_AT_MOST = timedelta(minutes=15)


def notify(
    entry: Entry, template: str, to: Iterable[tuple[str, Mapping[str, object]]], *, at: datetime
) -> None:
    """Queue one e-mail per address, in the same transaction as the entry that they follow."""
    domain = settings.SERVER_EMAIL.rpartition("@")[2] or "localhost"
    Notice.objects.bulk_create(
        Notice(
            collaboration_id=entry.collaboration_id,
            entry=entry,
            template=template,
            to=address,
            facts=dict(facts),
            next_attempt_at=at,
            message_id=make_msgid(domain=domain),
        )
        for address, facts in to
    )
    app.configure_task(WAKE_UP, lock=WAKE_UP).defer()


def send_due(now: datetime) -> int:
    """Send every notice whose time has come; return how many went out."""
    began, moment, sent = monotonic(), now, 0
    while (notice := _claim(moment)) is not None:
        sent += _send(notice, moment)
        # A long queue takes long: each claim runs from when it was made, not from the first one.
        moment = now + timedelta(seconds=monotonic() - began)
    return sent


@transaction.atomic
def _claim(now: datetime) -> Notice | None:
    waiting = Q(state__in=[NoticeState.QUEUED, NoticeState.SENDING], next_attempt_at__lte=now)
    notice = (
        Notice.objects.select_for_update(skip_locked=True, of=("self",), no_key=True)
        .select_related("collaboration")
        .filter(waiting)
        .order_by("next_attempt_at", "pk")
        .first()
    )
    if notice is not None:
        notice.state = NoticeState.SENDING
        notice.attempts += 1
        notice.next_attempt_at = now + SENDING_AT_MOST
        notice.save(update_fields=["state", "attempts", "next_attempt_at"])
    return notice


def _send(notice: Notice, now: datetime) -> bool:
    try:
        rendered(notice).send()
    except (SMTPException, OSError) as failure:
        logger.warning("notice %s was not sent: %s", notice.pk, failure)
        _put_off(notice, failure, now)
    except Exception as failure:  # one mail that cannot be written must not hold up the others
        logger.exception("notice %s cannot be sent", notice.pk)
        _put_off(notice, failure, now)
    else:
        _mark(notice, NoticeState.SENT, sent_at=now, last_error="")
        return True
    return False


def _put_off(notice: Notice, failure: Exception, now: datetime) -> None:
    gone = notice.attempts >= GIVE_UP_AFTER or _refused_for_good(failure)
    state = NoticeState.FAILED if gone else NoticeState.QUEUED
    pause = timedelta(minutes=2 ** min(notice.attempts, 8))
    _mark(notice, state, next_attempt_at=now + pause, last_error=str(failure)[:300])


def _refused_for_good(failure: Exception) -> bool:
    """Return whether the address was refused with 5xx; 4xx asks us to come back (greylisting)."""
    return isinstance(failure, SMTPRecipientsRefused) and all(
        code >= 500 for code, _ in failure.recipients.values()
    )


def rendered(notice: Notice) -> EmailMultiAlternatives:
    """Return the e-mail of a notice; a personal link is made here and is stored nowhere.

    `calendar` in the facts, a text and its method, goes along for calendars (iMIP, RFC 6047);
    `one_click` is where, behind the link, what sends the letter is ended.
    """
    facts = dict(notice.facts)
    calendar = facts.pop("calendar", None)
    one_click = facts.pop("one_click", None)
    if key := facts.pop("link_key", None):
        facts["link"] = address_of(key, facts.pop("link_door", ""))
    context = {**facts, "collaboration": notice.collaboration, "site": settings.SITE_ADDRESS}
    subject = render_to_string(f"emails/{notice.template}.subject.txt", context)
    body = render_to_string(f"emails/{notice.template}.body.txt", context)
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=body,
        to=[notice.to],
        reply_to=[reply_to] if (reply_to := notice.collaboration.contact_email) else None,
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"},
    )
    if one_click:
        message.extra_headers |= _one_click(f"{facts['link']}{one_click}")
    if calendar:
        _add_calendar(message, calendar["text"], calendar["method"])
    return message


def _one_click(address: str) -> dict[str, str]:
    """Return how a mail program ends what the letter belongs to, by RFC 2369 and RFC 8058."""
    return {
        "List-Unsubscribe": f"<{address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _add_calendar(message: EmailMultiAlternatives, text: str, method: str) -> None:
    """Some programs read the part beside the letter, others want a file to open: the same text."""
    message.attach_alternative(text, f"text/calendar; method={method}")
    message.attach("kalender.ics", text.encode(), "application/ics")


def _mark(notice: Notice, state: NoticeState, **changes: object) -> None:
    Notice.objects.filter(pk=notice.pk).update(state=state, **changes)
