"""The coordinator's pages about reception, numbers in files and the registrars' links."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localtime

from samverkan.dispatches.actions import make_packages
from samverkan.dispatches.models import Answer, Dispatch, PrincipalLink
from samverkan.journal.models import Notice
from samverkan.journal.notices import send_due
from tests.factories import agreed_recommendation
from tests.www.conftest import queries_of, text


@pytest.fixture
def out(county):
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on, dispatched=True)


@pytest.fixture
def place(county, out):
    return lambda page: county.address(f"rekommendationer/{page}")


def listed(out, **numbers):
    rows = [f"{out.number};{slug};{number}" for slug, number in numbers.items()]
    data = "\n".join(["Rekommendation;Huvudman;Diarienummer", *rows]).encode()
    return SimpleUploadedFile("lista.csv", data)


def test_the_coordinator_sees_when_it_came_in_at_each(county, coordinator, out, place):
    before = text(coordinator.get(place(f"{out.number}/mottagning/")))
    assert f"Inkommen hos 0 av {len(county.principals)}" in before

    send_due(localtime())
    Notice.objects.filter(to=county.principals[0].registrar_email).update(
        state="failed", sent_at=None
    )
    page = text(coordinator.get(place(f"{out.number}/mottagning/")))

    assert f"Inkommen hos {len(county.principals) - 1} av {len(county.principals)}" in page
    assert "Mejlet gick inte fram" in page
    assert "mejlet togs emot av huvudmannens e-postserver" in page


def test_one_record_and_its_package(county, coordinator, out, place):
    slug = county.principals[0].slug
    here = f"{out.number}/{slug}/"
    assert coordinator.get(place(f"{here}paket.zip")).status_code == 404
    make_packages(localtime())

    page = text(coordinator.get(place(f"{here}mottagningsbevis/")))
    whole = coordinator.get(place(f"{here}paket.zip"))

    assert "Mottagningsbevis" in page
    assert "01 Missiv.pdf" in page
    assert whole["Content-Type"] == "application/zip"
    assert f"{here}mottagningsbevis/" in text(coordinator.get(place(here)))


def test_the_list_takes_as_many_queries_for_all_as_for_one(coordinator, out, place):
    address = place(f"{out.number}/mottagning/")
    many = queries_of(coordinator, address)
    Dispatch.objects.exclude(pk=Dispatch.objects.first().pk).update(to="")

    assert queries_of(coordinator, address) == many


@pytest.mark.rule("R316")
def test_numbers_are_shown_before_they_are_read_in(county, coordinator, out, place):
    first, second = (one.slug for one in county.principals[:2])
    sent = listed(out, **{first: "KS 1", second: "KS 2"})

    page = coordinator.post(place("diarienummer/"), {"do": "check", "file": sent})

    assert "Läs in 2 nummer" in text(page)
    assert not Answer.objects.exists()
    rows = page.context["found"].rows
    for said in ("2 diarienummer är inlästa.", "Inget är ändrat."):
        done = coordinator.post(place("diarienummer/"), {"do": "import", "rows": rows}, follow=True)
        assert said in text(done)
    assert set(Answer.objects.values_list("reference_number", flat=True)) == {"KS 1", "KS 2"}
    assert Answer.objects.count() == 2


@pytest.mark.rule("R316")
def test_faults_are_shown_with_their_cells_and_close_the_button(county, coordinator, out, place):
    sent = listed(out, ingen="KS 1", **{county.principals[0].slug: "x" * 61})

    page = text(coordinator.post(place("diarienummer/"), {"do": "check", "file": sent}))

    assert "B2" in page
    assert "C3" in page
    assert "Läs in" in page  # the heading
    assert 'value="import"' not in page


@pytest.mark.parametrize(
    "rows",
    [
        "",
        "{",
        "[]",
        '{"places": {}, "rows": [[1]]}',
        '{"places": {"x": 1}, "rows": []}',
        '{"places": {}, "rows": [["a", 1, 2, 3]]}',
        '{"places": {}, "rows": [[2, "r1999-01", "mala", "KS 1"]]}',
    ],
)
def test_rows_that_are_not_ours_are_not_read_in(coordinator, out, place, rows):
    answer = coordinator.post(place("diarienummer/"), {"do": "import", "rows": rows})

    assert "Något ändrades medan du läste" in text(answer)
    assert not Answer.objects.exists()


def test_without_a_file_it_asks_for_one(coordinator, out, place):
    assert "Välj filen med diarienummer." in text(
        coordinator.post(place("diarienummer/"), {"do": "check"})
    )


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_template_lists_what_lacks_a_number(coordinator, out, place, ending):
    answer = coordinator.get(place(f"diarienummer/mall.{ending}"))

    assert answer["Content-Disposition"] == f'attachment; filename="diarienummer.{ending}"'
    assert ending != "csv" or out.number in text(answer)
    assert coordinator.get(place("diarienummer/mall.exe")).status_code == 404


def test_a_link_to_all_that_waits_is_renewed_and_revoked(county, coordinator, out, place):
    principal = county.principals[0]
    listed = text(coordinator.get(place("lankar/")))
    assert principal.name in listed

    address = place(f"lankar/{principal.slug}/ny/")
    assert principal.registrar_email in text(coordinator.get(address))
    coordinator.post(address, {"to": "ny@example.invalid"})
    assert PrincipalLink.objects.filter(revoked_at=None, principal=principal).get().to == (
        "ny@example.invalid"
    )

    address = place(f"lankar/{principal.slug}/aterkalla/")
    assert "är återkallad" in text(coordinator.post(address, {}, follow=True))
    assert "Det finns ingen länk som gäller." in text(coordinator.post(address, {}))


@pytest.mark.parametrize(
    "page",
    [
        "{number}/mottagning/",
        "{number}/{principal}/mottagningsbevis/",
        "{number}/{principal}/paket.zip",
        "diarienummer/",
        "diarienummer/mall.csv",
        "lankar/",
        "lankar/{principal}/ny/",
        "lankar/{principal}/aterkalla/",
    ],
)
def test_members_may_not_and_others_do_not_see(county, member, client, out, place, page):
    address = place(page.format(number=out.number, principal=county.principals[0].slug))

    assert member.get(address).status_code == 403
    assert client.get(address).status_code == 302


def test_the_ways_there_are_links(county, coordinator, out, place):
    first = text(coordinator.get(place("")))
    second = text(coordinator.get(place(f"{out.number}/")))

    assert place("diarienummer/") in first
    assert place("lankar/") in first
    assert place(f"{out.number}/mottagning/") in second
