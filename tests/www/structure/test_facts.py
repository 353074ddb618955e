"""Bodies changed and set up, and seats counted anew, in the pages."""

from datetime import date

import pytest

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.models import Body, Mission, Quota
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from tests.factories import BodyFactory, MissionFactory
from tests.www.conftest import text
from tests.www.structure.conftest import carry_out, hidden, refused, review, said, sent

FIRST = date(2031, 1, 1)


@pytest.fixture
def lsg(county):
    here = {"collaboration": county.collaboration, "kind": BodyKind.GROUP, "sphere": "officials"}
    return BodyFactory(**here, name="Länssamverkansgruppen", short_name="LSG", slug="lsg")


@pytest.fixture
def new(county):
    return county.address("struktur/nytt-organ/")


@pytest.fixture
def typed(lsg):
    """What a coordinator types when LSG has set up a beredning."""
    return sent(
        name="Beredning digitalisering",
        kind="preparatory",
        decided_by="lsg",
        decision="3 november 2026, punkt 84",
        parent="lsg",
        sphere="officials",
        level="regional",
        power="prepares",
        purpose="Att bereda gemensamma frågor.",
        first=FIRST,
    )


def facts_of(body, **change):
    names = ("name", "short_name", "sphere", "level", "power", "purpose", "mandate")
    return {name: getattr(body, name) for name in names} | change


@pytest.mark.rule("R108")
def test_the_leading_group_sets_up_a_beredning(coordinator, new, typed, lsg):
    page = review(coordinator, new, typed)
    done = carry_out(coordinator, new, typed)

    body = Body.objects.get(slug="beredning-digitalisering")
    assert "Från 1 januari 2031 Beredning digitalisering finns." in page
    assert "Beredning digitalisering är inrättat." in done
    assert "Här visas vilka som sitter i organet när någon är utsedd." in done  # its own page
    assert body.parentages.get().parent == lsg
    assert body.source == "Länssamverkansgruppen, 3 november 2026, punkt 84"
    entry = Entry.objects.get(verb="body.set_up")
    assert entry.subject == "body/beredning-digitalisering"


@pytest.mark.rule("R121")
@pytest.mark.rule("R122")
def test_a_beredning_sets_up_a_working_group_apart_from_the_structure(
    county, coordinator, new, typed
):
    here = {"collaboration": county.collaboration, "kind": BodyKind.PREPARATORY}
    BodyFactory(**here, name="Beredningen", slug="beredningen")
    by = {"decided_by": "beredningen", "parent": "beredningen", "kind": "working_group"}

    assert "tar inte ställning" in refused(coordinator, new, {**typed, **by, "power": "recommends"})
    carry_out(coordinator, new, {**typed, **by})

    assert not Body.objects.get(slug="beredning-digitalisering").in_fixed_structure


@pytest.mark.rule("R108")
def test_what_the_texts_do_not_say_asks_for_a_reason(coordinator, new, typed):
    beyond = {**typed, "kind": "consultation", "decided_by": "", "parent": ""}

    page = refused(coordinator, new, beyond)
    carry_out(coordinator, new, {**beyond, "reason": "Överenskommelsen är ändrad."})

    assert "skriv vilket beslut det vilar på" in page
    assert Body.objects.filter(slug="beredning-digitalisering").exists()


def test_a_name_with_an_underscore_gets_an_address(coordinator, new, typed):
    carry_out(coordinator, new, {**typed, "name": "Beredning_digital"})

    assert Body.objects.filter(slug="beredning-digital").exists()


def test_a_new_body_takes_over_after_another(county, coordinator, new, typed):
    BodyFactory(collaboration=county.collaboration, name="Nätverket", slug="natverket")
    heir = {"follows": "natverket", "standing": "decided"}

    carry_out(coordinator, new, {**typed, **heir})

    old = Body.objects.get(slug="natverket")
    assert [(one.heir.slug, one.standing) for one in old.heirs.all()] == [
        ("beredning-digitalisering", "decided")
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": ""}, "Skriv vad organet heter."),
        ({"name": "x" * 161}, "Namn: skriv högst 160 tecken."),
        ({"name": "LSG"}, "Det finns redan ett organ med det namnet."),
        ({"kind": "klubb"}, "Välj ett av alternativen."),
        ({"decision": ""}, "Skriv vilket beslut det vilar på."),
        ({"first": ""}, "Skriv från vilken dag organet finns."),
        ({"purpose": "Gäller 19811218-9876"}, "innehåller ett personnummer"),
        ({"follows": "lsg"}, "Välj om arvet är beslutat eller antaget."),
        ({"parent": ""}, "hör under det organ som inrättar det"),
    ],
)
def test_bad_input_is_told(coordinator, new, typed, change, sentence):
    assert sentence in refused(coordinator, new, {**typed, **change})


def test_a_name_without_letters_still_gets_an_address(coordinator, new, typed):
    carry_out(coordinator, new, {**typed, "name": "???"})

    assert Body.objects.get(name="???").slug == "organ"


def test_facts_are_changed_and_the_old_name_still_finds_the_body(counted, coordinator):
    body = counted.body
    address = counted.address(f"struktur/organ/{body.slug}/uppgifter/")
    typed = facts_of(body, name="Samråd vård och omsorg", purpose="Nytt syfte.")

    page = review(coordinator, address, typed)
    carry_out(coordinator, address, typed)

    before = body.name
    body.refresh_from_db()
    assert "Uppgifter som ändras" in page
    assert (body.name, body.purpose) == ("Samråd vård och omsorg", "Nytt syfte.")
    assert [one.name for one in body.aliases.all()] == [before]
    assert Entry.objects.last().subject == f"body/{body.slug}"


def test_what_is_not_changed_is_kept(counted, coordinator):
    body = counted.body
    Body.objects.filter(pk=body.pk).update(code="N01", review_months=24, first_point=84)
    address = counted.address(f"struktur/organ/{body.slug}/uppgifter/")

    carry_out(coordinator, address, facts_of(body, purpose="Nytt syfte."))

    body.refresh_from_db()
    assert (body.code, body.review_months, body.first_point) == ("N01", 24, 84)
    assert Quota.objects.filter(body=body).count() == 3
    assert Mission.objects.filter(body=body).count() == 4


def test_what_somebody_else_changed_meanwhile_is_shown_before_it_is_undone(county, coordinator):
    body = county.body
    address = county.address(f"struktur/organ/{body.slug}/uppgifter/")
    typed = facts_of(body, purpose="Nytt syfte.")
    answer = coordinator.post(address, typed)
    Body.objects.filter(pk=body.pk).update(mandate="Ett nytt uppdrag.")

    page = said(coordinator.post(address, {**hidden(answer), "steg": "genomfor"}))

    assert "Något har ändrats sedan du granskade." in page
    body.refresh_from_db()
    assert body.mandate == "Ett nytt uppdrag."


def test_nothing_changed_is_said(counted, coordinator):
    address = counted.address(f"struktur/organ/{counted.body.slug}/uppgifter/")
    carry_out(coordinator, address, facts_of(counted.body, purpose="Nytt syfte."))

    page = refused(coordinator, address, facts_of(counted.body, purpose="Nytt syfte."))

    assert "Ingenting är ändrat." in page


def quota(county, number=0, **change):
    given = {"holder": f"p-{county.principals[number].slug}", "first": FIRST}
    counts = {"ordinary_min": "1", "ordinary_max": "2", "substitutes_max": "2"}
    return sent(**{**given, **counts, **change})


@pytest.fixture
def counting(counted):
    return counted.address(f"struktur/organ/{counted.body.slug}/platser/")


@pytest.mark.rule("R063")
def test_seats_are_counted_anew_from_a_day(counted, coordinator, counting):
    page = review(coordinator, counting, quota(counted))
    carry_out(coordinator, counting, quota(counted))

    whom = counted.principals[0]
    assert f"{whom.name} har platser i Samråd: 1–2 ordinarie, 2 ersättare." in page
    held = Quota.objects.filter(principal=whom).order_by("period")
    assert [(one.ordinary_max, one.period) for one in held] == [
        (1, from_day(date(2020, 1, 1), FIRST)),
        (2, from_day(FIRST)),
    ]


def test_more_that_must_be_filled_become_vacancies(counted, coordinator, counting):
    page = review(coordinator, counting, quota(counted, ordinary_min="2"))

    assert f"Platsen för {counted.principals[0].name} i Samråd är vakant." in page


def test_a_held_seat_is_not_taken_away(counted, coordinator, counting):
    MissionFactory(body=counted.body, principal=counted.principals[2], place=2)

    page = refused(coordinator, counting, quota(counted, 2, ordinary_max="1"))

    assert "Avsluta uppdraget först" in page


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"holder": "p-utanfor"}, "Välj ett av alternativen."),
        ({"ordinary_min": "3"}, "Det högsta antalet kan inte vara mindre än det minsta."),
        ({"ordinary_max": "många"}, "Ordinarie, högst: skriv ett tal från 0 till 99."),
        ({"ordinary_max": "100"}, "Ordinarie, högst: skriv ett tal från 0 till 99."),
        ({"first": date(1999, 1, 1)}, "Perioden går utanför"),
        ({"source": "x" * 301}, "Källa: skriv högst 300 tecken."),
    ],
)
def test_bad_numbers_are_told(counted, coordinator, counting, change, sentence):
    assert sentence in refused(coordinator, counting, quota(counted, **change))


def test_an_outside_actor_has_no_seats_to_choose(counted, coordinator, counting):
    page = text(coordinator.get(counting))

    assert page.count('value="p-') == 3


def test_what_a_link_asks_for_is_filled_in(counted, coordinator, counting):
    page = text(coordinator.get(f"{counting}?for=p-{counted.principals[2].slug}"))

    assert f'value="p-{counted.principals[2].slug}" selected' in page
    assert 'name="ordinary_max" value="2"' in page


def test_the_new_body_is_found_in_the_hub(county, coordinator, new, typed):
    carry_out(coordinator, new, typed)

    assert "Börjar senare Beredning digitalisering" in said(
        coordinator.get(county.address("struktur/"))
    )
