import pytest
from django.test import Client

from tests.factories import PASSWORD, MissionFactory, UserFactory


@pytest.fixture
def user(db):
    return UserFactory(person=MissionFactory().person)


def test_signing_in_leads_to_the_own_desk(user):
    answer = Client().post("/konto/login/", {"login": user.email, "password": PASSWORD})

    assert answer.headers["Location"] == f"/{user.person.collaboration.slug}/arbeta/"


def test_nobody_signs_up_by_themselves(db):
    form = {"email": "ny@example.invalid", "password1": PASSWORD, "password2": PASSWORD}
    Client().post("/konto/signup/", form)

    assert not type(UserFactory.build(person=None)).objects.filter(email=form["email"]).exists()


@pytest.mark.parametrize("path", ["/konto/", "/konto/email/"])
def test_addresses_are_not_changed_by_the_person(user, path):
    client = Client()
    client.force_login(user)

    answer = client.post(path, {"email": "ny@example.invalid", "action_add": ""})

    assert answer.headers["Location"] == "/konto/2fa/"
    assert user.emailaddress_set.count() == 0


def test_the_account_leads_back_to_the_desk(user):
    client = Client()
    client.force_login(user)

    page = client.get("/konto/2fa/").content.decode()

    assert f"/{user.person.collaboration.slug}/arbeta/" in page
