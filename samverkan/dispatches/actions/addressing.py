"""To whom a recommendation goes: what was chosen, worked out for a day, and kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from samverkan.dispatches import rules, wording
from samverkan.dispatches.choices import AddressScope, DispatchState
from samverkan.dispatches.models import (
    Addressing,
    Concern,
    Dispatch,
    FederationDispatch,
    Recommendation,
)
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.choices import Side
from samverkan.principals.federations import Tree, tree_on
from samverkan.principals.models import Federation, Grouping, Principal
from samverkan.principals.queries import principals_on

NO_TREE = Tree({}, {})


@dataclass(frozen=True)
class Chosen:
    """Whom a choice means on a day, in order; whom it does not concern; who stands between."""

    to: rules.To
    on: date
    principals: list[Principal]
    total: int
    gone: list[str] = field(default_factory=list)
    grouping: Grouping | None = None
    names: dict[int, str] = field(default_factory=dict)
    tree: Tree = NO_TREE

    @property
    def reached(self) -> list[Principal]:
        """Return those that are asked; a principal that is not concerned gets no letter."""
        return [one for one in self.principals if one.pk not in self.to.not_concerned]

    @property
    def held(self) -> dict[int, int]:
        """Return through which federation each is to get it that does not get it at once."""
        through = self.tree.through
        return {one.pk: through[one.pk] for one in self.reached if one.pk in through}

    @property
    def first(self) -> list[Federation]:
        """Return the federations that get it first."""
        first = rules.first_to_get(self.held.values(), self.tree.parents)
        return [one for pk, one in self.tree.federations.items() if pk in first]

    @property
    def said(self) -> str:
        """Return to whom it goes, in words."""
        return wording.to_whom(
            self.to.scope,
            [one.short_name for one in self.principals],
            total=self.total,
            side=self.to.side,
            grouping=self.grouping.name if self.grouping else "",
            through=[one.short_name for one in self.first],
        )

    @property
    def marks(self) -> dict[int, dict[str, Any]]:
        """Return what differs in the dispatches of those that get nothing at once."""
        waiting = {
            pk: {"state": DispatchState.HELD, "through_id": federation, "to": ""}
            for pk, federation in self.held.items()
        }
        unconcerned = {
            pk: {"state": DispatchState.NOT_CONCERNED, "unconcerned_reason": reason, "to": ""}
            for pk, reason in self.to.not_concerned.items()
        }
        return waiting | unconcerned

    @property
    def facts(self) -> dict[str, object]:
        """Return what the journal tells of whom it went to, beside the texts' checksums."""
        slugs = {one.pk: one.slug for one in self.principals}
        unconcerned = [one for one in self.principals if one.pk in self.to.not_concerned]
        besides = wording.besides(
            [one.short_name for one in unconcerned],
            [one.short_name for one in self.first],
            len(self.held),
        )
        return {
            "scope": self.to.scope,
            "to_whom": self.said,
            "not_concerned": {one.slug: self.to.not_concerned[one.pk] for one in unconcerned},
            "held": {
                slugs[pk]: self.tree.federations[federation].slug
                for pk, federation in self.held.items()
            },
            "federations": [one.slug for one in self.first],
            "besides": besides,
        }

    def obstacles(self, *, by_mail: bool = True) -> list[Obstacle]:
        """Return what stands in the way of addressing it so."""
        found = rules.obstacles_to_addressing(
            to=self.to,
            addressees=[one.pk for one in self.principals],
            gone=self.gone,
            names=self.names,
            grouping_in_force=self.grouping is not None,
        )
        between = [self.tree.federations[pk] for pk in self._between()]
        mute = sorted(one.name for one in between if not one.registrar_email)
        if mute and by_mail:
            found.append(Obstacle("federation_unreachable", {"federations": mute}))
        return [*found, *obstacles_to_text(Skäl=" ".join(self.to.not_concerned.values()))]

    def _between(self) -> set[int]:
        parents = self.tree.parents
        return {step for one in self.held.values() for step in rules.above(one, parents)}


def choose(collaboration_id: int, to: rules.To, *, on: date) -> Chosen:
    """Return whom a choice means on a day; the same for the page and for the act."""
    there = {one.pk: one for one in principals_on(collaboration_id, on)}
    grouping = _grouping(collaboration_id, to, on)
    members = set()
    if grouping is not None:
        within = grouping.memberships.filter(period__contains=on)
        members = set(within.values_list("principal_id", flat=True))
    sides = {pk: Side(one.side) for pk, one in there.items()}
    ids, gone = rules.addressed(to, there=sides, members=members)
    names = {pk: one.short_name for pk, one in there.items()}
    missing = {*gone, *(set(to.not_concerned) - set(names))}
    if missing:
        names |= dict(
            Principal.objects.filter(pk__in=missing, collaboration_id=collaboration_id).values_list(
                "pk", "short_name"
            )
        )
    return Chosen(
        to=to,
        on=on,
        principals=[there[pk] for pk in ids],
        total=len(there),
        gone=[names.get(pk, "") for pk in gone],
        grouping=grouping,
        names=names,
        tree=tree_on(collaboration_id, on) if to.through_federations else NO_TREE,
    )


def keep_addressing(
    recommendation: Recommendation,
    chosen: Chosen,
    dispatches: Sequence[Dispatch],
    *,
    by: Actor,
    now: datetime,
) -> list[FederationDispatch]:
    """Keep how a recommendation was addressed; return what goes to federations first.

    Part of the act that dispatches it.
    """
    Addressing.objects.create(
        recommendation=recommendation,
        scope=chosen.to.scope,
        side=chosen.to.side or "" if chosen.to.scope is AddressScope.SIDE else "",
        grouping=chosen.grouping,
        on=chosen.on,
        said=chosen.said[:400],
        through_federations=bool(chosen.first),
    )
    Concern.objects.bulk_create(
        Concern(
            dispatch=dispatch,
            concerned=False,
            reason=dispatch.unconcerned_reason,
            given_by=by.name,
            given_at=now,
        )
        for dispatch in dispatches
        if dispatch.state == DispatchState.NOT_CONCERNED
    )
    return FederationDispatch.objects.bulk_create(
        FederationDispatch(
            recommendation=recommendation,
            federation=federation,
            to=federation.registrar_email,
            dispatched_at=now,
        )
        for federation in chosen.first
    )


def _grouping(collaboration_id: int, to: rules.To, on: date) -> Grouping | None:
    if to.scope is not AddressScope.GROUPING or to.grouping is None:
        return None
    return Grouping.objects.filter(
        pk=to.grouping, collaboration_id=collaboration_id, period__contains=on
    ).first()
