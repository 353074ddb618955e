"""One recommendation: its text, each principal's answer, and its way."""

from django.http import HttpResponseBase
from django.utils.timezone import localdate

from samverkan.dispatches.choices import RecommendationState
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.wording import outcome
from samverkan.public.pages import Visit, public_page
from samverkan.public.queries.recommendations import Sheet, sheet_of
from samverkan.public.templatetags.swedish import day
from samverkan.public.timeline import timeline


@public_page
def recommendation(visit: Visit, number: str) -> HttpResponseBase:
    sheet = sheet_of(visit.collaboration.pk, number, visit.today)
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
        atom_url=visit.url("recommendation_atom", number),
        events=timeline(visit.collaboration, *sheet.subjects),
    )


def _dispatched(one: Recommendation) -> str:
    if one.dispatched_at is None:
        return "inte än"
    if one.source and localdate(one.dispatched_at) == one.agreed_on:
        return "Dagen är okänd; i journalen står mötets dag"
    return day(one.dispatched_at)


def _standing(sheet: Sheet) -> str:
    if sheet.state is RecommendationState.NOT_DISPATCHED:
        return (
            "Rekommendationen är inte expedierad än. När den är det får varje huvudman den för "
            "eget beslut."
        )
    return outcome(sheet.tally, sheet.undecided)
