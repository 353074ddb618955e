"""The register of risks, body by body: read it, enter a risk, close one."""

from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies.models import Body
from samverkan.bodies.queries import bodies_on
from samverkan.cases.actions import close_risk, identify_risk
from samverkan.cases.models import Risk
from samverkan.cases.permissions import Act, may, require
from samverkan.cases.queries import risks_of
from samverkan.cases.wording.kinds import NO_PATIENT_DATA
from samverkan.journal.obstacles import StepRefused
from samverkan.www.forms import Form, day, line, paragraphs, typed
from samverkan.www.pages import Workspace, page, step


class RiskForm(Form):
    places = {
        "risk_without_title": "title",
        "risk_in_the_future": "on",
        "risk_body_not_then": "on",
    }

    title = line(
        "Rubrik", 200, missing="Skriv en rubrik för risken.", hint="Rubriken kan alla läsa."
    )
    description = paragraphs("Beskrivning", 4000, hint="Läses bara av dem som deltar i samverkan.")
    on = day("Identifierad", missing="Skriv vilken dag risken identifierades.")


class CloseForm(Form):
    places = {
        "risk_closed_without_why": "because",
        "risk_already_closed": "because",
        "risk_closed_before_found": "because",
    }

    because = paragraphs("Skäl", 500, missing="Skriv varför risken är avslutad.", rows=3)


@page
def risks(work: Workspace) -> HttpResponse:
    found = list(risks_of(work.collaboration.pk).prefetch_related("cases"))
    bodies = bodies_to_enter_for(work)
    keeps = {body.pk for body in bodies}
    return work.page(
        "risks/list.html",
        ("Ärenden", work.url("cases")),
        ("Riskregistret", ""),
        registers=[(body, list(own)) for body, own in groupby(found, key=lambda risk: risk.body)],
        bodies=bodies,
        keeps=keeps,
    )


@step
def identify(work: Workspace, slug: str) -> HttpResponse:
    body = get_object_or_404(bodies_on(work.collaboration.pk, work.today), slug=slug)
    require(work.user, Act.KEEP_RISKS, body, work.today)
    form = RiskForm(work.sent, initial={"on": work.today})
    if work.posted and form.is_valid():
        try:
            identify_risk(
                body.pk,
                title=typed(form, "title"),
                description=typed(form, "description"),
                on=typed(form, "on"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Risken är införd.", work.url("risks"))
    return _page(work, form, body.name, "För in en risk", "För in", warning=NO_PATIENT_DATA)


@step
def close(work: Workspace, key: UUID) -> HttpResponse:
    risk = get_object_or_404(Risk, collaboration=work.collaboration, key=key)
    require(work.user, Act.KEEP_RISKS, risk, work.today)
    form = CloseForm(work.sent)
    if work.posted and form.is_valid():
        try:
            close_risk(risk.pk, because=typed(form, "because"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Risken är avslutad. Den finns kvar i registret.", work.url("risks"))
    return _page(work, form, risk.title, "Avsluta risken", "Avsluta")


def bodies_to_enter_for(work: Workspace) -> list[Body]:
    """Return the bodies whose risks the person may enter: their own; a coordinator's, all."""
    bodies = bodies_on(work.collaboration.pk, work.today).order_by("position", "name")
    if work.coordinates:
        return list(bodies)
    return [body for body in bodies if may(work.user, Act.KEEP_RISKS, body, work.today)]


def _page(
    work: Workspace, form: Form, over: str, heading: str, button: str, *, warning: str = ""
) -> HttpResponse:
    return work.page(
        "risks/form.html",
        ("Ärenden", work.url("cases")),
        ("Riskregistret", work.url("risks")),
        (heading, ""),
        form=form,
        over=over,
        heading=heading,
        button=button,
        warning=warning,
    )
