"""What changes in the structure, and on which day: the latest, and what is already entered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from samverkan.bodies.choices import Office, TextStage
from samverkan.bodies.models import Body, ChairTerm, Mission, Quota, TextVersion
from samverkan.dispatches.wording import listed
from samverkan.principals.models import Principal
from samverkan.public.paging import Row

AT_MOST = 200  # of each kind, near the day
NAMED = 3
ORDER = list(Office.values)
DAYS, LINES = 5, 12
RECENT = timedelta(days=366)


Subject = tuple[str, str, str]  # body, principal or text; its address; its name
Told = tuple[date, Subject, str]


@dataclass(frozen=True)
class Change:
    """What changes in one body, for one principal or in one text."""

    kind: str
    slug: str
    name: str
    text: str


@dataclass(frozen=True)
class ChangingDay:
    """A day on which something changes."""

    on: date
    changes: list[Change]

    @property
    def shown(self) -> list[Change]:
        """Return the changes that there is room for."""
        return self.changes[:LINES]

    @property
    def more(self) -> int:
        """Return how many there is no room for."""
        return len(self.changes[LINES:])


@dataclass(frozen=True)
class Timeline:
    """The days on which the structure changes, on either side of a day."""

    coming: list[ChangingDay]
    latest: list[ChangingDay]


def timeline_of(collaboration_id: int, on: date, body: Body | None = None) -> Timeline:
    """Return what changed last and what is entered for later days; of one body, when given."""
    days: dict[date, dict[Subject, list[str]]] = {}
    for when, subject, text in _changes(collaboration_id, on, body):
        days.setdefault(when, {}).setdefault(subject, []).append(text)
    told = [
        ChangingDay(
            when, [Change(*subject, "; ".join(said)) for subject, said in days[when].items()]
        )
        for when in sorted(days)
    ]
    coming = [day for day in told if day.on > on]
    latest = [day for day in told if day.on <= on]
    return Timeline(coming[:DAYS], latest[::-1][:DAYS])


def _changes(collaboration_id: int, on: date, body: Body | None) -> Iterator[Told]:
    within = Q(body=body) if body else Q(body__collaboration_id=collaboration_id)
    if body is None:
        yield from _principals(Principal.objects.filter(collaboration_id=collaboration_id), on)
        yield from _bodies(Body.objects.filter(collaboration_id=collaboration_id), on)
    yield from _quotas(Quota.objects.filter(within), on)
    yield from _chairs(ChairTerm.objects.filter(within), on)
    yield from _missions(Mission.objects.filter(within), on)
    ours = Q(text__body=body) if body else Q(text__collaboration_id=collaboration_id)
    yield from _texts(TextVersion.objects.filter(ours), on)


def _principals(found: QuerySet[Principal], on: date) -> Iterator[Told]:
    for row in _edges(found, on, "slug", "name"):
        text = "är inte längre part" if row["ends"] else "är part"
        yield row["day"], ("principal", row["slug"], row["name"]), text


def _bodies(found: QuerySet[Body], on: date) -> Iterator[Told]:
    for row in _edges(found, on, "slug", "name"):
        text = "finns inte längre" if row["ends"] else "börjar"
        yield row["day"], ("body", row["slug"], row["name"]), text


def _quotas(found: QuerySet[Quota], on: date) -> Iterator[Told]:
    rows = _in_life(found, on)
    for when, slug, name in dict.fromkeys((r["day"], r["body__slug"], r["name"]) for r in rows):
        yield when, ("body", slug, name), "platserna ändras"


def _chairs(found: QuerySet[ChairTerm], on: date) -> Iterator[Told]:
    rows = _in_life(found, on, "office", "person__name")
    rows.sort(key=lambda row: (row["day"], ORDER.index(row["office"])))
    followed = {(row["day"], row["body__slug"], row["office"]) for row in rows if not row["ends"]}
    for row in rows:
        office = Office(row["office"]).label
        text = f"{row['person__name']} är {office}"
        if row["ends"]:
            text = f"{office}ns period är slut och ingen är utsedd"
        if not row["ends"] or (row["day"], row["body__slug"], row["office"]) not in followed:
            yield row["day"], ("body", row["body__slug"], row["name"]), text


def _missions(found: QuerySet[Mission], on: date) -> Iterator[Told]:
    names = ArrayAgg("person__name", distinct=True)
    told: dict[tuple[date, str, str], dict[bool, list[str]]] = {}
    for row in _in_life(found, on, names=names):
        key = row["day"], row["body__slug"], row["name"]
        told.setdefault(key, {})[row["ends"]] = row["names"]
    for (when, slug, name), people in told.items():
        new, gone = (people.get(ends, []) for ends in (False, True))
        said = [
            _said(sorted(set(new) - set(gone)), "är ny", "är nya"),
            _said(sorted(set(gone) - set(new)), "sitter inte längre", "sitter inte längre"),
        ]
        text = "; ".join(filter(None, said)) or "platser byts"
        yield when, ("body", slug, name), text


def _said(names: list[str], one: str, several: str) -> str:
    if not names:
        return ""
    who = listed(names) if len(names) <= NAMED else f"{len(names)} personer"
    return f"{who} {one if len(names) == 1 else several}"


def _texts(found: QuerySet[TextVersion], on: date) -> Iterator[Told]:
    dated = found.filter(stage=TextStage.ADOPTED).annotate(day=Coalesce("valid_from", "adopted_on"))
    rows = dated.filter(day__gt=on - RECENT).order_by("day")
    shown = rows.values_list("day", "text__slug", "text__title")
    for when, slug, title in shown[:AT_MOST]:
        yield when, ("text", slug, title), "ny version gäller"


_BODY = Coalesce(NullIf(F("body__short_name"), Value("")), F("body__name"))


def _in_life(found: QuerySet[Any], on: date, *shown: str, **gathered: Any) -> list[Row]:
    """Return edges, without those of the body itself: what begins and ends with it."""
    told = found.annotate(name=_BODY)
    rows = _edges(told, on, "body__slug", "body__period", "name", *shown, **gathered)
    own = {False: "lower", True: "upper"}
    return [row for row in rows if row["day"] != getattr(row["body__period"], own[row["ends"]])]


def _edges(found: QuerySet[Any], on: date, *shown: str, **gathered: Any) -> list[Row]:
    """Return the days on which periods begin and end, near a day; one question for all."""
    parts = []
    for edge in ("startswith", "endswith"):
        dated = found.order_by().annotate(day=F(f"period__{edge}"), ends=Value(edge == "endswith"))
        for near, order in (
            (dated.filter(day__gt=on), "day"),
            (dated.filter(day__lte=on, day__gt=on - RECENT), "-day"),
        ):
            rows = near.values("day", "ends", *shown).annotate(**gathered)
            parts.append(rows.order_by(order)[:AT_MOST])
    first, *others = parts
    return list(first.union(*others, all=True))
