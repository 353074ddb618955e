"""Whose move a case waits for."""

from datetime import date

import pytest

from samverkan.cases.choices import CaseStage, Mover
from samverkan.cases.rules import Standing, next_move
from samverkan.cases.wording import MOVES

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("case", "who", "what", "by"),
    [
        (Standing(CaseStage.RAISED, documented=False), Mover.RAISER, "document", None),
        (Standing(CaseStage.RAISED), Mover.COORDINATORS, "prepare", None),
        (Standing(CaseStage.PREPARED, lifting=True), Mover.PRINCIPALS, "line", None),
        (Standing(CaseStage.PREPARED, away=True), Mover.COORDINATORS, "note_return", None),
        (Standing(CaseStage.PREPARED), Mover.COMMITTEE, "place", None),
        (Standing(CaseStage.PREPARED, meets_on=DAY), Mover.BODY, "treat", DAY),
        (
            Standing(CaseStage.PREPARED, meets_on=DAY, met=True),
            Mover.COORDINATORS,
            "close_meeting",
            DAY,
        ),
        (Standing(CaseStage.RECOMMENDED), Mover.APPROVER, "approve", None),
        (Standing(CaseStage.RECOMMENDED, agreed=True), Mover.COORDINATORS, "dispatch", None),
        (
            Standing(CaseStage.DISPATCHED, agreed=True, unanswered=1, reply_by=DAY),
            Mover.PRINCIPALS,
            "answer",
            DAY,
        ),
        (
            Standing(CaseStage.DISPATCHED, agreed=True, meets_on=DAY),
            Mover.BODY,
            "hear_back",
            DAY,
        ),
        (
            Standing(CaseStage.REPORTED_BACK, agreed=True, unanswered=3),
            Mover.PRINCIPALS,
            "answer",
            None,
        ),
        (Standing(CaseStage.REPORTED_BACK, agreed=True), Mover.COORDINATORS, "finish", None),
        (Standing(CaseStage.CLOSED), Mover.NOBODY, "nothing", None),
    ],
)
def test_whose_move_it_is(case, who, what, by):
    move = next_move(case)

    assert (move.who, move.what, move.by) == (who, what, by)
    assert move.what in MOVES


@pytest.mark.parametrize("stage", CaseStage)
def test_every_stage_waits_for_somebody_until_the_end(stage):
    assert (next_move(Standing(stage)).who is Mover.NOBODY) is (stage is CaseStage.CLOSED)
