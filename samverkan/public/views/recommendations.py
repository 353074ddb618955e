"""One recommendation: its text, each principal's answer, and its way."""

from datetime import date

from django.http import HttpResponseBase
from django.utils.timezone import localdate

from samverkan.dispatches.carrying_out import carried_out_by
from samverkan.dispatches.choices import RecommendationState
from samverkan.dispatches.comparing import withdrawal_of
from samverkan.dispatches.effects import effect_of
from samverkan.dispatches.foreseeing import foresee_answers
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.wording import listed, outcome
from samverkan.dispatches.wording.forecasts import ShownForecast, shown_forecast
from samverkan.public.pages import Visit, public_page
from samverkan.public.queries.addressing import addressed_of
from samverkan.public.queries.recommendations import Sheet, sheet_of
from samverkan.public.templatetags.swedish import day
from samverkan.public.timeline import timeline


@public_page
def recommendation(visit: Visit, number: str) -> HttpResponseBase:
    sheet = sheet_of(visit.collaboration.pk, number, visit.today)
    bifall = carried_out_by(sheet.recommendation, visit.today)
    return visit.page(
        "recommendation",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        (f"Rekommendation {sheet.recommendation.number}", ""),
        sheet=sheet,
        one=sheet.recommendation,
        state=sheet.state.label,
        dispatched=_dispatched(sheet.recommendation),
        standing=_standing(sheet),
        executions=[one for one in bifall if one.execution],
        unnamed=listed([one.dispatch.principal.short_name for one in bifall if not one.execution]),
        forecast=_forecast(sheet, visit.today),
        addressed=addressed_of(sheet.recommendation),
        effect=effect_of(sheet.recommendation, today=visit.today),
        conclusions=list(sheet.recommendation.conclusions.all()),
        withdrawal=withdrawal_of(sheet.recommendation),
        atom_url=visit.url("recommendation_atom", number),
        events=timeline(visit.collaboration, *sheet.subjects),
    )


def _forecast(sheet: Sheet, today: date) -> ShownForecast | None:
    """Return when all can have decided; None when all have, or nothing is out."""
    dispatches = [one.dispatch for one in sheet.standings]
    level = sheet.asked.kind if sheet.asked else ""
    found = foresee_answers(sheet.recommendation, dispatches, today, level=level)
    return shown_forecast(found, today) if found else None


def _dispatched(one: Recommendation) -> str:
    if one.dispatched_at is None:
        return "inte än"
    if one.source and localdate(one.dispatched_at) == one.agreed_on:
        return "Dagen är okänd; i journalen står mötets dag"
    return day(one.dispatched_at)


def _standing(sheet: Sheet) -> str:
    if sheet.recommendation.dispatched_at is None and sheet.recommendation.withdrawn_on:
        return "Rekommendationen återtogs innan den expedierades."
    if sheet.state is RecommendationState.NOT_DISPATCHED:
        return (
            "Rekommendationen är inte expedierad än. När den är det får varje huvudman den för "
            "eget beslut."
        )
    return outcome(sheet.tally, sheet.undecided, sheet.unconcerned)
