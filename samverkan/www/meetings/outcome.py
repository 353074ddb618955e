"""What became of a point: a body recommends, the principals decide."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.cases.queries import involvement_of, remarks_before
from samverkan.documents.actions import add_document
from samverkan.documents.models import Document
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.meetings.actions import conclude_point, obstacles_to_outcome, stamp_of
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.rules import notes_open
from samverkan.www.forms import Choices, Form, file, line, one_of, paragraphs, several_of, typed
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained

ROWS = range(1, 6)
AGREEING = (Outcome.RECOMMENDED, Outcome.INNER_DECISION)
WORDS = {
    Outcome.RECOMMENDED: "Organet rekommenderar huvudmännen",
    Outcome.INNER_DECISION: "Organet beslutar i sin egen fråga",
    Outcome.NOT_AGREED: "Organet enades inte",
    Outcome.PREPARED: "Organet har berett ärendet till organet ovanför",
    Outcome.RETURNED: "Återremiss: ärendet behöver mer beredning",
    Outcome.NOTED: "Lades till handlingarna",
}
MARKER = re.compile(r"^(?:[-–•*]|\d+[.)])\s+")


class OutcomeForm(Form):
    places = {
        "no_clauses": "clauses",
        "clause_without_att": "clauses",
        "clause_too_long": "clauses",
        "annex_not_attached": "clauses",
        "not_an_inner_matter": "inner_kind",
        "one_clause_in_running_text": "inline",
        "annex_without_name": "name1",
    }

    def __init__(self, outcomes: list[Outcome], item: Item, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Choices = [(str(outcome), WORDS[outcome]) for outcome in outcomes]
        self.fields["outcome"] = one_of(
            "Utfall", offered, missing="Välj vad som blev av punkten.", radios=True
        )
        self.fields["text"] = paragraphs(
            "Anteckning", 8000, hint="Vad som sades och vem som redogjorde."
        )
        if not set(outcomes) & set(AGREEING):
            return
        sources = item.body.inner_sources
        kinds: Choices = [
            (kind, f"{kind}, {sources[kind]}" if kind in sources else kind)
            for kind in item.body.inner_decisions
        ]
        if Outcome.INNER_DECISION in outcomes:
            self.fields["inner_kind"] = one_of(
                "Vilken egen fråga", kinds, hint="Fylls i bara när organet beslutar i egen fråga."
            )
        self.fields["clauses"] = paragraphs(
            "Att-satser",
            20_000,
            hint="Fylls i när organet rekommenderar eller beslutar i egen fråga. En sats per rad, "
            "och varje börjar med ordet att. Har någon sats flera rader: lägg en tomrad mellan "
            "satserna.",
            rows=7,
        )
        self.fields["inline"] = forms.BooleanField(
            label="I löpande text: en enda att-sats, direkt efter inledningen", required=False
        )
        annexes = item.clauses.annexes.all() if item.clauses else []
        kept: Choices = [(annex.name, annex.name) for annex in annexes]
        if kept:
            self.fields["kept"] = several_of(
                "Bilagor som finns", kept, hint="Bocka ur för att ta bort."
            )
        for row in ROWS:
            self.fields[f"name{row}"] = line(f"Bilaga {row}: namn", 200)
            self.fields[f"file{row}"] = file(f"Bilaga {row}: fil")

    def clean(self) -> dict[str, Any]:
        """Check what belongs together: clauses with an agreement, a file with its name."""
        found = self.cleaned_data
        if found.get("clauses") and found.get("outcome") not in {str(one) for one in AGREEING}:
            self.add_error(
                "clauses",
                "Att-satser hör till en rekommendation eller ett beslut i egen fråga. Välj det "
                "utfallet, eller flytta texten till anteckningen.",
            )
        for row in ROWS:
            name, sent = found.get(f"name{row}"), found.get(f"file{row}")
            if sent and not name:
                self.add_error(
                    f"name{row}", f"Ge bilaga {row} ett namn, till exempel ”Bilaga {row}”."
                )
            if name and not sent:
                self.add_error(f"file{row}", f"Välj filen till {name}, eller ta bort namnet.")
        return found

    def clauses(self) -> list[str]:
        """Return the clauses as typed: by empty lines if there are any, else line by line."""
        text = self.cleaned_data.get("clauses", "")
        parts = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else text.split("\n")
        return [MARKER.sub("", part.strip()) for part in parts if part.strip()]

    def annex_errors(self) -> bool:
        """Return whether something is wrong with the annexes, so that they are shown."""
        return any(name.startswith(("name", "file")) for name in self.errors)

    def rows(self) -> list[tuple[Any, Any]]:
        """Return the fields of each annex row, to show."""
        return [(self[f"name{row}"], self[f"file{row}"]) for row in ROWS if "name1" in self.fields]


@step
def conclude(work: Workspace, body: str, on: date, position: int) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    item = get_object_or_404(
        meeting.items.select_related("case", "clauses", "body"), position=position
    )
    outcomes = outcomes_of(item, meeting)
    form = OutcomeForm(
        outcomes,
        item,
        work.sent,
        work.request.FILES if work.posted else None,
        initial=_written(item, outcomes),
    )
    seen = work.request.POST.get("seen", "") if work.posted else stamp_of(item)
    newer = None
    if work.posted and form.is_valid():
        try:
            _conclude(work, item, form, seen or "unknown")
        except StepRefused as refusal:
            form.show(refusal)
            if "point_changed_meanwhile" in {one.code for one in refusal.obstacles}:
                newer = Item.objects.select_related("clauses").get(pk=item.pk)
                seen = stamp_of(newer)
        else:
            return work.done("Utfallet är antecknat.", work.url("meeting", body, on))
    return work.page(
        "meetings/outcome.html",
        *crumbs(work, meeting, item.heading),
        meeting=meeting,
        item=item,
        form=form,
        seen=seen,
        newer=newer,
        agrees=bool(set(outcomes) & set(AGREEING)),
        had_files=bool(work.request.FILES),
        barred=explained(work, _barred(item, meeting)),
        remarks=explained(work, _before(work, item)),
        obstacles=explained(work, notes_open(MeetingStage(meeting.stage))),
    )


def outcomes_of(item: Item, meeting: Meeting) -> list[Outcome]:
    """Return the outcomes that a point can have as things are now."""
    if item.kind != ItemKind.DECISION:
        return [Outcome.NOTED]
    owned: Sequence[str] = meeting.body.inner_decisions or [""]
    return [
        outcome
        for outcome in WORDS
        if not obstacles_to_outcome(item, meeting, outcome, inner_kind=owned[0])
        and (item.case_id or outcome not in (Outcome.NOT_AGREED, Outcome.RETURNED))
    ]


def _before(work: Workspace, item: Item) -> list[Obstacle]:
    """Return what the body ought to know of its case before it recommends."""
    if item.kind != ItemKind.DECISION or item.case is None:
        return []
    return list(remarks_before(item.case, involvement_of(item.case, work.today)))


def _barred(item: Item, meeting: Meeting) -> list[Obstacle]:
    if item.kind != ItemKind.DECISION:
        return []
    found = obstacles_to_outcome(item, meeting, Outcome.RECOMMENDED)
    return [one for one in found if one.code != "meeting_is_held"]


@transaction.atomic
def _conclude(work: Workspace, item: Item, form: OutcomeForm, seen: str) -> Item:
    """Take in the annexes and write the outcome: both, or neither."""
    outcome = Outcome(typed(form, "outcome"))
    agreed = outcome in AGREEING
    return conclude_point(
        item.pk,
        outcome,
        text=typed(form, "text"),
        clauses=form.clauses() if agreed else [],
        annexes=[*_kept(item, form), *_added(work, form)] if agreed else [],
        inner_kind=form.cleaned_data.get("inner_kind", ""),
        inline=form.cleaned_data.get("inline", False),
        seen=seen,
        by=work.by,
        now=work.now,
    )


def _kept(item: Item, form: OutcomeForm) -> list[tuple[str, Document]]:
    wanted = form.cleaned_data.get("kept", [])
    if not item.clauses or not wanted:
        return []
    annexes = item.clauses.annexes.filter(name__in=wanted).select_related("document")
    return [(annex.name, annex.document) for annex in annexes]


def _added(work: Workspace, form: OutcomeForm) -> list[tuple[str, Document]]:
    added = []
    for row in ROWS:
        sent, name = form.cleaned_data.get(f"file{row}"), form.cleaned_data.get(f"name{row}")
        if sent and name:
            document = add_document(
                work.collaboration.pk,
                name=sent.name,
                title=name,
                data=sent.read(),
                visibility=Visibility.MEMBERS,
                by=work.by,
                now=work.now,
                record_entry=False,
            )
            added.append((name, document))
    return added


def _written(item: Item, outcomes: list[Outcome]) -> dict[str, Any]:
    only = str(outcomes[0]) if len(outcomes) == 1 else ""
    written: dict[str, Any] = {
        "outcome": item.outcome or only,
        "text": item.text,
        "inner_kind": item.inner_kind,
        "inline": item.inline,
    }
    if item.clauses:
        clauses = [clause.text for clause in item.clauses.clauses.all()]
        written["clauses"] = "\n".join(clauses)
        written["kept"] = [annex.name for annex in item.clauses.annexes.all()]
    return written
