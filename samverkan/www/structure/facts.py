"""What a body is: change it, or set up a new one; each in two steps."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.text import slugify

from samverkan.bodies.choices import BodyKind, Level, Power, Responsibility, Sphere
from samverkan.bodies.models import Body
from samverkan.bodies.queries import bodies_on
from samverkan.bodies.rules.setting_up import in_fixed_structure
from samverkan.dispatches.wording import listed
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.principals.choices import Standing
from samverkan.structures.actions import edit_structure, structure_to_change
from samverkan.structures.edits import body_in, with_body_changed
from samverkan.structures.plan import Plan
from samverkan.structures.schema import BodyData, HeirData, Structure
from samverkan.structures.setting_up import set_up_body
from samverkan.structures.wording import line_of
from samverkan.www.forms import typed
from samverkan.www.pages import Workspace, step
from samverkan.www.structure.fact_forms import FactsForm, NewBodyForm
from samverkan.www.structure.found import crumbs, find_body, keep
from samverkan.www.structure.two_steps import Change, in_two_steps

SAME = ("name", "short_name", "purpose", "mandate", "source")


@step
def change_facts(work: Workspace, slug: str) -> HttpResponse:
    body = find_body(work, slug)
    initial = {one: getattr(body, one) for one in FactsForm.base_fields}
    form = FactsForm(work.sent, initial=initial)
    done: list[Plan] = []

    def act() -> str:
        structure = the_structure(work)
        wanted = with_body_changed(structure, slug, **_typed_facts(form, structure, slug))
        refuse(obstacles_to_text(**{str(form[one].label): typed(form, one) for one in SAME}))
        subject = f"body/{slug}"
        facts = {"base": structure, "source": typed(form, "source")}
        plan = edit_structure(wanted, subject=subject, by=work.by, now=work.now, **facts)
        refuse([] if plan else [Obstacle("nothing_changed")])
        done.append(plan)
        return f"{typed(form, 'name')} är uppdaterat."

    return in_two_steps(
        work,
        form,
        Change(
            heading="Ändra uppgifter",
            over=body.name,
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, "Ändra uppgifter"),
            back=work.url("structure_body", slug),
            lines=lambda: lines_of(done),
        ),
    )


@step
def new_body(work: Workspace) -> HttpResponse:
    keep(work)
    now = list(bodies_on(work.collaboration.pk, work.today))
    every = list(Body.objects.filter(collaboration=work.collaboration))
    form = NewBodyForm(now, every, work.sent, initial={"first": work.today})
    made: list[str] = []

    def act() -> str:
        follows = typed(form, "follows")
        body = _new_body(form)
        set_up_body(
            the_structure(work),
            body,
            decided_by=typed(form, "decided_by") or None,
            follows=follows or None,
            inherits=_heir(form, body) if follows else None,
            reason=form.reason_given,
            by=work.by,
            now=work.now,
        )
        made.append(body.slug)
        return f"{body.name} är inrättat."

    return in_two_steps(
        work,
        form,
        Change(
            heading="Nytt organ",
            lead=_who_sets_up(now),
            act=act,
            bodies=lambda: _named(work, address_of(form)),
            crumbs=crumbs(work, label="Nytt organ"),
            back=work.url("structure"),
            after=lambda: work.url("structure_body", made[-1]),
        ),
    )


def _who_sets_up(bodies: Iterable[Body]) -> str:
    """Say it by the names that the county's own groups have (R108, R121)."""
    groups = [one.name for one in bodies if one.kind == BodyKind.GROUP]
    told = [f"{listed(groups)} inrättar beredningar och arbetsgrupper."] if groups else []
    return " ".join([*told, "En beredning inrättar sina egna arbetsgrupper."])


def the_structure(work: Workspace) -> Structure:
    """Return the structure as it is stored, which nobody else changes until the act is done."""
    structure = structure_to_change(work.collaboration.slug)
    if structure is None:
        raise Http404
    return structure


def lines_of(plans: list[Plan]) -> list[str]:
    """Return what a plan changes, a line a row."""
    lines = [line_of(change) for plan in plans for change in plan.changes]
    return [line[:1].upper() + line[1:] for line in lines]


def address_of(form: NewBodyForm) -> str:
    """Return the address that a new body's name gives."""
    return slugify(typed(form, "name").replace("_", " "))[:80].strip("-") or "organ"


def _typed_facts(form: FactsForm, structure: Structure, slug: str) -> dict[str, Any]:
    """Return the facts as the structure has them; a former name is kept as an alias."""
    before = body_in(structure, slug)
    named = typed(form, "name")
    former = {before.name} - {named} - set(before.aliases)
    responsibility = typed(form, "responsibility")
    return {
        **{one: typed(form, one) for one in SAME},
        "sphere": Sphere(typed(form, "sphere")),
        "level": Level(typed(form, "level")),
        "power": Power(typed(form, "power")),
        "responsibility": Responsibility(responsibility) if responsibility else None,
        "aliases": [*(one for one in before.aliases if one != named), *former],
    }


def _new_body(form: NewBodyForm) -> BodyData:
    kind = BodyKind(typed(form, "kind"))
    parent = typed(form, "parent")
    return BodyData.model_validate(
        {
            "slug": address_of(form),
            "name": " ".join(typed(form, "name").split()),
            "short_name": typed(form, "short_name"),
            "kind": kind,
            "level": typed(form, "level"),
            "sphere": typed(form, "sphere"),
            "power": typed(form, "power"),
            "in_fixed_structure": in_fixed_structure(kind),
            "purpose": typed(form, "purpose"),
            "first_day": typed(form, "first"),
            "parents": [{"body": parent}] if parent else [],
            "source": _source(form),
        }
    )


def _source(form: NewBodyForm) -> str:
    decided_by = typed(form, "decided_by")
    field: Any = form.fields["decided_by"]
    decider = dict(field.choices).get(decided_by, "") if decided_by else ""
    return ", ".join(filter(None, [decider, typed(form, "decision")]))[:300]


def _heir(form: NewBodyForm, body: BodyData) -> HeirData:
    standing = Standing(typed(form, "standing"))
    return HeirData(body=body.slug, standing=standing, source=body.source)


def _named(work: Workspace, slug: str) -> list[int]:
    found = Body.objects.filter(collaboration=work.collaboration, slug=slug)
    return list(found.values_list("pk", flat=True))
