"""The list of cases and the page of one."""

import pytest

from tests.factories import (
    BodyFactory,
    CaseFactory,
    ItemFactory,
    MeetingFactory,
    MissionFactory,
    PrincipalFactory,
    UserFactory,
    agreed_recommendation,
)


def test_what_has_only_been_raised_is_not_for_everybody(client, here, read):
    case = CaseFactory(collaboration=here, title="Bara väckt")

    assert client.get(f"/lanet/arenden/{case.number}/").status_code == 404
    assert "Bara väckt" not in read("/lanet/arenden/")
    assert "Bara väckt" not in read("/lanet/")


def test_not_even_for_a_member_at_the_public_address(client, here):
    case = CaseFactory(collaboration=here)
    mission = MissionFactory(body=case.body)
    client.force_login(UserFactory(person=mission.person))

    assert client.get(f"/lanet/arenden/{case.number}/").status_code == 404


@pytest.mark.rule("R149")
def test_the_page_tells_what_was_documented(here, read):
    principal = PrincipalFactory(collaboration=here)
    case = CaseFactory(collaboration=here, prepared=True, raised_for=principal)

    page = read(f"/lanet/arenden/{case.number}/")

    for said in (
        case.title,
        case.question,
        case.background,
        case.value_inhabitants,
        case.value_operations,
        case.responsible_management,
        case.raised_by.name,
        principal.name,
        "Vuxna",
        "Ärendet är berett",
    ):
        assert said in page


def test_who_raised_it_may_be_unknown_in_history(here, read):
    case = CaseFactory(collaboration=here, prepared=True, raised_by=None, source="källa 002")

    page = read(f"/lanet/arenden/{case.number}/")

    assert "Okänt: källan säger inte vem" in page
    assert "källa 002" in page


def test_the_steps_show_where_it_is(here, read):
    recommendation = agreed_recommendation(here, dispatched=True)

    page = " ".join(read(f"/lanet/arenden/{recommendation.case.number}/").split())

    assert 'aria-current="step">Expedierat <small>12 mars 2026</small>' in page
    assert '<li class="sv-steps__done">Väckt <small>10 februari 2026' in page
    assert "<li>Återrapporterat</li>" in page


def test_the_page_leads_to_the_meeting_and_the_recommendation(here, read):
    recommendation = agreed_recommendation(here)

    page = read(f"/lanet/arenden/{recommendation.case.number}/")

    assert f"/lanet/rekommendationer/{recommendation.number}/" in page
    assert f"/moten/{recommendation.agreed_on}/#punkt-{recommendation.point}" in page


def test_a_meeting_cancelled_before_anybody_was_called_is_not_led_to(here, read):
    case = CaseFactory(collaboration=here, prepared=True)
    for stage in ("planned", "cancelled"):
        meeting = MeetingFactory(collaboration=here, body=case.body, stage=stage)
        ItemFactory(meeting=meeting, case=case)

    assert f"/organ/{case.body.slug}/moten/" not in read(f"/lanet/arenden/{case.number}/")


def test_choices_of_body_and_stage(here, read):
    body = BodyFactory(collaboration=here, slug="samradet")
    CaseFactory(collaboration=here, body=body, prepared=True, title="Rätt")
    CaseFactory(collaboration=here, body=body, closed=True, title="Avslutad")
    CaseFactory(collaboration=here, prepared=True, title="Annat organ")

    page = read("/lanet/arenden/?organ=samradet&lage=prepared")

    assert "Rätt" in page
    assert "Avslutad<" not in page
    assert "Annat organ" not in page


def test_a_choice_that_leaves_nothing_says_so(here, read):
    CaseFactory(collaboration=here, prepared=True)

    assert "Inga ärenden stämmer med urvalet." in read("/lanet/arenden/?lage=closed")
