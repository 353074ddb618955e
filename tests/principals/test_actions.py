from datetime import UTC, date, datetime

import pytest

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.actions import set_registrar, set_usual_decider
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import FormerName, Grouping, Principal
from samverkan.principals.queries import groupings_on, names_on, principals_on, usual_deciders
from samverkan.principals.rules import obstacles_to_registrar, obstacles_to_usual_decider
from samverkan.principals.wording import OBSTACLES

ACT = {"by": Actor("Anna Ask"), "now": datetime(2026, 3, 12, 11, 0, tzinfo=UTC)}
TODAY = date(2026, 3, 12)


@pytest.fixture
def aspa(db) -> Principal:
    return principal("aspa")


def principal(slug: str, *, first: date | None = None) -> Principal:
    here, _ = Collaboration.objects.get_or_create(slug="har", name="", parties_text="", county="")
    return Principal.objects.create(
        collaboration=here,
        slug=slug,
        name=slug.title(),
        short_name=slug,
        kind="municipality",
        side="municipalities",
        position=here.principals.count(),
        period=from_day(first),
    )


def test_the_registrars_address_is_noted_for_members_to_see(aspa):
    set_registrar(aspa.pk, email="registrator@aspa.example", prefix="KS", **ACT)

    aspa.refresh_from_db()
    entry = Entry.objects.get()
    assert (aspa.registrar_email, aspa.registry_prefix) == ("registrator@aspa.example", "KS")
    assert (entry.verb, entry.subject) == ("principal.registrar_set", "principal/aspa")
    assert entry.visibility == Visibility.MEMBERS


@pytest.mark.parametrize(
    ("email", "prefix", "codes"),
    [
        ("a@b.se", "", []),
        ("", "", []),
        ("a@b", "", ["email_not_an_address"]),
        ("a b@c.se", "", ["email_not_an_address"]),
        ("a" * 250 + "@b.se", "", ["email_not_an_address"]),
        ("a@b.se", "K" * 20, []),
        ("a@b.se", "K" * 21, ["prefix_too_long"]),
        ("nu@b.se", "KS", ["registrar_unchanged"]),
    ],
)
def test_a_registrar_cannot_be_noted_when(email, prefix, codes):
    found = obstacles_to_registrar(
        email=email, prefix=prefix, present_email="nu@b.se", present_prefix="KS"
    )

    assert [obstacle.code for obstacle in found] == codes
    assert all(OBSTACLES[obstacle.code] % obstacle.facts for obstacle in found)


def test_a_refused_registrar_changes_nothing(aspa):
    with pytest.raises(StepRefused):
        set_registrar(aspa.pk, email="ingen adress", **ACT)

    aspa.refresh_from_db()
    assert aspa.registrar_email == ""
    assert not Entry.objects.exists()


@pytest.mark.rule("R005")
def test_one_body_at_a_time_usually_decides(aspa):
    set_usual_decider(aspa.pk, name="Socialnämnden", kind=LineBodyKind.COMMITTEE, **ACT)
    set_usual_decider(aspa.pk, name="Fullmäktige", kind=LineBodyKind.COUNCIL, **ACT)
    set_usual_decider(aspa.pk, name="Socialnämnden", kind=LineBodyKind.COMMITTEE, **ACT)

    assert usual_deciders(aspa.collaboration_id) == {aspa.pk: "Socialnämnden"}
    assert aspa.line_bodies.count() == 2
    assert Entry.objects.count() == 3


@pytest.mark.parametrize(
    ("name", "kind", "codes"),
    [
        ("Styrelsen", "board", []),
        ("Nämnden", "board", []),
        (" ", "board", ["decider_without_name"]),
        ("N" * 120, "board", []),
        ("N" * 121, "board", ["decider_name_too_long"]),
        ("Nämnden", "committee", ["decider_unchanged"]),
    ],
)
def test_a_usual_decider_cannot_be_noted_when(name, kind, codes):
    found = obstacles_to_usual_decider(name=name, kind=kind, present=("Nämnden", "committee"))

    assert [obstacle.code for obstacle in found] == codes
    assert all(OBSTACLES[obstacle.code] % obstacle.facts for obstacle in found)


def test_principals_are_those_of_the_day_in_their_order(aspa):
    bokby = principal("bokby", first=date(2026, 3, 13))

    assert list(principals_on(aspa.collaboration_id, TODAY)) == [aspa]
    assert list(principals_on(aspa.collaboration_id, date(2026, 3, 13))) == [aspa, bokby]


def test_a_principal_is_called_what_it_was_called_then(aspa, django_assert_num_queries):
    FormerName.objects.create(
        principal=aspa, name="Aspa köping", period=from_day(None, date(1971, 1, 1))
    )
    both = [aspa, principal("bokby")]

    with django_assert_num_queries(1):
        then = names_on(both, date(1970, 12, 31))

    assert list(then.values()) == ["Aspa köping", "Bokby"]
    assert list(names_on(both, date(1971, 1, 1)).values()) == ["Aspa", "Bokby"]


@pytest.mark.parametrize("count", [1, 3])
def test_groupings_come_with_their_members(aspa, django_assert_num_queries, count):
    for nr in range(count):
        grouping = Grouping.objects.create(
            collaboration=aspa.collaboration,
            slug=f"g{nr}",
            name=f"G{nr}",
            period=from_day(None),
            standing="decided",
        )
        grouping.memberships.create(principal=aspa, period=from_day(None), standing="decided")

    with django_assert_num_queries(3):
        found = [
            [member.principal.name for member in grouping.memberships.all()]
            for grouping in groupings_on(aspa.collaboration_id, TODAY)
        ]

    assert found == [["Aspa"]] * count
