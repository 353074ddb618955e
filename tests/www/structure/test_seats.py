"""Seats given, passed on, ended and put right in the pages."""

from datetime import date, timedelta

import pytest

from samverkan.bodies.choices import Anchor, MissionKind
from samverkan.bodies.models import Body, ChairTerm, Mission, Quota
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.people.models import Person
from tests.factories import BodyFactory, MissionFactory, PersonFactory
from tests.www.conftest import text
from tests.www.structure.conftest import carry_out, hidden, refused, review, said, sent

FIRST, YEAR_END = date(2031, 1, 1), date(2031, 12, 31)
IDENTITY_NUMBER = "19811218-9876"


@pytest.fixture
def region(counted):
    return counted.principals[2]


@pytest.fixture
def address(counted):
    return counted.address(f"struktur/organ/{counted.body.slug}/utse/")


@pytest.fixture
def typed(region, anna):
    """What a coordinator types to give Anna the region's second seat."""
    return sent(for_whom=f"p-{region.slug}", kind="ordinary", name=anna.name, first=FIRST)


def to(county, seat, act):
    return county.address(f"struktur/uppdrag/{county.seats[seat].pk}/{act}/")


def test_someone_is_appointed(counted, coordinator, address, typed, anna):
    decision = sent(appointed_by="regionstyrelsen", appointed_on=date(2026, 10, 6), paragraph="§ 9")

    page = carry_out(coordinator, address, {**typed, **decision, "last": YEAR_END.isoformat()})

    mission = Mission.objects.get(person=anna)
    assert "Anna Berg har fått uppdraget i Samråd." in page
    assert mission.period == from_day(FIRST, date(2032, 1, 1))
    assert (mission.appointed_by, mission.paragraph) == ("regionstyrelsen", "§ 9")


def test_the_review_says_from_when_and_changes_nothing(coordinator, address, typed, region):
    page = review(coordinator, address, typed)

    told = f"Från 1 januari 2031 Anna Berg sitter i Samråd för {region.name} (ordinarie)."
    assert told in page


def test_what_a_link_asks_for_is_filled_in(counted, coordinator, address, region):
    Quota.objects.update(anchor=Anchor.CALENDAR_YEAR)

    page = text(coordinator.get(f"{address}?for=p-{region.slug}&plats=substitute&fran=2031-03-01"))

    assert f'value="p-{region.slug}" selected' in page
    assert 'value="2031-03-01"' in page
    assert 'value="2031-12-31"' in page


def test_the_page_warns_of_what_else_the_person_does(counted, coordinator, address, typed, anna):
    other = BodyFactory(collaboration=counted.collaboration, name="Hjälpmedelsrådet")
    MissionFactory(body=other, person=anna, principal=counted.principals[0])

    page = review(coordinator, address, typed)

    whom = counted.principals[0].name
    assert f"Anna Berg sitter också för {whom} i Hjälpmedelsrådet, som ordinarie." in page


def test_a_filled_vacancy_is_told(counted, coordinator, address, anna):
    Mission.objects.filter(principal=counted.principals[0]).delete()
    whom = counted.principals[0]

    page = review(
        coordinator,
        address,
        sent(for_whom=f"p-{whom.slug}", kind="ordinary", name="anna  berg", first=FIRST),
    )

    assert f"Platsen för {whom.name} i Samråd är inte längre vakant." in page


def test_a_new_person_is_entered_with_the_seat(counted, coordinator, address, typed):
    new = {"name": "Ny Person", "is_new": "on", "elected": "on", "party": "P"}

    page = carry_out(coordinator, address, {**typed, **new, "email": "ny@example.invalid"})

    person = Person.objects.get(name="Ny Person")
    assert "Ny Person har fått uppdraget" in page
    assert (person.party, person.account.email) == ("P", "ny@example.invalid")
    assert person.missions.get().body == counted.body


def test_one_of_several_with_the_same_name_is_chosen(counted, coordinator, address, typed):
    twin = PersonFactory(collaboration=counted.collaboration, name="Anna Berg", title="läkare")

    page = refused(coordinator, address, typed)
    carry_out(coordinator, address, {**typed, "person": str(twin.pk)})

    assert "Flera heter så. Välj vem det är." in page
    assert "Anna Berg, läkare, inga uppdrag" in page
    assert Mission.objects.get(person__name="Anna Berg").person == twin


def test_a_new_person_with_a_known_name_is_asked_about(counted, coordinator, address, typed):
    page = refused(coordinator, address, {**typed, "is_new": "on"})
    carry_out(coordinator, address, {**typed, "is_new": "on", "person": "ny"})

    assert "Det finns redan någon med det namnet." in page
    assert Person.objects.filter(name="Anna Berg").count() == 2


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Skriv vem det är."),
        ({"name": "Okänd"}, "Ingen i samverkan heter ”Okänd”."),
        ({"name": "x" * 121}, "Namn: skriv högst 120 tecken."),
        ({"name": f"N {IDENTITY_NUMBER}", "is_new": "on"}, "innehåller ett personnummer"),
        ({"name": "Ny", "is_new": "on", "party": "P"}, "Parti anges bara för förtroendevalda."),
        ({"line_function": IDENTITY_NUMBER}, "innehåller ett personnummer"),
        ({"paragraph": "x" * 21}, "Paragraf: skriv högst 20 tecken."),
        ({"for_whom": "p-annan"}, "Välj ett av alternativen."),
        ({"for_whom": ""}, "Välj på vems vägnar personen sitter."),
        ({"kind": "gäst"}, "Välj ett av alternativen."),
        ({"first": ""}, "Skriv från vilken dag uppdraget gäller."),
        ({"first": "31 mars"}, "Skriv dagen som år, månad och dag"),
        ({"last": "2030-12-31"}, "ligger före första dagen"),
        ({"first": "2019-12-31"}, "Organet finns från den 1 januari 2020."),
    ],
)
def test_bad_input_is_told_and_kept(coordinator, address, typed, change, sentence):
    written = {**typed, "appointed_by": "regionstyrelsen", **change}

    page = refused(coordinator, address, written)
    kept = text(coordinator.post(address, written))

    assert sentence in page
    assert 'value="regionstyrelsen"' in kept


@pytest.mark.rule("R064")
def test_more_than_the_seats_is_refused_with_the_paragraph(counted, coordinator, address, typed):
    whom = {"for_whom": f"p-{counted.principals[0].slug}"}

    page = refused(coordinator, address, {**typed, **whom})

    assert "Platserna är tagna den 1 januari 2031: högst 1." in page
    assert "Varför?" in page


def test_a_period_outside_the_bodys_is_refused(counted, coordinator, address, typed):
    Body.objects.update(period=from_day(date(2020, 1, 1), date(2031, 7, 1)))

    page = refused(coordinator, address, {**typed, "last": "2031-12-31"})

    assert "Organet upphör den 30 juni 2031." in page


def test_the_form_can_be_opened_again_from_the_review(coordinator, address, typed):
    reviewed = coordinator.post(address, {**typed, "line_function": "socialnämnden"})

    again = coordinator.post(address, {**hidden(reviewed), "steg": "andra"})

    assert 'name="steg" value="genomfor"' not in text(again)
    assert 'value="socialnämnden"' in text(again)
    assert 'value="Anna Berg"' in text(again)


def test_effects_that_changed_meanwhile_are_shown_again(counted, coordinator, address, typed, anna):
    reviewed = hidden(coordinator.post(address, typed))
    Mission.objects.filter(person=counted.chair).update(period=from_day(date(2020, 1, 1), FIRST))

    again = coordinator.post(address, {**reviewed, "steg": "genomfor"})

    assert "Något har ändrats sedan du granskade." in said(again)
    assert "är inte längre vakant" in said(again)
    assert not Mission.objects.filter(person=anna).exists()
    coordinator.post(address, {**hidden(again), "steg": "genomfor"})
    assert Mission.objects.filter(person=anna).exists()


@pytest.mark.rule("R072")
def test_a_seat_that_follows_an_office_is_not_given_by_hand(county, coordinator, committee, anna):
    page = said(coordinator.get(county.address(f"struktur/organ/{committee.slug}/")))
    form = said(coordinator.get(county.address(f"struktur/organ/{committee.slug}/utse/")))

    assert "Platserna följer av sig själva" in page
    assert "Utse" not in page
    for told in (page, form):
        assert "ges inte för hand" in told
        assert "Varför?" in told
    assert "Carin Ordförande" in page
    assert "Granska" not in form


@pytest.mark.rule("R072")
def test_nor_by_sending_the_form_anyway(county, coordinator, committee, anna):
    address = county.address(f"struktur/organ/{committee.slug}/utse/")

    coordinator.post(address, sent(for_whom="ingen", kind="ordinary", name=anna.name, first=FIRST))

    assert not Mission.objects.filter(body=committee).exists()


def test_where_nothing_counts_the_seats_someone_sits_for_nobody(county, coordinator, anna):
    address = county.address(f"struktur/organ/{county.body.slug}/utse/")

    carry_out(
        coordinator, address, sent(for_whom="ingen", kind="ordinary", name=anna.name, first=FIRST)
    )

    assert Mission.objects.get(person=anna).principal is None


def test_someone_takes_over_a_seat(counted, coordinator, anna):
    address = to(counted, "member", "ersatt")
    typed = sent(name=anna.name, first=FIRST)

    page = review(coordinator, address, typed)
    carry_out(coordinator, address, typed)

    whom = counted.principals[0].name
    assert f"Maj Ledamot sitter inte längre i Samråd för {whom} (ordinarie)." in page
    assert f"Anna Berg sitter i Samråd för {whom} (ordinarie)." in page
    former = Mission.objects.get(pk=counted.seats["member"].pk)
    assert former.period.upper == FIRST
    assert Mission.objects.get(person=anna).principal == counted.principals[0]


def test_the_end_of_a_mission_says_what_falls_with_it(ordered, coordinator, committee):
    last = date(ordered.today.year, 12, 30)

    page = review(coordinator, to(ordered, "chair", "avsluta"), sent(last=last))

    day = f"Från 31 december {last.year}"
    region = ordered.principals[2].name
    assert day in page
    assert f"Platsen för {region} i Samråd är vakant." in page
    assert "Carin Ordförande är inte längre ordförande i Samråd." in page
    assert "Samråd saknar ordförande." in page
    assert "Carin Ordförande lämnar platsen i AU, som följde uppdraget som ordförande" in page


def test_a_mission_is_ended(counted, coordinator):
    carry_out(coordinator, to(counted, "member", "avsluta"), sent(last=YEAR_END))

    ended = Mission.objects.get(pk=counted.seats["member"].pk)
    assert ended.period.upper == YEAR_END + timedelta(days=1)
    assert Entry.objects.last().verb == "mission.ended"


def test_one_that_has_not_begun_is_taken_back_as_filled_in(counted, coordinator, address, typed):
    carry_out(coordinator, address, typed)
    mission = Mission.objects.get(person__name="Anna Berg")
    ending = counted.address(f"struktur/uppdrag/{mission.pk}/avsluta/")

    assert 'value="2030-12-31"' in text(coordinator.get(ending))
    carry_out(coordinator, ending, sent(last=date(2030, 12, 31)))

    assert not Mission.objects.filter(pk=mission.pk).exists()


@pytest.mark.parametrize(
    ("last", "sentence"),
    [("", "Skriv den sista dagen."), ("2019-05-01", "ligger före första dagen")],
)
def test_an_end_before_the_beginning_is_refused(counted, coordinator, last, sentence):
    assert sentence in refused(coordinator, to(counted, "member", "avsluta"), {"last": last})


@pytest.mark.rule("R012")
def test_what_is_noted_of_a_mission_is_put_right(counted, coordinator):
    address = to(counted, "member", "ratta")
    typed = sent(line_function="socialnämnden", is_main=True, paragraph="§ 12")

    assert "Ingenting ändras i vilka som sitter" in review(coordinator, address, typed)
    carry_out(coordinator, address, typed)

    mission = Mission.objects.get(pk=counted.seats["member"].pk)
    assert (mission.line_function, mission.is_main) == ("socialnämnden", True)
    page = coordinator.get(counted.address(f"struktur/organ/{counted.body.slug}/"))
    assert "ordinarie, huvudsaklig, socialnämnden" in said(page)


def test_nothing_put_right_is_said(counted, coordinator):
    address = to(counted, "member", "ratta")

    refused(coordinator, address, {"line_function": ""})


def test_a_substitute_is_appointed(counted, coordinator, address, typed, anna, region):
    carry_out(coordinator, address, {**typed, "kind": "substitute"})

    assert Mission.objects.get(person=anna).kind == MissionKind.SUBSTITUTE
    assert ChairTerm.objects.count() == 1


@pytest.mark.rule("R012")
def test_the_review_says_what_the_rules_will_find(coordinator, address, typed):
    page = review(coordinator, address, typed)
    named = review(coordinator, address, {**typed, "line_function": "regionstyrelsen"})

    found = "vilken nämnd som står bakom platsen för Carin Ordförande och Anna Berg"
    assert found in page.partition("Då hittar reglerna det här")[2]
    assert "Då hittar reglerna det här" not in named


def test_the_review_says_what_is_put_right(counted, coordinator, address, anna):
    whom = counted.principals[0]
    typed = sent(for_whom=f"p-{whom.slug}", kind="substitute", name=anna.name, first=FIRST)

    page = review(coordinator, address, {**typed, "line_function": "socialnämnden"})

    mended = page.partition("Det här hittar reglerna inte längre")[2]
    assert f"{whom.short_name} har 0 av 1 ersättare i Samråd." in mended
