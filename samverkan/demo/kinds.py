"""The kinds of cases, the risks behind them, who is involved at home, and bilateral contacts."""

from datetime import datetime

from samverkan.bodies.queries import missions_on
from samverkan.cases.actions import (
    ContactSheet,
    Sheet,
    appoint_to_bilateral,
    call_bilateral_meeting,
    case_from_bilateral,
    change_bilateral,
    close_risk,
    compare_case,
    identify_risk,
    note_bilateral,
    note_bilateral_held,
    note_involvement,
    prepare_case,
    raise_case,
    rest_on_risks,
    set_area_status,
)
from samverkan.cases.choices import AreaStatus, CaseKind, Elsewhere, Scope, TargetGroup
from samverkan.cases.models import Risk
from samverkan.demo.cases import DISCHARGE
from samverkan.demo.support import ASSOCIATION
from samverkan.demo.telling import LSG, SAMRAD, Story
from samverkan.journal.actors import Actor
from samverkan.people.models import Person
from samverkan.principals.choices import Side
from samverkan.principals.models import OutsideActor

CHILDREN, SAFETY = "beredning-barn-och-unga", "samverkansrad-patientsakerhet"
ABSENCE = Sheet(
    kind=CaseKind.FOCUS_AREA,
    title="Tidigt stöd vid skolfrånvaro",
    summary="Barn som är borta från skolan föreslås få hjälp tidigare, på samma sätt i hela länet.",
    question="Ska tidigt stöd vid skolfrånvaro vara ett gemensamt insatsområde?",
    background="Hälsocentral, socialtjänst och skola möter samma barn, var för sig och sent.",
    value_inhabitants="Barnet och familjen får en plan och en person att vända sig till.",
    value_operations="Mindre dubbelarbete mellan elevhälsa, socialtjänst och hälsocentral.",
    target_groups=(TargetGroup.CHILDREN,),
    scope=Scope.SOCIAL_SERVICES,
    touched="Elevhälsan i kommunerna.",
    responsible_management="Verksamhetscheferna för individ- och familjeomsorg",
    experts="Skolkuratorer i fyra kommuner och två barnläkarmottagningar.",
    relation_to_values="Framtidsbilden vill att stöd ges tidigt och nära.",
    child_consideration="Barn i två kommuner har berättat vad som hade hjälpt dem.",
    minority_consideration="Samiska barn i förvaltningskommunerna ska kunna få stöd på samiska.",
    concerns_schools=True,
    in_association=Elsewhere.YES,
    in_state_initiative=Elsewhere.YES,
)
DIGITAL = Sheet(
    kind=CaseKind.DEVELOPMENT_AREA,
    title="Välfärdsteknik för äldre som bor hemma",
    summary="Kommunerna och regionen föreslås utveckla tekniken i hemmet tillsammans.",
    question="Ska länet utveckla välfärdsteknik i hemmet gemensamt?",
    background="Varje kommun provar i dag sina egna lösningar.",
    value_inhabitants="Trygghet hemma, på samma villkor i hela länet.",
    value_operations="Delade prov och gemensamma upphandlingar.",
    target_groups=(TargetGroup.ELDERLY, TargetGroup.ADULTS),
    scope=Scope.ELDERLY_CARE,
    responsible_management="Äldreomsorgscheferna",
    experts="Digitaliseringsstrateger i fem kommuner.",
    relation_to_values="Framtidsbilden lyfter hemmet som första plats för vård och omsorg.",
    in_association=Elsewhere.NO,
    in_state_initiative=Elsewhere.NO,
)
MEDICINES = Sheet(
    kind=CaseKind.RISK,
    title="Läkemedelslistor som stämmer i hela vårdkedjan",
    summary="Alla föreslås använda samma läkemedelslista när någon flyttar mellan vårdgivare.",
    question="Ska läkemedelslistan stämmas av på samma sätt vid varje övergång?",
    background="Rådet har sett samma brist i alla delar av länet.",
    value_inhabitants="Rätt läkemedel, också första dagen hemma.",
    value_operations="Färre samtal för att reda ut vad som gäller.",
    target_groups=(TargetGroup.ADULTS, TargetGroup.ELDERLY),
    scope=Scope.MUNICIPAL_HEALTH,
    responsible_management="Chefläkaren och de medicinskt ansvariga sjuksköterskorna",
    experts="Apotekare och medicinskt ansvariga sjuksköterskor.",
    relation_to_values="Säker vård nära hemmet.",
)
SEATS = Sheet(
    kind=CaseKind.REVISION,
    title="Hur ofta uppdragen ses över",
    question="Ska överenskommelsen ändras så att uppdragen ses över vart tredje år?",
)
LATE_CALLS = Sheet(
    kind=CaseKind.DEVIATION,
    title="Kallelser som kommer efter utskrivningen",
    question="Hur kan kallelser till planering komma fram före utskrivningen?",
    background="Händer ungefär tio gånger i månaden, mest vid helger.",
)
WHO_PAYS = Sheet(
    kind=CaseKind.DISPUTE,
    title="Vem som betalar för andningshjälpmedel i skolan",
    question="Hur ska kostnaden delas när hjälpmedlet används både hemma och i skolan?",
    dispute_parties="Vännäs kommun och Region Västerbotten",
    dispute_tried="Två möten mellan enhetscheferna och ett mellan verksamhetscheferna.",
)
CARE_HOME = "Läkare på särskilda boenden i Vindeln"
AMBULANCE = "Ambulansens väntetider på sjukstugan"


def tell_of_kinds(story: Story) -> None:
    """Put every kind of case, and what belongs to it, on days of the story's year."""
    story.on(-300, those_at_home_are_involved)
    story.on(-160, risks_are_identified)
    story.on(-159, a_proposal_rests_on_risks)
    story.on(-156, areas_are_proposed)
    story.on(-124, the_focus_area_is_gone_through)
    story.on(-123, areas_are_prioritised)
    story.on(-92, a_contact_leads_to_meetings)
    story.on(-58, a_contact_touches_more)
    story.on(-34, the_other_kinds_are_raised)
    story.on(-25, a_risk_is_closed)


def those_at_home_are_involved(story: Story, *, now: datetime) -> None:
    """Most principals tell whom they have involved before LSG meets."""
    for principal in story.principals[:11]:
        note_involvement(
            story.collaboration.pk,
            story.numbers[DISCHARGE.title],
            principal_id=principal.pk,
            who="Enhetschefer i hemtjänst och hemsjukvård, och biståndshandläggare.",
            on=now.date(),
            by=story.as_coordinator,
            now=now,
        )


def risks_are_identified(story: Story, *, now: datetime) -> None:
    """The council for patient safety enters what it has seen in the whole county."""
    for title in ("Läkemedelslistan stämmer inte vid flytt", "Fall den första veckan hemma"):
        identify_risk(
            story.bodies[SAFETY].pk,
            title=title,
            description="Sett i minst tio kommuner och på båda sjukhusen. Inga enskilda fall.",
            on=now.date(),
            by=_first(story, SAFETY, now)[1],
            now=now,
        )


def a_proposal_rests_on_risks(story: Story, *, now: datetime) -> None:
    """The council proposes, first on one risk and then on two."""
    first, second = Risk.objects.filter(collaboration=story.collaboration).order_by("-title")
    _raises(story, SAFETY, MEDICINES, now, risks=[first.pk])
    number = story.numbers[MEDICINES.title]
    here = story.collaboration.pk
    rest_on_risks(here, number, [first.pk, second.pk], by=story.as_coordinator, now=now)
    _prepares(story, MEDICINES, now)


def areas_are_proposed(story: Story, *, now: datetime) -> None:
    """The beredning proposes a focus area, LSG a development area."""
    for slug, sheet in ((CHILDREN, ABSENCE), (LSG, DIGITAL)):
        _raises(story, slug, sheet, now)
        _prepares(story, sheet, now)


def the_focus_area_is_gone_through(story: Story, *, now: datetime) -> None:
    """The beredning compares with the association, and two school channels are told."""
    number, here = story.numbers[ABSENCE.title], story.collaboration.pk
    association = OutsideActor.objects.get(collaboration=here, name=ASSOCIATION)
    compare_case(
        here,
        number,
        actor_id=association.pk,
        note="Förbundet arbetar med unga över 16 år. Beredningen tar de yngre.",
        overlaps=False,
        on=now.date(),
        by=story.as_coordinator,
        now=now,
    )
    for principal in story.principals[:3]:
        note_involvement(
            here,
            number,
            principal_id=principal.pk,
            who="Elevhälsan och socialtjänstens barngrupp.",
            on=now.date(),
            school_channel=True,
            by=story.as_coordinator,
            now=now,
        )


def areas_are_prioritised(story: Story, *, now: datetime) -> None:
    """One area is under way; one waits for its year, which has come."""
    for sheet, status in ((ABSENCE, AreaStatus.PRIORITISED), (DIGITAL, AreaStatus.UNDER_WAY)):
        set_area_status(
            story.collaboration.pk,
            story.numbers[sheet.title],
            status,
            year=now.year,
            by=story.as_coordinator,
            now=now,
        )


def the_other_kinds_are_raised(story: Story, *, now: datetime) -> None:
    """A revision in Samråd; a pattern of deviations and a dispute in LSG."""
    for slug, sheet in ((SAMRAD, SEATS), (LSG, LATE_CALLS), (LSG, WHO_PAYS)):
        _raises(story, slug, sheet, now)


def a_risk_is_closed(story: Story, *, now: datetime) -> None:
    """One of the risks is no longer one."""
    risk = Risk.objects.get(collaboration=story.collaboration, title__startswith="Fall")
    because = "Alla kommuner gör nu ett hembesök inom tre dagar."
    close_risk(risk.pk, because=because, by=story.as_coordinator, now=now)


def a_contact_leads_to_meetings(story: Story, *, now: datetime) -> None:
    """A small municipality uses the way in that is open to all; each side calls once."""
    home = story.home_of("vindeln")
    sheet = ContactSheet(subject=CARE_HOME, about="Hur ofta läkaren kommer.", is_public=True)
    by = story.as_coordinator
    contact = note_bilateral(story.collaboration.pk, home.pk, sheet, by=by, now=now)
    first = call_bilateral_meeting(
        contact.pk, called_by=Side.MUNICIPALITIES, on=now.date(), by=by, now=now
    )
    for side, people in (
        (Side.MUNICIPALITIES, "Socialnämndens ordförande"),
        (Side.REGION, "Hälso- och sjukvårdsnämndens vice ordförande"),
    ):
        appoint_to_bilateral(first.pk, side, people, by=by, now=now)
    note_bilateral_held(first.pk, was_held=True, on=now.date(), by=by, now=now)
    call_bilateral_meeting(contact.pk, called_by=Side.REGION, on=story.day(20), by=by, now=now)


def a_contact_touches_more(story: Story, *, now: datetime) -> None:
    """One contact turns out to touch several, and becomes a case; another waits for that."""
    by, here = story.as_coordinator, story.collaboration.pk
    sheet = ContactSheet(subject="Jourläkare i inlandet", about="Nås inte efter klockan 22.")
    contact = note_bilateral(here, story.home_of("sorsele").pk, sheet, by=by, now=now)
    told = ContactSheet(
        subject=sheet.subject,
        about=sheet.about,
        touches_more=True,
        coordinator_informed_on=now.date(),
    )
    change_bilateral(contact.pk, told, by=by, now=now)
    member, _ = _first(story, LSG, now)
    case_from_bilateral(contact.pk, story.bodies[LSG].pk, raised_by=member.pk, by=by, now=now)
    waits = ContactSheet(subject=AMBULANCE, touches_more=True)
    note_bilateral(here, story.home_of("storuman").pk, waits, by=by, now=now)


def _first(story: Story, slug: str, now: datetime) -> tuple[Person, Actor]:
    mission = missions_on(story.bodies[slug].pk, now.date()).select_related("person").first()
    if mission is None:
        raise LookupError(slug)
    behalf = mission.principal.name if mission.principal else ""
    return mission.person, Actor(mission.person.name, behalf, mission.person_id)


def _raises(
    story: Story, slug: str, sheet: Sheet, now: datetime, *, risks: list[int] | None = None
) -> None:
    person, by = _first(story, slug, now)
    case = raise_case(
        story.bodies[slug].pk, sheet, raised_by=person.pk, risks=risks or [], by=by, now=now
    )
    story.numbers[sheet.title] = case.number


def _prepares(story: Story, sheet: Sheet, now: datetime) -> None:
    prepare_case(
        story.collaboration.pk,
        story.numbers[sheet.title],
        handler=story.coordinator.pk,
        by=story.as_coordinator,
        now=now,
    )
