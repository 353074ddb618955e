"""Changing a structure in the pages: the same checks, obstacles and entry as a load."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from samverkan.bodies.actions import end_body
from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Body, Mission
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.people.models import Person
from samverkan.principals.choices import OutsideKind, Side
from samverkan.principals.models import Principal
from samverkan.principals.outside import add_outside_actor
from samverkan.sentences import say, tell
from samverkan.structures import edits
from samverkan.structures.actions import edit_structure, load_structure
from samverkan.structures.checks import checked, problems_of
from samverkan.structures.queries import plan_for, stored_structure
from samverkan.structures.schema import BodyData, QuotaData, Structure
from samverkan.structures.writing import write_folder

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)
ANNA = Actor("Anna Ask")
NEW_YEAR = date(2027, 1, 1)
NETWORK = OutsideKind.STATE_INITIATIVE


@pytest.fixture
def norrmark() -> Structure:
    return checked(Path(__file__).parent / "norrmark").structure()


@pytest.fixture
def stored(db, norrmark) -> Structure:
    load_structure(norrmark, by=ANNA, now=NOON)
    return stored_structure("norrmark")


def quota(first: date | None = None, **facts) -> QuotaData:
    seats = {"ordinary_min": 1, "ordinary_max": 3, "substitutes_max": 0}
    return QuotaData(**{"principals": ["aspa"], "first_day": first, **seats, **facts})


def edit(structure: Structure, **options):
    return edit_structure(structure, subject="body/radet", by=ANNA, now=NOON, **options)


def refusals(structure: Structure, **options) -> list[str]:
    with pytest.raises(StepRefused) as refusal:
        edit(structure, **options)
    return [say(obstacle) for obstacle in refusal.value.obstacles]


def seats_of(structure: Structure, principal: str) -> list[tuple]:
    quotas = edits.body_in(structure, "radet").quotas
    return [
        (one.first_day, one.last_day, one.ordinary_max)
        for one in quotas
        if principal in one.principals
    ]


# --- Keeping a change ----------------------------------------------------------------------------


def test_a_change_is_kept_and_told_in_the_journal(stored):
    changed = edits.with_body_changed(stored, "radet", purpose="Att råda.", side=Side.REGION)

    edit(changed, source="beslut den 1 mars")

    entry = Entry.objects.last()
    assert Body.objects.get(slug="radet").purpose == "Att råda."
    assert (entry.verb, entry.subject) == ("structure.changed", "body/radet")
    assert entry.content["facts"]["changes"] == ["organ Rådet (ändrat: bara sidan, syfte)"]
    assert entry.content["source"] == "beslut den 1 mars"
    assert tell(entry) == "Strukturen ändrades: organ Rådet (ändrat: bara sidan, syfte)."


def test_nothing_changed_writes_nothing(stored):
    assert not edit(stored)

    assert Entry.objects.count() == 1


def test_a_new_body_comes_last(stored):
    body = BodyData(
        slug="natverket", name="Nätverket", kind="network", level="local", sphere="officials",
        power="talks", assignment_setter="radet", first_day=date(2026, 1, 1),
    )  # fmt: skip

    edit(edits.with_body(stored, body))

    made = Body.objects.get(slug="natverket")
    assert (made.position, made.setter.slug) == (6, "radet")
    assert stored_structure("norrmark").bodies[-1] == body


def test_a_fault_is_refused_in_the_words_of_the_check(stored):
    changed = edits.with_quota(stored, "radet", quota(ordinary_max=0))

    assert refusals(changed) == ["Rådet: Högst 0 platser är färre än minst 1. Rätta talen."]
    assert Entry.objects.count() == 1


def test_every_fault_is_refused_at_once(stored):
    changed = edits.with_body_changed(
        stored, "gruppen", name="", host="aspby", last_day=date(2020, 1, 1), power="bestämmer"
    )

    assert len(refusals(changed)) == 4


def test_what_was_changed_meanwhile_is_not_undone(stored):
    changed = edits.with_body_changed(stored, "radet", purpose="Att råda.")
    shown = plan_for(changed)
    edit(edits.with_body_changed(stored, "gruppen", purpose="Att leda."))

    assert refusals(changed, agreed=shown) == [
        "Strukturen har ändrats sedan planen visades. Läs in den igen för att se den nya planen."
    ]


def test_seats_that_are_held_stay(stored):
    norrmark = Collaboration.objects.get()
    Mission.objects.create(
        body=Body.objects.get(slug="radet"),
        principal=Principal.objects.get(slug="aspa"),
        person=Person.objects.create(collaboration=norrmark, name="Bo Ek"),
        kind=MissionKind.ORDINARY,
        place=2,
        period=from_day(date(2026, 1, 1)),
    )

    changed = edits.with_quota(stored, "radet", quota(NEW_YEAR, ordinary_max=1))

    assert refusals(changed) == [
        "Bo Ek har en plats för Aspa kommun i Rådet som inte längre skulle finnas. "
        "Avsluta uppdraget först, eller låt platserna vara kvar."
    ]


def test_a_body_that_has_ended_stands_in_no_ones_way(stored, tmp_path):
    body = Body.objects.get(slug="radet")
    end_body(body.pk, until=NEW_YEAR, reason="Ny struktur", by=ANNA, now=NOON)

    now = stored_structure("norrmark")
    write_folder(now, tmp_path)

    assert plan_for(now).changes == ()
    assert plan_for(checked(tmp_path).structure()).changes == ()
    edit(edits.with_body_changed(now, "gruppen", purpose="Att leda."))
    assert stored_structure("norrmark").bodies[0].last_day == date(2026, 12, 31)


def test_what_others_wrote_meanwhile_is_let_be(stored):
    body = Body.objects.get(slug="radet")
    add_outside_actor(body.collaboration_id, name="Förbundet", kind=NETWORK, by=ANNA, now=NOON)
    Body.objects.filter(slug="gruppen").update(purpose="Att leda.")

    edit(edits.with_body_changed(stored, "radet", purpose="Att råda."), base=stored)

    now = stored_structure("norrmark")
    assert [one.name for one in now.outside_actors][-1] == "Förbundet"
    assert edits.body_in(now, "gruppen").purpose == "Att leda."
    assert edits.body_in(now, "radet").purpose == "Att råda."


@pytest.mark.parametrize("change", [{"purpose": "Annat."}, {"slug": "borta"}])
def test_what_somebody_else_has_changed_is_not_overwritten(stored, change):
    Body.objects.filter(slug="radet").update(**change)

    changed = edits.with_body_changed(stored, "radet", purpose="Att råda.")

    with pytest.raises(StepRefused) as refusal:
        edit(changed, base=stored)
    assert [one.code for one in refusal.value.obstacles] == ["structure_moved"]


def test_seats_that_are_held_later_do_not_end(stored):
    norrmark = Collaboration.objects.get(slug="norrmark")
    Mission.objects.create(
        body=Body.objects.get(slug="radet"),
        principal=Principal.objects.get(slug="aspa"),
        person=Person.objects.create(collaboration=norrmark, name="Bo Ek"),
        kind=MissionKind.ORDINARY,
        period=from_day(date(2026, 1, 1)),
    )

    ending = quota(last_day=date(2026, 12, 31), ordinary_max=2)
    others = [
        one.model_copy(update={"principals": [slug for slug in one.principals if slug != "aspa"]})
        for one in edits.body_in(stored, "radet").quotas
    ]
    changed = edits.with_body_changed(stored, "radet", quotas=[*others, ending])

    assert "Bo Ek har en plats för Aspa kommun i Rådet" in refusals(changed)[0]


# --- The edits themselves ------------------------------------------------------------------------


def test_new_seats_end_the_old_ones_the_day_before(norrmark):
    changed = edits.with_quota(norrmark, "radet", quota(NEW_YEAR))

    assert seats_of(changed, "aspa") == [(None, date(2026, 12, 31), 2), (NEW_YEAR, None, 3)]
    assert seats_of(changed, "bokby") == [(None, None, 2)]
    assert problems_of(changed) == []


def test_seats_that_would_have_begun_later_give_way(norrmark):
    changed = edits.with_quota(
        norrmark, "radet", quota(date(2025, 7, 1), principals=["region-norrmark"])
    )

    assert seats_of(changed, "region-norrmark") == [
        (None, date(2025, 6, 30), 2),
        (date(2025, 7, 1), None, 3),
    ]


@pytest.mark.parametrize("first", [None, date(2024, 1, 1)])
def test_seats_from_the_bodys_first_day_leave_none_before(norrmark, first):
    changed = edits.with_quota(norrmark, "radet", quota(first))

    assert seats_of(changed, "aspa") == [(first, None, 3)]
    assert problems_of(changed) == []


def test_seats_that_have_ended_are_let_be(norrmark):
    region = ["region-norrmark"]

    changed = edits.with_quota(norrmark, "radet", quota(NEW_YEAR, principals=region))

    assert seats_of(changed, region[0])[0] == (None, date(2025, 12, 31), 2)


def test_a_body_that_is_not_there(norrmark):
    with pytest.raises(LookupError):
        edits.with_body_changed(norrmark, "rodet", name="Rådet")
