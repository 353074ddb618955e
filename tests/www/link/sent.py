"""What registrars send in."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.documents.files import pdf

EXTRACT = pdf()  # two that are made one after the other are not the same bytes


def extract(name="utdrag.pdf", data=None):
    return SimpleUploadedFile(
        name, EXTRACT if data is None else data, content_type="application/pdf"
    )


def decision(on, kind="approved", **other):
    return {
        "kind": kind,
        "deciding_body": "Socialnämnden",
        "on": on.isoformat(),
        "paragraph": "§ 31",
        "extract": extract(),
        **other,
    }
