"""Only what may be seen is found, and only in its own collaboration."""

from datetime import UTC, datetime

import pytest

from samverkan.documents.actions import add_document
from samverkan.documents.queries import documents_visible_to, public_document, public_documents
from samverkan.journal.actors import SYSTEM
from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration

pytestmark = pytest.mark.django_db


@pytest.fixture
def counties():
    return [
        Collaboration.objects.create(slug=slug, name=slug, parties_text="", county=slug)
        for slug in ("ett", "tva")
    ]


def add(county, title, visibility=Visibility.PUBLIC):
    return add_document(
        county.pk,
        name="a.txt",
        title=title,
        data=title.encode(),
        by=SYSTEM,
        now=datetime(2026, 3, 12, tzinfo=UTC),
        visibility=visibility,
    )


def test_the_public_finds_public_files_of_one_collaboration(counties):
    one, other = counties
    public = add(one, "Öppen")
    closed = add(one, "Sluten", Visibility.MEMBERS)
    add(other, "Annan")

    assert list(public_documents(one.pk)) == [public]
    assert public_document(one.pk, public.key) == public
    assert public_document(one.pk, closed.key) is None
    assert public_document(other.pk, public.key) is None


def test_members_find_what_is_theirs_too(counties):
    one, _ = counties
    titles = [
        add(one, title, visibility).title
        for title, visibility in zip("ABC", Visibility, strict=True)
    ]

    found = documents_visible_to(one.pk, Visibility.PUBLIC, Visibility.MEMBERS)

    assert sorted(document.title for document in found) == titles[:2]


@pytest.mark.parametrize("count", [1, 30])
def test_a_list_takes_one_query_however_many(counties, count, django_assert_num_queries):
    for number in range(count):
        add(counties[0], f"Handling {number}")

    with django_assert_num_queries(1):
        assert len([document.title for document in public_documents(counties[0].pk)]) == count
