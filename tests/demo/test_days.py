"""The story is told on the day of the first start, whichever that is."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from samverkan.demo.story import tell_story
from samverkan.dispatches.models import Dispatch
from samverkan.journal.models import Collaboration

WEEK = [date(2026, 11, 23) + timedelta(days=number) for number in range(7)]


@pytest.mark.django_db
@pytest.mark.parametrize("today", [*WEEK, date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29)])
def test_the_story_can_be_told_on_any_day(today):
    call_command("structure", "load", "structures/vasterbotten", "--yes", verbosity=0)
    county = Collaboration.objects.get(slug="vasterbotten")

    tell_story(county, today=today, password="bara-i-provet")

    told = Dispatch.objects.filter(recommendation__title__startswith="Årlig uppföljning")
    assert told.filter(state__in=["approved", "rejected"]).count() == 8
