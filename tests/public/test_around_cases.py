"""Areas, risks and bilateral contacts, as everybody reads them."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.cases.choices import AreaStatus, CaseKind
from samverkan.cases.models import BilateralContact, Involvement, Risk
from tests.factories import BodyFactory, CaseFactory, PrincipalFactory

PAGES = ["insatsomraden/", "risker/", "bilateralt/", "arenden.csv"]


def an_area(here, title, **facts):
    body = BodyFactory(collaboration=here)
    given = {"kind": CaseKind.FOCUS_AREA, "proposed_by": body, "area_status": AreaStatus.PROPOSED}
    return CaseFactory(collaboration=here, body=body, prepared=True, title=title, **given | facts)


def a_contact(here, subject, **facts):
    return BilateralContact.objects.create(
        collaboration=here,
        principal=PrincipalFactory(collaboration=here),
        subject=subject,
        noted_at=localtime(),
        **facts,
    )


@pytest.mark.rule("R087")
@pytest.mark.rule("R059")
def test_areas_are_listed_for_each_target_group(here, elsewhere, read):
    an_area(here, "Tidigt stöd", target_groups=["children"])
    an_area(here, "Hemmet", target_groups=["adults", "elderly"], kind=CaseKind.DEVELOPMENT_AREA)
    an_area(elsewhere, "Någon annans", target_groups=["adults"])

    page = read("/lanet/insatsomraden/")

    assert page.count("Hemmet") == 2
    assert page.index("Barn och unga</h2>") < page.index("Tidigt stöd") < page.index("Vuxna</h2>")
    assert "Någon annans" not in page


@pytest.mark.rule("R088")
def test_what_is_prioritised_for_this_year_without_work_is_told(here, read):
    year = localdate().year
    status = AreaStatus.PRIORITISED
    an_area(here, "Väntar", area_status=status, priority_year=year)
    an_area(here, "Nästa år", area_status=status, priority_year=year + 1)

    page = read("/lanet/insatsomraden/")

    told = page[page.index("Prioriterat men inte påbörjat") : page.index("</section>")]
    assert "Väntar" in told
    assert "Nästa år" not in told


def test_an_area_that_is_only_raised_is_not_shown(here, read):
    an_area(here, "Bara väckt", stage="raised")

    assert "Bara väckt" not in read("/lanet/insatsomraden/")


@pytest.mark.rule("R141")
def test_a_risk_is_shown_by_its_title_and_never_by_its_description(here, read):
    Risk.objects.create(
        collaboration=here,
        body=BodyFactory(collaboration=here),
        title="Läkemedelslistan",
        description="Inre text",
        identified_on=date(2026, 1, 2),
        key=uuid4(),
    )

    page = read("/lanet/risker/").replace("\N{NO-BREAK SPACE}", " ")

    assert "Läkemedelslistan" in page
    assert "2 januari 2026" in page
    assert "Inre text" not in page


def test_only_contacts_marked_for_everybody_are_shown(here, read):
    a_contact(here, "Öppen", is_public=True)
    a_contact(here, "Sluten")

    page = read("/lanet/bilateralt/")

    assert "Öppen" in page
    assert "Sluten" not in page


def test_the_summary_comes_first_on_the_page_and_in_the_list(here, read):
    case = CaseFactory(collaboration=here, prepared=True, summary="På klarspråk.")

    page = read(f"/lanet/arenden/{case.number}/")

    assert page.index("På klarspråk.") < page.index(case.question) < page.index(case.background)
    assert "På klarspråk." in read("/lanet/arenden/")


@pytest.mark.parametrize("field", ["child_consideration", "dispute_tried", "relation_to_values"])
def test_what_is_written_beside_the_question_is_read_by_all_as_text(here, read, field):
    case = CaseFactory(collaboration=here, prepared=True, **{field: "<b>Skrivet</b>"})

    assert "&lt;b&gt;Skrivet" in read(f"/lanet/arenden/{case.number}/")


@pytest.mark.rule("R158")
def test_everybody_reads_who_is_involved_and_where_nobody_is(here, read):
    case = CaseFactory(collaboration=here, prepared=True)
    ask, _ = (PrincipalFactory(collaboration=here, short_name=name) for name in ("Ask", "Ahed"))
    Involvement.objects.create(
        case=case, principal=ask, who="Enhetscheferna", on=date(2026, 1, 2), by="Maj"
    )

    page = read(f"/lanet/arenden/{case.number}/").replace("\N{NO-BREAK SPACE}", " ")

    assert "1 av 2 har antecknat" in page
    assert "Enhetscheferna (2 januari 2026)" in page
    assert "Maj" not in page


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        ("slag=dispute", ["Tvisten"]),
        ("malgrupp=children", ["Barnen"]),
        ("slag=x", ["Barnen", "Tvisten"]),
    ],
)
def test_the_list_is_narrowed_in_the_address_and_so_is_the_file(here, client, asked, seen):
    CaseFactory(collaboration=here, prepared=True, title="Barnen", target_groups=["children"])
    CaseFactory(collaboration=here, prepared=True, title="Tvisten", kind=CaseKind.DISPUTE)
    CaseFactory(collaboration=here, title="Bara hos oss", kind=CaseKind.DISPUTE)

    for address in (f"/lanet/arenden/?{asked}", f"/lanet/arenden.csv?{asked}"):
        shown = client.get(address).getvalue().decode()
        assert [title for title in ("Barnen", "Tvisten", "Bara hos oss") if title in shown] == seen


@pytest.mark.parametrize("page", PAGES[:3])
def test_an_empty_page_says_what_will_be_there(here, read, page):
    assert "Här visas " in read(f"/lanet/{page}")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_there_for_a_collaboration_that_is_not(client, db, page):
    assert client.get(f"/finns-inte/{page}").status_code == 404
