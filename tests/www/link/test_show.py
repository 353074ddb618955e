from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.rules import Told
from samverkan.journal.actors import Actor
from tests.www.link.sent import decision

# How often a file is asked for is counted here; it is no part of what is known.
NOT_KNOWLEDGE = {"shared_cache"}


def everything():
    """Every row of every table, as one text a table."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - NOT_KNOWLEDGE
        rows = {}
        for table in sorted(tables):
            cursor.execute(f'SELECT t::text FROM "{table}" t ORDER BY 1')  # noqa: S608
            rows[table] = cursor.fetchall()
    return rows


def receive(dispatch, number="SN 2026/7", seen=0):
    told = Told(AnswerKind.RECEIVED, reference_number=number)
    return register_answer(dispatch.pk, told, seen=seen, by=Actor("R"), now=localtime())


def plan(dispatch, on, seen=0):
    told = Told(AnswerKind.PLANNED, on=on, deciding_body="Socialnämnden")
    return register_answer(dispatch.pk, told, seen=seen, by=Actor("R"), now=localtime())


def test_it_says_who_asks_whom_for_what(registrar, dispatch, recommendation):
    text = registrar.get().content.decode()

    assert "Registrator hos Malå kommun" in text
    assert recommendation.title in text
    assert "Socialnämnden beslutar" in text
    assert "att anta rutinen" in text
    assert dispatch.sha256 in text


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.rule("R152")
def test_a_mail_scanner_that_opens_every_address_changes_nothing(
    registrar, dispatch, annex, method, dispatched_on
):
    receive(dispatch)
    plan(dispatch, localdate() + timedelta(days=9), seen=1)
    addresses = [
        registrar.url(),
        *map(registrar.url, ["mottagande", "planerat-mote", "beslut", "rattelse", "proposal"]),
        registrar.url("document", annex.document.key),
        registrar.url("receipt", 1),
        registrar.url("receipt", 2),
    ]
    before = everything()

    statuses = {getattr(registrar.client, method)(url).status_code for url in addresses}

    assert statuses == {200}
    assert everything() == before
    assert not registrar.client.cookies.keys() - {"csrftoken"}


def test_the_most_probable_step_is_open(registrar, dispatch):
    def heading():
        return registrar.get().context["step"]

    assert heading() == "mottagande"
    receive(dispatch)
    assert heading() == "planerat-mote"
    plan(dispatch, localdate(), seen=1)
    assert heading() == "beslut"


def test_every_step_can_be_reached_at_once(registrar):
    text = registrar.get().content.decode()

    for step in ("mottagande", "planerat-mote", "beslut"):
        assert registrar.url(step) in text


def test_the_usual_decider_and_the_planned_day_are_filled_in(registrar, dispatch):
    plan(dispatch, localdate())

    form = registrar.get("beslut").context["form"]

    assert form["deciding_body"].value() == "Socialnämnden"
    assert form["on"].value() == localdate()


def test_a_planned_day_to_come_is_not_filled_in_as_the_day_of_decision(registrar, dispatch):
    plan(dispatch, localdate() + timedelta(days=9))

    assert registrar.get("beslut").context["form"]["on"].value() is None


def test_a_proposal_without_a_known_decider_fills_nothing_in(registrar, dispatch):
    dispatch.proposal["lead"] = "Beslutande organ beslutar"
    dispatch.save()

    assert registrar.get("beslut").context["form"]["deciding_body"].value() == ""


def test_after_a_decision_only_correcting_is_left(registrar, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on))

    page = registrar.get()

    assert page.context["form"] is None
    assert page.context["others"] == [
        ("Rätta det senaste svaret", registrar.url("rattelse") + "#steg")
    ]
    assert registrar.get("beslut").status_code == 302


def test_the_proposal_comes_as_a_tagged_pdf(registrar):
    answer = registrar.get("proposal")

    assert answer["Content-Type"] == "application/pdf"
    assert b"/StructTreeRoot" in answer.content or b"/ObjStm" in answer.content
    assert "forslag-r" in answer["Content-Disposition"]


def test_annexes_can_be_fetched(registrar, annex):
    answer = registrar.get("document", annex.document.key)

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert "attachment" in answer["Content-Disposition"]


def test_what_is_told_of_another_principal_is_not_reached(registrar, other, token):
    registrar.post("mottagande", reference_number="SN 1")
    receive(other, "HEMLIGT 99")

    assert "HEMLIGT 99" not in registrar.get().content.decode()


def test_a_file_of_another_principal_is_not_reached(registrar, other, dispatched_on):
    from samverkan.journal.tokens import token_of
    from tests.www.link.conftest import Registrar

    theirs = Registrar(token_of(other.links.get().key))
    theirs.post("beslut", **decision(dispatched_on))
    key = other.answers.get().extract.key

    assert theirs.get("document", key).status_code == 200
    assert registrar.get("document", key).status_code == 404


def test_answers_are_listed_with_their_corrections(registrar, dispatch, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on))
    corrected = decision(dispatched_on, kind="rejected", reason="Fel ruta", seen=1)
    del corrected["extract"]
    registrar.post("rattelse", **corrected)

    text = registrar.get().content.decode()

    assert "Rättat senare" in text
    assert "Fel ruta" in text
    assert "Kvitto 2" in text


@pytest.mark.parametrize("answers", [1, 8])
def test_the_page_asks_as_many_questions_however_much_is_told(
    registrar, dispatch, answers, django_assert_max_num_queries
):
    for seen in range(answers):
        receive(dispatch, f"SN {seen}", seen)

    with django_assert_max_num_queries(12):
        registrar.get()
