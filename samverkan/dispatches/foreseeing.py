"""What a forecast rests on, read in as many questions for 3 principals as for 311."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.timezone import localdate

from samverkan.dispatches.choices import DECIDED, NOT_ASKED
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.rules.forecast import (
    LEGAL_APPEAL_DAYS,
    LEGAL_APPROVAL_DAYS,
    ChainLink,
    Facing,
    Forecast,
    forecast,
    remarks_on_reply_by,
)
from samverkan.dispatches.rules.line_calendars import (
    USUAL_MONTHS,
    AssumedRhythm,
    KnownDay,
    Sitting,
    first_told,
    learnt_rhythm,
    sittings_of,
)
from samverkan.journal.obstacles import Remark
from samverkan.meetings.choices import Certainty
from samverkan.meetings.models import ExternalMeeting
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.line_days import LEADS
from samverkan.principals.models import LineBody, LineMeeting, LineRhythm, Principal

# How many of a principal's earlier decisions say how long it takes.
LATEST = 12
Leads = Mapping[str, int | None]


@dataclass(frozen=True)
class Earlier:
    """A decision that a principal has taken before."""

    decided_on: date
    took: int
    body: str


@dataclass
class Calendars:
    """What is known of when some principals' bodies meet, and of their earlier decisions."""

    today: date
    bodies: dict[int, list[LineBody]] = field(default_factory=lambda: defaultdict(list))
    days: dict[int, list[KnownDay]] = field(default_factory=lambda: defaultdict(list))
    rhythms: dict[tuple[int | None, str], LineRhythm] = field(default_factory=dict)
    earlier: dict[int, list[Earlier]] = field(default_factory=dict)

    def chain(self, principal_id: int, level: str = "") -> list[LineBody | str]:
        """Return the bodies that a matter passes at a principal, the one that decides last.

        The usual decider decides; where the council is asked, the usual decider takes it up
        first. A council that is not noted stands as its kind.
        """
        usual = next((one for one in self.bodies[principal_id] if one.is_usual_decider), None)
        if not level or (usual is not None and usual.kind == level):
            return [usual] if usual is not None else []
        asked = next((one for one in self.bodies[principal_id] if one.kind == level), level)
        below = usual is not None and level == LineBodyKind.COUNCIL
        return [usual, asked] if below and usual is not None else [asked]

    def link(self, principal_id: int, body: LineBody | str) -> ChainLink:
        """Return a body with its coming meetings."""
        if isinstance(body, str):
            name = str(LineBodyKind(body).label)
            return ChainLink(name, self._sittings(principal_id, None, body))
        return ChainLink(body.name, self._sittings(principal_id, body, body.kind))

    def leads(self, principal_id: int, body: LineBody | str | None) -> dict[str, int | None]:
        """Return the lead times of a body: its own, its principal's, the county's; else None."""
        kind = body if isinstance(body, str) else body.kind if body else ""
        own = None if body is None or isinstance(body, str) else _leads(body)
        rhythms = (self.rhythms.get((one, kind)) for one in (principal_id, None))
        told: Sequence[Leads | None] = (own, *(_leads(one) if one else None for one in rhythms))
        return {name: first_told(name, *told) for name in LEADS}

    def _sittings(self, principal_id: int, body: LineBody | None, kind: str) -> tuple[Sitting, ...]:
        known = self.days[body.pk] if body else []
        return sittings_of(
            known,
            self._rhythm(principal_id, body, kind),
            today=self.today,
            papers_days=self.leads(principal_id, body or kind)["papers_days"],
        )

    def _rhythm(self, principal_id: int, body: LineBody | None, kind: str) -> AssumedRhythm | None:
        """Return the principal's own rhythm, the one its decisions tell of, or the county's."""
        own, county = (self.rhythms.get((one, kind)) for one in (principal_id, None))
        if own is not None:
            return _assumed(own)
        months = tuple(county.months) if county and county.months else USUAL_MONTHS
        name = body.name.casefold() if body else ""
        theirs = [
            one.decided_on
            for one in self.earlier.get(principal_id, [])
            if name and one.body.casefold() == name
        ]
        learnt = learnt_rhythm(theirs, months)
        return learnt or (_assumed(county) if county else None)


def calendars_of(
    collaboration_id: int, principals: Collection[int], today: date, *, before: datetime | None
) -> Calendars:
    """Return what a forecast for some principals rests on; five questions however many they are.

    `before` leaves out the decisions on what was dispatched from that moment on.
    """
    found = Calendars(today)
    bodies = LineBody.objects.filter(principal__in=principals, period__contains=today)
    kept = list(bodies.order_by("pk"))
    for body in kept:
        found.bodies[body.principal_id].append(body)
    ids = [body.pk for body in kept]
    meetings = LineMeeting.objects.filter(line_body__in=ids, on__gte=today)
    for one in meetings.only("line_body_id", "on", "papers_by", "confirmed_at").order_by("on"):
        day = KnownDay(one.on, one.papers_by, confirmed=one.confirmed_at is not None)
        found.days[one.line_body_id].append(day)
    # What was read from a principal's own calendar to the year wheel holds here too.
    read = ExternalMeeting.objects.filter(line_body__in=ids, on__gte=today, vanished_at=None)
    for body_id, on, certainty in read.values_list("line_body_id", "on", "certainty"):
        if body_id is not None:
            sure = certainty == Certainty.CONFIRMED
            found.days[body_id].append(KnownDay(on, confirmed=sure))
    rhythms = LineRhythm.objects.filter(collaboration_id=collaboration_id)
    found.rhythms = {(one.principal_id, one.kind): one for one in rhythms}
    found.earlier = _earlier(principals, before)
    return found


def foresee(
    collaboration_id: int, principals: Iterable[Principal], today: date, *, level: str = ""
) -> Forecast:
    """Return when some principals can have decided on what is dispatched today."""
    kept = list(principals)
    known = calendars_of(collaboration_id, [one.pk for one in kept], today, before=None)
    return forecast(
        (_facing(known, one.pk, one.slug, one.short_name, today, level) for one in kept), today
    )


def foresee_answers(
    recommendation: Recommendation, dispatches: Iterable[Dispatch], today: date, *, level: str = ""
) -> Forecast | None:
    """Return when all that a recommendation was sent to can have decided; None when all have."""
    kept = [one for one in dispatches if one.state not in NOT_ASKED]
    if all(one.state in DECIDED for one in kept):
        return None
    waiting = [one.principal_id for one in kept if one.state not in DECIDED]
    known = calendars_of(
        recommendation.collaboration_id, waiting, today, before=recommendation.dispatched_at
    )
    return forecast((_facing_dispatch(known, one, level) for one in kept), today)


def remarks_on_reply_day(
    collaboration_id: int,
    principals: Iterable[Principal],
    reply_by: date | None,
    today: date,
    *,
    level: str = "",
) -> list[Remark]:
    """Return that some cannot have decided by the reply-by day, as things are now (R319)."""
    if reply_by is None:
        return []
    return remarks_on_reply_by(foresee(collaboration_id, principals, today, level=level), reply_by)


def _facing(
    known: Calendars, pk: int, slug: str, name: str, sent_on: date, level: str, **facts: Any
) -> Facing:
    bodies = known.chain(pk, level)
    leads = known.leads(pk, bodies[-1] if bodies else None)
    approval, appeal = leads["approval_days"], leads["appeal_days"]
    return Facing(
        slug,
        name,
        [known.link(pk, body) for body in bodies],
        sent_on,
        [one.took for one in known.earlier.get(pk, [])],
        approval_days=LEGAL_APPROVAL_DAYS if approval is None else approval,
        appeal_days=LEGAL_APPEAL_DAYS if appeal is None else appeal,
        **facts,
    )


def _facing_dispatch(known: Calendars, one: Dispatch, level: str) -> Facing:
    principal, sent_on = one.principal, localdate(one.dispatched_at)
    if one.state in DECIDED:
        return Facing(
            principal.slug, principal.short_name, (), sent_on,
            decided=True, decided_on=one.decided_on,
        )  # fmt: skip
    return _facing(
        known, principal.pk, principal.slug, principal.short_name, sent_on, level,
        planned_on=one.planned_on,
    )  # fmt: skip


def _earlier(principals: Collection[int], before: datetime | None) -> dict[int, list[Earlier]]:
    """Return the latest decisions of each principal: a few of each, however many there are."""
    theirs = Dispatch.objects.filter(
        principal=OuterRef("pk"), state__in=DECIDED, decided_on__isnull=False
    )
    if before is not None:
        theirs = theirs.filter(dispatched_at__lt=before)
    told = JSONObject(decided="decided_on", sent="dispatched_at", body="deciding_body")
    latest = ArraySubquery(theirs.order_by("-pk").values(told=told)[:LATEST])
    rows = Principal.objects.filter(pk__in=principals).annotate(latest=latest)
    return {
        pk: [one for one in map(_decision, latest) if one.took >= 0]
        for pk, latest in rows.values_list("pk", "latest")
    }


def _decision(told: Mapping[str, str]) -> Earlier:
    decided = date.fromisoformat(told["decided"])
    sent = localdate(datetime.fromisoformat(told["sent"]))
    return Earlier(decided, (decided - sent).days, told["body"])


def _assumed(rhythm: LineRhythm) -> AssumedRhythm:
    return AssumedRhythm(
        tuple(rhythm.months),
        rhythm.week,
        rhythm.weekday,
        tuple(date.fromisoformat(day) for day in rhythm.days),
    )


def _leads(one: LineBody | LineRhythm) -> dict[str, int | None]:
    return {name: getattr(one, name) for name in LEADS}
