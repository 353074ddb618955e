"""Whom recommendations go to in the story: most, through federations, one later, some not at all.

The federations are invented: no source names any in the county that recommends on.
"""

from datetime import datetime

from samverkan.cases.actions import Sheet
from samverkan.demo.steps import dispatched_to, recommendation_on
from samverkan.demo.telling import Story
from samverkan.dispatches.actions import (
    add_addressee,
    decline_to_recommend,
    dispatch_past,
    dispatch_recommendation,
    note_concerned,
    note_not_concerned,
    recommend_on,
    renew_federation_link,
    set_level,
    take_over,
)
from samverkan.dispatches.choices import AddressScope, Binding
from samverkan.dispatches.models import FederationDispatch
from samverkan.dispatches.rules import To
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import LineBodyKind, Standing
from samverkan.principals.federations import set_federation_registrar
from samverkan.principals.models import Federation

INVENTED = "påhittat för demonstrationen"
INLAND, COAST = "inlandets-vardforbund", "kustens-vardforbund"
FEDERATIONS = {
    INLAND: ("Inlandets vårdförbund", ("sorsele", "storuman", "vilhelmina")),
    COAST: ("Kustens vårdförbund", ("nordmaling", "robertsfors")),
}


def federations_are_there(story: Story, *, now: datetime) -> None:
    """Two federations recommend on to their members; where they take their post in is noted."""
    for slug, (name, members) in FEDERATIONS.items():
        federation = Federation.objects.create(
            collaboration=story.collaboration,
            slug=slug,
            name=f"{name} (påhittat)",
            short_name=name,
            period=from_day(None),
            standing=Standing.ASSUMED,
            source=INVENTED,
        )
        for member in members:
            federation.memberships.create(
                principal=story.home_of(member), period=from_day(None), standing=Standing.ASSUMED
            )
        email = f"registrator@{slug}.demo.example"
        set_federation_registrar(federation.pk, email=email, by=story.as_coordinator, now=now)


def the_level_is_said(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """The body advises that a committee decides; each principal decides that for itself."""
    set_level(
        story.collaboration.pk,
        recommendation_on(story, sheet).number,
        binding=Binding.ADVISED,
        kind=LineBodyKind.COMMITTEE,
        by=story.as_coordinator,
        now=now,
    )


def goes_to_all_but(
    story: Story, sheet: Sheet, reply_by: int, left_out: str, *, now: datetime
) -> None:
    """The coordinator dispatches to all but one, which took no part from the beginning."""
    named = frozenset(one.pk for one in story.principals if one.slug != left_out)
    dispatch_recommendation(
        story.collaboration.pk,
        recommendation_on(story, sheet).number,
        reply_by=story.day(reply_by),
        to=To(AddressScope.NAMED, named=named),
        by=story.as_coordinator,
        now=now,
    )


def joins_later(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """The one that was left out takes part after all."""
    add_addressee(
        story.collaboration.pk,
        recommendation_on(story, sheet).number,
        story.home_of(principal).pk,
        reason="Kommunen har nu anslutit sig till den gemensamma upphandlingen.",
        by=story.as_coordinator,
        now=now,
    )


def is_not_concerned(
    story: Story, sheet: Sheet, principal: str, reason: str, *, now: datetime
) -> None:
    """A registrar tells through its link that the matter does not concern the principal."""
    dispatch = dispatched_to(story, sheet, principal)
    by = Actor("Registrator via personlig länk", dispatch.principal.name)
    note_not_concerned(dispatch.pk, reason=reason, by=by, now=now)


def is_concerned_after_all(
    story: Story, sheet: Sheet, principal: str, reason: str, *, now: datetime
) -> None:
    """The coordinator takes it back, on what the principal has told."""
    dispatch = dispatched_to(story, sheet, principal)
    note_concerned(dispatch.pk, reason=reason, by=story.as_coordinator, now=now)


def goes_through_federations(
    story: Story, sheet: Sheet, reply_by: int, *, reason: str, now: datetime
) -> None:
    """The coordinator dispatches; members of a federation wait for it to recommend on."""
    dispatch_recommendation(
        story.collaboration.pk,
        recommendation_on(story, sheet).number,
        reply_by=story.day(reply_by),
        to=To(through_federations=True),
        reason=reason,
        by=story.as_coordinator,
        now=now,
    )


def asks_the_federation_again(
    story: Story, sheet: Sheet, federation: str, *, now: datetime
) -> None:
    """The coordinator sends a federation a new link."""
    renew_federation_link(_got(story, sheet, federation).pk, by=story.as_coordinator, now=now)


def the_federation_recommends_on(
    story: Story, sheet: Sheet, federation: str, *, now: datetime
) -> None:
    """A federation's board recommends its members to decide as recommended."""
    got = _got(story, sheet, federation)
    by = Actor("Registrator via personlig länk", got.federation.name)
    recommend_on(got.pk, on=now.date(), paragraph="§ 14", by=by, now=now)


def the_federation_declines(story: Story, sheet: Sheet, federation: str, *, now: datetime) -> None:
    """A federation does not recommend on."""
    got = _got(story, sheet, federation)
    by = Actor("Registrator via personlig länk", got.federation.name)
    reason = "Styrelsen lämnar frågan till varje kommun."
    decline_to_recommend(got.pk, reason=reason, on=now.date(), by=by, now=now)


def it_goes_past_the_federation(
    story: Story, sheet: Sheet, federation: str, *, now: datetime
) -> None:
    """The coordinator dispatches straight to the members; nobody has to take over from anyone."""
    dispatch_past(_got(story, sheet, federation).pk, by=story.as_coordinator, now=now)
    try:
        take_over(story.home_of("nordmaling").pk, by=story.as_coordinator, now=now)
    except StepRefused:  # no principal of the county has ended
        return


def _got(story: Story, sheet: Sheet, federation: str) -> FederationDispatch:
    return FederationDispatch.objects.select_related("federation").get(
        recommendation=recommendation_on(story, sheet), federation__slug=federation
    )
