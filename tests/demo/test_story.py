import ast
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

import samverkan
from samverkan.cases.choices import CaseKind, ExitKind
from samverkan.cases.models import BilateralMeeting, Case, CaseExit
from samverkan.demo.history import tell_history
from samverkan.demo.story import tell_story
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.papers import paper_docx
from samverkan.documents.word.reading import read
from samverkan.journal.models import Collaboration
from samverkan.journal.verify import verify
from samverkan.meetings.models import Item

ROOT = Path(samverkan.__file__).parent


@pytest.fixture(scope="module")
def county(django_db_setup, django_db_blocker):
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        call_command("structure", "load", "structures/vasterbotten", "--yes", verbosity=0)
        county = Collaboration.objects.get(slug="vasterbotten")
        tell_history(county)
        tell_story(county, today=date(2026, 11, 22), password="bara-i-provet")
        yield county
        transaction.set_rollback(True)


def states(title, **chosen):
    return dict(
        Dispatch.objects.filter(recommendation__title__startswith=title, **chosen).values_list(
            "principal__slug", "state"
        )
    )


@pytest.mark.django_db
def test_the_journal_of_the_story_is_whole(county):
    assert verify(county).broken_at is None


@pytest.mark.django_db
def test_one_recommendation_has_all_answers(county):
    told = states("Gemensam rutin")

    assert len(told) == 16
    assert set(told.values()) == {"approved", "rejected"}


@pytest.mark.rule("R153")
@pytest.mark.django_db
def test_the_next_agenda_says_what_the_board_says(county):
    point = Item.objects.get(
        kind="report_back", heading__contains="Årlig uppföljning", meeting__stage="called"
    )
    decided = [state for state in states("Årlig").values() if state in ("approved", "rejected")]

    assert point.text.startswith(f"{len(decided)} av 15 har beslutat")


@pytest.mark.django_db
def test_one_is_under_way_with_every_kind_of_answer(county):
    told = states("Årlig uppföljning")

    kinds = {"approved", "rejected", "received", "planned", "dispatched", "not_concerned"}
    assert set(told.values()) == kinds


@pytest.mark.rule("R300")
@pytest.mark.rule("R306")
@pytest.mark.rule("R307")
@pytest.mark.rule("R329")
@pytest.mark.django_db
def test_the_recommendation_of_2018_is_as_the_sources_tell(county):
    old = Recommendation.objects.select_related("item__meeting__minutes").get(agreed_on__year=2018)
    minutes = old.item.meeting.minutes.content

    assert (minutes["first_point"], minutes["last_point"], old.point) == (76, 86, 80)
    assert [one["name"] + one["party"] for one in minutes["deciding"]] == [
        "Peter Olofssons",
        "Erik Bergqvists",
        "Nicklas Sandströmm",
        "Tomas Mörtzellc",
    ]
    assert [clause[:60] for clause in old.clauses] == [
        "att rekommendera länets kommuner och Västerbottens läns land",
        "att rekommendera länets kommuner och Västerbottens läns land",
        "att föreslå att kommunerna utser sex representanter till det",
    ]
    assert "anta huvudpunkterna" in old.clauses[0]
    assert "godkänna förslaget till direktiv" in old.clauses[1]
    assert set(old.dispatches.values_list("state", "decided_on", "decided_about")) == {
        ("approved", None, "vid årsskiftet 2018/2019; enskilda datum är okända")
    }
    addressees = set(old.dispatches.values_list("addressee", flat=True))
    assert len(addressees) == 16
    assert "Västerbottens läns landsting" in addressees


@pytest.mark.rule("R318")
@pytest.mark.rule("R323")
@pytest.mark.django_db
def test_the_landstings_proposal_of_2018_comes_as_its_own_paper(county):
    old = Dispatch.objects.get(recommendation__agreed_on__year=2018, principal__kind="region")
    read_now = read(paper_docx(old))
    said = [one.text for one in read_now.top + read_now.text + read_now.foot]

    assert said[0].startswith("Västerbottens läns landsting")
    assert any("anta huvudpunkterna" in one for one in said)
    assert "Org.nr: 232100-0222 · Momsnr: SE232100022201 · Bankgiro: 5728-3061" in said


@pytest.mark.rule("R151")
@pytest.mark.django_db
def test_the_group_decides_its_routine_and_only_new_cases_follow_it(county):
    first, second = county.routine_versions.exclude(stage="draft").order_by("number")

    assert (first.stage, first.adopted_by) == ("proposed", None)
    assert (second.stage, second.adopted_by.slug) == ("adopted", "lanssamverkansgruppen")
    days = dict(first.cases.values_list("number", "raised_at__date"))
    assert max(days.values()) < second.valid_from
    assert min(second.cases.values_list("raised_at__date", flat=True)) >= second.valid_from
    old = county.cases.get(raised_at__year=2018)
    assert old.routine is None


@pytest.mark.rule("R150")
@pytest.mark.django_db
def test_every_exit_of_the_routine_is_used_once(county):
    left = CaseExit.objects.filter(case__collaboration=county)

    assert sorted(left.values_list("kind", flat=True)) == sorted(ExitKind.values)
    assert left.get(kind="to_leadership").came_back.result
    assert not left.filter(reason="").exists()


@pytest.mark.rule("R030")
@pytest.mark.rule("R032")
@pytest.mark.django_db
def test_the_first_bilateral_meetings_are_planned_and_whether_held_is_unknown(county):
    planned = BilateralMeeting.objects.filter(planned="hösten 2020")

    assert set(
        planned.values_list("contact__principal__slug", "called_by", "was_held", "position")
    ) == {(slug, "municipalities", None, 1) for slug in ("umea", "skelleftea", "lycksele")}


@pytest.mark.django_db
def test_the_story_has_every_kind_of_case(county):
    assert set(Case.objects.values_list("kind", flat=True)) == set(CaseKind.values)


@pytest.mark.rule("R141")
@pytest.mark.rule("R159")
@pytest.mark.django_db
def test_who_rests_on_risks_and_who_recommends_revisions_are_data(county):
    found = county.bodies.filter

    assert [one.slug for one in found(proposals_rest_on_risks=True)] == [
        "samverkansrad-patientsakerhet"
    ]
    assert [one.slug for one in found(recommends_revisions=True)] == ["samrad-vard-och-omsorg"]


def actions_of(area):
    for path in (ROOT / area).rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            decorators = getattr(node, "decorator_list", [])
            in_transaction = "transaction.atomic" in map(ast.unparse, decorators)
            if in_transaction and not node.name.startswith("_"):
                yield node.name


def test_the_story_uses_every_action():
    told = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "demo").rglob("*.py"))
    areas = ("people", "principals", "documents", "bodies", "cases", "meetings", "dispatches")
    actions = {name for area in areas for name in actions_of(area)} - {"make_clause_list"}

    assert {name for name in actions if f"{name}(" not in told} == set()
