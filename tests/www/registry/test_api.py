"""What a principal's own system asks and confirms."""

import json

import pytest
from django.utils.timezone import localtime

from samverkan.dispatches.actions import make_packages
from samverkan.dispatches.models import Answer, Fetch, PrincipalLink
from tests.www.registry.conftest import Registry


@pytest.fixture
def system(recommendations):
    """No cookie, no page that was looked at first."""
    make_packages(localtime())
    return Registry("mala", enforce_csrf_checks=True)


def codes(answer):
    return [one["code"] for one in answer.json()["obstacles"]]


@pytest.mark.rule("R152")
def test_what_waits_is_told_with_the_addresses_of_its_files(system, numbers):
    told = system.get("waiting").json()

    assert [one["recommendation_number"] for one in told["waiting"]] == numbers
    first = told["waiting"][0]
    assert (first["waits_for"], first["state"], told["next"]) == ("number", "dispatched", None)
    assert first["dispatched_at"].endswith("+00:00")
    roles = [one["role"] for one in first["package"]["files"]]
    assert roles == ["letter", "proposal", "own_paper", *["metadata"] * 2, "checksums"]
    path = first["package"]["address"].partition("/l/")[2]
    fetched = system.client.get(f"/l/{path}")
    assert len(fetched.content) == first["package"]["size"]
    one = first["package"]["files"][0]
    path = one["address"].partition("/l/")[2]
    assert len(system.client.get(f"/l/{path}").content) == one["size"]


@pytest.mark.rule("R316")
def test_a_system_confirms_with_its_number_and_the_sum_of_what_it_fetched(system, numbers, sent):
    sha256 = system.get("waiting").json()["waiting"][0]["package"]["sha256"]

    answer = system.send(numbers[0], {"reference_number": "KS 2026/17", "sha256": sha256})

    told = answer.json()
    assert (answer.status_code, told["reference_number"], told["state"], told["waits_for"]) == (
        200,
        "KS 2026/17",
        "received",
        "day",
    )
    assert Fetch.objects.get().by_system is True
    again = system.send(numbers[0], {"reference_number": "KS 2026/17", "sha256": sha256})
    assert (again.status_code, Answer.objects.count()) == (200, 1)


def test_only_the_sum_says_that_it_was_fetched(system, numbers):
    sha256 = system.get("waiting").json()["waiting"][0]["package"]["sha256"]

    answer = system.send(numbers[0], {"sha256": sha256.upper()})

    assert (answer.status_code, answer.json()["waits_for"]) == (200, "number")
    assert Fetch.objects.count() == 1


@pytest.mark.parametrize(
    ("sent_in", "status", "code"),
    [
        ({}, 422, "nothing_to_confirm"),
        ({"reference_number": " "}, 422, "nothing_to_confirm"),
        ({"reference_number": "x" * 61}, 422, "reference_number_too_long"),
        ({"reference_number": "19121212-1212"}, 422, "identity_number"),
        ({"sha256": "0" * 64}, 422, "package_not_whole"),
        ({"reference_number": 17}, 422, "confirmation_not_read"),
        ({"number": "KS 2026/17"}, 422, "confirmation_not_read"),
        (["KS 2026/17"], 422, "confirmation_not_read"),
        ({"reference_number": "x" * 11_000}, 422, "confirmation_not_read"),
    ],
)
def test_what_cannot_be_taken_in_is_said_in_words(system, numbers, sent_in, status, code):
    answer = system.send(numbers[0], sent_in)

    assert (answer.status_code, codes(answer)) == (status, [code])
    assert answer.json()["obstacles"][0]["sentence"].endswith(".")
    assert not Answer.objects.exists()


@pytest.mark.parametrize("data", ["", "{", "[" * 5000, "null", '"text"', "\xff"])
def test_what_is_no_json_is_said_so(system, numbers, data):
    assert codes(system.send(numbers[0], data)) == ["confirmation_not_read"]


def test_a_form_is_no_json(system, numbers):
    answer = system.post("confirm", numbers[0], reference_number="KS 2026/17")

    assert codes(answer) == ["confirmation_not_read"]
    assert not Answer.objects.exists()


@pytest.mark.rule("R316")
def test_the_same_obstacles_as_on_the_page(system, numbers):
    system.send(numbers[0], {"reference_number": "KS 2026/17"})

    other = system.send(numbers[0], {"reference_number": "KS 2026/18"})
    taken = system.send(numbers[1], {"reference_number": "KS 2026/17"})

    assert (other.status_code, codes(other)) == (409, ["has_other_number"])
    assert (taken.status_code, codes(taken)) == (422, ["reference_number_taken"])


def test_a_sum_before_the_package_is_made_is_asked_for_later(recommendations, numbers):
    system = Registry("mala")

    answer = system.send(numbers[0], {"sha256": "0" * 64})

    assert (answer.status_code, codes(answer)) == (503, ["package_not_made"])
    assert system.get("waiting").json()["waiting"][0]["package"] is None


def test_nobody_else_gets_in_and_machines_are_told_as_machines(system, numbers):
    wrong = system.client.get("/l/registratur/x/vantar.json")
    astray = system.send("r1999-01", {"reference_number": "KS 1"})
    PrincipalLink.objects.update(revoked_at=localtime())
    ended = system.get("waiting")

    for answer, status in ((wrong, 404), (astray, 404), (ended, 410)):
        assert (answer.status_code, codes(answer)) == (status, ["stopped"])


def test_confirming_is_never_done_by_looking(system, numbers):
    assert system.get("confirm", numbers[0]).status_code == 405


def test_the_answer_is_json_that_anyone_can_read(system):
    answer = system.get("waiting")

    assert answer["Content-Type"] == "application/json"
    assert json.loads(answer.content)["principal"] == "Malå kommun"
