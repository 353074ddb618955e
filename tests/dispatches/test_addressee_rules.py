"""Rules for whom a recommendation goes to, each at its limits."""

from datetime import date, timedelta

import pytest

from samverkan.dispatches import wording
from samverkan.dispatches.choices import (
    AddressScope,
    Binding,
    DispatchState,
    FederationState,
    RecommendationState,
    ShownState,
)
from samverkan.dispatches.rules import (
    EVERYONE,
    Ended,
    To,
    above,
    addressed,
    decided_at_other_level,
    first_to_get,
    next_to_get,
    obstacles_to_addressing,
    obstacles_to_answer_for,
    obstacles_to_concern,
    obstacles_to_decline,
    obstacles_to_late_addressee,
    obstacles_to_level,
    obstacles_to_pass,
    obstacles_to_recommend_on,
    obstacles_to_take_over,
    recommendation_state,
    shown_state,
    tally,
)
from samverkan.principals.choices import LineBodyKind, Side

TODAY = date(2026, 5, 20)
DAY = timedelta(days=1)
THERE = {1: Side.MUNICIPALITIES, 2: Side.MUNICIPALITIES, 3: Side.REGION}
NAMES = {1: "Aspa", 2: "Bokby", 3: "Regionen", 4: "Gamla"}


def codes(obstacles):
    return [obstacle.code for obstacle in obstacles]


# --- Whom a choice means -------------------------------------------------------------------------


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("to", "found", "gone"),
    [
        (EVERYONE, [1, 2, 3], []),
        (To(AddressScope.SIDE, side=Side.MUNICIPALITIES), [1, 2], []),
        (To(AddressScope.SIDE, side=Side.REGION), [3], []),
        (To(AddressScope.GROUPING, grouping=7), [2], []),
        (To(AddressScope.NAMED, named=frozenset({3, 1})), [1, 3], []),
        (To(AddressScope.NAMED, named=frozenset({1, 4})), [1], [4]),
        (To(AddressScope.NAMED), [], []),
    ],
)
def test_a_choice_means_those_who_are_principals_that_day(to, found, gone):
    assert addressed(to, there=THERE, members={2, 4}) == (found, gone)


def addressing(to, **change):
    facts = {
        "to": to,
        "addressees": [1, 2, 3],
        "gone": [],
        "names": NAMES,
        "grouping_in_force": True,
    }
    return codes(obstacles_to_addressing(**facts | change))


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("to", "change", "found"),
    [
        (EVERYONE, {}, []),
        (EVERYONE, {"addressees": []}, ["no_addressees"]),
        (To(AddressScope.NAMED), {"gone": ["Gamla"]}, ["addressee_not_there"]),
        (To(AddressScope.GROUPING), {"grouping_in_force": False}, ["grouping_not_there"]),
        (To(not_concerned={1: "Ingen sådan verksamhet."}), {}, []),
        (To(not_concerned={1: " "}), {}, ["not_concerned_without_reason"]),
        (To(not_concerned={1: "x" * 500}), {}, []),
        (To(not_concerned={1: "x" * 501}), {}, ["unconcerned_reason_too_long"]),
        (To(not_concerned={4: "Nej."}), {}, ["not_concerned_not_addressed"]),
        (To(not_concerned={1: "a", 2: "b"}), {}, []),
        (To(not_concerned={1: "a", 2: "b", 3: "c"}), {}, ["nobody_concerned"]),
    ],
)
def test_an_addressing_cannot_be_made_when(to, change, found):
    assert addressing(to, **change) == found


@pytest.mark.parametrize(
    ("scope", "names", "facts", "said"),
    [
        (AddressScope.ALL, ["Aspa", "Bokby"], {}, "till alla huvudmän"),
        (AddressScope.SIDE, ["A", "B"], {"side": Side.MUNICIPALITIES}, "till kommunerna"),
        (AddressScope.SIDE, ["R"], {"side": Side.REGION}, "till regionen"),
        (AddressScope.SIDE, ["R", "S"], {"side": Side.REGION}, "till regionerna"),
        (AddressScope.GROUPING, ["A"], {"grouping": "Kusten"}, "till grupperingen Kusten"),
        (AddressScope.NAMED, ["Aspa", "Bokby"], {}, "till Aspa och Bokby"),
        (AddressScope.NAMED, list("ABCDEF"), {}, "till A, B, C, D, E och F"),
        (AddressScope.NAMED, list("ABCDEFG"), {}, "till 7 av 16 huvudmän"),
        (AddressScope.ALL, ["A"], {"through": ["GR"]}, "till alla huvudmän, genom GR"),
        (AddressScope.ALL, ["A"], {"through": list("ABCDEFG")},
         "till alla huvudmän, genom 7 mellanled"),
    ],
)  # fmt: skip
def test_to_whom_it_goes_is_told_in_words(scope, names, facts, said):
    assert wording.to_whom(scope, names, total=16, **facts) == said


# --- Berörs inte ---------------------------------------------------------------------------------


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("state", "concerned", "found"),
    [
        (DispatchState.DISPATCHED, False, []),
        (DispatchState.HELD, False, []),
        (DispatchState.RECEIVED, False, []),
        (DispatchState.PLANNED, False, []),
        (DispatchState.APPROVED, False, ["has_decided"]),
        (DispatchState.REJECTED, False, ["has_decided"]),
        (DispatchState.NOT_CONCERNED, False, ["not_concerned_already"]),
        (DispatchState.NOT_CONCERNED, True, []),
        (DispatchState.DISPATCHED, True, ["concerned_already"]),
        (DispatchState.TAKEN_OVER, False, ["dispatch_taken_over"]),
    ],
)
def test_it_can_be_told_that_a_matter_does_not_concern_one(state, concerned, found):
    assert codes(obstacles_to_concern(state=state, concerned=concerned, reason="Skäl.")) == found


def test_it_takes_a_reason():
    without = obstacles_to_concern(state=DispatchState.DISPATCHED, concerned=False, reason=" ")

    assert codes(without) == ["no_reason_for_concern"]


@pytest.mark.rule("R152")
def test_one_that_is_not_concerned_is_counted_apart_and_not_awaited():
    counted = tally(
        {
            DispatchState.APPROVED: 2,
            DispatchState.NOT_CONCERNED: 1,
            DispatchState.TAKEN_OVER: 1,
            DispatchState.HELD: 1,
        }
    )

    assert (counted.addressed, counted.decided, counted.not_concerned) == (3, 2, 1)
    assert wording.outcome(counted, ["Sorsele"], ["Malå"]) == (
        "2 av 3 har beslutat: 2 bifall. Beslut saknas från Sorsele. Berörs inte: Malå."
    )


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("states", "whole"),
    [
        ([DispatchState.APPROVED, DispatchState.NOT_CONCERNED], RecommendationState.ALL_ANSWERED),
        ([DispatchState.APPROVED, DispatchState.TAKEN_OVER], RecommendationState.ALL_ANSWERED),
        ([DispatchState.APPROVED, DispatchState.HELD], RecommendationState.OUT),
    ],
)
def test_what_is_awaited_is_what_can_still_come(states, whole):
    assert recommendation_state(states, dispatched=True) is whole


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (DispatchState.HELD, ShownState.NOT_DISPATCHED),
        (DispatchState.NOT_CONCERNED, ShownState.NOT_CONCERNED),
        (DispatchState.TAKEN_OVER, ShownState.TAKEN_OVER),
    ],
)
def test_the_new_states_are_shown_also_when_the_day_has_passed(state, shown):
    passed = TODAY - DAY

    assert shown_state(state, reply_by=passed, planned_on=None, today=TODAY) is shown


# --- Later, over, and no more --------------------------------------------------------------------

LATE = {
    "dispatched": True,
    "addressed": False,
    "there": True,
    "reachable": True,
    "name": "Aspa",
    "reason": "Ny part.",
}


@pytest.mark.rule("R225")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"dispatched": False}, ["not_dispatched_yet"]),
        ({"addressed": True}, ["addressed_already"]),
        ({"there": False}, ["addressee_not_there"]),
        ({"reachable": False}, ["unreachable"]),
        ({"reason": " "}, ["no_reason_to_add"]),
    ],
)
def test_one_joins_later_unless(change, found):
    assert codes(obstacles_to_late_addressee(**LATE | change)) == found


ENDED = Ended("Gamla kommun", TODAY, "Nya kommun")
ANSWER = {
    "state": DispatchState.DISPATCHED,
    "federation": "",
    "ended": None,
    "decided_on": TODAY,
    "today": TODAY,
    "correcting": False,
}


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"ended": ENDED, "today": TODAY - DAY}, []),
        ({"ended": ENDED}, ["principal_ended"]),
        ({"ended": ENDED, "correcting": True}, ["principal_ended"]),
        ({"ended": ENDED, "correcting": True, "decided_on": TODAY - DAY}, []),
        ({"ended": ENDED, "decided_on": TODAY - DAY}, ["principal_ended"]),
        ({"ended": Ended("Gamla kommun", TODAY, "")}, ["principal_ended_alone"]),
        ({"state": DispatchState.HELD}, ["held_by_federation"]),
        ({"state": DispatchState.NOT_CONCERNED}, ["answers_though_not_concerned"]),
        ({"state": DispatchState.TAKEN_OVER}, ["dispatch_taken_over"]),
    ],
)
def test_a_principal_does_not_answer_when(change, found):
    assert codes(obstacles_to_answer_for(**ANSWER | change)) == found


OVER = {
    "name": "Gamla",
    "heir": "Nya",
    "first": TODAY,
    "heir_there": True,
    "heir_reachable": True,
    "moving": 1,
    "today": TODAY,
}


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"heir": "", "first": None}, ["no_successor"]),
        ({"first": TODAY + DAY}, ["succession_ahead"]),
        ({"heir_there": False}, ["addressee_not_there"]),
        ({"moving": 0}, ["nothing_to_take_over"]),
        ({"heir_reachable": False}, ["unreachable"]),
    ],
)
def test_a_successor_takes_over_unless(change, found):
    assert codes(obstacles_to_take_over(**OVER | change)) == found


# --- A tree --------------------------------------------------------------------------------------

# 1 stands over 2 and 3; 4 stands alone.
PARENTS = {1: None, 2: 1, 3: 1, 4: None}


@pytest.mark.rule("R152")
def test_a_recommendation_goes_to_the_outermost_first_and_then_down_the_ways():
    assert above(2, PARENTS) == [2, 1]
    assert first_to_get([2, 3, 4], PARENTS) == {1, 4}
    assert next_to_get(1, [2, 4], PARENTS) == {2}
    assert next_to_get(2, [2, 3], PARENTS) == set()


def test_a_circle_of_federations_does_not_go_on_for_ever():
    assert above(1, {1: 2, 2: 1}) == [1, 2]


RECOMMENDS = {
    "state": FederationState.SENT,
    "on": TODAY,
    "dispatched_on": TODAY,
    "today": TODAY,
    "unreachable": [],
}


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"state": FederationState.DECLINED}, []),
        ({"state": FederationState.RECOMMENDED}, ["federation_has_said"]),
        ({"state": FederationState.PASSED}, ["federation_has_said"]),
        ({"on": None}, ["no_federation_day"]),
        ({"on": TODAY + DAY}, ["federation_day_ahead"]),
        ({"on": TODAY - DAY}, ["before_federation_dispatch"]),
        ({"unreachable": ["Aspa"]}, ["members_unreachable"]),
    ],
)
def test_a_federation_recommends_on_unless(change, found):
    assert codes(obstacles_to_recommend_on(**RECOMMENDS | change)) == found


@pytest.mark.parametrize(
    ("state", "reason", "found"),
    [
        (FederationState.SENT, "Styrelsen är oenig.", []),
        (FederationState.SENT, " ", ["no_reason_to_decline"]),
        (FederationState.SENT, "x" * 501, ["unconcerned_reason_too_long"]),
        (FederationState.RECOMMENDED, "Nej.", ["federation_has_said"]),
        (FederationState.DECLINED, "Nej.", ["federation_has_said"]),
    ],
)
def test_a_federation_declines_with_a_reason(state, reason, found):
    assert codes(obstacles_to_decline(state=state, reason=reason)) == found


@pytest.mark.parametrize(
    ("state", "waiting", "found"),
    [
        (FederationState.DECLINED, 1, []),
        (FederationState.DECLINED, 0, ["nobody_waits_there"]),
        (FederationState.SENT, 1, ["federation_has_not_declined"]),
    ],
)
def test_it_goes_past_a_federation_only_when_it_has_declined(state, waiting, found):
    stops = obstacles_to_pass(state=state, name="GR", waiting=waiting, unreachable=[])

    assert codes(stops) == found


# --- The level, and the number -------------------------------------------------------------------


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("binding", "kind", "ground", "found"),
    [
        (Binding.FREE, None, "", []),
        (Binding.ADVISED, LineBodyKind.COUNCIL, "", []),
        (Binding.ADVISED, None, "", ["level_without_kind"]),
        (Binding.PRESCRIBED, LineBodyKind.COUNCIL, "kommunallagen 5 kap. 1 §", []),
        (Binding.PRESCRIBED, LineBodyKind.COUNCIL, " ", ["level_without_ground"]),
        (Binding.ADVISED, LineBodyKind.BOARD, "x" * 300, []),
        (Binding.ADVISED, LineBodyKind.BOARD, "x" * 301, ["level_ground_too_long"]),
    ],
)
def test_the_level_is_prescribed_advised_or_free(binding, kind, ground, found):
    stops = obstacles_to_level(dispatched=False, binding=binding, kind=kind, ground=ground)

    assert codes(stops) == found


def test_the_level_is_said_before_dispatch():
    stops = obstacles_to_level(dispatched=True, binding=Binding.FREE, kind=None, ground="")

    assert codes(stops) == ["level_after_dispatch"]


@pytest.mark.parametrize(
    ("binding", "wanted", "decided", "other"),
    [
        (Binding.PRESCRIBED, LineBodyKind.COUNCIL, LineBodyKind.COUNCIL, False),
        (Binding.PRESCRIBED, LineBodyKind.COUNCIL, LineBodyKind.COMMITTEE, True),
        (Binding.ADVISED, LineBodyKind.COMMITTEE, LineBodyKind.COUNCIL, True),
        (Binding.ADVISED, LineBodyKind.COMMITTEE, None, False),
        (Binding.FREE, None, LineBodyKind.OFFICER, False),
    ],
)
def test_a_decision_may_be_taken_on_another_level_than_asked(binding, wanted, decided, other):
    assert decided_at_other_level(binding, wanted, decided) is other
