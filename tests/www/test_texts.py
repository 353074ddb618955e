"""Pages where governing documents are written, adopted and looked over."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.bodies.actions.reviews import note_review
from samverkan.bodies.actions.texts import (
    adopt_version,
    start_text,
    write_draft,
)
from samverkan.bodies.choices import BodyKind, Reviewed, SectionKind, TextKind, TextStage
from samverkan.bodies.models import GoverningText, Review, TextVersion
from samverkan.meetings.choices import MeetingStage, Outcome
from tests.factories import TESTER, BodyFactory, ItemFactory, grounded
from tests.www.conftest import County, queries_of, text

PLACE = "struktur/styrdokument/"
WRITTEN = {"task": "Att samordna.", "mandate": "Rekommenderar.", "reporting": "Varje möte."}


@pytest.fixture
def group(county: County):
    """A beredning whose assignment the county's body sets."""
    return BodyFactory(
        collaboration=county.collaboration,
        name="Beredningen",
        slug="beredningen",
        kind=BodyKind.PREPARATORY,
        setter=county.body,
        expected_texts=["assignment", "work_order"],
        required_sections=[SectionKind.TASK.value, SectionKind.GOALS.value],
        review_months=24,
    )


def then():
    return {"by": TESTER, "now": localtime()}


def sections(**written):
    found = {**WRITTEN, "goals": "- Färre återinläggningar"} | written
    return [
        {"kind": kind, "heading": SectionKind(kind).label, "text": said}
        for kind, said in found.items()
    ]


def started(body, kind=TextKind.ASSIGNMENT):
    return start_text(body.collaboration_id, kind=kind, title="Texten", body_id=body.pk, **then())


def drafted(body, kind=TextKind.ASSIGNMENT, **written) -> TextVersion:
    one = body.governing_texts.filter(kind=kind).first() or started(body, kind)
    return write_draft(one.pk, sections=sections(**written), **then())


def adopted(body, **written) -> TextVersion:
    one = drafted(body, **written)
    return adopt_version(
        one.pk, adopted_by=body.setter_id, on=localdate(), source="protokollet", **then()
    )


def point(county: County, **facts):
    """A point where the county's body decided on its own matters, at a meeting that was held."""
    given = {"outcome": Outcome.INNER_DECISION, "number": 87, "position": 900} | facts
    given.setdefault("heading", "Uppdraget")
    stage = given.pop("stage", MeetingStage.HELD)
    meeting = county.meeting(days=given.pop("days", -1))
    type(meeting).objects.filter(pk=meeting.pk).update(stage=stage)
    return ItemFactory(meeting=meeting, body=meeting.body, **given)


# --- The list ---


@pytest.mark.rule("R011")
def test_the_list_says_what_is_missing(county, coordinator, group):
    page = text(coordinator.get(county.address(PLACE)))

    assert page.count("finns inte") == 2
    assert "?organ=beredningen&amp;slag=assignment" in page


def test_the_texts_of_a_body_that_has_ended_are_folded(county, coordinator, group):
    drafted(group)
    group.period = (group.period.lower, localdate())
    group.save()

    page = text(coordinator.get(county.address(PLACE)))

    assert "Styrdokument i organ som har upphört (1)" in page
    assert "försenad" not in page
    assert "Beredningen" not in page


@pytest.mark.rule("R039")
def test_the_list_says_that_the_values_are_not_formulated(county, coordinator):
    assert "Inte formulerade än" in text(coordinator.get(county.address(PLACE)))


@pytest.mark.rule("R116")
def test_the_list_marks_what_is_overdue(county, coordinator, group):
    for of in Reviewed:
        note_review(group.pk, of, on=localdate() - timedelta(days=732), **then())

    assert text(coordinator.get(county.address(PLACE))).count("försenad") == 2
    note_review(group.pk, Reviewed.STAFFING, on=localdate(), **then())
    assert text(coordinator.get(county.address(PLACE))).count("försenad") == 1


def test_members_read_but_are_not_offered_to_write(county, member, group):
    one = drafted(group)

    page = text(member.get(county.address(PLACE)))
    inside = text(member.get(county.address(f"{PLACE}{one.text.slug}/")))

    assert "Texten" in page
    assert "Att samordna." in inside
    assert "Påbörja" not in page
    assert "Skriv i utkastet" not in inside


def test_the_list_takes_as_many_queries_for_three_as_for_one(county, coordinator, group):
    adopted(group)
    one = queries_of(coordinator, county.address(PLACE))
    for _ in range(2):
        adopted(
            BodyFactory(collaboration=county.collaboration, setter=county.body, review_months=24)
        )

    assert queries_of(coordinator, county.address(PLACE)) == one


# --- Starting and writing ---


def test_a_text_is_started_and_one_goes_on_to_write(county, coordinator, group):
    sent = {"owner": "organ/beredningen", "kind": "assignment"}

    answer = coordinator.post(county.address(f"{PLACE}nytt/"), sent)

    one = GoverningText.objects.get()
    assert (one.body, one.title) == (group, "Uppdragsbeskrivning för Beredningen")
    assert answer.url == county.address(f"{PLACE}{one.slug}/skriv/")


def test_a_title_is_one_line_whatever_was_sent(county, coordinator, group):
    sent = {"owner": "organ/beredningen", "kind": "routine", "title": "Rutin\r\nför\u2028post"}

    coordinator.post(county.address(f"{PLACE}nytt/"), sent)

    assert GoverningText.objects.get().title == "Rutin för post"


def test_the_form_knows_what_the_list_asked_for(county, coordinator, group):
    page = text(coordinator.get(county.address(f"{PLACE}nytt/?organ=beredningen&slag=routine")))

    assert '<option value="organ/beredningen" selected>' in page


def test_a_refusal_keeps_what_was_chosen(county, coordinator, group):
    sent = {"owner": "organ/beredningen", "kind": "values", "title": "Vår grund"}

    page = text(coordinator.post(county.address(f"{PLACE}nytt/"), sent))

    assert "En värdegrund formuleras vid ledningsseminariet." in page
    assert 'value="Vår grund"' in page
    assert not GoverningText.objects.exists()


def test_nothing_chosen_is_told(county, coordinator):
    page = text(coordinator.post(county.address(f"{PLACE}nytt/"), {"owner": "organ/annat"}))

    assert "Välj ett av alternativen." in page
    assert "Välj vilket slags styrdokument det är." in page


def test_a_draft_has_a_field_for_each_required_section(county, coordinator, group):
    one = started(group)
    address = county.address(f"{PLACE}{one.slug}/skriv/")

    page = text(coordinator.get(address))
    seen = page.split('name="seen" value="')[1].split('"')[0]
    coordinator.post(
        address,
        {**WRITTEN, "goals": "- ett\n- två", "seen": seen, "feedback_months": "6"}
        | {"heading1": "Ekonomi", "text1": "Egen budget saknas."},
    )

    draft = one.versions.get()
    assert all(f'name="{name}"' in page for name in ("task", "mandate", "goals", "reporting"))
    assert draft.feedback_months == 6
    assert [part["heading"] for part in draft.sections] == [
        "Uppdrag",
        "Mandat",
        "Mål",
        "Rapportering",
        "Ekonomi",
    ]


@pytest.mark.rule("R044")
def test_an_assignment_is_written_with_the_values_and_their_version(county, coordinator, group):
    type(group).objects.filter(pk=group.pk).update(required_sections=["values"])
    arena = BodyFactory(collaboration=county.collaboration, kind=BodyKind.SEMINAR)
    values = drafted(arena, TextKind.VALUES)
    adopt_version(values.pk, adopted_by=arena.pk, on=localdate(), source="seminariet", **then())
    one = started(group)

    coordinator.post(
        county.address(f"{PLACE}{one.slug}/skriv/"),
        {"values": "Vi utgår från invånaren.", "values_version": values.pk, "seen": "none"},
    )

    draft = one.versions.get()
    assert (draft.values, draft.sections[0]["text"]) == (values, "Vi utgår från invånaren.")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"task": "811218-9876"}, "Texten i fältet Uppdrag innehåller ett personnummer."),
        ({}, "Skriv något i minst ett avsnitt."),
        ({"task": "x" * 20_001}, "skriv högst 20000 tecken"),
        ({"text1": "Utan rubrik."}, "Ge avsnittet en rubrik."),
        ({"task": "x", "feedback_months": "7"}, "Välj ett av alternativen."),
    ],
)
def test_what_cannot_be_kept_is_told_and_stays_typed(county, coordinator, group, sent, sentence):
    one = started(group)

    answer = coordinator.post(county.address(f"{PLACE}{one.slug}/skriv/"), {"seen": "none", **sent})

    page = text(answer)
    assert sentence in page
    assert all(value in page for value in sent.values())
    assert not one.versions.exists()


def test_two_who_write_at_once_see_the_others_text(county, coordinator, group):
    one = started(group)
    write_draft(one.pk, sections=sections(task="Den andras text."), **then())
    address = county.address(f"{PLACE}{one.slug}/skriv/")

    page = text(coordinator.post(address, {"task": "Min text.", "seen": "none"}))

    assert "Någon annan har ändrat utkastet" in page
    assert "Den andras text." in page
    assert "Min text." in page
    seen = page.split('name="seen" value="')[1].split('"')[0]
    coordinator.post(address, {"task": "Min text.", "seen": seen})
    assert one.versions.get().sections[0]["text"] == "Min text."


def test_a_draft_is_thrown_away_only_when_confirmed(county, coordinator, group):
    one = drafted(group)
    address = county.address(f"{PLACE}{one.text.slug}/kasta/")

    coordinator.get(address)
    assert TextVersion.objects.count() == 1
    coordinator.post(address)
    assert TextVersion.objects.count() == 0
    assert "Det finns inget utkast" in text(coordinator.post(address))


# --- Adopting ---


@pytest.mark.rule("R112")
def test_a_draft_is_adopted_at_a_point_of_the_setters_meeting(county, coordinator, group):
    item = point(county)
    one = drafted(group)
    address = county.address(f"{PLACE}{one.text.slug}/anta/")

    assert "punkt 87: Uppdraget" in text(coordinator.get(address))
    coordinator.post(address, {"where": f"{county.body.pk}/87"})

    one.refresh_from_db()
    assert (one.stage, one.adopted_by, one.point) == (TextStage.ADOPTED, county.body, 87)
    assert (one.meeting_on, one.adopted_on) == (item.meeting.on, item.meeting.on)


def test_a_point_that_has_adopted_a_version_says_so(county, coordinator, group):
    point(county)
    address = county.address(f"{PLACE}{drafted(group).text.slug}/anta/")
    coordinator.post(address, {"where": f"{county.body.pk}/87"})
    drafted(group, task="Att leda.")

    page = text(coordinator.get(address))

    assert "punkt 87: Uppdraget (där antogs Texten, version 1)" in page


@pytest.mark.parametrize(
    "facts",
    [
        {"stage": MeetingStage.CALLED},
        {"outcome": Outcome.NOTED},
        {"stage": MeetingStage.CANCELLED},
        {"number": None},
    ],
)
def test_only_inner_decisions_of_held_meetings_are_offered(county, coordinator, group, facts):
    point(county, **facts)
    one = drafted(group)
    address = county.address(f"{PLACE}{one.text.slug}/anta/")

    assert "Uppdraget</label>" not in text(coordinator.get(address))
    page = text(coordinator.post(address, {"where": f"{county.body.pk}/87"}))
    assert "Välj ett av alternativen." in page
    assert TextVersion.objects.get().stage == TextStage.DRAFT


def test_another_bodys_point_is_not_offered(county, coordinator, group):
    item = point(county)
    one = drafted(group, TextKind.WORK_ORDER)
    address = county.address(f"{PLACE}{one.text.slug}/anta/")

    page = text(coordinator.post(address, {"where": f"{item.body_id}/87"}))

    assert "Välj ett av alternativen." in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Välj vid vilken punkt den antogs."),
        ({"where": "utan"}, "Ange den dag då den antogs."),
        ({"where": "utan", "on": "2026-03-12"}, "Utan ett möte här behövs en källa."),
        ({"where": "utan", "on": "i går"}, "Skriv dagen som år, månad och dag"),
        ({"where": "utan", "on": "2199-01-01", "source": "x"}, "Dagen har inte varit än."),
        ({"where": "utan", "on": "1999-01-01", "source": "x"}, "fanns inte den 1 januari 1999"),
        (
            {"where": "utan", "on": "2026-03-12", "source": "x", "valid_from": "2026-03-11"},
            "Texten kan inte gälla före den dag den antogs.",
        ),
    ],
)
def test_what_does_not_hold_is_told_where_it_is_typed(county, coordinator, group, sent, sentence):
    one = drafted(group)

    page = text(coordinator.post(county.address(f"{PLACE}{one.text.slug}/anta/"), sent))

    assert sentence in page
    assert all(f'value="{value}"' in page for value in sent.values())
    assert TextVersion.objects.get().stage == TextStage.DRAFT


@pytest.mark.rule("R112")
def test_what_is_missing_is_told_with_the_quoted_paragraph(county, coordinator, group):
    told = "Beredningarna skall ha ett uppdrag med tydliga målsättningar."
    grounded(county.collaboration, "6.2", told, no_goal="målsättningar")
    one = drafted(group, goals=" ")

    page = text(coordinator.get(county.address(f"{PLACE}{one.text.slug}/anta/")))

    assert "Uppdraget har inget mål." in page
    assert "<blockquote>Beredningarna skall ha ett uppdrag med tydliga målsättningar." in page
    assert "Anteckna som antagen" not in page


@pytest.mark.rule("R231")
def test_a_remark_is_passed_with_a_reason(county, coordinator, group):
    one = drafted(group, mandate=" ")
    address = county.address(f"{PLACE}{one.text.slug}/anta/")
    sent = {"where": "utan", "on": "2026-03-12", "source": "protokollet"}

    assert "Skriv varför den antas ändå." in text(coordinator.post(address, sent))
    coordinator.post(address, {**sent, "reason": "Mandatet följer av överenskommelsen."})

    one.refresh_from_db()
    assert one.stage == TextStage.ADOPTED


@pytest.mark.rule("R070")
def test_work_begins_by_the_proposed_work_order(county, coordinator, group):
    one = drafted(group, TextKind.WORK_ORDER)
    slug = one.text.slug
    assert "Inled arbetet enligt förslaget" in text(
        coordinator.get(county.address(f"{PLACE}{slug}/"))
    )

    coordinator.post(
        county.address(f"{PLACE}{slug}/inled/"),
        {"valid_from": "2020-09-01", "source": "utredningen"},
    )

    one.refresh_from_db()
    assert (one.stage, one.adopted_by) == (TextStage.PROPOSED, None)


def test_nothing_written_cannot_be_proposed_or_adopted(county, coordinator, group):
    one = started(group, TextKind.WORK_ORDER)
    sent = {"valid_from": "2020-09-01", "source": "utredningen"}

    page = text(coordinator.post(county.address(f"{PLACE}{one.slug}/inled/"), sent))

    assert "Utkastet är tomt. Skriv det först." in page
    adopting = text(coordinator.post(county.address(f"{PLACE}{one.slug}/anta/"), {"where": "utan"}))
    assert "Det finns inget utkast att anta" in adopting


# --- Comparing ---


def test_two_versions_are_compared_in_words(county, member, group):
    adopted(group)
    one = drafted(group, task="Att leda.")

    page = text(member.get(county.address(f"{PLACE}{one.text.slug}/jamfor/")))

    assert "Från version 1 till 2" in page
    assert "borttaget: </span>samordna<" in page
    assert "tillagt: </span>leda<" in page
    assert "Mandat: oförändrat" in page


def test_what_is_written_is_never_read_as_html(county, member, group):
    one = drafted(group, task="<script>alert(1)</script>")

    for page in ("", "jamfor/"):
        found = text(member.get(county.address(f"{PLACE}{one.text.slug}/{page}")))
        assert "<script>alert" not in found
        assert "&lt;script&gt;alert" in found


@pytest.mark.parametrize("asked", ["?fran=99&till=x", "?fran=1&till=1"])
def test_versions_that_are_not_there_are_no_trouble(county, member, group, asked):
    one = adopted(group)

    answer = member.get(county.address(f"{PLACE}{one.text.slug}/jamfor/{asked}"))

    assert answer.status_code == 200


# --- Reviews ---


@pytest.mark.rule("R116")
def test_a_review_is_noted(county, coordinator, group):
    address = county.address(f"{PLACE}oversyn/beredningen/")

    coordinator.post(address, {"of": "staffing", "on": str(localdate()), "note": "Två nya."})

    review = Review.objects.get()
    assert (review.of, review.on, review.note) == (Reviewed.STAFFING, localdate(), "Två nya.")
    again = coordinator.post(address, {"of": "staffing", "on": str(localdate())})
    assert "är redan antecknad" in text(again)


# --- Who may ---


PAGES = ["{0}/skriv/", "{0}/anta/", "{0}/kasta/", "{0}/inled/", "oversyn/beredningen/", "nytt/"]


@pytest.mark.parametrize("part", PAGES)
def test_members_may_not_keep(county, member, group, part):
    one = drafted(group)
    address = county.address(PLACE + part.format(one.text.slug))

    assert member.get(address).status_code == 403
    answer = member.post(address, {"task": "x"})
    assert answer.status_code == 403
    assert "Bara koordinatorerna ändrar i strukturen." in text(answer)


@pytest.mark.parametrize("part", ["", "{0}/", "{0}/jamfor/", *PAGES])
def test_outsiders_find_nothing(county, stranger, outsider, group, part):
    one = drafted(group)
    address = county.address(PLACE + part.format(one.text.slug))

    assert [one.get(address).status_code for one in (stranger, outsider)] == [404, 404]


@pytest.mark.parametrize("part", ["{0}/", "{0}/jamfor/", *PAGES[:5]])
def test_another_collaborations_text_is_not_found(county, coordinator, elsewhere, part):
    body = BodyFactory(collaboration=elsewhere.collaboration, slug="beredningen")
    one = drafted(body)
    address = county.address(PLACE + part.format(one.text.slug))

    assert coordinator.get(address).status_code == 404
