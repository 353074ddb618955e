"""Saved views and the mark of what has been seen, on the signed-in pages and on the board."""

import pytest

from samverkan.dispatches.models import BoardLook, SavedView
from samverkan.www.watching.views import choice_of
from tests.www.conftest import client_of, queries_of, text


@pytest.fixture
def board(county):
    return f"/{county.collaboration.slug}/beslutslaget/"


@pytest.fixture
def own(county):
    return county.address("bevaka/")


def view_of(county, person, **facts):
    known = {"name": "Ute nu", "query": "lage=ute"} | facts
    return SavedView.objects.create(collaboration=county.collaboration, person=person, **known)


def test_a_choice_on_the_board_is_kept_under_a_name(county, member, board, own):
    page = text(member.get(f"{board}?lage=ute&ord=hj%C3%A4lp"))
    assert f'href="{own}ny/?lage=ute&amp;ord=hj%C3%A4lp"' in page

    response = member.post(f"{own}ny/?lage=ute&ord=hj%C3%A4lp", {"name": "Ute nu"})
    view = SavedView.objects.get()

    assert response["Location"] == f"{board}?lage=ute&ord=hj%C3%A4lp"
    assert (view.person, view.name, view.query) == (
        county.member,
        "Ute nu",
        "lage=ute&ord=hj%C3%A4lp",
    )
    assert ">Ute nu</a>" in text(member.get(f"{board}?alla="))


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("lage=ute&efter=2026_x&next=//ond.example&oppna=1", "lage=ute"),
        ("", ""),
        ("ord=" + "a" * 900, "ord=" + "a" * 120),
    ],
)
def test_only_choices_are_kept(query, kept):
    assert choice_of(query) == kept


@pytest.mark.parametrize("name", ["", "a" * 61, "19121212-1212"])
def test_what_is_wrong_with_a_name_is_said(member, own, name):
    response = member.post(f"{own}ny/", {"name": name})

    assert "Det här behöver rättas" in text(response)
    assert not SavedView.objects.exists()


def test_the_board_begins_with_the_default_view_and_can_be_shown_whole(county, member, board):
    view_of(county, county.member, is_default=True)

    assert member.get(board)["Location"] == "?lage=ute"
    assert member.get(f"{board}?alla=").status_code == 200
    assert member.get(f"{board}?lage=ute").status_code == 200


def test_nobody_elses_board_begins_so(county, chair, client, board):
    view_of(county, county.member, is_default=True)

    assert chair.get(board).status_code == 200
    assert "Dina vyer" not in text(client.get(board))


def test_views_are_ones_own(county, chair, stranger, own):
    view = view_of(county, county.member)

    for address in (f"{own}{view.pk}/", f"{own}{view.pk}/ta-bort/"):
        assert chair.get(address).status_code == 404
        assert chair.post(address, {"name": "x"}).status_code == 404
        assert stranger.get(address).status_code == 404
    assert "Ute nu" not in text(chair.get(own))
    assert SavedView.objects.get().name == "Ute nu"


def test_a_view_is_renamed_and_removed(county, member, own):
    view = view_of(county, county.member)
    member.post(f"{own}{view.pk}/", {"name": "Ute för beslut", "is_default": "on"})
    assert SavedView.objects.filter(name="Ute för beslut", is_default=True).exists()

    assert "Ute för beslut" in text(member.get(f"{own}{view.pk}/ta-bort/"))
    assert SavedView.objects.exists()
    member.post(f"{own}{view.pk}/ta-bort/")
    assert not SavedView.objects.exists()


def test_reading_marks_nothing_and_a_form_does(county, member, board, own):
    member.get(board)
    member.get(own)
    member.get(f"{own}sedd/")
    assert not BoardLook.objects.exists()

    member.post(f"{own}sedd/")
    assert BoardLook.objects.get().person == county.member
    assert "Du markerade tavlan som sedd" in text(member.get(own))


def test_who_is_not_signed_in_is_asked_to(client, county, own):
    for address in (own, f"{own}ny/", f"{own}sedd/"):
        assert client.get(address).status_code == 302
        assert client.post(address).status_code == 302


def test_more_views_take_no_more_questions(county, board, own):
    client = client_of(county.member)
    view_of(county, county.member)
    few = queries_of(client, own), queries_of(client, f"{board}?alla=")
    for n in range(5):
        view_of(county, county.member, name=f"Vy {n}")

    assert (queries_of(client, own), queries_of(client, f"{board}?alla=")) == few
