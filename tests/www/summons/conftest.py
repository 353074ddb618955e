"""Someone who is called, with the link of the letter and no account."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from samverkan.journal.tokens import token_of
from samverkan.meetings.actions import call_meeting
from tests.factories import TESTER
from tests.www.conftest import make_county


class Holder:
    """A browser of someone with the link."""

    def __init__(self, token, **options):
        self.token = token
        self.client = Client(**options)

    def url(self, name="show"):
        return reverse(f"summons:{name}", args=[self.token])

    def get(self, name="show"):
        return self.client.get(self.url(name))

    def post(self, **typed):
        return self.client.post(self.url("answer"), typed)


@pytest.fixture(autouse=True)
def fresh_counts(db):
    cache.clear()


@pytest.fixture
def county(db):
    return make_county()


@pytest.fixture
def meeting(county):
    meeting = county.meeting(days=9)
    call_meeting(meeting.pk, by=TESTER, now=localtime())
    meeting.refresh_from_db()
    return meeting


@pytest.fixture
def call(meeting, county):
    return meeting.calls.get(person=county.member)


@pytest.fixture
def holder(call):
    return Holder(token_of(call.key))


@pytest.fixture
def an_hour_ago():
    return localtime() - timedelta(hours=1)
