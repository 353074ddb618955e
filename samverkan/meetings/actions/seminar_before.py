"""What is done before the seminar: themes are asked for and proposed, tasks set and finished."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from samverkan.bodies.models import Body
from samverkan.bodies.queries import members_on
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import refuse
from samverkan.meetings.actions.seminar_found import SOURCE, locked, note
from samverkan.meetings.models import Seminar, SeminarTask, ThemeProposal
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.seminar_choices import SeminarStage
from samverkan.people.queries import addresses_of

THEMES = "överenskommelsen § 6.1.2"


@transaction.atomic
def ask_for_themes(seminar_id: int, *, last: date, by: Actor, now: datetime) -> Seminar:
    """Ask those who plan the seminar for themes, by a day; each of them gets an e-mail.

    Raises StepRefused when it is held, nobody plans it, or the day is past or after it.
    """
    seminar = locked(seminar_id)
    asked = seminar.themes_asked_at
    refuse(
        rules.obstacles_to_ask_for_themes(
            stage=SeminarStage(seminar.stage),
            planner=seminar.planner is not None,
            by=last,
            on=seminar.on,
            today=now.date(),
            again=asked is not None and asked.astimezone(now.tzinfo).date() == now.date(),
        )
    )
    assert seminar.planner is not None  # noqa: S101  (the rule has refused what nobody plans)
    seminar.themes_by, seminar.themes_asked_at = last, now
    seminar.save(update_fields=["themes_by", "themes_asked_at"])
    entry = note(
        seminar,
        "seminar.themes_asked",
        by=by,
        now=now,
        rule="R089",
        source=THEMES,
        planner=seminar.planner.name,
        last=last,
    )
    letter = {
        "planner": seminar.planner.name,
        "year": seminar.year,
        "last": str(last),
        "path": reverse("www:propose_theme", args=[seminar.collaboration.slug, seminar.year]),
    }
    members = members_on(seminar.planner.pk, now.date())
    addresses = sorted(set(addresses_of(members).values()))
    notify(entry, "themes_asked", [(to, letter) for to in addresses], at=now)
    return seminar


@transaction.atomic
def propose_theme(
    seminar_id: int, body_id: int, *, title: str, why: str = "", by: Actor, now: datetime
) -> ThemeProposal:
    """Propose, for a body, a question for talk and ranking at the seminar.

    Raises StepRefused when the seminar is held, or the theme is proposed already.
    """
    seminar = locked(seminar_id)
    body = Body.objects.get(pk=body_id, collaboration_id=seminar.collaboration_id)
    refuse(
        rules.obstacles_to_propose_theme(
            stage=SeminarStage(seminar.stage),
            title=title,
            taken=list(seminar.themes.values_list("title", flat=True)),
        )
        + obstacles_to_text(Tema=title, Varför=why)
    )
    theme = ThemeProposal.objects.create(
        seminar=seminar, body=body, title=title.strip(), why=why.strip(), proposed_on=now.date()
    )
    note(
        seminar,
        "seminar.theme_proposed",
        by=by,
        now=now,
        rule="R089",
        source=THEMES,
        body=body.name,
        title=theme.title,
    )
    return theme


@transaction.atomic
def rank_theme(theme_id: int, rank: int | None, *, by: Actor, now: datetime) -> ThemeProposal:
    """Note how a theme was ranked at the seminar; nothing takes its place away.

    Raises StepRefused before the seminar is held, or when another theme has the place.
    """
    seminar = locked(ThemeProposal.objects.values_list("seminar_id", flat=True).get(pk=theme_id))
    theme = ThemeProposal.objects.get(pk=theme_id)
    others = seminar.themes.exclude(pk=theme.pk).values_list("rank", flat=True)
    refuse(
        rules.obstacles_to_rank_theme(
            stage=SeminarStage(seminar.stage),
            rank=rank,
            taken={other for other in others if other is not None},
        )
    )
    theme.rank = rank
    theme.save(update_fields=["rank"])
    note(
        seminar,
        "seminar.theme_ranked",
        by=by,
        now=now,
        rule="R089",
        source=THEMES,
        title=theme.title,
        rank=rank or "ingen plats",
    )
    return theme


@transaction.atomic
def add_seminar_task(
    seminar_id: int, *, what: str, due_on: date, by: Actor, now: datetime
) -> SeminarTask:
    """Set a task for those who plan the seminar, and the day by which it is to be done.

    Raises StepRefused when the seminar is held, or nobody says what.
    """
    seminar = locked(seminar_id)
    refuse(
        rules.obstacles_to_add_task(stage=SeminarStage(seminar.stage), what=what)
        + obstacles_to_text(**{"Vad ska göras": what})
    )
    task = SeminarTask.objects.create(seminar=seminar, what=what.strip(), due_on=due_on)
    note(
        seminar,
        "seminar.task_added",
        by=by,
        now=now,
        rule="R051",
        source=SOURCE,
        what=task.what,
        due=due_on,
    )
    return task


@transaction.atomic
def finish_seminar_task(task_id: int, *, by: Actor, now: datetime) -> SeminarTask:
    """Note that a task before the seminar is done.

    Raises StepRefused when it is done already.
    """
    seminar = locked(SeminarTask.objects.values_list("seminar_id", flat=True).get(pk=task_id))
    task = SeminarTask.objects.get(pk=task_id)
    refuse(rules.obstacles_to_finish_task(done=task.done_on is not None))
    task.done_on = now.date()
    task.save(update_fields=["done_on"])
    note(seminar, "seminar.task_done", by=by, now=now, rule="R051", what=task.what)
    return task
