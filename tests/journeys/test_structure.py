"""A coordinator keeps the structure right in the pages, in minutes and without touching a file."""

from datetime import date

import pytest
from playwright.sync_api import expect

from samverkan.bodies.models import ChairTerm, GoverningText, Mission
from samverkan.journal.verify import verify
from tests.journeys import keeper
from tests.journeys.conftest import sign_in

pytestmark = pytest.mark.browser

LSG, SAMRAD = "Länssamverkansgruppen", "Samråd vård och omsorg"
CHILDREN = "Beredning barn och unga"


@pytest.mark.rule("R013")
@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_vacant_seat_is_filled_and_a_member_replaced(open_browser, told, script):
    page = sign_in(open_browser(java_script_enabled=script))
    keeper.opens_the_body(page, LSG)
    keeper.fills_the_vacant_seat(page, "Sigrid Snöbär")

    held = Mission.objects.get(body__name=LSG, person__name="Sigrid Snöbär")
    assert held.principal.slug == "dorotea"

    former = Mission.objects.get(
        body__name=LSG, principal__slug="bjurholm", kind="ordinary", period__contains=told.today
    )
    keeper.replaces(page, former.person.name, "Torkel Tjärn", told.day(30))

    former.refresh_from_db()
    assert former.period.upper.isoformat() == told.day(30)
    page.goto(f"/vasterbotten/organ/lanssamverkansgruppen/?datum={told.day(30)}")
    expect(page.get_by_role("main")).to_contain_text("Torkel Tjärn")
    assert verify(told.collaboration).broken_at is None


@pytest.mark.rule("R069")
@pytest.mark.rule("R101")
def test_a_chair_is_extended_with_and_without_unanimity(open_browser, told):
    page = sign_in(open_browser())
    decided = told.day(-1)

    keeper.opens_the_body(page, SAMRAD)
    longer = date(told.today.year + 1, 12, 31).isoformat()
    keeper.extends_the_chair(page, longer, decided, unanimous=False)
    expect(page.get_by_role("main")).to_contain_text("kräver en längre period ett enhälligt beslut")
    expect(page.get_by_label("Skäl", exact=True)).to_have_value("Uppföljningen ska slutföras.")
    page.get_by_label("Beslutet var enhälligt").check()
    keeper.reviews(page)
    keeper.carries_out(page)

    keeper.opens_the_body(page, LSG)  # where the story has extended both by a year already
    longer = date(told.today.year + 2, 12, 31).isoformat()
    keeper.extends_the_chair(page, longer, decided, unanimous=False)
    keeper.carries_out(page)

    ends = ChairTerm.objects.filter(office="chair", period__contains=told.today)
    assert ends.get(body__name=SAMRAD).period.upper == date(told.today.year + 2, 1, 1)
    assert ends.get(body__name=LSG).period.upper == date(told.today.year + 3, 1, 1)


@pytest.mark.rule("R138")
def test_a_new_assignment_is_written_and_adopted(open_browser, told):
    page = sign_in(open_browser())
    keeper.writes_an_assignment(page, "Hjälpmedelsrådet")
    keeper.notes_that_it_is_adopted(page, told)

    text = GoverningText.objects.get(body__slug="hjalpmedelsradet", kind="assignment")
    assert text.versions.get().adopted_by.name == LSG
    reader = open_browser()
    reader.goto(f"/vasterbotten/styrdokument/{text.slug}/")
    expect(reader.get_by_role("main")).to_contain_text("Rätt hjälpmedel i rätt tid.")


def test_a_roster_with_faults_is_put_right_and_read_in(open_browser, told, tmp_path):
    page = sign_in(open_browser())
    first = told.day(10)
    right = [
        [CHILDREN, "Sigrid Snöbär", "Vindeln", first, "ordinarie", "elevhälsan"],
        [CHILDREN, "Torkel Tjärn", "Vännäs", first, "ersättare", "elevhälsan"],
    ]
    wrong = [
        [CHILDREN, "Sigrid Snöbär", "Vindlen", first, "ordinarie", "elevhälsan"],
        [CHILDREN, "Torkel Tjärn", "Vännäs", "03/04/2027", "ersättare", "elevhälsan"],
        [LSG, "Ulla Utter", "Malå", first, "ordinarie", "811228-9874"],
    ]

    keeper.sends_a_roster(page, keeper.roster(tmp_path / "fel.csv", *wrong))
    expect(page.get_by_role("heading", level=1)).to_have_text("Det finns fel i förteckningen")
    said = page.get_by_role("main")
    for cell in ("C2", "D3", "F4"):
        expect(said).to_contain_text(cell)
    expect(said).not_to_contain_text("811228")
    expect(said).to_contain_text("Inget är sparat")

    keeper.sends_a_roster(page, keeper.roster(tmp_path / "ratt.csv", *right))
    expect(page.get_by_role("heading", level=1)).to_have_text("Det här skulle läsas in")
    assert not Mission.objects.filter(person__name="Torkel Tjärn").exists()
    page.get_by_role("button", name="Läs in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Förteckningen är inläst")

    assert Mission.objects.get(person__name="Torkel Tjärn").kind == "substitute"
    keeper.sends_a_roster(page, keeper.roster(tmp_path / "ratt.csv", *right))
    expect(page.get_by_role("heading", level=1)).to_have_text("Inget att ändra")
