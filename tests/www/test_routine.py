"""The pages about the routine: read by those who take part, written by the coordinators."""

from dataclasses import replace

import pytest
from django.utils.timezone import localtime

from samverkan.cases import routines
from samverkan.cases.actions import begin_routine_draft, leave_case, write_routine_draft
from samverkan.cases.choices import CaseStage, ExitKind, StepKind
from samverkan.cases.models import RoutineVersion
from samverkan.cases.rules import PLAIN
from samverkan.cases.rules.adopting import MATTER
from samverkan.cases.rules.questions import Question
from samverkan.meetings import actions as meetings
from samverkan.meetings.actions import Attending
from samverkan.meetings.choices import ItemKind, Outcome
from tests.cases.routines import plain
from tests.factories import TESTER, RoutineFactory
from tests.www.conftest import queries_of, text

STAGE = {"name": "Utrett", "of": "prepared", "after": "raised", "text": "Klart.", "source": ""}
STEP = {
    "name": "Bered noga",
    "kind": "prepare",
    "from_stage": "raised",
    "to_stage": "prepared",
    "takers": ["coordinator"],
    "fields": ["question", "touched"],
    "days": "30",
    "strict": "nej",
}
EDITS = ["utkast/lagen/", "utkast/steg/", "utkast/utgangar/", "utkast/kasta/", "utkast/anta/"]


def then() -> dict:
    return {"by": TESTER, "now": localtime()}


@pytest.fixture
def holds(county):
    county.body.inner_decisions = [MATTER]
    county.body.save()
    return RoutineFactory(collaboration=county.collaboration, adopted_by=county.body)


@pytest.fixture
def draft(county, holds):
    return begin_routine_draft(county.collaboration.pk, **then())


def send(client, address, sent):
    """Send a part as one who has just opened its page."""
    seen = client.get(address).context["seen"]
    return client.post(address, sent | {"seen": seen})


def written(draft) -> object:
    draft.refresh_from_db()
    return routines.content(draft)


def decided(county, *, closed: bool = True):
    """Return a point where the body decides in its own matter, at a meeting that was held today."""
    meeting = county.meeting()
    item = meetings.add_point(meeting.pk, kind=ItemKind.DECISION, heading="Rutinen", **then())
    meetings.note_attendance(
        meeting.pk, [Attending(county.chair.pk)], led_by=county.chair.pk, **then()
    )
    meetings.conclude_point(
        item.pk, Outcome.INNER_DECISION, clauses=["att anta."], inner_kind=MATTER, **then()
    )
    if closed:
        meetings.close_meeting(meeting.pk, **then())
    item.refresh_from_db()
    return item


# --- Reading -------------------------------------------------------------------------------------


def test_before_there_is_a_routine_the_page_says_so(county, coordinator):
    said = text(coordinator.get(county.address("arendegang/")))

    assert "Här visas rutinen" in said
    assert "Börja på en ny version" in said


@pytest.mark.rule("R150")
def test_a_member_reads_the_routine_drawn_and_in_words(county, holds, member):
    said = text(member.get(county.address("arendegang/")))

    assert "<svg" in said
    for stage in PLAIN.stages:
        assert said.count(stage.name) >= 2
    assert "antagen av Samråd" in said
    assert "Börja på en ny version" not in said


def test_each_version_can_be_read(county, holds, member):
    assert "Den här gäller nu" in text(member.get(county.address("arendegang/version/1/")))
    assert member.get(county.address("arendegang/version/2/")).status_code == 404


def test_a_draft_is_no_version_to_read(county, draft, member):
    assert member.get(county.address("arendegang/version/2/")).status_code == 404
    assert member.get(county.address("arendegang/utkast/")).status_code == 200


@pytest.mark.parametrize("path", ["", "utkast/", "utkast/jamfor/", "utkast/prova/"])
def test_strangers_find_nothing(county, draft, stranger, outsider, path):
    for client in (stranger, outsider):
        assert client.get(county.address(f"arendegang/{path}")).status_code == 404


@pytest.mark.parametrize("path", EDITS)
def test_only_coordinators_write(county, draft, member, coordinator, path):
    address = county.address(f"arendegang/{path}")

    assert member.get(address).status_code == 403
    assert member.post(address).status_code == 403
    assert coordinator.get(address).status_code == 200


@pytest.mark.parametrize("path", [*EDITS, "utkast/", "utkast/prova/", "utkast/jamfor/"])
def test_without_a_draft_there_is_nothing_to_write_in(county, holds, coordinator, path):
    assert coordinator.get(county.address(f"arendegang/{path}")).status_code == 404


# --- Writing -------------------------------------------------------------------------------------


def test_a_draft_begins_as_a_copy_and_only_by_a_post(county, holds, coordinator):
    address = county.address("arendegang/utkast/nytt/")
    coordinator.get(address)
    assert RoutineVersion.objects.count() == 1

    coordinator.post(address)

    assert written(routines.draft_of(county.collaboration.pk)) == PLAIN
    assert "Det finns redan ett utkast" in text(coordinator.post(address))


def test_a_stage_is_added_in_its_place(county, draft, coordinator):
    send(coordinator, county.address("arendegang/utkast/lagen/"), STAGE)

    found = written(draft)
    assert [one.key for one in found.stages[:3]] == ["raised", "utrett", "prepared"]
    page = text(coordinator.get(county.address("arendegang/utkast/")))
    assert "Inget ärende kan komma till läget ”Utrett”" in page
    assert "Anteckna att det är antaget" not in page


def test_a_stage_is_renamed_and_keeps_what_refers_to_it(county, draft, coordinator):
    sent = STAGE | {"name": "Inkommen", "of": "raised", "after": "forst"}

    send(coordinator, county.address("arendegang/utkast/lagen/raised/"), sent)

    found = written(draft)
    assert (found.stages[0].key, found.stages[0].name) == ("raised", "Inkommen")
    assert found.steps == PLAIN.steps


def test_a_step_is_written_with_all_that_it_holds(county, draft, coordinator):
    send(coordinator, county.address("arendegang/utkast/steg/prepare-raised/"), STEP)

    step = written(draft).step("prepare-raised")
    assert (step.name, step.days, step.fields) == ("Bered noga", 30, ("question", "touched"))


def test_questions_are_written_added_and_taken_away(county, draft, coordinator):
    asked = Question("lokalt", "Är det prövat lokalt?", "§ 5.1.2")
    admit = replace(
        PLAIN.steps[1],
        key="prova",
        kind=StepKind.ADMIT,
        to_stage="raised",
        questions=(asked,),
        fields=(),
    )
    write_routine_draft(draft.pk, plain(steps=(*PLAIN.steps, admit)), **then())
    address = county.address("arendegang/utkast/steg/prova/")
    sent = STEP | {"kind": "admit", "to_stage": "raised", "fields": []}
    sent |= {"question1": asked.text, "needed1": "ja", "stops1": "hindrar", "where1": "§ 5"}
    sent |= {"question2": "Är det brådskande?", "needed2": "nej", "stops2": "pastas"}

    send(coordinator, address, sent)

    first, second = written(draft).step("prova").questions
    assert (first.key, first.source) == ("lokalt", "§ 5")
    assert (second.text, second.needed, second.stops) == ("Är det brådskande?", False, False)
    send(coordinator, address, sent | {"question1": ""})
    assert [one.key for one in written(draft).step("prova").questions] == [second.key]


def test_an_exit_is_written_and_another_added(county, draft, coordinator):
    without = plain(exits=PLAIN.exits[:-1])
    write_routine_draft(draft.pk, without, **then())
    sent = {"name": "Nedlagt", "from_stages": ["raised"], "from_bodies": [county.body.slug]}

    send(coordinator, county.address("arendegang/utkast/utgangar/withdrawn/"), sent)
    send(coordinator, county.address("arendegang/utkast/utgangar/"), sent | {"kind": "written_off"})

    found = written(draft)
    assert found.exit("withdrawn").from_bodies == (county.body.slug,)
    assert found.exit("written_off").name == "Nedlagt"


@pytest.mark.parametrize(
    ("path", "sent", "said"),
    [
        ("lagen/", STAGE | {"name": ""}, "Skriv vad läget heter"),
        ("lagen/", STAGE | {"of": ""}, "Välj vilket av tjänstens lägen"),
        ("steg/", STEP | {"days": "snart"}, "antal dagar med siffror"),
        ("steg/", STEP | {"days": "0"}, "från 1 till"),
        ("steg/", STEP | {"to_stage": "borta"}, "Välj ett av alternativen"),
        ("steg/", STEP | {"text": "a" * 1001}, "skriv högst 1000 tecken"),
        ("utgangar/withdrawn/", {"name": ""}, "Skriv vad utgången heter"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(county, draft, coordinator, path, sent, said):
    page = text(send(coordinator, county.address(f"arendegang/utkast/{path}"), sent))

    assert said in page
    assert written(draft) == PLAIN


@pytest.mark.parametrize(
    ("path", "left"),
    [
        ("lagen/closed", lambda found: found.stage("closed") is None),
        ("steg/prepare-raised", lambda found: found.step("prepare-raised") is None),
        ("utgangar/written_off", lambda found: found.exit("written_off") is None),
    ],
)
def test_a_part_is_taken_away_after_a_question(county, draft, coordinator, path, left):
    address = county.address(f"arendegang/utkast/{path}/ta-bort/")
    assert "Ta bort" in text(coordinator.get(address))
    assert written(draft) == PLAIN

    coordinator.post(address)

    assert left(written(draft))
    assert coordinator.get(address).status_code == 404


@pytest.mark.parametrize("path", ["lagen/borta/", "steg/borta/", "utgangar/borta/", "x/y/ta-bort/"])
def test_a_part_that_is_not_there_is_not_found(county, draft, coordinator, path):
    assert coordinator.get(county.address(f"arendegang/utkast/{path}")).status_code == 404


def test_two_who_write_at_once_are_told(county, draft, coordinator):
    address = county.address("arendegang/utkast/lagen/raised/")
    seen = coordinator.get(address).context["seen"]
    write_routine_draft(draft.pk, plain(exits=PLAIN.exits[:-1]), **then())

    page = text(coordinator.post(address, STAGE | {"after": "forst", "seen": seen}))

    assert "Någon annan har ändrat utkastet" in page


def test_a_draft_is_thrown(county, draft, coordinator):
    coordinator.post(county.address("arendegang/utkast/kasta/"))

    assert not RoutineVersion.objects.filter(pk=draft.pk).exists()


# --- Comparing, trying, adopting -----------------------------------------------------------------


def test_a_draft_is_compared_with_what_holds(county, draft, member):
    address = county.address("arendegang/utkast/jamfor/")
    assert "säger samma sak" in text(member.get(address))
    renamed = replace(PLAIN.steps[1], days=45)
    write_routine_draft(
        draft.pk, plain(steps=(PLAIN.steps[0], renamed, *PLAIN.steps[2:])), **then()
    )

    page = text(member.get(address))

    assert "Steget Bereda" in page
    assert "45" in page


@pytest.mark.rule("R150")
def test_a_draft_is_tried_on_the_cases_of_the_last_year(county, draft, member):
    left = county.case(stage=CaseStage.RAISED, raised_at=localtime(), title="Den som lämnade")
    stays = county.case(stage=CaseStage.RAISED, raised_at=localtime(), title="Den som är kvar")
    here = county.collaboration.pk
    leave_case(here, left.number, ExitKind.WITHDRAWN, reason="Löst.", **then())
    exits = tuple(one for one in PLAIN.exits if one.kind != ExitKind.WITHDRAWN)
    write_routine_draft(draft.pk, plain(exits=exits), **then())

    page = member.get(county.address("arendegang/utkast/prova/"))

    assert [one.case for one in page.context["cases"]] == [stays, left]
    # A case made without its journal entry has no stage that a step could begin from.
    assert "ärenden" in text(page)


@pytest.mark.parametrize("count", [1, 3])
def test_a_trial_takes_as_many_questions_however_many_cases(county, draft, member, count):
    for _ in range(count):
        county.case(raised_at=localtime())

    assert queries_of(member, county.address("arendegang/utkast/prova/")) <= 16


@pytest.mark.rule("R151")
def test_a_draft_is_adopted_at_a_point_of_a_meeting_that_was_held(county, draft, coordinator):
    renamed = (replace(PLAIN.stages[0], name="Inkommen"), *PLAIN.stages[1:])
    write_routine_draft(draft.pk, plain(stages=renamed), **then())
    item = decided(county)
    address = county.address("arendegang/utkast/anta/")
    assert f"punkt {item.number}" in text(coordinator.get(address))

    coordinator.post(address, {"where": str(item.pk)})

    draft.refresh_from_db()
    assert (draft.stage, draft.adopted_by, draft.point) == ("adopted", county.body, item.number)
    assert draft.valid_from == county.today


def test_a_point_of_a_meeting_that_is_not_held_is_not_offered(county, draft, coordinator):
    item = decided(county, closed=False)

    page = coordinator.post(county.address("arendegang/utkast/anta/"), {"where": str(item.pk)})

    assert "Välj ett av alternativen" in text(page)


def test_without_a_meeting_here_the_day_and_the_source_are_asked_for(county, draft, coordinator):
    address = county.address("arendegang/utkast/anta/")
    assert "Ange den dag" in text(coordinator.post(address, {"where": "utan"}))
    sent = {"where": "utan", "on": str(county.today)}
    assert "behövs en källa" in text(coordinator.post(address, sent))

    coordinator.post(address, sent | {"source": "Gruppens anteckningar, punkt 4"})

    draft.refresh_from_db()
    assert (draft.stage, draft.point) == ("adopted", None)


def test_a_routine_with_faults_cannot_be_adopted_in_the_page(county, draft, coordinator):
    write_routine_draft(draft.pk, plain(exits=()), **then())

    page = text(coordinator.get(county.address("arendegang/utkast/anta/")))

    assert "ingen utgång med skäl" in page
    assert 'name="where"' not in page


def test_where_no_body_owns_the_matter_the_page_says_so(county, coordinator):
    draft = begin_routine_draft(county.collaboration.pk, **then())
    write_routine_draft(draft.pk, PLAIN, **then())

    page = text(coordinator.get(county.address("arendegang/utkast/anta/")))

    assert "Inget organ har" in page
