"""The path inside a principal: how it is read, what it may say, and what is usual."""

from datetime import date

import pytest

from samverkan.dispatches.choices import LineAct
from samverkan.dispatches.rules import (
    Chain,
    Decided,
    LineRow,
    ReadPath,
    kept_as_planned,
    kind_of_body,
    obstacles_from_path,
    obstacles_to_path,
    path_text,
    read_path,
    same_body,
    usual_chain,
)
from samverkan.dispatches.rules.chains import chain_of
from samverkan.principals.choices import LineBodyKind

AGREED, TODAY = date(2026, 11, 2), date(2027, 3, 20)
COMMITTEE, COUNCIL = LineBodyKind.COMMITTEE.value, LineBodyKind.COUNCIL.value
SUPPORTED = LineRow("Socialnämnden", COMMITTEE, date(2027, 3, 12), LineAct.SUPPORTS, True, "§ 31")
COMING = LineRow("Kommunfullmäktige", COUNCIL, date(2027, 3, 30))
DECIDED = LineRow("Kommunfullmäktige", COUNCIL, date(2027, 3, 15), LineAct.DECIDES, True, "§ 8")


def read(text, *, since=AGREED, today=TODAY, known=None):
    return read_path(text, since=since, today=today, known=known or {})


def codes(*rows, unread=(), **facts):
    known = {
        "standing": (),
        "decided": None,
        "agreed_on": AGREED,
        "today": TODAY,
        "seen": 0,
        "given": 0,
    }
    found = obstacles_to_path(ReadPath(tuple(rows), unread), **known | facts)
    return [one.code for one in found]


@pytest.mark.rule("R184")
@pytest.mark.rule("R315")
def test_a_path_is_told_in_one_line():
    told = read("Nämnden 12 mars tillstyrker, fullmäktige 30 mars")

    assert told.unread == ()
    assert told.rows == (
        LineRow("Nämnden", COMMITTEE, date(2027, 3, 12), LineAct.SUPPORTS, True),
        LineRow("Fullmäktige", COUNCIL, date(2027, 3, 30)),
    )


def test_what_is_to_come_is_not_done_though_it_says_what_is_expected():
    (row,) = read("Nämnden 12 april tillstyrker").rows

    assert (row.act, row.done) == (LineAct.SUPPORTS, False)


@pytest.mark.parametrize(
    ("text", "act", "to_body"),
    [
        ("Nämnden tillstyrkte den 12 mars § 31", LineAct.SUPPORTS, ""),
        ("Nämnden 12/3 avstyrker § 31", LineAct.OPPOSES, ""),
        ("Nämnden 2027-03-12 föreslår fullmäktige att anta, § 31", LineAct.PROPOSES, "Fullmäktige"),
        ("Nämnden beslutade 12 mars 2027, § 31", LineAct.DECIDES, ""),
        ("Nämnden 12 mars: återremiss § 31", LineAct.REFERS_BACK, ""),
        ("Nämnden återremitterade ärendet 12 mars § 31", LineAct.REFERS_BACK, ""),
        ("Nämnden 12 mars bordlagt § 31", LineAct.TABLES, ""),
        ("Nämnden 12 mars bordlade § 31.", LineAct.TABLES, ""),
    ],
)
def test_what_a_body_does_is_written_in_many_ways(text, act, to_body):
    (row,) = read(text).rows

    assert row == LineRow("Nämnden", COMMITTEE, date(2027, 3, 12), act, True, "§ 31", to_body)


@pytest.mark.rule("R314")
@pytest.mark.parametrize(
    "text",
    [
        "Fullmäktige 12 mars delegerar till socialnämnden",
        "Fullmäktige 12 mars ger socialnämnden i uppdrag att besluta",
        "Fullmäktige gav den 12 mars i uppdrag åt socialnämnden",
        "Fullmäktige 12 mars beslutar att ge socialnämnden i uppdrag att besluta",
        "Fullmäktige 12 mars uppdrar åt socialnämnden att besluta",
    ],
)
def test_a_council_may_give_a_committee_the_task_to_decide(text):
    (row,) = read(text).rows

    assert (row.body, row.act, row.to_body) == ("Fullmäktige", LineAct.DELEGATES, "Socialnämnden")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Socialnämnden, kommunfullmäktige", ["Socialnämnden", "Kommunfullmäktige"]),
        (
            "Nämnden för kultur, fritid och omsorg 12 mars, fullmäktige",
            ["Nämnden för kultur, fritid och omsorg", "Fullmäktige"],
        ),
        ("Vård-, omsorgs- och äldrenämnden 12 mars", ["Vård-, omsorgs- och äldrenämnden"]),
        (
            "Nämnden 12 mars\n\nstyrelsen 20 mars; fullmäktige",
            ["Nämnden", "Styrelsen", "Fullmäktige"],
        ),
    ],
)
def test_a_comma_parts_steps_but_not_names(text, bodies):
    assert [row.body for row in read(text).rows] == bodies


def test_a_short_name_means_the_principals_own_body_when_there_is_one():
    known = {"Socialnämnden": COMMITTEE, "Kommunfullmäktige": COUNCIL}

    rows = read("nämnden 12 mars, fullmäktige 30 mars", known=known).rows

    assert [row.body for row in rows] == list(known)


def test_a_short_name_that_may_be_two_is_kept_as_written():
    known = {"Socialnämnden": COMMITTEE, "Utbildningsnämnden": COMMITTEE}

    assert read("nämnden 12 mars", known=known).rows[0].body == "Nämnden"


@pytest.mark.parametrize(
    "text",
    [
        "12 mars",
        "§ 31",
        "tillstyrker",
        "Nämnden 12 mars 30 mars",
        "Nämnden 31 februari",
        "Nämnden den 45 mars",
        "Nämnden 12 mars beslutar bifall",
        "n" * 161,
        "Nämnden § 31 § 32",
    ],
)
def test_what_cannot_be_read_is_handed_back(text):
    told = read(text)

    assert (told.rows, told.unread) == ((), (text,))
    assert codes(unread=told.unread) == ["path_row_not_read"]


@pytest.mark.parametrize(
    ("text", "today", "on"),
    [
        ("Nämnden 12 mars", date(2026, 11, 20), date(2027, 3, 12)),
        ("Nämnden 20 december", date(2027, 1, 10), date(2026, 12, 20)),
        ("Nämnden 1 november", date(2026, 11, 20), date(2026, 11, 1)),
        ("Nämnden 29 februari", date(2027, 3, 1), date(2028, 2, 29)),
        ("Nämnden 12 mars 2028", TODAY, date(2028, 3, 12)),
        ("Nämnden 3 sept.", TODAY, date(2027, 9, 3)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_that_makes_sense(text, today, on):
    assert read(text, today=today).rows[0].on == on


def test_a_later_step_is_in_a_later_year():
    rows = read("Nämnden 12 december, fullmäktige 30 januari", today=date(2026, 11, 20)).rows

    assert [row.on for row in rows] == [date(2026, 12, 12), date(2027, 1, 30)]


def test_what_is_written_reads_back_as_it_was():
    delegated = LineRow(
        "Kommunfullmäktige", COUNCIL, date(2027, 3, 14), LineAct.DELEGATES, True, "§ 9", "Nämnden"
    )
    rows = (SUPPORTED, delegated, COMING)

    assert read(path_text(rows)).rows == rows


def test_a_planned_step_written_as_it_stood_does_not_become_done_when_its_day_has_come():
    stood = (LineRow("Nämnden", COMMITTEE, date(2027, 3, 12), LineAct.SUPPORTS),)

    again = kept_as_planned(read(path_text(stood)), stood)

    assert again == stood
    assert codes(*again, standing=stood, given=1, seen=1) == []


@pytest.mark.rule("R005")
@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "path_empty"),
        ([COMING] * 11, "path_too_long"),
        ([LineRow("N", "", date(2026, 11, 1), LineAct.SUPPORTS, True)], "step_before_meeting"),
        ([LineRow("N", "", date(2027, 3, 21), LineAct.SUPPORTS, False, "§ 1")], "step_ahead"),
        ([LineRow("N", "", date(2027, 3, 19))], "step_day_passed"),
        ([LineRow("N", "", None, LineAct.SUPPORTS)], "step_without_day"),
        ([LineRow("N", "", date(2029, 3, 20))], "step_far"),
        ([COMING, LineRow("N", "", date(2027, 3, 29))], "steps_out_of_order"),
        ([DECIDED, COMING], "step_after_deciding"),
    ],
)
def test_a_path_is_refused(rows, code):
    assert codes(*rows) == [code]


@pytest.mark.parametrize(
    "row",
    [
        LineRow("N", "", date(2026, 11, 2), LineAct.SUPPORTS, True),
        LineRow("N", "", date(2027, 3, 20), LineAct.SUPPORTS, True, "§ 1"),
        LineRow("N", "", date(2027, 3, 20)),
        LineRow("N", "", date(2029, 3, 19)),
        LineRow("N"),
    ],
)
def test_a_path_is_taken_at_the_limits(row):
    assert codes(row) == []


def test_only_one_body_decides():
    assert codes(DECIDED, DECIDED) == ["two_deciding_steps"]


def test_of_two_at_once_the_other_is_told():
    assert codes(COMING, seen=0, given=1) == ["path_told_meanwhile"]


def test_what_is_done_is_changed_with_a_reason():
    other = LineRow("Socialnämnden", COMMITTEE, date(2027, 3, 12), LineAct.OPPOSES, True, "§ 31")

    assert codes(other, standing=(SUPPORTED,)) == ["path_without_reason"]
    assert codes(other, standing=(SUPPORTED,), reason="Fel ord") == []
    assert codes(SUPPORTED, COMING, standing=(SUPPORTED,)) == []


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("decided", "found"),
    [
        (Decided("Fullmäktige", date(2027, 3, 15), "§ 8"), []),
        (Decided("Kommunfullmäktige", date(2027, 3, 15), ""), []),
        (Decided("Kommunfullmäktige", date(2027, 3, 16), "§ 8"), ["answer_against_path"]),
        (Decided("Kommunfullmäktige", date(2027, 3, 15), "§ 9"), ["answer_against_path"]),
        (Decided("Kommunstyrelsen", date(2027, 3, 15), "§ 8"), ["answer_against_path"]),
        (Decided("Kommunfullmäktige", None, ""), []),
    ],
)
def test_the_step_that_decides_and_the_answer_do_not_contradict_each_other(decided, found):
    assert [one.code for one in obstacles_from_path(decided, [SUPPORTED, DECIDED])] == found
    against = codes(SUPPORTED, DECIDED, decided=decided)
    assert against == ["step_against_answer"] * len(found)


def test_nothing_is_done_in_the_line_after_the_decision():
    back = LineRow("Nämnden", COMMITTEE, date(2027, 3, 16), LineAct.REFERS_BACK, True)
    decided = Decided("Fullmäktige", date(2027, 3, 15), "§ 8")

    assert [one.code for one in obstacles_from_path(decided, [back])] == ["answer_against_path"]


@pytest.mark.rule("R007")
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kommunfullmäktige", LineBodyKind.COUNCIL),
        ("Regionstyrelsen", LineBodyKind.BOARD),
        ("Hälso- och sjukvårdsnämnden", LineBodyKind.COMMITTEE),
        ("Kommunstyrelsens arbetsutskott", LineBodyKind.COMMITTEE),
        ("Socialchefen", LineBodyKind.OFFICER),
        ("Nämndens ordförande", LineBodyKind.OFFICER),
        ("Vård och omsorg", None),
    ],
)
def test_the_kind_of_a_body_follows_from_its_name_when_it_is_clear(name, kind):
    assert kind_of_body(name, {}) is kind


def test_what_is_entered_of_a_body_goes_before_its_name():
    assert kind_of_body("vård och omsorg", {"Vård och omsorg": "board"}) is LineBodyKind.BOARD


def test_names_of_one_body_are_seen_as_one():
    assert same_body("Fullmäktige", "Kommunfullmäktige")
    assert not same_body("Kommunstyrelsen", "Kommunfullmäktige")
    assert not same_body("", "Kommunfullmäktige")


def test_the_chain_of_a_decision_names_each_body_once():
    back = LineRow("Kommunfullmäktige", COUNCIL, date(2027, 3, 13), LineAct.REFERS_BACK, True)
    chain = chain_of(
        [SUPPORTED, back, SUPPORTED, DECIDED], Decided("Fullmäktige", date(2027, 3, 15), ""), "m"
    )

    assert chain.bodies == ("Socialnämnden", "Fullmäktige")


@pytest.mark.rule("R184")
@pytest.mark.parametrize(
    ("earlier", "bodies", "times"),
    [
        ([], None, 0),
        ([("A",), ("B",), ("B",)], ("B",), 2),
        ([("A",), ("B",)], ("A",), 1),
        ([("b", "C"), ("A",), ("B", "c")], ("b", "C"), 2),
    ],
)
def test_the_usual_chain_is_used_most_often_or_else_last(earlier, bodies, times):
    usual = usual_chain([Chain(one, "m") for one in earlier], "m")

    assert (usual and (usual.bodies, usual.times)) == (bodies and (bodies, times))


def test_the_same_kind_of_matter_goes_before_others():
    earlier = [Chain(("A",), "x"), Chain(("A",), "x"), Chain(("B",), "m")]

    assert usual_chain(earlier, "m").bodies == ("B",)
    other = usual_chain(earlier, "y")
    assert (other.bodies, other.same_matter) == (("A",), False)
