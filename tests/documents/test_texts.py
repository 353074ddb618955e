"""The checksum of a frozen text, and how such a text is shown as a page's part."""

import pytest
from django.template.loader import render_to_string

from samverkan.documents.texts import MinutesText, PointText, PresentText, ProposalText, digest
from tests.documents.texts import MINUTES, PROPOSAL


def test_the_checksum_depends_on_the_text_and_not_on_its_order():
    assert digest(PROPOSAL) == digest(dict(reversed(PROPOSAL.items())))
    assert digest(PROPOSAL) != digest(PROPOSAL | {"point": 81})
    assert len(digest(PROPOSAL)) == 64


def test_the_examples_have_the_shape_of_the_texts():
    assert PROPOSAL.keys() == ProposalText.__annotations__.keys()
    assert MINUTES.keys() == MinutesText.__annotations__.keys()
    assert {*MINUTES["points"][2]} == {*PointText.__annotations__}
    assert {*MINUTES["points"][0]} == {*PointText.__required_keys__}
    assert {*MINUTES["deciding"][0]} == {*PresentText.__annotations__}


@pytest.mark.rule("R311")
@pytest.mark.rule("R312")
def test_a_proposal_is_shown_with_its_parts():
    page = render_to_string("documents/_proposal.html", {"text": PROPOSAL, "sha256": "abc"})

    headings = ("Sammanfattning", "Bakgrund", "Förslag till beslut", "Bilagor")
    assert all(f"<h3>{heading}</h3>" in page for heading in headings)
    assert "Resurser" not in page
    assert "<p>Kommunfullmäktige beslutar</p>" in page
    assert page.count("<li>att ") == 2
    assert "27\xa0september 2018, punkt 80" in page
    assert "Fylls i av huvudmannen" in page
    assert "<code>abc</code>" in page


@pytest.mark.rule("R291")
@pytest.mark.rule("R296")
@pytest.mark.rule("R304")
def test_minutes_are_shown_with_their_parts():
    page = " ".join(render_to_string("documents/_minutes.html", {"text": MINUTES}).split())

    assert "Anna Exempel (s), Norsjö<br>" in page
    assert "Bo Prov (c), i stället för Cia Test" in page
    assert "<dt>Justerat</dt> <dd> Anna Exempel, Ordförande<br>4 oktober 2018<br>" in page
    assert "Bo Prov, justerare<br>2 oktober 2018" in page
    assert "<dt>Nästa möte</dt> <dd>30 oktober 2018, Umeå</dd>" in page
    assert "<strong>Avvikande mening, Bo Prov.</strong> Det går för fort." in page
    assert "Presentera förutsättningarna. Koordinatorerna, till Samråd den 30" in page
    assert "76–80" in page
    assert "<h4>Rekommendation</h4>" in page
    assert "Utfall: återremiss." in page
    assert "Utkast" not in page


@pytest.mark.rule("R304")
def test_minutes_that_nobody_has_approved_are_shown_as_a_draft():
    page = render_to_string("documents/_minutes.html", {"text": MINUTES | {"approved_by": ""}})

    assert "Utkast" in page
    assert "Justerat" not in page


def test_markup_in_a_text_is_shown_and_not_run():
    page = render_to_string(
        "documents/_proposal.html", {"text": PROPOSAL | {"summary": "<script>", "title": "<b>"}}
    )

    assert "<script>" not in page
    assert "<b>" not in page


def test_minutes_of_before_there_could_be_several_show_the_one_who_approved():
    later = ("approvals", "approved_sha256", "next_meeting")
    former = {part: said for part, said in MINUTES.items() if part not in later}
    page = " ".join(render_to_string("documents/_minutes.html", {"text": former}).split())

    assert "<dt>Justerat</dt> <dd> Anna Exempel, Ordförande<br>4 oktober 2018" in page
    assert "Nästa möte" not in page


@pytest.mark.rule("R298")
def test_one_clause_can_stand_in_running_text():
    point = MINUTES["points"][2] | {"inline": True, "clauses": ["att anta huvudpunkterna."]}
    page = render_to_string("documents/_minutes.html", {"text": MINUTES | {"points": [point]}})

    assert "<p>Styrgruppen rekommenderar huvudmännen att anta huvudpunkterna.</p>" in page


@pytest.mark.rule("R008")
def test_an_inner_decision_says_which_matter_and_where_it_stands():
    point = MINUTES["points"][2] | {"inner_kind": "den egna arbetsordningen, § 5.1.4"}
    page = render_to_string("documents/_minutes.html", {"text": MINUTES | {"points": [point]}})

    assert "Egen fråga: den egna arbetsordningen, § 5.1.4." in page
