"""The signed-in pages of the leadership seminar: each on their own path, and those who must not."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from samverkan.meetings.actions.seminar_before import add_seminar_task, propose_theme
from samverkan.meetings.actions.seminar_priorities import Area, prioritise
from samverkan.meetings.actions.seminar_programme import Part, add_part
from samverkan.meetings.models import Seminar
from samverkan.meetings.seminar_choices import Heading
from tests.factories import CaseFactory, MissionFactory
from tests.meetings import seminars as make
from tests.meetings.seminars import then
from tests.www.conftest import client_of, queries_of, text

YEAR = localdate().year


@pytest.fixture
def leading(county):
    make.seminar_body(county.collaboration)
    return make.group(county.collaboration)


@pytest.fixture
def seminar(county, leading):
    return make.planned(county.collaboration, YEAR, planner=leading)


@pytest.fixture
def held(county, leading):
    return make.held(county.collaboration, YEAR - 1)


def page(county, client, path=""):
    response = client.get(county.address(f"seminarium/{path}"))
    assert response.status_code == 200
    return text(response)


def send(county, client, path, **data):
    return text(client.post(county.address(f"seminarium/{path}"), data, follow=True))


@pytest.mark.rule("R045")
def test_the_list_begins_empty_and_says_which_years_are_missing(county, coordinator, leading):
    shown = page(county, coordinator)

    assert "Här visas seminarierna år för år" in shown
    assert "Inget seminarium är inlagt för 2020" in shown


@pytest.mark.rule("R051")
def test_a_coordinator_plans_a_seminar(county, coordinator, leading):
    on = f"{YEAR}-12-01"

    answer = send(county, coordinator, "nytt/", year=YEAR, planner=leading.pk, on=on)

    assert f"Seminariet {YEAR} är inlagt." in answer
    assert "Årets prioriterade områden" in answer
    again = send(county, coordinator, "nytt/", year=YEAR, planner=leading.pk, on=on)
    assert f"Seminariet {YEAR} är redan inlagt." in again


@pytest.mark.rule("R051")
def test_another_planner_takes_a_reason(county, coordinator, leading):
    data = {"year": YEAR, "planner": county.body.pk, "about": "hösten"}

    assert "skriv varför" in send(county, coordinator, "nytt/", **data)
    assert "är inlagt" in send(county, coordinator, "nytt/", **data, reason="Gruppen vilar.")


def test_parts_are_added_changed_moved_and_removed(county, coordinator, seminar):
    new = f"{YEAR}/program/nytt/"
    send(county, coordinator, new, heading="health", title="Hälsoläget", starts_at="09.30")
    part = seminar.programme.get(title="Hälsoläget")
    place = f"{YEAR}/program/{part.pk}/"

    assert "flyttad uppåt" in send(county, coordinator, f"{place}flytta/upp/")
    assert "redan ytterst" in send(county, coordinator, f"{place}flytta/upp/")
    assert "är ändrad" in send(county, coordinator, place, heading="health", title="Hälsan")
    assert "är borttagen" in send(county, coordinator, f"{place}ta-bort/")
    assert coordinator.get(county.address(f"seminarium/{place}flytta/bort/")).status_code == 404


def test_reading_the_steps_changes_nothing(county, coordinator, seminar):
    part = add_part(seminar.pk, Part(Heading.HEALTH, "Hälsan"), **then())
    theme = propose_theme(seminar.pk, county.body.pk, title="Ensamhet", **then())
    task = add_seminar_task(seminar.pk, what="Boka lokal", due_on=localdate(), **then())
    steps = ["tid-och-plats/", "foresla/", "faststall/", "ta-upp-igen/", "hallet/", "deltagande/"]
    steps += [f"program/{part.pk}/{step}" for step in ("", "flytta/ned/", "ta-bort/")]
    steps += ["teman/be-om/", "teman/nytt/", f"teman/{theme.pk}/", "uppgifter/ny/"]
    steps += [f"uppgifter/{task.pk}/", "prioriteringar/ny/", "program/nytt/"]

    for step in steps:
        page(county, coordinator, f"{YEAR}/{step}")

    assert Seminar.objects.get().stage == "planned"
    assert seminar.programme.count() == 2


@pytest.mark.rule("R046")
@pytest.mark.rule("R052")
def test_the_programme_is_proposed_adopted_and_held(county, coordinator, seminar):
    assert "Inget i programmet handlar om" in page(county, coordinator, f"{YEAR}/foresla/")
    assert "Tänk på" in send(county, coordinator, f"{YEAR}/foresla/")
    answer = send(county, coordinator, f"{YEAR}/foresla/", reason="Halv dag.")
    assert "Programmet är föreslaget." in answer

    # Nobody who owns the programme has decided anything yet.
    assert "Välj den punkt på mötet" in page(county, coordinator, f"{YEAR}/faststall/")
    other = make.point(county.body)
    item = make.point(make.owner(county.collaboration), heading="Programmet")
    shown = page(county, coordinator, f"{YEAR}/faststall/")
    assert "Programmet</option>" in shown
    assert other.heading not in shown
    refused = send(county, coordinator, f"{YEAR}/faststall/", point=other.pk)
    assert "Välj ett av alternativen." in refused
    assert "Programmet är fastställt." in send(
        county, coordinator, f"{YEAR}/faststall/", point=item.pk
    )

    Seminar.objects.update(on=localdate())
    assert "är hållet" in send(county, coordinator, f"{YEAR}/hallet/")


@pytest.mark.rule("R052")
def test_an_adopted_programme_is_taken_up_again_with_a_reason(county, coordinator, seminar):
    make.adopted(seminar)

    assert "Skriv varför" in send(county, coordinator, f"{YEAR}/ta-upp-igen/")
    answer = send(county, coordinator, f"{YEAR}/ta-upp-igen/", reason="En talare är sjuk.")
    assert "Programmet är öppet igen." in answer


@pytest.mark.rule("R089")
def test_a_member_proposes_a_theme_for_their_own_body_only(county, member, seminar, leading):
    new = f"{YEAR}/teman/nytt/"
    assert leading.name not in page(county, member, new)

    data = {"title": "Ensamhet", "why": "Fler bor själva."}
    assert "är föreslaget" in send(county, member, new, body=county.body.slug, **data)
    refused = send(county, member, new, body=leading.slug, title="Annat")
    assert "Välj ett av alternativen." in refused
    assert seminar.themes.get().body == county.body


@pytest.mark.rule("R089")
def test_themes_are_asked_for_and_ranked(county, coordinator, seminar, leading):
    client_of(MissionFactory(body=leading).person)
    Seminar.objects.update(on=None, about="i höst")
    by = localdate() + timedelta(days=3)
    assert "är sänd" in send(county, coordinator, f"{YEAR}/teman/be-om/", by=by)

    theme = propose_theme(seminar.pk, leading.pk, title="Ensamhet", **then())
    assert "på seminariet" in page(county, coordinator, f"{YEAR}/teman/{theme.pk}/")
    Seminar.objects.update(stage="held")
    assert "antecknad" in send(county, coordinator, f"{YEAR}/teman/{theme.pk}/", rank=1)


@pytest.mark.rule("R051")
def test_the_planning_groups_chair_keeps_the_tasks(county, coordinator, seminar):
    data = {"what": "Boka lokal", "due_on": "2020-01-01"}

    answer = send(county, coordinator, f"{YEAR}/uppgifter/ny/", **data)
    assert "Dagen har passerat för: Boka lokal" in answer
    task = seminar.tasks.get()
    assert "är klart" in send(county, coordinator, f"{YEAR}/uppgifter/{task.pk}/")


@pytest.mark.rule("R048")
@pytest.mark.rule("R049")
@pytest.mark.rule("R088")
def test_an_area_is_prioritised_given_its_case_and_followed_to_its_end(county, coordinator, held):
    case = CaseFactory(collaboration=county.collaboration)
    year = YEAR - 1
    answer = send(county, coordinator, f"{year}/prioriteringar/ny/", area="God vård hemma")
    assert "Inget ärende arbetar med: God vård hemma" in answer

    place = f"{year}/prioriteringar/{held.priorities.get().pk}/"
    changed = {"area": "God vård hemma", "case": case.number, "target_groups": ["adults"]}
    assert "Inget ärende arbetar" not in send(county, coordinator, place, **changed)
    assert "Skriv i korthet varför" in send(county, coordinator, f"{place}lage/", fate="done")
    answer = send(county, coordinator, f"{place}lage/", fate="done", told="Rutinen gäller.")
    assert "Rutinen gäller." in answer


@pytest.mark.rule("R049")
def test_last_years_areas_stand_in_this_years_programme(county, coordinator, held, leading):
    prioritise(held.pk, Area("God vård hemma"), **then())
    make.planned(county.collaboration, YEAR, planner=leading)

    shown = page(county, coordinator, f"{YEAR}/")

    assert "Uppföljning av förra årets prioriterade områden" in shown
    assert "Läget saknas för förra årets områden: God vård hemma" in shown


@pytest.mark.rule("R045")
def test_how_many_came_is_noted_and_can_be_taken_away(county, coordinator, held):
    ask = county.principals[0]
    path = f"{YEAR - 1}/deltagande/"

    data = {f"invited_{ask.pk}": 6, f"attended_{ask.pk}": 4}
    assert "Ask: 4 deltog, 6 inbjudna" in send(county, coordinator, path, **data)
    assert held.turnouts.count() == 1
    assert "högst 999" in send(county, coordinator, path, **{f"invited_{ask.pk}": 1000})
    assert "Ask: 4 deltog" not in send(county, coordinator, path)


STEPS = ["foresla/", "hallet/", "program/nytt/", "uppgifter/ny/", "teman/be-om/", "deltagande/"]


@pytest.mark.parametrize("step", [*STEPS, "faststall/", "prioriteringar/ny/", "ta-upp-igen/"])
def test_a_member_reads_but_does_not_keep_the_seminar(county, member, seminar, step):
    assert member.get(county.address(f"seminarium/{YEAR}/")).status_code == 200
    assert member.post(county.address(f"seminarium/{YEAR}/{step}")).status_code == 403
    assert member.get(county.address("seminarium/nytt/")).status_code == 403


@pytest.mark.parametrize("path", ["", f"{YEAR}/", f"{YEAR}/foresla/", "nytt/"])
def test_outsiders_find_nothing(county, stranger, outsider, client, seminar, path):
    address = county.address(f"seminarium/{path}")

    assert stranger.get(address).status_code == 404
    assert outsider.get(address).status_code == 404
    assert client.get(address).status_code == 302


def test_a_year_without_a_seminar_is_not_found(county, coordinator, leading):
    assert coordinator.get(county.address("seminarium/1999/")).status_code == 404


@pytest.mark.parametrize("many", [1, 3])
def test_the_pages_take_the_same_number_of_questions(county, coordinator, held, many):
    for number in range(many):
        prioritise(held.pk, Area(f"Område {number}"), **then())
    asked = queries_of(coordinator, county.address(f"seminarium/{YEAR - 1}/"))
    in_list = queries_of(coordinator, county.address("seminarium/"))

    for number in range(3):
        area = Area(
            f"Mer {number}", case_number=CaseFactory(collaboration=county.collaboration).number
        )
        prioritise(held.pk, area, **then())
    make.planned(county.collaboration, YEAR + 1, planner=held.planner)

    assert queries_of(coordinator, county.address(f"seminarium/{YEAR - 1}/")) == asked
    assert queries_of(coordinator, county.address("seminarium/")) == in_list


@pytest.mark.rule("R045")
@pytest.mark.rule("R089")
def test_the_desk_says_what_this_years_seminar_needs(county, coordinator, leading):
    assert f"Inget seminarium är inlagt för {YEAR}" in text(coordinator.get(county.address()))

    make.planned(county.collaboration, YEAR, planner=leading)

    desk = text(coordinator.get(county.address()))
    assert "Ingen har frågat efter teman till seminariet." in desk
