"""The coordinators of the story's year, what they cost, and the actors outside."""

from datetime import date, datetime
from decimal import Decimal

from samverkan.bodies.actions.costs import set_cost, set_cost_key
from samverkan.bodies.actions.functions import change_share, end_holding, hold_function
from samverkan.bodies.actions.overlaps import note_overlap
from samverkan.bodies.models import CoordinatorFunction, FunctionHolder
from samverkan.demo.telling import LSG, TOLD, Story
from samverkan.people.models import Person
from samverkan.principals.choices import OutsideKind, PrincipalKind
from samverkan.principals.models import OutsideActor
from samverkan.principals.outside import (
    add_outside_actor,
    change_outside_actor,
    end_outside_actor,
)

INVENTED = "Påhittat för demonstrationen."
COORDINATORS, DEVICES = "regionala-koordinatorer", "hjalpmedelskoordinator"
ASSOCIATION = "Samordningsförbundet Vidsjö"


def coordinates(
    story: Story, person: Person, slug: str = COORDINATORS, share: str = "1.0", *, now: datetime
) -> FunctionHolder:
    """Let a person hold a share of a function, with the coordinator's rights."""
    return hold_function(
        _function(story, slug).pk,
        person_id=person.pk,
        share=Decimal(share),
        first=now.date(),
        with_role=slug == COORDINATORS,
        by=TOLD,
        now=now,
    )


def one_coordinator_leaves(story: Story, *, now: datetime) -> None:
    """Half of the function stands vacant, and with it go the rights."""
    holders = _function(story, COORDINATORS).holders.exclude(person=story.coordinator)
    end_holding(holders.get().pk, until=now.date(), by=story.as_coordinator, now=now)


def another_works_more(story: Story, *, now: datetime) -> None:
    """The coordinator of assistive devices goes up in time."""
    holder = _function(story, DEVICES).holders.get()
    change_share(
        holder.pk, share=Decimal("0.8"), first=now.date(), by=story.as_coordinator, now=now
    )


def the_cost_is_reckoned(story: Story, *, now: datetime) -> None:
    """A cost for the year, in halves; the key between the municipalities is invented too."""
    cost = set_cost(
        _function(story, COORDINATORS).pk,
        year=now.year,
        amount=Decimal("1862000.00"),
        source=INVENTED,
        by=story.as_coordinator,
        now=now,
    )
    if cost is None:
        raise LookupError(COORDINATORS)
    weights = {
        principal.pk: 4 if principal.slug in ("umea", "skelleftea") else 1
        for principal in story.principals
        if principal.kind == PrincipalKind.MUNICIPALITY
    }
    set_cost_key(cost.pk, weights, source=INVENTED, by=story.as_coordinator, now=now)


def outside_actors_are_noted(story: Story, *, now: datetime) -> None:
    """An association, a state initiative, and the school channels of most municipalities."""
    _add(story, ASSOCIATION, OutsideKind.COORDINATION_ASSOCIATION, "Arbetslivsinriktad rehab", now)
    _add(
        story,
        "Satsningen Trygg skolgång",
        OutsideKind.STATE_INITIATIVE,
        "Skolfrånvaro, elevhälsa",
        now,
    )
    _add(story, "Satsningen Digital start", OutsideKind.STATE_INITIATIVE, "Välfärdsteknik", now)
    for principal in story.principals[:12]:
        add_outside_actor(
            story.collaboration.pk,
            name=f"Skolsamråd i {principal.short_name}",
            kind=OutsideKind.SCHOOL_CHANNEL,
            principal_id=principal.pk,
            contact=f"Skolkontoret, {principal.name}",
            first=now.date(),
            by=story.as_coordinator,
            now=now,
            source=INVENTED,
        )


def one_changes_and_one_ends(story: Story, *, now: datetime) -> None:
    """The association takes in a new question; a state initiative is over."""
    association = _actor(story, ASSOCIATION)
    change_outside_actor(
        association.pk,
        name=association.name,
        topics="Arbetslivsinriktad rehabilitering, unga utan arbete",
        contact="Förbundets kansli",
        by=story.as_coordinator,
        now=now,
        source=INVENTED,
    )
    over = _actor(story, "Satsningen Digital start")
    end_outside_actor(over.pk, until=now.date(), by=story.as_coordinator, now=now)


def work_is_compared(story: Story, *, now: datetime) -> None:
    """LSG goes through its work with the association (R090)."""
    note_overlap(
        _actor(story, ASSOCIATION).pk,
        body_id=story.bodies[LSG].pk,
        on=now.date(),
        note="Förbundets insatser för unga går samman med beredningens arbete om tidiga insatser.",
        overlaps=True,
        by=story.as_coordinator,
        now=now,
    )


def _function(story: Story, slug: str) -> CoordinatorFunction:
    return CoordinatorFunction.objects.get(collaboration=story.collaboration, slug=slug)


def _actor(story: Story, name: str) -> OutsideActor:
    return OutsideActor.objects.get(collaboration=story.collaboration, name=name)


def _add(story: Story, name: str, kind: OutsideKind, topics: str, now: datetime) -> None:
    add_outside_actor(
        story.collaboration.pk,
        name=name,
        kind=kind,
        topics=topics,
        first=date(now.year, 1, 1),
        by=story.as_coordinator,
        now=now,
        source=INVENTED,
    )
