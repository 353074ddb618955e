"""What can be done with a year's seminar: plan it, propose and adopt its programme, hold it."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.models import Body
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import refuse
from samverkan.meetings.actions.seminar_found import SOURCE, locked, note
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Item, Priority, ProgrammeItem, Seminar, SeminarTurnout
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.rules.seminars import Point, Time
from samverkan.meetings.seminar_choices import Heading, SeminarStage
from samverkan.meetings.wording import seminars as wording
from samverkan.principals.models import Principal

Numbers = Mapping[int, tuple[int | None, int | None]]


@transaction.atomic
def plan_seminar(
    collaboration_id: int,
    year: int,
    *,
    time: Time,
    place: str = "",
    planner_id: int | None,
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> Seminar:
    """Plan a year's seminar, with the parts that every programme has; or load one from a source.

    Raises StepRefused when the year has one, there is no such body, or no time is known.
    """
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    body = _body_of(collaboration_id, year)
    planner = _planner(collaboration_id, planner_id)
    ours = Seminar.objects.filter(collaboration_id=collaboration_id)
    refuse(
        rules.obstacles_to_plan_seminar(
            year=year,
            time=time,
            today=now.date(),
            taken=set(ours.values_list("year", flat=True)),
            body_there=body is not None,
            planner_leads=planner.kind == BodyKind.GROUP if planner else None,
            from_source=bool(source),
        )
        + obstacles_to_text(Plats=place, Skäl=reason, **{"Ungefär när": time.about}),
        reason=reason,
    )
    assert body is not None  # noqa: S101  (the rule has refused a year without it)
    seminar = Seminar.objects.create(
        collaboration_id=collaboration_id,
        body=body,
        planner=planner,
        year=year,
        on=time.on,
        last=time.last,
        about=time.about.strip(),
        place=place.strip(),
        purpose=wording.PURPOSE,
        source=source,
    )
    if not source:
        _add_standing_parts(seminar)
    note(
        seminar,
        "seminar.planned",
        by=by,
        now=now,
        rule="R045",
        source=source or SOURCE,
        public=True,
        when=_when(seminar),
        about=seminar.about if source else "",
        reason=reason,
    )
    return seminar


@transaction.atomic
def change_seminar(
    seminar_id: int,
    *,
    time: Time,
    place: str,
    purpose: str,
    by: Actor,
    now: datetime,
) -> Seminar:
    """Move a seminar to another day or place, or write anew what it is for.

    Raises StepRefused when it is held, or nothing is changed.
    """
    seminar = locked(seminar_id)
    wanted = {
        "on": time.on,
        "last": time.last,
        "about": time.about.strip(),
        "place": place.strip(),
        "purpose": purpose.strip(),
    }
    refuse(
        rules.obstacles_to_change_seminar(
            stage=SeminarStage(seminar.stage),
            year=seminar.year,
            time=time,
            themes_by=seminar.themes_by,
            changed=any(getattr(seminar, name) != value for name, value in wanted.items()),
        )
        + obstacles_to_text(Plats=place, Syfte=purpose, **{"Ungefär när": time.about})
    )
    for name, value in wanted.items():
        setattr(seminar, name, value)
    seminar.save(update_fields=list(wanted))
    when = _when(seminar)
    note(seminar, "seminar.changed", by=by, now=now, rule="R045", public=True, when=when)
    return seminar


@transaction.atomic
def propose_programme(seminar_id: int, *, reason: str = "", by: Actor, now: datetime) -> Seminar:
    """Propose the programme to the body that adopts it; it is then not changed meanwhile.

    Raises StepRefused when it is empty, or a heading is unused and nobody says why.
    """
    seminar = locked(seminar_id)
    used = list(seminar.programme.values_list("heading", flat=True))
    refuse(
        rules.obstacles_to_propose_programme(
            stage=SeminarStage(seminar.stage), parts=len(used), unused=unused_in(seminar, used)
        )
        + obstacles_to_text(Skäl=reason),
        reason=reason,
    )
    _step(seminar, SeminarStage.PROPOSED)
    said = f"Skäl: {reason}" if reason.strip() else ""
    note(seminar, "seminar.proposed", by=by, now=now, rule="R046", reason=said)
    return seminar


@transaction.atomic
def adopt_programme(seminar_id: int, *, item_id: int | None, by: Actor, now: datetime) -> Seminar:
    """Note that the body that owns the programme adopted it, at a point of its meeting.

    Raises StepRefused when it is not proposed, or the point is another body's or adopts nothing.
    """
    seminar = locked(seminar_id)
    item = _point(seminar, item_id)
    stage = SeminarStage(seminar.stage)
    refuse(rules.obstacles_to_adopt_programme(stage=stage, point=_of(item)))
    assert item is not None  # noqa: S101  (the rule has refused what has no point)
    seminar.adopted_at = item
    _step(seminar, SeminarStage.ADOPTED, "adopted_at")
    note(
        seminar,
        "seminar.adopted",
        by=by,
        now=now,
        rule="R052",
        public=True,
        body=item.body.name,
        on=item.meeting.on,
        point=item.number,
    )
    return seminar


@transaction.atomic
def reopen_programme(seminar_id: int, *, reason: str, by: Actor, now: datetime) -> Seminar:
    """Take a proposed or adopted programme up again, to change it; it is then adopted anew.

    Raises StepRefused when it is open, the seminar is held, or nobody says why.
    """
    seminar = locked(seminar_id)
    stage = SeminarStage(seminar.stage)
    refuse(rules.obstacles_to_reopen(stage=stage, reason=reason) + obstacles_to_text(Skäl=reason))
    seminar.adopted_at = None
    _step(seminar, SeminarStage.PLANNED, "adopted_at")
    public = stage is SeminarStage.ADOPTED
    note(seminar, "seminar.reopened", by=by, now=now, rule="R052", public=public, reason=reason)
    return seminar


@transaction.atomic
def hold_seminar(
    seminar_id: int, *, reason: str = "", by: Actor, now: datetime, source: str = ""
) -> Seminar:
    """Note that a seminar was held; then what it agreed on can be written down.

    Raises StepRefused before its last day, or without an adopted programme when nobody says why.
    """
    seminar = locked(seminar_id)
    refuse(
        rules.obstacles_to_hold(
            stage=SeminarStage(seminar.stage),
            ends=seminar.ends,
            today=now.date(),
            from_source=bool(source),
        )
        + obstacles_to_text(Skäl=reason),
        reason=reason,
    )
    _step(seminar, SeminarStage.HELD)
    note(
        seminar,
        "seminar.held",
        by=by,
        now=now,
        rule="R045",
        source=source or SOURCE,
        public=True,
        about=seminar.about if source else "",
        reason=f"Skäl: {reason}" if reason.strip() else "",
    )
    return seminar


@transaction.atomic
def note_turnout(seminar_id: int, numbers: Numbers, *, by: Actor, now: datetime) -> Seminar:
    """Note how many each principal's leadership were invited, and came; nothing is not known.

    Raises StepRefused for a number that cannot be right.
    """
    seminar = locked(seminar_id)
    refuse(rules.obstacles_to_note_turnout(numbers.values()))
    ours = Principal.objects.filter(collaboration_id=seminar.collaboration_id, pk__in=numbers)
    for principal in ours:
        invited, attended = numbers[principal.pk]
        SeminarTurnout.objects.update_or_create(
            seminar=seminar,
            principal=principal,
            defaults={"invited": invited, "attended": attended},
        )
    note(seminar, "seminar.turnout_noted", by=by, now=now, rule="R045", public=True)
    return seminar


def unused_in(seminar: Seminar, used: list[str]) -> list[Heading]:
    """Return the headings that a programme shall have and does not, as things are now."""
    return rules.unused_headings(used, prioritised_last_year=prioritised_before(seminar))


def prioritised_before(seminar: Seminar) -> bool:
    """Return whether anything was prioritised the year before (R049)."""
    return Priority.objects.filter(
        seminar__collaboration_id=seminar.collaboration_id, seminar__year=seminar.year - 1
    ).exists()


def _add_standing_parts(seminar: Seminar) -> None:
    """Agreement § 5.1.2 and § 5.2 (R049, R053): the priorities, and those of last year."""
    parts = [(Heading.PRIORITIES, wording.PRIORITIES)]
    if prioritised_before(seminar):
        parts.insert(0, (Heading.FOLLOW_UP, wording.FOLLOW_UP))
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(seminar=seminar, position=position, heading=heading, title=title)
        for position, (heading, title) in enumerate(parts, start=1)
    )


def _body_of(collaboration_id: int, year: int) -> Body | None:
    """Return the body of the seminar's kind that exists at some time of a year."""
    if not 1 <= year <= 9998:
        return None
    days = (date(year, 1, 1), date(year + 1, 1, 1))
    found = Body.objects.filter(
        collaboration_id=collaboration_id, kind=BodyKind.SEMINAR, period__overlap=days
    )
    return found.order_by("position", "pk").first()


def _planner(collaboration_id: int, planner_id: int | None) -> Body | None:
    if planner_id is None:
        return None
    return Body.objects.get(pk=planner_id, collaboration_id=collaboration_id)


def _point(seminar: Seminar, item_id: int | None) -> Item | None:
    if item_id is None:
        return None
    items = Item.objects.select_related("meeting", "body")
    return items.get(pk=item_id, meeting__collaboration_id=seminar.collaboration_id)


def _of(item: Item | None) -> Point | None:
    if item is None:
        return None
    other = Seminar.objects.filter(adopted_at=item).values_list("year", flat=True).first()
    return Point(
        owned=item.body.inner_decisions,
        body=item.body.name,
        meeting=MeetingStage(item.meeting.stage),
        outcome=item.outcome,
        of_another_year=other,
    )


def _step(seminar: Seminar, stage: SeminarStage, *more: str) -> None:
    seminar.stage = stage
    seminar.save(update_fields=["stage", *more])


def _when(seminar: Seminar) -> object:
    return seminar.on or seminar.about
