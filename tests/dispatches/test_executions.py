"""Who carries out a bifall is named, and tells; every word is kept, and corrected beside."""

from datetime import timedelta

import pytest
from django.db import Error, transaction
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    execution_link_of,
    postpone_execution,
    remind_executions,
    report_execution_done,
    send_execution_link,
    take_back_execution,
    write_off_execution,
)
from samverkan.dispatches.models import Dispatch, Execution, ExecutionLink, ExecutionNote
from samverkan.documents.models import Document
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.tokens import token_of
from samverkan.journal.verify import verify
from tests.dispatches.executing import ADDRESS, ENDED, approved_by_mala, manager_of, named
from tests.documents.files import pdf
from tests.factories import TESTER, PrincipalFactory

LATER = "Upphandlingen drog ut på tiden."


@pytest.fixture
def dispatch(db):
    return approved_by_mala()


@pytest.fixture
def execution(dispatch):
    return named(dispatch)


def then(days=0):
    return {"by": TESTER, "now": localtime() + timedelta(days=days)}


def done(execution, **facts):
    known = {"line": "Rutinen är införd.", "on": localdate(), "seen": 1, **then()}
    return report_execution_done(execution.pk, **known | facts)


def refused(act, *args, **facts):
    with pytest.raises(StepRefused) as refusal:
        act(*args, **facts)
    return [one.code for one in refusal.value.obstacles]


def verbs():
    found = Entry.objects.filter(verb__startswith="execution.").order_by("sequence")
    return list(found.values_list("verb", flat=True))


@pytest.mark.rule("R022")
def test_a_function_is_named_and_gets_a_link_by_mail(dispatch):
    execution = named(dispatch)

    letter = Notice.objects.get(template="execution_named")
    link = ExecutionLink.objects.get()
    assert letter.to == ADDRESS
    body = rendered(letter).body
    assert f"/l/verkstall/{token_of(link.key)}/" in body
    assert dispatch.recommendation.title in body
    assert execution_link_of(token_of(link.key)).execution == execution
    told = Entry.objects.get(verb="execution.named").content
    assert (told["rule"], told["facts"]["principal"]) == ("R022", "Malå kommun")
    assert ADDRESS not in str(told)
    assert verify(dispatch.recommendation.collaboration).broken_at is None


def test_a_person_with_the_role_is_reached_at_their_own_address(dispatch):
    person = manager_of(dispatch.principal)

    execution = named(dispatch, to="", person=person.pk)

    assert (execution.person, execution.to) == (person, person.account.email)
    assert person.name not in Entry.objects.get(verb="execution.named").text


def test_a_person_without_the_role_at_that_principal_is_not_named(dispatch):
    other = PrincipalFactory(collaboration=dispatch.principal.collaboration)
    for person in (manager_of(other), manager_of(dispatch.principal, period=ENDED)):
        assert refused(named, dispatch, person=person.pk) == ["execution_not_line_manager"]


def test_without_an_address_nobody_is_written_to(dispatch):
    named(dispatch, to="")

    assert not Notice.objects.filter(template="execution_named").exists()
    assert not ExecutionLink.objects.exists()


@pytest.mark.rule("R022")
def test_only_a_bifall_is_carried_out(dispatch):
    other = dispatch.recommendation.dispatches.get(principal__slug="umea")

    assert refused(named, other) == ["execution_not_approved"]
    assert not Execution.objects.exists()


def test_another_function_takes_over_with_a_reason_and_the_old_link_ends(dispatch, execution):
    first = ExecutionLink.objects.get()
    facts = {"function": "Omsorgschefen", "to": "omsorg@mala.example.invalid", "seen": 1}

    assert refused(named, dispatch, **facts) == ["execution_no_reason_to_change"]
    named(dispatch, **facts, reason="Ny organisation.")

    first.refresh_from_db()
    execution.refresh_from_db()
    assert first.revoked_at is not None
    assert (execution.function, execution.notes_count) == ("Omsorgschefen", 2)
    assert ExecutionLink.objects.filter(revoked_at=None).count() == 1


@pytest.mark.rule("R022")
def test_done_is_told_with_a_line_and_a_file(execution):
    done(execution, name="rapport.pdf", data=pdf())

    execution.refresh_from_db()
    assert (execution.state, execution.ended_on) == ("done", localdate())
    assert (execution.line, execution.document.name) == ("Rutinen är införd.", "rapport.pdf")
    assert verbs() == ["execution.named", "execution.done"]


def test_a_refused_report_leaves_no_file_and_a_refused_file_no_report(execution):
    assert refused(done, execution, line=" ", name="a.pdf", data=pdf()) == ["execution_no_line"]
    assert refused(done, execution, name="a.pdf", data=b"MZ\x90\x00") == ["file_type_not_allowed"]
    number = "Gäller 19811218-9876".encode()
    assert refused(done, execution, name="a.txt", data=number) == ["identity_number_in_file"]
    assert not Document.objects.filter(name__startswith="a.").exists()
    assert verbs() == ["execution.named"]


def test_identity_numbers_are_refused_in_every_text(execution):
    number = "19811218-9876"

    assert refused(done, execution, line=number) == ["identity_number"]
    facts = {"reason": number, "seen": 1, **then()}
    day = localdate() + timedelta(days=90)
    assert refused(postpone_execution, execution.pk, due_on=day, **facts) == ["identity_number"]
    facts = facts | {"decided_by": "Nämnden"}
    assert refused(write_off_execution, execution.pk, **facts) == ["identity_number"]


@pytest.mark.rule("R022")
def test_not_done_gets_another_day_with_a_reason(execution):
    day = localdate() + timedelta(days=90)

    postpone_execution(execution.pk, due_on=day, reason=LATER, seen=1, **then())

    execution.refresh_from_db()
    assert (execution.state, execution.due_on) == ("to_do", day)
    assert execution.notes.last().reason == LATER


@pytest.mark.rule("R022")
def test_what_will_not_be_done_is_written_off_by_somebody_and_can_be_opened_again(execution):
    facts = {"reason": "Verksamheten upphör.", "decided_by": "Socialnämnden", "seen": 1}
    write_off_execution(execution.pk, **facts, **then())
    take_back_execution(execution.pk, reason="Den blir kvar.", seen=2, **then())

    execution.refresh_from_db()
    assert (execution.state, execution.ended_on, execution.line) == ("to_do", None, "")
    kinds = list(execution.notes.values_list("kind", flat=True))
    assert kinds == ["named", "written_off", "taken_back"]
    assert execution.notes.get(kind="written_off").decided_by == "Socialnämnden"


def test_a_report_upon_a_page_that_is_old_is_refused(execution):
    done(execution)

    assert refused(done, execution) == ["execution_changed_meanwhile", "execution_ended"]


def test_a_bifall_that_was_corrected_has_nothing_to_carry_out(dispatch, execution):
    Dispatch.objects.filter(pk=dispatch.pk).update(state="rejected")

    assert refused(done, execution) == ["execution_not_approved"]


def test_a_note_is_never_changed(execution):
    note = ExecutionNote.objects.get()

    with pytest.raises(Error), transaction.atomic():
        ExecutionNote.objects.filter(pk=note.pk).update(function="Någon annan")
    with pytest.raises(Error), transaction.atomic():
        note.delete()


def test_a_link_is_sent_anew_and_the_earlier_ends(execution):
    send_execution_link(execution.pk, to="ny@mala.example.invalid", **then())

    assert ExecutionLink.objects.filter(revoked_at=None).count() == 1
    assert Notice.objects.filter(to="ny@mala.example.invalid").count() == 1


def test_a_link_needs_an_address(dispatch):
    execution = named(dispatch, to="")

    assert refused(send_execution_link, execution.pk, **then()) == ["execution_no_address"]


@pytest.mark.rule("R022")
def test_the_late_are_reminded_the_day_after_and_once_a_week(dispatch):
    here = dispatch.recommendation.collaboration_id
    execution = named(dispatch, days=1)

    assert refused(remind_executions, here, **then(1)) == ["nothing_to_remind_of"]
    assert remind_executions(here, **then(2)) == [execution]
    assert refused(remind_executions, here, **then(8)) == ["nothing_to_remind_of"]
    assert remind_executions(here, **then(9)) == [execution]
    letters = Notice.objects.filter(template="execution_reminded")
    assert [one.to for one in letters] == [ADDRESS, ADDRESS]
    assert "inte rapporterat klart" in rendered(letters[0]).body


def test_one_who_has_reported_is_not_reminded(dispatch):
    execution = named(dispatch, days=1)
    done(execution)

    assert refused(remind_executions, dispatch.recommendation.collaboration_id, **then(5)) == [
        "nothing_to_remind_of"
    ]
