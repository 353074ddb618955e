"""Questions about the leadership seminar, that the pages inside and outside share."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from samverkan.bodies.choices import BodyKind, TextStage
from samverkan.bodies.models import Body, TextVersion
from samverkan.bodies.queries import bodies_on
from samverkan.bodies.rules.texts import FORMED_AT_SEMINAR
from samverkan.journal.obstacles import Remark
from samverkan.meetings.models import Priority, Seminar, SeminarTask
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.rules.seminars import Prioritised, Standing
from samverkan.meetings.seminar_choices import Fate, SeminarStage


def seminars_of(collaboration_id: int) -> QuerySet[Seminar]:
    """Return the seminars of a collaboration, the newest first."""
    return Seminar.objects.filter(collaboration_id=collaboration_id).select_related(
        "body", "planner", "adopted_at__meeting", "adopted_at__body"
    )


def priorities_of(collaboration_id: int, *years: int) -> list[Priority]:
    """Return what the seminars of some years prioritised, the newest year first; all without."""
    found = Priority.objects.filter(seminar__collaboration_id=collaboration_id)
    if years:
        found = found.filter(seminar__year__in=years)
    found = found.select_related("seminar", "case__body", "continues__seminar")
    return list(found.order_by("-seminar__year", "position"))


def versions_of(seminar: Seminar) -> list[TextVersion]:
    """Return the versions of values and target picture that the seminar adopted (R039, R040)."""
    return list(
        TextVersion.objects.filter(
            text__kind__in=FORMED_AT_SEMINAR,
            adopted_by=seminar.body_id,
            adopted_on__year=seminar.year,
            stage=TextStage.ADOPTED,
        )
        .select_related("text")
        .order_by("adopted_on", "text__title")
    )


def owner_of_programme(collaboration_id: int, on: date) -> Body | None:
    """Return the body that adopts the programme on a day: the one that owns it (R052)."""
    return (
        bodies_on(collaboration_id, on)
        .filter(inner_decisions__contains=[rules.PROGRAMME])
        .order_by("position", "pk")
        .first()
    )


def seminar_of(version: TextVersion) -> Seminar | None:
    """Return the seminar at which a version of the values was adopted, when it is known (R040)."""
    if version.text.kind not in FORMED_AT_SEMINAR or version.adopted_on is None:
        return None
    return Seminar.objects.filter(body=version.adopted_by_id, year=version.adopted_on.year).first()


def years_missing(collaboration_id: int, on: date) -> list[int]:
    """Return the years, until the one of a day, that have no seminar (R045)."""
    known = set(seminars_of(collaboration_id).values_list("year", flat=True))
    bodies = Body.objects.filter(collaboration_id=collaboration_id, kind=BodyKind.SEMINAR)
    missing: set[int] = set()
    for body in bodies:
        missing |= set(rules.years_without(known, body.period.lower, body.period.upper, on))
    return sorted(missing)


def turnout_of(seminar: Seminar) -> tuple[int | None, int | None, int]:
    """Return how many were invited, how many came, and from how many principals, as far as known.

    How many were invited is said only when it is known of everyone whose turnout is.
    """
    rows = list(seminar.turnouts.values_list("invited", "attended"))
    came = [(asked, attended) for asked, attended in rows if attended is not None]
    known = [asked for asked, _ in came if asked is not None]
    invited = sum(known) if came and len(known) == len(came) else None
    attended = sum(attended for _, attended in came) if came else None
    return invited, attended, len(came)


def remarks_on(
    seminar: Seminar, on: date, *, priorities: Iterable[Priority], before: Iterable[Priority]
) -> list[Remark]:
    """Return what a seminar lacks on a day."""
    late = SeminarTask.objects.filter(seminar=seminar, done_on=None, due_on__lt=on)
    standing = Standing(
        year=seminar.year,
        stage=SeminarStage(seminar.stage),
        parts=list(seminar.programme.values_list("heading", flat=True)),
        themes=seminar.themes.count(),
        themes_asked=seminar.themes_asked_at is not None,
        themes_by=seminar.themes_by,
        late_tasks=list(late.values_list("what", flat=True)),
        priorities=[_prioritised(one) for one in priorities],
        before=[_prioritised(one) for one in before],
    )
    return rules.remarks_on(standing, on, from_source=bool(seminar.source))


def _prioritised(one: Priority) -> Prioritised:
    return Prioritised(
        area=one.area,
        fate=Fate(one.fate),
        noted=one.fate_on is not None,
        has_work=one.case_id is not None,
    )
