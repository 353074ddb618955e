"""What is done with the leadership seminar, from planning to what became of its priorities."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from samverkan.bodies.choices import TextKind
from samverkan.bodies.models import Body
from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import seminars as actions
from samverkan.meetings.actions.seminar_before import (
    add_seminar_task,
    ask_for_themes,
    finish_seminar_task,
    propose_theme,
    rank_theme,
)
from samverkan.meetings.actions.seminar_priorities import (
    Area,
    change_priority,
    note_fate,
    prioritise,
)
from samverkan.meetings.actions.seminar_programme import (
    Part,
    add_part,
    change_part,
    move_part,
    remove_part,
)
from samverkan.meetings.models import Item, Seminar
from samverkan.meetings.rules.seminars import Time
from samverkan.meetings.seminar_choices import Fate, Heading, SeminarStage
from samverkan.meetings.seminar_queries import remarks_on, versions_of, years_missing
from samverkan.sentences import tell
from tests.bodies.texts import adopted as adopted_text
from tests.bodies.texts import sections
from tests.factories import (
    BodyFactory,
    CaseFactory,
    CollaborationFactory,
    MissionFactory,
    PrincipalFactory,
    UserFactory,
)
from tests.meetings.seminars import (
    adopted,
    full,
    group,
    held,
    owner,
    planned,
    point,
    proposed,
    seminar_body,
    then,
)

AREA = Area("God vård hemma", text="Fler får vård där de bor.")
TODAY = "2026-03-12 09:00 +01:00"


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def here(db):
    here = CollaborationFactory()
    seminar_body(here)
    return here


def codes(act, *args, **kwargs):
    before = Entry.objects.count()
    with pytest.raises(StepRefused) as refusal, transaction.atomic():
        act(*args, **kwargs)
    assert Entry.objects.count() == before
    return [one.code for one in refusal.value.obstacles]


def said():
    return tell(Entry.objects.order_by("-sequence")[0])


def titles(seminar):
    return list(seminar.programme.values_list("title", flat=True))


# --- Planning


@pytest.mark.rule("R050")
@pytest.mark.rule("R051")
@pytest.mark.rule("R053")
def test_a_seminar_is_planned_by_a_group_with_purpose_and_standing_parts(here):
    leading = group(here)

    seminar = planned(here, planner=leading)

    assert seminar.planner == leading
    assert "värna om medborgarnas hälsa" in seminar.purpose
    assert list(seminar.programme.values_list("heading", flat=True)) == [Heading.PRIORITIES]
    assert said() == "Seminariet 2026 lades in: 8 oktober 2026."


@pytest.mark.rule("R045")
def test_there_is_one_seminar_a_year(here):
    planned(here)

    assert codes(planned, here) == ["seminar_year_taken"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Seminar.objects.create(collaboration=here, body=Body.objects.first(), year=2026)


@pytest.mark.rule("R045")
def test_there_is_none_without_a_body_for_it(db):
    assert codes(planned, CollaborationFactory()) == ["no_seminar_body"]


@pytest.mark.rule("R051")
def test_another_body_plans_only_with_a_reason(here):
    other = BodyFactory(collaboration=here)

    assert codes(planned, here, planner=other) == ["planner_not_the_leading_group"]
    assert planned(here, planner=other, reason="Gruppen vilar i år.").planner == other


def test_nobody_of_another_collaboration_plans(here):
    with pytest.raises(Body.DoesNotExist):
        planned(here, planner=BodyFactory())


def test_what_a_source_tells_of_a_seminar_lacks_a_day(here):
    seminar = actions.plan_seminar(
        here.pk,
        2020,
        time=Time(about="hösten 2020"),
        planner_id=None,
        source="överenskommelsen § 3",
        **then(),
    )
    actions.hold_seminar(seminar.pk, source="överenskommelsen § 3", **then())

    seminar.refresh_from_db()
    assert (seminar.on, seminar.planner, seminar.stage) == (None, None, SeminarStage.HELD)
    assert not seminar.programme.exists()


def test_time_and_place_are_changed_until_it_is_held(here):
    seminar = planned(here)
    wanted = {"time": Time(date(2026, 11, 3)), "place": "Umeå", "purpose": "Vi talas vid."}

    actions.change_seminar(seminar.pk, **wanted, **then())

    assert said() == "Seminariet 2026 fick ny tid, plats eller nytt syfte: 3 november 2026."
    assert codes(actions.change_seminar, seminar.pk, **wanted, **then()) == ["seminar_unchanged"]


def test_identity_numbers_are_refused(here):
    assert codes(planned, here, place="19811218-9876") == ["identity_number"]


# --- The programme


def test_parts_are_added_changed_moved_and_removed(here):
    seminar = planned(here)
    one = add_part(seminar.pk, Part(Heading.HEALTH, "Hälsan i länet"), **then())
    two = add_part(seminar.pk, Part(Heading.OTHER, "Lunch"), **then())

    move_part(two.pk, up=True, **then())
    assert titles(seminar) == ["Årets prioriterade områden", "Lunch", "Hälsan i länet"]
    move_part(two.pk, up=False, **then())
    change_part(one.pk, Part(Heading.HEALTH, "Hälsoläget", speaker="Region Länet"), **then())
    remove_part(two.pk, **then())

    assert titles(seminar) == ["Årets prioriterade områden", "Hälsoläget"]
    assert codes(move_part, one.pk, up=False, **then()) == ["part_is_at_the_end"]
    same = Part(Heading.HEALTH, "Hälsoläget", speaker="Region Länet")
    assert codes(change_part, one.pk, same, **then()) == ["part_unchanged"]


@pytest.mark.rule("R046")
@pytest.mark.rule("R047")
@pytest.mark.rule("R053")
def test_a_programme_with_an_unused_heading_is_proposed_with_a_reason_only(here):
    seminar = planned(here)

    assert codes(actions.propose_programme, seminar.pk, **then()) == ["headings_unused"]
    actions.propose_programme(seminar.pk, reason="Halv dag i år.", **then())
    assert said() == "Programmet för seminariet 2026 föreslogs. Skäl: Halv dag i år."


def test_a_proposed_programme_is_not_changed_until_it_is_taken_up(here):
    seminar = proposed(planned(here))

    part = Part(Heading.OTHER, "Kaffe")
    assert codes(add_part, seminar.pk, part, **then()) == ["programme_is_locked"]
    assert codes(actions.reopen_programme, seminar.pk, reason=" ", **then()) == [
        "reopened_without_reason"
    ]
    actions.reopen_programme(seminar.pk, reason="En talare är sjuk.", **then())
    assert add_part(seminar.pk, part, **then())


@pytest.mark.rule("R052")
def test_the_programme_is_adopted_at_a_point_by_the_body_that_owns_it(here):
    seminar = proposed(planned(here))
    item = point(owner(here))

    actions.adopt_programme(seminar.pk, item_id=item.pk, **then())

    seminar.refresh_from_db()
    assert (seminar.stage, seminar.adopted_at) == (SeminarStage.ADOPTED, item)
    assert said().startswith("Det politiska fastställde programmet för seminariet 2026")


@pytest.mark.rule("R052")
def test_the_programme_is_not_adopted_by_another_body_or_without_a_point(here):
    seminar = proposed(planned(here))
    adopt, here_then = actions.adopt_programme, then()

    assert codes(adopt, seminar.pk, item_id=None, **here_then) == ["programme_without_point"]
    other = point(seminar.planner)
    assert codes(adopt, seminar.pk, item_id=other.pk, **here_then) == ["programme_of_another_body"]
    with pytest.raises(Item.DoesNotExist):
        adopt(seminar.pk, item_id=point(owner(CollaborationFactory())).pk, **here_then)


@pytest.mark.rule("R052")
def test_one_point_adopts_one_programme(here):
    first = adopted(planned(here))
    second = proposed(planned(here, 2027))

    found = codes(actions.adopt_programme, second.pk, item_id=first.adopted_at_id, **then())
    assert found == ["point_of_another_programme"]


@pytest.mark.rule("R052")
def test_the_database_knows_no_adopted_programme_without_a_point(here):
    seminar = planned(here)

    with pytest.raises(IntegrityError), transaction.atomic():
        Seminar.objects.filter(pk=seminar.pk).update(stage=SeminarStage.ADOPTED)


@pytest.mark.rule("R052")
def test_a_programme_that_is_taken_up_is_adopted_anew(here):
    seminar = adopted(planned(here))
    item = seminar.adopted_at

    actions.reopen_programme(seminar.pk, reason="En talare är sjuk.", **then())
    actions.propose_programme(seminar.pk, **then())

    assert actions.adopt_programme(seminar.pk, item_id=item.pk, **then()).adopted_at == item


def test_held_without_an_adopted_programme_is_said_with_a_reason(here):
    seminar = full(planned(here, 2025))

    assert codes(actions.hold_seminar, seminar.pk, **then()) == ["held_without_programme"]
    actions.hold_seminar(seminar.pk, reason="Mötet ställdes in.", **then())
    assert said() == "Seminariet 2025 hölls. Skäl: Mötet ställdes in."


@pytest.mark.rule("R045")
def test_how_many_were_invited_and_came_is_noted_per_principal(here):
    seminar = held(here)
    one, two = (PrincipalFactory(collaboration=here) for _ in range(2))

    actions.note_turnout(seminar.pk, {one.pk: (6, 4), two.pk: (None, 3)}, **then())
    actions.note_turnout(seminar.pk, {one.pk: (6, 5)}, **then())

    found = seminar.turnouts.values_list("principal", "invited", "attended")
    assert set(found) == {(one.pk, 6, 5), (two.pk, None, 3)}


# --- Before it


@pytest.mark.rule("R089")
def test_those_who_plan_are_asked_for_themes_by_mail(here):
    leading = group(here)
    for _ in range(2):
        UserFactory(person=MissionFactory(body=leading).person)
    seminar = planned(here, planner=leading)

    ask_for_themes(seminar.pk, last=date(2026, 9, 1), **then())

    assert Notice.objects.filter(template="themes_asked").count() == 2
    again = codes(ask_for_themes, seminar.pk, last=date(2026, 9, 2), **then())
    assert again == ["themes_asked_today"]


@pytest.mark.rule("R089")
def test_a_body_proposes_themes_and_the_seminar_ranks_them(here):
    seminar = planned(here, 2025)
    body = seminar.planner
    first = propose_theme(seminar.pk, body.pk, title="Ensamhet", why="Fler bor själva.", **then())
    second = propose_theme(seminar.pk, body.pk, title="Skolfrånvaro", **then())
    assert codes(propose_theme, seminar.pk, body.pk, title="ensamhet ", **then()) == [
        "theme_is_proposed"
    ]

    actions.hold_seminar(adopted(seminar).pk, **then())
    rank_theme(second.pk, 1, **then())

    assert codes(rank_theme, first.pk, 1, **then()) == ["rank_is_taken"]
    assert list(seminar.themes.values_list("title", "rank")) == [
        ("Skolfrånvaro", 1),
        ("Ensamhet", None),
    ]


@pytest.mark.rule("R051")
def test_tasks_before_the_seminar_have_a_day_and_are_finished_once(here):
    seminar = planned(here)
    due = date(2026, 3, 11)

    task = add_seminar_task(seminar.pk, what="Boka lokal", due_on=due, **then())
    on = due + timedelta(days=1)
    late = [one.code for one in remarks_on(seminar, on, priorities=[], before=[])]
    finish_seminar_task(task.pk, **then())

    assert "seminar_tasks_late" in late
    assert task.seminar.tasks.get().done_on == on
    assert codes(finish_seminar_task, task.pk, **then()) == ["task_is_done"]


# --- After it


@pytest.mark.rule("R048")
def test_an_area_is_prioritised_at_a_held_seminar(here):
    seminar = held(here)

    one = prioritise(seminar.pk, AREA, **then())

    assert (one.area, one.fate, one.position) == ("God vård hemma", Fate.UNDER_WAY, 1)
    assert said() == "Seminariet 2025 prioriterade ”God vård hemma”."
    assert codes(prioritise, planned(here).pk, AREA, **then()) == ["prioritised_before_the_seminar"]


@pytest.mark.rule("R087")
def test_an_area_says_whom_it_is_for_and_its_value_to_both(here):
    area = Area(
        "Tidigt stöd",
        value_inhabitants="Barn får hjälp i tid.",
        value_operations="Färre dubbla utredningar.",
        target_groups=["children"],
    )

    one = prioritise(held(here).pk, area, **then())

    assert one.target_groups == ["children"]
    assert (one.value_inhabitants, one.value_operations) == (
        "Barn får hjälp i tid.",
        "Färre dubbla utredningar.",
    )


@pytest.mark.rule("R088")
def test_an_area_is_worked_with_in_a_case(here):
    one = prioritise(held(here).pk, AREA, **then())
    case = CaseFactory(collaboration=here)

    def remarks():
        one.refresh_from_db()
        on = date(2026, 3, 12)
        return [found.code for found in remarks_on(one.seminar, on, priorities=[one], before=[])]

    assert remarks() == ["priority_without_work"]
    change_priority(one.pk, Area(AREA.area, AREA.text, case_number=case.number), **then())
    assert remarks() == []


@pytest.mark.rule("R049")
def test_what_became_of_an_area_is_noted(here):
    one = prioritise(held(here).pk, AREA, **then())

    note_fate(one.pk, Fate.DONE, told="Rutinen gäller i hela länet.", **then())

    assert said() == "”God vård hemma” från 2025: klart. Rutinen gäller i hela länet."
    again = codes(note_fate, one.pk, Fate.DONE, told="Rutinen gäller i hela länet.", **then())
    assert again == ["fate_unchanged"]


@pytest.mark.rule("R049")
def test_an_area_that_is_prioritised_again_is_carried_on(here):
    old = prioritise(held(here, 2024).pk, AREA, **then())
    seminar = held(here, 2025)

    new = prioritise(seminar.pk, AREA, continues_id=old.pk, **then())

    old.refresh_from_db()
    assert (old.fate, old.fate_note) == (
        Fate.CARRIED_ON,
        "Prioriterades igen vid seminariet 2025.",
    )
    assert new.continues == old
    other = Area("Annat")
    found = codes(prioritise, seminar.pk, other, continues_id=old.pk, **then())
    assert found == ["priority_is_continued"]


@pytest.mark.rule("R049")
def test_last_years_areas_come_by_themselves_into_the_programme(here):
    prioritise(held(here, 2025).pk, AREA, **then())

    assert titles(planned(here, 2026)) == [
        "Uppföljning av förra årets prioriterade områden",
        "Årets prioriterade områden",
    ]


@pytest.mark.rule("R039")
@pytest.mark.rule("R040")
def test_versions_of_the_values_belong_to_the_seminar_that_worded_them(here):
    seminar = held(here, 2025)
    written = sections({}, values="Invånaren först.")

    version = adopted_text(seminar.body, TextKind.VALUES, on=date(2025, 10, 8), written=written)

    assert versions_of(seminar) == [version]
    assert versions_of(planned(here)) == []


@pytest.mark.rule("R045")
def test_years_without_a_seminar_are_listed_from_when_there_was_such_a_body(here):
    held(here, 2022)

    assert years_missing(here.pk, date(2024, 1, 1)) == [2020, 2021, 2023, 2024]
