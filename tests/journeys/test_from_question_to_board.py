"""A new question all the way: five people, each at a screen of their own."""

import pytest
from django.core import mail

from samverkan.journal.tasks import send_notices
from samverkan.journal.verify import verify
from samverkan.people.models import Person
from samverkan.public.templatetags.swedish import short_day
from tests.documents.files import pdf
from tests.journeys import chair, coordinator, member, registrar, visitor
from tests.journeys.conftest import sign_in
from tests.journeys.county import CHAIR, MEMBER

pytestmark = pytest.mark.browser


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "rutin.pdf"
    path.write_bytes(pdf())
    return path


@pytest.mark.rule("R152")
@pytest.mark.rule("R153")
@pytest.mark.rule("R154")
@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_question_comes_to_the_board_and_back_to_its_body(open_browser, seated, paper, script):
    def somebody(**options):
        return open_browser(java_script_enabled=script, **options)

    raiser = sign_in(somebody(), MEMBER)
    member.raises_the_question(raiser)

    desk = sign_in(somebody())
    leader = Person.objects.get(account__email=CHAIR).name
    coordinator.documents_and_prepares(desk)
    coordinator.plans_a_meeting(desk, seated.day(0))
    meeting = coordinator.places_the_case(desk)
    leads = sign_in(somebody(), CHAIR)
    chair.agrees_on_the_agenda(leads, meeting)
    coordinator.calls(desk)
    coordinator.notes_attendance(desk, leader)
    coordinator.writes_the_recommendation(desk, paper)
    coordinator.closes_the_meeting(desk)

    chair.approves_the_minutes(leads)

    coordinator.dispatches_to_sixteen(desk, seated)
    send_notices()
    told = [one.to[0] for one in mail.outbox if one.subject.startswith(member.TITLE)]
    assert len(set(told)) == len(told) == 16

    mala = somebody(viewport={"width": 360, "height": 740})
    registrar.opens_the_link(mala, mail.outbox, "mala")
    registrar.confirms_reception(mala, "SN 2026/7")
    registrar.plans(mala, seated.day(7))
    registrar.decides(mala, "Bifall", seated, paper)

    sorsele = somebody()
    registrar.opens_the_link(sorsele, mail.outbox, "sorsele")
    registrar.decides(sorsele, "Avslag", seated, paper, paragraph="§ 13")
    registrar.corrects(sorsele, "§ 31", "Fel paragraf angavs.")

    today = short_day(seated.today)
    reader = somebody()
    visitor.opens_the_board(reader)
    visitor.reads_answers(reader, {"Malå": f"Bifall {today}", "Sorsele": f"Avslag {today}"})
    assert visitor.takes_home_the_extract(reader, "Bifall") == paper.read_bytes()
    assert len(visitor.takes_home_the_table(reader)) == 16
    visitor.reads_the_way_of_the_question(reader, "Socialnämnden, § 31", "Fel paragraf angavs.")

    coordinator.plans_a_meeting(desk, seated.day(30))
    coordinator.finds_the_way_back_on_the_agenda(desk, "2 av 16 har beslutat: 1 bifall, 1 avslag.")
    member.sees_her_question_at(raiser, "Expedierat")
    assert verify(seated.collaboration).broken_at is None
