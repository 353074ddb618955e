"""A body dissolved in the pages: checklist, cases moved, last day, and those who take over."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localtime

from samverkan.bodies.models import Body, ClosingNote, Mission, Succession
from samverkan.cases.choices import CaseStage
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.meetings.actions import place_case
from tests.factories import TESTER, BodyFactory
from tests.www.conftest import queries_of, text
from tests.www.structure.conftest import carry_out, refused, review, said, sent

LAST = date(2031, 8, 31)


@pytest.fixture
def address(counted):
    return counted.address(f"struktur/organ/{counted.body.slug}/avveckla/")


@pytest.fixture
def heir(county):
    body = BodyFactory(collaboration=county.collaboration, name="Nya rådet", short_name="Rådet")
    Succession.objects.create(predecessor=county.body, heir=body, standing="decided")
    return body


@pytest.mark.rule("R325")
def test_the_checklist_says_what_is_left(counted, coordinator, address):
    case = counted.case(title="Gemensam rutin")
    counted.case(title="Lämnad rekommendation", stage=CaseStage.RECOMMENDED)

    told = said(coordinator.get(address))

    assert told.count("Återstår.") == 3
    assert f"{case.number} Gemensam rutin" in told.partition("Öppna ärenden")[2]
    assert "Lämnad rekommendation" in told.partition("Rekommendationer som redan är lämnade")[2]


@pytest.mark.rule("R325")
@pytest.mark.parametrize("word", ["arenden", "handlingar", "ledamoter"])
def test_what_is_done_is_noted_once(counted, coordinator, address, word):
    typed = {"on": counted.today.isoformat(), "note": "Till arkivet."}

    told = said(coordinator.post(f"{address}{word}/", typed, follow=True))
    again = said(coordinator.get(f"{address}{word}/"))

    assert "antecknat av Kim Koordinator. Till arkivet." in told
    assert ClosingNote.objects.get().body == counted.body
    assert "Det är redan antecknat." in again


def test_cases_that_are_left_are_told_before_they_are_said_to_be_moved(
    counted, coordinator, address
):
    counted.case()

    assert "Ett öppet ärende är inte flyttat." in said(coordinator.get(f"{address}arenden/"))


def test_why_cases_are_left_is_asked_for(counted, coordinator, address):
    counted.case()
    typed = {"on": counted.today.isoformat(), "note": ""}

    refused = said(coordinator.post(f"{address}arenden/", typed))
    noted = coordinator.post(f"{address}arenden/", {**typed, "note": "Det avslutas."}, follow=True)

    assert "Skriv varför ärenden är kvar, eller flytta dem först." in refused
    assert "Det avslutas." in said(noted)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"on": ""}, "Skriv vilken dag det blev klart."),
        ({"note": "x" * 301}, "Anteckning: skriv högst 300 tecken."),
        ({"note": "19811218-9876"}, "innehåller ett personnummer"),
    ],
)
def test_bad_notes_are_told(counted, coordinator, address, typed, sentence):
    given = {"on": counted.today.isoformat(), "note": "Kvar.", **typed}

    assert sentence in refused(coordinator, f"{address}handlingar/", given)


@pytest.mark.rule("R325")
def test_a_case_is_moved_to_the_heir(counted, coordinator, address, heir):
    case = counted.case()
    moving = f"{address}arende/{case.number}/"
    page = text(coordinator.get(moving))

    told = coordinator.post(moving, {"to": str(heir.pk), "reason": "Upphör."}, follow=True)

    case.refresh_from_db()
    assert f'<option value="{heir.pk}" selected>' in page
    assert f"Ärende {case.number} är flyttat till Rådet." in said(told)
    assert case.body == heir


def test_a_case_on_an_agenda_is_not_moved(counted, coordinator, address, heir):
    case = counted.case(stage=CaseStage.PREPARED)
    meeting = counted.meeting(days=9)
    place_case(meeting.pk, case.number, by=TESTER, now=localtime())

    told = refused(
        coordinator, f"{address}arende/{case.number}/", {"to": str(heir.pk), "reason": "Upphör."}
    )

    assert "Ärendet står på dagordningen till ett möte." in told


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"to": ""}, "Välj vilket organ som tar över ärendet."),
        ({"to": "0"}, "Välj ett av alternativen."),
        ({"reason": ""}, "Skriv varför ärendet flyttas."),
        ({"reason": "19811218-9876"}, "innehåller ett personnummer"),
    ],
)
def test_bad_moves_are_told(counted, coordinator, address, heir, typed, sentence):
    given = {"to": str(heir.pk), "reason": "Upphör.", **typed}

    assert sentence in refused(coordinator, f"{address}arende/{counted.case().number}/", given)


def test_another_bodys_case_is_not_found_here(counted, coordinator, address, heir):
    case = counted.case(body=heir)

    assert coordinator.get(f"{address}arende/{case.number}/").status_code == 404


@pytest.mark.rule("R325")
def test_an_end_that_is_not_prepared_asks_for_a_reason(counted, coordinator, address):
    ending, typed = f"{address}upphor/", sent(last=LAST)

    page = refused(coordinator, ending, typed)
    carry_out(coordinator, ending, {**typed, "reason": "Allt görs under våren."})

    assert "Det här återstår innan organet upphör" in page
    counted.body.refresh_from_db()
    assert counted.body.period.upper == LAST + timedelta(days=1)
    assert "Allt görs under våren." in Entry.objects.last().text


@pytest.mark.rule("R324")
def test_the_review_says_what_ends_with_the_body(ordered, coordinator, address, committee):
    page = review(coordinator, f"{address}upphor/", sent(last=LAST, reason="Beslutat."))

    assert "Från 1 september 2031 Samråd har upphört." in page
    assert "Maj Ledamot sitter inte längre i Samråd" in page
    assert "är vakant" not in page.partition("Från 1 september 2031")[2].partition("Det du")[0]


@pytest.mark.rule("R232")
@pytest.mark.parametrize(
    ("begins", "sentence"),
    [
        (date(2031, 9, 1), None),
        (date(2031, 10, 1), "Ett glapp: Rådet, som tar över, finns först från den 1 oktober 2031."),
        (date(2031, 8, 1), "Två samtidigt: Rådet, som tar över, finns redan från den"),
    ],
)
def test_gap_and_overlap_are_told(counted, coordinator, address, heir, begins, sentence):
    Body.objects.filter(pk=heir.pk).update(period=from_day(begins))

    page = review(coordinator, f"{address}upphor/", sent(last=LAST, reason="Beslutat."))

    assert (sentence or "") in page
    assert ("Lägg märke till" in page) is bool(sentence)


@pytest.mark.rule("R325")
def test_the_review_tells_of_open_cases_that_would_stay(counted, coordinator, address):
    case = counted.case(title="Utskrivning")

    page = review(coordinator, f"{address}upphor/", sent(last=LAST, reason="Beslutat."))

    assert f"Ärende {case.number} Utskrivning är öppet och ligger kvar i Samråd." in page


@pytest.mark.rule("R232")
def test_a_body_without_an_heir_is_told(counted, coordinator, address):
    page = review(coordinator, f"{address}upphor/", sent(last=LAST, reason="Beslutat."))

    assert "Samråd har ingen arvtagare." in page


def test_a_body_does_not_end_before_it_begins(counted, coordinator, address):
    page = refused(coordinator, f"{address}upphor/", sent(last=date(2019, 1, 1)))

    assert "kan inte upphöra före dess" in page


@pytest.mark.rule("R324")
def test_no_case_is_raised_in_an_ended_body(counted, coordinator):
    Body.objects.update(period=from_day(date(2020, 1, 1), counted.today))

    address = counted.address(f"arenden/vack/{counted.body.slug}/")
    assert coordinator.get(address).status_code == 404


def test_all_missions_end_the_same_day(counted, coordinator, address):
    carry_out(coordinator, f"{address}upphor/", sent(last=LAST, reason="Beslutat."))

    until = {one.period.upper for one in Mission.objects.filter(body=counted.body)}
    assert until == {LAST + timedelta(days=1)}
    assert "Nästa steg: avveckla organet" in said(
        coordinator.get(counted.address(f"struktur/organ/{counted.body.slug}/"))
    )


def test_the_checklist_asks_as_much_for_one_case_as_for_three(counted, coordinator, address, heir):
    counted.case()
    few = queries_of(coordinator, address)
    for _ in range(2):
        counted.case()

    assert queries_of(coordinator, address) == few
