"""A year is proposed by the bodies' rhythms, changed row by row, and planned in one act."""

from datetime import date

from django.http import HttpResponse
from django.utils.formats import date_format

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.models import Body
from samverkan.dispatches.wording import listed
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import plan_year
from samverkan.meetings.models import MeetingRhythm
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.rules import Proposal, YearDay, proposed_year
from samverkan.meetings.year import as_rule, days_met, people_of, rhythms_of
from samverkan.sentences import DAY, say_all
from samverkan.www.calendar.forms import DayForm, ReasonForm
from samverkan.www.forms import typed
from samverkan.www.meetings.steps import bodies_to_plan_in
from samverkan.www.pages import Workspace, step

MOST_ROWS = 200
# Of others, and of working committees, which meet when the agenda of their body is prepared.
NOT_PLANNED = (BodyKind.OUTSIDE, BodyKind.COMMITTEE)
YEARS_AHEAD = 3


@step
def plan(work: Workspace) -> HttpResponse:
    bodies = [one for one in bodies_to_plan_in(work) if one.kind not in NOT_PLANNED]
    if not bodies:
        require(work.user, Act.PLAN, Body(collaboration=work.collaboration, pk=0), work.today)
    year = _year(work)
    body = next((one for one in bodies if one.slug == work.request.GET.get("organ")), None)
    chosen = [body] if body else bodies
    refused: list[str] = []
    reason = ReasonForm(work.sent)
    forms = _sent(work, bodies) if work.posted else _proposed(work, chosen, year)
    if work.posted and all([reason.is_valid(), *(form.is_valid() for form in forms)]):
        try:
            return _planned(work, bodies, forms, typed(reason, "reason"))
        except StepRefused as refusal:
            refused = say_all(refusal.obstacles)
    return work.page(
        "calendar/plan.html",
        ("Kalendern", work.url("calendar")),
        (f"Planera {year}", ""),
        year=year,
        years=range(work.today.year, work.today.year + YEARS_AHEAD),
        bodies=bodies,
        body=body,
        forms=forms,
        reason=reason,
        refused=refused,
        invalid=any(form.errors for form in [reason, *forms]),
        without=[one.short for one in chosen if not _has_months(work, one, year)],
    )


def _year(work: Workspace) -> int:
    asked = work.request.GET.get("ar", "")
    offered = {str(one): one for one in range(work.today.year, work.today.year + YEARS_AHEAD)}
    return offered.get(asked, work.today.year + 1)


def _rhythms(work: Workspace, year: int) -> list[MeetingRhythm]:
    days = date(year, 1, 1), date(year, 12, 31)
    found = [row for rows in rhythms_of(work.collaboration.pk).values() for row in rows]
    found = [row for row in found if row.months and any(map(as_rule(row).holds, days))]
    return sorted(found, key=lambda row: (row.body.position, row.body_id))


def _has_months(work: Workspace, body: Body, year: int) -> bool:
    return any(row.body_id == body.pk for row in _rhythms(work, year))


def _proposed(work: Workspace, bodies: list[Body], year: int) -> list[DayForm]:
    """Return a row for each meeting that would fill the year, and why when the day was moved."""
    here = work.collaboration.pk
    among = {one.pk: one for one in bodies}
    rows = {row.body_id: row for row in _rhythms(work, year) if row.body_id in among}
    proposals = proposed_year(
        [as_rule(row) for row in rows.values()],
        year,
        today=work.today,
        meets=days_met(here, [year]),
        people=people_of(here, work.today),
    )
    names = {one.pk: one.short for one in Body.objects.filter(collaboration_id=here)}
    forms = []
    for number, one in enumerate(proposals[:MOST_ROWS]):
        row = rows[one.body]
        form = DayForm(
            prefix=f"m{number}",
            initial={
                "chosen": one.on is not None,
                "body": row.body.slug,
                "on": one.on,
                "starts_at": row.starts_at,
                "place": row.place,
            },
        )
        form.name, form.notes = row.body.name, _why_moved(one, names)
        forms.append(form)
    return forms


def _why_moved(one: Proposal, names: dict[int, str]) -> list[str]:
    if not one.is_moved:
        return []
    because = [f"den är {one.free}"] if one.free else []
    because += ["veckan är utan möten"] if one.in_avoided_week else []
    if one.meets_with:
        others = listed([names[pk] for pk in one.meets_with])
        because.append(f"{others} möts då, med ledamöter gemensamt")
    day = date_format(one.wished, DAY)
    found = "" if one.on else " Ingen dag i närheten är ledig."
    return [f"Rytmen ger den {day}, men {listed(because) or 'den passar inte'}.{found}"]


def _sent(work: Workspace, bodies: list[Body]) -> list[DayForm]:
    names = {one.slug: one.name for one in bodies}
    forms = []
    for number in range(MOST_ROWS):
        form = DayForm(work.sent, prefix=f"m{number}")
        if f"m{number}-body" not in work.request.POST:
            break
        form.name = names.get(work.request.POST[f"m{number}-body"], "")
        if f"m{number}-chosen" not in work.request.POST:
            form.fields["on"].required = False
        forms.append(form)
    return forms


def _planned(
    work: Workspace, bodies: list[Body], forms: list[DayForm], reason: str
) -> HttpResponse:
    known = {one.slug: one for one in bodies}
    days = [
        YearDay(
            known[typed(form, "body")].pk,
            typed(form, "on"),
            typed(form, "starts_at"),
            typed(form, "place"),
        )
        for form in forms
        if typed(form, "chosen") and typed(form, "body") in known
    ]
    planned = plan_year(work.collaboration.pk, days, reason=reason, by=work.by, now=work.now)
    noun = "möte är planerat" if len(planned) == 1 else "möten är planerade"
    address = f"{work.url('calendar')}?ar={planned[0].on.year}"
    return work.done(f"{len(planned)} {noun}.", address)
