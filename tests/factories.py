"""Rows for tests, with traits for stages; and one whole road through the real actions.

Everything that belongs to a collaboration follows `collaboration`; give it first:
CaseFactory(collaboration=here, prepared=True).
"""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import factory
from factory import LazyAttribute, SelfAttribute, Sequence, SubFactory, Trait
from factory.django import DjangoModelFactory

from samverkan.agreements.models import Agreement, Ground, Section
from samverkan.bodies.choices import (
    Anchor,
    BodyKind,
    Extension,
    Level,
    MissionKind,
    NominatorKind,
    Office,
    Power,
    Sphere,
    TextStage,
)
from samverkan.bodies.models import Body, ChairRule, ChairTerm, Mission, Nominator, Quota
from samverkan.cases import actions as case_actions
from samverkan.cases.choices import CaseStage, Scope, TargetGroup
from samverkan.cases.models import Case, RoutineVersion
from samverkan.cases.rules import PLAIN
from samverkan.cases.rules.routine import content_of
from samverkan.dispatches.actions import dispatch_recommendation
from samverkan.dispatches.choices import AnswerKind, DispatchState
from samverkan.dispatches.models import Answer, Dispatch, Recommendation, RegistrarLink
from samverkan.documents.models import Content, Document
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration
from samverkan.journal.tokens import new_key
from samverkan.meetings import actions as meeting_actions
from samverkan.meetings.actions import Attending
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import (
    Call,
    Item,
    Meeting,
    Minutes,
    MinutesApproval,
    MinutesDraft,
    Task,
)
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person, Role, User
from samverkan.principals.choices import LineBodyKind, PrincipalKind, Side
from samverkan.principals.models import Federation, LineBody, LineMeeting, Principal

LONG_AGO = from_day(date(2020, 1, 1))
PASSWORD = "tre gula hundar på en sten"
TESTER = Actor("Testare")


class Ours(DjangoModelFactory):
    """What carries its collaboration's key."""

    class Meta:
        abstract = True

    collaboration = SubFactory("tests.factories.CollaborationFactory")


class CollaborationFactory(DjangoModelFactory):
    class Meta:
        model = Collaboration

    slug = Sequence(lambda n: f"lanet-{n}")
    name = Sequence(lambda n: f"Samverkan {n}")
    parties_text = "Länets kommuner och Region Länet"
    county = "Länet"
    contact_name = "Koordinatorerna"
    contact_email = "koordinator@example.invalid"


class PrincipalFactory(Ours):
    class Meta:
        model = Principal

    class Params:
        region = Trait(kind=PrincipalKind.REGION, side=Side.REGION)

    slug = Sequence(lambda n: f"kommun-{n}")
    name = Sequence(lambda n: f"Kommun {n} kommun")
    short_name = Sequence(lambda n: f"Kommun {n}")
    kind = PrincipalKind.MUNICIPALITY
    side = Side.MUNICIPALITIES
    code = Sequence(lambda n: f"{n % 10_000:04}")
    position = Sequence(lambda n: n % 30_000)
    period = LONG_AGO
    registrar_email = LazyAttribute(lambda one: f"registrator@{one.slug}.example.invalid")


class LineBodyFactory(DjangoModelFactory):
    class Meta:
        model = LineBody

    principal = SubFactory(PrincipalFactory)
    name = Sequence(lambda n: f"Nämnd {n}")
    kind = LineBodyKind.COMMITTEE
    is_usual_decider = True
    period = LONG_AGO


class LineMeetingFactory(DjangoModelFactory):
    class Meta:
        model = LineMeeting

    class Params:
        confirmed = Trait(
            confirmed_at=datetime(2026, 1, 7, 9, 0, tzinfo=UTC),
            confirmed_by="Kim Koordinator",
            source="nämndens webbplats",
        )

    line_body = SubFactory(LineBodyFactory)
    on = date(2027, 2, 17)


class FederationFactory(Ours):
    class Meta:
        model = Federation

    slug = Sequence(lambda n: f"forbund-{n}")
    name = Sequence(lambda n: f"Kommunalförbundet {n}")
    short_name = Sequence(lambda n: f"Förbundet {n}")
    period = LONG_AGO
    registrar_email = LazyAttribute(lambda one: f"registrator@{one.slug}.example.invalid")


class PersonFactory(Ours):
    class Meta:
        model = Person

    class Params:
        politician = Trait(elected=True, party="P")

    name = Sequence(lambda n: f"Person {n}")
    invented = True


class UserFactory(DjangoModelFactory):
    """An account that can sign in: UserFactory(person=…, email=…, password=PASSWORD)."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    person = SubFactory(PersonFactory)
    email = Sequence(lambda n: f"person-{n}@example.invalid")

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        password = kwargs.pop("password", PASSWORD)
        return model_class.objects.create_user(password=password, **kwargs)


class RoleFactory(Ours):
    class Meta:
        model = Role

    class Params:
        ended = Trait(period=from_day(date(2020, 1, 1), date(2020, 12, 31)))

    person = SubFactory(PersonFactory, collaboration=SelfAttribute("..collaboration"))
    kind = RoleKind.COORDINATOR
    period = LONG_AGO


class BodyFactory(Ours):
    class Meta:
        model = Body

    class Params:
        preparing = Trait(kind=BodyKind.COMMITTEE, power=Power.PREPARES)
        ended = Trait(period=from_day(date(2015, 1, 1), date(2020, 9, 1)))

    slug = Sequence(lambda n: f"organ-{n}")
    name = Sequence(lambda n: f"Organ {n}")
    kind = BodyKind.CONSULTATION
    level = Level.REGIONAL
    sphere = Sphere.POLITICAL
    power = Power.RECOMMENDS
    purpose = "Att samråda om länets gemensamma frågor."
    inner_decisions = ["den egna arbetsordningen"]
    period = LONG_AGO


class QuotaFactory(DjangoModelFactory):
    class Meta:
        model = Quota

    body = SubFactory(BodyFactory)
    principal = SubFactory(PrincipalFactory, collaboration=SelfAttribute("..body.collaboration"))
    ordinary_min = 1
    ordinary_max = 1
    substitutes_max = 1
    period = LONG_AGO


class MissionFactory(DjangoModelFactory):
    class Meta:
        model = Mission

    class Params:
        substitute = Trait(kind=MissionKind.SUBSTITUTE)
        ended = Trait(period=from_day(date(2020, 1, 1), date(2020, 12, 31)))

    body = SubFactory(BodyFactory)
    principal = SubFactory(PrincipalFactory, collaboration=SelfAttribute("..body.collaboration"))
    person = SubFactory(PersonFactory, collaboration=SelfAttribute("..body.collaboration"))
    kind = MissionKind.ORDINARY
    period = LONG_AGO


class NominatorFactory(Ours):
    class Meta:
        model = Nominator

    slug = Sequence(lambda n: f"nominerande-{n}")
    name = Sequence(lambda n: f"Förbundet {n}")
    kind = NominatorKind.FEDERATION
    side = Side.MUNICIPALITIES
    period = LONG_AGO


class ChairRuleFactory(DjangoModelFactory):
    """The agreement's order; extended=UNANIMOUS as in Samråd, DECISION as in LSG."""

    class Meta:
        model = ChairRule

    body = SubFactory(BodyFactory)
    anchor = Anchor.CALENDAR_YEAR
    alternates = True
    opposite_sides = True
    extension = Extension.UNANIMOUS
    period = LONG_AGO
    source = "överenskommelsen § 5.1.3"


class ChairTermFactory(DjangoModelFactory):
    class Meta:
        model = ChairTerm

    body = SubFactory(BodyFactory)
    person = SubFactory(PersonFactory, collaboration=SelfAttribute("..body.collaboration"))
    office = Office.CHAIR
    period = LONG_AGO


class CaseFactory(Ours):
    class Meta:
        model = Case

    class Params:
        prepared = Trait(stage=CaseStage.PREPARED)
        recommended = Trait(stage=CaseStage.RECOMMENDED)
        dispatched = Trait(stage=CaseStage.DISPATCHED)
        reported_back = Trait(stage=CaseStage.REPORTED_BACK)
        closed = Trait(stage=CaseStage.CLOSED)

    number = Sequence(lambda n: f"2026-{n:03}")
    body = SubFactory(BodyFactory, collaboration=SelfAttribute("..collaboration"))
    title = Sequence(lambda n: f"Gemensam rutin {n}")
    question = "Ska länets huvudmän följa samma rutin?"
    summary = "Huvudmännen föreslås följa samma rutin."
    background = "I dag arbetar huvudmännen på olika sätt."
    value_inhabitants = "Den som kommer hem vet vem som ansvarar."
    value_operations = "Färre samtal och omtag."
    target_groups = [TargetGroup.ADULTS]
    scope = Scope.MUNICIPAL_HEALTH
    responsible_management = "Socialchefen i kommunen"
    experts = "Nätverket för medicinskt ansvariga sjuksköterskor"
    raised_by = SubFactory(PersonFactory, collaboration=SelfAttribute("..collaboration"))
    handler = SubFactory(PersonFactory, collaboration=SelfAttribute("..collaboration"))
    raised_at = datetime(2026, 2, 2, 9, 0, tzinfo=UTC)


class RoutineFactory(Ours):
    """An adopted version of the plain routine; proposed=True is one that nobody has decided."""

    class Meta:
        model = RoutineVersion

    class Params:
        proposed = Trait(stage=TextStage.PROPOSED, adopted_by=None, adopted_on=None)

    number = 1
    stage = TextStage.ADOPTED
    content = LazyAttribute(lambda _: content_of(PLAIN))
    adopted_by = SubFactory(BodyFactory, collaboration=SelfAttribute("..collaboration"))
    adopted_on = date(2020, 9, 1)
    valid_from = date(2020, 9, 1)
    source = "överenskommelsen § 7"


class MeetingFactory(Ours):
    """A meeting on a day of its own, planned unless a trait says more."""

    class Meta:
        model = Meeting

    class Params:
        called = Trait(stage=MeetingStage.CALLED, called_at=datetime(2026, 2, 20, 9, 0, tzinfo=UTC))
        held = Trait(stage=MeetingStage.HELD)
        approved = Trait(stage=MeetingStage.APPROVED)

    body = SubFactory(BodyFactory, collaboration=SelfAttribute("..collaboration"))
    on = Sequence(lambda n: date(2026, 3, 12) + timedelta(days=n % 200))
    place = "Länshuset"


class CallFactory(DjangoModelFactory):
    """A call in force; its token is samverkan.journal.tokens.token_of(call.key)."""

    class Meta:
        model = Call

    meeting = SubFactory(MeetingFactory, called=True)
    person = SubFactory(PersonFactory, collaboration=SelfAttribute("..meeting.collaboration"))
    to = LazyAttribute(lambda one: f"person-{one.person.pk}@example.invalid")
    key = LazyAttribute(lambda _: new_key())
    issued_at = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)
    expires_at = datetime(2036, 2, 20, 9, 0, tzinfo=UTC)


class ItemFactory(DjangoModelFactory):
    """A point; with number=…, of a meeting that has been held."""

    class Meta:
        model = Item

    class Params:
        recommending = Trait(kind=ItemKind.DECISION, outcome=Outcome.RECOMMENDED)

    meeting = SubFactory(MeetingFactory)
    body = SelfAttribute("meeting.body")
    # Between the points that open a meeting and those that close it, in any meeting.
    position = Sequence(lambda n: 100 + n % 8000)
    kind = ItemKind.INFORMATION
    heading = Sequence(lambda n: f"Punkt om något {n}")


class MinutesFactory(DjangoModelFactory):
    """Approved minutes of a meeting as its points and attendances are now; make those first."""

    class Meta:
        model = Minutes

    meeting = SubFactory(MeetingFactory, approved=True)
    approved_by = SubFactory(PersonFactory, collaboration=SelfAttribute("..meeting.collaboration"))
    approver_title = "Ordförande"
    approved_on = LazyAttribute(lambda one: one.meeting.on)
    content = LazyAttribute(
        lambda one: minutes_text(
            one.meeting,
            approved_by=one.approved_by.name,
            title=one.approver_title,
            approved_on=one.approved_on,
        )
    )
    sha256 = LazyAttribute(lambda one: digest(one.content))


class MinutesDraftFactory(DjangoModelFactory):
    """A draft that waits, of a held meeting as its points and attendances are now."""

    class Meta:
        model = MinutesDraft

    meeting = SubFactory(MeetingFactory, held=True)
    number = 1
    content = LazyAttribute(lambda one: minutes_text(one.meeting))
    sha256 = LazyAttribute(lambda one: digest(one.content))
    sent_at = datetime(2026, 3, 13, 9, 0, tzinfo=UTC)
    due_on = LazyAttribute(lambda one: one.meeting.on + timedelta(days=14))


class MinutesApprovalFactory(DjangoModelFactory):
    class Meta:
        model = MinutesApproval

    draft = SubFactory(MinutesDraftFactory)
    person = SubFactory(PersonFactory, collaboration=SelfAttribute("..draft.meeting.collaboration"))
    title = "justerare"
    position = 1


class TaskFactory(DjangoModelFactory):
    class Meta:
        model = Task

    item = SubFactory(ItemFactory)
    what = Sequence(lambda n: f"Ta fram underlag {n}.")
    whom = "Koordinatorerna"
    due_words = "till hösten"


class RecommendationFactory(Ours):
    """A recommendation from approved minutes; dispatched=True lacks dispatches of its own."""

    class Meta:
        model = Recommendation

    class Params:
        dispatched = Trait(
            dispatched_at=datetime(2026, 4, 1, 9, 0, tzinfo=UTC),
            case=SubFactory(
                CaseFactory, collaboration=SelfAttribute("..collaboration"), dispatched=True
            ),
        )

    number = Sequence(lambda n: f"r2026-{n:02}")
    case = SubFactory(CaseFactory, collaboration=SelfAttribute("..collaboration"), recommended=True)
    body = SelfAttribute("case.body")
    agreed_on = date(2026, 3, 12)
    point = Sequence(lambda n: n + 1)
    item = SubFactory(
        ItemFactory,
        recommending=True,
        meeting=SubFactory(
            MeetingFactory,
            collaboration=SelfAttribute("..body.collaboration"),
            body=SelfAttribute("..body"),
            approved=True,
        ),
        body=SelfAttribute("..body"),
        case=SelfAttribute("..case"),
        number=SelfAttribute("..point"),
    )
    title = SelfAttribute("case.title")
    summary = SelfAttribute("case.question")
    lead = LazyAttribute(lambda one: f"{one.body.name} rekommenderar huvudmännen")
    clauses = ["att anta den gemensamma rutinen, samt", "att följa upp den varje år."]


class DispatchFactory(DjangoModelFactory):
    class Meta:
        model = Dispatch

    class Params:
        received = Trait(
            state=DispatchState.RECEIVED,
            received_on=date(2026, 4, 8),
            reference_number="KS 2026/17",
        )
        planned = Trait(state=DispatchState.PLANNED, planned_on=date(2027, 2, 18))
        decided = Trait(
            decided_on=date(2026, 5, 12),
            deciding_body="Kommunstyrelsen",
            paragraph="§ 31",
            reference_number="KS 2026/17",
            answers_count=1,
        )
        approved = Trait(decided=True, state=DispatchState.APPROVED)
        rejected = Trait(decided=True, state=DispatchState.REJECTED)

    recommendation = SubFactory(RecommendationFactory, dispatched=True)
    principal = SubFactory(
        PrincipalFactory, collaboration=SelfAttribute("..recommendation.collaboration")
    )
    addressee = SelfAttribute("principal.name")
    to = SelfAttribute("principal.registrar_email")
    proposal = factory.Dict({"title": "Förslag till beslut"})
    sha256 = LazyAttribute(lambda one: digest(one.proposal))
    dispatched_at = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)


class AnswerFactory(DjangoModelFactory):
    class Meta:
        model = Answer

    dispatch = SubFactory(DispatchFactory, approved=True)
    kind = AnswerKind.APPROVED
    on = date(2026, 5, 12)
    given_by = "Registrator"
    given_at = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)


class RegistrarLinkFactory(DjangoModelFactory):
    """A link in force; its token is samverkan.journal.tokens.token_of(link.key)."""

    class Meta:
        model = RegistrarLink

    class Params:
        expired = Trait(expires_at=datetime(2026, 4, 2, 9, 0, tzinfo=UTC))
        revoked = Trait(revoked_at=datetime(2026, 4, 2, 9, 0, tzinfo=UTC))

    dispatch = SubFactory(DispatchFactory)
    key = LazyAttribute(lambda _: new_key())
    issued_at = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
    expires_at = datetime(2036, 4, 1, 9, 0, tzinfo=UTC)


class ContentFactory(DjangoModelFactory):
    class Meta:
        model = Content

    sha256 = Sequence(lambda n: f"{n:064x}")
    data = b"%PDF-1.7\n"


class DocumentFactory(Ours):
    class Meta:
        model = Document

    class Params:
        closed = Trait(visibility=Visibility.CLOSED)

    key = LazyAttribute(lambda _: uuid4())
    name = Sequence(lambda n: f"utdrag-{n}.pdf")
    title = Sequence(lambda n: f"Protokollsutdrag {n}")
    content_type = "application/pdf"
    size = 9
    content = SubFactory(ContentFactory)
    added_at = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
    added_by = "Registrator"


class AgreementFactory(Ours):
    class Meta:
        model = Agreement

    slug = Sequence(lambda n: f"overenskommelse-{n}")
    title = Sequence(lambda n: f"Överenskommelse {n}")
    parties = "Länets kommuner och Region Länet"
    main_points = ["Samverkan ska vara en stödprocess"]
    source = "källa 001"


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section

    agreement = SubFactory(AgreementFactory)
    position = Sequence(lambda n: n % 30_000)
    number = Sequence(lambda n: f"{n}")
    heading = Sequence(lambda n: f"Avsnitt {n}")
    text = "Parterna samverkar."


def grounded(collaboration: Collaboration, number: str, text: str, **words: str) -> Section:
    """Make a section of the county's agreement, in which rules stand at words: code=word."""
    for code, word in words.items():
        Ground.objects.create(collaboration=collaboration, code=code, section=number, word=word)
    agreement = AgreementFactory(collaboration=collaboration)
    return SectionFactory(agreement=agreement, number=number, text=text)


def agreed_recommendation(
    collaboration: Collaboration,
    *,
    title: str = "Gemensam rutin för utskrivning",
    clauses: tuple[str, ...] = ("att anta rutinen, samt", "att följa upp den."),
    body: Body | None = None,
    on: date = date(2026, 3, 12),
    dispatched: bool = False,
    reply_by: date | None = None,
    annexes: tuple[tuple[str, Document], ...] = (),
) -> Recommendation:
    """Return a recommendation that has walked the whole road: raised, prepared, met, approved."""
    body = body or BodyFactory(collaboration=collaboration)
    mission = body.missions.select_related("person").first() or MissionFactory(body=body)
    member = mission.person
    handler = RoleFactory(collaboration=collaboration).person
    now = datetime(on.year, on.month, on.day, 12, 0, tzinfo=UTC)
    then = {"by": TESTER, "now": now - timedelta(days=30)}
    sheet = case_actions.Sheet(
        title=title,
        question="Ska länets huvudmän följa samma rutin?",
        summary="Huvudmännen föreslås följa samma rutin.",
        background="I dag arbetar huvudmännen på olika sätt.",
        value_inhabitants="Den som kommer hem vet vem som ansvarar.",
        value_operations="Färre samtal och omtag.",
        target_groups=[TargetGroup.ADULTS],
        scope=Scope.MUNICIPAL_HEALTH,
        responsible_management="Socialchefen i kommunen",
        experts="Nätverket för medicinskt ansvariga sjuksköterskor",
    )
    case = case_actions.raise_case(body.pk, sheet, raised_by=member.pk, **then)
    case_actions.prepare_case(collaboration.pk, case.number, handler=handler.pk, **then)
    meeting = meeting_actions.plan_meeting(body.pk, on=on, place="Länshuset", **then)
    item = meeting_actions.place_case(meeting.pk, case.number, **then)
    meeting_actions.call_meeting(meeting.pk, **then)
    today = {"by": TESTER, "now": now}
    meeting_actions.note_attendance(meeting.pk, [Attending(member.pk)], led_by=member.pk, **today)
    meeting_actions.conclude_point(
        item.pk,
        Outcome.RECOMMENDED,
        text="Organet enades.",
        clauses=clauses,
        annexes=annexes,
        **today,
    )
    meeting_actions.close_meeting(meeting.pk, **today)
    meeting_actions.approve_minutes(
        meeting.pk, approver=member.pk, title="Ordförande", approved_on=on, **today
    )
    recommendation = Recommendation.objects.get(case=case)
    if dispatched:
        dispatch_recommendation(collaboration.pk, recommendation.number, reply_by=reply_by, **today)
        recommendation.refresh_from_db()
    return recommendation
