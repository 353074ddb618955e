"""How many seats somebody has in a body, from a day; in two steps."""

from typing import Any

from django.http import HttpResponse

from samverkan.bodies.models import Body, Nominator, Quota
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.principals.models import Principal
from samverkan.structures.actions import edit_structure
from samverkan.structures.edits import with_quota
from samverkan.structures.plan import Plan
from samverkan.structures.schema import QuotaData
from samverkan.www.forms import Choices, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.structure.fact_forms import QuotaForm
from samverkan.www.structure.facts import lines_of, the_structure
from samverkan.www.structure.found import (
    crumbs,
    find_body,
)
from samverkan.www.structure.holders import Holder, code_of, holder_of, quota_of
from samverkan.www.structure.two_steps import Change, in_two_steps

COUNTS = ("ordinary_min", "ordinary_max", "substitutes_max")


@step
def change_quota(work: Workspace, slug: str) -> HttpResponse:
    body = find_body(work, slug)
    form = QuotaForm(_holders(work), work.sent, initial=_initial(work, body))
    done: list[Plan] = []

    def act() -> str:
        holder = holder_of(work, typed(form, "holder"))
        refuse(obstacles_to_text(Källa=typed(form, "source")))
        structure = the_structure(work)
        wanted = with_quota(structure, slug, _quota(form, body, holder))
        facts = {"base": structure, "source": typed(form, "source")}
        plan = edit_structure(wanted, subject=f"body/{slug}", by=work.by, now=work.now, **facts)
        refuse([] if plan else [Obstacle("nothing_changed")])
        done.append(plan)
        return f"Platserna för {holder} i {body.short} är ändrade."

    return in_two_steps(
        work,
        form,
        Change(
            heading="Ändra platser",
            over=body.name,
            lead="Det som gällde förut slutar dagen före. Den som redan sitter behåller sin plats, "
            "så avsluta uppdrag först om platserna blir färre.",
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, "Ändra platser"),
            back=work.url("structure_body", slug),
            lines=lambda: lines_of(done),
        ),
    )


def _holders(work: Workspace) -> Choices:
    """Only parties, and those who nominate in a side's name, have seats."""
    here = {"collaboration": work.collaboration, "period__contains": work.today}
    every: list[Principal | Nominator] = [
        *Principal.objects.filter(**here),
        *Nominator.objects.filter(**here),
    ]
    return [(code_of(one), one.name) for one in every]


def _initial(work: Workspace, body: Body) -> dict[str, Any]:
    code = work.request.GET.get("for", "")
    quota = quota_of(body, holder_of(work, code), work.today)
    counts = {name: getattr(quota, name) for name in COUNTS} if quota else {}
    source = quota.source if quota else ""
    return {"holder": code, "first": work.today, "source": source, **counts}


def _quota(form: QuotaForm, body: Body, holder: Holder) -> QuotaData:
    """Return the seats as the structure has them; what a term follows stays as it was."""
    assert holder is not None  # noqa: S101 - one of the choices
    before = quota_of(body, holder, form.first_day()) or Quota()
    whose = "principals" if isinstance(holder, Principal) else "nominators"
    return QuotaData.model_validate(
        {
            whose: [holder.slug],
            "first_day": form.first_day(),
            **{name: typed(form, name) for name in COUNTS},
            "held_by": before.held_by,
            "anchor": before.anchor,
            "years": before.years,
            "anchored_on": before.anchored_on,
            "source": typed(form, "source"),
        }
    )
