"""The pages where a case leaves the road, or comes back."""

import pytest
from django.utils.timezone import localtime

from samverkan.bodies.choices import BodyKind
from samverkan.cases.actions import leave_case
from samverkan.cases.choices import CaseStage, ExitKind
from samverkan.cases.models import CaseReturn
from samverkan.meetings.actions import place_case
from tests.factories import TESTER, BodyFactory, RoutineFactory
from tests.www.conftest import queries_of, text


@pytest.fixture
def case(county):
    return county.case(prepared=True)


def address(county, case, path="lamna/"):
    return county.address(f"arenden/{case.number}/{path}")


def leave(case, kind, **facts):
    facts = {"reason": "Därför.", "by": TESTER, "now": localtime()} | facts
    return leave_case(case.collaboration_id, case.number, kind, **facts)


def test_a_coordinator_lets_a_case_leave_with_a_reason(county, case, coordinator):
    sent = {"kind": "written_off", "reason": "Frågan är inaktuell."}

    coordinator.post(address(county, case), sent)

    case.refresh_from_db()
    assert case.stage == CaseStage.CLOSED
    page = text(coordinator.get(address(county, case, "")))
    assert "Avskrivet" in page
    assert "Frågan är inaktuell." in page


def test_the_reason_is_always_asked_for(county, case, coordinator):
    page = text(coordinator.post(address(county, case), {"kind": "withdrawn", "reason": " "}))

    assert "Skriv varför ärendet lämnar vägen" in page
    assert not case.exits.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": "to_preparatory"}, "Välj vilket organ som tar över"),
        ({"kind": "other_structure"}, "Skriv vart ärendet går"),
        ({}, "Välj hur ärendet lämnar vägen"),
    ],
)
def test_what_is_missing_is_said_at_its_place(county, case, coordinator, sent, said):
    assert said in text(coordinator.post(address(county, case), sent | {"reason": "Därför."}))


def test_a_case_goes_on_in_a_body_here(county, case, coordinator):
    body = BodyFactory(collaboration=county.collaboration, kind=BodyKind.PREPARATORY)
    sent = {"kind": "to_preparatory", "to_body": str(body.pk), "reason": "De arbetar med den."}

    coordinator.post(address(county, case), sent)

    case.refresh_from_db()
    assert (case.body, case.stage) == (body, CaseStage.PREPARED)


def test_the_one_who_raised_a_question_may_withdraw_it_and_no_more(county, case, member):
    page = text(member.get(address(county, case)))
    assert 'value="withdrawn"' in page
    assert 'value="written_off"' not in page
    sent = {"reason": "Vi löste det."}

    refused = member.post(address(county, case), sent | {"kind": "written_off"})
    assert "Välj ett av alternativen" in text(refused)
    member.post(address(county, case), sent | {"kind": "withdrawn"})

    assert case.exits.get().kind == ExitKind.WITHDRAWN


def test_others_may_not(county, case, chair, stranger):
    assert chair.get(address(county, case)).status_code == 403
    assert chair.get(address(county, case, "tillbaka/")).status_code == 403
    assert stranger.get(address(county, case)).status_code == 404


def test_a_case_on_an_agenda_stays_and_the_page_says_why(county, case, coordinator):
    meeting = county.meeting(days=10)
    place_case(meeting.pk, case.number, by=TESTER, now=localtime())

    page = text(coordinator.get(address(county, case)))

    assert "Det går inte nu" in page
    assert 'name="kind"' not in page


def test_where_the_routine_has_no_exit_the_page_says_so(county, coordinator):
    version = RoutineFactory(collaboration=county.collaboration)
    case = county.case(stage=CaseStage.DISPATCHED, routine=version)

    assert "ingen utgång härifrån" in text(coordinator.get(address(county, case)))


@pytest.mark.rule("R074")
def test_a_case_that_is_away_comes_back_with_what_they_came_to(county, case, coordinator):
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")
    page = text(coordinator.get(address(county, case, "")))
    assert "Anteckna resultatet" in page
    assert "Ärendet är där nu" in page

    coordinator.post(address(county, case, "tillbaka/"), {"result": "De vill gå vidare."})

    assert CaseReturn.objects.get().result == "De vill gå vidare."
    after = text(coordinator.get(address(county, case, "")))
    assert "De vill gå vidare." in after
    assert "Anteckna resultatet" not in after
    assert "redan här" in text(coordinator.get(address(county, case, "tillbaka/")))


def test_one_says_what_came_of_it(county, case, coordinator):
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")

    page = text(coordinator.post(address(county, case, "tillbaka/"), {"result": ""}))

    assert "Skriv vad de kom fram till" in page


def test_nothing_is_changed_by_looking(county, case, coordinator):
    coordinator.get(address(county, case))
    coordinator.get(address(county, case, "tillbaka/"))

    assert not case.exits.exists()


def test_lists_say_how_cases_left_in_as_many_questions(county, coordinator, client):
    def asked() -> tuple[int, int]:
        inside = queries_of(coordinator, county.address("arenden/"))
        return inside, queries_of(client, f"/{county.collaboration.slug}/arenden/")

    leave(county.case(prepared=True), ExitKind.WITHDRAWN)
    one = asked()
    for kind in (ExitKind.WRITTEN_OFF, ExitKind.SOLVED_LOCALLY):
        leave(county.case(prepared=True), kind)

    assert asked() == one
    assert "Löst lokalt" in text(coordinator.get(county.address("arenden/")))


def test_a_case_that_is_away_is_not_offered_to_an_agenda(county, case, coordinator):
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")
    meeting = county.meeting(days=10)

    page = coordinator.get(county.address(f"moten/{county.body.slug}/{meeting.on}/arende/"))

    assert page.status_code in (200, 404)
    assert case.title not in text(page)
