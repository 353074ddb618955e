"""E-mail that follows from the journal: rows of the domain first, then sent, one by one."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from email.utils import make_msgid
from smtplib import SMTPException, SMTPRecipientsRefused
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from procrastinate.contrib.django import app

from samverkan.journal.actors import Actor
from samverkan.journal.choices import NoticeState, Visibility
from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import address_of

logger = logging.getLogger(__name__)

WAKE_UP = "samverkan.send_notices"
# With the growing pauses this is more than two days: a mail server may be down over a weekend.
GIVE_UP_AFTER = 20
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
def take_back(collaboration_id: int, name: str, part: Mapping[str, object]) -> None:
    """Leave a part out of the letters that have not gone out; one with nothing left goes nowhere.

    `name` is the list among a letter's facts that the part, such as one matter of several, is in.
    A letter that is being sent just now goes as it is.
    """
    waiting = Notice.objects.select_for_update(of=("self",), no_key=True).filter(
        collaboration_id=collaboration_id,
        state=NoticeState.QUEUED,
        **{f"facts__{name}__contains": [dict(part)]},
    )
    for notice in waiting.order_by("pk"):
        left = [one for one in notice.facts[name] if not part.items() <= one.items()]
        notice.facts = notice.facts | {name: left}
        notice.state = NoticeState.QUEUED if left else NoticeState.TAKEN_BACK
        notice.save(update_fields=["facts", "state"])


@transaction.atomic
def try_again(notice_id: int, *, by: Actor, now: datetime) -> Notice:
    """Queue a letter anew that was given up. Raises StepRefused when it was not."""
    notice = Notice.objects.select_for_update(of=("self",), no_key=True).get(pk=notice_id)
    if notice.state != NoticeState.FAILED:
        refuse([Obstacle("mail_not_given_up")])
    notice.state, notice.attempts, notice.next_attempt_at = NoticeState.QUEUED, 0, now
    notice.save(update_fields=["state", "attempts", "next_attempt_at"])
    record(
        notice.collaboration_id,
        "notice.tried_again",
        notice.entry.subject,
        by=by,
        at=now,
        visibility=Visibility.CLOSED,
        to=notice.to,
    )
    app.configure_task(WAKE_UP, lock=WAKE_UP).defer()
    return notice


def not_gone_out(collaboration_id: int) -> QuerySet[Notice]:
    """Return the letters that were given up, and those that have been tried and wait, oldest first.

    What waits for its first try is on its way and is left out.
    """
    tried = Q(state=NoticeState.FAILED) | Q(
        state__in=[NoticeState.QUEUED, NoticeState.SENDING], attempts__gt=0
    )
    found = Notice.objects.filter(tried, collaboration_id=collaboration_id)
    return found.select_related("entry", "collaboration").order_by("pk")


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
    facts = _with_links(notice.facts)
    calendar = facts.pop("calendar", None)
    one_click = facts.pop("one_click", None)
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


def _with_links(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return a letter's facts with the personal links made, also in each part of a list."""
    made: dict[str, Any] = {
        name: [_with_links(one) if isinstance(one, dict) else one for one in value]
        if isinstance(value, list)
        else value
        for name, value in facts.items()
    }
    if key := made.pop("link_key", None):
        made["link"] = address_of(key, made.pop("link_door", ""))
    if key := made.pop("all_key", None):
        made["all_link"] = address_of(key, made.pop("all_door", ""))
    return made


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
