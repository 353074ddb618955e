"""Behind a registrar's link: the days when the principal's usual decider meets, and are they so?"""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect

from samverkan.dispatches.day_lists import days_in_text
from samverkan.dispatches.wording.forecasts import REMEDIES
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.line_days import coming_of, mark_of, set_line_days
from samverkan.principals.models import LineBody
from samverkan.sentences import say
from samverkan.www.door import LOOK
from samverkan.www.forms import Form, paragraphs, typed
from samverkan.www.link import wording
from samverkan.www.link.door import Visit, registrars
from samverkan.www.link.framing import framed

SOURCE = "registratorn, genom personlig länk"


class OwnDaysForm(Form):
    """The coming days, as the principal itself says."""

    days = paragraphs(
        "Kommande sammanträdesdagar",
        5000,
        hint="En dag på varje rad, som 2027-03-30. Sista dagen för handlingar kan stå efter ett "
        "semikolon: 2027-03-30; 2027-03-12.",
        missing="Skriv minst en dag.",
        rows=10,
    )


@registrars.open(*LOOK, "POST")
def line_days(visit: Visit) -> HttpResponse:
    """Show the days that are noted, and take in that they are so, or how they are instead."""
    body = (
        visit.link.dispatch.principal.line_bodies.filter(is_usual_decider=True)
        .select_related("principal")
        .first()
    )
    posted = visit.request.method == "POST"
    known = coming_of(body.pk, visit.today) if body else {}
    lines = [f"{on}; {by}" if by else str(on) for on, by in sorted(known.items())]
    form = OwnDaysForm(visit.request.POST if posted else None, initial={"days": "\n".join(lines)})
    seen = mark_of(known)
    status = 200
    if posted and body:
        status = 422
        if form.is_valid() and _saved(visit, form, body):
            messages.success(visit.request, wording.DAYS_SAVED)
            response = HttpResponseRedirect(visit.url("show"))
            response.status_code = 303
            return response
        if not form.non_field_errors():
            seen = visit.request.POST.get("seen", seen)
    context = {"form": form, "body": body, "seen": seen, "noted": sorted(known)}
    return framed(visit, "www/link/line_days.html", status, context)


def _saved(visit: Visit, form: Form, body: LineBody) -> bool:
    """Note the days as confirmed, or say in the form why not."""
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        return False
    if visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        return False
    days, faults = days_in_text(typed(form, "days"), visit.today)
    for one in faults:
        remedy = REMEDIES.get(one.obstacle.code, "")
        form.add_error("days", f"{one.cell.capitalize()}: {say(one.obstacle)} {remedy}".strip())
    if faults:
        return False
    try:
        set_line_days(
            body.pk,
            days,
            confirmed=True,
            source=SOURCE,
            seen=visit.request.POST.get("seen"),
            by=visit.by,
            now=visit.now,
        )
    except StepRefused as refusal:
        form.show(refusal)
        return False
    return True
