"""What holds for every public page: seen by all, kept for all, never mixed with a session."""

import pytest
from django.urls import reverse

from tests.factories import (
    PASSWORD,
    AgreementFactory,
    BodyFactory,
    CaseFactory,
    DispatchFactory,
    PrincipalFactory,
    RoleFactory,
    SectionFactory,
    UserFactory,
    agreed_recommendation,
)

PLAIN = [
    "start",
    "board",
    "principals",
    "cases",
    "structure",
    "meetings",
    "agreements",
    "about",
    "accessibility",
    "privacy",
    "contact",
    "verify",
]


def address(name, *args):
    return reverse(f"public:{name}", args=["lanet", *args])


@pytest.fixture
def addresses(here):
    """Return the address of every kind of page, each with something to show."""
    principal = PrincipalFactory(collaboration=here)
    recommendation = agreed_recommendation(here, dispatched=True)
    section = SectionFactory(agreement__collaboration=here)
    body = recommendation.body.slug
    return [
        *map(address, PLAIN),
        address("board_csv"),
        address("principal", principal.slug),
        address("recommendation", recommendation.number),
        address("case", recommendation.case.number),
        address("body", body),
        address("body_csv", body),
        address("structure_csv"),
        address("meeting", body, recommendation.agreed_on),
        address("agreement", section.agreement.slug),
    ]


@pytest.mark.rule("R158")
@pytest.mark.rule("R170")
@pytest.mark.rule("R171")
def test_every_page_is_there_for_everybody_without_cookies(client, addresses):
    for one in addresses:
        response = client.get(one)
        assert response.status_code == 200, one
        assert response["X-Samverkan-Public"] == "1", one
        assert not response.cookies, one


@pytest.mark.parametrize("name", PLAIN)
def test_every_page_can_be_read_before_there_is_anything(here, read, name):
    assert "<h1>" in read(address(name))


def test_empty_lists_say_what_will_be_there(here, read):
    for name in ("board", "principals", "cases", "structure", "meetings", "agreements"):
        assert "Här visas" in read(address(name))


@pytest.mark.parametrize("name", PLAIN)
def test_no_page_of_a_collaboration_that_does_not_exist(client, db, name):
    assert client.get(reverse(f"public:{name}", args=["ingenstans"])).status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "rekommendationer/r2026-99/",
        "huvudman/ingen/",
        "arenden/2026-999/",
        "organ/inget/moten/2026-03-12/",
        "organ/inget/moten/2026-03-12.pdf",
        "organ/inget/moten/2026-13-45/",
        "overenskommelser/ingen/",
        "dokument/00000000-0000-0000-0000-000000000000/x.pdf",
    ],
)
def test_what_is_not_there_is_not_found(client, here, path):
    response = client.get(f"/lanet/{path}")

    assert response.status_code == 404
    assert "inte tillgång till den" in response.content.decode()


def test_pages_only_show(client, here):
    assert client.post(address("board")).status_code == 405


def test_someone_signed_in_gets_a_fresh_page_that_nobody_keeps(client, here):
    role = RoleFactory(collaboration=here)
    account = UserFactory(person=role.person)
    client.force_login(account)

    response = client.get(address("board"))

    assert "X-Samverkan-Public" not in response
    assert response["Cache-Control"] == "private, no-store"
    assert "Logga ut" in response.content.decode()
    assert account.check_password(PASSWORD)


@pytest.mark.rule("R172")
def test_the_foot_says_which_entry_of_the_journal_the_page_shows(here, read):
    recommendation = agreed_recommendation(here)
    here.refresh_from_db()

    page = read(address("recommendation", recommendation.number))

    assert f"journalens läge {here.head_sequence}" in page


def test_verification_shows_the_head_of_the_journal(here, read):
    agreed_recommendation(here)
    here.refresh_from_db()

    assert here.head_hash in read(address("verify"))


def test_the_first_address_leads_to_the_only_collaboration(client, here):
    response = client.get("/")

    assert response.status_code == 302
    assert response["Location"] == "/lanet/"


def test_the_first_address_lists_several(here, elsewhere, read):
    page = read("/")

    assert here.name in page
    assert elsewhere.name in page


def test_what_people_write_is_shown_and_not_run(here, read):
    hostile = "<script>alert(1)</script>"
    body = BodyFactory(collaboration=here, name=hostile, purpose=hostile)
    case = CaseFactory(
        collaboration=here, body=body, title=hostile, question=hostile, prepared=True
    )
    principal = PrincipalFactory(collaboration=here, name=hostile, short_name=hostile)
    dispatch = DispatchFactory(
        recommendation__collaboration=here,
        recommendation__case__title=hostile,
        principal=principal,
        comment=hostile,
        deciding_body=hostile,
        approved=True,
    )
    agreement = AgreementFactory(collaboration=here, title=hostile)
    SectionFactory(agreement=agreement, heading=hostile, text=f"{hostile}\n\n[x](javascript:1)")

    for one in [
        *map(address, PLAIN),
        address("case", case.number),
        address("principal", principal.slug),
        address("recommendation", dispatch.recommendation.number),
        address("body", body.slug),
        address("agreement", agreement.slug),
    ]:
        page = read(one)
        assert hostile not in page, one
        assert "<a href=javascript" not in page.replace('"', ""), one
