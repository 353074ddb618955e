"""Rosters read in: everything at once, in one transaction, or nothing."""

from datetime import UTC, date, datetime

import pytest
from allauth.account.models import EmailAddress
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from samverkan.bodies.actions import appoint
from samverkan.bodies.actions.rosters import (
    AT_ONCE,
    CHECK,
    check_again,
    check_roster,
    import_roster,
    send_roster,
    throw_roster,
)
from samverkan.bodies.choices import Office, RosterStage
from samverkan.bodies.models import ChairTerm, Mission, Roster
from samverkan.bodies.rosters import carrying_out
from samverkan.bodies.tasks import check_roster_in_background
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.verify import verify
from samverkan.people.models import Person, User
from tests.bodies.roster_files import csv, row
from tests.documents.numbers import FIRST, LAST
from tests.factories import (
    TESTER,
    BodyFactory,
    ChairTermFactory,
    CollaborationFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
)

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
TODAY = {"by": TESTER, "now": NOW}
pytestmark = pytest.mark.django_db


@pytest.fixture
def samrad():
    here = CollaborationFactory()
    body = BodyFactory(collaboration=here, name="Samråd", slug="samrad")
    ask = PrincipalFactory(collaboration=here, name="Ask kommun", short_name="Ask")
    QuotaFactory(body=body, principal=ask)
    return body


@pytest.fixture
def ask(samrad):
    return samrad.quotas.get().principal


def send(body, *rows, name="förteckning.csv"):
    return send_roster(body.collaboration_id, name=name, data=csv(rows), **TODAY)


def codes(act, *args):
    with pytest.raises(StepRefused) as refused:
        act(*args, **TODAY)
    return [obstacle.code for obstacle in refused.value.obstacles]


def entries(body):
    return list(Entry.objects.filter(collaboration=body.collaboration).order_by("sequence"))


def test_a_roster_is_checked_and_nothing_is_saved_before_it_is_read_in(samrad):
    roster = send(samrad, row(), row(Namn="Elsa Ersättare", Uppdrag="ersättare"))
    roster.refresh_from_db()

    assert roster.stage == RosterStage.READY
    assert [one["name"] for one in roster.plan["given"]] == ["Maj Ledamot", "Elsa Ersättare"]
    assert (Mission.objects.count(), Person.objects.count()) == (0, 0)


def test_all_of_it_is_read_in(samrad, ask):
    decision = {"Utsedd av": "kommunstyrelsen", "Utsedd den": "2026-10-01", "Paragraf": "§ 12"}
    cells = {"Till": "2030-12-31", "Titel": "kommunalråd", "Parti": "P", "E-post": "Maj@ask.se"}
    roster = send(samrad, row(**cells, **decision, Nämnd="socialnämnden", Huvudsaklig="ja"))

    import_roster(roster.key, **TODAY)

    mission = Mission.objects.get()
    assert (mission.body, mission.principal, mission.place) == (samrad, ask, 1)
    assert mission.period == from_day(date(2027, 1, 1), date(2031, 1, 1))
    assert (mission.line_function, mission.is_main) == ("socialnämnden", True)
    assert (mission.appointed_by, mission.paragraph) == ("kommunstyrelsen", "§ 12")
    assert mission.appointed_on == date(2026, 10, 1)
    person = mission.person
    assert (person.name, person.title, person.party) == ("Maj Ledamot", "kommunalråd", "P")
    assert person.elected
    assert person.account.email == "maj@ask.se"
    assert not person.account.has_usable_password()
    assert EmailAddress.objects.get(user=person.account).primary


def test_names_and_addresses_are_forgotten_when_it_is_read_in(samrad):
    roster = import_roster(send(samrad, row(Namn="Okänd Person")).key, **TODAY)

    roster.refresh_from_db()
    assert roster.stage == RosterStage.READ_IN
    assert "Okänd" not in str(Roster.objects.filter(pk=roster.pk).values())
    assert roster.plan == {"given": 1, "ended": 0, "corrected": 0, "people": 1, "unchanged": 0}


def test_names_and_addresses_are_forgotten_when_it_is_thrown(samrad):
    roster = throw_roster(send(samrad, row(Namn="Okänd Person", Från="snart")).key, **TODAY)

    assert roster.stage == RosterStage.THROWN
    assert "Okänd" not in str(Roster.objects.filter(pk=roster.pk).values())
    assert codes(throw_roster, roster.key) == ["roster_is_done"]
    assert codes(import_roster, roster.key) == ["roster_is_done"]
    assert codes(check_again, roster.key) == ["roster_is_done"]


def test_an_identity_number_never_reaches_the_table(samrad):
    roster = send(samrad, row(Namn=f"Maj {FIRST}-{LAST}"))

    kept = str(Roster.objects.filter(pk=roster.pk).values())
    assert LAST not in kept
    assert "roster_identity_number" in kept


def test_the_journal_has_one_entry_for_each_body_and_stays_whole(samrad, ask):
    other = BodyFactory(collaboration=samrad.collaboration, name="Nätverket")
    roster = send(
        samrad,
        row(),
        row(Namn="Elsa Ersättare", Uppdrag="ersättare"),
        row(Organ="Nätverket"),
    )

    import_roster(roster.key, **TODAY)

    told = [(one.verb, one.subject) for one in entries(samrad)]
    assert told == [
        ("roster.sent", "structure"),
        ("roster.people_entered", "structure"),
        ("roster.imported", f"body/{samrad.slug}"),
        ("roster.imported", f"body/{other.slug}"),
    ]
    facts = entries(samrad)[2].content["facts"]
    assert facts["counted"] == "2 nya uppdrag"
    assert [one["person"] for one in facts["given"]] == ["Maj Ledamot", "Elsa Ersättare"]
    samrad.collaboration.refresh_from_db()
    assert verify(samrad.collaboration).broken_at is None


def test_one_leaves_and_another_comes_and_what_the_first_led_ends(samrad, ask):
    old = MissionFactory(body=samrad, principal=ask, person__name="Gamla Greta")
    term = ChairTermFactory(body=samrad, person=old.person, office=Office.CHAIR)
    roster = send(
        samrad,
        row(Från="2027-01-01"),
        row(Namn="Gamla Greta", Från="2020-01-01", Till="2026-12-31"),
    )

    import_roster(roster.key, **TODAY)

    old.refresh_from_db()
    term.refresh_from_db()
    assert old.period.upper == term.period.upper == date(2027, 1, 1)
    assert samrad.missions.get(period__contains=date(2027, 1, 1)).person.name == "Maj Ledamot"


def test_a_chair_who_keeps_another_seat_in_the_body_leads_on(samrad, ask):
    old = MissionFactory(body=samrad, principal=ask, person__name="Gamla Greta")
    MissionFactory(body=samrad, principal=ask, person=old.person, substitute=True)
    term = ChairTermFactory(body=samrad, person=old.person)
    roster = send(samrad, row(Namn="Gamla Greta", Från="2020-01-01", Till="2026-12-31"))

    import_roster(roster.key, **TODAY)

    term.refresh_from_db()
    assert term.period.upper is None


def test_a_chair_who_goes_on_in_another_seat_leads_on(samrad, ask):
    old = MissionFactory(body=samrad, principal=ask, person__name="Gamla Greta")
    term = ChairTermFactory(body=samrad, person=old.person)
    roster = send(
        samrad,
        row(Namn="Gamla Greta", Från="2020-01-01", Till="2026-12-31"),
        row(Namn="Gamla Greta", Från="2027-01-01", Till="2028-12-31"),
    )

    import_roster(roster.key, **TODAY)

    term.refresh_from_db()
    assert term.period.upper == date(2029, 1, 1)


def test_what_is_noted_of_a_mission_is_put_right(samrad, ask):
    mission = MissionFactory(
        body=samrad, principal=ask, person__name="Maj Ledamot", appointed_by="fullmäktige"
    )
    roster = send(samrad, row(Från="2020-01-01", Paragraf="§ 7", Nämnd="socialnämnden"))

    import_roster(roster.key, **TODAY)

    mission.refresh_from_db()
    noted = (mission.paragraph, mission.line_function, mission.appointed_by)
    assert noted == ("§ 7", "socialnämnden", "fullmäktige")


def test_what_is_not_in_the_roster_is_not_touched(samrad, ask):
    other = MissionFactory(body=samrad, principal=ask, substitute=True)

    import_roster(send(samrad, row()).key, **TODAY)

    assert Mission.objects.get(pk=other.pk).period == other.period


def test_a_roster_that_changes_nothing_is_not_read_in(samrad, ask):
    MissionFactory(body=samrad, principal=ask, person__name="Maj Ledamot")
    roster = send(samrad, row(Från="2020-01-01"))

    assert codes(import_roster, roster.key) == ["roster_changes_nothing"]


def test_a_roster_with_faults_is_not_read_in(samrad):
    roster = send(samrad, row(), row(Namn="Olle Annan", Från="snart"))

    assert codes(import_roster, roster.key) == ["roster_not_ready"]
    assert Mission.objects.count() == 0


def test_it_is_refused_as_a_whole_when_a_seat_was_taken_meanwhile(samrad, ask):
    roster = send(samrad, row(), row(Namn="Elsa Ersättare", Uppdrag="ersättare"))
    someone = PersonFactory(collaboration=samrad.collaboration)
    appoint(samrad.pk, person_id=someone.pk, principal_id=ask.pk, first=date(2027, 3, 1), **TODAY)

    assert codes(import_roster, roster.key) == ["roster_world_changed"]
    assert Mission.objects.count() == 1
    assert check_again(roster.key, **TODAY).stage == RosterStage.FAULTY
    assert [code for _, _, code, _ in Roster.objects.get().faults] == ["seats_taken"]


def test_it_is_refused_when_it_would_do_something_else_than_was_shown(samrad):
    roster = send(samrad, row())
    PersonFactory(collaboration=samrad.collaboration, name="Maj Ledamot")

    assert codes(import_roster, roster.key) == ["roster_world_changed"]
    assert check_again(roster.key, **TODAY).plan["people"] == []
    assert import_roster(roster.key, **TODAY).stage == RosterStage.READ_IN


def test_a_fault_in_the_middle_leaves_nothing_behind(samrad, monkeypatch):
    roster = send(samrad, row(**{"E-post": "maj@ask.se"}))

    def cut_short(*args, **facts):
        raise KeyboardInterrupt

    monkeypatch.setattr(carrying_out, "_tell_of_missions", cut_short)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        import_roster(roster.key, **TODAY)

    assert (Mission.objects.count(), Person.objects.count(), User.objects.count()) == (0, 0, 0)
    assert Roster.objects.get().stage == RosterStage.READY


def test_a_long_roster_is_checked_in_the_background_in_the_same_transaction(samrad):
    body = BodyFactory(collaboration=samrad.collaboration, name="Nätverket")
    rows = [row(Namn=f"Person {n}", Organ=body.name) for n in range(AT_ONCE + 1)]
    roster = send(samrad, *rows)

    job = ProcrastinateJob.objects.get(task_name="samverkan.check_roster")
    assert (roster.stage, job.args) == (RosterStage.CHECKING, {"key": str(roster.key)})
    assert codes(import_roster, roster.key) == ["roster_not_ready"]

    check_roster_in_background(**job.args)
    check_roster_in_background(**job.args)

    roster.refresh_from_db()
    assert (roster.stage, roster.checked_count) == (RosterStage.READY, AT_ONCE + 1)


def test_the_worker_knows_the_check():
    assert CHECK in app.tasks


def test_a_check_that_comes_late_leaves_a_thrown_roster_alone(samrad):
    roster = send(samrad, row())
    throw_roster(roster.key, **TODAY)

    check_roster(roster.key, today=NOW.date())

    assert Roster.objects.get().stage == RosterStage.THROWN


@pytest.mark.parametrize("count", [1, 3])
def test_reading_in_asks_as_often_however_many_rows(samrad, count, django_assert_max_num_queries):
    BodyFactory(collaboration=samrad.collaboration, name="Nätverket")
    rows = [row(Namn=f"Person {n}", Organ="Nätverket") for n in range(count)]
    roster = send(samrad, *rows)

    with django_assert_max_num_queries(26):
        import_roster(roster.key, **TODAY)

    assert Mission.objects.count() == count


def test_five_thousand_missions_get_places_of_their_own(samrad):
    body = BodyFactory(collaboration=samrad.collaboration, name="Nätverket")
    rows = [row(Namn=f"Person {n}", Organ="Nätverket") for n in range(5_000)]
    roster = send(samrad, *rows)
    check_roster(roster.key, today=NOW.date())

    import_roster(roster.key, **TODAY)

    places = set(Mission.objects.filter(body=body).values_list("place", flat=True))
    assert places == set(range(1, 5_001))
    assert ChairTerm.objects.count() == 0
