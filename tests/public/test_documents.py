"""Files that everybody may read."""

import pytest

from tests.factories import DocumentFactory


def address(document):
    return f"/lanet/dokument/{document.key}/{document.name}"


def test_a_public_file_is_given_as_it_came(client, here):
    document = DocumentFactory(collaboration=here, name="utdrag.pdf")

    response = client.get(address(document))

    assert response.content == b"%PDF-1.7\n"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="utdrag.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")


def test_what_a_browser_should_not_open_is_saved(client, here):
    document = DocumentFactory(
        collaboration=here, name="bilaga.docx", content_type="application/vnd.ms-word"
    )

    response = client.get(address(document))

    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"].endswith("sandbox")


@pytest.mark.parametrize("visibility", ["members", "closed"])
def test_what_is_not_for_everybody_is_not_found(client, here, visibility):
    document = DocumentFactory(collaboration=here, visibility=visibility)

    assert client.get(address(document)).status_code == 404


def test_a_file_is_found_under_its_own_name_only(client, here, elsewhere):
    document = DocumentFactory(collaboration=here)

    assert client.get(f"/lanet/dokument/{document.key}/annat.pdf").status_code == 404
    assert client.get(address(document).replace("lanet", "annorstades")).status_code == 404
