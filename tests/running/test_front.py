"""The front before Django: what is kept, for how long, for whom, and how much of it."""

import gzip
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import time_machine

from samverkan.journal.beacon import Beacon
from samverkan.running.front import PUBLIC, Front

PAGE = "<h1>Beslutsläget</h1>" * 50


class Django:
    """Stands in for Django: says what it is told to say, and counts how often it is asked."""

    def __init__(self):
        self.asked = []
        self.text = PAGE
        self.status = "200 OK"
        self.headers = [("Content-Type", "text/html; charset=utf-8"), (PUBLIC, "1")]
        self.meanwhile = lambda: None

    def __call__(self, environ, start_response):
        self.asked.append(environ["PATH_INFO"])
        self.meanwhile()
        start_response(self.status, list(self.headers))
        return [self.text.encode()]


@pytest.fixture
def django():
    return Django()


@pytest.fixture
def beacon(tmp_path):
    return Beacon(tmp_path / "beacon")


@pytest.fixture
def front(django, beacon):
    return Front(django, beacon)


def ask(front, path="/vasterbotten/beslutslaget/", *, method="GET", query="", **headers):
    """Return status, headers in small letters, and body of one request."""
    answer = {}

    def start_response(status, headers, problem=None):
        assert len({name.lower() for name, _ in headers}) == len(headers), "a header twice"
        answer.update(status=status, headers={name.lower(): value for name, value in headers})

    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "wsgi.url_scheme": "https",
        "HTTP_HOST": "samverkan.example",
        **{f"HTTP_{name.upper()}": value for name, value in headers.items()},
    }
    body = b"".join(front(environ, start_response))
    answer["headers"].pop("x-accel-expires", None)  # another one every second
    return answer["status"], answer["headers"], body


def test_public_page_is_rendered_once(front, django):
    first, second = ask(front), ask(front)

    assert first == second
    assert first[2].decode() == PAGE
    assert len(django.asked) == 1


def test_change_is_seen_in_the_very_next_request(front, django, beacon):
    for number in range(1000):
        django.text = f"{number} {PAGE}"
        beacon.raise_()

        assert ask(front)[2].decode() == django.text


def test_page_made_while_something_was_written_is_not_kept(front, django, beacon):
    django.meanwhile = beacon.raise_

    ask(front)
    ask(front)

    assert len(django.asked) == 2


def test_page_is_rendered_anew_after_swedish_midnight(front, django):
    with time_machine.travel(datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC)) as clock:
        ask(front)
        clock.shift(1)
        ask(front)

    assert len(django.asked) == 2


def test_headers_let_a_shared_cache_keep_the_page_for_a_second(front):
    _, headers, _ = ask(front)

    assert headers["cache-control"] == "public, max-age=0, s-maxage=1"
    assert headers["vary"] == "Accept-Encoding"
    assert PUBLIC.lower() not in headers


def test_unchanged_page_is_answered_with_304(front, django):
    tag = ask(front)[1]["etag"]

    status, headers, body = ask(front, if_none_match=f'"another", W/{tag}')

    assert (status, body, headers["etag"]) == ("304 Not Modified", b"", tag)


def test_tag_stays_when_a_change_left_the_page_as_it_was(front, beacon):
    tag = ask(front)[1]["etag"]
    beacon.raise_()

    assert ask(front, if_none_match=tag)[0] == "304 Not Modified"


def test_changed_page_has_another_tag(front, django, beacon):
    tag = ask(front)[1]["etag"]
    django.text += "mer"
    beacon.raise_()

    assert ask(front, if_none_match=tag)[0] == "200 OK"


def test_page_is_packed_for_those_who_take_it_packed(front):
    _, headers, body = ask(front, accept_encoding="br, gzip;q=0.8")
    _, plain_headers, plain = ask(front, accept_encoding="gzip;q=0, br")

    assert gzip.decompress(body) == plain
    assert headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain_headers
    assert headers["etag"] != plain_headers["etag"]
    assert (len(body), len(plain)) == tuple(
        int(one["content-length"]) for one in (headers, plain_headers)
    )


def test_head_is_answered_without_a_body(front):
    _, headers, _ = ask(front)

    assert ask(front, method="HEAD") == ("200 OK", headers, b"")


@pytest.mark.parametrize("name", ["sessionid", "__Host-session"])
def test_signed_in_person_goes_past_the_front(django, beacon, settings, name):
    settings.SESSION_COOKIE_NAME = name
    front = Front(django, beacon)
    ask(front)
    django.text = "Inloggad som Karin"

    _, headers, body = ask(front, cookie=f"a=b; {name}=secret")

    assert body.decode() == "Inloggad som Karin"
    assert headers["cache-control"] == "private, no-store"
    assert PUBLIC.lower() not in headers
    assert ask(front)[2].decode() == PAGE


def test_waiting_message_is_shown_to_its_own_reader_only(front, django):
    django.text = "Sparat."
    ask(front, cookie="messages=Sparat")
    django.text = PAGE

    assert ask(front)[2].decode() == PAGE


@pytest.mark.parametrize("path", ["/vasterbotten/arbeta/", "/l/abc/", "/konto/login/"])
def test_personal_addresses_are_never_kept(front, django, path):
    ask(front, path)
    _, headers, _ = ask(front, path)

    assert len(django.asked) == 2
    assert headers["cache-control"] == "private, no-store"


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", [(PUBLIC, "1")]),
        ("302 Found", [(PUBLIC, "1")]),
        ("200 OK", []),
        ("200 OK", [(PUBLIC, "1"), ("Set-Cookie", "csrftoken=a")]),
    ],
)
def test_only_whole_public_answers_are_kept(front, django, status, headers):
    django.status, django.headers = status, headers

    ask(front)
    _, answered, _ = ask(front)

    assert len(django.asked) == 2
    assert answered["cache-control"] == "private, no-store"


def test_answer_that_says_itself_who_may_keep_it_is_left_alone(front, django):
    django.headers = [("Cache-Control", "max-age=60")]

    assert ask(front)[1]["cache-control"] == "max-age=60"


def test_posting_is_never_answered_by_the_front(front, django):
    ask(front)
    ask(front, method="POST")

    assert len(django.asked) == 2


def test_another_host_or_scheme_gets_a_page_of_its_own(front, django):
    ask(front)
    ask(front, host="evil.example")
    ask(front, x_forwarded_proto="http")

    assert len(django.asked) == 3


def test_what_is_kept_is_bounded_however_many_addresses_are_asked_for(django, beacon):
    front = Front(django, beacon, most_bytes=50_000)

    for number in range(500):
        ask(front, query=f"sida={number}")
    ask(front, query="sida=499")
    ask(front, query="sida=0")

    assert front._shelf._bytes <= 50_000
    assert len(django.asked) == 501


def test_very_long_address_is_not_kept(front, django):
    ask(front, query="x" * 1000)
    ask(front, query="x" * 1000)

    assert len(django.asked) == 2


def test_no_reader_among_many_sees_an_older_page_than_was_acknowledged(front, django, beacon):
    acknowledged = 0
    behind = []

    def read(_):
        least = acknowledged
        if int(ask(front)[2]) < least:
            behind.append(least)

    django.meanwhile = lambda: setattr(django, "text", str(written))
    written = 0
    with ThreadPoolExecutor(8) as readers:
        for number in range(300):
            written = number
            beacon.raise_()
            acknowledged = number
            list(readers.map(read, range(8)))

    assert behind == []
