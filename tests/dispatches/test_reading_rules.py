"""What is read out of a minutes extract, with the words it rests on; and what is not."""

from dataclasses import replace
from datetime import date

import pytest

from samverkan.dispatches.rules.reading import (
    Expected,
    Suggestion,
    names_of,
    reference_numbers_in,
    remarks_on_extract,
    suggestion_in,
)
from samverkan.journal.obstacles import Remark
from tests.dispatches.extracts import (
    BACK_AGAIN,
    MALA,
    OF_ANOTHER_MATTER,
    REGION,
    WHOLE_MINUTES,
)

EXPECTED = Expected(
    number="r2027-03",
    title="Gemensam rutin för utskrivning",
    principal_names=names_of(["Malå kommun"]),
    dispatched_on=date(2027, 3, 20),
    today=date(2027, 6, 30),
    line_bodies=("Socialnämnden", "Kommunstyrelsen"),
    other_principals=("Umeå kommun", "Region Västerbotten", "Sorsele kommun"),
    other_recommendations={"r2027-09": "Snöröjning på gång- och cykelvägar"},
)


def read(text, **change):
    found = suggestion_in(text, replace(EXPECTED, **change))
    return {name: one.value for name, one in found.found().items()}


def codes(text, **change):
    return [one.code for one in remarks_on_extract(text, replace(EXPECTED, **change))]


@pytest.mark.rule("R152")
@pytest.mark.rule("R316")
def test_a_municipal_extract_is_read_whole():
    assert read(MALA) == {
        "on": "2027-05-12",
        "paragraph": "§ 31",
        "reference_number": "SN 2027/123",
        "deciding_body": "Socialnämnden",
        "kind": "approved",
    }


def test_each_value_comes_with_the_words_it_rests_on():
    found = suggestion_in(MALA, EXPECTED)

    assert found.paragraph.quote == "§ 31 Dnr SN 2027/123"
    assert found.kind.quote == "att anta den gemensamma rutinen för utskrivning, samt"
    assert "2027-05-12" in found.on.quote


def test_a_regions_extract_in_another_layout_is_read():
    title = "Årlig uppföljning av hjälpmedelsförsörjningen"

    assert read(REGION, title=title, line_bodies=(), registry_prefix="HSN") == {
        "on": "2027-06-03",
        "paragraph": "§ 88",
        "reference_number": "HSN 335-2027",
        "deciding_body": "Hälso- och sjukvårdsnämnden",
        "kind": "rejected",
    }


def test_in_whole_minutes_only_the_paragraph_of_the_matter_is_read():
    found = read(WHOLE_MINUTES, title="Målbild för barns och ungas hälsa")

    assert found == {
        "on": "2027-06-08",
        "paragraph": "§ 62",
        "reference_number": "KS-2027-90",
        "deciding_body": "Kommunstyrelsen",
        "kind": "approved",
    }


def test_a_referral_back_is_no_decision():
    found = suggestion_in(BACK_AGAIN, EXPECTED)

    assert found.kind is None
    assert found.undecided.quote.startswith("att återremittera ärendet")
    assert (found.on.value, found.paragraph.value) == ("2027-05-12", "§ 17")
    assert found.reference_number.value == "2027/55"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Nämnden beslutar att bifalla rekommendationen.", "approved"),
        ("Nämnden beslutar att ställa sig bakom rutinen.", "approved"),
        ("Beslut\nNämnden antar rutinen.", "approved"),
        ("Nämnden beslutar: bifall.", "approved"),
        ("Nämnden beslutar att inte anta rutinen.", "rejected"),
        ("Beslut\nNämnden antar inte rutinen.", "rejected"),
        ("Nämnden beslutar att avslå rekommendationen.", "rejected"),
        ("Nämnden beslutar att avstå från att anta rutinen.", "rejected"),
        ("Nämnden beslutar att avslå yrkandet om avslag.\nNämnden beslutar att anta.", "approved"),
        ("Nämnden beslutar att godkänna a men avslå b.", None),
        ("Nämnden beslutar att bordlägga ärendet.", None),
        ("Nämnden tackar för informationen.", None),
        ("Förvaltningen föreslår bifall.", None),
    ],
)
def test_the_outcome_is_read_where_the_decision_stands(said, kind):
    assert read(f"Socialnämnden\n{said}\n").get("kind") == kind


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("Dnr KS 2027/123", "KS 2027/123"),
        ("Diarienummer: HSN 335-2019", "HSN 335-2019"),
        ("VLL 2105-2018", "VLL 2105-2018"),
        ("KS/2027:123", "KS/2027:123"),
        ("Dnr 2027/123-701", "2027/123-701"),
        ("Ärendenr: 88-2027", "88-2027"),
        ("Diarienr\nSN-2027-00012", "SN-2027-00012"),
        ("SoU 2027", None),
        ("SOU 2027:12", None),
        ("SFS 2017:725", None),
        ("telefon 0910-12 34 56", None),
        ("2027/123", None),
        ("den 2027-05-12", None),
    ],
)
def test_a_registry_number_is_known_by_its_forms(said, number):
    found = [one for one, _ in reference_numbers_in(f"Rad ett\n{said}\nRad tre")]

    assert found == ([number] if number else [])


def test_the_number_that_is_known_already_is_found_however_it_is_written():
    assert read("Dnr KS 2027/1\nsn2027-123", reference_number="SN 2027/123")[
        "reference_number"
    ] == ("SN 2027/123")
    assert "reference_number" not in read("SN 2027/1234", reference_number="SN 2027/123") or (
        read("SN 2027/1234", reference_number="SN 2027/123")["reference_number"] == "SN 2027/1234"
    )


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("Sammanträdesdatum 2027-03-20", "2027-03-20"),  # the day of the dispatch
        ("Sammanträdesdatum 2027-03-19", None),
        ("Sammanträdesdatum 2027-06-30", "2027-06-30"),  # today
        ("Sammanträdesdatum 2027-07-01", None),
        ("Möte den 12 maj 2027", "2027-05-12"),
        ("Möte 12/5 2027", "2027-05-12"),
        ("Datum 2027.05.12", "2027-05-12"),
        ("Sammanträdesdag 31 juni 2027", None),
        ("Justerat 2027-05-19", None),
        ("Justerat 2027-05-19\nSammanträdesdatum 2027-05-12", "2027-05-12"),
    ],
)
def test_the_day_is_that_of_the_meeting_and_after_the_dispatch(said, on):
    assert read(said).get("on") == on


@pytest.mark.parametrize(
    ("said", "paragraph"),
    [
        ("§31", "§ 31"),
        ("Paragraf 31", "§ 31"),
        ("SN § 031", "§ 31"),
        ("§§ 30-35", None),
        ("enligt § 7 i överenskommelsen", None),
        ("6 kap. 7 § kommunallagen", None),
        ("Arbetsutskottet § 4\n§ 31 Rutin", "§ 31"),
    ],
)
def test_the_paragraph_is_the_decisions_own(said, paragraph):
    assert read(said).get("paragraph") == paragraph


def test_an_empty_text_suggests_and_remarks_nothing():
    assert suggestion_in("", EXPECTED) == Suggestion()
    assert remarks_on_extract(" \n", EXPECTED) == []


@pytest.mark.rule("R152")
def test_an_extract_of_another_matter_is_remarked_and_named():
    found = remarks_on_extract(OF_ANOTHER_MATTER, EXPECTED)

    assert [one.code for one in found] == [
        "extract_about_other",
        "extract_names_other",
        "extract_from_other",
    ]
    assert all(isinstance(one, Remark) for one in found)
    assert found[1].facts == {
        "number": "r2027-09",
        "title": "Snöröjning på gång- och cykelvägar",
    }
    assert found[2].facts == {"principal": "Umeå kommun"}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (MALA, {}),
        ("Ärendet gäller R2027-03.", {}),
        ("Dnr SN 2027-123", {"reference_number": "SN 2027/123"}),
        ("Rutiner vid utskrivningen i länet", {}),
        ("r2027-03 ersätter r2027-09", {}),
        ("Malå kommun\nr2027-03, även Umeå kommun svarar", {}),
    ],
)
def test_the_number_the_reference_or_enough_of_the_title_is_enough(text, change):
    assert codes(text, **change) == []


def test_a_little_of_the_title_is_not_enough():
    title = "Målbild för barns och ungas psykiska hälsa"

    assert codes("Kommunens målbild för vägar", title=title) == ["extract_about_other"]
    assert codes("Målbilden om barn, unga och hälsa", title=title) == []


def test_another_principal_in_the_letterhead_is_remarked_though_the_matter_is_right():
    text = BACK_AGAIN.replace("Gemensam", "r2027-03 Gemensam")

    assert codes(text) == ["extract_from_other"]
    assert codes(text, principal_names=names_of(["Sorsele kommun"])) == []
