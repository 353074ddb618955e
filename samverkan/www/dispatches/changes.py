"""What a recommendation that is out may still go through: a corrected text, or taken back."""

import re
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.formats import date_format

from samverkan.dispatches import actions
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.permissions import Act, require
from samverkan.documents.rules import CLAUSE_LIMIT, LEAD_LIMIT
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.meetings.models import Item
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, day, line, offer, one_of, paragraphs, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class GroundForm(Form):
    """What rests on a point of the body's approved minutes, or on something else that is named."""

    def __init__(self, found: Recommendation, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        points = actions.points_to_rest_on(found)
        offer(
            self,
            "item",
            [(str(one.pk), _named(one)) for one in points],
        )

    @property
    def item_id(self) -> int | None:
        """Return the chosen point."""
        return int(typed(self, "item")) if typed(self, "item") else None


class WithdrawForm(GroundForm):
    places = {
        "withdrawal_without_reason": "reason",
        "withdrawal_without_ground": "item",
        "point_of_another_body": "item",
        "point_not_approved": "item",
        "withdrawal_without_day": "on",
        "withdrawal_before_agreed": "on",
        "withdrawal_day_ahead": "on",
    }

    reason = paragraphs(
        "Skäl",
        2000,
        missing="Skriv varför rekommendationen återtas.",
        hint="Skälet står i brevet till alla och visas öppet.",
    )
    item = one_of(
        "Punkt där organet återtog den",
        [],
        hint="I organets justerade anteckningar. Dagen är då mötets dag.",
    )
    on = day("Återtagen den", hint="Behövs inte när en punkt är vald.")
    source = line("Källa", 300, hint="När ingen punkt är vald: varifrån är det känt?")


@step
def withdraw(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.WITHDRAW, found, work.today)
    form = WithdrawForm(found, work.sent)
    if work.posted and form.is_valid():
        try:
            actions.withdraw_recommendation(
                work.collaboration.pk,
                number,
                reason=typed(form, "reason"),
                item_id=form.item_id,
                on=typed(form, "on"),
                source=typed(form, "source"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(
                f"Rekommendation {number} är återtagen.", work.url("recommendation", number)
            )
    dispatches = list(found.dispatches.select_related("principal").order_by("principal__position"))
    return work.page(
        "dispatches/withdraw.html",
        *crumbs(work, found, "Återta"),
        recommendation=found,
        form=form,
        told=[one for one in dispatches if one.to],
        unreachable=[one for one in dispatches if not one.to],
        obstacles=explained(work, _closed(found)),
    )


class TextForm(GroundForm):
    places = {
        "text_without_title": "title",
        "no_lead": "lead",
        "lead_too_long": "lead",
        "no_clauses": "clauses",
        "clause_without_att": "clauses",
        "clause_too_long": "clauses",
        "annex_not_attached": "clauses",
        "text_unchanged": "clauses",
        "text_without_reason": "reason",
        "text_without_ground": "item",
        "point_of_another_body": "item",
        "point_not_approved": "item",
    }

    title = line("Rubrik", 200, missing="Skriv rekommendationens rubrik.")
    summary = paragraphs("Sammanfattning", 8000)
    lead = line("Inledning", LEAD_LIMIT, missing="Skriv vem som rekommenderar.")
    clauses = paragraphs(
        "Att-satser",
        CLAUSE_LIMIT * 4,
        missing="Skriv minst en att-sats.",
        hint="En sats i varje stycke, med en tom rad mellan. Varje sats börjar med ”att”.",
        rows=10,
    )
    reason = line(
        "Skäl", 500, missing="Skriv varför texten rättas.", hint="Står i brevet till alla."
    )
    spelling = forms.BooleanField(
        label="Bara skrivfel: svar som har kommit gäller även den nya texten", required=False
    )
    item = one_of(
        "Punkt där organet enades om den nya texten",
        [],
        hint="I organets justerade anteckningar. Behövs inte för skrivfel.",
    )
    source = line("Källa", 300, hint="När ingen punkt är vald: varifrån är den nya texten känd?")

    @property
    def text(self) -> actions.NewText:
        """Return the text that was typed; a clause is a paragraph."""
        parts = (" ".join(one.split()) for one in re.split(r"\n\s*\n", typed(self, "clauses")))
        return actions.NewText(
            typed(self, "title"),
            typed(self, "summary"),
            typed(self, "lead"),
            tuple(one for one in parts if one),
        )


@step
def correct(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.CORRECT_TEXT, found, work.today)
    now = actions.text_of(found)
    initial = {
        "title": now.title,
        "summary": now.summary,
        "lead": now.lead,
        "clauses": "\n\n".join(now.clauses),
    }
    form = TextForm(found, work.sent, initial=initial)
    if work.posted and form.is_valid():
        try:
            version = actions.correct_text(
                work.collaboration.pk,
                number,
                form.text,
                reason=typed(form, "reason"),
                spelling=typed(form, "spelling"),
                item_id=form.item_id,
                source=typed(form, "source"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Version {version.number} är på väg till alla huvudmän."
            return work.done(said, work.url("recommendation", number))
    dispatches = list(found.dispatches.select_related("principal").order_by("principal__position"))
    early = [] if found.dispatched_at else [Obstacle("text_not_dispatched")]
    return work.page(
        "dispatches/correct_text.html",
        *crumbs(work, found, "Rätta texten"),
        recommendation=found,
        form=form,
        addressed=len(dispatches),
        unreachable=[
            one.principal for one in dispatches if not (one.to or one.principal.registrar_email)
        ],
        decided=[one.principal.short_name for one in dispatches if one.decided_version],
        obstacles=explained(work, [*early, *_closed(found)]),
    )


def _named(point: Item) -> str:
    day = date_format(point.meeting.on, "j F Y")
    return f"{day}, punkt {point.number}: {point.heading}"[:120]


def _closed(found: Recommendation) -> list[Obstacle]:
    if found.withdrawn_on is None:
        return []
    return [Obstacle("recommendation_withdrawn", {"on": found.withdrawn_on})]
