"""Pages about forms, letterheads, consequences, and the papers themselves."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from samverkan.dispatches.models import PaperTemplate, Recommendation
from samverkan.documents.word.checking import WORD
from samverkan.principals.models import Letterhead
from tests.documents.files import office
from tests.documents.forms import form, lines
from tests.factories import PrincipalFactory, agreed_recommendation
from tests.www.conftest import queries_of, text

LETTERHEAD = {
    "name": "Ask kommun",
    "address": "Storgatan 1, 901 00 Ask",
    "phone": "090-140 00",
    "email": "kommun@ask.example",
    "organisation_number": "232100-0222",
    "vat_number": "SE232100022201",
    "bankgiro": "5728-3061",
    "first": "2026-01-01",
}
WRITTEN = {
    "economy_consequences": "Ryms inom ram.",
    "child_consideration": "Barn hörs.",
    "minority_consideration": "",
    "staff_consequences": "",
    "resources": "Delas lika enligt bilaga 9.",
}


@pytest.fixture
def principal(county):
    return county.principals[0]


@pytest.fixture
def drawn_up(county) -> Recommendation:
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on)


@pytest.fixture
def out(county) -> Recommendation:
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on, dispatched=True)


def place(county, principal, page=""):
    return county.address(f"mallar/{principal.slug}/{page}")


def sent(county, data=None, *, name="mall.docx", **change):
    file = SimpleUploadedFile(name, form() if data is None else data)
    return {"file": file, "first": county.today.isoformat(), "reason": "", **change}


def test_the_list_tells_who_has_a_form_and_a_letterhead(county, coordinator, principal):
    coordinator.post(place(county, principal), sent(county))
    coordinator.post(place(county, principal, "brevhuvud/"), LETTERHEAD)

    page = text(coordinator.get(county.address("mallar/")))

    assert page.count("Egen mall") == 1
    assert page.count("Brevhuvudet är okänt") == len(county.principals) - 1
    assert "Storgatan 1, 901 00 Ask" in page


def test_the_list_asks_as_much_for_few_as_for_thirty(county, coordinator):
    few = queries_of(coordinator, county.address("mallar/"))
    for _ in range(27):
        PrincipalFactory(collaboration=county.collaboration)

    assert queries_of(coordinator, county.address("mallar/")) == few


def test_a_form_is_sent_in_and_shown_filled_in(county, coordinator, principal):
    answer = coordinator.post(place(county, principal), sent(county), follow=True)

    assert answer.redirect_chain[-1][0] == place(county, principal, "forhandsvisa/")
    assert "att följa upp den varje år." in text(answer)
    fetched = coordinator.get(
        place(county, principal, f"mall-{PaperTemplate.objects.get().pk}.docx")
    )
    assert (fetched["Content-Type"], fetched.content[:2]) == (WORD, b"PK")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"file": ""}, "Välj filen med mallen."),
        ({"first": ""}, "Skriv från vilken dag mallen används."),
        ({"data": form("{{rubirk}}")}, "Fältet {{rubirk}} finns inte. Menade du {{rubrik}}?"),
        ({"data": form("{{rubrik}}")}, "De här fälten saknas i mallen: inledning"),
        ({"data": office("docm"), "name": "mall.docm"}, "innehåller makron"),
        ({"data": b"x" * 3_000_001}, "Den får vara högst 3 MB"),
    ],
)
def test_what_is_wrong_with_a_form_is_told(county, coordinator, principal, change, sentence):
    answer = coordinator.post(place(county, principal), sent(county, **change))

    assert sentence in text(answer)
    assert not PaperTemplate.objects.exists()


def test_a_missing_field_passes_with_a_reason(county, coordinator, principal):
    reason = {"reason": "Resten skriver nämnden."}
    coordinator.post(place(county, principal), sent(county, form("{{rubrik}}"), **reason))

    assert "Skäl: Resten skriver nämnden." in text(coordinator.get(place(county, principal)))


def test_a_form_is_used_no_longer(county, coordinator, principal):
    coordinator.post(place(county, principal), sent(county))
    address = place(county, principal, f"mall-{PaperTemplate.objects.get().pk}/sluta/")

    assert "Det som redan är sänt ändras inte." in text(coordinator.get(address))
    coordinator.post(address)

    page = text(coordinator.get(place(county, principal)))
    assert "har ingen egen mall" in page
    assert "Ersatt innan den användes" in page
    assert "Mallen används inte längre." in text(coordinator.get(address))


def test_a_preview_shows_text_and_never_markup(county, coordinator, principal):
    hostile = form("<script>alert(1)</script> {{rubrik}}", "{{rubrik} slut".replace("{", ""))
    coordinator.post(place(county, principal), sent(county, hostile, reason="Kort."))

    page = text(coordinator.get(place(county, principal, "forhandsvisa/")))

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Gemensam rutin för utskrivning" in page


def test_a_preview_shows_a_recommendation_as_it_would_be_sent(
    county, coordinator, principal, drawn_up
):
    coordinator.post(place(county, principal, "brevhuvud/"), LETTERHEAD)
    asked = f"?rekommendation={drawn_up.number}"

    page = text(coordinator.get(place(county, principal, f"forhandsvisa/{asked}")))
    file = coordinator.get(place(county, principal, f"forhandsvisa.docx{asked}"))

    assert "så som" not in page
    assert f"med rekommendation {drawn_up.number} som den skulle sändas i dag" in page
    assert "Storgatan 1, 901 00 Ask" in page
    assert "Inte bedömt." in page
    assert drawn_up.title in lines(file.content)


def test_a_preview_of_another_collaborations_recommendation_shows_examples(
    county, coordinator, principal, elsewhere
):
    on = county.today - timedelta(days=30)
    theirs = agreed_recommendation(
        elsewhere.collaboration, body=elsewhere.body, on=on, title="Deras hemliga fråga"
    )
    asked = f"forhandsvisa/?rekommendation={theirs.number}"

    assert "Deras hemliga fråga" not in text(coordinator.get(place(county, principal, asked)))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Skriv vad myndigheten heter i brevhuvudet."),
        ({"organisation_number": "232100-0223"}, "stämmer inte med sin kontrollsiffra"),
        ({"bankgiro": "5728-3062"}, "Bankgirot stämmer inte"),
        ({"phone": "070-123 45 67"}, "Numret är en mobiltelefon."),
        ({"address": "811218-9876"}, "innehåller ett personnummer"),
        ({"first": ""}, "Skriv från vilken dag brevhuvudet gäller."),
    ],
)
def test_a_letterhead_that_does_not_hold_is_told(county, coordinator, principal, change, sentence):
    answer = coordinator.post(place(county, principal, "brevhuvud/"), LETTERHEAD | change)

    assert sentence in text(answer)
    assert not Letterhead.objects.exists()


def test_consequences_are_written_before_dispatch_and_frozen_after(county, coordinator, drawn_up):
    address = county.address(f"arenden/{drawn_up.case.number}/konsekvenser/")
    page = text(coordinator.get(address))
    seen = page.split('name="seen" value="')[1].split('"')[0]

    coordinator.post(address, {**WRITTEN, "seen": seen})
    before = text(coordinator.get(county.address(f"rekommendationer/{drawn_up.number}/expediera/")))
    again = text(coordinator.post(address, {**WRITTEN, "resources": "Annat.", "seen": seen}))
    coordinator.post(county.address(f"rekommendationer/{drawn_up.number}/expediera/"))

    assert "Det står inget om nationella minoriteter och personal." in before
    assert "hänvisar till ”bilaga 9”, som inte är bifogad" in before
    assert "Ryms inom ram." in before
    assert "Så står det i ärendet nu" in again
    assert "De kan inte ändras." in text(coordinator.get(address))
    public = f"/{county.collaboration.slug}/rekommendationer/{drawn_up.number}/"
    shown = text(coordinator.get(public))
    assert "Delas lika enligt bilaga 9." in shown
    assert "Ryms inom ram." in shown
    assert "Inte bedömt." in shown


def test_the_dispatch_page_says_who_has_a_form(county, coordinator, principal, drawn_up):
    coordinator.post(place(county, principal), sent(county))

    page = text(coordinator.get(county.address(f"rekommendationer/{drawn_up.number}/expediera/")))

    assert f"Egen mall används för {principal.short_name}." in page
    assert "Den gemensamma neutrala mallen används för övriga" in page


def test_all_papers_come_in_one_file_and_each_by_itself(county, coordinator, principal, out):
    here = county.address(f"rekommendationer/{out.number}/")

    packed = coordinator.get(f"{here}forslag.zip")
    one = coordinator.get(f"{here}{principal.slug}/forslag.docx")

    with zipfile.ZipFile(io.BytesIO(packed.content)) as archive:
        name = f"forslag-{out.number}-{principal.slug}.docx"
        assert archive.read(name) == one.content
    assert f"{here}forslag.zip" in text(coordinator.get(here))
    assert f"{here}{principal.slug}/forslag.docx" in text(
        coordinator.get(f"{here}{principal.slug}/")
    )


def test_there_are_no_papers_before_dispatch(county, coordinator, drawn_up):
    address = county.address(f"rekommendationer/{drawn_up.number}/forslag.zip")

    assert coordinator.get(address).status_code == 404


@pytest.mark.parametrize(
    "page",
    ["", "{0}/", "{0}/forhandsvisa/", "{0}/forhandsvisa.docx", "{0}/brevhuvud/"],
)
def test_only_coordinators_keep_forms(county, member, stranger, outsider, principal, page):
    address = county.address(f"mallar/{page.format(principal.slug)}")

    assert member.get(address).status_code == 403
    assert "Bara koordinatorerna lägger in huvudmännens mallar." in text(member.get(address))
    assert [one.get(address).status_code for one in (stranger, outsider)] == [404, 404]


def test_only_coordinators_fetch_papers(county, member, stranger, principal, out):
    for page in ("forslag.zip", f"{principal.slug}/forslag.docx"):
        address = county.address(f"rekommendationer/{out.number}/{page}")
        assert (member.get(address).status_code, stranger.get(address).status_code) == (403, 404)


def test_who_may_write_of_consequences(county, chair, stranger, drawn_up):
    address = county.address(f"arenden/{drawn_up.case.number}/konsekvenser/")

    assert (chair.get(address).status_code, stranger.get(address).status_code) == (403, 404)


def test_another_collaborations_principal_is_not_found(county, coordinator, elsewhere):
    assert coordinator.get(place(county, elsewhere.principals[0])).status_code == 404


def test_the_fields_are_told_to_everybody(county, client):
    page = text(client.get(f"/{county.collaboration.slug}/om/mallar/"))
    neutral = client.get(f"/{county.collaboration.slug}/om/mallar/neutral.docx")

    assert "{{konsekvenser_minoritet}}" in page
    assert "När det är okänt" in page
    assert "{{att_satser}}" in lines(neutral.content)
    assert 'filename="neutral-mall.docx"' in neutral["Content-Disposition"]
