"""The story's people take their seats, on the real quotas, and the chairs are elected."""

from datetime import date, datetime, timedelta

from samverkan.bodies.actions import appoint, elect
from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import Body, Quota
from samverkan.bodies.queries import missions_on
from samverkan.demo import support
from samverkan.demo.people import PARTIES
from samverkan.demo.telling import ACCOUNTS, LSG, SAMRAD, TOLD, Story
from samverkan.people.actions import end_role, enter_person, give_role
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person
from samverkan.principals.actions import set_registrar, set_usual_decider
from samverkan.principals.choices import LineBodyKind, PrincipalKind, Side
from samverkan.principals.models import Principal

PREPARATORY = [
    "beredning-barn-och-unga",
    "beredning-vuxna-och-aldre",
    "hjalpmedelsradet",
    "samverkansrad-patientsakerhet",
]


def people_take_their_seats(story: Story, *, now: datetime) -> None:
    """Enter everybody, with roles, seats and accounts, and each principal's registrar."""
    story.coordinator = _enter(story, now, title="regional koordinator", account="koordinator")
    support.coordinates(story, story.coordinator, now=now)
    support.coordinates(story, _enter(story, now, title="regional koordinator"), now=now)
    devices = _enter(story, now, title="hjälpmedelskoordinator")
    support.coordinates(story, devices, support.DEVICES, "0.5", now=now)
    reader = _enter(story, now, title="utvecklingsledare")
    role = give_role(reader.pk, RoleKind.READER, first=now.date(), by=TOLD, now=now)
    end_role(role.pk, on=story.day(-30), by=TOLD, now=now)
    manager = _enter(story, now, title="enhetschef", account="linjechef")
    give_role(
        manager.pk,
        RoleKind.LINE_MANAGER,
        first=now.date(),
        principal=story.principals[0],
        by=TOLD,
        now=now,
    )
    for principal in story.principals:
        _principal(principal, now)
        for slug in (SAMRAD, LSG):
            _fill_seats(story, story.bodies[slug], principal, now)
    for slug in PREPARATORY:
        _preparatory(story, story.bodies[slug], now)


def _enter(
    story: Story, now: datetime, *, title: str = "", elected: bool = False, account: str = ""
) -> Person:
    name = next(story.names)
    return enter_person(
        story.collaboration.pk,
        name,
        title=title,
        elected=elected,
        party=PARTIES[len(name) % len(PARTIES)] if elected else "",
        invented=True,
        email=ACCOUNTS.get(account, ""),
        password=story.password if account else None,
        by=TOLD,
        now=now,
    )


def _principal(principal: Principal, now: datetime) -> None:
    is_region = principal.kind == PrincipalKind.REGION
    set_registrar(
        principal.pk,
        email=f"registrator@{principal.slug}.example",
        prefix="HSN" if is_region else "SN",
        by=TOLD,
        now=now,
    )
    set_usual_decider(
        principal.pk,
        name="Hälso- och sjukvårdsnämnden" if is_region else "Socialnämnden",
        kind=LineBodyKind.COMMITTEE,
        by=TOLD,
        now=now,
    )


def _fill_seats(story: Story, body: Body, principal: Principal, now: datetime) -> None:
    quota = Quota.objects.get(body=body, principal=principal, period__contains=now.date())
    political = body.slug == SAMRAD
    firsts = {
        (SAMRAD, "umea"): "politiker i Samråd",
        (LSG, "mala"): "representant (tjänsteperson)",
        (LSG, "skelleftea"): "ordförande i Länssamverkansgruppen",
    }
    for kind, seats in (
        (MissionKind.ORDINARY, quota.ordinary_max),
        (MissionKind.SUBSTITUTE, quota.substitutes_max),
    ):
        for place in range(seats):
            first = kind is MissionKind.ORDINARY and place == 0
            person = _enter(
                story,
                now,
                title=f"ledamot i {_line(principal, political=True)}"
                if political
                else "verksamhetschef",
                elected=political,
                account=firsts.get((body.slug, principal.slug), "") if first else "",
            )
            appoint(
                body.pk,
                person_id=person.pk,
                principal_id=principal.pk,
                kind=kind,
                first=now.date(),
                is_main=first and seats > 1,
                line_function=_line(principal, political=political),
                appointed_by=_appoints(principal, political=political),
                appointed_on=now.date() - timedelta(days=20),
                paragraph=f"§ {100 + principal.position}",
                by=TOLD,
                now=now,
            )


def _line(principal: Principal, *, political: bool) -> str:
    region = principal.kind == PrincipalKind.REGION
    stem = "hälso- och sjukvårds" if region else "social"
    return f"{stem}nämnden" if political else f"{stem}förvaltningen"


def _appoints(principal: Principal, *, political: bool) -> str:
    if not political:
        return "Regiondirektören" if principal.kind == PrincipalKind.REGION else "Kommundirektören"
    region = principal.kind == PrincipalKind.REGION
    return "Regionfullmäktige" if region else "Kommunfullmäktige"


def _preparatory(story: Story, body: Body, now: datetime) -> None:
    person = _enter(story, now, title="utvecklingsledare")
    appoint(body.pk, person_id=person.pk, principal_id=None, first=now.date(), by=TOLD, now=now)
    # No source says how long a beredning has its chair: until further notice (Q09).
    elect(
        body.pk,
        Office.CHAIR,
        person_id=person.pk,
        first=now.date(),
        until=None,
        by=TOLD,
        now=now,
    )


def chairs_change(story: Story, slug: str, year: int, *, now: datetime) -> None:
    """Elect both chairs for a year: the municipalities chair in the story's last year."""
    body = story.bodies[slug]
    first = max(date(year, 1, 1), now.date())
    municipal = "skelleftea" if slug == LSG else "umea"
    missions = missions_on(body.pk, now.date()).filter(kind=MissionKind.ORDINARY, place=1)
    sides = {
        Side.MUNICIPALITIES: missions.get(principal__slug=municipal),
        Side.REGION: missions.get(principal__side=Side.REGION),
    }
    chairing = Side.MUNICIPALITIES if year == story.day(0).year else Side.REGION
    for office, side in ((Office.CHAIR, chairing), (Office.VICE_CHAIR, chairing.other)):
        elect(
            body.pk,
            office,
            person_id=sides[side].person_id,
            first=first,
            until=date(year + 1, 1, 1),
            by=TOLD,
            now=now,
        )
