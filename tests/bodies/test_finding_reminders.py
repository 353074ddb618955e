"""The autumn's reminder that next year's chairs are to be elected, and who reads what is found."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from samverkan.bodies.actions.reminders import remind_of_chairs
from samverkan.bodies.choices import BodyKind, Office
from samverkan.bodies.permissions import Act, may
from samverkan.bodies.tasks import remind_all
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.people.choices import RoleKind
from samverkan.sentences import tell
from tests.factories import (
    TESTER,
    BodyFactory,
    ChairRuleFactory,
    ChairTermFactory,
    RoleFactory,
    UserFactory,
)
from tests.permissions import cast, who_may

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FIRST_OF_OCTOBER = datetime(2026, 10, 1, 7, 30, tzinfo=STOCKHOLM)
THIS_YEAR = from_day(date(2026, 1, 1), date(2027, 1, 1))
NEXT_YEAR = from_day(date(2027, 1, 1), date(2028, 1, 1))


@pytest.fixture
def body(db):
    body = BodyFactory(name="Samråd vård och omsorg", kind=BodyKind.GROUP)
    ChairRuleFactory(body=body)
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        ChairTermFactory(body=body, office=office, period=THIS_YEAR)
    person = RoleFactory(collaboration=body.collaboration, kind=RoleKind.COORDINATOR).person
    UserFactory(person=person, email="kim@example.invalid")
    return body


def refused(body, now=FIRST_OF_OCTOBER):
    with pytest.raises(StepRefused) as refusal:
        remind_of_chairs(body.pk, by=TESTER, now=now)
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
def test_the_coordinators_are_told_what_is_to_be_elected(body):
    entry = remind_of_chairs(body.pk, by=TESTER, now=FIRST_OF_OCTOBER)

    [notice] = Notice.objects.all()
    mail = rendered(notice)
    assert (notice.to, notice.template) == ("kim@example.invalid", "chairs_to_elect")
    assert mail.subject == "Att välja: ordförande och vice ordförande i Samråd vård och omsorg"
    assert "den 31\N{NO-BREAK SPACE}december 2026, och ingen är vald efter det" in mail.body
    assert f"/arbeta/struktur/organ/{body.slug}/" in mail.body
    assert entry.content["rule"] == "R100"
    assert tell(entry) == (
        "Koordinatorerna påmindes om att välja ordförande och vice ordförande i Samråd vård och "
        "omsorg för tiden efter den 31 december 2026."
    )


def test_only_what_is_not_elected_is_named(body):
    ChairTermFactory(body=body, office=Office.CHAIR, period=NEXT_YEAR)

    entry = remind_of_chairs(body.pk, by=TESTER, now=FIRST_OF_OCTOBER)

    assert entry.content["facts"]["offices"] == ["vice ordförande"]


def test_nobody_is_reminded_before_october(body):
    assert refused(body, FIRST_OF_OCTOBER.replace(month=9, day=30)) == ["chairs_reminder_early"]
    assert Entry.objects.count() == Notice.objects.count() == 0


def test_nobody_is_reminded_twice_a_year(body):
    remind_of_chairs(body.pk, by=TESTER, now=FIRST_OF_OCTOBER)

    assert refused(body, FIRST_OF_OCTOBER.replace(month=12, day=31)) == ["chairs_reminded_already"]


def test_a_new_year_gives_a_new_reminder(body):
    remind_of_chairs(body.pk, by=TESTER, now=FIRST_OF_OCTOBER)
    ChairTermFactory(body=body, office=Office.CHAIR, period=NEXT_YEAR)

    assert remind_of_chairs(body.pk, by=TESTER, now=FIRST_OF_OCTOBER.replace(year=2027))


@pytest.mark.parametrize("period", [NEXT_YEAR])
def test_where_all_are_elected_nobody_is_reminded(body, period):
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        ChairTermFactory(body=body, office=office, period=period)

    assert refused(body) == ["next_chairs_known"]


def test_without_a_coordinators_account_the_office_is_written_to(body):
    body.collaboration.contact_email = "kansliet@example.invalid"
    body.collaboration.save()
    UserFactory._meta.model.objects.all().delete()

    remind_of_chairs(body.pk, by=TESTER, now=FIRST_OF_OCTOBER)

    assert [notice.to for notice in Notice.objects.all()] == ["kansliet@example.invalid"]


def test_the_mornings_work_reminds_of_each_body_once(body):
    other = BodyFactory(collaboration=body.collaboration)
    ChairTermFactory(body=other, period=THIS_YEAR)  # no order: nothing is said of its terms

    assert remind_all(FIRST_OF_OCTOBER.replace(month=9, day=30)) == 0
    assert [remind_all(FIRST_OF_OCTOBER), remind_all(FIRST_OF_OCTOBER.replace(day=2))] == [1, 0]


def test_who_reads_what_is_found_in_a_body(db):
    body = BodyFactory()

    assert who_may(cast(body), may, Act.READ_FINDINGS, body) == {
        "member",
        "substitute",
        "chair",
        "vice chair",
        "coordinator",
    }


def test_who_reads_what_is_found_about_a_principal(db):
    body = BodyFactory()
    people = cast(body)
    principal = body.missions.get(person=people["member"].person).principal

    assert who_may(people, may, Act.READ_PRINCIPALS_FINDINGS, principal) == {
        "member",
        "coordinator",
    }
