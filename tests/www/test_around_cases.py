"""Pages beside a case's own road: kinds, those at home, others outside, areas and the list."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from samverkan.bodies.models import OverlapNote
from samverkan.cases.actions import identify_risk, note_involvement, stamp_of
from samverkan.cases.choices import CaseKind, CaseStage
from samverkan.cases.models import Case, Involvement
from samverkan.journal.models import Entry
from samverkan.meetings.actions import place_case
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor
from tests.factories import LONG_AGO, TESTER, PrincipalFactory
from tests.www.conftest import client_of, queries_of, text

PAGES = ["forankring/", "avstamning/", "omradet/", "risker/"]
IDENTITY_NUMBER = "19811218-9876"


def raising(county, kind=""):
    return county.address(f"arenden/vack/{county.body.slug}/") + (f"?slag={kind}" if kind else "")


def then():
    return {"by": TESTER, "now": localtime()}


def association(county) -> OutsideActor:
    return OutsideActor.objects.create(
        collaboration=county.collaboration,
        slug="forbundet",
        name="Samordningsförbundet",
        kind=OutsideKind.COORDINATION_ASSOCIATION,
        period=LONG_AGO,
    )


@pytest.mark.parametrize("kind", CaseKind)
def test_every_kind_has_a_form_that_says_which_it_is(county, member, kind):
    page = text(member.get(raising(county, kind)))

    assert f"Nu: {kind.label}" in page
    assert ("Parter i tvisten" in page) is (kind is CaseKind.DISPUTE)
    assert ("Skriv inget som kan kopplas till en enskild patient" in page) is (
        kind in (CaseKind.DEVIATION, CaseKind.RISK)
    )


def test_an_unknown_kind_is_an_ordinary_case(county, member):
    assert "Nu: vanligt ärende" in text(member.get(raising(county, "hemlig")))


def test_a_dispute_asks_for_its_parties_where_they_are_written(county, member):
    address = raising(county, CaseKind.DISPUTE)
    sent = {"title": "Vem betalar", "question": "Vem?"}

    asked = text(member.post(address, sent))
    member.post(address, sent | {"dispute_parties": "Ask och Ahed", "dispute_tried": "Möte"})

    assert "Skriv vilka som är parter i tvisten." in asked
    assert 'href="#id_dispute_parties"' in asked
    assert Case.objects.get().kind == CaseKind.DISPUTE


def test_a_pattern_of_deviations_keeps_no_identity_number(county, member):
    sent = {"title": "Sena kallelser", "question": f"Gäller {IDENTITY_NUMBER}"}

    page = text(member.post(raising(county, CaseKind.DEVIATION), sent))

    assert "innehåller ett personnummer" in page
    assert not Case.objects.exists()


@pytest.mark.rule("R141")
def test_a_body_that_rests_on_risks_offers_them_and_says_where_to_enter_one(county, member):
    county.body.proposals_rest_on_risks = True
    county.body.save()
    sent = {"title": "Läkemedel", "question": "Ska vi?"}

    empty = text(member.get(raising(county)))
    refused = text(member.post(raising(county), sent))
    risk = identify_risk(county.body.pk, title="Fall", on=date(2026, 1, 1), **then())
    member.post(raising(county), sent | {"risks": [risk.pk]})

    assert "riskregistret är tomt" in empty
    assert "Förslaget ska vila på minst en risk" in refused
    assert list(Case.objects.get().risks.all()) == [risk]


def test_what_can_wait_is_folded_and_opens_when_something_is_wrong(county, member):
    page = text(member.get(raising(county)))
    wrong = text(
        member.post(
            raising(county), {"title": "x", "question": "y", "child_consideration": "z" * 2001}
        )
    )

    assert page.count('<details class="govuk-details">') == 4
    assert wrong.count('<details class="govuk-details" open>') == 1
    assert "Barnets bästa: skriv högst 2000 tecken." in wrong


def test_a_summary_of_more_than_five_hundred_is_told_and_kept(county, member):
    sent = {"title": "x", "question": "y", "summary": "z" * 501}

    page = text(member.post(raising(county), sent))

    assert "Sammanfattning: skriv högst 500 tecken." in page
    assert "z" * 501 in page


def test_the_kind_of_a_case_is_changed_where_it_is_written(county, coordinator):
    case = county.case()
    sent = {
        "title": case.title,
        "question": case.question,
        "kind": CaseKind.FOCUS_AREA,
        "seen": stamp_of(case),
    }

    coordinator.post(county.address(f"arenden/{case.number}/skriv/"), sent)

    case.refresh_from_db()
    assert (case.kind, case.proposed_by) == (CaseKind.FOCUS_AREA, county.body)


@pytest.mark.rule("R097")
def test_a_representative_notes_for_their_own_and_the_page_shows_all(county, member):
    case = county.case(prepared=True)
    address = county.address(f"arenden/{case.number}/")
    before = text(member.get(address))
    sent = {"principal": county.principals[0].pk, "who": "Enhetschefer", "on": "2026-01-10"}

    answer = member.post(address + "forankring/", sent, follow=True)

    assert "Ingen huvudman har antecknat vilka som är involverade" in before
    page = text(answer)
    assert "1 av 3 har antecknat" in page
    assert "är inte antecknat för Ahed och Regionen" in page


def test_nobody_notes_for_another_principal(county, member):
    case = county.case()
    sent = {"principal": county.principals[1].pk, "who": "Enhetschefer", "on": "2026-01-10"}

    page = text(member.post(county.address(f"arenden/{case.number}/forankring/"), sent))

    assert "Välj ett av alternativen." in page
    assert not Involvement.objects.exists()


@pytest.mark.rule("R097")
def test_the_body_is_told_before_it_recommends(county, coordinator):
    case, meeting = county.case(prepared=True), county.meeting()
    item = place_case(meeting.pk, case.number, **then())
    place = [county.collaboration.slug, county.body.slug, meeting.on, item.position]

    found = coordinator.get(reverse("www:conclude_point", args=place))

    assert "Tänk på innan organet rekommenderar" in text(found)


@pytest.mark.rule("R090")
def test_a_case_is_gone_through_with_an_association(county, member):
    case, actor = county.case(), association(county)
    address = county.address(f"arenden/{case.number}/")
    sent = {"actor": actor.pk, "note": "De tar unga.", "overlaps": "nej", "on": "2026-01-10"}

    answer = member.post(address + "avstamning/", sent, follow=True)

    assert OverlapNote.objects.get().actor == actor
    page = text(answer).replace("\N{NO-BREAK SPACE}", " ")
    assert "Samordningsförbundet, 10 januari 2026: De tar unga." in page


def test_without_anybody_to_go_through_with_the_page_says_so(county, member):
    case = county.case()

    page = text(member.get(county.address(f"arenden/{case.number}/avstamning/")))

    assert "Här visas samordningsförbund och statliga satsningar" in page


@pytest.mark.rule("R059")
def test_the_working_committee_says_how_far_an_area_has_come(county, chair, member):
    case = county.case(kind=CaseKind.FOCUS_AREA, proposed_by=county.body, area_status="proposed")
    address = county.address(f"arenden/{case.number}/omradet/")

    refused = member.get(address)
    asked = text(chair.post(address, {"status": "prioritised", "year": ""}))
    chair.post(address, {"status": "prioritised", "year": str(county.today.year)})

    case.refresh_from_db()
    assert refused.status_code == 403
    assert "Skriv vilket år området är prioriterat." in asked
    assert case.priority_year == county.today.year


@pytest.mark.parametrize("year", ["tjugotjugosju", "-1", "99999999999999999999"])
def test_a_strange_year_is_told(county, chair, year):
    case = county.case(kind=CaseKind.FOCUS_AREA, proposed_by=county.body, area_status="proposed")

    page = text(
        chair.post(
            county.address(f"arenden/{case.number}/omradet/"),
            {"status": "prioritised", "year": year},
        )
    )

    assert "Skriv " in page
    assert Case.objects.get().area_status == "proposed"


@pytest.mark.parametrize("page", PAGES)
def test_those_outside_get_nothing(county, outsider, stranger, page):
    address = county.address(f"arenden/{county.case().number}/{page}")

    assert [one.get(address).status_code for one in (outsider, stranger)] == [404, 404]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("stage", CaseStage)
def test_a_get_changes_nothing(county, coordinator, page, stage):
    case = county.case(stage=stage)

    answer = coordinator.get(county.address(f"arenden/{case.number}/{page}"))

    assert (answer.status_code, Entry.objects.count()) == (200, 0)


def test_the_case_page_asks_as_much_for_one_principal_as_for_twenty(county, member):
    case = county.case(prepared=True)
    address = county.address(f"arenden/{case.number}/")
    few = queries_of(member, address)
    for _ in range(19):
        home = PrincipalFactory(collaboration=county.collaboration)
        note_involvement(
            county.collaboration.pk,
            case.number,
            principal_id=home.pk,
            who="MAS",
            on=date(2026, 1, 2),
            **then(),
        )

    assert queries_of(member, address) == few


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ("slag=dispute", ["Tvisten"]),
        ("malgrupp=children", ["Barnen"]),
        ("omrade=elderly_care", ["Tvisten"]),
        ("slag=hemlig&malgrupp=alla&omrade=x", ["Barnen", "Tvisten"]),
        ("slag=dispute&malgrupp=children", []),
    ],
)
def test_the_list_is_narrowed_in_the_address_and_so_is_the_file(county, member, asked, seen):
    county.case(title="Barnen", target_groups=["children"])
    county.case(title="Tvisten", kind=CaseKind.DISPUTE, scope="elderly_care")

    page = text(member.get(county.address(f"arenden/?{asked}")))
    rows = text(member.get(county.address(f"arenden/lista.csv?{asked}")))

    for shown in (page, rows):
        assert [title for title in ("Barnen", "Tvisten") if title in shown] == seen


def test_the_file_holds_what_the_person_may_read(county, elsewhere, member):
    county.case(title="Bara väckt", summary='=HYPERLINK("x")')
    elsewhere.case(title="Någon annans")

    rows = text(member.get(county.address("arenden/lista.csv")))

    assert "Bara väckt;" in rows
    assert "'=HYPERLINK" in rows
    assert "Någon annans" not in rows
    assert client_of(elsewhere.member).get(county.address("arenden/lista.csv")).status_code == 404
