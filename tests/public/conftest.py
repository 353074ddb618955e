"""A collaboration to read about, and another that must never show."""

import pytest

from tests.factories import CollaborationFactory


@pytest.fixture
def here(db):
    return CollaborationFactory(slug="lanet", name="Samverkan i länet")


@pytest.fixture
def elsewhere(db):
    return CollaborationFactory(slug="annorstades", name="En annan samverkan")


@pytest.fixture
def read(client):
    """Return a page as text; it must be there."""

    def text(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, address
        return response.content.decode()

    return text
