"""One invented year on the real structure, told through the real actions with past days.

It cannot hold what the rules forbid. Everybody in it is invented and marked so.
"""

from dataclasses import replace
from datetime import date

from samverkan.cases.actions import Sheet
from samverkan.demo import cases, digests, groups, papers, seating, seminar, steps, support
from samverkan.demo.seats import chairs_change, people_take_their_seats
from samverkan.demo.telling import ACCOUNTS, LSG, SAMRAD, Story
from samverkan.dispatches.choices import AnswerKind
from samverkan.journal.models import Collaboration

APPROVED, REJECTED = AnswerKind.APPROVED, AnswerKind.REJECTED


def tell_story(collaboration: Collaboration, *, today: date, password: str) -> None:
    """Fill a collaboration with one invented year that ends today."""
    story = Story(collaboration, today, password)
    story.on(-360, people_take_their_seats)
    _chairs_are_elected(story)
    _what_governs(story)  # first: what a meeting decides comes before it is closed
    seminar.the_seminar_is_told(story)
    _all_have_answered(story)
    _under_way(story)
    _politicians_recommend(story)
    _not_yet_dispatched(story)
    _coming_up(story)
    _who_sits_where(story)
    _a_group_comes_and_goes(story)
    story.tell()
    Collaboration.objects.filter(pk=collaboration.pk).update(
        is_demo=True, contact_name="Koordinatorerna", contact_email=ACCOUNTS["koordinator"]
    )


def _chairs_are_elected(story: Story) -> None:
    """For the year in which the story begins, and by its end for the next, after a reminder."""
    begins = story.day(-359).year
    reminded = (date(begins, 12, 10) - story.today).days
    elected = max(reminded + 4, -358)
    if reminded < -355:  # the story begins after it: next year's autumn has the reminder
        reminded = (date(story.today.year, 10, 5) - story.today).days
    for body in (SAMRAD, LSG):
        story.on(-359, chairs_change, body, begins)
        if begins != story.today.year:
            story.on(elected, chairs_change, body, story.today.year)
    story.on(reminded, seating.it_is_time_to_elect, SAMRAD)
    story.on(max(-22, elected + 1), seating.the_chairs_stay, LSG)


def _all_have_answered(story: Story) -> None:
    sheet = cases.DISCHARGE
    draft = replace(sheet, background="", experts="")
    story.on(-330, steps.raises, LSG, "skelleftea", draft)
    story.on(-322, steps.documents, sheet)
    story.on(-320, steps.plans_meeting, LSG, -290)
    story.on(-315, steps.prepares, sheet)
    story.on(-304, steps.sends_agenda, LSG, -290, [sheet])
    annex = "Bilaga 1. Rutin för utskrivning"
    story.on(-290, steps.meets, LSG, -290, sheet, cases.DISCHARGE_CLAUSES, annex)
    story.on(-283, steps.approves, LSG, -290)
    story.on(-282, steps.dispatches, sheet, -170)
    for number, principal in enumerate(story.principals):
        kind = REJECTED if principal.slug == "mala" else APPROVED
        _answers(story, sheet, principal.slug, -255 + number * 5, kind)


def _under_way(story: Story) -> None:
    """An early yes, a late yes, a no, received but undecided, planned, and silent ones."""
    sheet = cases.DEVICES
    story.on(-190, steps.raises, LSG, "region-vasterbotten", sheet)
    story.on(-185, steps.plans_meeting, LSG, -150)
    story.on(-180, steps.prepares, sheet)
    story.on(-164, steps.sends_agenda, LSG, -150, [sheet])
    story.on(-150, steps.meets, LSG, -150, sheet, cases.DEVICES_CLAUSES, "Uppföljningsmall")
    story.on(-143, steps.approves, LSG, -150)
    story.on(-142, steps.dispatches, sheet, -20)
    early = ["umea", "norsjo", "skelleftea", "region-vasterbotten", "vindeln", "lycksele"]
    for number, principal in enumerate(early):
        _answers(story, sheet, principal, -115 + number * 8, APPROVED)
    _answers(story, sheet, "dorotea", -48, REJECTED)
    _answers(story, sheet, "robertsfors", -6, APPROVED)
    for principal in ("vannas", "asele"):
        story.on(-120, steps.receives, sheet, principal)
    for principal, days in (("storuman", 16), ("nordmaling", 24)):
        story.on(-118, steps.receives, sheet, principal)
        story.on(-60, steps.plans_decision, sheet, principal, days)
    story.on(-100, steps.watches, sheet, "Hör med Dorotea om nämndens dag", -70)
    story.on(-69, steps.looks_after, sheet, "Nämnden möts den månaden.")
    story.on(-9, steps.reminds, sheet)
    story.on(-9, steps.watches, sheet, "Ring dem som inte har svarat", 3)


def _politicians_recommend(story: Story) -> None:
    sheet = cases.VISION
    story.on(-110, steps.raises, SAMRAD, "lycksele", sheet)
    story.on(-100, steps.plans_meeting, SAMRAD, -62)
    story.on(-95, steps.prepares, sheet)
    story.on(-76, steps.sends_agenda, SAMRAD, -62, [sheet])
    story.on(-62, steps.meets, SAMRAD, -62, sheet, cases.VISION_CLAUSES)
    story.on(-55, steps.approves, SAMRAD, -62)
    story.on(-54, steps.dispatches, sheet, 45)
    for number, principal in enumerate(["umea", "skelleftea", "vannas"]):
        _answers(story, sheet, principal, -30 + number * 6, APPROVED)
    for principal in ("bjurholm", "mala", "vindeln"):
        story.on(-44, steps.receives, sheet, principal)
    for principal, days in (("lycksele", 12), ("norsjo", 19), ("region-vasterbotten", 25)):
        story.on(-42, steps.receives, sheet, principal)
        story.on(-20, steps.plans_decision, sheet, principal, days)
    moved = "Nämndens möte flyttades."
    story.on(-15, steps.plans_decision, sheet, "norsjo", 26, reason=moved)
    story.on(-14, steps.renews_link, sheet, "dorotea")
    story.on(-13, steps.revokes_link, sheet, "umea")


def _not_yet_dispatched(story: Story) -> None:
    sheet = cases.PLANS
    story.on(-70, steps.raises, LSG, "vannas", sheet)
    story.on(-65, steps.plans_meeting, LSG, -18)
    reason = "Frågan gäller kontaktuppgifter och kräver inga sakkunniga."
    story.on(-50, steps.prepares, sheet, reason=reason)
    story.on(-32, steps.sends_agenda, LSG, -18, [sheet])
    story.on(-18, steps.meets, LSG, -18, sheet, cases.PLANS_CLAUSES)
    story.on(-18, digests.digests_are_sent, LSG, -18, "skelleftea")
    story.on(-15, digests.digests_are_read, LSG, -18)
    story.on(-8, steps.approves, LSG, -18)


def _coming_up(story: Story) -> None:
    sheet = cases.NIGHT
    story.on(-28, steps.raises, LSG, "storuman", sheet)
    story.on(-16, steps.plans_meeting, LSG, 23)
    story.on(-12, steps.prepares, sheet)
    story.on(-11, steps.adds_point, 23, "Nationell information om nära vård")
    story.on(-16, steps.plans_meeting, SAMRAD, 30)
    story.on(-10, steps.cancels, SAMRAD, 30, reason="Mötet flyttas en vecka framåt.")
    story.on(-10, steps.plans_meeting, SAMRAD, 37)
    story.on(-7, steps.sends_agenda, LSG, 23, [sheet])
    story.on(-6, steps.adjoins, LSG, 23)
    story.on(-5, steps.raises, LSG, "mala", cases.TRANSPORT)


def _who_sits_where(story: Story) -> None:
    story.on(-340, support.outside_actors_are_noted)
    story.on(-200, support.one_changes_and_one_ends)
    story.on(-131, support.work_is_compared)
    story.on(-125, seating.another_takes_over, SAMRAD, "vannas", -120)
    story.on(-119, seating.one_sits_for_two, LSG, "norsjo", "mala")
    story.on(-101, seating.a_decision_is_put_right, SAMRAD, "bjurholm")
    story.on(-96, support.the_cost_is_reckoned)
    story.on(-90, support.another_works_more)
    story.on(-80, seating.the_chair_changes, papers.CHILDREN)
    story.on(-40, seating.a_member_leaves, LSG, "dorotea")
    story.on(-31, seating.a_member_will_leave, SAMRAD, "asele", 39)
    story.on(-30, support.one_coordinator_leaves)
    story.on(-6, seating.another_takes_over, LSG, "nordmaling", 20)


def _what_governs(story: Story) -> None:
    children, lsg = "Uppdrag för Beredning barn och unga", "Uppdrag för Länssamverkansgruppen"
    story.on(-335, papers.the_seminar_forms_the_values)
    story.on(-270, papers.support_gets_its_assignment)
    story.on(-168, papers.writes_assignment, papers.CHILDREN)
    story.on(-166, papers.is_put_on_the_agenda, LSG, -150, children)
    story.on(-150, papers.is_decided, LSG, -150, children, "beredningarnas och rådens uppdrag")
    story.on(-142, papers.is_adopted, papers.CHILDREN, LSG, -150, children)
    story.on(-98, papers.writes_assignment, LSG)
    story.on(-97, papers.is_put_on_the_agenda, SAMRAD, -62, lsg)
    matter = "Länssamverkansgruppens uppdragsbeskrivning"
    story.on(-62, papers.is_decided, SAMRAD, -62, lsg, matter)
    story.on(-54, papers.is_adopted, LSG, SAMRAD, -62, lsg)
    story.on(-45, papers.staffing_is_reviewed, papers.CHILDREN)
    story.on(-24, papers.a_draft_is_begun)
    story.on(-12, papers.the_seminar_forms_the_values, f"{papers.VALUES} Vi lär av varandra.")


def _a_group_comes_and_goes(story: Story) -> None:
    story.on(-210, groups.a_roster_is_read_in)
    story.on(-208, groups.a_group_is_set_up)
    story.on(-207, papers.a_group_begins_by_a_proposed_order, groups.GROUP)
    story.on(-205, groups.the_group_begins)
    story.on(-26, groups.the_group_is_wound_up)


def _answers(story: Story, sheet: Sheet, principal: str, days: int, kind: AnswerKind) -> None:
    story.on(days - 12, steps.receives, sheet, principal)
    story.on(days, steps.decides, sheet, principal, kind)
