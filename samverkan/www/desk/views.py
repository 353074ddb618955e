"""The desk: on Monday a coordinator sees what waits; members and chairs see theirs."""

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.utils.formats import date_format

from samverkan.bodies.queries.findings import to_mend
from samverkan.cases.choices import Mover
from samverkan.cases.models import Watch
from samverkan.cases.queries import watches_due
from samverkan.dispatches.wording import listed
from samverkan.meetings.models import Meeting
from samverkan.meetings.queries import minutes_to_approve
from samverkan.sentences import DAY
from samverkan.www.cases.next_step import Next
from samverkan.www.desk import digests, executions, queries, seminars
from samverkan.www.meetings.forms import meeting_title
from samverkan.www.pages import Workspace, page

WEEK = timedelta(days=7)


@page
def desk(work: Workspace) -> HttpResponse:
    own = _own(work)
    shared = _shared(work) if work.coordinates else {}
    return work.page("desk/desk.html", **own, **shared, next=_first(work, own | shared))


def _own(work: Workspace) -> dict[str, Any]:
    """Return what concerns the person as a member or a chair."""
    here = work.collaboration.pk
    bodies = list(queries.bodies_of(work.person_id, here, work.today))
    led = queries.led_bodies(work.person_id, here, work.today)
    mine = minutes_to_approve(work.person_id, here).select_related("body").order_by("on")
    return {
        "bodies": bodies,
        "missions": list(queries.missions_of(work.person_id, here, work.today)),
        "led": led,
        "own_cases": list(queries.own_cases(work.person_id, here)),
        "own_meetings": list(queries.open_meetings(here, [body.pk for body in bodies])),
        "watches": _watches(work, led),
        "own_digests": list(digests.to_carry_on(work.person_id, here)),
        "mine_to_approve": list(mine[: queries.MOST]),
        "to_approve": list(queries.to_approve(here)),
        "carried_out": [] if work.coordinates else executions.to_do(work),
    }


def _watches(work: Workspace, led: set[int]) -> list[Watch]:
    """Return what is to be looked at within a week, by a role that the person has today."""
    due = watches_due(work.collaboration.pk, work.today + WEEK)
    if not work.coordinates:
        mine = Q(role=Mover.RAISER, case__raised_by=work.person_id)
        due = due.filter(mine | Q(role=Mover.COMMITTEE, case__body__in=led))
    return list(due[: queries.MOST])


def _shared(work: Workspace) -> dict[str, Any]:
    """Return what the coordinators look after."""
    here = work.collaboration.pk
    return {
        "silences": queries.silences(here, work.now),
        "to_dispatch": list(queries.to_dispatch(here)),
        "to_prepare": list(queries.to_prepare(here)),
        "to_place": list(queries.to_place(here)),
        "meetings": list(queries.open_meetings(here)),
        "to_report": list(digests.to_report(here, work.today)),
        "to_mend": to_mend(here, work.today),
        "seminars": seminars.to_look_after(work.collaboration, work.today),
        "answers": list(queries.latest_answers(here)),
    }


def _first(work: Workspace, found: dict[str, Any]) -> Next | None:
    """Return the most pressing of what waits for this person."""
    if found["mine_to_approve"]:
        return _approve(work, found["mine_to_approve"][0])
    if not work.coordinates:
        return _prepare_meeting(work, found)
    if found["to_dispatch"]:
        one = found["to_dispatch"][0]
        return Next(
            "expediera",
            f"”{one.title}” är rekommenderad men inte sänd till huvudmännen.",
            "Förbered expedieringen",
            work.url("dispatch", one.number),
        )
    if late := [one for one in found["meetings"] if one.on < work.today]:
        return _close(work, late[0])
    if remind := [one for one in found["silences"] if one.overdue and one.remindable]:
        return _remind(work, remind[0])
    if found["to_prepare"]:
        one = found["to_prepare"][0]
        return Next(
            "bered", f"”{one.title}” är väckt.", "Öppna ärendet", work.url("case", one.number)
        )
    if found["to_place"]:
        one = found["to_place"][0]
        return Next(
            "sätt upp på dagordning",
            f"”{one.title}” är berett och väntar på ett möte.",
            "Välj möte",
            work.url("place_case", one.number),
        )
    return None


def _approve(work: Workspace, meeting: Meeting) -> Next:
    return Next(
        "justera",
        f"Anteckningarna från {meeting_title(meeting.body, meeting.on)} väntar på dig.",
        "Läs och justera",
        work.url("approve_minutes", meeting.body.slug, meeting.on),
    )


def _close(work: Workspace, meeting: Meeting) -> Next:
    return Next(
        "avsluta mötet",
        f"Mötet med {meeting_title(meeting.body, meeting.on)} är inte avslutat.",
        "Öppna mötet",
        work.url("meeting", meeting.body.slug, meeting.on),
    )


def _remind(work: Workspace, silence: queries.Silence) -> Next:
    return Next(
        f"påminn {silence.remindable} huvudmän" if silence.remindable > 1 else "påminn en huvudman",
        f"Svar saknas på ”{silence.recommendation.title}” från {listed(silence.silent)}.",
        "Läs påminnelsen",
        work.url("remind", silence.recommendation.number),
    )


def _prepare_meeting(work: Workspace, found: dict[str, Any]) -> Next | None:
    led = [one for one in found["own_meetings"] if one.body_id in found["led"]]
    if led:
        meeting = led[0]
        return Next(
            "förbered mötet",
            f"{meeting.body.name} möts den {date_format(meeting.on, DAY)}.",
            "Öppna mötet",
            work.url("meeting", meeting.body.slug, meeting.on),
        )
    return None
