"""Decision proposals as Word files: in each principal's own form, or the joint neutral one."""

import hashlib
import io
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.cases.actions import Consequences, weigh_consequences
from samverkan.dispatches.actions import add_template, dispatch_recommendation
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.papers import paper_docx, papers_zip
from samverkan.dispatches.proposals import proposal_text
from samverkan.dispatches.rules.papers import decider_in, lead_of
from samverkan.documents.models import Content
from samverkan.documents.texts import digest
from samverkan.documents.word.reading import read
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.letterheads import Sender, set_letterhead
from samverkan.principals.models import LineBody
from tests.documents.forms import form, lines
from tests.factories import (
    LONG_AGO,
    TESTER,
    CollaborationFactory,
    DispatchFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
ACT = {"by": TESTER, "now": NOW}


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def principals(here):
    made = [PrincipalFactory(collaboration=here, position=number) for number in range(16)]
    LineBody.objects.create(
        principal=made[0],
        name="Socialnämnden",
        kind=LineBodyKind.COMMITTEE,
        is_usual_decider=True,
        period=LONG_AGO,
    )
    return made


@pytest.fixture
def recommendation(here, principals):
    return agreed_recommendation(here, on=date(2026, 3, 12))


def send(recommendation):
    dispatch_recommendation(recommendation.collaboration_id, recommendation.number, **ACT)
    return {one.principal_id: one for one in Dispatch.objects.select_related("principal")}


def own_form(principal, *paragraphs, first=date(2026, 1, 1), days=0):
    add_template(
        principal.pk,
        name="mall.docx",
        data=form(*paragraphs),
        first=first,
        reason="Kort mall.",
        by=TESTER,
        now=NOW + timedelta(days=days),
    )


def said(dispatch) -> list[str]:
    found = read(paper_docx(dispatch))
    return [one.text for one in found.top + found.text + found.foot]


@pytest.mark.rule("R311")
@pytest.mark.rule("R312")
def test_the_paper_is_in_the_neutral_form_without_one_of_its_own(recommendation, principals):
    paper = said(send(recommendation)[principals[0].pk])

    assert paper[1] == recommendation.title
    start = paper.index("Förslag till beslut")
    assert paper[start + 1 : start + 6] == [
        "Socialnämnden beslutar",
        "att anta rutinen, samt",
        "att följa upp den.",
        "Bilagor",
        "Inga bilagor.",
    ]


@pytest.mark.rule("R155")
def test_the_paper_is_in_the_principals_own_form_of_that_day(recommendation, principals):
    own_form(principals[0], "Vår mall: {{rubrik}}")
    sent = send(recommendation)
    own_form(principals[0], "Ny mall: {{rubrik}}", first=date(2026, 4, 2), days=1)

    assert lines(paper_docx(sent[principals[0].pk])) == [f"Vår mall: {recommendation.title}"]
    assert len(lines(paper_docx(sent[principals[1].pk]))) > 10


def test_the_reference_number_comes_in_when_it_is_told(recommendation, principals):
    own_form(principals[0], "Dnr {{diarienummer}}")
    dispatch = send(recommendation)[principals[0].pk]
    before = lines(paper_docx(dispatch))

    dispatch.reference_number = "SN 2026/7"

    assert (before, lines(paper_docx(dispatch))) == (["Dnr "], ["Dnr SN 2026/7"])


@pytest.mark.rule("R317")
def test_consequences_and_resources_are_frozen_into_the_proposal(recommendation, principals):
    case = recommendation.case
    weigh_consequences(
        case.collaboration_id,
        case.number,
        Consequences(economy_consequences="Ryms inom ram.", resources="Delas\n\nlika."),
        **ACT,
    )
    recommendation.refresh_from_db()

    dispatch = send(recommendation)[principals[0].pk]

    case.refresh_from_db()
    case.economy_consequences = "Något annat"
    case.save()
    assert dispatch.proposal["consequences"] == {
        "economy": "Ryms inom ram.",
        "children": "",
        "minority": "",
        "staff": "",
    }
    paper = said(dispatch)
    place = paper.index("Resurser och finansiering")
    assert paper[place + 1 : place + 3] == ["Delas", "lika."]
    assert paper[paper.index("Ekonomi") + 1] == "Ryms inom ram."
    assert paper[paper.index("Barn") + 1] == "Inte bedömt."


@pytest.mark.rule("R323")
def test_the_letterhead_of_the_day_is_frozen_with_it(recommendation, principals):
    sender = Sender("Malå kommun", phone="0953-140 00", organisation_number="232100-0222")
    set_letterhead(principals[0].pk, sender, first=date(2026, 1, 1), **ACT)
    dispatch = send(recommendation)[principals[0].pk]
    set_letterhead(principals[0].pk, Sender("Nya Malå"), first=date(2026, 4, 1), **ACT)

    assert dispatch.proposal["letterhead"]["name"] == "Malå kommun"
    assert dispatch.sha256 == digest(dispatch.proposal)
    assert said(dispatch)[-3:-1] == ["Telefon: 0953-140 00", "Org.nr: 232100-0222"]


@pytest.mark.rule("R321")
@pytest.mark.rule("R322")
def test_a_committee_that_does_not_decide_proposes_to_its_council(recommendation, principals):
    text = proposal_text(
        recommendation,
        principals[0],
        addressee="",
        decider="Hälso- och sjukvårdsnämnden",
        annexes=[],
        proposes_to="fullmäktige",
    )

    assert text["lead"] == "Hälso- och sjukvårdsnämnden föreslår fullmäktige besluta"
    assert decider_in(text["lead"]) == "Fullmäktige"
    assert decider_in(lead_of("Socialnämnden")) == "Socialnämnden"
    assert decider_in(lead_of("")) == ""


def test_all_sixteen_come_in_one_file_that_says_what_is_in_it(recommendation, principals):
    own_form(principals[3], "{{rubrik}}")
    send(recommendation)

    packed = papers_zip(recommendation)

    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        told = archive.read("00 Innehåll.txt").decode()
        first = archive.read(names[0])
    everyone = recommendation.dispatches.count()
    assert len([name for name in names if name.endswith(".docx")]) == everyone >= 16
    assert f"forslag-{recommendation.number}-{principals[0].slug}.docx" in names
    assert hashlib.sha256(first).hexdigest() in told
    assert told.count("egen mall från 2026-01-01") == 1
    assert told.count("den gemensamma neutrala mallen") == everyone - 1
    assert papers_zip(recommendation) == packed


def test_sixteen_take_no_more_questions_than_one(
    recommendation, principals, django_assert_max_num_queries
):
    for principal in principals:
        own_form(principal, "{{rubrik}}")
    send(recommendation)

    with django_assert_max_num_queries(4):
        papers_zip(recommendation)


def test_a_form_that_can_no_longer_be_read_gives_way_to_the_neutral(recommendation, principals):
    own_form(principals[0], "{{rubrik}}")
    Content.objects.update(data=b"PK\x03\x04 broken")

    assert "Sammanfattning" in said(send(recommendation)[principals[0].pk])


def test_a_proposal_sent_before_there_were_letterheads_is_a_paper_too(db):
    dispatch = DispatchFactory()

    assert "Förslag till beslut" in said(dispatch)
