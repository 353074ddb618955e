"""Reference numbers told afterwards: once, one for each, and by two at once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    import_numbers,
    register_answer,
    register_answer_with_file,
    register_number,
)
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Answer
from samverkan.dispatches.rules import (
    NUMBER_LIMIT,
    Told,
    obstacles_to_numbering,
    obstacles_to_reference_number,
    same_number,
)
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from tests.documents.files import pdf
from tests.factories import (
    TESTER,
    CollaborationFactory,
    PrincipalFactory,
    agreed_recommendation,
)

REGISTRAR = Actor("Registrator via personlig länk", "Malå kommun")


@pytest.fixture
def here(db):
    here = CollaborationFactory()
    PrincipalFactory(collaboration=here, name="Malå kommun", short_name="Malå", slug="mala")
    return here


@pytest.fixture
def sent(here):
    """Two recommendations as sent to the same principal."""
    on = localdate() - timedelta(days=30)
    found = [agreed_recommendation(here, on=on, dispatched=True) for _ in range(2)]
    return [one.dispatches.get(principal__slug="mala") for one in found]


def give(dispatch, number, by=REGISTRAR):
    return register_number(dispatch.pk, number, by=by, now=localtime())


def refused(act, *args, **facts):
    with pytest.raises(StepRefused) as refusal:
        act(*args, **facts)
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.parametrize(
    ("number", "known", "taken", "found"),
    [
        ("KS 2026/17", "", {}, []),
        (" ", "", {}, ["no_reference_number"]),
        ("x" * NUMBER_LIMIT, "", {}, []),
        ("x" * (NUMBER_LIMIT + 1), "", {}, ["reference_number_too_long"]),
        ("ks 2026/17", "KS  2026/17", {}, []),
        ("KS 2026/18", "KS 2026/17", {}, ["has_other_number"]),
        ("KS2026/17", "", {"ks2026/17": "r2026-01"}, ["reference_number_taken"]),
        ("KS 2026/1", "", {"ks2026/17": "r2026-01"}, []),
    ],
)
@pytest.mark.rule("R316")
def test_a_number_is_given_once_and_is_its_own(number, known, taken, found):
    told = obstacles_to_numbering(number, known=known, taken=taken)

    assert [one.code for one in told] == found


@pytest.mark.rule("R316")
def test_no_number_is_no_number_that_is_taken():
    assert same_number(" KS  2026/17 ") == "ks2026/17"
    assert obstacles_to_reference_number("", taken={"ks1": "r2026-01"}) == []


@pytest.mark.rule("R316")
def test_the_number_confirms_that_it_was_received(sent):
    give(sent[0], " KS   2026/17 ")

    sent[0].refresh_from_db()
    assert (sent[0].state, sent[0].reference_number) == ("received", "KS 2026/17")
    assert Entry.objects.filter(verb="answer.received").count() == 1


@pytest.mark.rule("R316")
def test_the_same_number_again_changes_nothing_and_another_is_a_correction(sent):
    give(sent[0], "KS 2026/17")

    with pytest.raises(AlreadyRegistered):
        give(sent[0], "KS 2026/17")
    assert refused(give, sent[0], "KS 2026/18") == ["has_other_number"]
    assert Answer.objects.count() == 1


@pytest.mark.rule("R316")
def test_a_number_stands_for_one_recommendation_at_its_principal(sent):
    give(sent[0], "KS 2026/17")
    told = Told(AnswerKind.RECEIVED, reference_number="ks 2026/17")
    facts = {"seen": 0, "by": REGISTRAR, "now": localtime()}

    assert refused(give, sent[1], "KS2026/17") == ["reference_number_taken"]
    assert refused(register_answer, sent[1].pk, told, **facts) == ["reference_number_taken"]
    neighbour = sent[1].recommendation.dispatches.exclude(pk=sent[1].pk).first()
    give(neighbour, "KS 2026/17")


@pytest.mark.rule("R316")
def test_a_number_told_after_the_decision_leaves_the_decision(sent):
    told = Told(
        AnswerKind.APPROVED, on=localdate(), deciding_body="Socialnämnden", paragraph="§ 31"
    )
    facts = {"seen": 0, "by": REGISTRAR, "now": localtime()}
    register_answer_with_file(sent[0].pk, told, name="utdrag.pdf", data=pdf(), **facts)

    give(sent[0], "KS 2026/17")

    sent[0].refresh_from_db()
    assert (sent[0].state, sent[0].reference_number) == ("approved", "KS 2026/17")
    assert sent[0].decided_on == localdate()


@pytest.mark.rule("R316")
def test_many_are_kept_at_once_and_twice_is_once(here, sent):
    rows = [(sent[0].pk, "KS 2026/17"), (sent[1].pk, "KS 2026/18")]
    facts = {"by": TESTER, "now": localtime()}

    assert import_numbers(here.pk, rows, **facts) == 2
    assert import_numbers(here.pk, rows, **facts) == 0

    assert Answer.objects.count() == 2
    entry = Entry.objects.filter(verb="answer.received").first()
    assert entry.content["on_behalf_of"] == "Malå kommun"


@pytest.mark.rule("R316")
def test_of_many_all_are_kept_or_none(here, sent):
    rows = [(sent[0].pk, "KS 2026/17"), (sent[1].pk, "KS 2026/17")]
    facts = {"by": TESTER, "now": localtime()}

    assert refused(import_numbers, here.pk, rows, **facts) == ["reference_number_taken"]
    assert refused(import_numbers, here.pk + 1, rows, **facts) == ["numbers_changed_meanwhile"]
    assert not Answer.objects.exists()


@pytest.mark.parametrize("numbers", [("KS 1", "KS 1"), ("KS 1", "KS 2")])
@pytest.mark.django_db(transaction=True)
@pytest.mark.rule("R316")
def test_two_registrars_at_once_give_a_dispatch_one_number(sent, numbers):
    def told(result):
        return "same" if isinstance(result, AlreadyRegistered) else result.obstacles[0].code

    results = at_once([(sent[0], number) for number in numbers])

    refusals = [told(one) for one in results if isinstance(one, Exception)]
    assert refusals == ["same" if numbers[0] == numbers[1] else "has_other_number"]
    assert Answer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.rule("R316")
def test_two_registrars_at_once_never_give_two_recommendations_one_number(sent):
    results = at_once([(one, "KS 1") for one in sent])

    refusals = [one.obstacles[0].code for one in results if isinstance(one, Exception)]
    assert refusals == ["reference_number_taken"]
    assert Answer.objects.count() == 1


def at_once(asked):
    start = threading.Barrier(len(asked))

    def tell(one):
        try:
            start.wait(10)
            return give(*one)
        except (StepRefused, AlreadyRegistered) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(asked)) as pool:
        return list(pool.map(tell, asked))
