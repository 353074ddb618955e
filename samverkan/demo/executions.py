"""How bifall are carried out in the story: named, done, put off, written off, and forgotten."""

from datetime import datetime

from samverkan.cases.actions import Sheet
from samverkan.demo import steps
from samverkan.demo.telling import ACCOUNTS, Story
from samverkan.dispatches.actions import (
    confirm_extract,
    name_execution,
    postpone_execution,
    read_extract,
    remind_executions,
    report_execution_done,
    send_execution_link,
    take_back_execution,
    write_off_execution,
)
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Dispatch, Execution
from samverkan.dispatches.rules import Named, Told
from samverkan.journal.actors import SYSTEM, Actor
from samverkan.people.models import Person
from samverkan.principals.choices import PrincipalKind

LATER = "Personalen utbildas efter sommaren."


def bifall_are_carried_out(story: Story, sheet: Sheet) -> None:
    """Every state once, at principals that have answered long ago."""
    ours = story.principals[0].slug
    named = [one.slug for one in story.principals if one.slug not in ("mala", "sorsele")]
    for number, principal in enumerate(named):
        story.on(-165 + number, somebody_is_named, sheet, principal, -60 + number * 12)
    done = [one for one in ("umea", "skelleftea", "norsjo", "lycksele") if one != ours]
    for number, principal in enumerate(done):
        story.on(-90 + number * 8, it_is_done, sheet, principal, with_file=number % 2 == 0)
    story.on(-80, another_day_is_told, sheet, "vindeln", 25)
    story.on(-75, it_is_written_off, sheet, "storuman")
    story.on(-70, it_is_written_off, sheet, "dorotea")
    story.on(-62, it_is_opened_again, sheet, "dorotea")
    story.on(-55, another_takes_over, sheet, "vannas", 40)
    story.on(-50, another_address_is_tried, sheet, "robertsfors")
    story.on(-45, the_late_are_reminded)
    story.on(-30, the_manager_is_named, sheet, ours, 30)


def the_manager_has_more_to_do(story: Story, sheet: Sheet) -> None:
    """The manager's principal has more to carry out, and is past the day."""
    ours = story.principals[0].slug
    story.on(-16, steps.decides, sheet, ours, AnswerKind.APPROVED)
    story.on(-15, the_manager_is_named, sheet, ours, -3)


def an_extract_is_read(
    story: Story, sheet: Sheet, principal: str, kind: AnswerKind, *, now: datetime
) -> None:
    """A registrar lets the extract be read, and confirms what was found."""
    dispatch = _dispatch(story, sheet, principal)
    by = Actor("Registrator via personlig länk", dispatch.principal.name)
    text = (
        f"{dispatch.principal.name}\nSocialnämnden\nSammanträdesdatum {now:%Y-%m-%d}\n\n"
        f"§ 44  {sheet.title}\n\nBeslut\nSocialnämnden beslutar: {kind.label}.\n\n"
        "Påhittat för demonstrationen.\n"
    )
    name = f"protokollsutdrag-{principal}.txt"
    reading = read_extract(dispatch.pk, name=name, data=text.encode(), by=by, now=now)
    told = Told(kind, on=now.date(), deciding_body="Socialnämnden", paragraph="§ 44")
    confirm_extract(reading.pk, told, seen=dispatch.answers_count, by=by, now=now)


def somebody_is_named(
    story: Story, sheet: Sheet, principal: str, days: int, *, now: datetime
) -> None:
    """The registrar names a function in the line, and a day."""
    dispatch = _dispatch(story, sheet, principal)
    if dispatch.state != AnswerKind.APPROVED:
        raise LookupError(principal)
    due_on = max(story.day(days), now.date())
    by = Actor("Registrator via personlig länk", dispatch.principal.name)
    to = f"socialchef@{principal}.example"
    name_execution(dispatch.pk, Named(_function(dispatch), due_on, to), by=by, now=now)


def the_manager_is_named(
    story: Story, sheet: Sheet, principal: str, days: int, *, now: datetime
) -> None:
    """The coordinator names the manager who signs in to the demonstration."""
    person = Person.objects.get(account__email=ACCOUNTS["linjechef"])
    dispatch = _dispatch(story, sheet, principal)
    before = Execution.objects.filter(dispatch=dispatch).first()
    name_execution(
        dispatch.pk,
        Named("Enhetschefen", story.day(days), person=person.pk),
        reason="Ansvaret flyttades till enheten." if before else "",
        seen=before.notes_count if before else 0,
        by=story.as_coordinator,
        now=now,
    )


def another_takes_over(
    story: Story, sheet: Sheet, principal: str, days: int, *, now: datetime
) -> None:
    """Another function takes over, with another day."""
    execution = _execution(story, sheet, principal)
    named = Named("Verksamhetschefen för äldreomsorg", story.day(days), execution.to)
    name_execution(
        execution.dispatch_id,
        named,
        reason="Förvaltningen har delats i två.",
        seen=execution.notes_count,
        by=story.as_coordinator,
        now=now,
    )


def it_is_done(
    story: Story, sheet: Sheet, principal: str, *, with_file: bool, now: datetime
) -> None:
    """The function reports done through its link, sometimes with a file."""
    execution = _execution(story, sheet, principal)
    report = "Införandet av rutinen.\n\nPåhittat för demonstrationen.\n"
    report_execution_done(
        execution.pk,
        line="Rutinen är införd och alla enheter har gått igenom den.",
        on=now.date(),
        name=f"inforande-{principal}.txt" if with_file else "",
        data=report.encode() if with_file else None,
        seen=execution.notes_count,
        by=_function_by_link(execution),
        now=now,
    )


def another_day_is_told(
    story: Story, sheet: Sheet, principal: str, days: int, *, now: datetime
) -> None:
    """It is not done, and the function says why and until when."""
    execution = _execution(story, sheet, principal)
    postpone_execution(
        execution.pk,
        due_on=story.day(days),
        reason=LATER,
        seen=execution.notes_count,
        by=_function_by_link(execution),
        now=now,
    )


def it_is_written_off(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """It will not be done, and somebody says so."""
    execution = _execution(story, sheet, principal)
    write_off_execution(
        execution.pk,
        reason="Kommunen köper tjänsten av en grannkommun, som redan följer rutinen.",
        decided_by="Socialnämnden",
        seen=execution.notes_count,
        by=_function_by_link(execution),
        now=now,
    )


def it_is_opened_again(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """It was written off too soon."""
    execution = _execution(story, sheet, principal)
    take_back_execution(
        execution.pk,
        reason="Avtalet med grannkommunen blev inte av.",
        seen=execution.notes_count,
        by=story.as_coordinator,
        now=now,
    )


def another_address_is_tried(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """The coordinator sends the link to another address."""
    execution = _execution(story, sheet, principal)
    to = f"forvaltning@{principal}.example"
    send_execution_link(execution.pk, to=to, by=story.as_coordinator, now=now)


def the_late_are_reminded(story: Story, *, now: datetime) -> None:
    """Those past their day get a letter, by itself."""
    remind_executions(story.collaboration.pk, by=SYSTEM, now=now)


def _dispatch(story: Story, sheet: Sheet, principal: str) -> Dispatch:
    return Dispatch.objects.select_related("principal").get(
        recommendation__collaboration=story.collaboration,
        recommendation__case__number=story.numbers[sheet.title],
        principal__slug=principal,
    )


def _execution(story: Story, sheet: Sheet, principal: str) -> Execution:
    dispatch = _dispatch(story, sheet, principal)
    return Execution.objects.select_related("dispatch__principal").get(dispatch=dispatch)


def _function(dispatch: Dispatch) -> str:
    region = dispatch.principal.kind == PrincipalKind.REGION
    return "Verksamhetsområdeschefen" if region else "Socialchefen"


def _function_by_link(execution: Execution) -> Actor:
    who = "Ansvarig för genomförandet via personlig länk"
    return Actor(who, execution.dispatch.principal.name)
