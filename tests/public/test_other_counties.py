"""Every shipped county is drawn, described, covered and looked over by the same code."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from samverkan.bodies.queries.findings import findings_on
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration
from samverkan.sentences import say
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from tests.structures.test_shipped import STRUCTURES

DAY = date(2026, 11, 22)
PAGES = (
    "struktur/",
    "struktur/bild/",
    "struktur/beskrivning/",
    "struktur/tackning/",
    "struktur/stod/",
    "styrdokument/",
    "huvudman/",
)


@pytest.fixture(params=["vasterbotten", "solvik", "fjallmark"])
def county(request, db) -> Collaboration:
    structure = checked(STRUCTURES / request.param).structure()
    load_structure(structure, by=SYSTEM, now=timezone.now())
    return Collaboration.objects.get(slug=request.param)


@pytest.mark.rule("R014")
@pytest.mark.rule("R019")
def test_it_is_shown_on_every_page_of_the_structure(county, client: Client):
    bodies = county.bodies.filter(period__contains=DAY)
    addresses = [*PAGES, *(f"organ/{slug}/" for slug in bodies.values_list("slug", flat=True))]

    for address in addresses:
        page = client.get(f"/{county.slug}/{address}?datum={DAY}")
        assert page.status_code == 200, address
    picture = client.get(f"/{county.slug}/struktur/bild/?datum={DAY}").content.decode()
    drawn = bodies.exclude(sphere="officials").filter(in_fixed_structure=True)
    assert picture.count("<svg") >= 2
    for short in drawn.values_list("slug", flat=True):
        assert f"/organ/{short}/" in picture


def test_what_is_found_in_it_can_be_said(county):
    found = findings_on(county.pk, DAY)

    assert {"stops"} <= {str(one.weight) for one in found}  # nobody sits anywhere yet
    assert all(say(one.obstacle) for one in found)
