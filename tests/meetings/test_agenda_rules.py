"""The rules of agendas, time plans, summonses and papers, at their limits."""

from datetime import date, time

import pytest

from samverkan.meetings import wording
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.rules import (
    Change,
    Reporter,
    arranged,
    changes_between,
    clock_times,
    minutes_over,
    notes_on_calling,
    obstacles_to_agree,
    obstacles_to_attach,
    obstacles_to_name_rapporteur,
    obstacles_to_plan_time,
    obstacles_to_reorder,
    obstacles_to_supplement,
    obstacles_to_take_off,
    obstacles_to_times,
    obstacles_to_write_point,
    planned_end,
    rapporteur_of,
    remarks_on_calling,
)

PLANNED, CALLED, HELD = MeetingStage.PLANNED, MeetingStage.CALLED, MeetingStage.HELD


def codes(found):
    return [one.code for one in found]


# --- Order


@pytest.mark.rule("R157")
@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([3, 1, 2], []),
        ([1, 2], ["agenda_changed_meanwhile"]),
        ([1, 2, 3, 4], ["agenda_changed_meanwhile"]),
        ([1, 2, 9], ["agenda_changed_meanwhile"]),
        ([1, 2, 3, 3], ["point_twice_in_order"]),
        ([1, 2, 2], ["point_twice_in_order", "agenda_changed_meanwhile"]),
        ([], ["agenda_changed_meanwhile"]),
    ],
)
def test_an_order_names_every_point_once_and_no_other(wanted, expected):
    assert codes(obstacles_to_reorder(stage=PLANNED, present=[1, 2, 3], wanted=wanted)) == expected


def test_the_points_of_a_held_meeting_keep_their_order():
    assert codes(obstacles_to_reorder(stage=HELD, present=[1], wanted=[1])) == ["meeting_is_held"]


@pytest.mark.parametrize(
    ("wanted", "closing", "last"),
    [
        ([1, 2, 8, 9], {8, 9}, {8, 9}),
        ([1, 8, 2, 9], {8, 9}, {9}),
        ([1, 8, 9, 2], {8, 9}, {8, 9, 2}),
        ([9, 1, 2, 8], {8, 9}, {8}),
        ([1, 2], set(), set()),
    ],
)
def test_what_closes_the_meeting_stays_last(wanted, closing, last):
    positions = arranged(wanted, frozenset(closing), step=10, closing_from=9000)

    assert sorted(positions, key=positions.__getitem__) == wanted
    assert {one for one, position in positions.items() if position >= 9000} == last


# --- Taking off and writing


@pytest.mark.rule("R157")
def test_a_point_is_taken_off_without_a_word_only_before_the_summons():
    facts = {"kind": ItemKind.DECISION, "outcome": "", "reason": ""}

    assert obstacles_to_take_off(stage=PLANNED, **facts) == []
    assert codes(obstacles_to_take_off(stage=CALLED, **facts)) == ["no_reason_to_take_off"]
    assert obstacles_to_take_off(stage=CALLED, **facts | {"reason": "Återtaget."}) == []
    assert codes(obstacles_to_take_off(stage=HELD, **facts)) == ["meeting_is_held"]


@pytest.mark.rule("R153")
def test_a_report_back_and_what_is_treated_stay_on_the_agenda():
    facts = {"stage": PLANNED, "reason": ""}

    back = obstacles_to_take_off(kind=ItemKind.REPORT_BACK, outcome="", **facts)
    treated = obstacles_to_take_off(kind=ItemKind.DECISION, outcome="noted", **facts)

    assert codes(back) == ["report_back_stays"]
    assert codes(treated) == ["point_has_outcome"]


@pytest.mark.rule("R296")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"minutes": 1}, []),
        ({"minutes": 600}, []),
        ({"longest": 8000}, []),
        ({"heading": " "}, ["no_heading"]),
        ({"minutes": 0}, ["minutes_outside"]),
        ({"minutes": 601}, ["minutes_outside"]),
        ({"longest": 8001}, ["point_text_too_long"]),
        ({"kind": ItemKind.INFORMATION}, ["case_needs_its_kind"]),
        ({"kind": ItemKind.INFORMATION, "has_case": False}, []),
        ({"outcome": "noted"}, ["point_has_outcome"]),
        ({"stage": HELD}, ["meeting_is_held"]),
    ],
)
def test_a_point_is_written_within_its_limits(change, expected):
    facts = {
        "stage": CALLED,
        "heading": "Läget",
        "kind": ItemKind.DECISION,
        "has_case": True,
        "outcome": "",
        "minutes": None,
    }

    assert codes(obstacles_to_write_point(**facts | change)) == expected


# --- Who reports


@pytest.mark.rule("R061")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Reporter(1, by_order=True)),
        ({"absent": frozenset({1})}, Reporter(2, by_order=True, instead=True)),
        ({"absent": frozenset({1, 2})}, Reporter(1, by_order=True)),
        ({"chair": None}, Reporter(2, by_order=True, instead=True)),
        ({"chair": None, "vice_chair": None}, None),
        ({"brings_case": False}, None),
        ({"named": 7}, Reporter(7, by_order=False)),
        ({"named": 7, "brings_case": False}, Reporter(7, by_order=False)),
    ],
)
def test_the_chair_of_the_preparing_body_reports_its_cases(change, expected):
    facts = {"named": None, "brings_case": True, "chair": 1, "vice_chair": 2}

    assert rapporteur_of(**facts | change) == expected


@pytest.mark.rule("R061")
@pytest.mark.parametrize(
    ("named", "by_order", "reason", "expected"),
    [
        (7, 1, "", ["other_rapporteur_without_reason"]),
        (7, 1, " ", ["other_rapporteur_without_reason"]),
        (7, 1, "Sakkunnig.", []),
        (1, 1, "", []),
        (7, None, "", []),
        (None, 1, "", []),
    ],
)
def test_another_reports_for_a_reason(named, by_order, reason, expected):
    found = obstacles_to_name_rapporteur(named=named, by_order=by_order, reason=reason)

    assert codes(found) == expected


# --- The time plan


def test_points_begin_when_those_before_them_end():
    begins = clock_times(time(9, 30), [10, None, 45, 5])

    assert begins == [time(9, 30), time(9, 40), time(9, 40), time(10, 25)]
    assert planned_end(time(9, 30), [10, None, 45, 5]) == time(10, 30)


def test_without_an_hour_or_minutes_no_point_has_a_time():
    assert clock_times(None, [10, 20]) == [None, None]
    assert clock_times(time(9), [None, None]) == [None, None]
    assert planned_end(time(9), [None]) is None
    assert clock_times(time(23), [60, 10]) == [time(23), None]


@pytest.mark.parametrize(("last", "over"), [(60, 0), (61, 1), (10, 0)])
def test_the_points_fit_in_the_meeting_to_the_minute(last, over):
    assert minutes_over(time(9), time(11), [60, last]) == over


def test_a_meeting_without_an_end_is_never_too_short():
    assert minutes_over(time(9), None, [600]) == 0


def test_a_meeting_ends_after_it_starts():
    assert obstacles_to_times(time(9), time(9, 1)) == []
    assert obstacles_to_times(None, None) == []
    assert codes(obstacles_to_times(time(9), time(9))) == ["ends_before_it_starts"]
    assert codes(obstacles_to_times(None, time(9))) == ["end_without_start"]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ({1: 1, 2: 600}, []),
        ({1: None, 2: None}, []),
        ({1: 5}, ["agenda_changed_meanwhile"]),
        ({1: 5, 2: 5, 3: 5}, ["agenda_changed_meanwhile"]),
        ({1: 0, 2: 601}, ["minutes_outside"]),
    ],
)
def test_the_time_of_every_point_is_told_at_once(minutes, expected):
    assert codes(obstacles_to_plan_time(stage=CALLED, present=[1, 2], minutes=minutes)) == expected


# --- The working committee


@pytest.mark.rule("R073")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"stage": CALLED}, ["too_late_to_agree"]),
        ({"has_committee": False, "holds_office": False}, ["body_without_committee"]),
        ({"holds_office": False}, ["not_in_the_committee"]),
        ({"agreed": True}, ["already_agreed"]),
        ({"kinds": [ItemKind.FORMAL]}, ["agenda_is_empty"]),
    ],
)
def test_one_of_the_committee_agrees_on_an_agenda(change, expected):
    facts = {
        "stage": PLANNED,
        "has_committee": True,
        "holds_office": True,
        "agreed": False,
        "kinds": [ItemKind.FORMAL, ItemKind.DECISION],
    }

    assert codes(obstacles_to_agree(**facts | change)) == expected


@pytest.mark.rule("R073")
@pytest.mark.parametrize(
    ("has_committee", "agreed", "on_another", "expected"),
    [
        (True, True, True, []),
        (True, False, False, ["agenda_not_agreed"]),
        (True, False, True, ["agenda_changed_since_agreed"]),
        (False, False, False, []),
    ],
)
def test_an_agenda_that_the_committee_has_not_agreed_on_is_remarked(
    has_committee, agreed, on_another, expected
):
    found = remarks_on_calling(
        has_committee=has_committee, agreed=agreed, agreed_on_another=on_another
    )

    assert codes(found) == expected


@pytest.mark.rule("R294")
def test_the_sender_is_told_whom_it_does_not_reach_and_what_is_left():
    quiet = {"unreached": [], "previous": None, "minutes_over": 0}
    loud = {"unreached": ["Frans"], "previous": date(2026, 2, 1), "minutes_over": 5}

    assert notes_on_calling(**quiet) == []
    assert codes(notes_on_calling(**loud)) == [
        "members_unreached",
        "previous_not_approved",
        "agenda_too_long",
    ]


# --- Supplements


def point(key, **facts):
    return {
        "id": key,
        "heading": f"Punkt {key}",
        "kind": "information",
        "text": "",
        "proposal": "",
        "minutes": None,
        "begins": "",
        "rapporteur": "",
        "guests": [],
        "case": None,
        "papers": [],
    } | facts


def agenda(*points, **facts):
    return {"body": "Samråd", "on": "2026-03-12", "time": "09.30", "place": ""} | {
        "points": list(points),
        **facts,
    }


BEFORE = agenda(point(1), point(2), point(3), point(4))


def heading(key):
    return {"heading": f"Punkt {key}"}


def paper(name, sha256="a"):
    return {"name": name, "sha256": sha256}


@pytest.mark.rule("R157")
@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (BEFORE, []),
        (agenda(point(1, begins="10.00", minutes=5), *BEFORE["points"][1:]), []),
        (
            agenda(point(1), point(2), point(5), point(3), point(4)),
            [Change("point_added", heading(5))],
        ),
        (agenda(point(1), point(2), point(4)), [Change("point_taken_off", heading(3))]),
        (
            agenda(point(4), point(1), point(2), point(3)),
            [Change("point_moved", heading(4))],
        ),
        (
            agenda(point(2), point(3), point(4), point(1)),
            [Change("point_moved", heading(1))],
        ),
        (
            agenda(point(1, heading="Nytt"), *BEFORE["points"][1:]),
            [Change("point_renamed", {"was": "Punkt 1", "heading": "Nytt"})],
        ),
        (
            agenda(*BEFORE["points"], place="Vindeln"),
            [Change("place_changed", {"was": "", "now": "Vindeln"})],
        ),
        (
            agenda(*BEFORE["points"], on="2026-03-13", time="10.00"),
            [
                Change("day_changed", {"was": "2026-03-12", "now": "2026-03-13"}),
                Change("time_changed", {"was": "09.30", "now": "10.00"}),
            ],
        ),
        (
            agenda(point(1, papers=[paper("Rutin")], guests=["Eva"]), *BEFORE["points"][1:]),
            [
                Change("guest_added", {"name": "Eva", **heading(1)}),
                Change("paper_added", {"name": "Rutin", **heading(1)}),
            ],
        ),
        (
            agenda(
                point(
                    1,
                    kind="decision",
                    text="x",
                    proposal="att",
                    rapporteur="Eva",
                    case={"number": "1"},
                ),
                *BEFORE["points"][1:],
            ),
            [
                Change("point_kind_changed", heading(1)),
                Change("point_text_changed", heading(1)),
                Change("proposal_changed", heading(1)),
                Change("rapporteur_changed", heading(1)),
                Change("case_sheet_changed", heading(1)),
            ],
        ),
    ],
)
def test_what_changed_between_two_copies_is_listed(after, expected):
    assert changes_between(BEFORE, after) == expected


def test_a_paper_with_the_same_name_and_other_bytes_is_another():
    before = agenda(point(1, papers=[paper("Rutin", "a")]))
    after = agenda(point(1, papers=[paper("Rutin", "b")]))

    assert codes(changes_between(before, after)) == ["paper_added", "paper_removed"]


def test_every_change_can_be_said():
    for code in wording.CHANGES:
        facts = {"heading": "Läget", "name": "Rutin", "was": "", "now": "Vindeln"}
        assert "{" not in wording.said_of(Change(code, facts))


@pytest.mark.rule("R157")
def test_a_supplement_needs_a_summons_and_a_change():
    assert obstacles_to_supplement(stage=CALLED, changes=1) == []
    assert codes(obstacles_to_supplement(stage=CALLED, changes=0)) == ["nothing_to_supplement"]
    assert codes(obstacles_to_supplement(stage=PLANNED, changes=1)) == ["not_called"]
    assert codes(obstacles_to_supplement(stage=HELD, changes=1)) == ["not_called"]


# --- Papers


@pytest.mark.rule("R299")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"name": "x" * 200}, []),
        ({"names": [str(n) for n in range(19)]}, []),
        ({"bytes_before": 149_999_999}, []),
        ({"name": " "}, ["no_paper_name"]),
        ({"name": "x" * 201}, ["paper_name_too_long"]),
        ({"names": ["Rutin"]}, ["paper_name_taken"]),
        ({"names": [str(n) for n in range(20)]}, ["too_many_papers"]),
        ({"bytes_before": 150_000_000}, ["papers_too_large"]),
        ({"stage": HELD}, ["meeting_is_held"]),
    ],
)
def test_a_paper_is_put_to_a_point_within_its_limits(change, expected):
    facts = {"stage": CALLED, "name": "Rutin", "names": [], "bytes_before": 0, "size": 1}

    assert codes(obstacles_to_attach(**facts | change)) == expected
