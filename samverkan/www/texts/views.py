"""Governing documents to read: the list, each with its versions, and how two of them differ."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies import permissions
from samverkan.bodies.actions.text_facts import obstacles_in_draft
from samverkan.bodies.choices import TextKind, TextStage
from samverkan.bodies.models import Body, GoverningText, TextVersion
from samverkan.bodies.queries.texts import carries_older_values, texts_of, texts_on, values_on
from samverkan.bodies.rules.differences import differences
from samverkan.bodies.rules.texts import in_force
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.www.pages import Crumb, Workspace, page
from samverkan.www.reasons import explained
from samverkan.www.timeline import timeline


@page
def texts(work: Workspace) -> HttpResponse:
    found = texts_on(work.collaboration.pk, work.today)
    former = [one for one in found.bodies if _has_ended(one.body, work.today)]
    bodies = [one for one in found.bodies if one not in former]
    return work.page(
        "texts/list.html",
        ("Struktur", work.url("structure")),
        ("Styrdokument", ""),
        bodies=[one for one in bodies if one.rows],
        former=[state for one in former for state in one.states],
        functions=found.functions,
        values=values_on(work.collaboration.pk, work.today),
        due=[(one.body, due) for one in bodies for due in one.due],
        keeps=keeps(work),
    )


def _has_ended(body: Body, on: date) -> bool:
    return body.period.upper is not None and body.period.upper <= on


@page
def text(work: Workspace, slug: str) -> HttpResponse:
    one = find_text(work, slug)
    versions = versions_of(one)
    draft = next((v for v in versions if v.stage == TextStage.DRAFT), None)
    version = in_force(versions, work.today)
    found = draft_obstacles(work, draft)
    return work.page(
        "texts/text.html",
        *crumbs(work, one),
        text=one,
        version=version,
        draft=draft,
        versions=[v for v in versions if v.stage != TextStage.DRAFT],
        older=carries_older_values(version, work.today),
        obstacles=explained(work, found),
        blocked=any(not isinstance(one, Remark) for one in found),
        proposes=one.kind == TextKind.WORK_ORDER and draft is not None and len(versions) == 1,
        due=_due(work, one),
        keeps=keeps(work),
        entries=timeline(work, f"text/{one.slug}"),
    )


@page
def compare(work: Workspace, slug: str) -> HttpResponse:
    one = find_text(work, slug)
    versions = versions_of(one)
    by_number = {str(v.number): v for v in versions}
    newer = by_number.get(work.request.GET.get("till", "")) or (versions[0] if versions else None)
    older = by_number.get(work.request.GET.get("fran", "")) or _before(versions, newer)
    if newer is None:
        raise Http404
    return work.page(
        "texts/compare.html",
        *crumbs(work, one, "Jämför"),
        text=one,
        versions=versions,
        newer=newer,
        older=older,
        differences=differences(older.sections if older else [], newer.sections),
    )


def keeps(work: Workspace) -> bool:
    """Return whether the person may write and adopt governing documents."""
    return permissions.may(work.user, permissions.Act.KEEP, work.scope, work.today)


def find_text(work: Workspace, slug: str) -> GoverningText:
    """Return a governing document of the collaboration; 404 when there is none."""
    return get_object_or_404(
        GoverningText.objects.select_related("body__setter", "function"),
        collaboration=work.collaboration,
        slug=slug,
    )


def find_to_keep(work: Workspace, slug: str) -> GoverningText:
    """Return a governing document that the person may change; 403 for the others who see it."""
    one = find_text(work, slug)
    permissions.require(work.user, permissions.Act.KEEP, work.scope, work.today)
    return one


def versions_of(one: GoverningText) -> list[TextVersion]:
    """Return a text's versions, the newest first."""
    versions = one.versions.select_related("adopted_by", "values__text").order_by("-number")
    found = list(versions)
    for version in found:
        version.text = one
    return found


def draft_of(one: GoverningText) -> TextVersion | None:
    """Return the draft of a text's next version, when there is one."""
    return next((v for v in versions_of(one) if v.stage == TextStage.DRAFT), None)


def draft_obstacles(work: Workspace, draft: TextVersion | None) -> list[Obstacle]:
    """Return what a draft lacks before it can be adopted."""
    return obstacles_in_draft(draft, work.today) if draft else []


def crumbs(work: Workspace, one: GoverningText, label: str = "") -> list[Crumb]:
    """Return the trail to a governing document, or to a step with it."""
    trail = [("Struktur", work.url("structure")), ("Styrdokument", work.url("texts"))]
    if not label:
        return [*trail, (one.title, "")]
    return [*trail, (one.title, work.url("text", one.slug)), (label, "")]


def _before(versions: list[TextVersion], newer: TextVersion | None) -> TextVersion | None:
    if newer is None:
        return None
    return next((v for v in versions if v.number < newer.number), None)


def _due(work: Workspace, one: GoverningText) -> list[object]:
    if one.kind != TextKind.ASSIGNMENT or one.body is None:
        return []
    return list(texts_of(one.body, work.today).due)
