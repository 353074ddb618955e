"""Pages where the support is kept: who holds functions, what they cost, actors outside."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from samverkan.bodies.models import FunctionCost, FunctionHolder, OverlapNote
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.people.models import Person, Role
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor
from tests.bodies.functions import FunctionFactory, HolderFactory, OutsideFactory
from tests.factories import PersonFactory, PrincipalFactory, RoleFactory, grounded
from tests.www.conftest import queries_of, text

HERE = "struktur/stod/"


@pytest.fixture
def function(county):
    return FunctionFactory(
        collaboration=county.collaboration,
        slug="koordinatorer",
        name="Regionala koordinatorer",
        host=county.principals[2],
    )


@pytest.fixture
def person(county):
    return PersonFactory(collaboration=county.collaboration, name="Ny Koordinator")


def words(answer) -> str:
    return " ".join(
        re.sub(r"<[^>]+>", " ", text(answer)).replace("\N{NO-BREAK SPACE}", " ").split()
    )


def in_two_steps(client, address, sent):
    """Review what is typed, and carry out what was reviewed; return both answers."""
    review = client.post(address, sent)
    stamp = re.search(r'name="granskat" value="(\w+)"', text(review))
    assert stamp, words(review)
    return review, client.post(address, {**sent, "granskat": stamp[1], "steg": "genomfor"})


def hold_address(county):
    return county.address(f"{HERE}funktion/koordinatorer/innehavare/")


def holding(county, person, **change):
    employer = str(county.principals[2].pk)
    sent = {"name": person.name, "percent": "50", "first": str(county.today), "employer": employer}
    return sent | change


# --- The page -------------------------------------------------------------------------------------


@pytest.mark.rule("R166")
@pytest.mark.rule("R168")
def test_the_page_says_what_is_missing_with_the_paragraph(county, coordinator, function):
    paragraph = "Funktionen omfattar ett tjänsteutrymme på 2.0 årsarbetare."
    word = "tjänsteutrymme"
    grounded(county.collaboration, "8", paragraph, function_without_holder=word)

    said = words(coordinator.get(county.address(HERE)))

    assert "Ingen innehar funktionen, som är på 2,00 årsarbetare." in said
    assert "Funktionen har ingen antagen uppdragsbeskrivning." in said
    assert paragraph in said
    assert f"{county.today.year} okänt" in said


def test_the_page_shows_who_holds_what_from_when_and_the_way_on(county, coordinator, function):
    holder = HolderFactory(function=function, share=Decimal("0.75"))

    page = text(coordinator.get(county.address(HERE)))

    assert "75 procent" in page
    assert "från 1\N{NO-BREAK SPACE}januari 2021" in page
    assert f"innehav/{holder.pk}/andel/" in page
    assert "styrdokument/nytt/?funktion=koordinatorer" in page


def test_the_page_asks_as_much_for_one_function_as_for_three(county, coordinator, function):
    def more(one):
        HolderFactory.create_batch(2, function=one)
        FunctionCost.objects.create(function=one, year=2025, amount=1000)

    more(function)
    few = queries_of(coordinator, county.address(HERE))
    for _ in range(2):
        more(FunctionFactory(collaboration=county.collaboration))

    assert queries_of(coordinator, county.address(HERE)) == few


# --- Who holds ------------------------------------------------------------------------------------


def test_a_holding_is_reviewed_before_it_is_made(county, coordinator, function, person):
    review, done = in_two_steps(coordinator, hold_address(county), holding(county, person))

    assert "Ny Koordinator har 50 procent av en heltid" in words(review)
    assert "1,50 av 2,00 årsarbetare är utan innehavare." in words(review)
    assert done.status_code == 302
    assert FunctionHolder.objects.get().person == person


def test_a_review_changes_nothing(county, coordinator, function, person):
    coordinator.post(hold_address(county), holding(county, person, with_role="on"))

    assert not FunctionHolder.objects.exists()
    assert not Entry.objects.exists()
    assert not Role.objects.filter(person=person).exists()


def test_what_was_reviewed_must_still_be_so(county, coordinator, function, person):
    sent = holding(county, person) | {"granskat": "0" * 16, "steg": "genomfor"}

    answer = coordinator.post(hold_address(county), sent)

    assert "Något har ändrats sedan du granskade." in words(answer)
    assert not FunctionHolder.objects.exists()


def test_the_role_is_given_with_the_holding_when_asked_for(county, coordinator, function, person):
    sent = holding(county, person, with_role="on")

    review, _ = in_two_steps(coordinator, hold_address(county), sent)

    assert "är koordinator så länge innehavet varar" in words(review)
    assert Role.objects.get(person=person).period.lower == county.today


def test_a_new_person_can_be_entered_on_the_way(county, coordinator, function):
    new = Person(name="Helt Ny")
    sent = holding(county, new, is_new="on", title="koordinator")

    in_two_steps(coordinator, hold_address(county), sent)

    entered = FunctionHolder.objects.get().person
    assert (entered.name, entered.title, entered.elected) == ("Helt Ny", "koordinator", False)


@pytest.mark.rule("R162")
def test_a_full_function_refuses_with_the_paragraph_and_keeps_what_was_typed(
    county, coordinator, function, person
):
    for _ in range(2):
        HolderFactory(function=function, share=Decimal(1))
    paragraph = "Funktionen omfattar ett tjänsteutrymme på 2.0 årsarbetare."
    grounded(county.collaboration, "8", paragraph, function_is_full="tjänsteutrymme")

    answer = coordinator.post(hold_address(county), holding(county, person))

    assert "är 0,00 av funktionens 2,00 årsarbetare lediga" in words(answer)
    assert paragraph in words(answer)
    assert 'value="Ny Koordinator"' in text(answer)


@pytest.mark.rule("R161")
def test_another_employer_asks_for_a_reason_and_passes_with_one(
    county, coordinator, function, person
):
    sent = holding(county, person, employer=str(county.principals[0].pk))

    asked = coordinator.post(hold_address(county), sent)
    assert 'name="reason"' in text(asked)
    assert "Skriv varför." in words(asked)

    in_two_steps(coordinator, hold_address(county), sent | {"reason": "Lånas ut."})
    assert FunctionHolder.objects.get().employer == county.principals[0]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Skriv vem det är."),
        ({"name": "Okänd Okändsson"}, "Ingen i samverkan heter ”Okänd Okändsson”."),
        ({"percent": ""}, "Skriv hur stor del av en heltid"),
        ({"percent": "hälften"}, "Skriv hela procent av en heltid"),
        ({"percent": "0,5"}, "Skriv hela procent av en heltid"),
        ({"percent": "0"}, "från 1 till 100"),
        ({"percent": "101"}, "från 1 till 100"),
        ({"percent": "٥٠"}, "Skriv hela procent av en heltid"),
        ({"first": "2020-02-30"}, "Skriv dagen som år, månad och dag"),
        ({"first": "2019-01-01"}, "Funktionen finns från 1 september 2020."),
        ({"last": "2020-12-31"}, "Den sista dagen är före den första"),
        ({"employer": "0"}, "Välj ett av alternativen."),
    ],
)
def test_what_does_not_hold_is_told(county, coordinator, function, person, change, sentence):
    answer = coordinator.post(hold_address(county), holding(county, person, **change))

    assert sentence in words(answer)
    assert not FunctionHolder.objects.exists()


def test_a_share_changes_from_a_day(county, coordinator, function):
    holder = HolderFactory(function=function)
    address = county.address(f"{HERE}innehav/{holder.pk}/andel/")
    sent = {"percent": "75 %", "first": str(county.today)}

    review, _ = in_two_steps(coordinator, address, sent)

    assert "1,25 av 2,00 årsarbetare är utan innehavare." in words(review)
    assert [one.share for one in function.holders.order_by("period")] == [
        Decimal("0.50"),
        Decimal("0.75"),
    ]


def test_a_holding_ends_and_the_role_with_it(county, coordinator, function, person):
    in_two_steps(coordinator, hold_address(county), holding(county, person, with_role="on"))
    holder = FunctionHolder.objects.get()
    address = county.address(f"{HERE}innehav/{holder.pk}/avsluta/")
    last = county.today + timedelta(days=30)

    review, _ = in_two_steps(coordinator, address, {"last": str(last)})

    assert "Rollen koordinator upphör samma dag." in words(review)
    assert Role.objects.get(person=person).period.upper == last + timedelta(days=1)


# --- What it costs --------------------------------------------------------------------------------


def cost_address(county):
    return county.address(f"{HERE}funktion/koordinatorer/kostnad/")


@pytest.mark.rule("R164")
def test_the_split_is_shown_before_a_cost_is_saved(county, coordinator, function):
    sent = {"year": "2026", "amount": "1 450 000,01 kr", "source": "Budget 2026"}

    review, _ = in_two_steps(coordinator, cost_address(county), sent)

    assert "Kommunernas del är 725 000 kronor." in words(review)
    assert "Regionens del är 725 000,01 kronor." in words(review)
    assert "ingen nyckel mellan kommunerna" in words(review)
    assert FunctionCost.objects.get().amount == Decimal("1450000.01")


def test_an_empty_amount_makes_the_cost_unknown_again(county, coordinator, function):
    FunctionCost.objects.create(function=function, year=2026, amount=1000, source="Budget")
    sent = {"year": "2026", "amount": "", "source": ""}

    review, _ = in_two_steps(coordinator, cost_address(county), sent)

    assert "Kostnaden är okänd." in words(review)
    assert not FunctionCost.objects.exists()


def test_the_form_starts_with_what_is_noted_of_the_year_asked_for(county, coordinator, function):
    FunctionCost.objects.create(function=function, year=2025, amount=1234567, source="Bokslutet")

    page = text(coordinator.get(f"{cost_address(county)}?ar=2025"))

    assert 'value="1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567"' in page
    assert 'value="Bokslutet"' in page


@pytest.mark.parametrize("year", ["", "abcd", "20255", "٢٠٢٥", "-1", "0000"])
def test_a_year_that_is_none_in_the_address_is_no_fault(county, coordinator, function, year):
    assert coordinator.get(f"{cost_address(county)}?ar={year}").status_code == 200


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"year": ""}, "Skriv vilket år kostnaden gäller."),
        ({"year": "26"}, "Skriv året med fyra siffror"),
        ({"year": "2019"}, "Funktionen finns inte år 2019."),
        ({"year": "0000"}, "Välj ett år från 1990"),
        ({"year": "9999"}, "Välj ett år från 1990"),
        ({"amount": "en miljon"}, "Skriv beloppet i kronor"),
        ({"amount": "-5"}, "Skriv beloppet i kronor"),
        ({"amount": "1,234"}, "Skriv beloppet i kronor"),
        ({"amount": "999999999999"}, "Skriv beloppet i kronor"),
        ({"amount": "NaN"}, "Skriv beloppet i kronor"),
        ({"amount": "1e5"}, "Skriv beloppet i kronor"),
        ({"source": ""}, "Skriv varifrån beloppet kommer"),
        ({"source": "811218-9876"}, "personnummer"),
    ],
)
def test_a_cost_that_does_not_hold_is_told(county, coordinator, function, change, sentence):
    sent = {"year": "2026", "amount": "1000", "source": "Budget"} | change

    answer = coordinator.post(cost_address(county), sent)

    assert sentence in words(answer)
    assert not FunctionCost.objects.exists()


@pytest.fixture
def cost(function):
    return FunctionCost.objects.create(function=function, year=2026, amount=1000, source="Budget")


def key_address(county):
    return county.address(f"{HERE}funktion/koordinatorer/kostnad/2026/nyckel/")


def weights(county, *typed):
    slugs = [one.slug for one in county.principals[:2]]
    return {f"vikt-{slug}": weight for slug, weight in zip(slugs, typed, strict=True)}


@pytest.mark.rule("R261")
def test_a_key_shows_each_municipalitys_part_before_it_is_saved(county, coordinator, cost):
    sent = weights(county, "30 000", "10000") | {"source": "Samråd § 7"}

    review, _ = in_two_steps(coordinator, key_address(county), sent)

    ask, ahed = county.principals[:2]
    assert f"{ask.name}: 375 kronor." in words(review)
    assert f"{ahed.name}: 125 kronor." in words(review)
    page = words(coordinator.get(county.address(HERE)))
    assert "Efter den nyckel som står i: Samråd § 7." in page


def test_no_key_is_filled_in_beforehand_not_even_last_years(county, coordinator, cost):
    last = FunctionCost.objects.create(function=cost.function, year=2025, amount=1, source="x")
    last.shares.create(principal=county.principals[0], weight=77)

    page = text(coordinator.get(key_address(county)))
    typed = re.findall(r'<input[^>]*name="vikt-[^>]*>', page)
    assert len(typed) == len(county.principals[:2]), "the municipalities, not the Region"
    assert not [box for box in typed if "value=" in box]


def test_a_key_can_be_taken_away(county, coordinator, cost):
    in_two_steps(
        coordinator, key_address(county), weights(county, "1", "1") | {"source": "Samråd § 7"}
    )

    sent = weights(county, "1", "1") | {"source": "Samråd § 7", "remove": "on"}
    in_two_steps(coordinator, key_address(county), sent)

    assert not cost.shares.exists()


@pytest.mark.parametrize(
    ("typed", "source", "sentence"),
    [
        (("1", ""), "§ 7", "skriv en vikt, 0 om kommunen inte ska betala"),
        (("0", "0"), "§ 7", "Minst en kommun"),
        (("1", "1"), "", "Skriv vem som har beslutat om nyckeln"),
        (("1", "-1"), "§ 7", "vikten är 0 eller mer"),
        (("1", "halva"), "§ 7", "skriv vikten som ett helt tal"),
        (("1", "99999999999"), "§ 7", "vikten är högst"),
        (("", ""), "", "skriv en vikt, 0 om kommunen inte ska betala"),
    ],
)
def test_a_key_that_does_not_hold_is_told(county, coordinator, cost, typed, source, sentence):
    answer = coordinator.post(key_address(county), weights(county, *typed) | {"source": source})

    assert sentence in words(answer)
    assert not cost.shares.exists()


# --- Actors outside -------------------------------------------------------------------------------


ADD = f"{HERE}aktorer/ny/"


def actor(**change):
    return {"kind": "coordination_association", "name": "Förbundet", "contact": "Kansliet"} | change


@pytest.fixture
def association(county):
    return OutsideFactory(
        collaboration=county.collaboration, slug="forbundet", name="Förbundet", topics="missbruk"
    )


@pytest.mark.rule("R024")
def test_every_municipality_stands_with_its_channel_or_a_way_to_enter_one(county, coordinator):
    ask, ahed = county.principals[:2]
    OutsideFactory(
        collaboration=county.collaboration,
        kind=OutsideKind.SCHOOL_CHANNEL,
        principal=ask,
        name="Skolrådet",
    )

    page = text(coordinator.get(county.address(f"{HERE}aktorer/")))

    sought = text(coordinator.get(county.address(f"{HERE}aktorer/?slag=school_channel")))

    assert page.count("Ändra<span") == 1  # in the table; also in the list when it is sought
    assert sought.count("Ändra<span") == 2
    assert "Skolrådet" in page
    assert f"?slag=school_channel&amp;kommun={ahed.slug}" in page
    assert f"?slag=school_channel&amp;kommun={ask.slug}" not in page


@pytest.mark.rule("R024")
def test_a_school_channel_is_entered_from_its_municipality(county, coordinator):
    ask = county.principals[0]
    asked = f"?slag=school_channel&kommun={ask.slug}"
    assert 'value="school_channel"' in text(coordinator.get(county.address(ADD + asked)))

    sent = actor(kind="school_channel", name="Skolrådet", municipality=str(ask.pk))
    coordinator.post(county.address(ADD), sent)

    assert OutsideActor.objects.get().principal == ask


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Skriv vad aktören heter."),
        ({"kind": ""}, "Välj vilket slags aktör det är."),
        ({"kind": "municipality"}, "Välj ett av alternativen."),
        ({"kind": "private_school"}, "Välj vilken kommun den hör till."),
        ({"name": "Ask"}, "Kommunerna och regionen är parter"),
        ({"contact": "070-123 45 67"}, "Numret är en mobiltelefon."),
        ({"contact": "811218-9876"}, "personnummer"),
        ({"topics": "811218-9876"}, "personnummer"),
        ({"topics": "x" * 401}, "skriv högst 400 tecken"),
        ({"first": "igår"}, "Skriv dagen som år, månad och dag"),
    ],
)
def test_an_actor_that_does_not_hold_is_told(county, coordinator, change, sentence):
    answer = coordinator.post(county.address(ADD), actor(**change))

    assert sentence in words(answer)
    assert not OutsideActor.objects.exists()


def test_an_address_that_looks_like_somebodys_asks_for_a_reason(county, coordinator):
    sent = actor(contact="barn.utbildning@ask.example")
    asked = text(coordinator.post(county.address(ADD), sent))
    assert 'name="reason"' in asked
    assert 'value="barn.utbildning@ask.example"' in asked

    coordinator.post(county.address(ADD), sent | {"reason": "Förvaltningens brevlåda."})

    assert OutsideActor.objects.get().contact == "barn.utbildning@ask.example"


def test_an_actor_is_changed_and_ended(county, coordinator, association):
    sent = {"name": "Förbundet", "topics": "psykisk hälsa", "contact": "Kansliet"}
    coordinator.post(county.address(f"{HERE}aktorer/forbundet/uppgifter/"), sent)
    association.refresh_from_db()
    assert association.topics == "psykisk hälsa"

    coordinator.post(
        county.address(f"{HERE}aktorer/forbundet/avsluta/"), {"last": str(county.today)}
    )
    association.refresh_from_db()
    assert association.period.upper == county.today + timedelta(days=1)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", True),
        ("?fraga=MISSBR", True),
        ("?fraga=förbund", True),
        ("?fraga=skola", False),
        ("?slag=coordination_association", True),
        ("?slag=state_initiative", False),
        ("?slag=finns-inte", False),
        ("?fraga=%00", True),
    ],
)
def test_actors_are_found_by_name_topic_and_sort(county, coordinator, association, asked, found):
    page = words(coordinator.get(county.address(f"{HERE}aktorer/{asked}")))

    assert ("missbruk" in page) is found
    assert ("Ingen aktör motsvarar" in page) is not found


def test_those_that_have_ended_are_shown_when_asked_for(county, coordinator, association):
    association.period = from_day(county.today - timedelta(days=9), county.today)
    association.save()
    address = county.address(f"{HERE}aktorer/")

    assert "missbruk" not in words(coordinator.get(address))
    assert "missbruk" in words(coordinator.get(f"{address}?upphorda=on"))


@pytest.mark.rule("R090")
def test_an_association_is_due_until_work_is_gone_through(county, coordinator, association):
    address = county.address(f"{HERE}aktorer/")
    assert "Inte avstämt än" in words(coordinator.get(address))

    sent = {
        "body": str(county.body.pk),
        "on": str(county.today),
        "note": "Gick igenom insatserna.",
        "overlaps": "ja",
    }
    coordinator.post(county.address(f"{HERE}aktorer/forbundet/avstamning/"), sent)

    assert OverlapNote.objects.get().overlaps
    page = words(coordinator.get(address))
    assert "Inte avstämt än" not in page
    assert "dubbelarbete finns. Gick igenom insatserna." in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"body": ""}, "Välj vilket organ som stämde av"),
        ({"note": ""}, "Skriv vad som stämdes av."),
        ({"note": "811218-9876"}, "personnummer"),
        ({"on": "2199-01-01"}, "Dagen har inte varit än."),
        ({"overlaps": ""}, "Välj om dubbelarbete finns."),
    ],
)
def test_what_was_gone_through_is_told_when_it_does_not_hold(
    county, coordinator, association, change, sentence
):
    sent = {"body": str(county.body.pk), "on": str(county.today), "note": "x", "overlaps": "nej"}

    address = county.address(f"{HERE}aktorer/forbundet/avstamning/")
    answer = coordinator.post(address, sent | change)

    assert sentence in words(answer)
    assert not OverlapNote.objects.exists()


def test_the_actors_ask_as_much_for_one_as_for_three(county, coordinator, association):
    def more(one):
        body = county.body
        OverlapNote.objects.create(actor=one, body=body, on=county.today, note="x")

    more(association)
    few = queries_of(coordinator, county.address(f"{HERE}aktorer/"))
    for _ in range(2):
        more(OutsideFactory(collaboration=county.collaboration))
    PrincipalFactory(collaboration=county.collaboration)

    assert queries_of(coordinator, county.address(f"{HERE}aktorer/")) == few


# --- Who may --------------------------------------------------------------------------------------

PAGES = [
    "",
    "funktion/koordinatorer/innehavare/",
    "innehav/{holder}/andel/",
    "innehav/{holder}/avsluta/",
    "funktion/koordinatorer/kostnad/",
    "funktion/koordinatorer/kostnad/2026/nyckel/",
    "aktorer/",
    "aktorer/ny/",
    "aktorer/forbundet/uppgifter/",
    "aktorer/forbundet/avsluta/",
    "aktorer/forbundet/avstamning/",
]


@pytest.fixture
def ended(county):
    """Someone who coordinated until yesterday, and still sits in a body."""
    role = RoleFactory(
        collaboration=county.collaboration,
        person=county.member,
        period=from_day(county.today - timedelta(days=99), county.today),
    )
    return role.person


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("client", 302),
        ("outsider", 404),
        ("stranger", 404),
        ("member", 403),
        ("chair", 403),
        ("coordinator", 200),
    ],
)
def test_who_may(county, cost, association, ended, page, method, who, expected, request):
    holder = HolderFactory(function=cost.function)
    client = request.getfixturevalue(who)
    address = county.address(HERE + page.format(holder=holder.pk))

    answer = getattr(client, method)(address)

    shown_only = page in ("", "aktorer/") and method == "post" and expected != 302
    assert answer.status_code == (405 if shown_only else expected)


@pytest.mark.parametrize("page", PAGES[1:])
def test_another_collaborations_things_are_not_found(county, coordinator, elsewhere, page):
    if page in ("aktorer/", "aktorer/ny/"):
        return
    function = FunctionFactory(collaboration=elsewhere.collaboration, slug="koordinatorer")
    FunctionCost.objects.create(function=function, year=2026, amount=1)
    OutsideFactory(collaboration=elsewhere.collaboration, slug="forbundet")
    holder = HolderFactory(function=function)

    address = county.address(HERE + page.format(holder=holder.pk))

    assert coordinator.get(address).status_code == 404
