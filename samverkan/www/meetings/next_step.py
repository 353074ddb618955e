"""What comes next for a meeting, and who takes that step."""

from collections.abc import Sequence

from django.utils.formats import date_format

from samverkan.dispatches.wording import listed
from samverkan.meetings.actions import obstacles_before_agreed, open_draft, pending_changes
from samverkan.meetings.agenda_text import agenda_stamp
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.models import Attendance, Item, Meeting
from samverkan.meetings.permissions import Act, may
from samverkan.sentences import DAY
from samverkan.www.cases.next_step import Next
from samverkan.www.pages import Workspace

ROAD = [
    (MeetingStage.PLANNED, "Planerat"),
    (MeetingStage.CALLED, "Kallat"),
    (MeetingStage.HELD, "Hållet"),
    (MeetingStage.APPROVED, "Justerat"),
]


def next_step(
    work: Workspace, meeting: Meeting, items: Sequence[Item], attendances: Sequence[Attendance]
) -> Next:
    """Return the one thing that brings the meeting on its way from where it is."""
    if meeting.stage == MeetingStage.HELD:
        return _approve(work, meeting)
    if meeting.stage == MeetingStage.REOPENED and may(work.user, Act.NOTE, meeting, work.today):
        return _change(work, meeting)
    if meeting.stage == MeetingStage.APPROVED:
        return _carry_on(work, meeting, items)
    if meeting.stage == MeetingStage.CANCELLED:
        return Next("inget mer", "Mötet är inställt. Ärendena kan tas upp på ett annat möte.")
    if not may(work.user, Act.NOTE, meeting, work.today):
        return Next(
            f"mötet den {date_format(meeting.on, DAY)}",
            "Arbetsutskottet och koordinatorerna gör klart dagordningen och för anteckningarna.",
        )
    if meeting.on > work.today:
        return _before_the_day(work, meeting, items)
    return _on_the_day(work, meeting, items, attendances)


def _before_the_day(work: Workspace, meeting: Meeting, items: Sequence[Item]) -> Next:
    place = (meeting.body.slug, meeting.on)
    if meeting.stage == MeetingStage.CALLED and pending_changes(meeting):
        return Next(
            "komplettera kallelsen",
            "Dagordningen har ändrats sedan den sändes. De som är kallade vet det inte än.",
            "Se vad som är nytt",
            work.url("supplement_meeting", *place),
        )
    if meeting.stage == MeetingStage.CALLED:
        return Next(
            f"mötet hålls den {date_format(meeting.on, DAY)}",
            "Kallelsen är sänd. På mötesdagen antecknar du närvaro och utfall här.",
        )
    if all(item.kind == ItemKind.FORMAL for item in items):
        return Next(
            "gör klart dagordningen",
            "Hämta det som väntar, ta upp ett berett ärende eller lägg till en punkt.",
            "Hämta det som väntar",
            work.url("take_up_waiting", *place),
        )
    if not obstacles_before_agreed(meeting, work.person_id, work.today) and not _agreed(meeting):
        return Next(
            "ställ dig bakom dagordningen",
            "Arbetsutskottet förbereder den; en av er räcker. Sedan kan kallelsen sändas.",
            "Läs dagordningen",
            work.url("agree_agenda", *place),
        )
    return Next(
        "sänd kallelsen",
        "Den går till organets medlemmar med dagordningen, och mötet blir offentligt.",
        "Förbered kallelsen",
        work.url("call_meeting", *place),
    )


def _on_the_day(
    work: Workspace, meeting: Meeting, items: Sequence[Item], attendances: Sequence[Attendance]
) -> Next:
    place = (meeting.body.slug, meeting.on)
    if not attendances or meeting.led_by_id is None:
        return Next(
            "anteckna närvaron",
            "Vilka var beslutande, vem ersatte vem, och vem ledde mötet?",
            "Anteckna närvaro",
            work.url("note_attendance", *place),
        )
    waiting = next((one for one in items if _waits(one)), None)
    if waiting:
        return Next(
            "skriv utfallet",
            f"Punkten ”{waiting.heading}” väntar på utfall.",
            "Skriv utfallet",
            work.url("conclude_point", *place, waiting.position),
        )
    return Next(
        "avsluta mötet",
        "Punkterna får sina nummer, och anteckningarna kan justeras.",
        "Avsluta mötet",
        work.url("close_meeting", *place),
    )


def _waits(item: Item) -> bool:
    return item.kind == ItemKind.DECISION and not item.outcome


def _approve(work: Workspace, meeting: Meeting) -> Next:
    place = (meeting.body.slug, meeting.on)
    draft = open_draft(meeting)
    left = list(draft.approvals.filter(approved_at=None).select_related("person")) if draft else []
    if draft is None and meeting.led_by_id == work.person_id:
        return Next(
            "justera anteckningarna",
            "Läs igenom dem. När du har justerat går de inte att ändra. Ska fler justera sänds de "
            "först för justering.",
            "Läs och justera",
            work.url("approve_minutes", *place),
        )
    if any(one.person_id == work.person_id for one in left):
        return Next(
            "justera anteckningarna",
            "Läs igenom dem. När alla har justerat går de inte att ändra.",
            "Läs och justera",
            work.url("approve_minutes", *place),
        )
    if draft is None and may(work.user, Act.NOTE, meeting, work.today):
        return Next(
            "sänd anteckningarna för justering",
            "Välj vilka som justerar. Var och en får ett mejl med en egen länk.",
            "Välj justerare",
            work.url("send_minutes", *place),
        )
    comments = draft.comments.count() if draft else 0
    if comments and may(work.user, Act.REOPEN, meeting, work.today):
        return Next(
            "ta ställning till synpunkten" if comments == 1 else "ta ställning till synpunkterna",
            "Ska något ändras öppnas mötet igen, och ett nytt utkast sänds. Annars väntar "
            f"anteckningarna på {listed([one.person.name for one in left])}.",
            "Öppna mötet igen",
            work.url("reopen_meeting", *place),
        )
    waiting = [one.person.name for one in left] or [str(meeting.led_by)]
    return Next("justering", f"Anteckningarna väntar på {listed(waiting)}.")


def _change(work: Workspace, meeting: Meeting) -> Next:
    return Next(
        "gör ändringarna och avsluta mötet igen",
        "Punkterna behåller sina nummer. Sedan sänds ett nytt utkast för justering.",
        "Avsluta mötet igen",
        work.url("close_meeting", meeting.body.slug, meeting.on),
    )


def _carry_on(work: Workspace, meeting: Meeting, items: Sequence[Item]) -> Next:
    public = work.public_url("meeting", meeting.body.slug, meeting.on)
    waiting = next(
        (
            item.recommendation
            for item in items
            if item.outcome == Outcome.RECOMMENDED
            and hasattr(item, "recommendation")
            and item.recommendation.dispatched_at is None
        ),
        None,
    )
    if waiting and work.coordinates:
        return Next(
            "expediera rekommendationen",
            f"”{waiting.title}” går till alla huvudmän på en gång.",
            "Förbered expedieringen",
            work.url("dispatch", waiting.number),
        )
    return Next("inget mer", "Anteckningarna är justerade och offentliga.", "Läs dem", public)


def _agreed(meeting: Meeting) -> bool:
    """Return whether another of the committee stands behind the agenda as it is: one is enough."""
    return meeting.consents.filter(sha256=agenda_stamp(meeting)).exists()
