"""Days on which a role looks at a case again."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.cases.actions import finish_watch, watch_case
from samverkan.cases.choices import CaseStage, Mover
from samverkan.cases.models import Watch
from samverkan.cases.queries import watches_due
from samverkan.cases.rules import obstacles_to_finish_watch, obstacles_to_watch
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from tests.factories import TESTER, CaseFactory

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = date(2026, 3, 12)
DAY = timedelta(days=1)
READY = {"stage": CaseStage.RAISED, "what": "Ring Malå", "on": TODAY, "today": TODAY}


@pytest.fixture
def case(db):
    return CaseFactory(prepared=True)


def watch(case, **change) -> Watch:
    facts = {"role": Mover.COMMITTEE, "on": TODAY + DAY, "what": "Ring Malå", **change}
    return watch_case(case.collaboration_id, case.number, by=TESTER, now=NOW, **facts)


@pytest.mark.rule("R110")
@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"on": TODAY - DAY}, ["watch_in_the_past"]),
        ({"what": " "}, ["watch_without_matter"]),
        ({"stage": CaseStage.CLOSED}, ["watched_case_is_closed"]),
    ],
)
def test_a_case_is_watched_from_today_on(change, codes):
    assert [one.code for one in obstacles_to_watch(**READY | change)] == codes


def test_a_watch_is_finished_once():
    assert obstacles_to_finish_watch(finished=False) == []
    assert [one.code for one in obstacles_to_finish_watch(finished=True)] == ["watch_is_finished"]


def test_a_watch_is_kept_and_told(case):
    found = watch(case)

    entry = Entry.objects.get(verb="case.watched")
    assert (found.role, found.on) == (Mover.COMMITTEE, TODAY + DAY)
    assert entry.content["facts"]["role"] == "arbetsutskottet"


def test_what_is_due_is_found_until_it_is_finished(case):
    found = watch(case)
    here = case.collaboration_id
    assert list(watches_due(here, TODAY)) == []
    assert list(watches_due(here, TODAY + DAY)) == [found]

    finish_watch(found.pk, note="Malå svarar i maj.", by=TESTER, now=NOW)

    assert list(watches_due(here, TODAY + DAY)) == []
    assert Entry.objects.get(verb="case.watch_finished").content["facts"]["note"]


def test_a_refused_watch_changes_nothing(case):
    with pytest.raises(StepRefused):
        watch(case, what="Ring 19811218-9876")

    assert not Watch.objects.exists()
    assert not Entry.objects.filter(verb="case.watched").exists()
