"""Which seminar a page is about, where it stands, and what every step of it has in common."""

from collections.abc import Callable, Sequence

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.meetings.models import Seminar
from samverkan.meetings.seminar_permissions import Act, require
from samverkan.meetings.seminar_queries import seminars_of
from samverkan.www.forms import Form
from samverkan.www.pages import Crumb, Workspace
from samverkan.www.reasons import explained


def find(work: Workspace, year: int) -> Seminar:
    """Return a year's seminar; 404 when there is none."""
    return get_object_or_404(seminars_of(work.collaboration.pk), year=year)


def find_for(work: Workspace, year: int, act: Act) -> Seminar:
    """Return a year's seminar for one who may do the act with it."""
    seminar = find(work, year)
    require(work.user, act, seminar, work.today)
    return seminar


def crumbs(work: Workspace, seminar: Seminar, label: str = "") -> list[Crumb]:
    """Return the trail to a seminar, or to a step of it."""
    here = work.url("seminar", seminar.year)
    trail = [("Ledningsseminariet", work.url("seminars")), (str(seminar.year), here)]
    return [*trail, (label, "")] if label else [trail[0], (str(seminar.year), "")]


def taken(form: Form, act: Callable[[], object]) -> bool:
    """Do what a form asks for; what is refused is shown in the form."""
    try:
        act()
    except StepRefused as refusal:
        form.show(refusal)
        return False
    return True


def show_step(
    work: Workspace,
    seminar: Seminar,
    title: str,
    form: Form,
    *,
    submit: str,
    lead: str = "",
    obstacles: Sequence[Obstacle] = (),
    remarks: Sequence[Obstacle] = (),
    warning: bool = False,
) -> HttpResponse:
    """Answer with the page of a step: what stands in the way, what to think of, and the form."""
    return work.page(
        "seminar/step.html",
        *crumbs(work, seminar, title),
        seminar=seminar,
        title=title,
        form=form,
        submit=submit,
        lead=lead,
        warning=warning,
        obstacles=explained(work, obstacles),
        remarks=explained(work, remarks),
        back=work.url("seminar", seminar.year),
    )
