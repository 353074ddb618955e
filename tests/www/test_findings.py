"""The pages of what is to be mended: all of it, a body's, a principal's."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import get_resolver
from django.utils import timezone

from samverkan.agreements.models import Ground, Section
from samverkan.bodies.actions.texts import start_text
from samverkan.bodies.choices import Office, TextKind
from samverkan.bodies.models import Body, Quota
from samverkan.cases.choices import CaseStage
from samverkan.journal.actors import SYSTEM
from samverkan.sentences import OBSTACLES
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from samverkan.www.findings.mending import WAYS
from samverkan.www.findings.reasons import CODES, RULES
from samverkan.www.reasons import RULES as REASONS
from tests.factories import (
    ChairRuleFactory,
    MissionFactory,
    QuotaFactory,
    grounded,
)
from tests.www.conftest import queries_of, text

ALL = "struktur/att-atgarda/"
VASTERBOTTEN = Path(__file__).parents[2] / "structures" / "vasterbotten"


@pytest.fixture
def vacant(county) -> Quota:
    """A seat that nobody has."""
    return QuotaFactory(body=county.body, source="överenskommelsen § 5.1.3")


def said(vacant) -> str:
    return f"{vacant.principal.short_name} har ingen ordinarie representant i Samråd."


def test_the_page_tells_what_is_wrong_why_and_where_it_is_mended(county, coordinator, vacant):
    told = "Kommunerna har en representant samt en ersättare."
    grounded(county.collaboration, "5.1.3", told, R062="en representant")

    page = text(coordinator.get(county.address(ALL)))

    assert said(vacant) in page
    assert "<blockquote>Kommunerna har en representant samt en ersättare.</blockquote>" in page
    assert f"/utse/?for=p-{vacant.principal.slug}" in page


def test_where_the_agreement_has_no_such_paragraph_the_datas_own_source_stands(
    county, coordinator, vacant
):
    Quota.objects.update(source="samverkansavtalet § 3")

    page = text(coordinator.get(county.address(ALL)))

    assert "samverkansavtalet § 3" in page
    assert "Överenskommelsen § 5.1.3" not in page


def test_every_rule_that_rests_on_a_paragraph_has_it_quoted(db):
    load_structure(checked(VASTERBOTTEN).structure(), by=SYSTEM, now=timezone.now())
    sections = dict(Section.objects.values_list("number", "text"))
    grounds = Ground.objects.exclude(section="")

    assert [one.code for one in grounds if one.word not in sections[one.section]] == []
    assert {one.code for one in Ground.objects.all()} <= set(RULES | CODES | REASONS)
    assert grounds.count() > 60


def test_a_sort_is_chosen_and_the_counts_are_of_all(county, coordinator, vacant):
    page = text(coordinator.get(county.address(ALL) + "?slag=se-over"))

    assert said(vacant) not in page
    assert "0 av 1 ersättare" in page
    assert "Avvikelser (4)" in page  # and three principals without any seat


def test_what_is_only_good_to_know_stands_folded_by_itself(county, coordinator, vacant):
    told = "det är inte antecknat vem som har utsett"

    pressing, _, notes = text(coordinator.get(county.address(ALL))).partition('id="kanna-till"')
    sought = text(coordinator.get(county.address(ALL) + "?slag=kanna-till"))

    assert said(vacant) in pressing
    assert told in notes
    assert told not in pressing
    assert told in sought.partition('id="kanna-till"')[0]
    assert f"#p-{county.principals[0].slug}" in notes


def test_a_text_that_is_begun_is_opened_and_not_begun_again(county, coordinator):
    body = county.body
    Body.objects.filter(pk=body.pk).update(expected_texts=[TextKind.ASSIGNMENT])
    begin = county.address(f"struktur/styrdokument/nytt/?organ={body.slug}&amp;slag=assignment")
    before = text(coordinator.get(county.address(ALL)))
    text_begun = start_text(
        county.collaboration.pk,
        kind=TextKind.ASSIGNMENT,
        title="Uppdraget",
        body_id=body.pk,
        by=SYSTEM,
        now=timezone.now(),
    )

    after = text(coordinator.get(county.address(ALL)))

    assert begin in before
    assert begin not in after
    assert county.address(f"struktur/styrdokument/{text_begun.slug}/") in after


@pytest.mark.parametrize(("days", "found"), [(0, True), (1, False)])
def test_another_day_shows_that_days(county, coordinator, vacant, days, found):
    later = county.today + timedelta(days=30)
    MissionFactory(
        body=county.body,
        principal=vacant.principal,
        period=(later + timedelta(days=1 - days), None),
    )

    page = text(coordinator.get(county.address(ALL) + f"?datum={later}"))

    assert (said(vacant) in page) is found


def test_nonsense_for_a_day_is_told_and_today_is_shown(county, coordinator, vacant):
    page = text(coordinator.get(county.address(ALL) + "?datum=i+g%C3%A5r"))

    assert "”i går” är ingen dag i kalendern." in page
    assert said(vacant) in page


def test_all_is_had_as_a_file(county, coordinator, vacant):
    answer = coordinator.get(county.address(ALL) + "?fil=csv")

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert answer["Content-Type"].startswith("text/csv")
    assert lines[0] == "Slag;Organ;Huvudman;Vad;Senast;Regel;Varför;Källa"
    assert any(line.startswith("Avvikelse;") and said(vacant) in line for line in lines)


def test_a_bodys_own_page_tells_of_that_body_only(county, member, vacant):
    QuotaFactory(body__collaboration=county.collaboration, body__name="Annat organ")

    page = text(member.get(county.address(f"{ALL}organ/{county.body.slug}/")))

    assert said(vacant) in page
    assert "Annat organ" not in page
    assert "/utse/" not in page


def test_a_principals_own_page_tells_of_that_principal_only(county, member, vacant):
    ask = county.principals[0]
    QuotaFactory(body=county.body, principal=ask, ordinary_min=2, ordinary_max=2)

    page = text(member.get(county.address(f"{ALL}huvudman/{ask.slug}/")))

    assert "Ask har 1 av minst 2 ordinarie representanter" in page
    assert said(vacant) not in page


@pytest.mark.parametrize("where", ["", "organ/{0}/", "huvudman/{1}/"])
def test_others_may_not_read(county, outsider, stranger, member, vacant, where):
    address = county.address(ALL + where.format(county.body.slug, vacant.principal.slug))

    assert outsider.get(address).status_code == 404
    assert stranger.get(address).status_code == 404
    if "organ" not in where:
        answer = member.get(address)
        assert answer.status_code == 403
        assert "Bara koordinatorerna" in text(answer)


def test_one_who_sits_elsewhere_does_not_read_about_a_body(county, member):
    other = Body.objects.create(
        collaboration=county.collaboration,
        slug="annat",
        name="Annat organ",
        kind="council",
        level="regional",
        sphere="officials",
        power="prepares",
        period=county.body.period,
    )

    answer = member.get(county.address(f"{ALL}organ/{other.slug}/"))

    assert answer.status_code == 403
    assert "de som sitter i organet" in text(answer)


@pytest.mark.parametrize("where", ["organ/{0}/", "huvudman/{1}/"])
def test_another_collaborations_is_not_found(county, coordinator, elsewhere, where):
    slugs = (elsewhere.body.slug, elsewhere.principals[0].slug)

    assert coordinator.get(county.address(ALL + where.format(*slugs))).status_code == 404


def test_the_page_leads_to_each_principals_own(county, coordinator, vacant):
    page = text(coordinator.get(county.address(ALL)))

    assert county.address(f"{ALL}huvudman/{vacant.principal.slug}/") in page
    assert f"{vacant.principal.short_name} (2)</a>" in page


def test_cases_and_meetings_that_stand_still_are_told(county, coordinator):
    county.case(stage=CaseStage.RAISED, background="", title="Utskrivning")
    county.meeting(days=-3)

    page = text(coordinator.get(county.address(ALL)))

    assert "Utskrivning" in page
    assert "Mötets dag har varit, men det är inte avslutat." in page


def test_the_pages_ask_as_much_for_few_as_for_many(county, coordinator, vacant):
    addresses = [ALL, f"{ALL}organ/{county.body.slug}/", f"{ALL}huvudman/{vacant.principal.slug}/"]
    county.case(stage=CaseStage.RAISED, background="")
    few = [queries_of(coordinator, county.address(one)) for one in addresses]
    for _ in range(9):
        QuotaFactory(body__collaboration=county.collaboration)
        county.case(stage=CaseStage.RAISED, background="")
    for body in Body.objects.filter(collaboration=county.collaboration):
        ChairRuleFactory(body=body)

    assert [queries_of(coordinator, county.address(one)) for one in addresses] == few


def test_more_than_a_page_holds_is_left_to_the_file(county, coordinator, monkeypatch):
    monkeypatch.setattr("samverkan.www.findings.views.MOST", 2)
    for _ in range(3):
        QuotaFactory(body=county.body)

    page = text(coordinator.get(county.address(ALL)))

    assert "Här visas de 2 som väger tyngst." in page


def test_every_way_to_mend_is_a_page():
    names = set(get_resolver().namespace_dict["www"][1].reverse_dict)

    assert {way.page for way in WAYS.values()} <= names


def test_everything_that_can_be_mended_is_said_and_has_its_reason():
    assert set(WAYS) <= set(OBSTACLES)
    assert set(CODES) <= set(OBSTACLES)
    assert all(rule.endswith(".") for rule in (*RULES.values(), *CODES.values()))


def test_the_office_in_the_link_is_a_page(county, coordinator):
    ChairRuleFactory(body=county.body)

    page = text(coordinator.get(county.address(ALL)))

    assert "Samråd har ingen vice ordförande." in page
    assert f"/struktur/organ/{county.body.slug}/valj/vice-ordforande/" in page
    assert Office.VICE_CHAIR.value not in page
