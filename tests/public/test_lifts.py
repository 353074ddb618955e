"""A case's way up on the open page: the ladder, the test, and the lines without names."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.cases.actions import Said, note_line_entry
from samverkan.cases.choices import LineAnswer
from tests.cases.ladders import a_ladder, answered, lifted, prepared_at
from tests.factories import TESTER, CaseFactory, CollaborationFactory

PERSON, COMMENT = "Sara Snölykta", "Vi hinner inte."


@pytest.fixture
def here(db):
    return a_ladder()


@pytest.fixture
def case(here):
    return CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)


def read(client, case):
    return client.get(f"/{case.collaboration.slug}/arenden/{case.number}/").content.decode()


@pytest.mark.rule("R156")
def test_everybody_sees_the_ladder_and_the_test(here, case, client):
    prepared_at(here.lsg, case, on=localdate() - timedelta(days=3))
    answered(case, here.samrad, tried_locally=False)

    page = read(client, case)

    assert "Var frågan hör hemma" in page
    assert "Inte prövat lokalt: Därför." in page
    assert "Inför Samrådet</h3>" in page


@pytest.mark.rule("R148")
def test_everybody_sees_each_lines_answer_and_nobodys_name(here, case, client):
    lift = lifted(case, here.samrad)
    entry = lift.entries.get(principal__slug="ort-1")
    said = Said(LineAnswer.OBJECTS, "Socialchef", PERSON, COMMENT)
    note_line_entry(entry.pk, said, by_link=True, by=TESTER, now=localtime())

    page = read(client, case)

    assert "Invänder" in page
    assert page.count("Har inte svarat") == 2
    assert PERSON not in page
    assert COMMENT not in page
    assert "registrator@" not in page


def test_only_the_last_answers_to_a_test_are_shown(here, case, client):
    answered(case, here.samrad, tried_locally=False)
    answered(case, here.samrad)

    assert read(client, case).count("Inför Samrådet</h3>") == 1


def test_where_nobody_prepares_there_is_no_ladder(client, db):
    case = CaseFactory(collaboration=CollaborationFactory(), prepared=True)

    assert "Var frågan hör hemma" not in read(client, case)


def test_a_lift_to_read_takes_no_more_questions_with_more_principals(
    here, case, client, django_assert_max_num_queries
):
    larger = a_ladder(principals=9)
    other = CaseFactory(collaboration=larger.collaboration, body=larger.lsg, prepared=True)
    lifted(case, here.samrad)
    lifted(other, larger.samrad)
    read(client, case)
    with django_assert_max_num_queries(60) as few:
        read(client, case)

    with django_assert_max_num_queries(len(few)):
        read(client, other)
