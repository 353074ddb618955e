"""The forecast where a recommendation is dispatched and followed, and on its open page."""

from datetime import timedelta

import pytest
from django.utils.formats import date_format

from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import Dispatch
from samverkan.journal.models import Entry
from samverkan.principals.models import LineRhythm
from tests.factories import (
    LineBodyFactory,
    LineMeetingFactory,
    PrincipalFactory,
    agreed_recommendation,
)
from tests.www.conftest import queries_of, text

DAY = "j F Y"


@pytest.fixture
def soon(county):
    return county.today + timedelta(days=40)


@pytest.fixture
def late(county):
    return county.today + timedelta(days=100)


@pytest.fixture
def calendars(county, soon, late):
    """Ask decides soon, Ahed late; of the Region it is assumed, early."""
    for principal, on in zip(county.principals, (soon, late, soon), strict=True):
        body = LineBodyFactory(principal=principal)
        sure = principal.short_name != "Regionen"
        LineMeetingFactory(line_body=body, on=on, confirmed=sure)


def drawn_up(county, *, days=-30, **facts):
    on = county.today + timedelta(days=days)
    return agreed_recommendation(county.collaboration, body=county.body, on=on, **facts)


def place(county, one, rest=""):
    return county.address(f"rekommendationer/{one.number}/{rest}")


@pytest.mark.rule("R319")
def test_before_dispatch_it_says_when_all_can_and_who_sets_the_pace(
    county, coordinator, calendars, late
):
    page = text(coordinator.get(place(county, drawn_up(county), "expediera/")))

    assert f"Alla kan ha beslutat tidigast {date_format(late, DAY)}." in page
    assert "Ahed bestämmer takten." in page
    assert "Antaget: dagen för Regionen har ingen hos huvudmannen bekräftat." in page


def test_to_reckon_anew_dispatches_nothing_and_keeps_what_is_typed(
    county, coordinator, calendars, soon
):
    one = drawn_up(county)
    sent = {"do": "forecast", "reply_by": soon, "reason": "Mötet är då."}

    page = text(coordinator.post(place(county, one, "expediera/"), sent))

    assert not Dispatch.objects.exists()
    assert f'value="{soon}"' in page
    assert 'value="Mötet är då."' in page
    assert "vald dag" in page
    assert "2 av 3" in page


def test_the_first_button_of_the_form_is_the_one_that_sends_nothing(county, coordinator, calendars):
    """Enter in a field presses the first button."""
    page = text(coordinator.get(place(county, drawn_up(county), "expediera/")))

    form = page[page.index("<form method") :]
    assert form.index('value="forecast"') < form.index("Expediera till 3 huvudmän")


@pytest.mark.rule("R319")
def test_a_day_that_somebody_cannot_keep_asks_for_a_reason(
    county, coordinator, calendars, soon, late
):
    one = drawn_up(county)
    address = place(county, one, "expediera/")

    refused = text(coordinator.post(address, {"reply_by": soon}))
    assert "där Ahed tidigast kan besluta" in refused
    assert "vald dag" in refused
    assert not Dispatch.objects.exists()

    coordinator.post(address, {"reply_by": soon, "reason": "Samråd möts då."})
    assert Dispatch.objects.count() == 3
    told = Entry.objects.get(verb="recommendation.dispatched").content["facts"]
    assert told["reason"] == "Samråd möts då."


def test_without_calendars_it_is_unknown_and_nothing_is_refused(county, coordinator):
    one = drawn_up(county)
    address = place(county, one, "expediera/")

    page = text(coordinator.get(address))
    coordinator.post(address, {"reply_by": county.today + timedelta(days=1)})

    assert "Okänt när alla kan ha beslutat: inga kommande sammanträdesdagar är kända" in page
    assert Dispatch.objects.count() == 3


def test_a_day_that_is_no_day_keeps_the_forecast(county, coordinator, calendars):
    one = drawn_up(county)

    page = text(
        coordinator.post(place(county, one, "expediera/"), {"do": "forecast", "reply_by": "snart"})
    )

    assert "Skriv dagen som år, månad och dag" in page
    assert "Ahed bestämmer takten." in page


def test_while_it_is_out_both_pages_say_it_and_the_fact_takes_its_place(
    county, coordinator, client, calendars, soon
):
    one = drawn_up(county, dispatched=True)
    public = f"/{county.collaboration.slug}/rekommendationer/{one.number}/"
    one.dispatches.filter(principal=county.principals[1]).update(
        state=DispatchState.APPROVED, decided_on=county.today
    )

    for page in (text(coordinator.get(place(county, one))), text(client.get(public))):
        assert f"Alla kan ha beslutat tidigast {date_format(soon, DAY)}." in page
        assert "Ask och Regionen bestämmer takten." in page
        assert "Har beslutat" in page

    one.dispatches.update(state=DispatchState.APPROVED, decided_on=county.today)
    for page in (text(coordinator.get(place(county, one))), text(client.get(public))):
        assert "När kan alla ha beslutat?" not in page


@pytest.mark.parametrize("page", ["expediera/", ""])
def test_the_pages_ask_as_much_for_few_as_for_thirty(county, coordinator, page):
    LineRhythm.objects.create(
        collaboration=county.collaboration,
        kind="committee",
        months=list(range(1, 13)),
        week=2,
        weekday=2,
    )
    LineBodyFactory(principal=county.principals[0])
    few = queries_of(coordinator, place(county, drawn_up(county, dispatched=not page), page))
    for _ in range(27):
        LineBodyFactory(principal=PrincipalFactory(collaboration=county.collaboration))
    other = drawn_up(county, dispatched=not page, days=-29)

    assert queries_of(coordinator, place(county, other, page)) == few
