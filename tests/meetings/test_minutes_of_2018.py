"""The minutes of 27 September 2018, taken through the system and laid beside the source.

`minutes_of_2018.md` is the section of source 002 word for word. Each part of it is looked for in
the content that was approved, on the page and in the PDF. What is meant to be otherwise:

- "Beslut" stands over what a steering group agrees in the source. It decided nothing for the
  principals, so the heading is "Rekommendation" in point 80 and "Förslag" in point 82 (R006); the
  clauses and the words before them are the source's own.
- The name of the body comes by itself, with "Sammanträdesanteckningar" above it, and a comma.
- The approver stands with those present, in the head; that the day is unknown is said.
- Annexes are listed under their point; the text ends with its source and its checksum.
- A line of its own for each of the deciding, and a dash in "76–86".
"""

import html
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from samverkan.demo.history import tell_history
from samverkan.documents.pdf import minutes_pdf
from samverkan.documents.texts import digest
from samverkan.journal.models import Collaboration
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.minutes import draft_within
from samverkan.meetings.models import Minutes, Task
from tests.documents.test_pdf import squeezed, words

SOURCE = Path(__file__).with_name("minutes_of_2018.md").read_text(encoding="utf-8")
POINT = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
HEADINGS = {80: "Rekommendation", 82: "Förslag"}
ADDRESS = "/vasterbotten/organ/politisk-styrgrupp-regionkommun-2019/moten/2018-09-27/"

pytestmark = pytest.mark.django_db


@dataclass
class Point:
    """A point of the source: its heading, what was noted, and what was agreed if anything."""

    number: int
    heading: str
    note: str
    agreed: str

    @property
    def lead(self) -> str:
        return re.split(r":\n|(?= att )", self.agreed, maxsplit=1)[0].strip()

    @property
    def clauses(self) -> list[str]:
        """Return the clauses: each its own paragraph, or one in running text (R297, R298)."""
        rest = self.agreed.removeprefix(self.lead).lstrip(":").strip()
        return [part.strip() for part in rest.split("\n\n") if part.strip()]


def points_of(source: str) -> list[Point]:
    found = list(POINT.finditer(source))
    ends = [one.start() for one in found[1:]] + [len(source)]
    return [_point(one, source[one.end() : end]) for one, end in zip(found, ends, strict=True)]


def _point(found: re.Match, text: str) -> Point:
    note, _, agreed = text.partition("\nBeslut\n")
    return Point(int(found[1]), found[2], note.strip(), agreed.strip())


POINTS = points_of(SOURCE)


def after(label: str) -> str:
    return re.search(rf"^{label}\s+(.+)$", SOURCE, re.MULTILINE)[1].strip()


def names_after(label: str, until: str) -> list[str]:
    part = SOURCE.partition(label)[2].partition(until)[0]
    return [line.strip() for line in part.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def minutes(django_db_setup, django_db_blocker):
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        call_command("structure", "load", "structures/vasterbotten", "--yes", verbosity=0)
        tell_history(Collaboration.objects.get(slug="vasterbotten"))
        yield Minutes.objects.select_related("meeting__body").get()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def content(minutes):
    return minutes.content


@pytest.fixture(scope="module")
def printed(content):
    return squeezed(words(minutes_pdf(content)))


@pytest.fixture
def page(minutes):
    answer = Client().get(ADDRESS)
    assert answer.status_code == 200
    text = answer.content.decode().partition('<article class="sv-document"')[2]
    return squeezed(html.unescape(re.sub(r"<[^>]+>", " ", text.partition("</article>")[0])))


@pytest.fixture
def everywhere(page, printed):
    """Return whether some words stand both on the page and in the PDF."""
    return lambda said: squeezed(said) in page and squeezed(said) in printed


def test_the_source_is_read_as_a_person_reads_it():
    assert [one.number for one in POINTS] == list(range(76, 87))
    assert [one.number for one in POINTS if one.agreed] == [80, 82]
    assert [len(one.clauses) for one in POINTS if one.agreed] == [3, 1]


@pytest.mark.rule("R289")
def test_the_head_says_body_time_place_and_span(minutes, content, everywhere):
    assert SOURCE.startswith(f"{content['subject']} ")
    assert (content["on"], content["time"]) == (str(date(2018, 9, 27)), "")
    assert content["place"] == after("Plats")
    assert f"{content['first_point']}-{content['last_point']}" == after("Punkt")
    assert content["body"] == minutes.meeting.body.name
    for said in (f"Tid {after('Tid')}", f"Plats {after('Plats')}", "Punkt 76–86"):
        assert everywhere(said)


@pytest.mark.rule("R289")
def test_the_name_of_the_body_is_the_sources(content):
    title = SOURCE.splitlines()[0].removeprefix("Sammanträdesanteckningar ")

    assert content["body"].replace(",", "") == title


@pytest.mark.rule("R291")
def test_those_present_are_listed_in_the_sources_order_with_party(content, everywhere):
    deciding = names_after("Beslutande", "Föredragande")
    rapporteurs = names_after("Föredragande\n", "Sekreterare")

    assert [f"{one['name']} ({one['party']})" for one in content["deciding"]] == deciding
    assert content["rapporteurs"] == rapporteurs
    assert content["secretaries"] == [after("Sekreterare")]
    assert content["guests"] == []
    assert everywhere("Beslutande" + "".join(deciding))
    assert everywhere("Föredragande" + "".join(rapporteurs))
    assert everywhere(f"Sekreterare {after('Sekreterare')}")


@pytest.mark.rule("R304")
def test_the_approver_is_the_sources_and_the_day_is_said_to_be_unknown(content, everywhere):
    name, title = names_after("Justerat", "76.")

    assert content["approvals"] == [{"name": name, "title": title, "on": None}]
    assert everywhere(f"Justerat {name}, {title}")
    assert everywhere("Justeringsdagen står inte i källan.")


@pytest.mark.rule("R290")
def test_the_points_have_the_sources_numbers_and_headings_in_order(content, page, printed):
    told = [(one["number"], one["heading"]) for one in content["points"]]

    assert told == [(one.number, one.heading) for one in POINTS]
    for text in (page, printed):
        places = [text.find(squeezed(f"{one.number}. {one.heading}")) for one in POINTS]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize("point", POINTS, ids=lambda one: str(one.number))
def test_what_was_noted_is_word_for_word(point, content, everywhere):
    told = content["points"][point.number - 76]

    assert told["text"] == point.note
    assert everywhere(point.note)


@pytest.mark.rule("R296")
@pytest.mark.rule("R310")
@pytest.mark.parametrize("point", POINTS, ids=lambda one: str(one.number))
def test_only_the_points_with_beslut_have_a_heading_for_what_was_agreed(point, content):
    told = content["points"][point.number - 76]
    deciding = told["kind"] == ItemKind.DECISION.label

    assert told["decision_heading"] == HEADINGS.get(point.number, "")
    assert deciding is bool(point.agreed) is bool(told["clauses"])
    assert "Beslut" not in told["decision_heading"]


@pytest.mark.rule("R297")
@pytest.mark.rule("R298")
@pytest.mark.parametrize("point", [one for one in POINTS if one.agreed], ids=["80", "82"])
def test_what_was_agreed_is_clause_by_clause_as_in_the_source(point, content, everywhere):
    told = content["points"][point.number - 76]

    assert told["lead"] == point.lead
    assert told["clauses"] == point.clauses
    assert all(clause.startswith("att ") for clause in point.clauses)
    assert everywhere(f"{HEADINGS[point.number]} {point.lead}")
    assert all(everywhere(clause) for clause in point.clauses)


@pytest.mark.rule("R297")
def test_samt_stands_where_the_source_has_it(content):
    ends = [clause.split()[-1] for clause in content["points"][4]["clauses"]]

    assert ends == ["samt", "Projektdirektiv”.".replace("”", '"'), "gruppering."]


@pytest.mark.rule("R298")
def test_point_82_stands_in_running_text_with_one_att(content, everywhere):
    point = POINTS[82 - 76]

    assert [one["inline"] for one in content["points"] if one["clauses"]] == [False, True]
    assert everywhere(point.agreed)


@pytest.mark.rule("R299")
def test_every_annex_that_the_clauses_name_is_attached(content, everywhere):
    named = re.findall(r'enligt bilagan? "([^"]+)"', SOURCE)

    assert content["points"][4]["annexes"] == named
    assert everywhere("Bilagor" + "".join(named))


@pytest.mark.rule("R305")
@pytest.mark.rule("R309")
def test_what_point_83_orders_can_be_followed_up_and_is_not_said_twice(content):
    tasks = Task.objects.filter(item__number=83)

    assert [(str(one.due_on or ""), one.due_words) for one in tasks] == [
        ("2018-11-23", "vid seminariet, regionledningsmöte i Lycksele, den 22–23 november 2018"),
        ("", "vid det första regionledningsmötet 2019"),
    ]
    assert content["points"][7]["tasks"] == []


@pytest.mark.rule("R304")
def test_what_was_approved_is_exactly_this_text(minutes):
    assert digest(draft_within(minutes.content)) == minutes.content["approved_sha256"]
    assert digest(minutes.content) == minutes.sha256
