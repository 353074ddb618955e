"""On which level of its own line each principal is to decide."""

from django.http import HttpResponse

from samverkan.dispatches import actions
from samverkan.dispatches.choices import Binding
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.principals.choices import LineBodyKind
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, labelled, line, one_of, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class LevelForm(Form):
    """How firmly the level is settled, which it is, and on what it rests."""

    places = {
        "level_without_kind": "kind",
        "level_without_ground": "ground",
        "level_ground_too_long": "ground",
    }

    binding = one_of(
        "Bindning",
        [
            (Binding.PRESCRIBED.value, "Föreskriven: en lag eller ett avtal säger nivån"),
            (Binding.ADVISED.value, "Rådgivande: organet föreslår nivån"),
            (Binding.FREE.value, "Fri: varje huvudman avgör själv"),
        ],
        missing="Välj om nivån är föreskriven, rådgivande eller fri.",
        radios=True,
    )
    kind = one_of("Nivå", labelled(LineBodyKind), hint="Behövs inte när nivån är fri.")
    ground = line(
        "Grund", 300, hint="Vad som föreskriver nivån, till exempel kommunallagen 5 kap. 1 §."
    )


@step
def set_level(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.DISPATCH, found, work.today)
    level = actions.level_of(found)
    initial = (
        {"binding": level.binding, "kind": level.kind, "ground": level.ground} if level else None
    )
    form = LevelForm(work.sent, initial=initial)
    if work.posted and form.is_valid():
        kind = typed(form, "kind")
        try:
            actions.set_level(
                work.collaboration.pk,
                number,
                binding=Binding(typed(form, "binding")),
                kind=LineBodyKind(kind) if kind else None,
                ground=typed(form, "ground"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Beslutsnivån är sparad.", work.url("recommendation", number))
    stops = [Obstacle("level_after_dispatch")] if found.dispatched_at else []
    return work.page(
        "dispatches/level.html",
        *crumbs(work, found, "Beslutsnivå"),
        recommendation=found,
        form=form,
        obstacles=explained(work, stops),
    )
