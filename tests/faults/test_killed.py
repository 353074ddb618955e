"""Dispatch cut short by kill -9, of our process or of the database: all sixteen, or none."""

from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.utils.timezone import now

from samverkan.bodies.models import Body, Mission, Roster
from samverkan.cases.models import Case
from samverkan.dispatches.models import (
    Dispatch,
    Package,
    PackageFile,
    PrincipalLink,
    Recommendation,
    RegistrarLink,
)
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Collaboration, Entry, Notice
from samverkan.journal.notices import SENDING_AT_MOST, send_due
from samverkan.journal.verify import verify
from samverkan.people.models import Person
from samverkan.running.installation import Installation
from tests.faults.county import copied, ready_county, wait_until
from tests.faults.sink import open_sink

SIXTEEN = 16
NONE = {
    "dispatches": 0,
    "links": 0,
    "links to all": 0,
    "packages": 0,
    "notices": 0,
    "entries": 0,
    "noted": False,
    "stage": "recommended",
    "journal broken at": None,
}
ALL = {
    "dispatches": SIXTEEN,
    "links": SIXTEEN,
    "links to all": SIXTEEN,
    "packages": SIXTEEN,
    "notices": SIXTEEN,
    "entries": 1,
    "noted": True,
    "stage": "dispatched",
    "journal broken at": None,
}
# What somebody else holds, so that the dispatch comes exactly so far and waits.
BEFORE_THE_COMMIT = {
    "nothing is written": "SELECT FROM dispatches_recommendation FOR UPDATE",
    "the dispatches are written": "SELECT FROM cases_case FOR UPDATE",
    "the links are written": "LOCK dispatches_principallink IN SHARE MODE",
    "the links to all are written": "LOCK dispatches_package IN SHARE MODE",
    "the packages are frozen": "SELECT FROM journal_collaboration FOR UPDATE",
    "the journal is written": "LOCK journal_notice IN SHARE MODE",
    "the notices are written": "LOCK procrastinate_jobs IN SHARE MODE",
}
WITH_ALL_WRITTEN = BEFORE_THE_COMMIT["the notices are written"]
# References to principals are checked by the database after it has been told to commit.
IN_THE_COMMIT = "SELECT FROM principals_principal FOR UPDATE"


PACKAGES_SO_FAR = {
    "the contents are new": "LOCK documents_content IN SHARE MODE",
    "the files are new": "LOCK dispatches_packagefile IN SHARE MODE",
    "all is written": "SELECT FROM journal_collaboration FOR UPDATE",
}
ROSTER_SO_FAR = {
    "nothing is written": "SELECT FROM bodies_body FOR UPDATE",
    "the people are written": "LOCK bodies_mission IN SHARE MODE",
    "the missions are written": "SELECT FROM journal_collaboration FOR UPDATE",
}
NOT_READ_IN = {
    "people": 0,
    "missions": 0,
    "stage": "ready",
    "entries": 1,
    "journal broken at": None,
}
READ_IN = NOT_READ_IN | {"people": 3, "missions": 3, "stage": "read_in", "entries": 3}
BODY_SO_FAR = {
    "the order has ended": "SELECT FROM bodies_quota FOR UPDATE",
    "the seats have ended": "SELECT FROM bodies_derivedseat FOR UPDATE",
    "all is written": "SELECT FROM journal_collaboration FOR UPDATE",
}
NOTHING_ENDED = [False] * 5


@pytest.fixture(scope="module")
def original():
    # Not below pytest's own folder: every run that starts closes that to PostgreSQL's user.
    with TemporaryDirectory() as state, ready_county(Installation(Path(state))) as county:
        yield county


@pytest.fixture
def sink():
    with open_sink() as sink:
        yield sink


@pytest.fixture
def county(original, sink, settings, django_db_blocker):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
    with django_db_blocker.unblock(), copied(original, sink.port) as county:
        yield county


@pytest.mark.parametrize("so_far", BEFORE_THE_COMMIT)
def test_process_killed_before_the_commit_leaves_nothing(county, so_far):
    with county.stopped_at(BEFORE_THE_COMMIT[so_far]) as process:
        process.kill()
    county.wait_until_nobody_works()

    assert found(county) == NONE


def test_process_killed_in_the_commit_leaves_everything(county, sink):
    with county.stopped_at(IN_THE_COMMIT) as process:
        process.kill()
    county.wait_until_nobody_works()

    assert found(county) == ALL
    send_the_rest(county)
    assert_each_got_one(sink)


def test_dispatch_that_was_killed_can_be_done_again(county, sink):
    with county.stopped_at(WITH_ALL_WRITTEN) as process:
        process.kill()
    county.wait_until_nobody_works()

    again = county.run("tests.faults.acts", "dispatch").wait()

    assert (again, found(county)) == (0, ALL)
    send_the_rest(county)
    assert_each_got_one(sink)


@pytest.mark.parametrize("lock", [WITH_ALL_WRITTEN, IN_THE_COMMIT], ids=["before", "in it"])
def test_database_killed_before_the_commit_is_kept_leaves_nothing(county, sink, lock):
    with county.stopped_at(lock) as process:
        county.kill_database()
        ended = process.wait(60)
    county.start_database()

    assert ended != 0
    assert found(county) == NONE
    send_the_rest(county)
    assert sink.kept == []


def test_database_killed_right_after_the_commit_keeps_everything(county, sink):
    process = county.run("tests.faults.acts", "dispatch")
    ended = process.wait()
    county.kill_database()
    county.start_database()

    assert (ended, found(county)) == (0, ALL)
    send_the_rest(county)
    assert_each_got_one(sink)


def test_worker_killed_before_the_mail_is_accepted_sends_each_once(county, sink):
    sink.stalls_at = 5
    worker = worker_that_stalls(county, sink)
    worker.kill()
    worker.wait()
    sink.go_on.set()

    send_the_rest(county)

    assert_each_got_one(sink)


def test_worker_killed_before_we_noted_it_repeats_that_mail_under_the_same_message_id(county, sink):
    sink.stalls_at, sink.keeps_it_first = 5, True
    worker = worker_that_stalls(county, sink)
    worker.kill()
    worker.wait()
    sink.go_on.set()

    send_the_rest(county)

    assert_only_the_fifth_is_repeated(sink)


def test_database_killed_before_we_noted_it_repeats_that_mail_under_the_same_message_id(
    county, sink
):
    sink.stalls_at, sink.keeps_it_first = 5, True
    worker = worker_that_stalls(county, sink)
    county.kill_database()
    sink.go_on.set()
    county.start_database()
    worker.kill()
    worker.wait()

    send_the_rest(county)

    assert_only_the_fifth_is_repeated(sink)


@pytest.mark.parametrize("so_far", PACKAGES_SO_FAR)
def test_process_killed_while_packages_are_made_leaves_whole_ones_to_go_on_with(county, so_far):
    assert county.run("tests.faults.acts", "dispatch").wait() == 0
    with county.stopped_at(PACKAGES_SO_FAR[so_far], "packages") as process:
        process.kill()
    county.wait_until_nobody_works()

    assert packed(county) == {"made": 0, "files": 0, "entries": 0, "journal broken at": None}
    assert county.run("tests.faults.acts", "packages").wait() == 0
    assert packed(county) == {
        "made": SIXTEEN,
        "files": SIXTEEN * 6,
        "entries": 1,
        "journal broken at": None,
    }


@pytest.mark.parametrize("so_far", ROSTER_SO_FAR)
def test_process_killed_while_a_roster_is_read_in_leaves_nothing(county, so_far):
    with county.stopped_at(ROSTER_SO_FAR[so_far], "roster") as process:
        process.kill()
    county.wait_until_nobody_works()

    assert read_in(county) == NOT_READ_IN
    assert county.run("tests.faults.acts", "roster").wait() == 0
    assert read_in(county) == READ_IN


@pytest.mark.parametrize("so_far", BODY_SO_FAR)
def test_process_killed_while_a_body_ends_leaves_it_whole(county, so_far):
    with county.stopped_at(BODY_SO_FAR[so_far], "end") as process:
        process.kill()
    county.wait_until_nobody_works()

    assert still_there(county) == (NOTHING_ENDED, None)
    assert county.run("tests.faults.acts", "end").wait() == 0
    ended, broken_at = still_there(county)
    assert (set(ended), broken_at) == ({True}, None)


def packed(county):
    with county.seen():
        return {
            "made": Package.objects.exclude(made_at=None).count(),
            "files": PackageFile.objects.count(),
            "entries": Entry.objects.filter(verb="package.made").count(),
            "journal broken at": verify(Collaboration.objects.get()).broken_at,
        }


def read_in(county):
    with county.seen():
        return {
            "people": Person.objects.filter(name__startswith="Ny ").count(),
            "missions": Mission.objects.filter(person__name__startswith="Ny ").count(),
            "stage": Roster.objects.get().stage,
            "entries": Entry.objects.filter(verb__startswith="roster.").count(),
            "journal broken at": verify(Collaboration.objects.get()).broken_at,
        }


def still_there(county):
    """Return whether each part of Samråd has ended, and where the journal is broken."""
    with county.seen():
        body = Body.objects.get(slug="samrad-vard-och-omsorg")
        parts = [body.quotas, body.chair_rules, body.gives_seats]
        ended = [part.filter(period__endswith=date(2030, 1, 1)).exists() for part in parts]
        ended.append(body.period.upper is not None)
        ended.append(Entry.objects.filter(verb="body.ended").exists())
        return ended, verify(Collaboration.objects.get()).broken_at


def worker_that_stalls(county, sink):
    assert county.run("tests.faults.acts", "dispatch").wait() == 0
    worker = county.run("samverkan", "worker")
    wait_until(sink.stalled.is_set)
    return worker


def found(county):
    with county.seen():
        here = Collaboration.objects.get()
        return {
            "dispatches": Dispatch.objects.count(),
            "links": RegistrarLink.objects.values("dispatch").distinct().count(),
            "links to all": PrincipalLink.objects.count(),
            "packages": Package.objects.count(),
            "notices": Notice.objects.count(),
            "entries": Entry.objects.filter(verb="recommendation.dispatched").count(),
            "noted": Recommendation.objects.filter(dispatched_at__isnull=False).exists(),
            "stage": Case.objects.get().stage,
            "journal broken at": verify(here).broken_at,
        }


def send_the_rest(county):
    """Send as the worker does once a killed one's claim on a mail has run out; twice is safe."""
    with county.seen():
        for _ in range(2):
            send_due(now() + SENDING_AT_MOST)
        assert not Notice.objects.exclude(state=NoticeState.SENT).exists()


def assert_each_got_one(sink):
    assert set(Counter(message["To"] for message in sink.kept).values()) == {1}
    assert len({message["Message-ID"] for message in sink.kept}) == SIXTEEN


def assert_only_the_fifth_is_repeated(sink):
    arrived = Counter((message["Message-ID"], message["To"]) for message in sink.kept)
    fifth = (sink.kept[4]["Message-ID"], sink.kept[4]["To"])
    assert arrived.pop(fifth) == 2
    assert list(arrived.values()) == [1] * (SIXTEEN - 1)
    assert len({identity for identity, _ in [fifth, *arrived]}) == SIXTEEN
