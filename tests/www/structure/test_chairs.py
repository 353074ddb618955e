"""Chairs elected, extended and ended in the pages."""

from datetime import date

import pytest

from samverkan.bodies.choices import Extension, Office
from samverkan.bodies.models import ChairExtension, ChairRule, ChairTerm
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.people.models import Person
from tests.factories import BodyFactory, MissionFactory, PrincipalFactory
from tests.www.conftest import queries_of, text
from tests.www.structure.conftest import carry_out, refused, review, said, sent

REASONS = "Uppföljningen ska slutföras."


@pytest.fixture
def address(ordered):
    return ordered.address(f"struktur/organ/{ordered.body.slug}/valj/ordforande/")


@pytest.fixture
def term(ordered):
    return ChairTerm.objects.get()


@pytest.fixture
def extending(ordered, term):
    return ordered.address(f"struktur/ordforande/{term.pk}/forlang/")


@pytest.fixture
def next_year(ordered):
    year = ordered.today.year + 1
    return {"first": date(year, 1, 1), "last": date(year, 12, 31)}


@pytest.fixture
def longer(ordered, next_year):
    return sent(
        last=next_year["last"],
        decided_on=ordered.today,
        unanimous=True,
        reasons=REASONS,
        point="84",
    )


@pytest.mark.rule("R068")
def test_the_next_year_is_filled_in_from_the_order(coordinator, address, next_year):
    page = text(coordinator.get(address))

    for day in next_year.values():
        assert f'value="{day.isoformat()}"' in page


@pytest.mark.rule("R066")
@pytest.mark.rule("R068")
def test_only_those_who_may_be_chosen_are_offered_and_why_is_said(coordinator, address):
    page = said(coordinator.get(address))

    offered, _, barred = page.partition("De här kan inte väljas")
    assert "Nu är det kommunernas tur." in offered
    assert "Maj Ledamot" in offered
    assert "Frans Frånvarande" in offered
    assert "Carin Ordförande" not in offered
    assert "Carin Ordförande" in barred
    assert "nu är turen hos kommunerna" in barred


def test_a_substitute_is_offered_but_asks_for_a_reason(coordinator, address, ordered, next_year):
    typed = sent(member=str(ordered.substitute.pk), **next_year)

    page = refused(coordinator, address, typed)
    carry_out(coordinator, address, {**typed, "reason": "Ingen ordinarie kan."})

    assert "Personen är ersättare." in page
    assert "Skäl" in page
    assert ChairTerm.objects.filter(person=ordered.substitute).exists()


def test_next_years_chair_is_elected(coordinator, address, ordered, next_year):
    typed = sent(member=str(ordered.member.pk), **next_year)

    page = review(coordinator, address, typed)
    done = carry_out(coordinator, address, typed)

    assert f"Från 1 januari {next_year['first'].year} Maj Ledamot är ordförande i Samråd." in page
    assert "Maj Ledamot är vald till ordförande." in done
    assert ChairTerm.objects.get(person=ordered.member).period.lower == next_year["first"]


def test_the_seat_that_follows_is_told(coordinator, address, ordered, committee, next_year):
    page = review(coordinator, address, sent(member=str(ordered.member.pk), **next_year))

    assert "Maj Ledamot får platsen i AU, som följer uppdraget som ordförande i Samråd." in page


@pytest.mark.rule("R068")
def test_a_term_that_is_no_calendar_year_is_refused(coordinator, address, ordered, next_year):
    days = next_year | {"last": date(next_year["first"].year, 6, 30)}

    page = refused(coordinator, address, sent(member=str(ordered.member.pk), **days))

    assert f"Uppdraget löper till och med 31 december {days['first'].year}." in page
    assert "Varför?" in page


def test_someone_from_outside_cannot_be_chosen(coordinator, address, anna, next_year):
    page = refused(coordinator, address, sent(member=str(anna.pk), **next_year))

    assert "Välj ett av alternativen." in page


@pytest.mark.rule("R067")
def test_both_are_not_from_one_side(coordinator, ordered):
    address = ordered.address(f"struktur/organ/{ordered.body.slug}/valj/vice-ordforande/")

    page = said(coordinator.get(f"{address}?fran={ordered.today}"))

    offered, _, barred = page.partition("De här kan inte väljas")
    assert "Carin Ordförande" not in offered
    assert "Carin Ordförande" in barred
    assert "kommer från var sin sida" in barred


def test_without_members_it_says_so(coordinator, county):
    empty = BodyFactory(collaboration=county.collaboration)

    page = said(coordinator.get(county.address(f"struktur/organ/{empty.slug}/valj/ordforande/")))

    assert "Här visas de medlemmar som kan väljas." in page


def test_there_is_no_such_office(coordinator, ordered):
    address = ordered.address(f"struktur/organ/{ordered.body.slug}/valj/kassor/")

    assert coordinator.get(address).status_code == 404


@pytest.mark.rule("R069")
def test_a_term_is_extended_by_all_together(coordinator, extending, term, longer, next_year):
    page = review(coordinator, extending, longer)
    carry_out(coordinator, extending, longer)

    term.refresh_from_db()
    assert "Beslutet var enhälligt ja" in page
    assert term.period.upper == date(next_year["last"].year + 1, 1, 1)
    assert ChairExtension.objects.get().point == 84
    assert Entry.objects.last().verb == "chair.extended"


@pytest.mark.rule("R069")
def test_without_unanimity_the_rule_is_told_and_no_other_paragraph(coordinator, extending, longer):
    page = refused(coordinator, extending, {**longer, "unanimous": ""})

    assert "Här kräver en längre period ett enhälligt beslut i gruppen." in page
    assert "Uppdraget kan löpa längre än ett år efter enigt beslut" in page
    assert "Överenskommelsen §" not in page


@pytest.mark.rule("R101")
def test_where_a_plain_decision_is_enough_nobody_asks_for_more(coordinator, extending, longer):
    ChairRule.objects.update(extension=Extension.DECISION)

    carry_out(coordinator, extending, {**longer, "unanimous": ""})

    assert not ChairExtension.objects.get().unanimous
    assert "beslut i gruppen, med skäl" in said(coordinator.get(extending))


@pytest.mark.rule("R069")
@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"reasons": " "}, "Skriv skälen till att uppdraget ska löpa längre."),
        ({"reasons": "x" * 2001}, "Skäl: skriv högst 2000 tecken."),
        ({"reasons": "19811218-9876"}, "innehåller ett personnummer"),
        ({"point": "åttiofyra"}, "Skriv punktens nummer, till exempel 84."),
        ({"decided_on": "2199-01-01"}, "Beslutet kan inte vara taget efter i dag."),
        ({"last": "2199-06-30"}, "Ett förlängt uppdrag slutar också det den 31 december."),
        ({"last": "2021-12-31"}, "Uppdraget löper redan till och med"),
    ],
)
def test_bad_input_is_told(coordinator, extending, longer, change, sentence):
    assert sentence in refused(coordinator, extending, {**longer, **change})


def test_where_the_order_says_no_there_is_no_form(coordinator, extending):
    ChairRule.objects.update(extension=Extension.NO)

    page = said(coordinator.get(extending))

    assert "Organets ordning säger inte att uppdraget kan förlängas." in page
    assert "Granska" not in page


def test_a_term_is_ended_and_the_seat_stays(coordinator, ordered, term):
    address = ordered.address(f"struktur/ordforande/{term.pk}/avsluta/")
    typed = sent(last=ordered.today)

    page = review(coordinator, address, typed)
    carry_out(coordinator, address, typed)

    assert "Samråd saknar ordförande." in page
    assert "sitter inte längre" not in page
    assert Person.objects.get(pk=term.person_id).missions.get().period.upper is None


def test_a_term_does_not_end_before_it_begins(coordinator, ordered, term):
    address = ordered.address(f"struktur/ordforande/{term.pk}/avsluta/")

    page = refused(coordinator, address, sent(last=date(2019, 1, 1)))

    assert "Sista dagen ligger före den första." in page


@pytest.mark.rule("R066")
def test_the_first_term_is_entered_by_hand(coordinator, ordered, address):
    ChairTerm.objects.all().delete()
    days = {"first": ordered.today, "last": date(ordered.today.year, 12, 31)}

    carry_out(coordinator, address, sent(member=str(ordered.member.pk), **days))

    term = ChairTerm.objects.get(office=Office.CHAIR)
    assert term.period == from_day(ordered.today, date(ordered.today.year + 1, 1, 1))


def test_choosing_a_chair_asks_as_much_for_few_as_for_many(coordinator, address, ordered):
    few = queries_of(coordinator, address)
    for _ in range(5):
        whom = PrincipalFactory(collaboration=ordered.collaboration)
        MissionFactory(body=ordered.body, principal=whom)

    assert queries_of(coordinator, address) == few


def test_an_election_for_next_year_is_taken_back(ordered, coordinator, term):
    coming = ChairTerm.objects.create(
        body=ordered.body,
        person=term.person,
        office=Office.VICE_CHAIR,
        period=from_day(date(ordered.today.year + 1, 1, 1)),
    )
    address = ordered.address(f"struktur/ordforande/{coming.pk}/avsluta/")
    assert "Ta tillbaka valet av" in text(coordinator.get(address))

    answer = carry_out(coordinator, address, sent(last=ordered.today))

    assert "är taget tillbaka" in answer
    assert not ChairTerm.objects.filter(pk=coming.pk).exists()
