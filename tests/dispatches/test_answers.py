import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    entry_of,
    register_answer,
    register_answer_with_file,
)
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Answer
from samverkan.dispatches.rules import Told
from samverkan.documents.models import Content, Document
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.verify import verify
from samverkan.meetings import actions as meetings
from samverkan.meetings.actions.found import locked
from tests.documents.files import pdf
from tests.factories import TESTER, CollaborationFactory, PrincipalFactory, agreed_recommendation

BY = Actor("Registrator via personlig länk", "Malå kommun")
EXTRACT = pdf()  # two that are made one after the other are not the same bytes
RECEIVED = Told(AnswerKind.RECEIVED, reference_number="SN 1")


@pytest.fixture
def dispatch(db):
    here = CollaborationFactory()
    PrincipalFactory(collaboration=here, name="Malå kommun", short_name="Malå")
    agreed = agreed_recommendation(here, on=localdate() - timedelta(days=30), dispatched=True)
    return agreed.dispatches.get(principal__name="Malå kommun")


def answer(dispatch, told, **facts):
    return register_answer(dispatch.pk, told, **{"seen": 0, "by": BY, "now": localtime()} | facts)


def with_file(dispatch, told, **facts):
    known = {"name": "utdrag.pdf", "data": EXTRACT, "seen": 0, "by": BY, "now": localtime()}
    return register_answer_with_file(dispatch.pk, told, **known | facts)


def decision(kind=AnswerKind.APPROVED, **change):
    facts = {"on": localdate(), "deciding_body": "Socialnämnden", "paragraph": "§ 31"}
    return Told(kind, **facts | change)


def codes(refusal):
    return [obstacle.code for obstacle in refusal.value.obstacles]


@pytest.mark.rule("R152")
def test_each_answer_is_a_row_and_an_entry_of_its_own(dispatch):
    first = answer(dispatch, RECEIVED)
    second = with_file(dispatch, decision(), seen=1)

    verbs = [entry_of(one).verb for one in (first, second)]
    dispatch.refresh_from_db()
    assert verbs == ["answer.received", "answer.approved"]
    assert entry_of(second).content["facts"]["extract"] == second.extract.content_id
    assert (dispatch.state, dispatch.answers_count) == ("approved", 2)


def test_a_number_told_late_does_not_take_the_principal_back(dispatch):
    day = localdate() + timedelta(days=9)
    answer(dispatch, Told(AnswerKind.PLANNED, on=day))
    answer(dispatch, RECEIVED, seen=1)

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.planned_on) == ("planned", day)
    assert dispatch.reference_number == "SN 1"


def test_a_refused_answer_changes_nothing(dispatch):
    before = Entry.objects.count()

    with pytest.raises(StepRefused):
        answer(dispatch, Told(AnswerKind.RECEIVED))

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.answers_count) == ("dispatched", 0)
    assert (Answer.objects.count(), Entry.objects.count()) == (0, before)


@pytest.mark.rule("R152")
def test_a_refused_answer_leaves_no_file(dispatch):
    ahead = decision(on=localdate() + timedelta(days=1))

    with pytest.raises(StepRefused) as refusal:
        with_file(dispatch, ahead)

    assert codes(refusal) == ["decision_day_ahead"]
    assert not Document.objects.exists()
    assert not Content.objects.exists()


def test_a_refused_file_leaves_no_answer(dispatch):
    with pytest.raises(StepRefused) as refusal:
        with_file(dispatch, decision(paragraph=""), data=b"MZ\x90\x00")

    assert codes(refusal) == ["file_type_not_allowed", "no_paragraph"]
    assert not Answer.objects.exists()


def test_a_refused_file_leaves_no_correction_that_could_do_without_it(dispatch):
    with_file(dispatch, decision())

    with pytest.raises(StepRefused) as refusal:
        with_file(
            dispatch,
            decision(AnswerKind.REJECTED),
            data=b"",
            seen=1,
            correcting=True,
            reason="Fel ruta",
        )

    assert codes(refusal) == ["file_is_empty"]
    assert Answer.objects.count() == 1


def test_the_same_told_twice_is_kept_once_with_its_file(dispatch):
    with_file(dispatch, decision())

    with pytest.raises(AlreadyRegistered):
        with_file(dispatch, decision())

    assert (Answer.objects.count(), Document.objects.count()) == (1, 1)


def test_a_correction_keeps_the_extract_and_names_what_it_corrects(dispatch):
    first = with_file(dispatch, decision())
    facts = {"seen": 1, "correcting": True, "reason": "Fel ruta"}

    second = answer(dispatch, decision(AnswerKind.REJECTED), **facts)

    first.refresh_from_db()
    assert (second.corrects, second.extract) == (first, first.extract)
    assert first.kind == AnswerKind.APPROVED
    assert entry_of(second).verb == "answer.corrected"


def test_a_decision_taken_back_leaves_what_was_told_before(dispatch):
    answer(dispatch, Told(AnswerKind.PLANNED, on=localdate() + timedelta(days=9)))
    with_file(dispatch, decision(), seen=1)

    facts = {"seen": 2, "correcting": True, "reason": "Fel rekommendation"}
    taken_back = answer(dispatch, RECEIVED, **facts)

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.decided_on, dispatch.extract) == ("planned", None, None)
    assert taken_back.extract is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.rule("R152")
def test_of_two_who_answer_at_once_exactly_one_wins_and_the_other_is_told(dispatch):
    start = threading.Barrier(2)

    def tell(kind):
        try:
            start.wait(10)
            with_file(dispatch, decision(kind))
        except StepRefused as refusal:
            return [obstacle.code for obstacle in refusal.obstacles]
        else:
            return kind
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(tell, [AnswerKind.APPROVED, AnswerKind.REJECTED]))

    won = [result for result in results if isinstance(result, AnswerKind)]
    told = [result for result in results if isinstance(result, list)]
    dispatch.refresh_from_db()
    assert told == [["answered_meanwhile", "already_decided"]]
    assert [dispatch.state] == won
    assert (Answer.objects.count(), Document.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
def test_the_same_sent_eight_times_at_once_is_kept_once(dispatch):
    start = threading.Barrier(8)

    def send(_):
        try:
            start.wait(10)
            with_file(dispatch, decision())
        except AlreadyRegistered:
            return "already"
        else:
            return "kept"
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        results = sorted(pool.map(send, range(8)))

    assert results == ["already"] * 7 + ["kept"]
    assert (Answer.objects.count(), Document.objects.count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.rule("R153")
def test_an_answer_and_a_change_of_the_bodys_next_meeting_do_not_lock_each_other(dispatch):
    recommendation = dispatch.recommendation
    day = localdate() + timedelta(days=20)
    now = localtime()
    meeting = meetings.plan_meeting(recommendation.body_id, on=day, by=TESTER, now=now)
    holding, waiting = threading.Event(), threading.Event()

    def change_the_meeting():
        try:
            with transaction.atomic():
                locked(meeting.pk)
                holding.set()
                waiting.wait(2)
                meetings.add_point(
                    meeting.pk, kind="information", heading="Nytt", by=TESTER, now=now
                )
        finally:
            connection.close()

    def answer_meanwhile():
        try:
            holding.wait(5)
            threading.Timer(0.5, waiting.set).start()
            answer(dispatch, RECEIVED)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(change_the_meeting), pool.submit(answer_meanwhile)]:
            done.result(20)

    assert meeting.items.filter(kind="report_back").count() == 1
    assert verify(recommendation.collaboration).broken_at is None
