"""Whatever is tried, in whatever order: the way of a case and the life of a meeting hold."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from samverkan.cases.actions import Sheet, prepare_case, raise_case
from samverkan.cases.choices import CaseStage, Scope, TargetGroup
from samverkan.cases.models import Case
from samverkan.dispatches.actions import dispatch_recommendation, register_answer_with_file
from samverkan.dispatches.choices import DECIDED, AnswerKind, DispatchState
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.rules import Told
from samverkan.documents.texts import digest
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.verify import verify
from samverkan.meetings.actions import (
    Attending,
    approve_minutes,
    call_meeting,
    cancel_meeting,
    close_meeting,
    conclude_point,
    note_attendance,
    place_case,
    plan_meeting,
)
from samverkan.meetings.choices import MeetingStage, Outcome
from samverkan.meetings.models import Item, Meeting, Minutes
from tests.documents.files import pdf
from tests.factories import (
    TESTER,
    BodyFactory,
    MissionFactory,
    PrincipalFactory,
    RoleFactory,
)

BEGIN = date(2026, 1, 12)
PRINCIPALS = 3
SHEET = Sheet(
    title="Gemensam rutin",
    summary="Huvudmännen föreslås följa samma rutin.",
    question="Ska huvudmännen följa samma rutin?",
    background="I dag arbetar de olika.",
    value_inhabitants="Den som kommer hem vet vem som ansvarar.",
    value_operations="Färre omtag.",
    target_groups=[TargetGroup.ADULTS],
    scope=Scope.MUNICIPAL_HEALTH,
    responsible_management="Socialchefen",
    experts="Nätverket",
)


class Year:
    """One body that recommends to three principals, and a clock that only goes forward."""

    def __init__(self) -> None:
        self.body = BodyFactory()
        here = self.body.collaboration
        self.here = here.pk
        self.principals = [PrincipalFactory(collaboration=here) for _ in range(PRINCIPALS)]
        self.members = [
            MissionFactory(body=self.body, principal=principal).person
            for principal in self.principals
        ]
        self.handler = RoleFactory(collaboration=here).person
        self.now = datetime(2026, 1, 12, 9, tzinfo=UTC)
        self.approved: dict[int, str] = {}
        self.numbered: dict[int, int] = {}

    def try_out(self, what: str, number: int, wait: int) -> None:
        """Do one thing with some case, meeting or answer; a refusal is an answer too."""
        self.now += timedelta(days=wait)
        then = {"by": TESTER, "now": self.now}
        with suppress(StepRefused), transaction.atomic():
            getattr(self, what)(number, then)

    def raise_one(self, number: int, then: dict) -> None:
        raise_case(self.body.pk, SHEET, raised_by=self.members[number % PRINCIPALS].pk, **then)

    def prepare(self, number: int, then: dict) -> None:
        if case := some(Case.objects.order_by("pk"), number):
            prepare_case(self.here, case.number, handler=self.handler.pk, **then)

    def plan(self, number: int, then: dict) -> None:
        on = self.now.date() + timedelta(days=number)
        plan_meeting(self.body.pk, on=on, standing_points=number % 2 == 0, **then)

    def place(self, number: int, then: dict) -> None:
        meeting = some(Meeting.objects.order_by("pk"), number)
        case = some(Case.objects.order_by("pk"), number * 3)
        if meeting and case:
            place_case(meeting.pk, case.number, **then)

    def call(self, number: int, then: dict) -> None:
        if meeting := some(Meeting.objects.order_by("pk"), number):
            call_meeting(meeting.pk, **then)

    def cancel(self, number: int, then: dict) -> None:
        if number % 5 == 0 and (meeting := some(Meeting.objects.order_by("pk"), number)):
            cancel_meeting(meeting.pk, reason="Inte beslutsmässigt.", **then)

    def hold(self, number: int, then: dict) -> None:
        meeting = some(Meeting.objects.order_by("pk"), number)
        if meeting is None:
            return
        outcome = (Outcome.RECOMMENDED, Outcome.RETURNED, Outcome.NOT_AGREED)[number % 3]
        clauses = ["att anta rutinen."] if outcome is Outcome.RECOMMENDED else []
        present = [Attending(person.pk) for person in self.members]
        note_attendance(meeting.pk, present, led_by=self.members[0].pk, **then)
        for item in meeting.items.exclude(case=None):
            conclude_point(item.pk, outcome, clauses=clauses, **then)

    def close(self, number: int, then: dict) -> None:
        if meeting := some(Meeting.objects.order_by("pk"), number):
            close_meeting(meeting.pk, **then)

    def approve(self, number: int, then: dict) -> None:
        if meeting := some(Meeting.objects.order_by("pk"), number):
            leader, on = self.members[0].pk, self.now.date()
            facts = {"approver": leader, "title": "ordförande", "approved_on": on}
            approve_minutes(meeting.pk, **facts, **then)

    def dispatch(self, number: int, then: dict) -> None:
        if one := some(Recommendation.objects.order_by("pk"), number):
            dispatch_recommendation(self.here, one.number, reply_by=None, **then)

    def answer(self, number: int, then: dict) -> None:
        if one := some(Dispatch.objects.order_by("pk"), number):
            kind = (AnswerKind.APPROVED, AnswerKind.REJECTED)[number % 2]
            told = Told(kind=kind, on=self.now.date(), deciding_body="Nämnden", paragraph="§ 1")
            facts = {"seen": one.answers_count, "name": "utdrag.pdf", "data": pdf()}
            register_answer_with_file(one.pk, told, **facts, **then)

    def look(self) -> None:
        """See that nothing that must never break has broken."""
        numbers = list(
            Item.objects.filter(body=self.body, number__gt=0)
            .order_by("number")
            .values_list("number", flat=True)
        )
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
        for pk, number in Item.objects.exclude(number=None).values_list("pk", "number"):
            assert self.numbered.setdefault(pk, number) == number
        for minutes in Minutes.objects.all():
            assert digest(minutes.content) == minutes.sha256
            assert self.approved.setdefault(minutes.pk, minutes.sha256) == minutes.sha256
        open_stages = (MeetingStage.PLANNED, MeetingStage.CALLED)
        assert not Item.objects.filter(meeting__stage__in=open_stages).exclude(number=None).exists()
        for one in Recommendation.objects.all():
            assert one.dispatches.count() in (0, PRINCIPALS)
            assert Minutes.objects.filter(meeting=one.item.meeting).exists()
        for sent in Dispatch.objects.filter(state__in=DECIDED):
            told = sent.answers.filter(corrected_by=None).last()
            assert told.deciding_body
            assert told.on
            assert DispatchState(sent.state) in DECIDED
        for case in Case.objects.exclude(stage__in=(CaseStage.RAISED, CaseStage.PREPARED)):
            assert Item.objects.filter(case=case).exclude(outcome="").exists()


def some(rows, number: int):
    """Return one of the rows, by chance; None when there is none."""
    found = list(rows)
    return found[number % len(found)] if found else None


WHAT = (
    "raise_one", "prepare", "prepare", "plan", "place", "place", "call", "cancel", "hold", "hold",
    "close", "close", "approve", "approve", "dispatch", "dispatch", "answer", "answer",
)  # fmt: skip
acts = st.tuples(st.sampled_from(WHAT), st.integers(0, 11), st.integers(0, 3))
# A straight road first, so that chance has something to break.
ROAD = [
    ("raise_one", 0, 0), ("prepare", 0, 1), ("plan", 3, 0), ("place", 0, 0), ("call", 0, 0),
    ("hold", 0, 3), ("close", 0, 1), ("approve", 0, 1), ("dispatch", 0, 1), ("answer", 0, 2),
]  # fmt: skip


@pytest.mark.rule("R290")
@pytest.mark.rule("R304")
@pytest.mark.rule("R152")
@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a shorter history takes long to find
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(begun=st.integers(0, len(ROAD)), history=st.lists(acts, min_size=8, max_size=30))
def test_in_any_year_nothing_breaks_that_must_not(db, begun, history):
    with transaction.atomic():
        year = Year()
        for act in [*ROAD[:begun], *history]:
            year.try_out(*act)
        year.look()
        collaboration = Collaboration.objects.get(pk=year.here)
        assert verify(collaboration).broken_at is None
        assert Entry.objects.filter(collaboration=collaboration).count() == (
            collaboration.head_sequence
        )
        transaction.set_rollback(True)


def test_the_straight_road_leads_to_an_answer(db):
    year = Year()
    for act in ROAD:
        year.try_out(*act)

    year.look()
    case, sent = Case.objects.get(), Dispatch.objects.exclude(answers=None).get()
    assert (case.stage, sent.state) == (CaseStage.DISPATCHED, DispatchState.APPROVED)
