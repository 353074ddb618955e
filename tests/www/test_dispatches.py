"""Pages about recommendations: dispatch, reminders, links and answers told in other ways."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localtime

from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import Answer, Dispatch, Recommendation, RegistrarLink
from samverkan.documents.models import Document
from samverkan.journal.models import Entry, Notice
from tests.factories import (
    DispatchFactory,
    RecommendationFactory,
    RegistrarLinkFactory,
    agreed_recommendation,
)
from tests.www.conftest import queries_of, text

EXTRACT = b"Protokollsutdrag, dnr KS 2026/17, Gemensam rutin"


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


def told(**change):
    decided = {
        "kind": "approved",
        "on": localtime().date(),
        "deciding_body": "Kommunstyrelsen",
        "paragraph": "§ 31",
        "reference_number": "KS 2026/17",
        "comment": "Vi börjar i januari.",
        "extract": SimpleUploadedFile("utdrag.txt", EXTRACT),
        "seen": 0,
    }
    return decided | change


def test_the_page_shows_what_will_be_sent_and_to_whom(county, coordinator, drawn_up):
    page = text(coordinator.get(place(county, drawn_up, "expediera/")))

    for principal in county.principals:
        assert principal.registrar_email in page
    assert "att anta rutinen, samt" in page
    assert "Expediera till 3 huvudmän" in page


def test_it_goes_to_all_in_one_act(county, coordinator, drawn_up):
    until = county.today + timedelta(days=60)

    answer = coordinator.post(
        place(county, drawn_up, "expediera/"), {"reply_by": until}, follow=True
    )

    drawn_up.refresh_from_db()
    assert (drawn_up.dispatches.count(), drawn_up.reply_by) == (3, until)
    assert "är expedierad till alla huvudmän" in text(answer)


def test_a_missing_address_closes_the_button_and_says_where_to_add_it(
    county, coordinator, drawn_up
):
    county.principals[0].registrar_email = ""
    county.principals[0].save()

    page = text(coordinator.get(place(county, drawn_up, "expediera/")))
    coordinator.post(place(county, drawn_up, "expediera/"), {"reply_by": ""})

    assert "Registratorns e-post saknas för" in page
    assert "Lägg in adress" in page
    assert '<button type="submit" class="govuk-button">Expediera' not in page
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("2020-01-01", "Svarsdagen har passerat."), ("snart", "Skriv dagen som år, månad och dag")],
)
def test_a_reply_day_that_does_not_hold_is_told(county, coordinator, drawn_up, typed, sentence):
    answer = coordinator.post(place(county, drawn_up, "expediera/"), {"reply_by": typed})

    assert sentence in text(answer)
    assert not Dispatch.objects.exists()


def test_sent_twice_it_is_dispatched_once(county, coordinator, drawn_up):
    coordinator.post(place(county, drawn_up, "expediera/"), {"reply_by": ""})

    again = coordinator.post(place(county, drawn_up, "expediera/"), {"reply_by": ""})

    assert "redan expedierad" in text(again)
    assert drawn_up.dispatches.count() == 3


@pytest.mark.parametrize("page", ["", "expediera/", "paminn/"])
def test_members_may_not(county, member, drawn_up, page):
    answer = member.get(place(county, drawn_up, page))

    assert answer.status_code == 403
    assert "Bara koordinatorerna" in text(answer)


def test_the_reminder_is_shown_before_it_is_sent(county, coordinator, out):
    DispatchFactory._meta.model.objects.filter(principal=county.principals[0]).update(
        state=DispatchState.APPROVED, decided_on=date(2026, 11, 1)
    )
    page = text(coordinator.get(place(county, out, "paminn/")))

    coordinator.post(place(county, out, "paminn/"))

    reminded = Notice.objects.filter(template="recommendation_reminded")
    assert {one.to for one in reminded} == {one.registrar_email for one in county.principals[1:]}
    assert "Sänd 2 påminnelser" in page
    assert out.title in page.partition("Så lyder den")[2]
    assert county.principals[0].registrar_email not in page


def test_nobody_is_reminded_twice_in_a_week(county, coordinator, out):
    coordinator.post(place(county, out, "paminn/"))

    again = coordinator.post(place(county, out, "paminn/"))

    assert "Ingen påminnelse behövs nu" in text(again)
    assert Notice.objects.filter(template="recommendation_reminded").count() == 3


def test_a_link_is_renewed_to_another_address(county, coordinator, out):
    address = place(county, out, f"{county.principals[0].slug}/ny-lank/")
    old = RegistrarLink.objects.get(dispatch__principal=county.principals[0])

    answer = coordinator.post(address, {"to": "ny@ask.example.invalid"}, follow=True)

    old.refresh_from_db()
    assert old.revoked_at
    assert Notice.objects.get(template="link_renewed").to == "ny@ask.example.invalid"
    assert "ny@ask.example.invalid" in text(answer)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", "Ange vart länken ska sändas."), ("registrator", "Skriv en e-postadress")],
)
def test_an_address_that_is_none_is_told(county, coordinator, out, typed, sentence):
    answer = coordinator.post(
        place(county, out, f"{county.principals[0].slug}/ny-lank/"), {"to": typed}
    )

    assert sentence in text(answer)
    assert not Notice.objects.filter(template="link_renewed").exists()


def test_a_link_is_revoked(county, coordinator, out):
    address = place(county, out, f"{county.principals[0].slug}/")

    coordinator.post(f"{address}aterkalla/")

    assert "Återkallad" in text(coordinator.get(address))
    again = coordinator.post(f"{address}aterkalla/")
    assert "Det finns ingen länk som gäller." in text(again)


def test_an_answer_is_registered_for_a_principal(county, coordinator, out):
    principal = county.principals[0]

    answer = coordinator.post(
        place(county, out, f"{principal.slug}/svar/beslut/"), told(), follow=True
    )

    registered = Answer.objects.get()
    assert registered.dispatch.state == DispatchState.APPROVED
    assert registered.given_by == f"{county.coordinator.name}, {principal.name}"
    assert f"Svaret från {principal.name} är registrerat." in text(answer)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": ""}, "Välj bifall eller avslag."),
        ({"deciding_body": ""}, "Ange vilket organ hos er som beslutade."),
        ({"on": "2099-01-01"}, "Beslutsdagen ligger i framtiden."),
        ({"comment": "Gäller 19811218-9876."}, "innehåller ett personnummer"),
        ({"extract": SimpleUploadedFile("utdrag.pdf", b"MZ no pdf")}, "utdrag.pdf"),
        ({"seen": 4}, "Någon annan lämnade ett svar medan du skrev."),
    ],
)
def test_an_answer_that_does_not_hold_is_told_and_kept(county, coordinator, out, change, sentence):
    answer = coordinator.post(
        place(county, out, f"{county.principals[0].slug}/svar/beslut/"), told(**change)
    )

    assert sentence in text(answer)
    assert "KS 2026/17" in text(answer)
    assert (Answer.objects.count(), Document.objects.count()) == (0, 0)


def test_the_same_answer_twice_is_kept_once(county, coordinator, out):
    address = place(county, out, f"{county.principals[0].slug}/svar/beslut/")
    coordinator.post(address, told())

    again = coordinator.post(address, told(), follow=True)

    assert "Svaret är redan registrerat." in text(again)
    assert (Answer.objects.count(), Document.objects.count()) == (1, 1)


def test_an_unknown_step_or_principal_is_not_found(county, coordinator, out):
    slug = county.principals[0].slug

    assert coordinator.get(place(county, out, f"{slug}/svar/annat/")).status_code == 404
    assert coordinator.get(place(county, out, "okand/")).status_code == 404


@pytest.mark.parametrize(
    "page",
    ["", "expediera/", "paminn/", "{0}/", "{0}/ny-lank/", "{0}/aterkalla/", "{0}/svar/beslut/"],
)
def test_a_get_changes_nothing(county, coordinator, out, page):
    tables = (Dispatch, RegistrarLink, Answer, Entry, Notice)
    before = [list(table.objects.values()) for table in tables]

    answer = coordinator.get(place(county, out, page.format(county.principals[0].slug)))

    assert answer.status_code == 200
    assert [list(table.objects.values()) for table in tables] == before


def test_the_list_asks_as_much_for_one_as_for_thirty(county, coordinator):
    def make():
        one = RecommendationFactory(collaboration=county.collaboration, dispatched=True)
        for principal in county.principals:
            DispatchFactory(recommendation=one, principal=principal)

    make()
    few = queries_of(coordinator, county.address("rekommendationer/"))
    for _ in range(29):
        make()

    assert queries_of(coordinator, county.address("rekommendationer/")) == few


def test_one_asks_as_much_for_one_principal_as_for_thirty(county, coordinator):
    one = RecommendationFactory(collaboration=county.collaboration, dispatched=True)

    def send():
        RegistrarLinkFactory(
            dispatch=DispatchFactory(
                recommendation=one, principal__collaboration=county.collaboration
            )
        )

    send()
    few = queries_of(coordinator, place(county, one))
    for _ in range(29):
        send()

    assert queries_of(coordinator, place(county, one)) == few
