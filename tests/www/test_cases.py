"""Pages about cases, as those who come to them see them."""

import html
import re

import pytest

from samverkan.cases.actions import stamp_of
from samverkan.cases.choices import CaseStage, Rank, Scope
from samverkan.cases.models import Case
from samverkan.journal.models import Entry
from tests.factories import BodyFactory, MissionFactory
from tests.www.conftest import client_of, queries_of, text

SHEET = {
    "title": "Gemensam rutin för utskrivning",
    "question": "Ska länets huvudmän följa samma rutin?",
    "background": "I dag arbetar huvudmännen olika.",
    "value_inhabitants": "Den som kommer hem vet vem som ansvarar.",
    "value_operations": "Färre omtag.",
    "target_groups": ["adults"],
    "scope": Scope.MUNICIPAL_HEALTH,
    "touched": "",
    "responsible_management": "Socialchefen",
}
IDENTITY_NUMBER = "19811218-9876"


def test_a_member_raises_a_question_and_sees_what_can_be_filled_in(county, member):
    sent = {"title": "Läkarmedverkan", "question": "Hur ofta?"}

    answer = member.post(county.address(f"arenden/vack/{county.body.slug}/"), sent, follow=True)

    case = Case.objects.get()
    assert (case.raised_by, case.stage) == (county.member, CaseStage.RAISED)
    assert f"Ärende {case.number} är väckt" in text(answer)
    assert "Värdet för invånaren är inte beskrivet." in text(answer)


def test_a_coordinator_types_it_in_for_a_member(county, coordinator):
    address = county.address(f"arenden/vack/{county.body.slug}/")
    assert "För medlem" in text(coordinator.get(address))

    coordinator.post(address, SHEET | {"raised_by": county.member.pk})

    case = Case.objects.get()
    assert (case.raised_by, case.raised_for) == (county.member, county.principals[0])


def test_a_coordinator_who_names_nobody_is_asked_and_nothing_typed_is_lost(county, coordinator):
    answer = coordinator.post(county.address(f"arenden/vack/{county.body.slug}/"), SHEET)

    assert "Välj vem i organet som väcker frågan." in text(answer)
    assert SHEET["background"] in text(answer)
    assert not Case.objects.exists()


def test_someone_of_another_body_does_not_raise_here(county, elsewhere):
    other = MissionFactory(body__collaboration=county.collaboration).person

    answer = client_of(other).get(county.address(f"arenden/vack/{county.body.slug}/"))

    assert answer.status_code == 403
    assert "Bara organets medlemmar och koordinatorerna" in text(answer)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Skriv en rubrik för frågan."),
        ({"question": "   "}, "Skriv vad frågan gäller."),
        ({"title": "x" * 201}, "Rubrik: skriv högst 200 tecken."),
        ({"background": f"Gäller {IDENTITY_NUMBER}."}, "innehåller ett personnummer"),
        ({"scope": "annat"}, "Välj ett av alternativen."),
        ({"target_groups": ["alla"]}, "Välj bland alternativen."),
    ],
)
def test_bad_input_is_told_and_kept(county, member, change, sentence):
    address = county.address(f"arenden/vack/{county.body.slug}/")

    answer = member.post(address, SHEET | change)

    assert sentence in text(answer)
    assert SHEET["value_operations"] in text(answer)
    assert not Case.objects.exists()


def test_html_in_a_title_is_shown_as_text(county, member):
    case = county.case(title="<script>alert(1)</script>")

    page = text(member.get(county.address(f"arenden/{case.number}/")))

    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_two_who_write_at_once_do_not_write_over_each_other(county, coordinator, member):
    case = county.case()
    seen = stamp_of(case)
    address = county.address(f"arenden/{case.number}/skriv/")
    member.post(address, SHEET | {"title": "Först", "experts": "", "seen": seen})

    answer = coordinator.post(address, SHEET | {"title": "Sedan", "experts": "", "seen": seen})

    case.refresh_from_db()
    assert case.title == "Först"
    assert "Någon annan ändrade ärendet nyss." in text(answer)
    assert 'value="Sedan"' in text(answer)
    assert stamp_of(case) in text(answer)


def test_after_reading_the_newer_text_it_can_be_saved(county, coordinator):
    case = county.case()
    address = county.address(f"arenden/{case.number}/skriv/")

    coordinator.post(address, SHEET | {"title": "Sedan", "experts": "", "seen": stamp_of(case)})

    case.refresh_from_db()
    assert case.title == "Sedan"


def test_writing_without_a_stamp_is_never_saved(county, coordinator):
    case = county.case(title="Som det var")

    coordinator.post(county.address(f"arenden/{case.number}/skriv/"), SHEET | {"experts": ""})

    case.refresh_from_db()
    assert case.title == "Som det var"


def test_what_is_missing_closes_the_button_and_says_why(county, coordinator):
    case = county.case(background="", value_inhabitants="")

    page = text(coordinator.get(county.address(f"arenden/{case.number}/bered/")))

    assert "Det här saknas i ärendet: bakgrund och värde för invånaren." in page
    assert "Varför?" in page
    assert "Markera som berett" not in page


def test_a_remark_is_passed_with_a_reason(county, coordinator):
    case = county.case(experts="")
    address = county.address(f"arenden/{case.number}/bered/")
    handler = {"handler": county.coordinator.pk}

    asked = coordinator.post(address, handler)
    coordinator.post(address, handler | {"reason": "Frågan är bara administrativ."})

    case.refresh_from_db()
    assert "Skriv varför ärendet är berett ändå." in text(asked)
    assert (case.stage, case.handler) == (CaseStage.PREPARED, county.coordinator)


def test_only_a_coordinator_calls_a_case_prepared(county, member):
    case = county.case()

    answer = member.get(county.address(f"arenden/{case.number}/bered/"))

    assert answer.status_code == 403
    assert "Bara koordinatorerna kan markera ett ärende som berett." in text(answer)


def test_the_chair_ranks(county, chair, member):
    case = county.case()
    address = county.address(f"arenden/{case.number}/prioritera/")

    refused = member.post(address, {"rank": Rank.SOON})
    chair.post(address, {"rank": Rank.SOON})

    case.refresh_from_db()
    assert (refused.status_code, case.rank) == (403, Rank.SOON)


def test_a_prepared_case_is_put_on_an_agenda(county, coordinator):
    case, meeting = county.case(prepared=True), county.meeting(days=14)
    address = county.address(f"arenden/{case.number}/dagordning/")

    answer = coordinator.post(address, {"meeting": meeting.pk}, follow=True)

    assert meeting.items.filter(case=case).exists()
    assert "står på dagordningen" in text(answer)


def test_without_a_meeting_the_page_says_how_to_get_one(county, coordinator):
    case = county.case(prepared=True)

    page = text(coordinator.get(county.address(f"arenden/{case.number}/dagordning/")))

    assert "Organet har inget planerat möte." in page


@pytest.mark.parametrize("page", ["", "skriv/", "bered/", "prioritera/", "dagordning/"])
@pytest.mark.parametrize("stage", CaseStage)
def test_a_get_changes_nothing(county, coordinator, page, stage):
    case = county.case(stage=stage)
    before = list(Case.objects.values())

    answer = coordinator.get(county.address(f"arenden/{case.number}/{page}"))

    assert answer.status_code == 200
    assert (list(Case.objects.values()), Entry.objects.count()) == (before, 0)


def test_the_list_is_narrowed(county, member):
    mine = county.case(title="Min fråga")
    county.case(title="En annans", raised_by=county.chair, prepared=True)

    page = text(member.get(county.address("arenden/?mina=ja&lage=raised")))

    assert mine.title in page
    assert "En annans" not in page


def test_a_long_list_is_read_page_by_page(county, member):
    for number in range(31):
        county.case(number=f"2025-{number:03}", title=f"Fråga nummer {number:02}")

    first = text(member.get(county.address("arenden/")))
    second = text(member.get(county.address("arenden/") + _link(first, "Äldre")))

    assert "Fråga nummer 30" in first
    assert "Fråga nummer 00" not in first
    assert "Fråga nummer 00" in second
    assert "Fråga nummer 30" in text(
        member.get(county.address("arenden/") + _link(second, "Nyare"))
    )


@pytest.mark.parametrize("cursor", ["x", "-1", "9" * 40, "0", "1.5"])
def test_a_strange_cursor_gives_the_first_page(county, member, cursor):
    case = county.case()

    page = text(member.get(county.address(f"arenden/?efter={cursor}")))

    assert case.title in page


def test_the_list_asks_as_much_for_one_case_as_for_thirty(county, member):
    county.case()
    few = queries_of(member, county.address("arenden/"))
    for _ in range(29):
        county.case()

    assert queries_of(member, county.address("arenden/")) == few


def _link(page: str, word: str) -> str:
    found = re.search(rf'href="(\?[^"]+)"[^>]*>[^<]*{word}', page)
    assert found, f"no link {word}"
    return html.unescape(found[1])


def test_in_a_body_without_members_a_coordinator_is_asked_who_raises(county, coordinator):
    empty = BodyFactory(collaboration=county.collaboration)

    answer = coordinator.post(county.address(f"arenden/vack/{empty.slug}/"), SHEET)

    assert "Välj vem i organet som väcker frågan." in text(answer)
