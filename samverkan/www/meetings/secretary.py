"""The secretary's screen: one page during the meeting, where every point is saved by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localtime

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.models import Item, LastWritten, Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.rules import BEFORE_HELD, RAISED_KINDS
from samverkan.sentences import say_all
from samverkan.www.forms import Choices, Form, labelled, line, one_of, paragraphs, typed
from samverkan.www.meetings.outcome import AGREEING, OutcomeForm, outcomes_of
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, page, step

MEANWHILE = {"point_written_meanwhile", "point_changed_meanwhile"}
TEXT = ("Anteckning", 8000)


class NoteForm(Form):
    """What is said on a point; only this is saved by itself."""

    places = {"point_written_meanwhile": "text", "identity_number": "text"}

    def __init__(self, item: Item, sent: Any = None) -> None:
        initial = {"text": item.text}
        super().__init__(sent, initial=initial, auto_id=f"p{item.pk}_%s")
        self.fields["text"] = paragraphs(*TEXT, rows=3)


class DecisionForm(OutcomeForm):
    """What is said on a point for decision, and what became of it; annexes have their own page."""

    places = OutcomeForm.places | {"point_changed_meanwhile": "text"}

    def __init__(self, item: Item, outcomes: list[Outcome], sent: Any = None) -> None:
        clauses = item.clauses.clauses.all() if item.clauses else []
        initial = {
            "text": item.text,
            "outcome": item.outcome,
            "clauses": "\n".join(clause.text for clause in clauses),
        }
        super().__init__(outcomes, item, sent, initial=initial, auto_id=f"p{item.pk}_%s")
        for name in [one for one in self.fields if one.startswith(("name", "file", "kept"))]:
            del self.fields[name]
        self.fields["text"] = paragraphs(*TEXT, rows=3)
        self.order_fields(["text", "outcome", "inner_kind", "clauses"])
        self.fields["outcome"].required = False


class RaiseForm(Form):
    places = {"no_heading": "heading"}

    heading = line("Ny fråga", 300, missing="Skriv vad frågan gäller.")
    kind = one_of("Slag", labelled(list(RAISED_KINDS)), missing="Välj slag.", radios=True)


@dataclass(frozen=True)
class Desk:
    """One point on the screen: its form, the stamp of what is shown, and who wrote last."""

    item: Item
    form: Form
    stamp: str
    usual: str
    written: LastWritten | None
    theirs: Item | None = None


@page
def secretary(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    return _show(work, meeting)


@step
def save_point(work: Workspace, body: str, on: date, pk: int) -> HttpResponse:
    """Save one point: to the script with a few words back, to a browser without one with a page."""
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    item = get_object_or_404(_items(meeting), pk=pk)
    here = work.url("secretary", body, on)
    if not work.posted:
        return redirect(f"{here}#punkt-{pk}")
    by_script = "application/json" in work.request.headers.get("Accept", "")
    form = _form(meeting, item, work.request.POST)
    if form.is_valid():
        try:
            saved = _save(work, item, form)
        except StepRefused as refusal:
            meanwhile = MEANWHILE & {one.code for one in refusal.obstacles}
            if by_script:
                return _refused(item, say_all(refusal.obstacles), meanwhile=bool(meanwhile))
            form.show(refusal)
        else:
            if by_script:
                said = {"stamp": actions.stamp_of(saved), "at": f"{localtime(work.now):%H.%M}"}
                return JsonResponse(said)
            return redirect(f"{here}#punkt-{pk}")
    elif by_script:
        return _refused(item, [str(one) for found in form.errors.values() for one in found])
    return _show(work, meeting, sent=(pk, form), status=422)


@step
def raise_question(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    form = RaiseForm(work.sent)
    if work.posted and form.is_valid():
        try:
            item = actions.raise_point(
                meeting.pk,
                heading=typed(form, "heading"),
                kind=ItemKind(typed(form, "kind")),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return redirect(f"{work.url('secretary', body, on)}#punkt-{item.pk}")
    return work.page(
        "meetings/raise_question.html",
        *crumbs(work, meeting, "Ny fråga"),
        meeting=meeting,
        form=form,
    )


@step
def finish(work: Workspace, body: str, on: date) -> HttpResponse:
    """Give the standing points their usual text, and lead on to where the meeting is ended."""
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    if not work.posted:
        return redirect(work.url("secretary", body, on))
    if meeting.stage in BEFORE_HELD and actions.usual_texts(meeting):
        actions.write_usual_texts(meeting.pk, by=work.by, now=work.now)
    return redirect(work.url("close_meeting", body, on))


def _save(work: Workspace, item: Item, form: Form) -> Item:
    seen = work.request.POST.get("seen") or "unknown"
    text = typed(form, "text")
    outcome = form.cleaned_data.get("outcome", "")
    if work.request.POST.get("save") != "outcome" or not outcome:
        return actions.note_point(item.pk, text=text, seen=seen, by=work.by, now=work.now)
    agreed = Outcome(outcome) in AGREEING
    annexes = item.clauses.annexes.select_related("document") if item.clauses else []
    return actions.conclude_point(
        item.pk,
        Outcome(outcome),
        text=text,
        clauses=form.clauses() if agreed and isinstance(form, DecisionForm) else [],
        annexes=[(one.name, one.document) for one in annexes] if agreed else [],
        inner_kind=form.cleaned_data.get("inner_kind", ""),
        seen=seen,
        by=work.by,
        now=work.now,
    )


def _form(meeting: Meeting, item: Item, sent: Any = None) -> Form:
    by_itself = sent is not None and sent.get("save") != "outcome"
    if item.kind != ItemKind.DECISION or by_itself:
        return NoteForm(item, sent)
    return DecisionForm(item, outcomes_of(item, meeting), sent)


def _refused(item: Item, sentences: Sequence[str], *, meanwhile: bool = False) -> JsonResponse:
    """Answer the script: why nothing was saved, and when somebody else wrote, what stands now."""
    if not meanwhile:
        return JsonResponse({"sentences": list(sentences)}, status=422)
    newer = Item.objects.select_related("last_written").get(pk=item.pk)
    stamp = actions.stamp_of(newer)
    written = getattr(newer, "last_written", None)
    known = written is not None and written.stamp == stamp
    return JsonResponse(
        {
            "stamp": stamp,
            "text": newer.text,
            "outcome": newer.get_outcome_display(),
            "by": written.by if written and known else "",
            "at": f"{localtime(written.at):%H.%M}" if written and known else "",
        },
        status=409,
    )


def _items(meeting: Meeting) -> Any:
    return (
        meeting.items.select_related("case", "clauses", "body", "last_written")
        .prefetch_related(
            "clauses__clauses",
            "clauses__annexes",
            "adjunctions__person",
            "absences__person",
            "absences__stood_in_by",
        )
        .order_by("position")
    )


def _show(
    work: Workspace,
    meeting: Meeting,
    *,
    sent: tuple[int, Form] | None = None,
    status: int = 200,
) -> HttpResponse:
    usual = actions.usual_texts(meeting)
    desks = []
    for item in _items(meeting):
        bound = sent[1] if sent and sent[0] == item.pk else None
        stamp = actions.stamp_of(item)
        behind = bound is not None and work.request.POST.get("seen") != stamp
        desks.append(
            Desk(
                item=item,
                form=bound if bound is not None else _form(meeting, item),
                stamp=stamp,
                usual=usual.get(item.pk, ""),
                written=getattr(item, "last_written", None),
                theirs=item if behind else None,
            )
        )
    response = work.page(
        "meetings/secretary.html",
        *crumbs(work, meeting, "Sekreterarens skärm"),
        meeting=meeting,
        desks=desks,
        form=sent[1] if sent else None,
        attendances=list(
            meeting.attendances.select_related(
                "person", "principal", "stands_for__person", "arrived_at", "left_at"
            )
        ),
        is_open=meeting.stage in BEFORE_HELD,
        is_planned=meeting.stage == MeetingStage.PLANNED,
        kinds=_kinds(),
    )
    response.status_code = status
    return response


def _kinds() -> Choices:
    return labelled(list(RAISED_KINDS))
