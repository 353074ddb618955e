"""The structure, one body, one principal, the agreements."""

from datetime import date

import pytest

from samverkan.bodies.models import (
    BodyAlias,
    DerivedSeat,
    Parentage,
    Succession,
)
from samverkan.journal.fields import from_day
from samverkan.principals.models import FormerName, Grouping, GroupingMembership
from samverkan.public.queries.structure import Branch, structure_on
from tests.factories import (
    LONG_AGO,
    AgreementFactory,
    BodyFactory,
    ChairRuleFactory,
    ChairTermFactory,
    DispatchFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
    SectionFactory,
)

TODAY = date(2026, 11, 22)


def names(branches: list[Branch]) -> list[str]:
    return [branch.body["name"] for branch in branches]


@pytest.mark.rule("R014")
@pytest.mark.rule("R015")
def test_bodies_stand_under_their_parents_by_who_meets(here):
    samrad = BodyFactory(collaboration=here, short_name="Samråd", position=1)
    committee = BodyFactory(collaboration=here, preparing=True, position=2)
    officials = BodyFactory(collaboration=here, sphere="officials", position=3)
    BodyFactory(collaboration=here, ended=True)
    for child in (committee, officials):
        Parentage.objects.create(child=child, parent=samrad, period=LONG_AGO)

    political, professional = structure_on(here.pk, TODAY)

    assert names(political.branches) == [samrad.name]
    assert names(political.branches[0].branches) == [committee.name]
    assert names(professional.branches) == [officials.name]
    assert professional.branches[0].under == ["Samråd"]


def test_that_nobody_is_elected_after_the_last_chair_is_told_in_the_structure(here, read):
    body = BodyFactory(collaboration=here)
    ChairRuleFactory(body=body)
    ChairTermFactory(
        body=body, office="chair", period=from_day(date(2020, 1, 1), date(2020, 12, 31))
    )

    (part,) = structure_on(here.pk, TODAY)

    assert part.branches[0].unled
    assert "Ingen ordförande är utsedd" in read("/lanet/struktur/")


def test_bodies_under_the_same_parent_stand_in_their_order(here):
    parent = BodyFactory(collaboration=here, position=1)
    third, second = (BodyFactory(collaboration=here, position=n) for n in (3, 2))
    for child in (third, second):
        Parentage.objects.create(child=child, parent=parent, period=LONG_AGO)

    (part,) = structure_on(here.pk, TODAY)

    assert names(part.branches[0].branches) == [second.name, third.name]


def test_a_body_under_two_parents_stands_once(here):
    parents = [BodyFactory(collaboration=here, position=n, short_name=f"B{n}") for n in (1, 2)]
    child = BodyFactory(collaboration=here, position=3)
    for parent in parents:
        Parentage.objects.create(child=child, parent=parent, period=LONG_AGO)

    (part,) = structure_on(here.pk, TODAY)

    assert names(part.branches) == [parent.name for parent in parents]
    assert part.branches[0].branches[0].under == ["B2"]
    assert part.branches[1].branches == []


@pytest.mark.rule("R326")
def test_what_was_before_is_told_with_its_heirs_and_how_sure_that_is(here, read):
    heir = BodyFactory(collaboration=here, name="Nya rådet")
    former = BodyFactory(collaboration=here, name="Gamla rådet", ended=True)
    Succession.objects.create(predecessor=former, heir=heir, standing="assumed")

    page = read("/lanet/struktur/")

    assert "Gamla rådet" in page.split("Tidigare struktur")[1]
    assert "31\N{NO-BREAK SPACE}augusti 2020" in page
    assert "Nya rådet</a> (antaget)" in page.split("Tidigare struktur")[1]


def test_the_support_is_told_on_a_page_of_its_own(here, read):
    assert 'href="/lanet/struktur/stod/">Stödet</a>.' in read("/lanet/struktur/")


@pytest.mark.rule("R005")
def test_a_body_recommends_and_does_not_decide(here, read):
    body = BodyFactory(collaboration=here)

    assert "Organet rekommenderar. Det beslutar inte" in read(f"/lanet/organ/{body.slug}/")


@pytest.mark.rule("R062")
def test_a_body_shows_its_seats_and_who_holds_them(here, read):
    quota = QuotaFactory(body__collaboration=here, ordinary_max=2)
    body, principal = quota.body, quota.principal
    ordinary = MissionFactory(
        body=body, principal=principal, person__elected=True, person__party="C"
    )
    substitute = MissionFactory(body=body, principal=principal, substitute=True)
    gone = MissionFactory(body=body, ended=True)
    ChairTermFactory(body=body, person=ordinary.person)

    page = " ".join(read(f"/lanet/organ/{body.slug}/").split())

    assert f"{ordinary.person.name} (C)" in page
    assert substitute.person.name in page
    assert "1–2 ordinarie, 1 ersättare" in page
    assert f"<b>Ordförande:</b> {ordinary.person.name} (C)" in page
    assert gone.person.name in page.split("Tidigare ledamöter")[1]
    assert gone.person.name not in page.split("Tidigare ledamöter")[0]


def test_a_seat_that_follows_an_office_names_its_holder(here, read):
    chair = PersonFactory(collaboration=here)
    of_body = BodyFactory(collaboration=here, name="Beredningen")
    ChairTermFactory(body=of_body, person=chair)
    body = BodyFactory(collaboration=here)
    DerivedSeat.objects.create(
        body=body, of_body=of_body, office="chair", part="seat", period=LONG_AGO
    )

    page = read(f"/lanet/organ/{body.slug}/")

    assert "Beredningen</a></th>" in page
    assert "Plats" in page
    assert f"<b>{chair.name}</b>" in page


def test_a_body_that_has_ended_shows_its_last_day(here, read):
    body = BodyFactory(collaboration=here, ended=True)
    BodyAlias.objects.create(body=body, name="Rådet")
    mission = MissionFactory(body=body, period=from_day(date(2019, 1, 1), date(2020, 9, 1)))

    page = read(f"/lanet/organ/{body.slug}/")

    assert "Sista dagen var 31\N{NO-BREAK SPACE}augusti 2020" in page
    assert mission.person.name in page
    assert "Rådet" in page


def test_a_principal_shows_what_it_has_decided_and_what_waits(here, read):
    umea = PrincipalFactory(collaboration=here, slug="umea")
    decided = DispatchFactory(recommendation__collaboration=here, principal=umea, rejected=True)
    waiting = DispatchFactory(recommendation__collaboration=here, principal=umea, planned=True)

    page = read("/lanet/huvudman/umea/")
    before, after = page.split("<h2>Beslut</h2>")

    assert "1 rekommendation väntar på beslut här." in page
    assert waiting.recommendation.title in before
    assert "Planerad" in before
    assert decided.recommendation.title in after
    assert "Avslag" in after
    assert "Kommunstyrelsen, § 31" in after


def test_a_principal_shows_its_names_groupings_and_people(here, read):
    region = PrincipalFactory(collaboration=here, slug="regionen", region=True)
    FormerName.objects.create(
        principal=region, name="Länets landsting", period=from_day(date(1990, 1, 1))
    )
    grouping = Grouping.objects.create(
        collaboration=here, slug="norra", name="Norra länet", period=LONG_AGO
    )
    GroupingMembership.objects.create(
        grouping=grouping, principal=region, period=LONG_AGO, standing="assumed"
    )
    mission = MissionFactory(body__collaboration=here, principal=region)

    page = read("/lanet/huvudman/regionen/")

    assert "Länets landsting" in page
    assert "Norra länet" in page
    assert mission.person.name in page


def test_an_agreement_shows_its_sections_with_their_own_addresses(here, read):
    agreement = AgreementFactory(collaboration=here, period_note="Gäller tills vidare (§ 11).")
    SectionFactory(
        agreement=agreement, number="5.1.3", heading="Representation", text="- en\n- två"
    )

    page = read(f"/lanet/overenskommelser/{agreement.slug}/")

    assert '<section id="avsnitt-5-1-3">' in page
    assert "<li>två</li>" in page
    assert "Gäller tills vidare (§ 11)." in page
    assert "Samverkan ska vara en stödprocess" in page
