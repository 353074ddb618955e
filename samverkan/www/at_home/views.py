"""What matters us: what waits, is to be carried out, is due, is decided, and is about to end."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches.actions import want_weekly_letter
from samverkan.dispatches.models import WeeklyLetter
from samverkan.dispatches.queries import Part, by_part, matters_at_home, principals_of
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.models import Principal
from samverkan.www.forms import Form
from samverkan.www.pages import Workspace, page, step

EMPTY = {
    Part.WAITS: "Här visas rekommendationer som huvudmannen ska besluta om. Ingen väntar.",
    Part.CARRY_OUT: "Här visas det som ska genomföras efter bifall. Inget är kvar att göra.",
    Part.DUE: "Här visas dagar inom sex veckor: svarsdagar och planerade möten. Inga är nära.",
    Part.DECIDED: "Här visas besluten från de senaste tre månaderna. Inget är beslutat.",
    Part.EXPIRES: "Här visas uppdrag som slutar inom fyra månader utan efterträdare. Inga.",
}


@page
def ours(work: Workspace) -> HttpResponse:
    principals = list(_visible(work))
    found = matters_at_home([one.pk for one in principals], work.today)
    waiting = {pk: sum(one.part is Part.WAITS for one in matters) for pk, matters in found.items()}
    return work.page(
        "at_home/list.html",
        ("Hos oss", ""),
        rows=[(one, waiting.get(one.pk, 0)) for one in principals],
    )


@page
def at_home(work: Workspace, slug: str) -> HttpResponse:
    principal = _found(work, slug)
    found = matters_at_home([principal.pk], work.today).get(principal.pk, [])
    return work.page(
        "at_home/one.html",
        ("Hos oss", work.url("ours")),
        (principal.short_name, ""),
        principal=principal,
        parts=[(part, things, EMPTY[part]) for part, things in by_part(found)],
        own=_own(work).filter(pk=principal.pk).exists(),
        weekly=_wants(work, principal),
    )


@step
def weekly(work: Workspace, slug: str) -> HttpResponse:
    principal = _found(work, slug)
    has = _wants(work, principal)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        # What the button said is what is meant, also when it was pressed in another window.
        wanted = work.request.POST.get("wanted") == "ja"
        try:
            want_weekly_letter(work.person_id, principal.pk, wanted, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = "kommer på måndagar" if wanted else "kommer inte mer"
            back = work.url("at_home", slug)
            return work.done(f"Veckobrevet om {principal.short_name} {said}.", back)
    return work.page(
        "at_home/weekly.html",
        ("Hos oss", work.url("ours")),
        (principal.short_name, work.url("at_home", slug)),
        ("Veckobrev", ""),
        principal=principal,
        form=form,
        weekly=has,
    )


def _own(work: Workspace) -> QuerySet[Principal]:
    return principals_of(work.person_id, work.collaboration.pk, work.today)


def _visible(work: Workspace) -> QuerySet[Principal]:
    """Return the person's own principals; a coordinator sees those of all."""
    if not work.coordinates:
        return _own(work)
    return Principal.objects.filter(collaboration=work.collaboration, period__contains=work.today)


def _found(work: Workspace, slug: str) -> Principal:
    return get_object_or_404(_visible(work), slug=slug)


def _wants(work: Workspace, principal: Principal) -> bool:
    return WeeklyLetter.objects.filter(person=work.person_id, principal=principal).exists()
