"""What follows from answers in the story: rules of effect, a new text, one taken back."""

from datetime import datetime

from samverkan.cases.actions import Sheet
from samverkan.cases.choices import Scope, TargetGroup
from samverkan.demo import steps
from samverkan.demo.telling import LSG, Story
from samverkan.dispatches.actions import (
    NewText,
    choose_effect,
    confirm_answer,
    correct_text,
    points_to_rest_on,
    record_conclusion,
    text_of,
    withdraw_recommendation,
)
from samverkan.dispatches.choices import AnswerKind, EffectRule
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.rules import Terms
from samverkan.journal.actors import Actor
from samverkan.meetings.actions import (
    add_point,
    close_meeting,
    conclude_point,
    note_point,
    stamp_of,
)
from samverkan.meetings.choices import ItemKind, Outcome

APPROVED, REJECTED = AnswerKind.APPROVED, AnswerKind.REJECTED
MEETING, LATER = -225, -150
BACK = "Rekommendationen om gemensamma larmkoder återtas"


def _sheet(title: str, question: str) -> Sheet:
    return Sheet(
        title=title,
        question=question,
        summary=f"Huvudmännen föreslås besluta om frågan: {question}",
        background="Huvudmännen gör på olika sätt i dag, och det märks vid länets gränser.",
        value_inhabitants="Samma sak gäller var i länet man än bor.",
        value_operations="Ett arbetssätt i stället för sexton.",
        target_groups=(TargetGroup.ADULTS, TargetGroup.ELDERLY),
        scope=Scope.MUNICIPAL_HEALTH,
        responsible_management="Socialchefen i Lycksele kommun",
        experts="Nätverket för medicinskt ansvariga sjuksköterskor.",
    )


STANDBY = _sheet(
    "Gemensam beredskap för sjuksköterskor", "Ska huvudmännen dela beredskap nattetid?"
)
RECORDS = _sheet(
    "Läsning av varandras journaler", "Ska regionen och kommunen läsa varandras journaler?"
)
ALARMS = _sheet("Gemensamma larmkoder", "Ska huvudmännen använda samma koder för larm?")
MEDICINE = _sheet("Ansvar för läkemedelsförråd", "Ska huvudmännen dela ansvaret på samma sätt?")
CLAUSES = {
    STANDBY.title: ["att införa en gemensam beredskap för sjuksköterskor nattetid."],
    RECORDS.title: ["att införa sammanhållen journal mellan regionen och den egna kommunen."],
    ALARMS.title: ["att använda de gemensamma koderna för larm."],
    MEDICINE.title: ["att ansvara för de egna läkemedelsförråden, samt", "att följa upp det."],
}
ALL_OF_THEM = (STANDBY, RECORDS, ALARMS, MEDICINE)


def tell_of_effects(story: Story) -> None:
    """One rule of effect after the other, with answers that show what follows of each."""
    story.on(-270, steps.plans_meeting, LSG, MEETING)
    for number, sheet in enumerate(ALL_OF_THEM):
        story.on(-262 + number, steps.raises, LSG, "lycksele", sheet)
        story.on(-250, steps.prepares, sheet)
    story.on(-239, steps.sends_agenda, LSG, MEETING, list(ALL_OF_THEM))
    story.on(MEETING, meets_on_many, MEETING)
    story.on(-218, steps.approves, LSG, MEETING)
    story.on(-217, chooses, STANDBY, Terms(EffectRule.ALL))
    story.on(-217, chooses, RECORDS, Terms(EffectRule.PAIRWISE))
    for sheet in ALL_OF_THEM:
        story.on(-216, steps.dispatches, sheet, -100)
    everyone = [one.slug for one in story.principals]
    for number, slug in enumerate(everyone):
        kind = REJECTED if slug == "mala" else APPROVED
        if slug not in ("asele", "sorsele"):
            story.on(-190 + number, steps.decides, STANDBY, slug, kind)
        if slug in ("umea", "vindeln", "mala", "storuman", "region-vasterbotten"):
            story.on(-188 + number, steps.decides, RECORDS, slug, kind)
    for number, slug in enumerate(("umea", "skelleftea", "mala")):
        story.on(-185 + number, steps.decides, ALARMS, slug, APPROVED)
    story.on(-166, puts_back_on_the_agenda)
    story.on(LATER, is_talked_of)
    story.on(-130, is_withdrawn)
    for number, slug in enumerate(("umea", "vannas", "norsjo", "dorotea")):
        story.on(-183 + number, steps.decides, MEDICINE, slug, APPROVED)
    story.on(-165, gets_a_new_text)
    story.on(-155, stands_fast, MEDICINE, "umea")
    story.on(-141, steps.decides, MEDICINE, "dorotea", REJECTED)
    story.on(-30, is_concluded)


def meets_on_many(story: Story, days: int, *, now: datetime) -> None:
    """The body agrees on several recommendations at one meeting."""
    steps.attends(story, LSG, days, now=now)
    meeting = story.meetings[LSG, days]
    for sheet in ALL_OF_THEM:
        conclude_point(
            meeting.items.get(case__title=sheet.title, kind=ItemKind.DECISION).pk,
            Outcome.RECOMMENDED,
            text="Ärendet föredrogs. Organet enades.",
            clauses=CLAUSES[sheet.title],
            by=story.as_coordinator,
            now=now,
        )
    close_meeting(meeting.pk, by=story.as_coordinator, now=now)


def chooses(story: Story, sheet: Sheet, terms: Terms, *, now: datetime) -> None:
    """What is to follow from the answers is chosen before anyone gets the recommendation."""
    found = recommendation(story, sheet)
    ground = f"Länssamverkansgruppen, punkt {found.point}: så enades gruppen"
    choose_effect(
        found.collaboration_id, found.number, terms, ground=ground, by=story.as_coordinator, now=now
    )


def puts_back_on_the_agenda(story: Story, *, now: datetime) -> None:
    """The body is to talk of what it agreed on before."""
    meeting = story.meetings[LSG, LATER]
    by = story.as_coordinator
    add_point(meeting.pk, kind=ItemKind.DISCUSSION, heading=BACK, by=by, now=now)


def is_talked_of(story: Story, *, now: datetime) -> None:
    """The body takes its recommendation back."""
    item = story.meetings[LSG, LATER].items.get(heading=BACK)
    said = "Nationella koder kommer. Gruppen enades om att återta rekommendationen."
    note_point(item.pk, text=said, seen=stamp_of(item), by=story.as_coordinator, now=now)


def is_withdrawn(story: Story, *, now: datetime) -> None:
    """After three have answered; everyone gets a letter."""
    found = recommendation(story, ALARMS)
    point = next(one for one in points_to_rest_on(found) if one.heading == BACK)
    withdraw_recommendation(
        found.collaboration_id,
        found.number,
        reason="Nationella koder för larm införs, och de ska gälla även i länet.",
        item_id=point.pk,
        by=story.as_coordinator,
        now=now,
    )


def gets_a_new_text(story: Story, *, now: datetime) -> None:
    """A clause was unclear; four have decided on the first text, and then spelling is put right."""
    found = recommendation(story, MEDICINE)
    now_text = text_of(found)
    clauses = (
        "att ansvara för de egna läkemedelsförråden och för dem i ordinärt boende, samt",
        "att följa upp det varje år.",
    )
    correct_text(
        found.collaboration_id,
        found.number,
        NewText(now_text.title, now_text.summary, now_text.lead, clauses),
        reason="Det var oklart om förråd i ordinärt boende ingick.",
        source="Svar per mejl från alla i Länssamverkansgruppen",
        by=story.as_coordinator,
        now=now,
    )


def stands_fast(story: Story, sheet: Sheet, principal: str, *, now: datetime) -> None:
    """A registrar confirms by the link that the decision stands."""
    sent = _sent(story, sheet, principal)
    by = Actor("Registrator via personlig länk", sent.principal.name)
    comment = "Socialnämndens ordförande har sett den nya texten."
    confirm_answer(sent.pk, seen_version=sent.version, comment=comment, by=by, now=now)


def is_concluded(story: Story, *, now: datetime) -> None:
    """Nothing is concluded by itself: the coordinator notes it, with its ground."""
    found = Recommendation.objects.get(
        collaboration=story.collaboration, title__startswith="Årlig uppföljning"
    )
    record_conclusion(
        found.collaboration_id,
        found.number,
        "Uppföljningen börjar hos dem som har antagit. De andra kan ansluta senare.",
        ground="Mer än hälften har antagit, och uppföljningen går att göra utan alla.",
        source="Länssamverkansgruppens återrapportering",
        by=story.as_coordinator,
        now=now,
    )


def recommendation(story: Story, sheet: Sheet) -> Recommendation:
    """Return what the body recommended in a case of the story."""
    number = story.numbers[sheet.title]
    return Recommendation.objects.get(case__number=number, collaboration=story.collaboration)


def _sent(story: Story, sheet: Sheet, principal: str) -> Dispatch:
    found = recommendation(story, sheet).dispatches.select_related("principal")
    return found.get(principal__slug=principal)
