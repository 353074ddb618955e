"""Packages: whole, the same bytes each time, read by machines, never changed."""

import hashlib
import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from django.db import DatabaseError, transaction
from django.utils.timezone import localtime
from lxml import etree

import samverkan
from samverkan.dispatches.actions import (
    dispatch_recommendation,
    fetch_package,
    make_packages,
    package_of,
)
from samverkan.dispatches.models import Fetch, Package, PackageFile
from samverkan.dispatches.packages import parts
from samverkan.dispatches.packages.making import PackageAltered, made, zip_of
from samverkan.dispatches.packages.metadata import Metadata, schema
from samverkan.documents.models import Content
from samverkan.documents.pdf import NotPrinted
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.obstacles import StepRefused
from tests.documents.files import pdf
from tests.factories import (
    TESTER,
    CollaborationFactory,
    ContentFactory,
    DispatchFactory,
    DocumentFactory,
    PrincipalFactory,
    agreed_recommendation,
)

SCHEMAS = Path(samverkan.__file__).parent / "static" / "samverkan" / "schemas"
XSD = etree.XMLSchema(etree.parse(SCHEMAS / "dispatch-1.xsd"))
NOW = datetime(2026, 4, 1, 9, 30, tzinfo=UTC)
REGISTRAR = Actor("Registrator via personlig länk", "Malå kommun")
PDF, TEXT = pdf(), "Rutin för utskrivning.\n\nAlla gör lika.\n".encode()


def attached(here, name, data, content_type):
    sha256 = hashlib.sha256(data).hexdigest()
    content = ContentFactory(data=data, sha256=sha256)
    return DocumentFactory(
        collaboration=here, content=content, size=len(data), name=name, content_type=content_type
    )


@pytest.fixture
def here(db):
    return CollaborationFactory(contact_name="Alva Alm", contact_email="alva@norr.example")


@pytest.fixture
def recommendation(here):
    PrincipalFactory(collaboration=here, name="Malå kommun", short_name="Malå", slug="mala")
    return agreed_recommendation(
        here,
        on=date(2026, 3, 12),
        annexes=(
            ("Bilaga 1", attached(here, "rutin.pdf", PDF, "application/pdf")),
            ("Bilaga 2", attached(here, "lathund & å.txt", TEXT, "text/plain")),
        ),
    )


@pytest.fixture
def dispatch(recommendation):
    dispatch_recommendation(
        recommendation.collaboration_id,
        recommendation.number,
        reply_by=date(2026, 6, 1),
        by=TESTER,
        now=NOW,
    )
    return recommendation.dispatches.get(principal__slug="mala")


@pytest.fixture
def package(dispatch):
    make_packages(NOW + timedelta(minutes=1))
    return package_of(dispatch)


@pytest.fixture
def files(package):
    with zipfile.ZipFile(io.BytesIO(zip_of(package))) as archive:
        return {one.filename: archive.read(one) for one in archive.infolist()}


@pytest.mark.rule("R155")
def test_a_dispatch_freezes_a_package_a_principal_and_prints_nothing(dispatch):
    waiting = Package.objects.filter(dispatch__recommendation=dispatch.recommendation)

    assert waiting.count() == dispatch.recommendation.dispatches.count()
    assert set(waiting.values_list("made_at", "sha256")) == {(None, "")}
    assert not PackageFile.objects.exists()


@pytest.mark.rule("R155")
@pytest.mark.rule("R311")
@pytest.mark.rule("R313")
def test_it_holds_the_letter_the_proposal_every_annex_and_what_machines_read(files):
    assert list(files) == [
        "01 Missiv.pdf",
        "02 Förslag till beslut.pdf",
        "03 Förslag till beslut.docx",
        "Bilagor/01 rutin.pdf",
        "Bilagor/02 lathund & å.txt",
        "Bilagor/02 lathund & å (läsversion).pdf",
        "metadata.json",
        "metadata.xml",
        "SHA256SUMS",
    ]
    assert files["Bilagor/01 rutin.pdf"] == PDF
    assert files["Bilagor/02 lathund & å.txt"] == TEXT


@pytest.mark.parametrize(
    "path",
    [
        "01 Missiv.pdf",
        "02 Förslag till beslut.pdf",
        "Bilagor/02 lathund & å (läsversion).pdf",
    ],
)
def test_what_we_print_is_tagged_and_made_to_be_kept(files, path):
    with pikepdf.open(io.BytesIO(files[path])) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.StructTreeRoot.K
        assert str(document.Root.Lang) == "sv-SE"
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_every_sum_is_right_and_reads_as_sha256sum_writes_it(files):
    rows = dict(reversed(row.split("  ", 1)) for row in files["SHA256SUMS"].decode().splitlines())

    assert rows == {
        path: hashlib.sha256(data).hexdigest()
        for path, data in files.items()
        if path != "SHA256SUMS"
    }


def test_the_metadata_is_valid_and_says_the_same_twice(files, package, dispatch):
    told = Metadata.model_validate_json(files["metadata.json"])
    document = etree.fromstring(files["metadata.xml"])
    XSD.assertValid(document)
    spaces = {"d": "urn:samverkan:dispatch:1"}

    assert (told.id, told.recommendation_number) == (
        package.key,
        dispatch.recommendation.number,
    )
    assert (told.meeting_date, told.point) == (date(2026, 3, 12), dispatch.recommendation.point)
    assert told.sender.email == "alva@norr.example"
    assert (told.addressee.name, told.addressee.address) == ("Malå kommun", "mala")
    assert (told.reply_by, told.reference_number) == (date(2026, 6, 1), "")
    assert b'"dispatched_at": "2026-04-01T09:30:00+00:00"' in files["metadata.json"]
    assert document.findtext("d:dispatched_at", namespaces=spaces) == "2026-04-01T09:30:00+00:00"
    assert document.findtext("d:id", namespaces=spaces) == str(told.id)
    assert document.find("d:reference_number", spaces) is None
    in_xml = document.xpath("d:files/d:file/d:sha256/text()", namespaces=spaces)
    assert in_xml == [one.sha256 for one in told.files]
    assert {one.path for one in told.files} == set(files) - {
        "metadata.json",
        "metadata.xml",
        "SHA256SUMS",
    }


def test_the_schema_that_is_shipped_is_the_one_that_is_used():
    assert (SCHEMAS / "dispatch-1.schema.json").read_bytes() == schema()


def test_a_package_with_a_field_too_many_or_a_wrong_sum_is_not_valid(files):
    broken = files["metadata.xml"].replace(b"<size>", b"<size>-")

    assert not XSD.validate(etree.fromstring(broken))
    with pytest.raises(ValueError, match="sha256"):
        Metadata.model_validate_json(
            files["metadata.json"].replace(b'"sha256": "', b'"sha256": "x')
        )


def test_the_same_bytes_each_time_and_the_sum_that_was_recorded(package):
    whole = zip_of(package)
    again = made(package)

    assert whole == zip_of(package)
    assert hashlib.sha256(whole).hexdigest() == package.sha256 == again.sha256
    assert len(whole) == package.size == again.size
    entry = Entry.objects.get(verb="package.made")
    assert entry.content["facts"]["packages"]["mala"] == package.sha256
    assert entry.visibility == "members"


def test_what_changes_later_does_not_change_it(package, here):
    before = zip_of(package)
    Collaboration.objects.filter(pk=here.pk).update(contact_name="Bo Berg", name="Annat namn")
    package.dispatch.principal.name = "Nya Malå"
    package.dispatch.principal.save()

    assert zip_of(package_of(package.dispatch)) == before


def test_nobody_changes_what_is_made(package):
    changes = (
        lambda: Package.objects.filter(pk=package.pk).update(sha256="0" * 64),
        lambda: Package.objects.filter(pk=package.pk).delete(),
        lambda: PackageFile.objects.update(size=1),
    )
    for change in changes:
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert package_of(package.dispatch).sha256 == package.sha256


def test_a_file_that_is_not_what_it_was_is_never_handed_out(package):
    Content.objects.filter(pk=package.files.first().content_id).update(data=b"annat")

    with pytest.raises(PackageAltered):
        zip_of(package)


def test_packages_are_made_once_however_often_it_is_asked(dispatch):
    first, second = make_packages(NOW), make_packages(NOW)

    assert (first, second) == (dispatch.recommendation.dispatches.count(), 0)
    assert Entry.objects.filter(verb="package.made").count() == 1


def test_one_that_cannot_be_printed_holds_no_other_up_and_is_made_later(dispatch, monkeypatch):
    def fails_for_mala(package):
        if package.dispatch.principal.slug == "mala":
            raise NotPrinted("no paper")
        return []

    parts_with = [*parts.PARTS, fails_for_mala]
    monkeypatch.setattr("samverkan.dispatches.packages.making.PARTS", parts_with)
    others = dispatch.recommendation.dispatches.count() - 1
    assert make_packages(NOW) == others

    monkeypatch.setattr("samverkan.dispatches.packages.making.PARTS", parts.PARTS)
    assert make_packages(NOW) == 1


def test_fetching_makes_it_at_once_and_is_noted_the_first_time(dispatch):
    at = localtime()
    package = fetch_package(dispatch.pk, by=REGISTRAR, now=at)
    fetch_package(dispatch.pk, by=REGISTRAR, now=at + timedelta(days=1))

    assert package.made_at == at
    assert Fetch.objects.get().at == at
    assert Entry.objects.filter(verb="package.fetched").count() == 1


def test_what_was_loaded_from_a_source_has_no_package(db):
    dispatch = DispatchFactory()

    with pytest.raises(StepRefused) as refusal:
        fetch_package(dispatch.pk, by=REGISTRAR, now=localtime())

    assert [one.code for one in refusal.value.obstacles] == ["no_package"]
