"""Letting a governing document hold: adopted at a point, proposed to begin with, and reviewed."""

from collections.abc import Iterable
from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies import permissions
from samverkan.bodies.actions.reviews import note_review
from samverkan.bodies.actions.text_facts import owner_of
from samverkan.bodies.actions.texts import (
    adopt_version,
    propose_version,
)
from samverkan.bodies.choices import Reviewed, TextKind
from samverkan.bodies.models import Body, TextVersion
from samverkan.bodies.queries.texts import texts_of
from samverkan.bodies.rules.texts import in_force, may_adopt
from samverkan.journal.obstacles import Remark, StepRefused
from samverkan.meetings.choices import MeetingStage, Outcome
from samverkan.meetings.models import Item
from samverkan.www.forms import Choices, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained
from samverkan.www.texts.forms import (
    AdoptForm,
    ProposeForm,
    ReviewForm,
    point_key,
)
from samverkan.www.texts.views import (
    crumbs,
    draft_obstacles,
    draft_of,
    find_to_keep,
    versions_of,
)

HELD = (MeetingStage.HELD, MeetingStage.APPROVED)
MOST_POINTS = 40


@step
def adopt(work: Workspace, slug: str) -> HttpResponse:
    one = find_to_keep(work, slug)
    draft = draft_of(one)
    found = draft_obstacles(work, draft)
    remarks = [obstacle for obstacle in found if isinstance(obstacle, Remark)]
    right = may_adopt(TextKind(one.kind), owner_of(one))
    points = _points(work, right)
    form = AdoptForm(
        points,
        _adopted_at(points),
        [] if right else _adopters(work),
        work.sent,
        ask_reason=bool(remarks),
    )
    if draft is not None and work.posted and form.is_valid():
        try:
            adopted = _adopt(work, draft, form, points, right)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Version {adopted.number} av {one.title} är antagen."
            return work.done(said, work.url("text", slug))
    return work.page(
        "texts/adopt.html",
        *crumbs(work, one, "Anta"),
        text=one,
        draft=draft,
        form=form,
        adopter=Body.objects.filter(pk=right).first() if right else None,
        former=in_force(versions_of(one), work.today),
        remarks=explained(work, remarks),
        obstacles=explained(work, [one for one in found if one not in remarks]),
    )


@step
def propose(work: Workspace, slug: str) -> HttpResponse:
    one = find_to_keep(work, slug)
    form = ProposeForm(work.sent)
    if work.posted and form.is_valid():
        try:
            propose_version(
                one.pk,
                valid_from=typed(form, "valid_from"),
                source=typed(form, "source"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Arbetet inleds enligt {one.title}."
            return work.done(said, work.url("text", slug))
    return work.page("texts/propose.html", *crumbs(work, one, "Inled arbetet"), text=one, form=form)


@step
def review(work: Workspace, slug: str) -> HttpResponse:
    body = get_object_or_404(Body.objects.filter(collaboration=work.collaboration), slug=slug)
    permissions.require(work.user, permissions.Act.KEEP, body, work.today)
    form = ReviewForm(
        work.sent,
        initial={"of": work.request.GET.get("av", ""), "on": work.today},
    )
    if work.posted and form.is_valid():
        try:
            note_review(
                body.pk,
                Reviewed(typed(form, "of")),
                on=typed(form, "on"),
                note=typed(form, "note"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Översynen av {body.name} är antecknad.", work.url("texts"))
    return work.page(
        "texts/review.html",
        ("Struktur", work.url("structure")),
        ("Styrdokument", work.url("texts")),
        ("Översyn", ""),
        body=body,
        due=texts_of(body, work.today).due,
        form=form,
    )


def _adopt(
    work: Workspace, draft: TextVersion, form: AdoptForm, points: list[Item], right: int | None
) -> TextVersion:
    chosen = typed(form, "where")
    item = next((one for one in points if point_key(one) == chosen), None)
    adopter = form.cleaned_data.get("adopter", "")
    by_hand = right or (int(adopter) if adopter else None)
    on: date = item.meeting.on if item else typed(form, "on")
    return adopt_version(
        draft.pk,
        adopted_by=item.body_id if item else by_hand,
        on=on,
        point=item.number if item else None,
        met=True if item else None,
        valid_from=typed(form, "valid_from"),
        reason=typed(form, "reason"),
        source=typed(form, "source"),
        by=work.by,
        now=work.now,
    )


def _points(work: Workspace, adopter: int | None) -> list[Item]:
    """Return the points where a body has decided on its own matters, at meetings that were held."""
    found = Item.objects.filter(
        meeting__collaboration=work.collaboration,
        meeting__stage__in=HELD,
        meeting__on__lte=work.today,
        outcome=Outcome.INNER_DECISION,
        number__isnull=False,
    ).select_related("meeting", "body")
    if adopter is not None:
        found = found.filter(body_id=adopter)
    return list(found.order_by("-meeting__on", "number")[:MOST_POINTS])


def _adopted_at(points: Iterable[Item]) -> dict[str, str]:
    """Return what each point adopted already, so that nobody takes it for another text's."""
    at = {(one.body_id, one.meeting.on, one.number): point_key(one) for one in points}
    versions = TextVersion.objects.filter(
        adopted_by__in={body for body, _, _ in at}, point__isnull=False
    ).select_related("text")
    return {
        at[key]: f" (där antogs {one.text.title}, version {one.number})"
        for one in versions
        if (key := (one.adopted_by_id, one.adopted_on, one.point)) in at
    }


def _adopters(work: Workspace) -> Choices:
    bodies = Body.objects.filter(collaboration=work.collaboration)
    return [(str(one.pk), one.name) for one in bodies]
