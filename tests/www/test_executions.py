"""Carrying out, signed in: the list, one principal's part, each thing to tell, and who may not."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.models import Execution, ExecutionLink
from samverkan.journal.tokens import token_of
from tests.dispatches.executing import approved_by_mala, manager_of, named
from tests.factories import CollaborationFactory, MissionFactory, RoleFactory
from tests.www.conftest import client_of, queries_of, text


@pytest.fixture
def dispatch(db):
    return approved_by_mala()


@pytest.fixture
def manager(dispatch):
    return client_of(manager_of(dispatch.principal))


@pytest.fixture
def coordinator(dispatch):
    return client_of(RoleFactory(collaboration=dispatch.recommendation.collaboration).person)


def at(dispatch, page=""):
    slug = dispatch.recommendation.collaboration.slug
    return f"/{slug}/arbeta/genomforande/{page}"


def part(dispatch, page=""):
    return at(dispatch, f"{dispatch.recommendation.number}/{dispatch.principal.slug}/{page}")


def name(dispatch, **typed):
    day = localdate() + timedelta(days=60)
    known = {"function": "Socialchefen", "due_on": str(day), "to": "a@b.example.invalid"}
    return {"seen": 0, **known, **typed}


@pytest.mark.rule("R022")
def test_a_line_manager_names_themselves_and_reports_done(manager, dispatch):
    desk = text(manager.get(f"/{dispatch.recommendation.collaboration.slug}/arbeta/"))
    assert "Att genomföra" in desk
    assert dispatch.recommendation.title in desk

    manager.post(part(dispatch, "ansvarig/"), name(dispatch))
    told = {"line": "Rutinen är införd.", "on": str(localdate()), "seen": 1}
    file = SimpleUploadedFile("rapport.txt", b"Klart.")
    page = manager.post(part(dispatch, "klart/"), {**told, "file": file}, follow=True)

    assert "Genomförandet är rapporterat klart." in text(page)
    execution = Execution.objects.get()
    assert (execution.state, execution.document.name) == ("done", "rapport.txt")
    assert execution.notes.last().given_by.endswith(", Malå kommun")


@pytest.mark.rule("R022")
def test_what_is_past_its_day_is_listed_in_neutral_words(coordinator, dispatch):
    named(dispatch, days=1, now=localtime() - timedelta(days=9))

    for address in (at(dispatch), at(dispatch, "?visa=forsenat"), part(dispatch)):
        assert "Inte rapporterat klart" in text(coordinator.get(address)).replace(
            "inte r", "Inte r"
        )
    assert "Inget stämmer med urvalet" in text(coordinator.get(at(dispatch, "?visa=klart")))
    sheet = text(coordinator.get(at(dispatch, "lista.csv?visa=forsenat")))
    assert "Malå kommun" in sheet
    assert "inte rapporterat klart" in sheet


def test_a_bifall_without_anybody_named_is_listed(coordinator, dispatch):
    assert "Ingen ansvarig är namngiven" in text(
        coordinator.get(at(dispatch, "?visa=utan-ansvarig"))
    )


@pytest.mark.parametrize(
    ("step", "typed", "said"),
    [
        ("klart", {"line": "", "on": ""}, "Skriv med en rad vad som är gjort."),
        ("klart", {"line": "x", "on": "2999-01-01"}, "Skriv året med fyra siffror"),
        ("ny-dag", {"due_on": "2020-01-01", "reason": "x"}, "Dagen har passerat."),
        ("avskriv", {"reason": "x", "decided_by": ""}, "Ange vem hos huvudmannen"),
        ("oppna-igen", {"reason": "x"}, "Genomförandet är inte avslutat"),
        ("klart", {"line": "x" * 301, "on": "2026-01-01"}, "skriv högst 300 tecken"),
    ],
)
def test_what_is_wrong_is_said(manager, dispatch, step, typed, said):
    named(dispatch)

    assert said in text(manager.post(part(dispatch, f"{step}/"), {"seen": 1, **typed}))
    assert Execution.objects.get().notes_count == 1


def test_someone_changed_it_meanwhile(manager, dispatch):
    named(dispatch)

    page = manager.post(part(dispatch, "avskriv/"), {"seen": 0, "reason": "x", "decided_by": "y"})

    assert "Någon annan ändrade uppgifterna nyss." in text(page)


@pytest.mark.rule("R022")
def test_each_step_leads_on(manager, dispatch):
    named(dispatch)
    day = str(localdate() + timedelta(days=90))
    steps = [
        ("ny-dag", {"due_on": day, "reason": "Upphandlingen drog ut."}),
        ("avskriv", {"reason": "Upphör.", "decided_by": "Socialnämnden"}),
        ("oppna-igen", {"reason": "Blev kvar."}),
    ]
    for seen, (step, typed) in enumerate(steps, 1):
        assert manager.post(part(dispatch, f"{step}/"), {"seen": seen, **typed}).status_code == 302
    page = text(manager.get(part(dispatch)))
    assert "Bestämt av Socialnämnden." in page
    assert "Rapportera klart" in page


def test_outsiders_see_and_do_nothing(dispatch):
    named(dispatch)
    here = dispatch.recommendation.collaboration
    other = dispatch.recommendation.dispatches.get(principal__slug="umea").principal
    member = MissionFactory(body=dispatch.recommendation.body).person
    elsewhere = RoleFactory(collaboration=CollaborationFactory()).person
    for person, listed in (
        (manager_of(other), 200),
        (member, 403),
        (elsewhere, 404),
    ):
        client = client_of(person)
        assert client.get(at(dispatch)).status_code == listed
        for page in ("", "ansvarig/", "klart/", "lank/"):
            assert client.get(part(dispatch, page)).status_code == 404
            assert client.post(part(dispatch, page or "klart/"), {}).status_code == 404
    assert Client().get(part(dispatch)).status_code == 302
    assert here.head_sequence is not None
    assert Execution.objects.get().notes_count == 1


def test_only_coordinators_send_links(manager, coordinator, dispatch):
    named(dispatch)

    assert manager.get(part(dispatch, "lank/")).status_code == 403
    coordinator.post(part(dispatch, "lank/"), {"to": "ny@mala.example.invalid"})
    assert ExecutionLink.objects.filter(revoked_at=None).count() == 1
    assert Execution.objects.get().to == "ny@mala.example.invalid"


def test_the_list_takes_as_many_queries_however_long(coordinator, dispatch):
    named(dispatch)
    few = queries_of(coordinator, at(dispatch))
    others = dispatch.recommendation.dispatches.exclude(pk=dispatch.pk)
    others.update(state="approved", decided_on=localdate())
    for one in others:
        named(one)

    assert queries_of(coordinator, at(dispatch)) == few


@pytest.mark.rule("R022")
@pytest.mark.rule("R154")
def test_everybody_sees_who_carries_out_and_what_was_told(client, dispatch):
    address = reverse(
        "public:recommendation",
        args=[dispatch.recommendation.collaboration.slug, dispatch.recommendation.number],
    )
    assert "Ingen ansvarig är namngiven" in text(client.get(address))

    person = manager_of(dispatch.principal)
    named(dispatch, person=person.pk, to="hemlig@mala.example.invalid")

    page = text(client.get(address))
    assert "genomförs av Socialchefen" in page
    assert person.name not in page
    assert "hemlig@mala" not in page


# --- By the link


@pytest.fixture
def link(dispatch):
    named(dispatch)
    return ExecutionLink.objects.get()


def behind(link, page="show"):
    return reverse(f"executor:{page}", args=[token_of(link.key)])


@pytest.mark.rule("R022")
def test_the_link_shows_and_takes_the_report_without_an_account(client, link, dispatch):
    page = text(client.get(behind(link)))
    assert dispatch.recommendation.title in page
    assert "utan konto" in page

    told = {"line": "Rutinen är införd.", "on": str(localdate()), "seen": 1}
    answer = client.post(behind(link, "klart"), told)

    assert (answer.status_code, answer["Location"]) == (303, behind(link, "receipt"))
    assert "Rutinen är införd." in text(client.get(behind(link, "receipt")))
    execution = Execution.objects.get()
    assert execution.state == "done"
    assert execution.notes.last().given_by.startswith("Ansvarig för genomförandet via personlig")


@pytest.mark.parametrize(
    ("step", "typed", "status", "said"),
    [
        ("klart", {"line": ""}, 422, "Skriv med en rad vad som är gjort."),
        ("klart", {"line": "19811218-9876"}, 422, "personnummer"),
        ("klart", {"line": "x", "seen": "y"}, 409, "Någon annan ändrade uppgifterna nyss."),
        ("ny-dag", {"reason": ""}, 422, "Skriv varför det inte är klart."),
    ],
)
def test_what_is_wrong_is_said_behind_the_link(client, link, step, typed, status, said):
    sent = {"on": str(localdate()), "due_on": "2027-12-01", "seen": 1} | typed

    answer = client.post(behind(link, step), sent)

    assert answer.status_code == status
    assert said in text(answer)


def test_a_link_leads_nowhere_else(client, link, dispatch):
    token = token_of(link.key)
    assert client.get(f"/l/{token}/").status_code == 404
    assert client.get(f"/l/verkstall/{token}/annat/").status_code == 404
    assert client.get("/l/verkstall/inget/").status_code == 404
    assert client.put(behind(link)).status_code == 405
    registrars = token_of(dispatch.links.get().key)
    assert client.get(f"/l/verkstall/{registrars}/").status_code == 404


def test_a_corrected_answer_leaves_nothing_to_carry_out(client, link, dispatch):
    type(dispatch).objects.filter(pk=dispatch.pk).update(state="rejected")

    assert "Det finns inget att genomföra." in text(client.get(behind(link)))


def test_a_forged_form_is_refused(link):
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post(behind(link, "klart"), {"line": "Gjort.", "on": "2026-01-01", "seen": 1})

    assert answer.status_code == 403
    assert "Gjort." in text(answer)


@pytest.mark.rule("R022")
def test_the_registrar_names_who_carries_it_out_after_bifall(client, dispatch):
    token = token_of(dispatch.links.get().key)
    address = reverse("link:name_execution", args=[token])
    assert address in text(client.get(reverse("link:show", args=[token])))

    refused = client.post(address, name(dispatch, function=""))
    answer = client.post(address, name(dispatch))

    assert (refused.status_code, answer.status_code) == (422, 303)
    page = text(client.get(answer["Location"]))
    assert "Socialchefen ansvarar" in page
    other = dispatch.recommendation.dispatches.get(principal__slug="umea")
    theirs = reverse("link:name_execution", args=[token_of(other.links.get().key)])
    assert client.post(theirs, name(other)).status_code == 302
    assert Execution.objects.count() == 1
