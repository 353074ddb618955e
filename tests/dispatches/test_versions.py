from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    NewText,
    confirm_answer,
    correct_text,
    text_of,
    to_remind,
    withdraw_recommendation,
)
from samverkan.dispatches.effects import effect_of
from samverkan.dispatches.models import Answer, EarlierProposal
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from tests.dispatches.answering import answers, receives
from tests.factories import (
    TESTER,
    CollaborationFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NAMES = ("Umeå", "Malå", "Åsele")
AGREED = localdate() - timedelta(days=30)
NEW = ("att anta rutinen i dess helhet, samt", "att följa upp den varje år.")


@pytest.fixture
def sent(db):
    here = CollaborationFactory()
    for name in NAMES:
        PrincipalFactory(collaboration=here, name=f"{name} kommun", short_name=name)
    return agreed_recommendation(here, on=AGREED, dispatched=True)


def correct(sent, clauses=NEW, **facts):
    now = text_of(sent)
    text = NewText(facts.pop("title", now.title), now.summary, now.lead, tuple(clauses))
    known = {"reason": "En sats saknades.", "source": "brev", "by": TESTER, "now": localtime()}
    version = correct_text(sent.collaboration_id, sent.number, text, **known | facts)
    sent.refresh_from_db()
    return version


def confirm(sent, name, **facts):
    dispatch = sent.dispatches.get(principal__short_name=name)
    known = {"seen_version": dispatch.version, "now": localtime()}
    by = Actor("Registrator via personlig länk", dispatch.principal.name)
    return confirm_answer(dispatch.pk, by=by, **known | facts)


def at(sent, name):
    return sent.dispatches.get(principal__short_name=name)


def codes(refusal):
    return [obstacle.code for obstacle in refusal.value.obstacles]


@pytest.mark.rule("R152")
def test_a_new_version_goes_to_all_at_once_and_the_old_is_kept(sent):
    before = {one.pk: (one.proposal, one.sha256) for one in sent.dispatches.all()}

    version = correct(sent)

    assert (version.number, sent.version, sent.answers_from) == (2, 2, 2)
    assert [one.number for one in sent.texts.all()] == [1, 2]
    for one in sent.dispatches.all():
        kept = one.earlier_proposals.get()
        assert (kept.proposal, kept.sha256, kept.version) == (*before[one.pk], 1)
        assert one.proposal["clauses"] == list(NEW)
        assert one.proposal["recommendation_number"] == f"{sent.number}, version 2"
        assert one.sha256 == digest(one.proposal)
    letters = Notice.objects.filter(template="recommendation_corrected")
    assert letters.count() == sent.dispatches.count()


@pytest.mark.rule("R152")
def test_old_answers_are_kept_and_marked_until_given_again(sent):
    answers(sent, "Umeå")
    answers(sent, "Malå", approved=False)
    correct(sent)

    assert at(sent, "Umeå").state == "approved"
    assert (at(sent, "Umeå").answers_earlier, at(sent, "Umeå").decided_version) == (True, 1)
    assert effect_of(sent, today=localdate()).sentence == (
        "Inget gäller av sig självt: Umeå och Malå har svarat på en tidigare version; 2 har inte "
        "svarat."
    )
    answers(sent, "Malå", approved=True)
    malå = at(sent, "Malå")
    assert (malå.state, malå.answers_earlier, malå.decided_version) == ("approved", False, 2)
    assert Answer.objects.filter(dispatch=malå, version=1).get().kind == "rejected"


@pytest.mark.rule("R152")
def test_a_decision_may_be_confirmed_for_the_new_version(sent):
    answers(sent, "Umeå")
    correct(sent)

    done = confirm(sent, "Umeå", comment="Nämnden ser ingen skillnad.")

    umeå = at(sent, "Umeå")
    assert (done.version, umeå.answers_earlier, umeå.decided_version) == (2, False, 2)
    assert Entry.objects.last().verb == "answer.confirmed"


def test_a_correction_of_a_confirmed_decision_keeps_the_confirmation(sent):
    answers(sent, "Umeå")
    correct(sent)
    confirm(sent, "Umeå")

    answers(sent, "Umeå", approved=False, correcting=True, reason="Fel ruta.")

    assert (at(sent, "Umeå").answers_earlier, at(sent, "Umeå").state) == (False, "rejected")


def test_a_correction_of_an_old_answer_is_still_about_the_old_text(sent):
    answers(sent, "Umeå")
    correct(sent)

    told = answers(sent, "Umeå", approved=False, correcting=True, reason="Fel ruta.")

    assert (told.version, at(sent, "Umeå").answers_earlier) == (1, True)


@pytest.mark.rule("R152")
def test_when_only_spelling_is_put_right_answers_stand(sent):
    answers(sent, "Umeå")

    version = correct(sent, spelling=True, source="")

    assert version.spelling
    assert (at(sent, "Umeå").answers_earlier, sent.answers_from) == (False, 1)
    body = rendered(Notice.objects.filter(template="recommendation_corrected").first()).body
    assert "Det är bara skrivfel som är rättade." in body
    with pytest.raises(StepRefused) as refusal:
        answers(sent, "Umeå", approved=False)
    assert codes(refusal) == ["already_decided"]


def test_spelling_after_a_real_change_leaves_old_answers_marked(sent):
    answers(sent, "Umeå")
    correct(sent)
    correct(sent, clauses=["att anta rutinen."], spelling=True)

    assert sent.answers_from == 2
    assert at(sent, "Umeå").answers_earlier
    assert [one.version for one in at(sent, "Umeå").earlier_proposals.all()] == [1, 2]


@pytest.mark.rule("R153")
def test_one_that_answered_an_earlier_text_is_reminded_in_time(sent):
    answers(sent, "Umeå")
    correct(sent)

    assert to_remind(sent, localtime() + timedelta(days=6)) == []
    names = [one.principal.short_name for one in to_remind(sent, localtime() + timedelta(days=8))]
    assert "Umeå" in names


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"reason": " "}, ["text_without_reason"]),
        ({"source": ""}, ["text_without_ground"]),
        ({"clauses": ("att anta rutinen, samt", "att följa upp den.")}, ["text_unchanged"]),
        ({"clauses": ()}, ["no_clauses"]),
        ({"clauses": ["anta den"]}, ["clause_without_att"]),
        ({"clauses": ["att anta rutinen (bilaga 3)."]}, ["annex_not_attached"]),
        ({"title": ""}, ["text_without_title"]),
        ({"title": "Om 121212-1212"}, ["identity_number"]),
    ],
)
def test_what_a_new_version_needs(sent, change, found):
    with pytest.raises(StepRefused) as refusal:
        correct(sent, **change)

    assert codes(refusal) == found
    assert not EarlierProposal.objects.exists()


@pytest.mark.rule("R152")
def test_one_without_an_address_stops_all(sent):
    umeå = at(sent, "Umeå")
    umeå.to = umeå.principal.registrar_email = ""
    umeå.principal.save()
    umeå.save()

    with pytest.raises(StepRefused) as refusal:
        correct(sent)

    assert codes(refusal) == ["unreachable"]
    assert not Notice.objects.filter(template="recommendation_corrected").exists()


def test_before_dispatch_and_after_withdrawal_there_is_nothing_to_correct(sent):
    agreed = agreed_recommendation(CollaborationFactory(), on=AGREED)
    with pytest.raises(StepRefused) as refusal:
        correct(agreed)
    assert codes(refusal) == ["text_not_dispatched"]
    done = {"reason": "Ny lag.", "on": localdate(), "source": "brev", "by": TESTER}
    withdraw_recommendation(sent.collaboration_id, sent.number, now=localtime(), **done)

    with pytest.raises(StepRefused) as refusal:
        correct(sent)

    assert codes(refusal) == ["recommendation_withdrawn"]


def test_an_answer_written_while_the_text_was_changed_is_refused_once(sent):
    correct(sent)

    with pytest.raises(StepRefused) as refusal:
        receives(sent, "Umeå", seen_version=1)

    assert codes(refusal) == ["text_meanwhile"]
    assert receives(sent, "Umeå", seen_version=2).version == 2


@pytest.mark.parametrize(("seen", "code"), [(1, "text_meanwhile"), (2, "nothing_to_confirm")])
def test_a_confirmation_needs_a_decision_on_an_earlier_text(sent, seen, code):
    correct(sent)

    with pytest.raises(StepRefused) as refusal:
        confirm(sent, "Umeå", seen_version=seen)

    assert codes(refusal) == [code]


def test_what_was_sent_can_never_be_changed(sent):
    correct(sent)

    for kept in (sent.texts.first(), EarlierProposal.objects.first()):
        with pytest.raises(DatabaseError), transaction.atomic():
            type(kept).objects.filter(pk=kept.pk).update(sha256="0" * 64)
