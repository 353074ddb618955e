"""Who holds a coordinator function, and how much of it: the rules at their limits, the acts."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.bodies.actions.functions import change_share, end_holding, hold_function
from samverkan.bodies.models import FunctionHolder, GoverningText, TextVersion
from samverkan.bodies.queries.functions import support_on
from samverkan.bodies.rules.functions import (
    Held,
    fullest,
    held_on,
    obstacles_to_change_share,
    obstacles_to_end_holding,
    obstacles_to_hold,
    remarks_on_function,
    vacancies,
)
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Remark, StepRefused
from samverkan.people.models import Role
from tests.bodies.functions import FunctionFactory, HolderFactory
from tests.factories import (
    TESTER,
    CollaborationFactory,
    PersonFactory,
    PrincipalFactory,
    RoleFactory,
)

FIRST = date(2026, 1, 1)
NEXT_YEAR = date(2027, 1, 1)
NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}
HALF, WHOLE = Decimal("0.5"), Decimal(1)
READY = {
    "wanted": Held(HALF, FIRST, NEXT_YEAR),
    "size": Decimal(2),
    "function": (date(2020, 9, 1), None),
    "taken": [],
    "own": [],
    "elsewhere": [],
    "host": "Regionen",
    "employer": "Regionen",
}
FULL = [Held(WHOLE, FIRST), Held(Decimal("0.75"), FIRST)]
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@st.composite
def holdings(draw):
    first = draw(DAYS)
    until = draw(st.none() | st.integers(1, 500).map(lambda days: first + timedelta(days)))
    return Held(Decimal(draw(st.integers(1, 100))) / 100, first, until)


def codes(found):
    return [one.code for one in found]


@pytest.mark.rule("R162")
@pytest.mark.rule("R163")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"taken": [Held(WHOLE, FIRST), Held(HALF, FIRST)]}, []),
        ({"taken": FULL}, ["function_is_full"]),
        ({"size": WHOLE, "taken": [Held(HALF, FIRST)]}, []),
        ({"size": WHOLE, "taken": [Held(Decimal("0.51"), FIRST)]}, ["function_is_full"]),
        # Full before, and again from the day after: not meanwhile.
        ({"taken": [Held(Decimal(2), date(2025, 1, 1), FIRST)]}, []),
        ({"taken": [Held(Decimal(2), NEXT_YEAR)]}, []),
        ({"taken": [Held(Decimal(2), date(2026, 12, 31))]}, ["function_is_full"]),
        ({"wanted": Held(Decimal("0.01"), FIRST)}, []),
        ({"wanted": Held(WHOLE, FIRST)}, []),
        (
            {"wanted": Held(Decimal("1.01"), FIRST), "size": Decimal(3)},
            ["share_not_of_full_time", "person_over_full_time"],
        ),
        ({"wanted": Held(Decimal(0), FIRST)}, ["share_not_of_full_time"]),
        ({"wanted": Held(Decimal("0.005"), FIRST)}, ["share_not_of_full_time"]),
        ({"wanted": Held(HALF, FIRST, FIRST)}, ["holding_ends_before_it_begins"]),
        ({"wanted": Held(HALF, date(2020, 9, 1))}, []),
        ({"wanted": Held(HALF, date(2020, 8, 31))}, ["holding_before_function"]),
        ({"function": (None, NEXT_YEAR)}, []),
        ({"function": (None, date(2026, 12, 31))}, ["holding_after_function"]),
        ({"function": (None, NEXT_YEAR), "wanted": Held(HALF, FIRST)}, ["holding_after_function"]),
        ({"own": [Held(HALF, date(2026, 12, 31))]}, ["already_holds_function"]),
        ({"own": [Held(HALF, date(2025, 1, 1), FIRST), Held(HALF, NEXT_YEAR)]}, []),
        ({"elsewhere": [Held(HALF, FIRST)]}, []),
        ({"elsewhere": [Held(Decimal("0.51"), FIRST)]}, ["person_over_full_time"]),
        ({"elected": True}, ["holder_is_elected"]),
    ],
)
def test_a_share_is_given_unless(change, expected):
    assert codes(obstacles_to_hold(**READY | change)) == expected


@pytest.mark.rule("R161")
def test_another_employer_than_the_host_is_a_remark():
    (found,) = obstacles_to_hold(**READY | {"employer": "Ask kommun"})

    assert isinstance(found, Remark)
    assert found.facts == {"host": "Regionen", "employer": "Ask kommun"}


def test_a_refusal_tells_the_first_full_day_and_what_is_free_then():
    taken = [Held(HALF, FIRST), Held(Decimal("1.25"), date(2026, 6, 1), date(2026, 7, 1))]

    (found,) = obstacles_to_hold(**READY | {"taken": taken})

    assert found.facts == {"day": date(2026, 6, 1), "free": "0,25", "size": "2,00"}


@given(taken=st.lists(holdings(), max_size=6), within=holdings(), day=DAYS)
def test_on_no_day_of_a_period_is_more_held_than_the_fullest(taken, within, day):
    most, when = fullest(taken, within)

    assert within.on(when)
    assert held_on(taken, when) == most
    if within.on(day):
        assert held_on(taken, day) <= most


@given(taken=st.lists(holdings(), max_size=6), since=DAYS, day=DAYS)
def test_vacancies_say_what_is_free_on_every_day_to_come(taken, since, day):
    found = vacancies(Decimal(2), taken, since)

    if day >= since:
        assert [v for start, v in found if start <= day][-1] == max(
            2 - held_on(taken, day), Decimal(0)
        )


@pytest.mark.parametrize(
    ("share", "first", "taken", "expected"),
    [
        (WHOLE, date(2026, 6, 1), [], []),
        (HALF, date(2026, 6, 1), [], ["share_unchanged"]),
        (WHOLE, date(2025, 12, 31), [], ["share_changes_outside_holding"]),
        (WHOLE, NEXT_YEAR, [], ["share_changes_outside_holding"]),
        (WHOLE, date(2026, 6, 1), [Held(Decimal("1.5"), FIRST)], ["function_is_full"]),
        (WHOLE, date(2026, 6, 1), [Held(Decimal("1.5"), FIRST, date(2026, 6, 1))], []),
    ],
)
def test_a_share_changes_unless(share, first, taken, expected):
    found = obstacles_to_change_share(
        wanted=Held(share, first, NEXT_YEAR),
        present=Held(HALF, FIRST, NEXT_YEAR),
        size=Decimal(2),
        taken=taken,
        elsewhere=[],
    )

    assert codes(found) == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (FIRST, ["holding_ends_before_it_begins"]),
        (date(2026, 1, 2), []),
        (NEXT_YEAR, ["holding_ended_already"]),
    ],
)
def test_a_holding_ends_unless(until, expected):
    found = obstacles_to_end_holding(present=Held(HALF, FIRST, NEXT_YEAR), until=until)

    assert codes(found) == expected


@pytest.mark.rule("R166")
@pytest.mark.rule("R168")
@pytest.mark.parametrize(
    ("vacant", "has_assignment", "expected"),
    [
        (Decimal(0), True, []),
        (HALF, True, ["function_partly_vacant"]),
        (Decimal(2), True, ["function_without_holder"]),
        (Decimal(0), False, ["function_without_assignment"]),
    ],
)
def test_what_a_function_lacks_is_remarked(vacant, has_assignment, expected):
    found = remarks_on_function(size=Decimal(2), vacant=vacant, has_assignment=has_assignment)

    assert codes(found) == expected


# --- The acts -------------------------------------------------------------------------------------


@pytest.fixture
def function(db):
    return FunctionFactory()


@pytest.fixture
def person(function):
    return PersonFactory(collaboration=function.collaboration, name="Kim Koordinator")


def hold(function, person, **change):
    facts = {"person_id": person.pk, "share": HALF, "first": FIRST} | change
    return hold_function(function.pk, **facts, **THEN)


def roles_of(person):
    return list(Role.objects.filter(person=person).order_by("period"))


def test_a_share_is_held_at_the_host_and_told(function, person):
    holder = hold(function, person)

    assert (holder.employer, holder.share) == (function.host, HALF)
    entry = Entry.objects.get(verb="function.held")
    assert entry.subject == f"function/{function.slug}"
    assert entry.content["facts"]["percent"] == 50


@pytest.mark.rule("R162")
def test_no_more_is_held_than_the_function_is(function, person):
    for _ in range(2):
        HolderFactory(function=function, share=WHOLE)

    with pytest.raises(StepRefused):
        hold(function, person)

    assert FunctionHolder.objects.count() == 2
    assert not Entry.objects.exists()


@pytest.mark.rule("R161")
def test_another_employer_passes_with_a_reason(function, person):
    ask = PrincipalFactory(collaboration=function.collaboration)

    with pytest.raises(StepRefused):
        hold(function, person, employer_id=ask.pk)
    hold(function, person, employer_id=ask.pk, reason="Lånas ut under våren.")

    content = Entry.objects.get(verb="function.held").content
    assert content["facts"]["reason"] == "Lånas ut under våren."


def test_a_person_may_hold_two_functions_but_more_than_full_time_needs_a_reason(function, person):
    other = FunctionFactory(collaboration=function.collaboration)
    hold(function, person, share=Decimal("0.75"))

    hold(other, person, share=Decimal("0.25"), until=date(2026, 2, 1))
    with pytest.raises(StepRefused) as refused:
        hold(other, person, first=date(2026, 2, 1))

    assert refused.value.obstacles[0].facts["percent"] == 125


def test_nobody_of_another_collaboration_holds_a_function(function):
    stranger = PersonFactory(collaboration=CollaborationFactory())

    with pytest.raises(type(stranger).DoesNotExist):
        hold(function, stranger)


def test_the_role_comes_and_goes_with_the_holding(function, person):
    RoleFactory(collaboration=function.collaboration)
    holder = hold(function, person, with_role=True)
    (role,) = roles_of(person)
    assert role.period == from_day(FIRST)

    end_holding(holder.pk, until=NEXT_YEAR, **THEN)

    role.refresh_from_db()
    holder.refresh_from_db()
    assert role.period == holder.period == from_day(FIRST, NEXT_YEAR)


def test_a_role_that_two_holdings_carry_ends_with_the_last(function, person):
    RoleFactory(collaboration=function.collaboration)
    other = FunctionFactory(collaboration=function.collaboration)
    one = hold(function, person, with_role=True)
    two = hold(other, person, with_role=True)
    (role,) = roles_of(person)

    end_holding(one.pk, until=date(2026, 6, 1), **THEN)
    role.refresh_from_db()
    assert role.period.upper is None

    end_holding(two.pk, until=NEXT_YEAR, **THEN)
    role.refresh_from_db()
    assert role.period.upper == NEXT_YEAR


def test_a_role_given_by_hand_is_left_alone(function, person):
    role = RoleFactory(collaboration=function.collaboration, person=person)
    holder = hold(function, person, with_role=True)

    end_holding(holder.pk, until=NEXT_YEAR, **THEN)

    assert holder.role is None
    role.refresh_from_db()
    assert role.period.upper is None


@pytest.mark.rule("R016")
def test_the_last_coordinator_leaves_only_with_a_reason(function, person):
    holder = hold(function, person, with_role=True)

    with pytest.raises(StepRefused) as refused:
        end_holding(holder.pk, until=NEXT_YEAR, **THEN)
    assert codes(refused.value.obstacles) == ["no_coordinator_left"]

    end_holding(holder.pk, until=NEXT_YEAR, reason="Efterträdaren är anställd.", **THEN)
    assert roles_of(person)[0].period.upper == NEXT_YEAR


def test_another_share_begins_where_the_old_one_ends_and_keeps_the_role(function, person):
    holder = hold(function, person, with_role=True, until=NEXT_YEAR)

    changed = change_share(holder.pk, share=WHOLE, first=date(2026, 7, 1), **THEN)

    holder.refresh_from_db()
    assert (holder.share, holder.period) == (HALF, from_day(FIRST, date(2026, 7, 1)))
    assert (changed.share, changed.period) == (WHOLE, from_day(date(2026, 7, 1), NEXT_YEAR))
    assert changed.role == holder.role
    assert roles_of(person)[0].period.upper == NEXT_YEAR


def test_a_share_is_put_right_from_its_first_day(function, person):
    holder = hold(function, person)

    change_share(holder.pk, share=WHOLE, first=FIRST, **THEN)

    assert FunctionHolder.objects.get().share == WHOLE
    assert Entry.objects.get(verb="function.share_changed").content["facts"]["before"] == 50


def test_a_share_may_grow_into_what_the_same_person_already_holds(function, person):
    HolderFactory(function=function, share=WHOLE)
    holder = hold(function, person)

    change_share(holder.pk, share=WHOLE, first=date(2026, 7, 1), **THEN)

    with pytest.raises(StepRefused):
        hold(function, PersonFactory(collaboration=function.collaboration), first=date(2026, 8, 1))


def test_a_reason_holds_no_identity_number(function, person):
    with pytest.raises(StepRefused):
        hold(function, person, reason="811218-9876")


# --- What is asked --------------------------------------------------------------------------------


def test_support_tells_who_held_holds_and_will_hold(function):
    former = HolderFactory(function=function, period=from_day(date(2021, 1, 1), FIRST))
    present = HolderFactory(function=function, period=from_day(FIRST))
    coming = HolderFactory(function=function, share=WHOLE, period=from_day(NEXT_YEAR))

    (found,) = support_on(function.collaboration_id, date(2026, 3, 12))

    told = [[one.holder for one in part] for part in (found.former, found.holders, found.coming)]
    assert told == [[former], [present], [coming]]
    assert (found.former[0].last, found.holders[0].last) == (date(2025, 12, 31), None)
    assert (found.holders[0].percent, found.coming[0].percent) == (50, 100)
    assert found.vacancies == [(date(2026, 3, 12), Decimal("1.5")), (NEXT_YEAR, HALF)]


@pytest.mark.rule("R168")
def test_only_an_adopted_assignment_counts(function):
    text = GoverningText.objects.create(
        collaboration=function.collaboration, slug="u", kind="assignment", function=function
    )
    TextVersion.objects.create(text=text, number=1, stage="draft")
    assert not support_on(function.collaboration_id, FIRST)[0].has_assignment

    TextVersion.objects.filter(text=text).update(stage="adopted")

    assert support_on(function.collaboration_id, FIRST)[0].has_assignment


@pytest.mark.parametrize("count", [1, 3])
def test_support_takes_as_many_queries_however_many(count, db, django_assert_num_queries):
    here = CollaborationFactory()
    for _ in range(count):
        HolderFactory.create_batch(2, function=FunctionFactory(collaboration=here))

    with django_assert_num_queries(4):
        found = support_on(here.pk, FIRST)

    assert [len(one.holders) for one in found] == [2] * count
