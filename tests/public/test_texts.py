"""The public pages about governing documents."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samverkan.bodies.actions.texts import adopt_version, propose_version
from samverkan.bodies.choices import SectionKind, TextKind
from samverkan.journal.fields import from_day
from samverkan.meetings.choices import MeetingStage
from tests.bodies.texts import THEN, WHOLE, a_body, adopted, draft, sections, seminar
from tests.factories import CollaborationFactory, MeetingFactory

VALUES = [{"kind": "values", "heading": "Värdegrund", "text": "Vi utgår från invånaren."}]
FIRST, SECOND = date(2025, 3, 12), date(2026, 2, 5)


@pytest.fixture
def here(db):
    return CollaborationFactory(slug="lanet")


@pytest.fixture
def body(here):
    return a_body(here, slug="barn", expected_texts=["assignment", "work_order"])


@pytest.fixture
def two(body):
    """An assignment in two adopted versions, and the draft of a third."""
    first = adopted(body, on=FIRST)
    second = adopted(body, on=SECOND, written=sections(task="Gruppen leder."))
    draft(body, written=sections(task="Hemligt utkast."))
    return first, second


def read(address, status=200):
    answer = Client().get(address)
    assert answer.status_code == status
    return answer.content.decode()


ADDRESS = "/lanet/styrdokument/uppdragsbeskrivning-barn/"


@pytest.mark.rule("R125")
def test_the_version_in_force_is_read_with_who_adopted_it(two):
    page = read(ADDRESS)

    assert "Version 2 gäller." in page
    assert "Gruppen leder." in page
    assert "5\N{NO-BREAK SPACE}februari 2026 av" in page
    assert "Länssamverkansgruppen</a>, punkt 7" in page
    assert "Gruppen samordnar." not in page


def test_a_draft_is_never_shown(two):
    for address in (ADDRESS, f"{ADDRESS}?jamfor=1", "/lanet/styrdokument/"):
        assert "Hemligt utkast" not in read(address)
    read(f"{ADDRESS}?version=3", 404)
    read(f"{ADDRESS}?jamfor=3", 404)


def test_a_text_with_only_a_draft_is_not_found_but_said_to_be_missing(body):
    draft(body)

    read(ADDRESS, 404)
    assert "Uppdragsbeskrivning finns inte än." in read("/lanet/styrdokument/")


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2025-03-11", "gällde ingen version av texten."),
        ("2025-03-12", "Version 1 gällde den"),
        ("2026-02-04", "Version 1 gällde den"),
        ("2026-02-05", "Version 2 gällde den"),
    ],
)
def test_the_version_of_a_day_is_read(two, day, sentence):
    assert sentence in read(f"{ADDRESS}?datum={day}")


def test_an_older_version_says_that_another_holds(two):
    page = read(f"{ADDRESS}?version=1")

    assert "Du läser version 1." in page
    assert "Gruppen samordnar." in page
    assert ">version 2</a>." in page


def test_two_versions_are_compared(two):
    page = read(f"{ADDRESS}?version=2&jamfor=1")

    assert "Så skiljer sig version 2 från version 1." in page
    assert "borttaget: </span>samordnar<" in page
    assert "tillagt: </span>leder<" in page
    assert "Mandat: oförändrat" in page


@pytest.mark.parametrize("asked", ["?version=9", "?version=x", "?jamfor=0", "?version=-1"])
def test_a_version_that_is_not_there_is_not_found(two, asked):
    read(f"{ADDRESS}{asked}", 404)


@pytest.mark.parametrize(
    ("stage", "linked"),
    [(MeetingStage.APPROVED, True), (MeetingStage.PLANNED, False)],
)
def test_the_point_of_a_public_meeting_is_linked(here, two, stage, linked):
    setter = two[1].adopted_by
    MeetingFactory(collaboration=here, body=setter, on=SECOND, stage=stage)

    address = f'/lanet/organ/{setter.slug}/moten/2026-02-05/#punkt-7"'

    assert (address in read(ADDRESS)) == linked


def test_what_ended_with_its_body_holds_no_more(here):
    body = a_body(here, slug="barn", period=from_day(date(2025, 1, 1), date(2026, 6, 1)))
    adopted(body, on=FIRST)

    assert "Version 1 gällde" in read(f"{ADDRESS}?datum=2026-05-31")
    assert "gällde ingen version" in read(f"{ADDRESS}?datum=2026-06-01")


@pytest.mark.rule("R070")
def test_a_proposed_work_order_is_read_as_one(body):
    one = draft(body, TextKind.WORK_ORDER)
    propose_version(one.text_id, valid_from=date(2020, 9, 1), source="utredningen", **THEN)

    page = read("/lanet/styrdokument/arbetsordning-barn/")

    assert "Den är föreslagen: arbetet inleds enligt den" in page
    assert "<dd>utredningen</dd>" in page


@pytest.mark.rule("R011")
def test_the_list_says_what_there_is_and_what_is_missing(here, two):
    page = read("/lanet/styrdokument/")

    assert "Version 2, antagen av Länssamverkansgruppen" in page
    assert "Arbetsordning finns inte än." in page
    assert "Version 1, antagen av" in read("/lanet/styrdokument/?datum=2025-03-12")


@pytest.mark.rule("R038")
@pytest.mark.rule("R039")
@pytest.mark.rule("R042")
@pytest.mark.rule("R043")
def test_the_values_are_linked_from_every_assignment(here, two):
    assert "Inte formulerade än." in read("/lanet/styrdokument/")
    adopted(seminar(here), TextKind.VALUES, on=SECOND, written=VALUES)

    assert "Samverkan utgår från" in read(ADDRESS)
    assert "De gäller för alla organ i samverkan." in read("/lanet/styrdokument/")
    assert "Samverkan utgår från" not in read(f"{ADDRESS}?datum=2026-02-04")


@pytest.mark.rule("R044")
def test_an_assignment_shows_which_values_it_carries(here):
    arena = seminar(here)
    values = adopted(arena, TextKind.VALUES, on=FIRST, written=VALUES)
    group = a_body(here, slug="barn", required_sections=[SectionKind.VALUES.value])
    one = draft(group, written=sections(WHOLE, values="Se nedan."), values_id=values.pk)
    adopt_version(one.pk, adopted_by=group.setter_id, on=SECOND, point=1, **THEN)
    assert "Det finns en nyare version" not in read(ADDRESS)

    adopted(arena, TextKind.VALUES, on=SECOND, written=[{**VALUES[0], "text": "Nytt."}])

    assert "Det finns en nyare version av värdegrunden." in read(ADDRESS)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[a](javascript:alert(1))"])
def test_what_is_written_runs_nothing(body, text):
    adopted(body, on=SECOND, written=sections(task=text))

    page = read(ADDRESS)

    assert "<script>alert" not in page
    assert 'href="javascript' not in page


def test_the_pages_take_as_many_queries_however_many_versions(here, body):
    def asked(address):
        read(address)
        with CaptureQueriesContext(connection) as captured:
            read(address)
        return len(captured)

    adopted(body, on=FIRST)
    few = [asked(address) for address in (ADDRESS, "/lanet/styrdokument/")]
    for number in range(3):
        adopted(body, on=SECOND, written=sections(task=f"Ny lydelse {number}."))
        adopted(a_body(here), on=FIRST)

    assert [asked(address) for address in (ADDRESS, "/lanet/styrdokument/")] == few


def test_another_collaborations_text_is_not_found(here, body):
    adopted(a_body(CollaborationFactory(), slug="barn"), on=FIRST)

    read(ADDRESS, 404)
