"""What a case would mean, written until its recommendation is sent."""

from datetime import UTC, datetime

import pytest

from samverkan.cases.actions import (
    Consequences,
    consequences_of,
    stamp_of_consequences,
    weigh_consequences,
)
from samverkan.cases.choices import CaseStage
from samverkan.cases.rules.consequences import obstacles_to_weigh, remarks_on_consequences
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import say
from tests.factories import TESTER, CaseFactory

ACT = {"by": TESTER, "now": datetime(2026, 3, 12, 11, 0, tzinfo=UTC)}
WRITTEN = Consequences(
    economy_consequences="Ryms inom ram.",
    child_consideration="Barn hörs.",
    minority_consideration="Finns på samiska.",
    staff_consequences="En utbildning.",
    resources="Delas lika.",
)


@pytest.fixture
def case(db):
    return CaseFactory(prepared=True)


def weigh(case, written=WRITTEN, **facts):
    return weigh_consequences(case.collaboration_id, case.number, written, **ACT | facts)


def refused(case, written=WRITTEN, **facts):
    with pytest.raises(StepRefused) as refusal:
        weigh(case, written, **facts)
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R317")
def test_they_are_written_beside_what_the_case_already_holds(case):
    weigh(case)

    case.refresh_from_db()
    assert consequences_of(case) == WRITTEN
    assert case.child_consideration == "Barn hörs."
    assert Entry.objects.get(verb="case.weighed").content["facts"]["fields"] == [
        "ekonomi",
        "barnets bästa",
        "nationella minoriteter",
        "personal",
        "resurser och finansiering",
    ]


@pytest.mark.parametrize("stage", CaseStage)
def test_they_are_open_until_the_recommendation_is_sent(stage):
    found = obstacles_to_weigh(stage=stage, changed=True, changed_meanwhile=False)

    is_open = stage in (CaseStage.RAISED, CaseStage.PREPARED, CaseStage.RECOMMENDED)
    assert [one.code for one in found] == ([] if is_open else ["consequences_frozen"])


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        (Consequences(economy_consequences="x" * 2000, resources="x" * 4000), []),
        (Consequences(economy_consequences="x" * 2001), ["case_text_too_long"]),
        (Consequences(resources="x" * 4001), ["case_text_too_long"]),
        (Consequences(staff_consequences="811218-9876"), ["identity_number"]),
        (Consequences(), ["nothing_changed"]),
    ],
)
def test_their_limits(case, written, codes):
    if codes:
        assert refused(case, written) == codes
    else:
        weigh(case, written)


def test_two_who_write_at_once_do_not_write_over_each_other(case):
    seen = stamp_of_consequences(case)
    weigh(case, Consequences(economy_consequences="Först."), seen=seen)

    assert refused(case, seen=seen) == ["case_changed_meanwhile"]


@pytest.mark.rule("R313")
def test_an_annex_that_a_text_names_is_looked_for_among_the_attached():
    texts = {"Ekonomi": "Se bilaga 3 och bilaga 1.", "Personal": ""}

    missing, annex = remarks_on_consequences(texts, ["Bilaga 1 – Rutin"])

    assert missing.facts == {"parts": ["personal"]}
    assert annex.facts == {"field": "Ekonomi", "annex": "bilaga 3"}
    assert "”bilaga 3”, som inte är bifogad" in say(annex)
    assert len(remarks_on_consequences(texts, None)) == 1
