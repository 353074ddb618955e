"""How cases come up to another level in the story: prepared below, tested, and through the line."""

from datetime import datetime
from itertools import islice

from samverkan.cases.actions import (
    Said,
    Sheet,
    answer_admission,
    begin_lift,
    complete_lift,
    lay_before_preparing,
    note_line_entry,
    remind_line,
    send_line_link,
    withdraw_lift,
)
from samverkan.cases.choices import LineAnswer
from samverkan.cases.climbing import open_lift, questions_for
from samverkan.cases.models import Case, Lift, LineEntry
from samverkan.cases.rules.questions import Answer
from samverkan.demo.people import invented_names
from samverkan.demo.steps import attends
from samverkan.demo.telling import Story
from samverkan.journal.actors import Actor
from samverkan.meetings.actions import close_meeting, conclude_point, place_case
from samverkan.meetings.choices import ItemKind, Outcome
from samverkan.principals.choices import PrincipalKind

# Past the names of those who sit in the bodies.
NAMES_FROM = 600
REASONS = {
    "tried_locally": "Flera kommuner har gjort var för sig. Det blev olika i länet.",
    "tried_by_officials": "Tjänstepersonerna är överens om behovet men kan inte ta ställning.",
    "like_handling": "Invånaren ska mötas av samma sak var i länet man än bor.",
    "political": "Frågan gäller prioriteringar som förtroendevalda svarar för.",
    "regional_leadership": "Den berör alla huvudmän.",
}
NOT_TRIED = "Lycksele är den enda kommun som har prövat. Det räcker inte som prövning."
NOT_POLITICAL = "Det mesta kan avgöras av verksamheterna. Samråd har ändå bett att få följa frågan."
WHY = "Frågan gäller alla huvudmän och behöver politiskt samråd."


def is_laid_before_the_preparing_body(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """What was raised higher up is prepared by the body below first."""
    number = story.numbers[sheet.title]
    lay_before_preparing(story.collaboration.pk, number, by=story.as_coordinator, now=now)


def is_put_on_the_agenda(
    story: Story, slug: str, days: int, sheet: Sheet, *, now: datetime
) -> None:
    """The coordinator places one more case on an agenda."""
    meeting = story.meetings[slug, days]
    place_case(meeting.pk, story.numbers[sheet.title], by=story.as_coordinator, now=now)


def is_concluded_as_prepared(
    story: Story, slug: str, days: int, sheet: Sheet, *, now: datetime
) -> None:
    """The body has prepared the case for the one above it; the meeting goes on."""
    meeting = story.meetings[slug, days]
    conclude_point(
        meeting.items.get(case__title=sheet.title, kind=ItemKind.DECISION).pk,
        Outcome.PREPARED,
        text="Ärendet föredrogs. Underlaget räcker för nästa organ.",
        by=story.as_coordinator,
        now=now,
    )


def prepares_for_the_next_body(
    story: Story, slug: str, days: int, sheet: Sheet, *, now: datetime
) -> None:
    """A meeting whose only case is prepared for the body above."""
    attends(story, slug, days, now=now)
    is_concluded_as_prepared(story, slug, days, sheet, now=now)
    close_meeting(story.meetings[slug, days].pk, by=story.as_coordinator, now=now)


def the_test_is_answered(
    story: Story,
    slug: str,
    sheet: Sheet,
    *,
    now: datetime,
    tried: bool = True,
    political: bool = True,
) -> None:
    """The coordinator answers the admission test, each answer with its reason."""
    case, body = _case(story, sheet), story.bodies[slug]
    no = {} if tried else {"tried_locally": NOT_TRIED}
    no |= {} if political else {"political": NOT_POLITICAL}
    answers = [
        Answer(one.key, one.key not in no, no.get(one.key, REASONS[one.key]))
        for one in questions_for(case, body)
    ]
    answer_admission(
        case.collaboration_id,
        case.number,
        body_id=body.pk,
        answers=answers,
        by=story.as_coordinator,
        now=now,
    )


def a_lift_begins(
    story: Story, sheet: Sheet, slug: str, *, now: datetime, only: tuple[str, ...] = ()
) -> None:
    """The line is asked at every principal, or at some of them with a reason."""
    case = _case(story, sheet)
    begin_lift(
        case.collaboration_id,
        case.number,
        to_body_id=story.bodies[slug].pk,
        reason=WHY,
        asked={
            one.pk: f"socialchef@{one.slug}.example"
            for one in story.principals
            if not only or one.slug in only
        },
        left_out_reason="De två som har prövat egna mål frågas först." if only else "",
        by=story.as_coordinator,
        now=now,
    )


def the_lift_is_taken_back(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """It was begun too narrowly."""
    reason = "Alla huvudmän berörs, så linjen tillfrågas hos alla i stället."
    withdraw_lift(_lift(story, sheet).pk, reason=reason, by=story.as_coordinator, now=now)


def the_line_agrees(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A head in the line answers through the link."""
    _says(story, sheet, principal, LineAnswer.AGREES, now=now)


def the_line_objects(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A head in the line is against it, and says why."""
    comment = "Vi har nyss satt egna mål och vill följa upp dem först."
    _says(story, sheet, principal, LineAnswer.OBJECTS, comment, now=now)


def the_line_has_views(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A head in the line has something to add."""
    comment = "Elevhälsan i inlandet behöver vara med från början."
    _says(story, sheet, principal, LineAnswer.HAS_VIEWS, comment, now=now)


def the_line_has_not_decided(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A head in the line has seen the question and comes back."""
    _says(story, sheet, principal, LineAnswer.NOT_YET, now=now)


def the_coordinator_types_in(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A head in the line answered by telephone."""
    entry = _entry(story, sheet, principal)
    note_line_entry(
        entry.pk,
        Said(LineAnswer.AGREES, _function(entry), _head_of(entry)),
        typed_reason="Per telefon. Mejlet med länken hade fastnat i ett filter.",
        by=story.as_coordinator,
        now=now,
    )


def another_address_is_tried(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """The coordinator sends the link to somebody else in the same line."""
    entry = _entry(story, sheet, principal)
    to = f"forvaltningschef@{principal}.example"
    send_line_link(entry.pk, to=to, by=story.as_coordinator, now=now)


def the_silent_are_reminded(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """Those in the line who have not answered get another letter."""
    remind_line(_lift(story, sheet).pk, by=story.as_coordinator, now=now)


def the_lift_is_completed(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """The case goes to the body above, though one is silent and one objects."""
    reason = (
        "Sorsele har fått två mejl utan svar. Malås invändning följer med ärendet och tas upp när "
        "Samråd behandlar det."
    )
    complete_lift(_lift(story, sheet).pk, reason=reason, by=story.as_coordinator, now=now)


def _case(story: Story, sheet: Sheet) -> Case:
    return Case.objects.get(collaboration=story.collaboration, number=story.numbers[sheet.title])


def _lift(story: Story, sheet: Sheet) -> Lift:
    lift = open_lift(_case(story, sheet))
    if lift is None:
        raise LookupError(sheet.title)
    return lift


def _entry(story: Story, sheet: Sheet, principal: str) -> LineEntry:
    return _lift(story, sheet).entries.select_related("principal").get(principal__slug=principal)


def _function(entry: LineEntry) -> str:
    region = entry.principal.kind == PrincipalKind.REGION
    return "Verksamhetsområdeschef" if region else "Socialchef"


def _head_of(entry: LineEntry) -> str:
    """Return an invented name for the head of a principal's line, always the same one."""
    return next(islice(invented_names(), NAMES_FROM + entry.principal.position, None))


def _says(
    story: Story,
    sheet: Sheet,
    principal: str,
    answer: LineAnswer,
    comment: str = "",
    *,
    now: datetime,
) -> None:
    entry = _entry(story, sheet, principal)
    said = Said(answer, _function(entry), _head_of(entry), comment)
    by = Actor("Linjefunktion via personlig länk", entry.principal.name)
    note_line_entry(entry.pk, said, seen=entry.revision, by_link=True, by=by, now=now)
