"""What the story's people do: each step is one or two of the real actions."""

from datetime import date, datetime, time

from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import Mission
from samverkan.bodies.queries import missions_on, officer_on
from samverkan.cases.actions import (
    Sheet,
    document_case,
    finish_case,
    finish_watch,
    prepare_case,
    raise_case,
    rank_case,
    watch_case,
)
from samverkan.cases.choices import Mover, Rank
from samverkan.cases.models import Watch
from samverkan.demo import agendas
from samverkan.demo.telling import LSG, Story
from samverkan.dispatches.actions import (
    dispatch_recommendation,
    register_answer,
    register_answer_with_file,
    remind,
    renew_link,
    revoke_link,
)
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.rules import Told
from samverkan.documents.actions import add_document
from samverkan.documents.models import Document
from samverkan.journal.actors import Actor
from samverkan.meetings.actions import (
    Attending,
    add_point,
    adjoin,
    approve_minutes,
    call_meeting,
    call_off_adjunction,
    cancel_meeting,
    close_meeting,
    conclude_point,
    note_attendance,
    place_case,
    plan_meeting,
)
from samverkan.meetings.choices import ItemKind, Outcome, Part
from samverkan.meetings.models import Meeting
from samverkan.people.models import Person
from samverkan.principals.choices import PrincipalKind


def raises(story: Story, slug: str, principal: str, sheet: Sheet, *, now: datetime) -> str:
    """A member of a body raises a question."""
    body = story.bodies[slug]
    mission = missions_on(body.pk, now.date()).get(
        principal__slug=principal, kind=MissionKind.ORDINARY, place=1
    )
    home = story.home_of(principal)
    by = Actor(mission.person.name, home.name, mission.person_id)
    number = raise_case(body.pk, sheet, raised_by=mission.person_id, by=by, now=now).number
    story.numbers[sheet.title] = number
    return number


def prepares(story: Story, sheet: Sheet, *, now: datetime, reason: str = "") -> None:
    """The coordinator ranks the case with the working committee and calls it prepared."""
    number = story.numbers[sheet.title]
    here = story.collaboration.pk
    rank_case(here, number, Rank.FIRST, by=story.as_coordinator, now=now)
    prepare_case(
        here, number, handler=story.coordinator.pk, by=story.as_coordinator, now=now, reason=reason
    )


def watches(story: Story, sheet: Sheet, what: str, days: int, *, now: datetime) -> None:
    """The coordinator sets a day on which the coordinators look at a case again."""
    here, number = story.collaboration.pk, story.numbers[sheet.title]
    watch_case(
        here,
        number,
        role=Mover.COORDINATORS,
        on=story.day(days),
        what=what,
        by=story.as_coordinator,
        now=now,
    )


def looks_after(story: Story, sheet: Sheet, note: str, *, now: datetime) -> None:
    """The coordinator notes that the watched matter has been looked after."""
    watch = Watch.objects.get(case__number=story.numbers[sheet.title], finished_on=None)
    finish_watch(watch.pk, note=note, by=story.as_coordinator, now=now)


def plans_meeting(story: Story, slug: str, days: int, *, now: datetime) -> Meeting:
    """The coordinator plans a meeting."""
    meeting = plan_meeting(
        story.bodies[slug].pk,
        on=story.day(days),
        starts_at=time(9, 30),
        ends_at=time(12),
        place="Digitalt möte" if slug == LSG else "Umeå, Regionens hus",
        by=story.as_coordinator,
        now=now,
    )
    story.meetings[slug, days] = meeting
    return meeting


def sends_agenda(story: Story, slug: str, days: int, sheets: list[Sheet], *, now: datetime) -> None:
    """The coordinator places cases, the committee agrees on the agenda, and it is sent."""
    meeting = story.meetings[slug, days]
    for sheet in sheets:
        number = story.numbers[sheet.title]
        place_case(meeting.pk, number, by=story.as_coordinator, now=now)
    agendas.the_committee_agrees(story, meeting, now=now)
    call_meeting(meeting.pk, by=story.as_coordinator, now=now)


def meets(
    story: Story,
    slug: str,
    days: int,
    sheet: Sheet,
    clauses: list[str],
    *annexes: str,
    now: datetime,
) -> None:
    """The body meets, agrees on a recommendation and ends its meeting."""
    meeting = story.meetings[slug, days]
    attends(story, slug, days, now=now)
    conclude_point(
        meeting.items.get(case__title=sheet.title, kind=ItemKind.DECISION).pk,
        Outcome.RECOMMENDED,
        text="Ärendet föredrogs. Organet enades.",
        clauses=clauses,
        annexes=[(title, _annex(story, title, now=now)) for title in annexes],
        by=story.as_coordinator,
        now=now,
    )
    close_meeting(meeting.pk, by=story.as_coordinator, now=now)


def attends(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """Those who came are noted, and who led."""
    meeting = story.meetings[slug, days]
    missions = list(missions_on(meeting.body_id, meeting.on))
    chair = _leads(story, slug, meeting.on)
    note_attendance(
        meeting.pk,
        [
            *_members(missions, chair),
            Attending(story.coordinator.pk, Part.SECRETARY),
        ],
        led_by=chair,
        by=story.as_coordinator,
        now=now,
    )


def _members(missions: list[Mission], chair: int) -> list[Attending]:
    """Everyone ordinary but one, whose own substitute comes instead."""
    ordinary = [mission for mission in missions if mission.kind == MissionKind.ORDINARY]
    absent = next(mission for mission in ordinary[2:] if mission.person_id != chair)
    substitute = next(
        mission
        for mission in missions
        if mission.kind == MissionKind.SUBSTITUTE and mission.principal == absent.principal
    )
    present = [Attending(mission.person_id) for mission in ordinary if mission != absent]
    return [*present, Attending(substitute.person_id, stands_for=absent.pk)]


def _leads(story: Story, slug: str, on: date) -> int:
    term = story.bodies[slug].chair_terms.get(office=Office.CHAIR, period__contains=on)
    return term.person_id


def approves(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The chair approves the minutes."""
    meeting = story.meetings[slug, days]
    chair = Person.objects.get(pk=_leads(story, slug, meeting.on))
    approve_minutes(
        meeting.pk,
        approver=chair.pk,
        title="ordförande",
        approved_on=now.date(),
        by=Actor(chair.name, "", chair.pk),
        now=now,
    )


def _annex(story: Story, title: str, *, now: datetime) -> Document:
    return add_document(
        story.collaboration.pk,
        name=f"{title}.txt",
        title=title,
        data=f"{title}\n\nPåhittad bilaga för demonstrationen.\n".encode(),
        by=story.as_coordinator,
        now=now,
    )


def dispatches(
    story: Story, sheet: Sheet, reply_by: int, *, now: datetime, reason: str = ""
) -> None:
    """The coordinator dispatches the recommendation to every principal."""
    dispatch_recommendation(
        story.collaboration.pk,
        recommendation_on(story, sheet).number,
        reply_by=story.day(reply_by),
        reason=reason,
        by=story.as_coordinator,
        now=now,
    )


def recommendation_on(story: Story, sheet: Sheet) -> Recommendation:
    """Return the recommendation that a case led to."""
    return Recommendation.objects.get(
        case__number=story.numbers[sheet.title], collaboration=story.collaboration
    )


def dispatched_to(story: Story, sheet: Sheet, principal: str) -> Dispatch:
    """Return what was sent to one principal."""
    return Dispatch.objects.select_related("principal", "recommendation").get(
        recommendation=recommendation_on(story, sheet), principal__slug=principal
    )


def registrar_of(dispatch: Dispatch) -> Actor:
    """Return a principal's registrar as the journal names them."""
    return Actor("Registrator via personlig länk", dispatch.principal.name)


def _committee(dispatch: Dispatch) -> str:
    region = dispatch.principal.kind == PrincipalKind.REGION
    return "Hälso- och sjukvårdsnämnden" if region else "Socialnämnden"


def receives(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A registrar confirms reception with the principal's own number."""
    dispatch = dispatched_to(story, sheet, principal)
    series = dispatch.principal.registry_prefix
    running = dispatch.pk * 20 + dispatch.principal.position
    number = f"{series} {now.year}-{running}"
    register_answer(
        dispatch.pk,
        Told(AnswerKind.RECEIVED, reference_number=number),
        seen=0,
        by=registrar_of(dispatch),
        now=now,
    )


def plans_decision(
    story: Story, sheet: Sheet, principal: str, days: int, *, now: datetime, reason: str = ""
) -> None:
    """A registrar tells which day the matter is taken up, or corrects it."""
    dispatch = dispatched_to(story, sheet, principal)
    told = Told(AnswerKind.PLANNED, on=story.day(days), deciding_body=_committee(dispatch))
    register_answer(
        dispatch.pk,
        told,
        seen=dispatch.answers_count,
        correcting=bool(reason),
        reason=reason,
        by=registrar_of(dispatch),
        now=now,
    )


def decides(
    story: Story,
    sheet: Sheet,
    principal: str,
    kind: AnswerKind,
    *,
    body: str = "",
    condition: str = "",
    now: datetime,
) -> None:
    """A registrar tells what the principal has decided, with the minutes extract."""
    dispatch = dispatched_to(story, sheet, principal)
    paragraph = f"§ {20 + dispatch.principal.position * 3}"
    committee = body or _committee(dispatch)
    extract = (
        f"{dispatch.principal.name}\n{committee}\nProtokollsutdrag, {paragraph}\n\n{sheet.title}"
        f"\n\nBeslut: {kind.label}\n\nPåhittat för demonstrationen.\n"
    )
    register_answer_with_file(
        dispatch.pk,
        Told(
            kind,
            on=now.date(),
            deciding_body=committee,
            paragraph=paragraph,
            condition=condition,
        ),
        name=f"protokollsutdrag-{principal}.txt",
        data=extract.encode(),
        seen=dispatch.answers_count,
        by=registrar_of(dispatch),
        now=now,
    )


def documents(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """The coordinator writes down the rest of the case."""
    number = story.numbers[sheet.title]
    document_case(story.collaboration.pk, number, sheet, by=story.as_coordinator, now=now)


def adds_point(story: Story, days: int, heading: str, *, now: datetime) -> None:
    """The coordinator puts an information point on the agenda."""
    meeting = story.meetings[LSG, days]
    kind = ItemKind.INFORMATION
    add_point(meeting.pk, kind=kind, heading=heading, by=story.as_coordinator, now=now)


def adjoins(story: Story, slug: str, days: int, *, now: datetime) -> None:
    """The chair of patient safety takes part in a point; another is asked, and then is not."""
    item = story.meetings[slug, days].items.filter(kind=ItemKind.DECISION).get()
    safety = story.bodies["samverkansrad-patientsakerhet"]
    chair = officer_on(safety.pk, Office.CHAIR, now.date())
    capacity = f"ordförande i {safety.name}"
    if chair is None:
        raise LookupError(safety.slug)
    by = story.as_coordinator
    adjoin(item.pk, chair.pk, capacity=capacity, by=by, now=now)
    asked = adjoin(item.pk, story.coordinator.pk, by=by, now=now)
    call_off_adjunction(asked.pk, by=by, now=now)


def cancels(story: Story, slug: str, days: int, *, reason: str, now: datetime) -> None:
    """The coordinator cancels a meeting."""
    meeting = story.meetings[slug, days]
    cancel_meeting(meeting.pk, reason=reason, by=story.as_coordinator, now=now)


def reminds(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """The coordinator reminds those who have not answered."""
    number = recommendation_on(story, sheet).number
    remind(story.collaboration.pk, number, by=story.as_coordinator, now=now)


def renews_link(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """The coordinator sends a registrar a new link."""
    renew_link(dispatched_to(story, sheet, principal).pk, by=story.as_coordinator, now=now)


def revokes_link(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """The coordinator revokes a link that is no longer needed."""
    revoke_link(dispatched_to(story, sheet, principal).pk, by=story.as_coordinator, now=now)


def finishes(story: Story, sheet: Sheet, *, now: datetime) -> None:
    """The coordinator ends a case that all have answered."""
    number = story.numbers[sheet.title]
    finish_case(story.collaboration.pk, number, by=story.as_coordinator, now=now)
