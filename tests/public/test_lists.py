"""Lists: as many questions to the database for one row as for thirty, and never another's rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    AgreementFactory,
    BodyFactory,
    CaseFactory,
    DispatchFactory,
    MeetingFactory,
    MissionFactory,
    PrincipalFactory,
    RecommendationFactory,
)


def recommendations(here, count):
    principal = here.principals.first() or PrincipalFactory(collaboration=here, slug="huvudman")
    for _ in range(count):
        one = RecommendationFactory(collaboration=here, dispatched=True)
        DispatchFactory(recommendation=one, principal=principal, approved=True)
        out = RecommendationFactory(collaboration=here, dispatched=True)
        DispatchFactory(recommendation=out, principal=principal)


def answers(here, count):
    one = here.recommendations.first() or RecommendationFactory(
        collaboration=here, dispatched=True, number="r2026-01"
    )
    DispatchFactory.create_batch(count, recommendation=one, approved=True)


def members(here, count):
    body = here.bodies.first() or BodyFactory(collaboration=here, slug="organet")
    MissionFactory.create_batch(count, body=body)


LISTS = {
    "beslutslaget/": recommendations,
    "huvudman/": lambda here, count: PrincipalFactory.create_batch(count, collaboration=here),
    "huvudman/huvudman/": recommendations,
    "rekommendationer/r2026-01/": answers,
    "arenden/": lambda here, count: CaseFactory.create_batch(
        count, collaboration=here, prepared=True
    ),
    "moten/": lambda here, count: MeetingFactory.create_batch(count, collaboration=here, held=True),
    "struktur/": lambda here, count: BodyFactory.create_batch(count, collaboration=here),
    "organ/organet/": members,
    "overenskommelser/": lambda here, count: AgreementFactory.create_batch(
        count, collaboration=here
    ),
}


@pytest.mark.parametrize("path", LISTS)
def test_thirty_rows_take_as_many_questions_as_one(here, read, path):
    LISTS[path](here, 1)
    with CaptureQueriesContext(connection) as one:
        read(f"/lanet/{path}")

    LISTS[path](here, 29)

    with CaptureQueriesContext(connection) as thirty:
        read(f"/lanet/{path}")
    assert len(thirty) == len(one)


@pytest.mark.parametrize(
    "path",
    ["", "beslutslaget/", "huvudman/", "arenden/", "moten/", "struktur/", "overenskommelser/"],
)
def test_nothing_of_another_collaboration_shows(here, elsewhere, read, path):
    before = read(f"/lanet/{path}")

    principal = PrincipalFactory(collaboration=elsewhere)
    out = RecommendationFactory(collaboration=elsewhere, dispatched=True)
    DispatchFactory(recommendation=out, principal=principal)
    CaseFactory(collaboration=elsewhere, prepared=True)
    MeetingFactory(collaboration=elsewhere, held=True)
    BodyFactory(collaboration=elsewhere, ended=True)
    AgreementFactory(collaboration=elsewhere)

    assert read(f"/lanet/{path}") == before


def test_things_of_another_collaboration_are_not_found_by_their_names(client, here, elsewhere):
    recommendation = RecommendationFactory(collaboration=elsewhere, dispatched=True)
    principal = PrincipalFactory(collaboration=elsewhere)
    meeting = MeetingFactory(collaboration=elsewhere, held=True)
    agreement = AgreementFactory(collaboration=elsewhere)

    for path in (
        f"rekommendationer/{recommendation.number}/",
        f"arenden/{recommendation.case.number}/",
        f"huvudman/{principal.slug}/",
        f"organ/{meeting.body.slug}/",
        f"organ/{meeting.body.slug}/moten/{meeting.on}/",
        f"overenskommelser/{agreement.slug}/",
    ):
        assert client.get(f"/lanet/{path}").status_code == 404
        assert client.get(f"/annorstades/{path}").status_code == 200
