import re
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from django.db import connection, transaction
from django.urls import Resolver404, resolve

from samverkan.journal.actors import SYSTEM
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Notice
from samverkan.journal.notices import GIVE_UP_AFTER, SENDING_AT_MOST, notify, rendered, send_due
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from tests.factories import CollaborationFactory

NOW = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)
LETTER = {
    "principal": "Malå kommun",
    "number": "r2026-01",
    "title": "Rutin för <utskrivning> & 'hemgång'",
    "body": "Länssamordningsgruppen",
    "agreed_on": "2026-03-12",
    "reply_by": "2026-06-30",
    "reference_number": "SN 2026/7",
    "link_key": "en-nyckel",
}
MATTER = LETTER | {"dispatch": 1, "address": "/lanet/rekommendationer/r2026-01/"}
REMINDER = {
    "role": "registratorn hos Malå kommun",
    "principal": "Malå kommun",
    "body": "Länssamordningsgruppen",
    "note": "",
    "matters": [MATTER],
}
SUMMONS = {
    "body": "Samråd",
    "on": "2026-04-16",
    "starts_at": "09.30",
    "place": "Länshuset",
    "points": ["Mötets öppnande", "Rutin för <utskrivning> & 'hemgång'"],
    "path": "/lanet/organ/samrad/moten/2026-04-16/",
}
LETTERS = {
    "recommendation_dispatched": LETTER,
    "recommendation_reminded": REMINDER,
    "representative_told_of_silence": REMINDER,
    "chair_told_of_silence": REMINDER,
    "link_renewed": LETTER,
    "meeting_called": SUMMONS,
    "meeting_for_information": SUMMONS,
    "meeting_supplemented": SUMMONS
    | {"number": 2, "changes": ["Ny punkt: ”Rutin för <utskrivning> & 'hemgång'”."]}
    | {"link_key": "en-nyckel", "link_door": "mote"},
}


class Sink:
    """A mail server that keeps what it takes in, and refuses what it is told to refuse."""

    def __init__(self):
        self.taken = []
        self.refuses = {}
        self.down = ""

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.down:
            return self.down
        message = message_from_bytes(envelope.content, policy=default)
        self.taken.append((envelope.rcpt_tos, message))
        return "250 OK"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def sink(settings):
    kept = Sink()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=settings.EMAIL_PORT)
    controller.start()
    yield kept
    controller.stop()


@pytest.fixture
def here(db):
    return CollaborationFactory(name="Samverkan i Länet", slug="lanet")


def queue(here, *addresses, template="recommendation_dispatched", facts=LETTER):
    with transaction.atomic():
        entry = record(here.pk, "recommendation.dispatched", "x", by=SYSTEM, at=NOW)
        notify(entry, template, [(address, facts) for address in addresses], at=NOW)
    return list(entry.notices.order_by("pk"))


def sixteen():
    return [f"registrator@kommun-{number}.example.invalid" for number in range(16)]


@pytest.mark.rule("R152")
def test_sixteen_letters_go_out_once_each(here, sink):
    queue(here, *sixteen())

    assert send_due(NOW) == 16
    assert send_due(NOW + timedelta(days=1)) == 0
    assert sorted(to for [to], _ in sink.taken) == sorted(sixteen())
    assert len({message["Message-ID"] for _, message in sink.taken}) == 16
    assert set(Notice.objects.values_list("state", "attempts")) == {(NoticeState.SENT, 1)}


@pytest.mark.django_db(transaction=True)
def test_four_workers_at_once_send_each_letter_once(here, sink):
    queue(here, *sixteen())
    start = threading.Barrier(4)

    def work(_):
        start.wait(10)
        sent = send_due(NOW)
        connection.close()
        return sent

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(work, range(4))) == 16

    assert len({to for [to], _ in sink.taken}) == len(sink.taken) == 16


def test_what_is_undone_is_not_sent(here, sink):
    with transaction.atomic():
        queue(here, "a@b.example.invalid")
        transaction.set_rollback(True)

    assert send_due(NOW) == 0
    assert not Notice.objects.exists()


def test_a_server_that_refuses_is_tried_again_with_growing_pauses(here, sink):
    [notice] = queue(here, "registrator@mala.example.invalid")
    sink.down = "451 later"
    now, pauses = NOW, []

    for _ in range(4):
        assert send_due(now) == 0
        notice.refresh_from_db()
        assert notice.state == NoticeState.QUEUED
        pauses.append(notice.next_attempt_at - now)
        assert send_due(notice.next_attempt_at - timedelta(seconds=1)) == 0
        now = notice.next_attempt_at

    assert pauses == [timedelta(minutes=minutes) for minutes in (2, 4, 8, 16)]
    assert notice.attempts == 4
    assert "451" in notice.last_error


def test_the_letter_is_the_same_when_it_is_tried_again(here, sink):
    [notice] = queue(here, "registrator@mala.example.invalid")
    sink.down = "451 later"
    send_due(NOW)
    sink.down = ""

    send_due(NOW + timedelta(minutes=2))

    [(_, message)] = sink.taken
    notice.refresh_from_db()
    assert message["Message-ID"] == notice.message_id
    assert (notice.state, notice.attempts, notice.last_error) == (NoticeState.SENT, 2, "")


def test_a_server_that_does_not_answer_is_tried_again(here, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    [notice] = queue(here, "registrator@mala.example.invalid")

    assert send_due(NOW) == 0
    notice.refresh_from_db()
    assert notice.state == NoticeState.QUEUED


def test_after_many_tries_it_is_given_up(here, sink):
    [notice] = queue(here, "registrator@mala.example.invalid")
    sink.down = "451 later"

    for _ in range(GIVE_UP_AFTER):
        notice.refresh_from_db()
        send_due(notice.next_attempt_at)

    notice.refresh_from_db()
    assert (notice.state, notice.attempts) == (NoticeState.FAILED, GIVE_UP_AFTER)


@pytest.mark.parametrize("says", ["421 going down", "451 later"])
def test_a_server_that_is_down_for_a_day_gets_every_letter_once(here, sink, says):
    queue(here, *sixteen())
    sink.down = says
    pauses, now = [], NOW
    while now < NOW + timedelta(days=1):
        send_due(now)
        later = Notice.objects.latest("next_attempt_at").next_attempt_at
        pauses.append(round((later - now).total_seconds() / 60))
        now = later

    assert {one.state for one in Notice.objects.all()} == {NoticeState.QUEUED}
    assert pauses == sorted(pauses)
    sink.down = ""

    assert send_due(now) == 16
    assert send_due(now + timedelta(days=1)) == 0
    assert len(sink.taken) == 16
    assert {one.state for one in Notice.objects.all()} == {NoticeState.SENT}


def test_an_address_that_is_refused_fails_and_the_others_go_out(here, sink):
    refused, *others = queue(here, *sixteen())
    sink.refuses[refused.to] = "550 no such user"

    assert send_due(NOW) == 15

    refused.refresh_from_db()
    assert refused.state == NoticeState.FAILED
    assert "no such user" in refused.last_error
    assert {notice.to for notice in others} == {to for [to], _ in sink.taken}


def test_an_address_that_is_refused_for_now_is_tried_again(here, sink):
    [notice] = queue(here, "registrator@mala.example.invalid")
    sink.refuses[notice.to] = "450 greylisted"

    send_due(NOW)

    notice.refresh_from_db()
    assert notice.state == NoticeState.QUEUED
    sink.refuses.clear()
    assert send_due(notice.next_attempt_at) == 1


def test_one_left_by_a_killed_process_is_taken_up_again(here, sink):
    [notice] = queue(here, "registrator@mala.example.invalid")
    Notice.objects.update(state=NoticeState.SENDING, next_attempt_at=NOW + SENDING_AT_MOST)

    assert send_due(NOW + SENDING_AT_MOST - timedelta(seconds=1)) == 0
    assert send_due(NOW + SENDING_AT_MOST) == 1
    [(_, message)] = sink.taken
    assert message["Message-ID"] == notice.message_id


# --- What the letters say ------------------------------------------------------------------------


@pytest.fixture(params=LETTERS)
def letter(request, here):
    [notice] = queue(
        here, "a@b.example.invalid", template=request.param, facts=LETTERS[request.param]
    )
    return rendered(notice)


def test_a_letter_is_plain_text_as_it_was_written(letter):
    assert "&#x27;" not in letter.body + letter.subject
    assert "&lt;" not in letter.body + letter.subject
    assert "Rutin för <utskrivning> & 'hemgång'" in letter.body + letter.subject
    assert not re.search(r"\b20\d\d-\d\d-\d\d\b", letter.body.replace("/2026-04-16/", ""))


def test_a_letter_says_who_sends_why_and_what_to_do(letter):
    assert re.search(r"^(Du|Ni) får mejlet för att", letter.body, re.MULTILINE)
    assert len(re.findall("Det här behöver (?:du|ni) göra:", letter.body)) == 1
    assert "Svara inte på det här mejlet." in letter.body
    assert "koordinator@example.invalid" in letter.body
    assert "Samverkan i Länet" in letter.body
    assert "\n\n\n" not in letter.body


def test_its_address_stands_alone_on_a_line(letter):
    lines = letter.body.splitlines()
    address = next(line for line in lines if line.startswith("http") and line.count("/") > 4)

    place = lines.index(address)
    assert (lines[place - 1], lines[place + 1]) == ("", "")


def test_a_recommendation_is_never_called_a_decision(here):
    for template in LETTERS:
        [notice] = queue(here, "a@b.example.invalid", template=template, facts=LETTERS[template])
        text = rendered(notice).body
        assert not re.search(r"(Samråds?|gruppens?) (har )?(beslut|beslutat)\b", text)


@pytest.mark.rule("R152")
def test_the_personal_link_is_made_when_the_letter_is_sent(here):
    [notice] = queue(here, "a@b.example.invalid")

    [token] = re.findall(r"/l/(\S+)/\n", rendered(notice).body)

    assert key_of(token) == "en-nyckel"
    assert token not in str(notice.facts)
    try:
        assert resolve(f"/l/{token}/").view_name == "link:show"
    except Resolver404:
        pytest.fail("the link leads nowhere")


def test_what_is_not_known_is_left_out(here):
    bare = LETTER | {"reply_by": "", "reference_number": ""}
    reminder = REMINDER | {"matters": [MATTER | bare]}
    for template, facts in (
        ("recommendation_dispatched", bare),
        ("recommendation_reminded", reminder),
        ("representative_told_of_silence", reminder),
        ("chair_told_of_silence", reminder),
        ("link_renewed", bare),
    ):
        [notice] = queue(here, "a@b.example.invalid", template=template, facts=facts)
        text = rendered(notice).body
        assert "senast" not in text
        assert "Ert diarienummer:" not in text
        assert "\n\n\n" not in text

    summons = SUMMONS | {"starts_at": "", "place": ""}
    [notice] = queue(here, "a@b.example.invalid", template="meeting_called", facts=summons)
    assert "Tid:" not in rendered(notice).body
    assert "torsdag 16\N{NO-BREAK SPACE}april 2026" in rendered(notice).body


def test_a_title_cannot_add_a_header(here):
    facts = LETTER | {"title": "Rutin\r\nBcc: alla@example.invalid"}
    [notice] = queue(here, "a@b.example.invalid", facts=facts)

    message = rendered(notice).message()

    assert message["Bcc"] is None
    assert "\n" not in rendered(notice).subject
