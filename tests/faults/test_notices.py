"""E-mail when the mail server, the address or the text is at fault: the others still go out."""

from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from samverkan.journal.actors import SYSTEM
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Notice
from samverkan.journal.notices import GIVE_UP_AFTER, SENDING_AT_MOST, notify, rendered, send_due
from samverkan.journal.record import record
from tests.factories import CollaborationFactory

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FACTS = {"title": "Rutin", "principal": "Malå kommun", "agreed_on": "2026-03-12"}


class Failing(BaseEmailBackend):
    """A mail server that fails in the way that a test has chosen."""

    failure: Exception

    def send_messages(self, messages):
        raise Failing.failure


@pytest.fixture
def queue(db):
    """Queue one e-mail to each address."""

    def queue(*addresses, **facts):
        here = CollaborationFactory()
        entry = record(here.pk, "written", "x", by=SYSTEM, at=NOON)
        each = [(address, {**FACTS, **facts}) for address in addresses]
        notify(entry, "recommendation_dispatched", each, at=NOON)

    return queue


@pytest.mark.parametrize("bad", ["a@b.example\nBcc: c@d.example", "utan snabel-a\r\n"])
def test_bad_address_does_not_hold_up_the_others(queue, bad):
    queue(bad, "b@x.example")

    send_due(NOON)

    assert [message.to for message in mail.outbox] == [["b@x.example"]]
    assert Notice.objects.get(to=bad).state == NoticeState.QUEUED


def test_text_that_cannot_be_written_does_not_hold_up_the_others(queue):
    queue("a@x.example", agreed_on="ingen dag alls")
    queue("b@x.example")

    assert send_due(NOON) == 1
    assert Notice.objects.get(to="a@x.example").last_error


def test_title_with_line_breaks_adds_no_header(queue):
    queue("a@x.example", title="Rutin\r\nBcc: c@d.example\r\n\r\nHej")

    message = rendered(Notice.objects.get())

    assert message.message()["Bcc"] is None
    assert message.subject.startswith("Rutin Bcc: c@d.example Hej:")


@pytest.mark.parametrize(
    ("failure", "state"),
    [
        (SMTPRecipientsRefused({"a@x.example": (450, b"greylisted")}), NoticeState.QUEUED),
        (SMTPRecipientsRefused({"a@x.example": (550, b"no such user")}), NoticeState.FAILED),
        (SMTPServerDisconnected("gone"), NoticeState.QUEUED),
        (TimeoutError("slow"), NoticeState.QUEUED),
    ],
)
def test_only_an_address_refused_for_good_is_given_up_at_once(queue, settings, failure, state):
    queue("a@x.example")
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    Failing.failure = failure

    assert send_due(NOON) == 0
    assert Notice.objects.get().state == state


def test_mail_server_that_never_answers_is_given_up_in_the_end(queue, settings):
    queue("a@x.example")
    settings.EMAIL_BACKEND = f"{__name__}.Failing"
    Failing.failure = TimeoutError("slow")

    for day in range(GIVE_UP_AFTER + 2):
        send_due(NOON + day * DAY)

    notice = Notice.objects.get()
    assert (notice.state, notice.attempts) == (NoticeState.FAILED, GIVE_UP_AFTER)


def test_claim_of_a_killed_process_is_taken_over_only_when_it_has_run_out(queue):
    queue("a@x.example")
    Notice.objects.update(state=NoticeState.SENDING, next_attempt_at=NOON + SENDING_AT_MOST)

    assert send_due(NOON + SENDING_AT_MOST - timedelta(seconds=1)) == 0
    assert send_due(NOON + SENDING_AT_MOST) == 1
