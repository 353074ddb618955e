"""Telling the path inside a principal, and what came after its decision."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    legal_force_of,
    register_answer,
    register_answer_with_file,
    standing_rows,
    tell_legal_days,
    tell_path,
    usual_chain_of,
)
from samverkan.dispatches.choices import AnswerKind, LineAct, Sureness
from samverkan.dispatches.models import Dispatch, LegalDays, LinePath, LineStep
from samverkan.dispatches.rules import Told, ToldDays
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.verify import verify
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import LineBody
from samverkan.sentences import tell
from tests.documents.files import pdf
from tests.factories import CollaborationFactory, PrincipalFactory, agreed_recommendation

BY = Actor("Registrator via personlig länk", "Malå kommun")
EXTRACT = pdf()


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def mala(here):
    return PrincipalFactory(collaboration=here, name="Malå kommun", short_name="Malå")


@pytest.fixture
def dispatch(here, mala):
    return dispatched(here, mala)


def dispatched(here, principal, *, days=60):
    on = localdate() - timedelta(days=days)
    agreed = agreed_recommendation(here, on=on, dispatched=True, title=f"Rutin {days}")
    return agreed.dispatches.get(principal=principal)


def day(days):
    return localdate() + timedelta(days=days)


def path(dispatch, text, **facts):
    return tell_path(dispatch.pk, text, **{"seen": 0, "by": BY, "now": localtime()} | facts)


def decides(dispatch, kind=AnswerKind.APPROVED, *, seen=0, days=0, now=None, **change):
    facts = {"on": day(days), "deciding_body": "Kommunfullmäktige", "paragraph": "§ 8"}
    return register_answer_with_file(
        dispatch.pk,
        Told(kind, **facts | change),
        name="utdrag.pdf",
        data=EXTRACT,
        seen=seen,
        by=BY,
        now=now or localtime(),
    )


def codes(refusal):
    return [obstacle.code for obstacle in refusal.value.obstacles]


@pytest.mark.rule("R315")
def test_a_committee_recommends_its_council_and_the_meeting_to_come_is_planned(dispatch):
    path(dispatch, f"Socialnämnden {day(-5)} tillstyrker § 31, kommunfullmäktige {day(20)}")

    rows = standing_rows(dispatch)
    dispatch.refresh_from_db()
    assert [(row.body, row.act, row.done) for row in rows] == [
        ("Socialnämnden", LineAct.SUPPORTS, True),
        ("Kommunfullmäktige", None, False),
    ]
    assert [row.kind for row in rows] == ["committee", "council"]
    assert (dispatch.state, dispatch.planned_on) == ("planned", day(20))
    assert dispatch.deciding_body == "Kommunfullmäktige"


def test_the_journal_tells_of_the_path(dispatch, here):
    path(dispatch, f"Socialnämnden {day(-5)} tillstyrker § 31")

    entry = Entry.objects.get(verb="path.told")
    assert tell(entry).startswith("Malå kommun berättade om vägen hos sig: Socialnämnden ")
    assert verify(here).broken_at is None


@pytest.mark.rule("R314")
def test_a_council_delegates_and_the_outcome_is_still_one(dispatch):
    path(dispatch, f"Kommunfullmäktige {day(-9)} ger nämnden i uppdrag att besluta § 4, nämnden")
    decides(dispatch, deciding_body="Nämnden", paragraph="§ 12")

    dispatch.refresh_from_db()
    first, second = standing_rows(dispatch)
    assert (first.act, first.to_body) == (LineAct.DELEGATES, "Nämnden")
    assert (second.body, second.done) == ("Nämnden", False)
    assert (dispatch.state, dispatch.deciding_kind) == ("approved", "committee")


def test_each_telling_is_kept_and_what_is_done_is_changed_with_a_reason(dispatch):
    path(dispatch, f"Socialnämnden {day(-5)} tillstyrker § 31")
    other = f"Socialnämnden {day(-5)} avstyrker § 31"

    with pytest.raises(StepRefused) as refusal:
        path(dispatch, other, seen=1)
    path(dispatch, other, seen=1, reason="Fel ord i den första")

    assert codes(refusal) == ["path_without_reason"]
    assert dispatch.paths.count() == 2
    assert standing_rows(dispatch)[0].act is LineAct.OPPOSES
    assert Entry.objects.filter(verb="path.corrected").count() == 1


def test_what_has_been_told_is_never_changed(dispatch):
    path(dispatch, f"Socialnämnden {day(-5)} tillstyrker § 31")

    for model in (LinePath, LineStep):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.all().delete()


def test_a_refused_path_changes_nothing(dispatch):
    before = Entry.objects.count()

    with pytest.raises(StepRefused) as refusal:
        path(dispatch, f"Socialnämnden {day(-61)} tillstyrker\nNämnden 19811218-9876")

    assert "step_before_meeting" in codes(refusal)
    assert "identity_number" in codes(refusal)
    assert (LinePath.objects.count(), Entry.objects.count()) == (0, before)


def test_the_same_told_twice_is_kept_once(dispatch):
    path(dispatch, f"Socialnämnden {day(9)}")

    with pytest.raises(AlreadyRegistered):
        path(dispatch, f"Socialnämnden {day(9)}")


@pytest.mark.django_db(transaction=True)
def test_of_two_registrars_at_once_one_is_told_that_the_other_was_first(dispatch):
    start = threading.Barrier(2)

    def tell_one(text):
        try:
            start.wait(10)
            path(dispatch, text)
        except StepRefused as refusal:
            return [obstacle.code for obstacle in refusal.obstacles]
        else:
            return "kept"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(tell_one, [f"Nämnden {day(9)}", f"Styrelsen {day(12)}"]))

    assert sorted(results, key=str) == [["path_told_meanwhile"], "kept"]
    assert dispatch.paths.count() == 1


@pytest.mark.rule("R152")
def test_an_answer_against_the_path_is_refused(dispatch):
    path(dispatch, f"Kommunfullmäktige {day(-2)} beslutar § 8")

    with pytest.raises(StepRefused) as refusal:
        decides(dispatch, days=-1)
    decides(dispatch, days=-2)

    assert codes(refusal) == ["answer_against_path"]


def test_a_step_against_the_answer_is_refused(dispatch):
    decides(dispatch, days=-2)

    with pytest.raises(StepRefused) as refusal:
        path(dispatch, f"Socialnämnden {day(-1)} återremiss")

    assert codes(refusal) == ["step_against_answer"]


def test_a_corrected_answer_takes_the_deciding_step_with_it(dispatch):
    path(dispatch, f"Kommunfullmäktige {day(-3)} beslutar § 8")
    decides(dispatch, days=-3)

    told = Told(AnswerKind.APPROVED, on=day(-2), deciding_body="Kommunfullmäktige", paragraph="§ 9")
    facts = {"correcting": True, "reason": "Fel dag", "by": BY, "now": localtime()}
    register_answer(dispatch.pk, told, seen=1, **facts)

    (row,) = standing_rows(dispatch)
    assert (row.on, row.paragraph, row.act) == (day(-2), "§ 9", LineAct.DECIDES)
    assert dispatch.paths.order_by("-pk").first().reason == "Fel dag"


def test_a_decision_taken_back_takes_the_deciding_step_back(dispatch):
    path(dispatch, f"Nämnden {day(-5)} tillstyrker, kommunfullmäktige {day(-3)} beslutar § 8")
    decides(dispatch, days=-3)

    told = Told(AnswerKind.RECEIVED, reference_number="KS 1")
    facts = {"correcting": True, "reason": "Fel ärende", "by": BY, "now": localtime()}
    register_answer(dispatch.pk, told, seen=1, **facts)

    assert [row.body for row in standing_rows(dispatch)] == ["Nämnden"]


@pytest.mark.rule("R152")
def test_a_condition_stands_beside_the_word(dispatch):
    decides(dispatch, condition="Gäller från 1 januari.")

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.condition) == ("approved", "Gäller från 1 januari.")


def test_a_rejection_has_no_condition(dispatch):
    with pytest.raises(StepRefused) as refusal:
        decides(dispatch, AnswerKind.REJECTED, condition="Om pengar finns.")

    assert codes(refusal) == ["condition_without_approval"]


def test_a_correction_does_not_make_an_answer_later(dispatch):
    decides(dispatch, days=-9, now=localtime() - timedelta(days=8))
    told = Told(AnswerKind.APPROVED, on=day(-9), deciding_body="Kommunfullmäktige", paragraph="§ 9")
    facts = {"correcting": True, "reason": "Fel paragraf", "by": BY, "now": localtime()}
    register_answer(dispatch.pk, told, seen=1, **facts)

    dispatch.refresh_from_db()
    assert dispatch.answered_on == day(-8)


def test_what_is_entered_of_a_body_tells_at_what_level_it_decided(dispatch, mala):
    LineBody.objects.create(
        principal=mala, name="Vård och omsorg", kind=LineBodyKind.COMMITTEE, period=mala.period
    )
    decides(dispatch, deciding_body="Vård och omsorg")

    dispatch.refresh_from_db()
    assert dispatch.deciding_kind == "committee"


@pytest.mark.rule("R184")
def test_how_a_principal_usually_does_is_learnt_from_its_answers(here, mala, dispatch):
    assert usual_chain_of(dispatch) is None
    earlier = dispatched(here, mala, days=50)
    path(earlier, f"Socialnämnden {day(-5)} tillstyrker, kommunfullmäktige {day(20)}")
    decides(earlier, seen=1)

    usual = usual_chain_of(dispatch)

    assert usual.bodies == ("Socialnämnden", "Kommunfullmäktige")
    assert (usual.times, usual.of, usual.same_matter) == (1, 1, True)


@pytest.mark.parametrize("count", [1, 3])
def test_learning_takes_as_many_queries_however_many_answers(
    here, mala, dispatch, count, django_assert_num_queries
):
    for number in range(count):
        one = dispatched(here, mala, days=50 - number)
        path(one, f"Socialnämnden {day(-5)} tillstyrker")
        decides(one)
    dispatch = Dispatch.objects.select_related("recommendation__case").get(pk=dispatch.pk)

    with django_assert_num_queries(3):
        assert usual_chain_of(dispatch).of == count


def legal(dispatch, told, seen=0):
    return tell_legal_days(dispatch.pk, told, seen=seen, by=BY, now=localtime())


def test_days_told_go_before_what_the_law_says(dispatch):
    decides(dispatch, days=-9)
    dispatch.refresh_from_db()
    assert legal_force_of(dispatch).final.how is Sureness.AT_LATEST

    legal(dispatch, ToldDays(day(-7), day(-6)))

    dispatch.refresh_from_db()
    force = legal_force_of(dispatch)
    assert (force.announced.on, force.final.how) == (day(-6), Sureness.BY_LAW)
    assert Entry.objects.filter(verb="legal_days.told").count() == 1


def test_days_are_told_anew_and_each_telling_is_kept(dispatch):
    decides(dispatch, days=-9)
    legal(dispatch, ToldDays(day(-7)))
    with pytest.raises(AlreadyRegistered):
        legal(dispatch, ToldDays(day(-7)), seen=1)
    with pytest.raises(StepRefused):
        legal(dispatch, ToldDays(day(-6)))
    legal(dispatch, ToldDays(appealed=True), seen=1)

    dispatch.refresh_from_db()
    assert (dispatch.minutes_approved_on, dispatch.appealed) == (None, True)
    with pytest.raises(DatabaseError), transaction.atomic():
        LegalDays.objects.all().delete()


def test_before_the_decision_nothing_comes_after_it(dispatch):
    with pytest.raises(StepRefused) as refusal:
        legal(dispatch, ToldDays(day(-1)))

    assert codes(refusal) == ["legal_days_without_decision"]
    assert legal_force_of(dispatch) is None
