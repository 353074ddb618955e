"""When all can have decided, as the pages about a recommendation show it."""

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError

from samverkan.dispatches.actions import level_kind
from samverkan.dispatches.foreseeing import foresee, foresee_answers
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.wording.forecasts import ShownForecast, shown_forecast
from samverkan.principals.models import Principal
from samverkan.www.forms import Form
from samverkan.www.pages import Workspace

BUTTON = "forecast"


def asks_forecast(work: Workspace) -> bool:
    """Return whether the button was the one that only reckons: nothing is dispatched."""
    return work.posted and work.request.POST.get("do") == BUTTON


def before_dispatch(
    work: Workspace, principals: Iterable[Principal], form: Form, level: str
) -> ShownForecast:
    """Return the forecast for what would be dispatched today, with the reply-by day as typed."""
    found = foresee(work.collaboration.pk, principals, work.today, level=level)
    return shown_forecast(found, work.today, _reply_by(form))


def _reply_by(form: Form) -> date | None:
    """Return the day as typed, also when a rule has refused it."""
    try:
        typed: date | None = form.fields["reply_by"].clean(form["reply_by"].value())
    except ValidationError:
        return None
    return typed


def while_out(
    work: Workspace, recommendation: Recommendation, dispatches: Iterable[Dispatch]
) -> ShownForecast | None:
    """Return the forecast of what is out; None when all have decided, or nothing is out."""
    level = level_kind(recommendation)
    found = foresee_answers(recommendation, dispatches, work.today, level=level)
    return shown_forecast(found, work.today, recommendation.reply_by) if found else None
