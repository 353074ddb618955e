"""Two who change the structure at once: one waits, and nothing comes that the texts forbid."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection, transaction

from samverkan.bodies.actions import appoint, elect, end_body, end_mission, extend_chair
from samverkan.bodies.actions.functions import end_holding, hold_function
from samverkan.bodies.actions.rosters import import_roster, send_roster
from samverkan.bodies.actions.texts import adopt_version, write_draft
from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body, ChairTerm, FunctionHolder, Mission
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.verify import verify
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person, Role
from samverkan.structures.actions import edit_structure, structure_to_change
from samverkan.structures.edits import with_body_changed, with_quota
from samverkan.structures.schema import QuotaData
from tests.bodies.functions import FunctionFactory
from tests.bodies.roster_files import csv, row
from tests.bodies.texts import a_body, draft, sections
from tests.factories import (
    TESTER,
    BodyFactory,
    ChairRuleFactory,
    ChairTermFactory,
    CollaborationFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
    RoleFactory,
)
from tests.faults.county import wait_until
from tests.www.conftest import client_of

THEN = {"by": TESTER, "now": datetime(2026, 4, 1, 9, 0, tzinfo=UTC)}
FIRST, NEW_YEAR = date(2026, 5, 1), date(2027, 1, 1)
BLOCKED = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
DONE = "done"
Act = Callable[[], object]


@pytest.fixture
def here(transactional_db):
    return CollaborationFactory()


@pytest.fixture
def body(here):
    """A body where one municipality has two seats, one of them taken."""
    ask = PrincipalFactory(collaboration=here, name="Ask kommun", short_name="Ask", slug="ask")
    body = BodyFactory(collaboration=here, name="Samråd", slug="samrad")
    QuotaFactory(body=body, principal=ask, ordinary_max=2)
    MissionFactory(body=body, principal=ask)
    return body


def at_once(here: Collaboration, *acts: Act) -> list[str]:
    """Let acts come as far as they can, in that order, and then go on together; how each went."""
    with ThreadPoolExecutor(len(acts)) as pool:
        with transaction.atomic():
            Collaboration.objects.select_for_update().get(pk=here.pk)
            doing = []
            for number, act in enumerate(acts, 1):
                doing.append(pool.submit(outcome, act))
                wait_until(lambda number=number: blocked() == number)
        outcomes = [one.result() for one in doing]
    here.refresh_from_db()
    assert verify(here).broken_at is None
    return outcomes


def outcome(act: Act) -> str:
    try:
        with transaction.atomic():
            act()
    except StepRefused as refusal:
        return refusal.obstacles[0].code
    finally:
        connection.close()
    return DONE


def blocked() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(BLOCKED)
        return int(cursor.fetchone()[0])


def new_member(body: Body, **facts) -> Act:
    someone = PersonFactory(collaboration=body.collaboration).pk
    principal = body.quotas.get().principal_id
    given = {"person_id": someone, "principal_id": principal, "first": FIRST, **facts, **THEN}
    return lambda: appoint(body.pk, **given)


def seats(body: Body, most: int) -> Act:
    quota = QuotaData(
        principals=["ask"],
        first_day=FIRST,
        ordinary_min=1,
        ordinary_max=most,
        substitutes_max=0,
    )

    def act() -> None:
        structure = structure_to_change(body.collaboration.slug)
        wanted = with_quota(structure, "samrad", quota)
        edit_structure(wanted, base=structure, subject="body/samrad", **THEN)

    return act


def facts(body: Body, **change) -> Act:
    def act() -> None:
        structure = structure_to_change(body.collaboration.slug)
        wanted = with_body_changed(structure, body.slug, **change)
        edit_structure(wanted, base=structure, subject=f"body/{body.slug}", **THEN)

    return act


def test_two_are_given_the_last_seat(here, body):
    assert at_once(here, new_member(body), new_member(body)) == [DONE, "seats_taken"]
    assert body.missions.count() == 2


def test_a_seat_is_given_while_the_seats_become_fewer(here, body):
    assert at_once(here, new_member(body), seats(body, 1)) == [DONE, "seat_held"]


def test_seats_become_fewer_while_one_is_given(here, body):
    assert at_once(here, seats(body, 1), new_member(body)) == [DONE, "seats_taken"]
    assert body.missions.count() == 1


def test_a_body_ends_while_a_seat_is_given(here, body):
    ends = {"until": NEW_YEAR, "reason": "Beslut.", **THEN}

    outcomes = at_once(here, lambda: end_body(body.pk, **ends), new_member(body))

    assert outcomes == [DONE, "after_the_body"]


def test_a_body_ends_while_its_seats_change(here, body):
    ends = {"until": NEW_YEAR, "reason": "Beslut.", **THEN}

    at_once(here, lambda: end_body(body.pk, **ends), seats(body, 3))

    assert {quota.period.upper for quota in body.quotas.all()} == {FIRST, NEW_YEAR}


def test_two_bodies_are_changed(here, body):
    other = BodyFactory(collaboration=here, name="Rådet", slug="radet")

    at_once(here, facts(body, purpose="Att samråda."), facts(other, purpose="Att råda."))

    found = Body.objects.filter(collaboration=here).order_by("slug")
    assert [one.purpose for one in found] == ["Att råda.", "Att samråda."]


def test_a_draft_is_written_while_a_body_is_changed(here, body):
    version = draft(a_body(here))
    write = {"sections": sections(task="Gruppen samordnar allt."), **THEN}

    at_once(here, lambda: write_draft(version.text_id, **write), facts(body, purpose="Råd."))

    version.refresh_from_db()
    assert "samordnar allt" in str(version.sections)


def test_two_are_elected_chair(here, body):
    ChairRuleFactory(body=body)
    someone = MissionFactory(body=body).person_id
    led = {"first": FIRST, "until": NEW_YEAR, **THEN}
    people = [body.missions.first().person_id, someone]

    outcomes = at_once(
        here, *(lambda pk=pk: elect(body.pk, Office.CHAIR, person_id=pk, **led) for pk in people)
    )

    assert outcomes == [DONE, "office_taken"]


def test_a_term_runs_on_while_another_is_elected(here, body):
    ChairRuleFactory(body=body)
    term = ChairTermFactory(
        body=body, person=body.missions.get().person, period=from_day(FIRST, NEW_YEAR)
    )
    until = date(2028, 1, 1)
    longer = {"unanimous": True, "reasons": "Skäl.", "decided_on": date(2026, 3, 1), **THEN}
    someone = MissionFactory(
        body=body, principal=PrincipalFactory(collaboration=here, region=True)
    ).person_id
    led = {"person_id": someone, "first": NEW_YEAR, "until": until, **THEN}

    outcomes = at_once(
        here,
        lambda: extend_chair(term.pk, until=until, **longer),
        lambda: elect(body.pk, Office.CHAIR, **led),
    )

    assert outcomes[0] == DONE
    assert outcomes[1] != DONE
    assert ChairTerm.objects.count() == 1


def test_a_mission_is_taken_back_twice(here, body):
    coming = MissionFactory(body=body, place=2, period=from_day(FIRST))
    back = {"until": FIRST, **THEN}
    acts = [lambda: end_mission(coming.pk, **back)] * 2

    with pytest.raises(Mission.DoesNotExist):
        at_once(here, *acts)
    assert not Mission.objects.filter(pk=coming.pk).exists()


def test_a_roster_is_read_in_twice(here, body):
    body.quotas.update(ordinary_max=3)
    roster = send_roster(here.pk, name="a.csv", data=csv([row()]), **THEN)
    acts = [lambda: import_roster(roster.key, **THEN)] * 2

    assert at_once(here, *acts) == [DONE, "roster_is_done"]
    assert Person.objects.filter(name="Maj Ledamot").count() == 1


def test_two_rosters_enter_the_same_person(here, body):
    BodyFactory(collaboration=here, name="Nätverket")
    maj = {"E-post": "maj@ask.example"}
    keys = [
        send_roster(here.pk, name="a.csv", data=csv([one]), **THEN).key
        for one in (row(**maj), row(**maj, Organ="Nätverket"))
    ]

    outcomes = at_once(here, *(lambda key=key: import_roster(key, **THEN) for key in keys))

    assert outcomes == [DONE, "roster_world_changed"]


def test_a_roster_is_read_in_while_the_last_seat_is_given(here, body):
    roster = send_roster(here.pk, name="a.csv", data=csv([row()]), **THEN)

    outcomes = at_once(here, new_member(body), lambda: import_roster(roster.key, **THEN))

    assert outcomes == [DONE, "roster_world_changed"]


def test_two_take_what_is_left_of_a_function(here):
    function = FunctionFactory(collaboration=here, full_time_equivalents=Decimal(1))
    share = {"share": Decimal("0.60"), "first": FIRST, **THEN}
    people = [PersonFactory(collaboration=here).pk for _ in range(2)]

    outcomes = at_once(
        here, *(lambda pk=pk: hold_function(function.pk, person_id=pk, **share) for pk in people)
    )

    assert outcomes == [DONE, "function_is_full"]


def test_who_takes_another_function_keeps_the_role_that_ends_with_the_first(here):
    first, second = FunctionFactory.create_batch(2, collaboration=here)
    person = PersonFactory(collaboration=here)
    held = {"person_id": person.pk, "share": Decimal("0.50"), "first": FIRST, **THEN}
    holder = hold_function(first.pk, with_role=True, **held)

    at_once(
        here,
        lambda: hold_function(second.pk, with_role=True, **held),
        lambda: end_holding(holder.pk, until=NEW_YEAR, reason="Slutar.", **THEN),
    )

    role = Role.objects.get(person=person)
    assert FunctionHolder.objects.get(function=second).role == role
    assert role.period.upper is None


def test_a_version_is_adopted_twice(here):
    body = a_body(here)
    version = draft(body)
    how = {"adopted_by": body.setter_id, "on": date(2026, 3, 12), "point": 7, **THEN}
    acts = [lambda: adopt_version(version.pk, **how)] * 2

    assert at_once(here, *acts) == [DONE, "version_not_draft"]


def test_two_write_in_the_same_draft(here):
    version = draft(a_body(here))
    write = {"seen": "none", **THEN}
    texts = [sections(task=task) for task in ("Ena.", "Andra.")]

    outcomes = at_once(
        here,
        lambda: write_draft(version.text_id, sections=texts[0], **THEN),
        lambda: write_draft(version.text_id, sections=texts[1], **write),
    )

    assert outcomes == [DONE, "draft_changed_meanwhile"]


def test_a_page_gives_a_seat_to_a_new_person_while_another_leaves(here, body):
    body.quotas.update(ordinary_max=3)
    keeper = client_of(RoleFactory(collaboration=here, kind=RoleKind.COORDINATOR).person)
    address = f"/{here.slug}/arbeta/struktur/organ/{body.slug}/utse/"
    typed = {"for_whom": "p-ask", "kind": "ordinary", "name": "Ny Person", "is_new": "on"}
    leaving = body.missions.get().pk
    answers = []

    outcomes = at_once(
        here,
        lambda: answers.append(keeper.post(address, {**typed, "first": "2026-12-01"})),
        lambda: end_mission(leaving, until=date(2030, 1, 1), **THEN),
    )

    assert outcomes == [DONE, DONE]
    assert "Ingenting är ändrat ännu." in answers[0].content.decode()
