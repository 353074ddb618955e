"""Actors outside the collaboration: never parties, one school channel for each municipality."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from samverkan.bodies.actions.overlaps import note_overlap
from samverkan.bodies.rules.overlaps import is_sync_due, next_sync
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Remark, StepRefused
from samverkan.principals.choices import OutsideKind, PrincipalKind
from samverkan.principals.models import OutsideActor
from samverkan.principals.outside import (
    add_outside_actor,
    change_outside_actor,
    end_outside_actor,
)
from samverkan.principals.queries import outside_actors_on, school_channels_on
from samverkan.principals.rules import may_be_party, obstacles_to_outside_texts
from samverkan.sentences import tell
from tests.bodies.functions import OutsideFactory
from tests.factories import TESTER, BodyFactory, CollaborationFactory, PrincipalFactory

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
THEN = {"by": TESTER, "now": NOW}
ASSOCIATION = OutsideKind.COORDINATION_ASSOCIATION
CHANNEL = OutsideKind.SCHOOL_CHANNEL


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def ask(here):
    return PrincipalFactory(collaboration=here, name="Ask kommun", short_name="Ask")


def add(here, **change):
    facts = {"name": "Samordningsförbundet Norr", "kind": ASSOCIATION} | change
    return add_outside_actor(here.pk, **facts, **THEN)


def refused(act, *args, **facts):
    with pytest.raises(StepRefused) as found:
        act(*args, **facts)
    return [one.code for one in found.value.obstacles]


@pytest.mark.rule("R023")
def test_only_municipalities_and_regions_can_be_parties():
    assert all(map(may_be_party, PrincipalKind))
    assert not any(map(may_be_party, OutsideKind))


@pytest.mark.rule("R023")
def test_no_seat_mission_or_dispatch_can_point_to_an_actor_outside():
    pointing = {
        model.__name__
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.many_to_one and field.related_model is OutsideActor
    }

    assert pointing == {"OverlapNote"}


@pytest.mark.rule("R023")
@pytest.mark.parametrize("name", ["Ask kommun", "ask", " ASK KOMMUN "])
def test_a_party_is_not_entered_as_an_actor_outside(here, ask, name):
    assert refused(add, here, name=name) == ["outside_is_a_party"]


def test_an_actor_is_entered_with_an_address_of_its_own_and_told(here):
    one, two = add(here, first=date(2012, 1, 1)), add(here, kind=OutsideKind.OTHER)

    assert (one.slug, two.slug) == ("samordningsforbundet-norr", "samordningsforbundet-norr-2")
    entry = Entry.objects.filter(verb="outside.added").earliest("sequence")
    assert tell(entry).startswith(
        "Samordningsförbundet Norr lades in som aktör utanför samverkan: finansiellt"
    )
    assert entry.content["rule"] == "R090"


def test_a_name_of_signs_only_still_gets_an_address(here):
    assert add(here, name="!!!").slug == "aktor"


def test_the_first_day_may_be_unknown(here):
    actor = add(here)

    assert list(outside_actors_on(here.pk, date(1990, 1, 1))) == [actor]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "  "}, "outside_without_name"),
        ({"name": "x" * 161}, "outside_text_too_long"),
        ({"topics": "x" * 401}, "outside_text_too_long"),
        ({"contact": "070-123 45 67"}, "contact_is_a_mobile"),
        ({"contact": "anna.ek@forbundet.example"}, "contact_is_somebody"),
        ({"kind": CHANNEL}, "outside_without_municipality"),
        ({"kind": OutsideKind.PRIVATE_SCHOOL}, "outside_without_municipality"),
    ],
)
def test_an_actor_is_not_entered_when(here, change, code):
    assert refused(add, here, **change) == [code]
    assert not OutsideActor.objects.exists()


@pytest.mark.parametrize(
    "contact",
    ["070-1234567", "+46 70 123 45 67", "+46 (0)73-123 45 67", "tel 0761234567", "0046701234567"],
)
def test_a_mobile_is_somebodys_own(contact):
    found = obstacles_to_outside_texts({"Namn": "A", "Frågor": "", "Kontakt": contact})

    assert [one.code for one in found] == ["contact_is_a_mobile"]


@pytest.mark.parametrize(
    "contact",
    ["090-16 10 00", "+46 90 16 10 00", "skola@ask.example", "info@anna.ek.example", "Rektor, Ask"],
)
def test_a_switchboard_or_a_shared_box_is_a_function(contact):
    assert not obstacles_to_outside_texts({"Namn": "A", "Frågor": "", "Kontakt": contact})


def test_an_address_that_looks_like_somebodys_passes_with_a_reason(here):
    contact = "barn.utbildning@ask.example"
    (found,) = obstacles_to_outside_texts({"Namn": "A", "Frågor": "", "Kontakt": contact})

    assert isinstance(found, Remark)
    assert add(here, contact=contact, reason="Förvaltningens brevlåda.").contact == contact


@pytest.mark.rule("R024")
def test_a_municipality_has_one_school_channel_a_day(here, ask):
    first = add(here, kind=CHANNEL, name="Skolråd", principal_id=ask.pk)

    again = {"kind": CHANNEL, "name": "Nytt skolråd", "principal_id": ask.pk}
    assert refused(add, here, **again) == ["school_channel_taken"]

    end_outside_actor(first.pk, until=TODAY, **THEN)
    assert refused(add, here, **again, first=date(2026, 3, 11)) == ["school_channel_taken"]
    assert add(here, **again, first=TODAY).principal == ask


@pytest.mark.rule("R024")
def test_every_municipality_is_told_with_its_channel_or_without(here, ask):
    ahed = PrincipalFactory(collaboration=here)
    PrincipalFactory(collaboration=here, region=True)
    channel = OutsideFactory(collaboration=here, kind=CHANNEL, principal=ask)
    OutsideFactory(collaboration=here, kind=OutsideKind.PRIVATE_SCHOOL, principal=ahed)

    assert school_channels_on(here.pk, TODAY) == [(ask, channel), (ahed, None)]


def test_a_municipality_may_have_several_private_schools_of_different_names(here, ask):
    school = {"kind": OutsideKind.PRIVATE_SCHOOL, "principal_id": ask.pk}
    add(here, name="Friskolan", **school)
    add(here, name="Skogsskolan", **school)

    assert refused(add, here, name="friskolan", **school) == ["outside_already_entered"]


def test_the_region_has_no_channel_and_an_association_no_municipality(here, ask):
    region = PrincipalFactory(collaboration=here, region=True)

    for_region = {"kind": CHANNEL, "name": "Skolråd", "principal_id": region.pk}
    assert refused(add, here, **for_region) == ["outside_without_municipality"]
    assert refused(add, here, principal_id=ask.pk) == ["outside_has_no_municipality"]


def test_a_principal_of_another_collaboration_is_not_found(here):
    elsewhere = PrincipalFactory()

    with pytest.raises(type(elsewhere).DoesNotExist):
        add(here, kind=CHANNEL, principal_id=elsewhere.pk)


def test_an_actor_changes_and_what_it_was_stays_in_the_journal(here):
    actor = OutsideFactory(collaboration=here, topics="missbruk")
    same = {"name": actor.name, "topics": "missbruk", "contact": actor.contact}

    assert refused(change_outside_actor, actor.pk, **same, **THEN) == ["outside_unchanged"]
    change_outside_actor(actor.pk, **same | {"topics": "psykisk hälsa"}, **THEN)

    actor.refresh_from_db()
    assert actor.topics == "psykisk hälsa"
    facts = Entry.objects.get(verb="outside.changed").content["facts"]
    assert facts["before"]["Frågor"] == "missbruk"


def test_an_actor_does_not_take_the_name_of_another(here):
    actor, other = OutsideFactory.create_batch(2, collaboration=here)

    changed = {"name": other.name.upper(), "contact": ""}
    assert refused(change_outside_actor, actor.pk, **changed, **THEN) == ["outside_already_entered"]


def test_an_actor_ends_and_is_still_told_for_the_days_before(here):
    actor = OutsideFactory(collaboration=here)
    end_outside_actor(actor.pk, until=TODAY, **THEN)

    assert list(outside_actors_on(here.pk, date(2026, 3, 11))) == [actor]
    assert not outside_actors_on(here.pk, TODAY)
    again = refused(end_outside_actor, actor.pk, until=TODAY, **THEN)
    assert again == ["outside_ended_already"]


def test_an_actor_does_not_end_before_it_begins(here):
    actor = OutsideFactory(collaboration=here, period=from_day(TODAY))

    found = refused(end_outside_actor, actor.pk, until=TODAY, **THEN)

    assert found == ["outside_ends_before_it_begins"]


# --- Work gone through with them ------------------------------------------------------------------


@pytest.mark.rule("R090")
@pytest.mark.rule("R118")
@pytest.mark.parametrize("kind", [ASSOCIATION, OutsideKind.STATE_INITIATIVE])
@pytest.mark.parametrize(
    ("last", "due"),
    [(None, True), (date(2025, 3, 12), True), (date(2025, 3, 13), False), (TODAY, False)],
)
def test_work_is_gone_through_every_year(kind, last, due):
    assert is_sync_due(kind, last, TODAY) is due


def test_with_others_nothing_says_how_often_and_a_leap_day_has_a_year_too():
    assert not is_sync_due(OutsideKind.OTHER, None, TODAY)
    assert next_sync(OutsideKind.OTHER, TODAY) is None
    assert next_sync(ASSOCIATION, date(2024, 2, 29)) == date(2025, 2, 28)


@pytest.fixture
def body(here):
    return BodyFactory(collaboration=here, name="Länssamverkansgruppen")


def note(actor, body, **change):
    facts = {"on": TODAY, "note": "Gick igenom insatserna.", "overlaps": False} | change
    return note_overlap(actor.pk, body_id=body.pk, **facts, **THEN)


@pytest.mark.rule("R090")
def test_what_was_gone_through_is_noted_and_told(here, body):
    note(OutsideFactory(collaboration=here, name="Förbundet"), body, overlaps=True)

    entry = Entry.objects.get(verb="outside.overlap_found")
    assert tell(entry) == (
        "Länssamverkansgruppen stämde av sitt arbete med Förbundet den 12 mars 2026. "
        "Dubbelarbete fanns."
    )
    assert entry.content["rule"] == "R090"


@pytest.mark.rule("R118")
def test_a_state_initiative_follows_its_own_rule(here, body):
    note(OutsideFactory(collaboration=here, kind=OutsideKind.STATE_INITIATIVE), body)

    assert Entry.objects.get(verb="outside.overlap_checked").content["rule"] == "R118"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"note": " "}, "overlap_without_note"),
        ({"note": "x" * 2001}, "overlap_note_too_long"),
        ({"on": date(2026, 3, 13)}, "overlap_in_the_future"),
        ({"note": "811218-9876"}, "identity_number"),
    ],
)
def test_nothing_is_noted_when(here, body, change, code):
    assert refused(note, OutsideFactory(collaboration=here), body, **change) == [code]


def test_nothing_is_noted_of_days_when_one_of_them_was_not(here):
    actor = OutsideFactory(collaboration=here, period=from_day(date(2026, 1, 1)))
    body = BodyFactory(collaboration=here, period=from_day(date(2026, 2, 1)))

    found = refused(note, actor, body, on=date(2025, 12, 31))

    assert found == ["overlap_actor_not_then", "overlap_body_not_then"]


def test_a_button_pressed_twice_notes_once(here, body):
    actor = OutsideFactory(collaboration=here)
    note(actor, body)

    assert refused(note, actor, body) == ["overlap_noted_already"]
    assert actor.notes.count() == 1


def test_a_body_of_another_collaboration_is_not_found(here):
    elsewhere = BodyFactory()

    with pytest.raises(type(elsewhere).DoesNotExist):
        note(OutsideFactory(collaboration=here), elsewhere)


def test_an_address_is_one_that_the_files_of_the_structure_can_have(here):
    assert add(here, name="Närvård_Norr").slug == "narvard-norr"
