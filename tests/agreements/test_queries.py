import pytest

from samverkan.agreements.models import Agreement, Section
from samverkan.agreements.queries import agreements_of, anchor, quoted, section_of
from samverkan.journal.models import Collaboration


def agreement(slug: str = "har", sections: int = 3) -> Agreement:
    here, _ = Collaboration.objects.get_or_create(slug=slug, name=slug, parties_text="", county="")
    made = Agreement.objects.create(
        collaboration=here, slug=f"a{here.agreements.count()}", title=f"Vår i {slug}", parties=""
    )
    Section.objects.bulk_create(
        Section(agreement=made, position=nr, number=f"5.{nr}", heading="H", text=f"{slug} 5.{nr}")
        for nr in range(sections, 0, -1)
    )
    return made


def test_a_section_is_found_by_its_number_in_its_own_collaboration(db):
    here, there = agreement("har"), agreement("dar")

    assert section_of(here.collaboration_id, "5.2").text == "har 5.2"
    assert section_of(there.collaboration_id, "5.2").text == "dar 5.2"
    assert section_of(here.collaboration_id, "5.9") is None


@pytest.mark.parametrize(
    ("reference", "text"),
    [
        ("§ 5.1", "har 5.1"),
        ("överenskommelsen § 5.2", "har 5.2"),
        ("överenskommelsen § 5.1 och § 5.3", "har 5.1"),
        ("§5.3, läst som vardera", "har 5.3"),
        ("§ 9", ""),
        ("huvudpunkterna 2018", ""),
        ("", ""),
    ],
)
def test_a_source_is_quoted(db, reference, text):
    assert quoted(agreement().collaboration_id, reference) == text


@pytest.mark.parametrize("count", [1, 3])
def test_agreements_come_with_their_sections_in_two_queries(db, django_assert_num_queries, count):
    for _ in range(count):
        here = agreement().collaboration_id

    with django_assert_num_queries(2):
        found = [[part.number for part in one.sections.all()] for one in agreements_of(here)]

    assert found == [["5.1", "5.2", "5.3"]] * count


def test_an_anchor_can_be_read_aloud():
    assert anchor("5.1.3") == "avsnitt-5-1-3"
