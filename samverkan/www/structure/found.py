"""How the pages about the structure find things, and say where they are."""

from datetime import date

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from samverkan.bodies.models import Body, ChairTerm, Mission, Quota
from samverkan.bodies.permissions import Act, require
from samverkan.bodies.rules.terms import term_until
from samverkan.journal.fields import not_over
from samverkan.journal.periods import last_of
from samverkan.www.pages import Crumb, Workspace


def keep(work: Workspace) -> None:
    """Let only those who keep the structure go on."""
    require(work.user, Act.KEEP, work.scope, work.today)


def find_body(work: Workspace, slug: str) -> Body:
    """Return a body of this collaboration to one who keeps the structure; 404 for any other."""
    keep(work)
    return get_object_or_404(Body, collaboration=work.collaboration, slug=slug)


def find_mission(work: Workspace, number: int) -> Mission:
    """Return a mission in this collaboration to one who keeps the structure; 404 for any other."""
    keep(work)
    related = ("body", "person", "principal", "nominator")
    ours = Mission.objects.filter(body__collaboration=work.collaboration)
    return get_object_or_404(ours.select_related(*related), pk=number)


def find_term(work: Workspace, number: int) -> ChairTerm:
    """Return a chair's term in this collaboration to one who keeps the structure."""
    keep(work)
    ours = ChairTerm.objects.filter(body__collaboration=work.collaboration)
    return get_object_or_404(ours.select_related("body", "person"), pk=number)


def crumbs(work: Workspace, body: Body | None = None, label: str = "") -> list[Crumb]:
    """Return the trail to a page about the structure, or about a body of it."""
    trail = [("Struktur", work.url("structure") if body or label else "")]
    if body:
        address = work.url("structure_body", body.slug) if label else ""
        trail.append((body.short, address))
    return [*trail, (label, "")] if label else trail


def term_last(body: Body, quota: Quota | None, first: date) -> date | None:
    """Return the last day of a mission that begins on a day, as its seats' terms run."""
    until = None
    if quota is not None:
        until = term_until(quota.anchor, quota.years, quota.anchored_on, first)
    if body.period.upper and (until is None or until > body.period.upper):
        until = body.period.upper
    return last_of(until)


def day_asked(work: Workspace, name: str) -> date | None:
    """Return a day that the address carries, when it is one."""
    try:
        return date.fromisoformat(work.request.GET.get(name, ""))
    except ValueError:
        return None


def others_of(person_id: int, first: date, until: date | None) -> QuerySet[Mission]:
    """Return a person's missions that share a day with a period."""
    found = Mission.objects.filter(person=person_id)
    found = found.filter(not_over(first))
    if until is not None:
        found = found.filter(Q(period__startswith__lt=until) | Q(period__lower_inf=True))
    return found.select_related("person", "body", "principal", "nominator").order_by(
        "body__position", "pk"
    )


def also_sits(person_id: int, first: date, until: date | None, *, but: int = 0) -> list[str]:
    """Return a sentence for each other mission that a person has meanwhile."""
    return [
        f"{one.person.name} sitter också "
        + (f"för {one.holder} " if one.holder else "")
        + f"i {one.body.short}, som {one.get_kind_display()}."
        for one in others_of(person_id, first, until).exclude(pk=but)
    ]
