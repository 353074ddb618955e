"""What the principals' line says of a lift: noted, asked for again, written to anew."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samverkan.cases import climbing, rules
from samverkan.cases.actions.found import subject
from samverkan.cases.actions.letters import write_to
from samverkan.cases.actions.lifts import SOURCE, locked_lift
from samverkan.cases.choices import LiftState, LineAnswer
from samverkan.cases.models import Lift, LineEntry, LineLink
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record


@dataclass(frozen=True)
class Said:
    """What a line function says of a lift, and who says it."""

    answer: LineAnswer | None
    function: str = ""
    person: str = ""
    comment: str = ""


@transaction.atomic
def note_line_entry(
    entry_id: int,
    said: Said,
    *,
    seen: int | None = None,
    by_link: bool = False,
    typed_reason: str = "",
    by: Actor,
    now: datetime,
) -> LineEntry:
    """Note what a principal's line says of a lift; it may say something else until the lift ends.

    `seen` is how many answers the writer had seen. Raises StepRefused when the lift has ended, the
    answer is not whole, someone else answered meanwhile, or a coordinator does not say how it was
    told.
    """
    lift = locked_lift(LineEntry.objects.values_list("lift_id", flat=True).get(pk=entry_id))
    entry = LineEntry.objects.select_related("principal").get(pk=entry_id)
    refuse(
        [
            *rules.obstacles_to_note(
                state=LiftState(lift.state),
                answer=said.answer,
                function=said.function,
                person=said.person,
                comment=said.comment,
                by_link=by_link,
                typed_reason=typed_reason,
                changed_meanwhile=seen is not None and seen != entry.revision,
            ),
            *obstacles_to_text(
                Funktion=said.function,
                Namn=said.person,
                Kommentar=said.comment,
                **{"Hur svaret lämnades": typed_reason},
            ),
        ]
    )
    assert said.answer is not None  # noqa: S101 - the rule has refused what is no answer
    entry.answer = said.answer
    entry.function, entry.person, entry.comment = said.function, said.person, said.comment
    entry.typed_reason = "" if by_link else typed_reason
    entry.revision += 1
    entry.answered_at = now
    entry.save()
    # Who it was and what they wrote are for those who take part; the answer is for everyone.
    record(
        lift.case.collaboration_id,
        "line.noted",
        subject(lift.case),
        by=by,
        at=now,
        rule="R148",
        source=SOURCE,
        number=lift.case.number,
        principal=entry.principal.short_name,
        answer=said.answer.label,
        revision=entry.revision,
    )
    return entry


@transaction.atomic
def remind_line(lift_id: int, *, by: Actor, now: datetime) -> list[LineEntry]:
    """Remind the lines that have not answered, each with a new personal link.

    Raises StepRefused when the lift has ended, or there is nobody to remind now.
    """
    lift = locked_lift(lift_id)
    silent = lines_to_remind(lift, now)
    ended = rules.lift_open(LiftState(lift.state))
    refuse(ended or ([] if silent else [Obstacle("no_line_to_remind")]))
    told = record(
        lift.case.collaboration_id,
        "line.reminded",
        subject(lift.case),
        by=by,
        at=now,
        rule="R148",
        source=SOURCE,
        number=lift.case.number,
        principals=[one.principal.short_name for one in silent],
    )
    write_to(lift, silent, "line_reminded", told, now=now)
    return silent


def lines_to_remind(lift: Lift, now: datetime) -> list[LineEntry]:
    """Return the lines that would be reminded now."""
    return [
        one
        for one in climbing.entries_of(lift)
        if rules.may_be_written_to(
            answered=not one.is_open,
            reachable=bool(one.to),
            written_to_at=one.written_to_at,
            now=now,
        )
    ]


@transaction.atomic
def send_line_link(entry_id: int, *, to: str, by: Actor, now: datetime) -> LineEntry:
    """Send a principal's line a new link, to the same address or another; the old ones end.

    Raises StepRefused when the lift has ended or there is no address.
    """
    lift = locked_lift(LineEntry.objects.values_list("lift_id", flat=True).get(pk=entry_id))
    entry = LineEntry.objects.select_related("principal").get(pk=entry_id)
    obstacles = rules.lift_open(LiftState(lift.state))
    if not to.strip():
        obstacles.append(Obstacle("no_address_for_line"))
    refuse(obstacles)
    entry.to = to
    entry.save(update_fields=["to"])
    LineLink.objects.filter(entry=entry, revoked_at=None).update(revoked_at=now)
    told = record(
        lift.case.collaboration_id,
        "line.link_sent",
        subject(lift.case),
        by=by,
        at=now,
        rule="R148",
        source=SOURCE,
        number=lift.case.number,
        principal=entry.principal.short_name,
    )
    write_to(lift, [entry], "line_asked", told, now=now)
    return entry
