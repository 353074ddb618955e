"""The outcome as a table of principals, as the body reads it on its agenda and in its minutes."""

from datetime import date, datetime

from django.db.models import Max
from django.db.models.functions import Greatest
from django.utils.formats import date_format

from samverkan.dispatches.choices import DECIDED, DispatchState
from samverkan.dispatches.models import Dispatch, Recommendation, Withdrawal
from samverkan.documents.texts import TableText

DAY = "j F Y"
HEAD = ["Huvudman", "Svar", "Dag", "Organ och paragraf", "Kommentar"]
NEWS = "Nytt"
NOT_ANSWERED = "Inget svar"


def outcome_table(recommendation: Recommendation) -> TableText | None:
    """Return every principal with its answer, and which of them are news since the last report.

    Main points, Tjänstepersoner (R153). None when nobody has told anything.
    """
    dispatches = list(
        recommendation.dispatches.select_related("principal")
        .defer("proposal")
        .annotate(
            told_at=Greatest(Max("answers__given_at"), Max("answers__confirmations__given_at"))
        )
        .order_by("principal__position", "principal__name")
    )
    told = [one.told_at for one in dispatches if one.told_at]
    if not told:
        return None
    until = max([*told, *_noted_beside(recommendation)])
    since = recommendation.reported_until or recommendation.reported_back_at
    rows = [_row(one) for one in dispatches]
    if since is not None:
        news = [NEWS if one.told_at and one.told_at > since else "" for one in dispatches]
        rows = [[*row, new] for row, new in zip(rows, news, strict=True)]
    return {
        "caption": _caption(until, since),
        "head": [*HEAD, NEWS] if since else HEAD,
        "rows": rows,
        "until": until.isoformat(),
    }


def _noted_beside(recommendation: Recommendation) -> list[datetime]:
    """Return when something else was noted that the report tells: conclusions, a withdrawal."""
    noted = list(recommendation.conclusions.values_list("noted_at", flat=True))
    withdrawn = Withdrawal.objects.filter(recommendation=recommendation)
    return [*noted, *withdrawn.values_list("noted_at", flat=True)]


def _caption(until: datetime, since: datetime | None) -> str:
    said = f"Huvudmännens svar till och med {_day(until)}"
    return f"{said}. Nytt är det som har kommit efter {_day(since)}." if since else f"{said}."


def _row(one: Dispatch) -> list[str]:
    state = DispatchState(one.state)
    answered = state is not DispatchState.DISPATCHED
    decided = state in DECIDED
    on = {
        DispatchState.RECEIVED: one.received_on,
        DispatchState.PLANNED: one.planned_on,
    }.get(state, one.decided_on)
    return [
        one.principal.short_name,
        str(state.label).capitalize() if answered else NOT_ANSWERED,
        _day(on) if on else one.decided_about,
        ", ".join(filter(None, [one.deciding_body, one.paragraph])) if decided else "",
        " ".join(filter(None, [one.condition and f"Villkor: {one.condition}", one.comment])),
    ]


def _day(on: date) -> str:
    return str(date_format(on, DAY))
