"""Governing documents as they are started, written, proposed and adopted."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from samverkan.bodies.actions.text_facts import stamp_of
from samverkan.bodies.actions.texts import (
    adopt_version,
    propose_version,
    start_text,
    throw_draft,
    write_draft,
)
from samverkan.bodies.choices import SectionKind, TextKind, TextStage
from samverkan.bodies.models import Body, GoverningText, Review, TextVersion
from samverkan.bodies.queries.texts import version_on
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import tell
from tests.bodies.texts import (
    ON,
    THEN,
    a_body,
    a_function,
    adopted,
    draft,
    sections,
    seminar,
)
from tests.factories import BodyFactory, CollaborationFactory

VALUES = [{"kind": "values", "heading": "Värdegrund", "text": "Vi utgår från invånaren."}]


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def body(here):
    return a_body(here, slug="barn-och-unga")


def refused(act, *args, **kwargs) -> list[str]:
    def all_rows():
        models = (GoverningText, TextVersion, Review, Entry)
        return [list(model.objects.order_by("pk").values()) for model in models]

    before = all_rows()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert all_rows() == before
    return [one.code for one in refusal.value.obstacles]


def start(here, kind=TextKind.ASSIGNMENT, **owner):
    return start_text(here.pk, kind=kind, title="En text", **owner, **THEN)


# --- Starting ---


@pytest.mark.rule("R011")
def test_a_text_is_started_and_told_to_members(here, body):
    text = start(here, body_id=body.pk)

    entry = Entry.objects.get()
    assert text.slug == "uppdragsbeskrivning-barn-och-unga"
    assert (entry.verb, entry.subject) == ("text.started", f"text/{text.slug}")
    assert (entry.visibility, tell(entry)) == ("members", "En text påbörjades.")


def test_routines_of_a_body_have_addresses_of_their_own(here, body):
    slugs = [start(here, TextKind.ROUTINE, body_id=body.pk).slug for _ in range(3)]

    assert slugs == [f"rutin-barn-och-unga{end}" for end in ("", "-2", "-3")]


def test_a_second_of_a_kind_is_refused(here, body):
    start(here, body_id=body.pk)

    assert refused(start, here, body_id=body.pk) == ["text_already_there"]


def test_a_title_without_identity_numbers(here, body):
    title = "Uppdrag för 811218-9876"

    found = refused(
        start_text, here.pk, kind=TextKind.ROUTINE, title=title, body_id=body.pk, **THEN
    )

    assert found == ["identity_number"]


def test_another_collaborations_body_is_not_found(here):
    with pytest.raises(Body.DoesNotExist):
        start(here, body_id=BodyFactory().pk)


# --- Writing ---


def test_a_draft_is_written_without_empty_sections(here, body):
    one = draft(body, written=sections(goals=" ", task=" Att mötas. "), feedback_months=6)

    kinds = [part["kind"] for part in one.sections]
    assert (one.number, one.stage, one.feedback_months) == (1, TextStage.DRAFT, 6)
    assert "goals" not in kinds
    assert one.sections[0] == {"kind": "task", "heading": "Uppdrag", "text": "Att mötas."}


def test_the_same_draft_is_written_again(here, body):
    first = draft(body)

    second = draft(body, written=sections(task="Nytt."))

    assert (first.pk, first.number) == (second.pk, second.number)
    assert refused(draft, body, written=sections(task="Nytt.")) == ["draft_unchanged"]


def test_identity_numbers_are_told_by_their_section(here, body):
    text = start(here, body_id=body.pk)

    with pytest.raises(StepRefused) as refusal:
        write_draft(text.pk, sections=sections(mandate="811218-9876"), **THEN)

    (obstacle,) = refusal.value.obstacles
    assert (obstacle.code, obstacle.facts["field"]) == ("identity_number", "Mandat")


def test_two_who_write_at_once_are_told(here, body):
    text = start(here, body_id=body.pk)
    write_draft(text.pk, sections=sections(), seen=stamp_of(None), **THEN)
    written = sections(task="Också.")

    assert refused(write_draft, text.pk, sections=written, seen=stamp_of(None), **THEN) == [
        "draft_changed_meanwhile"
    ]
    seen = stamp_of(text.versions.get())
    assert write_draft(text.pk, sections=written, seen=seen, **THEN).number == 1


def test_only_adopted_values_of_ours_are_carried(here, body):
    other = adopted(seminar(CollaborationFactory()), TextKind.VALUES, written=VALUES)
    unfinished = draft(seminar(here), TextKind.VALUES, VALUES)

    for values in (other, unfinished):
        with pytest.raises(TextVersion.DoesNotExist):
            draft(body, values_id=values.pk)


def test_a_draft_is_thrown_away(here, body):
    one = draft(body)

    throw_draft(one.pk, **THEN)

    assert not TextVersion.objects.exists()
    assert Entry.objects.order_by("-sequence")[0].verb == "text.thrown_away"
    assert draft(body).number == 1


# --- Proposing ---


@pytest.mark.rule("R070")
def test_work_begins_by_a_proposal_that_nobody_adopts(here, body):
    one = draft(body, TextKind.WORK_ORDER)

    proposed = propose_version(one.text_id, valid_from=ON, source="utredningen", **THEN)

    assert (proposed.stage, proposed.adopted_by, proposed.number) == (TextStage.PROPOSED, None, 1)
    assert version_on(proposed.text, ON) == proposed
    assert version_on(proposed.text, ON - timedelta(days=1)) is None


@pytest.mark.rule("R071")
def test_the_body_then_revises_it(here, body):
    proposed = propose_version(
        draft(body, TextKind.WORK_ORDER).text_id, valid_from=ON, source="utredningen", **THEN
    )

    own = adopted(body, TextKind.WORK_ORDER, written=sections(task="Vi möts på distans."))

    assert (own.number, version_on(own.text, ON)) == (2, own)
    again = refused(propose_version, own.text_id, valid_from=ON, source="utredningen", **THEN)
    assert again == ["proposal_is_not_first", "text_is_empty"]
    assert refused(adopt_version, proposed.pk, adopted_by=body.pk, on=ON, point=1, **THEN) == [
        "version_not_draft"
    ]


# --- Adopting ---


@pytest.mark.rule("R112")
def test_a_version_is_adopted_at_a_point(here, body):
    one = adopted(body)

    entry = Entry.objects.order_by("-sequence")[0]
    assert (one.stage, one.adopted_by_id, one.adopted_on) == (
        TextStage.ADOPTED,
        body.setter_id,
        ON,
    )
    assert (one.meeting_on, one.point, one.valid_from) == (ON, 7, ON)
    assert (entry.verb, entry.visibility) == ("text.adopted", "public")
    assert tell(entry).strip() == (
        "Uppdragsbeskrivning för Beredning barn och unga, version 1, är antagen "
        "den 12 mars 2026 av Länssamverkansgruppen."
    )


@pytest.mark.rule("R112")
@pytest.mark.rule("R076")
def test_nobody_else_adopts_it(here, body):
    one = draft(body)

    found = refused(adopt_version, one.pk, adopted_by=body.pk, on=ON, point=7, **THEN)

    assert found == ["assignment_not_from_above"]


def test_without_a_meeting_here_the_source_is_kept(here, body):
    one = draft(body)
    by = {"adopted_by": body.setter_id, "on": ON}
    assert refused(adopt_version, one.pk, **by, **THEN) == ["adopted_without_source"]

    found = adopt_version(one.pk, **by, source="protokoll 2026-03-12", **THEN)

    assert (found.meeting_on, found.point, found.source) == (None, None, "protokoll 2026-03-12")


def test_the_adopting_body_exists_that_day(here, body):
    one = draft(body)
    before = date(2019, 12, 31)

    found = refused(adopt_version, one.pk, adopted_by=body.setter_id, on=before, point=1, **THEN)

    assert found == ["adopter_not_there"]


def test_a_body_that_did_not_meet_adopts_nothing(here, body):
    one = draft(body)
    by = {"adopted_by": body.setter_id, "on": ON, "point": 1}

    assert refused(adopt_version, one.pk, **by, met=False, **THEN) == ["adopter_did_not_meet"]


def test_a_version_can_hold_from_a_later_day(here, body):
    first = adopted(body)

    second = adopted(body, written=sections(task="Mer."), valid_from=date(2027, 1, 1))

    days = (date(2026, 12, 31), date(2027, 1, 1))
    assert [version_on(second.text, day) for day in days] == [first, second]


@pytest.mark.parametrize("change", [{"sections": []}, {"stage": TextStage.DRAFT}])
def test_the_database_never_changes_what_is_adopted(here, body, change):
    one = adopted(body)

    with pytest.raises(DatabaseError), transaction.atomic():
        TextVersion.objects.filter(pk=one.pk).update(**change)


@pytest.mark.rule("R044")
def test_the_groups_assignment_carries_the_values(here):
    group = a_body(here, required_sections=[SectionKind.VALUES.value])
    values = adopted(seminar(here), TextKind.VALUES, written=VALUES)
    by = {"adopted_by": group.setter_id, "on": ON, "point": 1}
    assert refused(
        adopt_version, draft(group, written=sections(values="Se nedan.")).pk, **by, **THEN
    ) == ["values_not_pointed_to"]

    one = draft(group, written=sections(values="Se nedan."), values_id=values.pk)

    assert adopt_version(one.pk, **by, **THEN).values == values


@pytest.mark.rule("R044")
def test_until_the_seminar_the_assignment_says_so_with_a_reason(here):
    group = a_body(here, required_sections=[SectionKind.VALUES.value])
    one = draft(group, written=sections(values="Formuleras vid ledningsseminariet."))
    by = {"adopted_by": group.setter_id, "on": ON, "point": 1}
    assert refused(adopt_version, one.pk, **by, **THEN) == ["values_not_yet_formulated"]

    adopt_version(one.pk, **by, reason="Seminariet hålls i höst.", **THEN)

    assert "Skäl: Seminariet hålls i höst." in tell(Entry.objects.order_by("-sequence")[0])


@pytest.mark.rule("R168")
def test_a_functions_assignment_is_set_by_anybody(here):
    function = a_function(here)
    text = start(here, function_id=function.pk)
    one = write_draft(text.pk, sections=sections(), **THEN)

    found = adopt_version(one.pk, adopted_by=None, on=ON, source="regionens beslut", **THEN)

    assert (found.stage, text.slug) == (
        TextStage.ADOPTED,
        "uppdragsbeskrivning-koordinatorer",
    )


@pytest.mark.rule("R076")
def test_a_point_that_adopted_another_text_is_passed_with_a_reason_only(here, body):
    other = a_body(here, slug="vuxna", setter=body.setter)
    adopt = {"adopted_by": body.setter_id, "on": ON, "point": 12, "met": True, **THEN}
    adopt_version(draft(body).pk, **adopt)
    second = draft(other)

    assert refused(adopt_version, second.pk, **adopt) == ["point_of_another_text"]
    adopt_version(second.pk, reason="Punkten gällde båda uppdragen.", **adopt)
