"""The path inside the principal through the personal link: a phone, two registrars, slips."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from samverkan.dispatches.actions import standing_rows
from samverkan.journal.models import Entry
from tests.www.conftest import text
from tests.www.link.conftest import Registrar
from tests.www.link.sent import decision


def day(days):
    return localdate() + timedelta(days=days)


def tells(registrar, told, **typed):
    return registrar.post("path", path=told, **typed)


@pytest.fixture
def decided(registrar, dispatch, dispatched_on):
    registrar.post("beslut", **decision(dispatched_on, condition="Gäller ett år."))
    dispatch.refresh_from_db()
    return dispatch


def test_the_form_holds_the_usual_decider_from_the_beginning(registrar):
    page = text(registrar.get("path"))

    assert ">\nSocialnämnden</textarea>" in page
    assert "Så brukar ni göra" not in page


@pytest.mark.rule("R315")
def test_a_path_in_one_line_is_shown_as_it_was_read(registrar, dispatch):
    answer = tells(registrar, f"nämnden {day(-3)} tillstyrker § 31, kommunfullmäktige {day(20)}")

    assert (answer.status_code, answer["Location"]) == (303, registrar.url() + "#vagen")
    page = text(registrar.get())
    assert "<b>Socialnämnden</b> tillstyrker § 31" in page
    assert "<b>Kommunfullmäktige</b> tar upp frågan" in page
    assert "Kommunfullmäktige tar upp frågan den" in page
    assert standing_rows(dispatch)[0].body == "Socialnämnden"


def test_nothing_of_it_is_needed_to_answer(registrar, decided):
    assert decided.state == "approved"


def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(registrar, dispatch):
    answer = tells(registrar, "Nämnden när det passar 12")

    page = text(answer)
    assert answer.status_code == 422
    assert "gick inte att läsa" in page
    assert 'href="#id_path"' in page
    assert "Nämnden när det passar 12</textarea>" in page
    assert not dispatch.paths.exists()


def test_of_two_registrars_the_second_sees_what_the_first_told(registrar, token, dispatch):
    tells(Registrar(token), f"Kommunstyrelsen {day(9)}")

    answer = tells(registrar, f"Socialnämnden {day(12)}")

    assert answer.status_code == 409
    page = text(answer)
    assert "Någon annan ändrade vägen medan du skrev" in page
    assert "<b>Kommunstyrelsen</b>" in page
    assert f"Socialnämnden {day(12)}</textarea>" in page
    assert 'name="seen" value="1"' in page
    assert dispatch.paths.count() == 1


def test_the_same_once_more_is_said_to_stand(registrar, dispatch):
    tells(registrar, f"Socialnämnden {day(9)}")
    tells(registrar, f"Socialnämnden {day(9)}", seen=1)

    assert dispatch.paths.count() == 1
    assert "Uppgifterna står så redan." in text(registrar.get())


def test_the_answer_begins_with_what_the_deciding_step_says(registrar, dispatched_on):
    tells(registrar, f"Kommunfullmäktige {dispatched_on} beslutar § 8")

    page = text(registrar.get("beslut"))

    assert 'value="Kommunfullmäktige"' in page
    assert f'value="{dispatched_on}"' in page
    assert 'value="§ 8"' in page


def test_an_answer_against_the_path_is_refused_at_its_day(registrar, dispatch, dispatched_on):
    tells(registrar, f"Kommunfullmäktige {day(-2)} beslutar § 8")

    answer = registrar.post("beslut", **decision(dispatched_on))

    assert answer.status_code == 422
    assert "Enligt vägen hos er var frågan hos Kommunfullmäktige" in text(answer)


def test_the_receipt_tells_when_the_decision_is_final(registrar, decided):
    page = text(registrar.get("receipt", 1))

    assert "om lagens tider följs, om ingen överklagar" in page
    assert "Gäller ett år." in page


def test_days_after_the_decision_are_told_through_the_link(registrar, decided, dispatched_on):
    answer = registrar.post("legal_days", announced_on=day(-20).isoformat())

    decided.refresh_from_db()
    assert answer.status_code == 303
    assert decided.announced_on == day(-20)
    assert "räknat enligt lag, om ingen överklagar" in text(registrar.get())


def test_a_day_that_has_not_come_is_refused(registrar, decided):
    answer = registrar.post("legal_days", announced_on=day(1).isoformat())

    assert answer.status_code == 422
    assert "Dagen ligger i framtiden" in text(answer)


def test_before_the_decision_there_is_nothing_after_it(registrar):
    assert registrar.get("legal_days").status_code == 302
    assert registrar.post("legal_days", appealed="on").status_code == 422


def test_a_condition_on_a_rejection_is_refused_at_its_field(registrar, dispatched_on):
    sent = decision(dispatched_on, "rejected", condition="Om pengar finns.")

    answer = registrar.post("beslut", **sent)

    assert answer.status_code == 422
    assert 'href="#id_condition"' in text(answer)


def test_looking_changes_nothing(registrar, decided):
    before = Entry.objects.count()

    for name in ("path", "legal_days", "show"):
        assert registrar.get(name).status_code == 200

    assert Entry.objects.count() == before


@pytest.mark.parametrize("name", ["path", "legal_days"])
def test_a_revoked_link_opens_neither(registrar, decided, name):
    decided.links.update(revoked_at=decided.dispatched_at)

    assert registrar.get(name).status_code == 410


@pytest.mark.browser
def test_a_phone_without_javascript_tells_the_path(live_server, token, browser, dispatch):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="sv-SE"
    )
    phone = context.new_page()
    phone.goto(f"{live_server.url}/l/{token}/")
    with phone.expect_navigation():
        phone.get_by_role("link", name="Berätta om vägen hos er").click()

    phone.get_by_label("Steg").fill(f"Nämnden {day(-2)} tillstyrker, fullmäktige {day(9)}")
    with phone.expect_navigation():
        phone.get_by_role("button", name="Spara vägen").click()

    expect(phone.get_by_text("Vägen hos er är sparad.")).to_be_visible()
    expect(phone.locator("#vagen + ol li")).to_have_count(2)
    assert phone.locator("html").bounding_box()["width"] <= 360
    context.close()
