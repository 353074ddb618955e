"""Telling those who are called: an e-mail each, with their link and what calendars need."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.utils.formats import date_format

from samverkan.bodies.queries import deciding_members_on, members_on
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.meetings import itip, rules, wording
from samverkan.meetings.actions.calls import DOOR
from samverkan.meetings.actions.found import meeting_path
from samverkan.meetings.agenda_text import hours_of
from samverkan.meetings.choices import Reply
from samverkan.meetings.models import Adjunction, Call, Meeting
from samverkan.people.queries import addresses_of

ANSWERS = {
    Reply.COMING: "ACCEPTED",
    Reply.AT_A_DISTANCE: "ACCEPTED",
    Reply.ABSENT: "DECLINED",
}


def tell_called(
    meeting: Meeting,
    calls: Iterable[Call],
    entry: Entry,
    template: str,
    facts: Mapping[str, object],
    *,
    method: itip.Method = itip.Method.REQUEST,
    now: datetime,
) -> None:
    """Queue an e-mail to each who is called and has an address, with the link and the calendar.

    Part of an act that changes the meeting; the act raises `sequence` first when it is known.
    """
    calls = [call for call in calls if call.to and call.revoked_at is None]
    adjoined = set(_adjoined(meeting))
    gathering = gathering_of(meeting)
    notify(
        entry,
        template,
        [
            (
                call.to,
                {
                    **facts,
                    **({} if method is itip.Method.CANCEL else _link(call)),
                    "calendar": {
                        "method": str(method),
                        "text": itip.message(
                            gathering, _invited(call, adjoined), method=method, at=now
                        ),
                    },
                },
            )
            for call in calls
        ],
        at=now,
    )


def gathering_of(meeting: Meeting) -> itip.Gathering:
    """Return a meeting as calendars are told of it."""
    here = meeting.collaboration
    minutes = list(meeting.items.order_by("position").values_list("planned_minutes", flat=True))
    headings = meeting.items.order_by("position").values_list("heading", flat=True)
    return itip.Gathering(
        uid=meeting.uid,
        sequence=meeting.sequence,
        on=meeting.on,
        starts_at=meeting.starts_at,
        ends_at=meeting.ends_at or rules.planned_end(meeting.starts_at, minutes),
        place=meeting.place,
        summary=f"{meeting.body.short} den {date_format(meeting.on, 'j F Y')}",
        description=wording.calendar_text(
            headings, end_is_set=meeting.ends_at is not None or any(minutes)
        ),
        organizer=here.contact_email or settings.SERVER_EMAIL,
        organizer_name=here.contact_name or here.name,
        address=f"{settings.SITE_ADDRESS}{meeting_path(meeting)}",
    )


def _invited(call: Call, adjoined: set[int]) -> itip.Invited:
    return itip.Invited(
        address=call.to,
        name=call.person.name,
        part=itip.Part.ADJOINED if call.person_id in adjoined else itip.Part.CALLED,
        status=ANSWERS[Reply(call.reply)] if call.reply else "NEEDS-ACTION",
    )


def _link(call: Call) -> dict[str, str]:
    return {"link_key": call.key, "link_door": DOOR}


def facts_of(meeting: Meeting) -> dict[str, object]:
    """Return what every e-mail about a meeting tells."""
    return {
        "body": meeting.body.name,
        "on": str(meeting.on),
        "starts_at": hours_of(meeting),
        "place": meeting.place,
        "path": meeting_path(meeting),
    }


def called_to(meeting: Meeting) -> list[int]:
    """Return those who are called: with a seat, by mission or derived, and those adjoined."""
    seated = deciding_members_on(meeting.body_id, meeting.on)
    return [*sorted(seated), *sorted(set(_adjoined(meeting)) - seated)]


def _adjoined(meeting: Meeting) -> Iterable[int]:
    return Adjunction.objects.filter(item__meeting=meeting).values_list("person_id", flat=True)


def tell_others(
    meeting: Meeting,
    entry: Entry,
    template: str,
    facts: Mapping[str, object],
    *,
    now: datetime,
) -> None:
    """Queue an e-mail, for information, to each substitute who is not called."""
    told = set(meeting.calls.values_list("to", flat=True))
    notify(entry, template, [(to, facts) for to in _for_information(meeting, told)], at=now)


def _for_information(meeting: Meeting, told: set[str]) -> list[str]:
    """Return where substitutes are reached who are not called themselves."""
    others = members_on(meeting.body_id, meeting.on) - set(called_to(meeting))
    return sorted(set(addresses_of(others).values()) - told)
