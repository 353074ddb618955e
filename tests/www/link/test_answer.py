from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from samverkan.dispatches.models import Answer
from samverkan.documents.models import Content, Document
from samverkan.journal.models import Entry
from samverkan.meetings import actions as meetings
from samverkan.sentences import tell
from tests.factories import TESTER
from tests.www.link.sent import decision, extract


def last_entry(dispatch):
    return Entry.objects.filter(collaboration=dispatch.recommendation.collaboration).last()


@pytest.mark.rule("R152")
@pytest.mark.rule("R316")
def test_a_reception_is_kept_with_the_principals_own_number(registrar, dispatch):
    answer = registrar.post("mottagande", reference_number=" SN 2026/7 ")

    dispatch.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (303, registrar.url("receipt", 1))
    assert (dispatch.state, dispatch.reference_number) == ("received", "SN 2026/7")
    assert dispatch.received_on == localdate()


def test_a_planned_meeting_is_kept(registrar, dispatch):
    day = localdate() + timedelta(days=20)

    registrar.post("planerat-mote", on=day.isoformat(), deciding_body="Kommunstyrelsen")

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.planned_on) == ("planned", day)
    assert dispatch.deciding_body == "Kommunstyrelsen"


@pytest.mark.parametrize("kind", ["approved", "rejected"])
@pytest.mark.rule("R152")
@pytest.mark.rule("R007")
def test_a_decision_is_kept_with_its_extract(registrar, dispatch, dispatched_on, kind):
    registrar.post("beslut", **decision(dispatched_on, kind, comment="Med\r\nglädje"))

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.decided_on) == (kind, dispatched_on)
    assert (dispatch.deciding_body, dispatch.paragraph) == ("Socialnämnden", "§ 31")
    assert dispatch.comment == "Med\nglädje"
    assert dispatch.extract.title.startswith("Protokollsutdrag från Malå kommun")


def test_the_journal_says_on_whose_behalf(registrar, dispatch, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on))

    content = last_entry(dispatch).content
    assert content["actor"] == "Registrator via personlig länk"
    assert content["on_behalf_of"] == "Malå kommun"
    told = tell(last_entry(dispatch))
    assert told.startswith("Malå kommun beslutade")
    assert "bifall" in told


def test_days_may_be_written_as_people_write_them(registrar, dispatch):
    day = localdate() + timedelta(days=20)

    registrar.post("planerat-mote", on=f"{day.day}/{day.month} {day.year}".replace(" ", "/"))

    dispatch.refresh_from_db()
    assert dispatch.planned_on == day


def test_the_receipt_says_what_when_and_where_in_the_journal(registrar, dispatch, dispatched_on):
    answer = registrar.post("beslut", **decision(dispatched_on, reference_number="SN 2026/7"))

    text = registrar.client.get(answer["Location"]).content.decode()

    entry = last_entry(dispatch)
    assert "Beslutet är registrerat" in text
    assert "SN 2026/7" in text
    assert entry.hash in text
    assert dispatch.answers.get().extract.content_id in text


def test_a_receipt_that_was_never_given_is_not_found(registrar):
    assert registrar.get("receipt", 1).status_code == 404


def test_the_same_sent_twice_is_kept_once(registrar, dispatch, dispatched_on):
    first = registrar.post("beslut", **decision(dispatched_on))
    files = Document.objects.count(), Content.objects.count()

    again = registrar.post("beslut", **decision(dispatched_on))

    assert again["Location"] == first["Location"]
    assert (
        "Ert svar är redan registrerat." in registrar.client.get(first["Location"]).content.decode()
    )
    assert Answer.objects.filter(dispatch=dispatch).count() == 1
    assert (Document.objects.count(), Content.objects.count()) == files


def test_a_decision_is_not_registered_over_another(registrar, dispatch, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on))

    answer = registrar.post("beslut", **decision(dispatched_on, "rejected", seen=1))

    dispatch.refresh_from_db()
    assert answer.status_code == 422
    assert "Beslutet är redan registrerat: bifall" in answer.content.decode()
    assert registrar.url("rattelse") in answer.content.decode()
    assert dispatch.state == "approved"


def test_a_correction_stands_beside_what_it_corrects(registrar, dispatch, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on))
    corrected = decision(dispatched_on, "rejected", reason="Fel ruta", seen=1)
    del corrected["extract"]

    answer = registrar.post("rattelse", **corrected)

    first, second = dispatch.answers.order_by("pk")
    dispatch.refresh_from_db()
    assert answer["Location"] == registrar.url("receipt", 2)
    assert (first.kind, second.kind, second.corrects) == ("approved", "rejected", first)
    assert (dispatch.state, dispatch.extract) == ("rejected", first.extract)
    assert tell(last_entry(dispatch)) == "Malå kommun rättade sitt svar: avslag. Skäl: Fel ruta"


def test_a_correction_may_bring_a_new_extract(registrar, dispatch, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on))
    title = dispatch.recommendation.title
    new = extract("rätt.txt", f"Rätt utdrag: {title}".encode())

    registrar.post("rattelse", **decision(dispatched_on, reason="Fel fil", seen=1, extract=new))

    dispatch.refresh_from_db()
    assert dispatch.extract.name == "rätt.txt"


def test_a_correction_needs_its_reason(registrar, dispatch, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on))

    answer = registrar.post("rattelse", **decision(dispatched_on, "rejected", seen=1))

    assert answer.status_code == 422
    assert "Skriv varför svaret rättas." in answer.content.decode()


def test_a_decision_registered_by_mistake_is_taken_back(registrar, dispatch, dispatched_on):
    registrar.post("mottagande", reference_number="SN 1")
    registrar.post("beslut", **decision(dispatched_on, seen=1))

    registrar.post("rattelse", kind="received", reason="Fel rekommendation", seen=2)

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.decided_on, dispatch.extract) == ("received", None, None)
    assert dispatch.reference_number == "SN 1"


def test_the_latest_answer_is_what_is_corrected(registrar, dispatch):
    registrar.post("mottagande", reference_number="SN 1")

    form = registrar.get("rattelse").context["form"]
    registrar.post("rattelse", reference_number="SN 2", reason="Fel nummer", seen=1)

    dispatch.refresh_from_db()
    assert form["reference_number"].value() == "SN 1"
    assert (dispatch.reference_number, dispatch.answers.count()) == ("SN 2", 2)


def test_there_is_nothing_to_correct_before_an_answer(registrar):
    assert registrar.get("rattelse").status_code == 302
    answer = registrar.post("rattelse", reference_number="SN 2", reason="Fel nummer")
    assert "Det finns inget svar att rätta." in answer.content.decode()


@pytest.mark.rule("R153")
def test_the_outcome_comes_to_the_bodys_next_agenda(registrar, dispatch, dispatched_on):
    recommendation = dispatch.recommendation
    meeting = meetings.plan_meeting(
        recommendation.body_id,
        on=localdate() + timedelta(days=40),
        by=TESTER,
        now=recommendation.dispatched_at,
    )

    registrar.post("beslut", **decision(dispatched_on))

    point = meeting.items.get(kind="report_back")
    assert "1 av 3 har beslutat: 1 bifall." in point.text
