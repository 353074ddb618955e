"""The front before the pages: a change is seen in the very next request."""

import pytest
from django.core.wsgi import get_wsgi_application
from django.test import RequestFactory

from samverkan.journal.beacon import beacon
from samverkan.running.front import Front
from tests.factories import CollaborationFactory, PrincipalFactory, agreed_recommendation

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def ask():
    front = Front(get_wsgi_application(), beacon())

    def get(path, **headers):
        heard = {}
        environ = RequestFactory().get(path, headers=headers).environ
        body = front(environ, lambda status, pairs, *_: heard.update(status=status, **dict(pairs)))
        return heard, b"".join(body).decode()

    return get


def test_a_change_is_seen_in_the_very_next_request(ask):
    here = CollaborationFactory(slug="lanet")
    PrincipalFactory(collaboration=here)
    heard, before = ask("/lanet/beslutslaget/")
    again, _ = ask("/lanet/beslutslaget/", if_none_match=heard["ETag"])

    agreed_recommendation(here, title="Nyss rekommenderat", dispatched=True)
    changed, after = ask("/lanet/beslutslaget/", if_none_match=heard["ETag"])

    assert again["status"].startswith("304")
    assert changed["status"].startswith("200")
    assert "Nyss rekommenderat" not in before
    assert "Nyss rekommenderat" in after
