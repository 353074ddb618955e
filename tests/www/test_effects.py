"""Pages about what follows from answers, corrected texts and withdrawals."""

from datetime import timedelta

import pytest

from samverkan.dispatches.models import Recommendation
from tests.dispatches.answering import answers
from tests.factories import agreed_recommendation
from tests.www.conftest import queries_of, text

PAGES = ("verkan/", "slutsats/", "aterta/", "ratta-texten/")


@pytest.fixture
def drawn_up(county) -> Recommendation:
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on)


@pytest.fixture
def out(county) -> Recommendation:
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on, dispatched=True)


def place(county, recommendation, page: str = "") -> str:
    return county.address(f"rekommendationer/{recommendation.number}/{page}")


def new_text(out, **change):
    return {
        "title": out.title,
        "summary": out.summary,
        "lead": out.lead,
        "clauses": "att anta rutinen i dess helhet, samt\n\natt följa upp\nden.",
        "reason": "En sats saknades.",
        "source": "Brev från organet",
    } | change


@pytest.mark.rule("R152")
def test_a_rule_is_chosen_on_its_page(county, coordinator, drawn_up):
    typed = {"kind": "at_least", "share": "75", "ground": "punkt 12"}

    response = coordinator.post(place(county, drawn_up, "verkan/"), typed, follow=True)

    drawn_up.refresh_from_db()
    assert (drawn_up.effect_rule, drawn_up.effect_share) == ("at_least", 75)
    assert "gäller när minst 75 procent har antagit" in text(response)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Välj vad som ska följa av svaren."),
        ({"kind": "all"}, "Skriv varifrån regeln är känd"),
        ({"kind": "at_least", "ground": "x"}, "Skriv hur många som måste anta"),
        ({"kind": "at_least", "share": "101", "ground": "x"}, "mellan 1 och 100 procent"),
        ({"kind": "at_least", "at_least": "många", "ground": "x"}, "skriv ett helt tal"),
        ({"kind": "from_date", "ground": "x"}, "Ange från vilken dag"),
    ],
)
def test_what_is_missing_in_a_rule_is_said_at_its_field(county, coordinator, drawn_up, typed, said):
    assert said in text(coordinator.post(place(county, drawn_up, "verkan/"), typed))


def test_after_dispatch_the_page_says_why_the_rule_stands(county, coordinator, out):
    page = text(coordinator.get(place(county, out, "verkan/")))

    assert "Rekommendationen är expedierad. Vad som följer av svaren bestäms innan" in page
    assert "Spara regeln" not in page


@pytest.mark.rule("R153")
def test_a_conclusion_is_noted_and_shown_with_its_ground(county, coordinator, client, out):
    typed = {"text": "Rutinen gäller.", "ground": "Alla har antagit.", "source": "Samråd"}

    page = text(coordinator.post(place(county, out, "slutsats/"), typed, follow=True))

    public = text(client.get(f"/{county.collaboration.slug}/rekommendationer/{out.number}/"))
    assert f"Slutsats, antecknad av {county.coordinator.name}" in page
    assert "Slutsats, antecknad av koordinatorn" in public
    assert "Grund: Alla har antagit." in public
    assert county.coordinator.name not in public


@pytest.mark.rule("R006")
def test_taken_back_on_its_page_it_is_shown_everywhere(county, coordinator, client, out):
    answers(out, county.principals[0].short_name)
    typed = {"reason": "Ny lag.", "on": county.today.isoformat(), "source": "Brev"}

    page = text(coordinator.post(place(county, out, "aterta/"), typed, follow=True))

    slug = county.collaboration.slug
    public = text(client.get(f"/{slug}/rekommendationer/{out.number}/"))
    board = text(client.get(f"/{slug}/beslutslaget/"))
    assert "är återtagen." in page
    assert "· återtagen" in public
    assert "Skäl: Ny lag." in public
    assert "Ingen fler väntas svara. Svaret som har kommit står kvar." in board
    assert "Väntas inte" in board
    assert "Återtagna" in board
    assert "Påminn" not in text(coordinator.get(place(county, out)))


def test_what_is_missing_in_a_withdrawal_is_said(county, coordinator, out):
    page = text(coordinator.post(place(county, out, "aterta/"), {"reason": "Ny lag."}))

    assert "Välj punkten där organet återtog rekommendationen" in page
    assert "Ange vilken dag rekommendationen återtogs." in page
    strange = {"reason": "Ny lag.", "item": "999999"}
    assert "Välj ett av alternativen." in text(
        coordinator.post(place(county, out, "aterta/"), strange)
    )


@pytest.mark.rule("R152")
def test_a_new_text_is_sent_and_can_be_compared(county, coordinator, client, out):
    answers(out, county.principals[0].short_name)

    page = text(coordinator.post(place(county, out, "ratta-texten/"), new_text(out), follow=True))

    out.refresh_from_db()
    slug = county.collaboration.slug
    versions = text(client.get(f"/{slug}/rekommendationer/{out.number}/versioner/"))
    public = text(client.get(f"/{slug}/rekommendationer/{out.number}/"))
    assert "Version 2 är på väg till alla huvudmän." in page
    assert "Gäller version 1" in page
    assert "Gäller version 1" in public
    assert out.clauses == ["att anta rutinen i dess helhet, samt", "att följa upp den."]
    assert "<ins>" in versions
    assert "Skäl: En sats saknades." in versions
    assert f"/{slug}/rekommendationer/{out.number}/versioner/" in public


def test_a_text_without_ground_or_change_is_refused(county, coordinator, out):
    same = new_text(out, clauses="\n\n".join(out.clauses), source="")

    page = text(coordinator.post(place(county, out, "ratta-texten/"), same))

    assert "Texten är densamma som förut." in page
    assert "Gäller det bara skrivfel: välj det." in page


def test_versions_of_a_text_that_has_one_are_nowhere(county, client, out):
    address = f"/{county.collaboration.slug}/rekommendationer/{out.number}/versioner/"

    assert client.get(address).status_code == 404
    assert client.get(address.replace(out.number, "r1999-01")).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_only_coordinators_come_in(county, member, coordinator, out, page):
    assert member.get(place(county, out, page)).status_code == 403
    assert member.post(place(county, out, page), {}).status_code == 403
    assert coordinator.get(place(county, out, page)).status_code == 200


def test_a_get_changes_nothing(county, coordinator, out):
    before = Recommendation.objects.values().get(pk=out.pk)

    for page in PAGES:
        coordinator.get(place(county, out, page))

    assert Recommendation.objects.values().get(pk=out.pk) == before


def test_the_page_asks_as_much_of_one_principal_as_of_three(county, coordinator, out):
    few = queries_of(coordinator, place(county, out))
    for principal in county.principals:
        answers(out, principal.short_name)

    assert queries_of(coordinator, place(county, out)) <= few
