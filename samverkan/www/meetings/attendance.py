"""Who was at a meeting: one choice per person, and for a substitute, for whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from django.forms import BooleanField, BoundField
from django.http import HttpResponse

from samverkan.bodies.choices import DerivedPart, MissionKind
from samverkan.bodies.models import Mission
from samverkan.bodies.queries import derived_people, missions_on
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import Attending, note_attendance
from samverkan.meetings.choices import MeetingStage, Part
from samverkan.meetings.models import Meeting
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.presence import order_of
from samverkan.meetings.rules import notes_open
from samverkan.people.models import Person
from samverkan.people.queries import coordinators_on
from samverkan.www.forms import Choices, Form, one_of
from samverkan.www.meetings.proposed_attendance import Filled, everybody, from_answers
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained

EXTRA = range(1, 5)
LISTENS: Choices = [(str(Part.RAPPORTEUR), "Föredragande"), (str(Part.GUEST), "Gäst")]


@dataclass(frozen=True)
class Seat:
    """Someone who belongs to the body: on whose behalf, and what they can be at the meeting."""

    person: Person
    behalf: str
    capacity: str
    choices: Choices


@dataclass(frozen=True)
class Row:
    """One person in the form: as what, and in which part, which is open when it says something."""

    part: BoundField
    in_part: list[BoundField]
    is_open: bool


@step
def attendance(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.NOTE, meeting, work.today)
    seats = seats_of(meeting)
    others = Person.objects.filter(collaboration=work.collaboration).exclude(
        pk__in=[seat.person.pk for seat in seats]
    )
    noted = meeting.attendances.exists()
    initial = {} if work.posted else _begins_with(work, meeting, seats, noted=noted)
    form = AttendanceForm(
        seats,
        list(others),
        list(coordinators_on(work.collaboration.pk, meeting.on)),
        _points(meeting),
        work.sent,
        initial=initial,
        distance=order_of(meeting.body_id).distance_allowed,
    )
    if work.posted and form.is_valid():
        try:
            note_attendance(
                meeting.pk,
                form.attending(),
                led_by=form.led_by(),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Närvaron är antecknad.", work.url("meeting", body, on))
    return work.page(
        "meetings/attendance.html",
        *crumbs(work, meeting, "Anteckna närvaro"),
        meeting=meeting,
        form=form,
        noted=noted,
        from_answers=bool(initial) and not noted and not _asks_for_everybody(work),
        obstacles=explained(work, notes_open(MeetingStage(meeting.stage))),
    )


def seats_of(meeting: Meeting) -> list[Seat]:
    """Return all who belong to the body on the day of the meeting, principal by principal."""
    missions = list(missions_on(meeting.body_id, meeting.on))
    ordinary = [one for one in missions if one.kind == MissionKind.ORDINARY]
    by_person: dict[int, list[Mission]] = {}
    for mission in missions:
        by_person.setdefault(mission.person_id, []).append(mission)
    seats = [_seat(held, ordinary) for held in by_person.values()]
    known = set(by_person)
    derived = Person.objects.filter(
        pk__in=derived_people(meeting.body_id, meeting.on, DerivedPart.SEAT) - known
    )
    deciding = [(str(Part.DECIDING), "Beslutande"), *LISTENS]
    return seats + [Seat(one, "Plats genom uppdrag", "genom uppdrag", deciding) for one in derived]


def _seat(held: list[Mission], ordinary: list[Mission]) -> Seat:
    """Return one person's row; who sits for several stands with the first, and may be for any."""
    first, *further = held
    deciding = [choice for mission in held for choice in _deciding(mission, ordinary)]
    capacity = MissionKind(first.kind).label
    if further:
        capacity += f", också för {' och '.join(_behalf(one) for one in further)}"
    return Seat(first.person, _behalf(first), capacity, [*dict.fromkeys(deciding), *LISTENS])


def _deciding(mission: Mission, ordinary: list[Mission]) -> Choices:
    if mission.kind == MissionKind.ORDINARY:
        return [(str(Part.DECIDING), "Beslutande")]
    return [
        (f"{Part.DECIDING}:{one.pk}", f"Beslutande i stället för {one.person.name}")
        for one in ordinary
        if one.holder_key == mission.holder_key
    ]


def _behalf(mission: Mission) -> str:
    if mission.principal:
        return mission.principal.short_name
    return str(mission.nominator or "Utan känd huvudman")


class AttendanceForm(Form):
    places = {"leader_not_present": "led_by"}

    def __init__(
        self,
        seats: list[Seat],
        others: Iterable[Person],
        coordinators: Iterable[Person],
        points: Choices,
        *args: Any,
        distance: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats
        rest = [(str(person.pk), person.name) for person in others]
        for seat in seats:
            self.fields[f"p{seat.person.pk}"] = field = one_of(
                f"{seat.person.name}, {seat.capacity}", seat.choices
            )
            field.choices = [("", "Inte med"), *seat.choices]
            self._in_part(seat.person, points, distance)
        for row in EXTRA if rest else ():
            self.fields[f"extra{row}"] = one_of(f"Person {row}", rest)
            self.fields[f"as{row}"] = one_of(f"Person {row} var", LISTENS)
        secretaries = [(str(person.pk), person.name) for person in coordinators]
        self.fields["secretary"] = one_of("Sekreterare", secretaries)
        everyone = [(str(seat.person.pk), seat.person.name) for seat in seats]
        self.fields["led_by"] = one_of(
            "Mötet leddes av", everyone + rest, missing="Ange vem som ledde mötet."
        )

    def _in_part(self, person: Person, points: Choices, distance: bool) -> None:
        """Add how someone was there in part, or at a distance where the body allows it."""
        if distance:
            self.fields[f"d{person.pk}"] = BooleanField(
                label=f"{person.name} på distans", required=False
            )
        self.fields[f"a{person.pk}"] = came = one_of(f"{person.name} kom till", points)
        self.fields[f"l{person.pk}"] = left = one_of(f"{person.name} lämnade före", points)
        came.choices = [("", "Från början"), *points]
        left.choices = [("", "Med till slutet"), *points]

    def groups(self) -> Iterator[tuple[str, list[Row]]]:
        """Return the fields of each principal's people."""
        for behalf, seats in groupby(self.seats, key=lambda seat: seat.behalf):
            yield behalf, [self._row(seat.person.pk) for seat in seats]

    def _row(self, pk: int) -> Row:
        names = [name for name in (f"d{pk}", f"a{pk}", f"l{pk}") if name in self.fields]
        in_part = [self[name] for name in names]
        return Row(self[f"p{pk}"], in_part, any(one.value() or one.errors for one in in_part))

    def extras(self) -> list[tuple[BoundField, BoundField]]:
        """Return the rows for those who do not belong to the body."""
        return [
            (self[f"extra{row}"], self[f"as{row}"]) for row in EXTRA if f"extra{row}" in self.fields
        ]

    def attending(self) -> list[Attending]:
        """Return those who were there, the body's own first."""
        typed = self.cleaned_data
        found = [
            replace(
                _attending(seat.person.pk, typed[f"p{seat.person.pk}"]),
                at_a_distance=typed.get(f"d{seat.person.pk}", False),
                arrived_at=int(typed[f"a{seat.person.pk}"] or 0) or None,
                left_at=int(typed[f"l{seat.person.pk}"] or 0) or None,
            )
            for seat in self.seats
            if typed[f"p{seat.person.pk}"]
        ]
        for row in EXTRA:
            if person := typed.get(f"extra{row}"):
                part = typed[f"as{row}"] or str(Part.GUEST)
                found.append(_attending(int(person), part))
        if secretary := typed["secretary"]:
            found.append(Attending(int(secretary), Part.SECRETARY))
        return found

    def led_by(self) -> int:
        """Return the person who led the meeting."""
        return int(self.cleaned_data["led_by"])


def _attending(person: int, choice: str) -> Attending:
    part, _, mission = choice.partition(":")
    return Attending(person, Part(part), int(mission) if mission else None)


def _points(meeting: Meeting) -> Choices:
    items = meeting.items.order_by("position").values_list("pk", "heading")
    return [(str(pk), f"{number}. {said}") for number, (pk, said) in enumerate(items, 1)]


def _asks_for_everybody(work: Workspace) -> bool:
    return "alla" in work.request.GET


def _begins_with(work: Workspace, meeting: Meeting, seats: list[Seat], *, noted: bool) -> Filled:
    people = [seat.person.pk for seat in seats]
    if noted:
        return _noted(meeting, set(people))
    if _asks_for_everybody(work):
        return everybody(meeting, people)
    return from_answers(meeting, people)


def _noted(meeting: Meeting, seated: set[int]) -> Filled:
    noted: Filled = {"led_by": str(meeting.led_by_id or "")}
    rows = iter(EXTRA)
    for one in meeting.attendances.order_by("position"):
        if one.part == Part.SECRETARY:
            noted["secretary"] = str(one.person_id)
        elif one.person_id in seated:
            stands_for = f":{one.stands_for_id}" if one.stands_for_id else ""
            noted[f"p{one.person_id}"] = f"{one.part}{stands_for}"
            noted[f"d{one.person_id}"] = one.at_a_distance
            noted[f"a{one.person_id}"] = str(one.arrived_at_id or "")
            noted[f"l{one.person_id}"] = str(one.left_at_id or "")
        elif row := next(rows, None):
            noted[f"extra{row}"], noted[f"as{row}"] = str(one.person_id), one.part
    return noted
