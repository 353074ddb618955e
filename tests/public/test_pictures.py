"""The schematic pictures: for the elected and for officials, on any day, and the same in words."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.text import slugify

from samverkan.bodies.choices import Sphere
from samverkan.bodies.models import DerivedSeat, Parentage, Succession
from samverkan.journal.fields import from_day
from samverkan.public.pictures import shown as ready
from samverkan.public.pictures.buses import OUT_OF_PICTURE, Edge, Tie
from samverkan.public.pictures.picture import picture_of
from samverkan.public.pictures.register import register_on
from samverkan.public.pictures.shown import Places, shown
from samverkan.public.views import pictures as views
from tests.factories import LONG_AGO, BodyFactory, PrincipalFactory

TODAY = date(2026, 11, 22)
CHANGE = date(2020, 9, 1)
ADDRESS = "/lanet/struktur/bild/"
PICTURE = 'role="group" aria-labelledby'


@pytest.fixture
def structure(here):
    """Samråd with its committee, officials under it, a council, a working group and an arena."""
    bodies = {
        name: BodyFactory(collaboration=here, name=name, slug=slugify(name), position=at, **facts)
        for at, (name, facts) in enumerate(
            {
                "Samråd": {},
                "AU": {"preparing": True},
                "LSG": {"sphere": "officials"},
                "Rådet": {"sphere": "officials", "power": "prepares", "kind": "council"},
                "Gruppen": {
                    "sphere": "officials",
                    "kind": "working_group",
                    "power": "prepares",
                    "in_fixed_structure": False,
                },
                "Arenan": {"kind": "outside", "power": "talks", "in_fixed_structure": False},
            }.items()
        )
    }
    for child, parent in (("AU", "Samråd"), ("LSG", "Samråd"), ("Rådet", "LSG")):
        Parentage.objects.create(child=bodies[child], parent=bodies[parent], period=LONG_AGO)
    Parentage.objects.create(child=bodies["Gruppen"], parent=bodies["Rådet"], period=LONG_AGO)
    return bodies


def give(giver, taker, part, office="chair"):
    DerivedSeat.objects.create(of_body=giver, body=taker, office=office, part=part, period=LONG_AGO)


def drawn(here, sphere, on=TODAY):
    return picture_of(register_on(here.pk, on), Sphere(sphere))


def edges_of(picture, *ties):
    return {(edge.tail, edge.head) for edge in picture.edges if edge.tie in ties}


@pytest.mark.rule("R019")
def test_there_is_one_picture_for_the_elected_and_one_for_officials(structure, here):
    political, officials = drawn(here, "political"), drawn(here, "officials")

    assert [one.organ.name for one in political.shapes] == ["Samråd", "AU", "LSG", "Arenan"]
    assert [one.organ.name for one in officials.shapes] == ["Samråd", "LSG", "Rådet"]
    assert [one.look.value for one in officials.shapes] == ["neighbour", "recommends", "others"]
    assert edges_of(officials, Tie.UNDER) == {
        (structure["Samråd"].pk, structure["LSG"].pk),
        (structure["LSG"].pk, structure["Rådet"].pk),
    }


@pytest.mark.rule("R122")
@pytest.mark.rule("R130")
def test_a_working_group_is_told_beside_and_not_drawn(structure, here, read):
    picture = drawn(here, "officials")

    assert "Gruppen" not in [one.organ.name for one in picture.shapes]
    assert picture.working_groups[0].besides == ["under Rådet"]
    words, svgs = read(ADDRESS), re.compile(r"<svg.*?</svg>", re.DOTALL)
    assert not any("Gruppen" in svg for svg in svgs.findall(words))
    assert "Gruppen" in svgs.sub("", words)


def test_an_arena_outside_the_fixed_structure_stands_apart(structure, here):
    picture = drawn(here, "political")

    assert [one.organ.name for one in picture.apart] == ["Arenan"]
    assert "Utanför den fasta strukturen" in shown(picture, TODAY, Places()).svg


@pytest.mark.rule("R142")
def test_a_seat_that_follows_an_office_is_another_line_than_being_adjoined(structure, here):
    council, group, samrad, committee = (structure[n] for n in ("Rådet", "LSG", "Samråd", "AU"))
    give(council, group, "adjoined")
    give(samrad, committee, "seat")
    give(samrad, committee, "seat", office="vice_chair")
    officials, political = drawn(here, "officials"), drawn(here, "political")

    assert edges_of(officials, Tie.ADJOINED) == {(council.pk, group.pk)}
    assert edges_of(political, Tie.SEAT) == {(samrad.pk, committee.pk)}
    notes = {one.organ.name: one.notes for one in [*officials.shapes, *political.shapes]}
    assert notes["Rådet"][-1] == "Ordföranden adjungeras vid behov till LSG"
    assert notes["AU"][-1] == "Har plats: ordföranden och vice ordföranden i Samråd"
    svg = shown(officials, TODAY, Places()).svg
    assert "adjungeras vid behov, utan plats" in svg
    assert "härledd plats" not in svg


def test_a_body_with_two_parents_is_drawn_once_with_a_line_to_each(structure, here):
    Parentage.objects.create(child=structure["Rådet"], parent=structure["Samråd"], period=LONG_AGO)
    picture = drawn(here, "officials")

    assert [one.organ.name for one in picture.shapes].count("Rådet") == 1
    assert {head for _, head in edges_of(picture, Tie.UNDER)} >= {structure["Rådet"].pk}
    assert len([e for e in picture.edges if e.head == structure["Rådet"].pk]) == 2


def test_a_caucus_meets_before_the_common_body(structure, here):
    caucus = BodyFactory(collaboration=here, name="Förmötet", kind="caucus", power="talks")
    Parentage.objects.create(
        child=caucus, parent=structure["Samråd"], relation="before", period=LONG_AGO
    )
    picture = drawn(here, "political")
    shape = next(one for one in picture.shapes if one.organ.name == "Förmötet")

    assert edges_of(picture, Tie.BEFORE) == {(structure["Samråd"].pk, caucus.pk)}
    assert shape.besides == ["möts före Samråd"]


@pytest.mark.rule("R005")
def test_recommendations_go_out_to_the_line_where_decisions_are_taken(structure, here):
    PrincipalFactory.create_batch(2, collaboration=here)
    PrincipalFactory(collaboration=here, region=True, name="Region Länet")
    picture = drawn(here, "political")

    assert Edge(structure["Samråd"].pk, OUT_OF_PICTURE, Tie.OUT) in picture.edges
    assert [edge.tail for edge in picture.edges if edge.tie is Tie.OUT] == [structure["Samråd"].pk]
    assert picture.sides == ["2 kommuner", "Region Länet"]


def test_the_picture_is_of_the_day_asked_for(here, read):
    BodyFactory(collaboration=here, name="Gamla organet", ended=True)
    BodyFactory(collaboration=here, name="Nya organet", slug="nya", period=from_day(CHANGE))

    assert "Gamla organet" not in read(ADDRESS)
    then = read(f"{ADDRESS}?datum=2019-10-03")
    assert "Gamla organet" in then
    assert "Nya organet" not in then
    assert "?datum=2019-10-03" in then


@pytest.mark.rule("R326")
def test_old_beside_new_tells_what_ended_began_and_took_over(here, read):
    old = BodyFactory(collaboration=here, name="Gamla organet", ended=True)
    BodyFactory(collaboration=here, name="Utan arvinge", ended=True)
    new = BodyFactory(collaboration=here, name="Nya organet", period=from_day(CHANGE))
    Succession.objects.create(predecessor=old, heir=new, standing="assumed")

    offered = read(f"{ADDRESS}?datum=2019-10-03")
    assert "?datum=2020-08-31&amp;mot=2020-09-01" in offered
    page = " ".join(read(f"{ADDRESS}?datum=2020-08-31&mot=2020-09-01").split())
    assert page.count(PICTURE) == 4
    table = page.split("Vad som skiljer</h2>")[1].split("</table>")[0]
    assert "Nya organet</a> tar över (antaget)" in table
    assert "Inget organ som tar över är angivet" in table
    assert table.count("Upphör<") == 2
    assert table.count("Börjar<") == 1


def test_a_day_to_compare_with_that_is_no_day_is_told(here, read):
    page = read(f"{ADDRESS}?mot=i%20fjol")

    assert "Jämförelsen visas inte" in page
    assert page.count(PICTURE) == 2


@pytest.mark.rule("R019")
@pytest.mark.parametrize("which", ["fortroendevalda", "tjanstepersoner"])
def test_the_file_has_a_title_texts_and_links_and_nothing_that_styles(structure, client, which):
    response = client.get(f"{ADDRESS}{which}.svg")
    root = ET.fromstring(response.content)  # noqa: S314  (ours)
    tag = "{http://www.w3.org/2000/svg}"

    assert response["Content-Type"].startswith("image/svg+xml")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Samverkan-Public"] == "1"
    assert [one.tag for one in root][:2] == [f"{tag}title", f"{tag}desc"]
    assert "Samråd" in "".join(root.itertext())
    assert {one.get("href") for one in root.iter(f"{tag}a")} >= {
        "http://testserver/lanet/organ/samrad/",
        "http://testserver/lanet/organ/lsg/",
    }
    assert not [one for one in root.iter() if "style" in one.attrib or "class" in one.attrib]
    assert not list(root.iter(f"{tag}style")) + list(root.iter(f"{tag}script"))


def test_there_are_only_two_files(here, client):
    assert client.get(f"{ADDRESS}alla.svg").status_code == 404


def test_boxes_are_read_in_the_order_of_the_list(structure, here):
    svg = shown(drawn(here, "officials"), TODAY, Places(body_url=lambda slug: slug)).svg

    assert re.findall(r'href="(\w+)"', svg) == ["samrad", "lsg", "radet"]


def test_names_are_escaped_and_control_signs_left_out(here):
    BodyFactory(collaboration=here, name="<script>\x1f & ”Rådet”")

    svg = shown(drawn(here, "political"), TODAY, Places()).svg

    assert "<script>" not in svg
    assert "&lt;script&gt; &amp;" in ET.canonicalize(svg)


def test_a_picture_with_too_much_for_a_page_is_told_as_a_list(here, read, client, monkeypatch):
    monkeypatch.setattr(ready, "MOST_IN_A_PAGE", 2)
    BodyFactory.create_batch(3, collaboration=here)
    page = read(ADDRESS)

    assert page.count(PICTURE) == 1
    assert "Bilden har så många organ" in page
    assert client.get(f"{ADDRESS}fortroendevalda.svg").status_code == 200


def test_a_file_has_its_limit_too(here, client, monkeypatch):
    monkeypatch.setattr(views, "MOST_IN_A_FILE", 2)
    BodyFactory.create_batch(3, collaboration=here)

    assert client.get(f"{ADDRESS}fortroendevalda.svg").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_as_many_questions_however_many_bodies(here, client, count):
    samrad = BodyFactory(collaboration=here)
    for body in BodyFactory.create_batch(count, collaboration=here):
        Parentage.objects.create(child=body, parent=samrad, period=LONG_AGO)
        give(body, samrad, "seat")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(ADDRESS).status_code == 200

    assert len(asked) == 6


def test_a_county_without_bodies_says_how_they_come(here, read):
    assert read(ADDRESS).count("Här visas organen när strukturen har lästs in.") == 2


def test_another_collaboration_is_not_drawn(here, elsewhere, read):
    BodyFactory(collaboration=elsewhere, name="Någon annans organ")

    assert "Någon annans organ" not in read(ADDRESS)
