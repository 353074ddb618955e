"""One invented year on the real structure, told through the real actions with past days.

It cannot hold what the rules forbid. Everybody in it is invented and marked so.
"""

from dataclasses import replace
from datetime import date

from samverkan.cases.actions import Sheet
from samverkan.demo import (
    addressees,
    agendas,
    approvals,
    at_home,
    calendar,
    cases,
    digests,
    effects,
    executions,
    exits,
    forms,
    groups,
    kinds,
    lifts,
    line_calendars,
    papers,
    paths,
    presence,
    receptions,
    reminding,
    seating,
    seminar,
    steps,
    support,
    watching,
)
from samverkan.demo.seats import chairs_change, people_take_their_seats
from samverkan.demo.telling import ACCOUNTS, LSG, SAMRAD, Story
from samverkan.dispatches.choices import AnswerKind, EffectRule
from samverkan.dispatches.rules import Terms
from samverkan.journal.models import Collaboration

APPROVED, REJECTED = AnswerKind.APPROVED, AnswerKind.REJECTED

MONDAY, SATURDAY = 0, 5


def tell_story(collaboration: Collaboration, *, today: date, password: str) -> None:
    """Fill a collaboration with one invented year that ends today."""
    story = Story(collaboration, today, password)
    story.on(-360, people_take_their_seats)
    _chairs_are_elected(story)
    _how_cases_go(story)
    _what_governs(story)  # first: what a meeting decides comes before it is closed
    seminar.the_seminar_is_told(story)
    effects.tell_of_effects(story)  # before the meeting where one is taken back is closed
    _all_have_answered(story)
    _under_way(story)
    _politicians_recommend(story)
    _a_lift_under_way(story)  # before the meeting where it is prepared is closed
    _not_yet_dispatched(story)
    _coming_up(story)
    _waits_for_approval(story)
    _who_sits_where(story)
    _a_group_comes_and_goes(story)
    kinds.tell_of_kinds(story)
    _some_come_and_one_cannot(story)
    _the_year_turns(story)
    _the_line_meets(story)
    _papers_of_their_own(story)
    _some_follow_the_board(story)
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
    story.on(-283, effects.chooses, sheet, Terms(EffectRule.ADOPTERS))
    story.on(-282, steps.dispatches, sheet, -170)
    story.on(-282, receptions.letters_arrive, sheet)
    for number, principal in enumerate(story.principals):
        kind = REJECTED if principal.slug == "mala" else APPROVED
        _answers(story, sheet, principal.slug, -255 + number * 5, kind)
    story.on(-20, steps.finishes, sheet)
    executions.bifall_are_carried_out(story, sheet)


def _under_way(story: Story) -> None:
    """An early yes, a late yes, a no, received but undecided, planned, and silent ones."""
    sheet = cases.DEVICES
    story.on(-190, steps.raises, LSG, "region-vasterbotten", sheet)
    story.on(-185, steps.plans_meeting, LSG, -150)
    story.on(-180, steps.prepares, sheet)
    story.on(-164, steps.sends_agenda, LSG, -150, [sheet])
    story.on(-150, steps.meets, LSG, -150, sheet, cases.DEVICES_CLAUSES, "Uppföljningsmall")
    story.on(-149, approvals.sends_draft, LSG, -150)
    story.on(-137, approvals.reminds, LSG, -150)
    story.on(-136, approvals.the_other_approves, LSG, -150)
    story.on(-136, steps.approves, LSG, -150)
    story.on(-136, addressees.the_level_is_said, sheet)
    story.on(-135, addressees.goes_to_all_but, sheet, -20, "vilhelmina")
    story.on(-135, receptions.letters_arrive, sheet)
    story.on(-119, receptions.numbers_come_in_a_file, sheet, ("bjurholm", "sorsele"))
    story.on(-110, addressees.joins_later, sheet, "vilhelmina")
    unused = "Kommunen har inga sådana hjälpmedel att följa upp."
    story.on(-101, addressees.is_not_concerned, sheet, "bjurholm", unused)
    story.on(-99, addressees.is_not_concerned, sheet, "sorsele", unused)
    story.on(-92, addressees.is_concerned_after_all, sheet, "sorsele", "Det fanns ändå några.")
    early = ["umea", "norsjo", "skelleftea", "region-vasterbotten", "vindeln", "lycksele"]
    for number, principal in enumerate(early):
        told = paths.TOLD_OTHERWISE.get(principal, {})
        _answers(story, sheet, principal, -115 + number * 8, APPROVED, **told)
    paths.some_pass_several_bodies(story)
    _answers(story, sheet, "dorotea", -48, REJECTED)
    story.on(-18, steps.receives, sheet, "robertsfors")
    story.on(-6, executions.an_extract_is_read, sheet, "robertsfors", APPROVED)
    for principal in ("vannas", "asele"):
        story.on(-120, steps.receives, sheet, principal)
    for principal, days in (("storuman", 16), ("nordmaling", 24)):
        story.on(-118, steps.receives, sheet, principal)
        story.on(-60, steps.plans_decision, sheet, principal, days)
    story.on(-90, at_home.the_representative_wants_the_weekly_letter)
    monday = next(days for days in range(-28, -21) if story.day(days).weekday() == MONDAY)
    story.on(monday, at_home.the_weekly_letters_go)
    story.on(-100, steps.watches, sheet, "Hör med Dorotea om nämndens dag", -70)
    story.on(-69, steps.looks_after, sheet, "Nämnden möts den månaden.")
    why = "Registratorn är åter om ett par dagar."
    story.on(-19, reminding.one_is_let_be, sheet, "sorsele", -5, why)
    weekday = next(days for days in (-17, -16, -15) if story.day(days).weekday() < SATURDAY)
    story.on(weekday, reminding.the_reminders_of_the_day_go)
    story.on(-11, reminding.one_is_reminded_as_usual, sheet, "sorsele")
    story.on(-10, reminding.more_time_is_asked_for, sheet, "asele", 20, "Nämnden möts först då.")
    story.on(-9, steps.reminds, sheet)
    story.on(-9, steps.watches, sheet, "Ring dem som inte har svarat", 3)


def _politicians_recommend(story: Story) -> None:
    sheet = cases.VISION
    story.on(-118, steps.raises, SAMRAD, "lycksele", sheet)
    story.on(-117, lifts.is_laid_before_the_preparing_body, sheet)
    story.on(-116, steps.plans_meeting, LSG, -92)
    story.on(-110, steps.prepares, sheet)
    story.on(-106, steps.sends_agenda, LSG, -92, [sheet])
    story.on(-100, steps.plans_meeting, SAMRAD, -62)
    story.on(-92, lifts.prepares_for_the_next_body, LSG, -92, sheet)
    story.on(-86, steps.approves, LSG, -92)
    _goes_up_through_the_line(story)
    story.on(-76, steps.sends_agenda, SAMRAD, -62, [sheet])
    story.on(-62, steps.meets, SAMRAD, -62, sheet, cases.VISION_CLAUSES)
    approvals.two_adjusters_approve(story, -62)
    story.on(-55, steps.approves, SAMRAD, -62)
    story.on(-56, addressees.federations_are_there)
    reason = "Samråd vill ha svaren före sitt möte. Sorsele svarar när nämnden har mötts."
    story.on(-54, addressees.goes_through_federations, sheet, 45, reason=reason)
    story.on(-54, receptions.letters_arrive, sheet)
    story.on(-48, addressees.asks_the_federation_again, sheet, addressees.COAST)
    story.on(-46, addressees.the_federation_recommends_on, sheet, addressees.INLAND)
    story.on(-45, addressees.the_federation_declines, sheet, addressees.COAST)
    story.on(-43, addressees.it_goes_past_the_federation, sheet, addressees.COAST)
    story.on(-42, receptions.fetches, sheet, "mala")
    story.on(-42, receptions.fetches, sheet, "storuman")
    story.on(-41, receptions.gives_number, sheet, "storuman")
    story.on(-40, receptions.opens_it_again, sheet, "umea")
    story.on(-41, receptions.gets_another_link, "vilhelmina")
    story.on(-40, receptions.loses_its_link, "robertsfors")
    for number, principal in enumerate(["umea", "skelleftea", "vannas"]):
        _answers(story, sheet, principal, -30 + number * 6, APPROVED)
    for principal in ("bjurholm", "mala", "vindeln"):
        story.on(-44, steps.receives, sheet, principal)
    executions.the_manager_has_more_to_do(story, sheet)
    for principal, days in (("lycksele", 12), ("norsjo", 19), ("region-vasterbotten", 25)):
        story.on(-42, steps.receives, sheet, principal)
        story.on(-20, steps.plans_decision, sheet, principal, days)
    moved = "Nämndens möte flyttades."
    story.on(-15, steps.plans_decision, sheet, "norsjo", 26, reason=moved)
    story.on(-14, steps.renews_link, sheet, "dorotea")
    story.on(-13, steps.revokes_link, sheet, "umea")


def _goes_up_through_the_line(story: Story) -> None:
    """Answers from most, one through the coordinator, one silent, one objecting; then completed."""
    sheet = cases.VISION
    story.on(-91, lifts.the_test_is_answered, SAMRAD, sheet, tried=False)
    story.on(-91, lifts.a_lift_begins, sheet, SAMRAD, only=("lycksele", "umea"))
    story.on(-90, lifts.the_lift_is_taken_back, sheet)
    story.on(-90, lifts.the_test_is_answered, SAMRAD, sheet)
    story.on(-90, lifts.a_lift_begins, sheet, SAMRAD)
    for number, principal in enumerate(story.principals):
        if principal.slug not in ("dorotea", "mala", "sorsele"):
            story.on(-89 + number // 3, lifts.the_line_agrees, sheet, principal.slug)
    story.on(-84, lifts.the_line_objects, sheet, "mala")
    story.on(-83, lifts.the_coordinator_types_in, sheet, "dorotea")
    story.on(-89, lifts.another_address_is_tried, sheet, "sorsele")
    story.on(-79, lifts.the_silent_are_reminded, sheet)
    story.on(-78, lifts.the_lift_is_completed, sheet)


def _a_lift_under_way(story: Story) -> None:
    """Prepared by LSG, on its way to Samråd; some have answered, and one has views."""
    sheet = cases.WELLBEING
    story.on(-48, steps.raises, LSG, "umea", sheet)
    story.on(-40, steps.prepares, sheet)
    story.on(-32, lifts.is_put_on_the_agenda, LSG, -18, sheet)
    story.on(-18, lifts.is_concluded_as_prepared, LSG, -18, sheet)
    story.on(-17, lifts.the_test_is_answered, SAMRAD, sheet, political=False)
    story.on(-16, lifts.a_lift_begins, sheet, SAMRAD)
    for number, principal in enumerate(["umea", "skelleftea", "vindeln", "region-vasterbotten"]):
        story.on(-14 + number, lifts.the_line_agrees, sheet, principal)
    story.on(-12, lifts.the_line_has_views, sheet, "storuman")
    story.on(-11, lifts.the_line_has_not_decided, sheet, "bjurholm")
    story.on(-6, lifts.the_silent_are_reminded, sheet)


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
    moved = "Ordföranden har förhinder. Mötet hålls en vecka senare."
    story.on(-10, calendar.is_moved, SAMRAD, 30, 37, reason=moved)
    story.on(-60, steps.plans_meeting, papers.CHILDREN, 16)
    story.on(-11, steps.cancels, papers.CHILDREN, 16, reason="Inga ärenden är beredda.")
    story.on(-9, agendas.what_waits_is_taken_up, LSG, 23, [sheet])
    story.on(-8, agendas.the_points_are_ordered, LSG, 23)
    story.on(-7, steps.sends_agenda, LSG, 23, [])
    story.on(-6, steps.adjoins, LSG, 23)
    story.on(-4, agendas.the_summons_is_supplemented, LSG, 23)
    story.on(-5, steps.raises, LSG, "mala", cases.TRANSPORT)


def _waits_for_approval(story: Story) -> None:
    story.on(-4, approvals.a_preparatory_body_meets)


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


def _how_cases_go(story: Story) -> None:
    story.on(-175, exits.the_routine_is_drafted)
    story.on(-166, papers.is_put_on_the_agenda, LSG, -150, exits.HEADING)
    story.on(-150, exits.the_routine_is_decided, -150)
    story.on(-142, exits.the_routine_is_adopted, -150)
    exits.small_cases_leave(story)
    story.on(-21, exits.a_draft_is_dropped_and_another_begun)


def _a_group_comes_and_goes(story: Story) -> None:
    story.on(-210, groups.a_roster_is_read_in)
    story.on(-208, groups.a_group_is_set_up)
    story.on(-207, papers.a_group_begins_by_a_proposed_order, groups.GROUP)
    story.on(-205, groups.the_group_begins)
    story.on(-26, groups.the_group_is_wound_up)


def _some_come_and_one_cannot(story: Story) -> None:
    story.on(-88, presence.how_the_body_meets, LSG, by_itself=False)
    story.on(-88, presence.how_the_body_meets, SAMRAD, by_itself=True)
    story.on(-87, steps.plans_meeting, LSG, -53)
    story.on(-68, presence.adds_a_point_to_talk_of, LSG, -53)
    story.on(-67, steps.sends_agenda, LSG, -53, [])
    story.on(-61, presence.some_answer, LSG, -53)
    story.on(-60, presence.the_substitute_is_called, LSG, -53)
    story.on(-53, presence.it_meets_and_one_has_an_interest, LSG, -53)
    story.on(-46, steps.approves, LSG, -53)
    story.on(-5, presence.the_summons_follows_the_missions, LSG, 23)
    story.on(-3, presence.some_answer, LSG, 23)


def _the_year_turns(story: Story) -> None:
    story.on(-110, calendar.days_of_the_leaders_are_entered)
    story.on(-34, calendar.a_calendar_is_read_in)
    story.on(-21, calendar.the_year_is_planned)
    story.on(-4, calendar.people_subscribe)


def _the_line_meets(story: Story) -> None:
    story.on(-340, line_calendars.days_are_read_in)
    story.on(-339, line_calendars.one_meets_seldom)
    story.on(-70, line_calendars.some_days_are_assumed)
    story.on(-30, line_calendars.one_confirms_its_days)


def _papers_of_their_own(story: Story) -> None:
    story.on(-349, forms.letterheads_are_noted)
    story.on(-340, forms.own_forms_come_in)
    story.on(-300, forms.consequences_are_weighed, cases.DISCHARGE)
    story.on(-140, forms.consequences_are_weighed, cases.DEVICES)
    story.on(-130, forms.one_form_is_used_no_longer, "mala")
    story.on(-56, forms.consequences_are_weighed, cases.VISION, forms.HALF)


def _some_follow_the_board(story: Story) -> None:
    story.on(-40, watching.people_ask_for_news)
    story.on(-36, watching.one_changes_and_one_ends)
    story.on(-7, watching.news_are_sent)
    story.on(-6, watching.the_coordinator_keeps_views)


def _answers(
    story: Story, sheet: Sheet, principal: str, days: int, kind: AnswerKind, **told: str
) -> None:
    story.on(days - 12, steps.receives, sheet, principal)
    story.on(days, steps.decides, sheet, principal, kind, **told)
