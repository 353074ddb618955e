"""What is to follow from the answers: chosen before dispatch; and what a coordinator concludes."""

from django.http import HttpResponse

from samverkan.dispatches import actions
from samverkan.dispatches.choices import EffectRule
from samverkan.dispatches.effects import effect_of, terms_of
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.rules import Terms
from samverkan.dispatches.wording import explanation
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, day, labelled, line, number, one_of, paragraphs, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class EffectForm(Form):
    places = {
        "effect_without_number": "at_least",
        "effect_number_too_small": "at_least",
        "effect_share_beyond": "share",
        "effect_without_day": "starts_on",
        "effect_day_without_rule": "starts_on",
        "effect_day_before_agreed": "starts_on",
        "effect_without_source": "ground",
    }

    kind = one_of(
        "När huvudmän har antagit rekommendationen",
        labelled(EffectRule),
        missing="Välj vad som ska följa av svaren.",
        radios=True,
    )
    at_least = number("Minst så många", hint="Bara när tillräckligt många ska anta.")
    share = number("Eller minst så många procent", hint="Av dem som berörs. Avrundas uppåt.")
    starts_on = day("Tidigast från", hint="Inget gäller före den dagen. Kan lämnas tom.")
    ground = line(
        "Varifrån regeln är känd",
        300,
        hint="Till exempel vilken punkt eller vilken text. Behövs inte när inget gäller av sig "
        "självt.",
    )

    @property
    def terms(self) -> Terms:
        """Return the rule that was typed, as the rules know it."""
        return Terms(
            EffectRule(typed(self, "kind")),
            typed(self, "at_least"),
            typed(self, "share"),
            typed(self, "starts_on"),
        )


@step
def effect(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.CHOOSE_EFFECT, found, work.today)
    terms = terms_of(found)
    initial = {
        "kind": terms.kind.value,
        "at_least": terms.at_least,
        "share": terms.share,
        "starts_on": terms.starts_on,
        "ground": found.effect_source,
    }
    form = EffectForm(work.sent, initial=initial)
    if work.posted and form.is_valid():
        try:
            actions.choose_effect(
                work.collaboration.pk,
                number,
                form.terms,
                ground=typed(form, "ground"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Regeln är vald.", work.url("recommendation", number))
    late = [Obstacle("effect_after_dispatch")] if found.dispatched_at else []
    return work.page(
        "dispatches/effect.html",
        *crumbs(work, found, "Det som följer av svaren"),
        recommendation=found,
        form=form,
        rules=[(rule.label, explanation(Terms(rule))) for rule in EffectRule],
        obstacles=explained(work, late),
    )


class ConclusionForm(Form):
    places = {
        "conclusion_empty": "text",
        "conclusion_without_ground": "ground",
        "conclusion_without_source": "source",
        "conclusion_unchanged": "text",
    }

    text = paragraphs("Slutsats", 2000, missing="Skriv vilken slutsats som dras av svaren.")
    ground = paragraphs(
        "Grund",
        2000,
        missing="Skriv grunden för slutsatsen.",
        hint="Vad i svaren, och vilken regel eller text, leder till slutsatsen?",
    )
    source = line(
        "Källa",
        300,
        missing="Skriv varifrån grunden är känd.",
        hint="Till exempel organets anteckningar med punkt.",
    )


@step
def conclude(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.CONCLUDE, found, work.today)
    latest = found.conclusions.first()
    form = ConclusionForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.record_conclusion(
                work.collaboration.pk, number, **form.cleaned_data, by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Slutsatsen är antecknad.", work.url("recommendation", number))
    early = [] if found.dispatched_at else [Obstacle("conclusion_before_dispatch")]
    return work.page(
        "dispatches/conclude.html",
        *crumbs(work, found, "Slutsats"),
        recommendation=found,
        form=form,
        latest=latest,
        effect=effect_of(found, today=work.today),
        obstacles=explained(work, early),
    )
