"""Loading: the plan, what it changes, what it refuses, and the command."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.core.management import call_command

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Body, Mission, Nominator, Quota, TextVersion
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.verify import verify
from samverkan.people.models import Person
from samverkan.principals.models import Grouping, LineBody, Principal
from samverkan.structures import wording
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from samverkan.structures.plan import Act, Plan
from samverkan.structures.queries import plan_for, stored_structure

SHIPPED = Path(__file__).parents[2] / "structures" / "vasterbotten"
NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)
ANNA = Actor("Anna Ask")


def load(folder: Path, agreed: Plan | None = None) -> Plan:
    reading = checked(folder)
    assert reading.faults == []
    structure = reading.structure()
    return load_structure(structure, by=ANNA, now=NOON, agreed=agreed, digest=reading.digest)


def refusals(folder: Path) -> list[str]:
    try:
        load(folder)
    except StepRefused as refusal:
        return [obstacle.code for obstacle in refusal.obstacles]
    return []


def lines(plan: Plan) -> list[str]:
    return [wording.line_of(change) for change in plan.changes]


@pytest.fixture
def loaded(db, norrmark) -> Collaboration:
    load(norrmark)
    return Collaboration.objects.get(slug="norrmark")


def mission(
    body: str, principal: str | None, *, place: int = 1, until: date | None = None
) -> Mission:
    owner = Body.objects.get(slug=body)
    person = Person.objects.create(collaboration=owner.collaboration, name="Bo Ek")
    return Mission.objects.create(
        body=owner,
        principal=principal and Principal.objects.get(slug=principal),
        person=person,
        kind=MissionKind.ORDINARY,
        place=place,
        period=from_day(date(2026, 1, 1), until),
    )


def test_the_first_load_writes_one_entry_that_counts(loaded):
    entry = Entry.objects.get(collaboration=loaded)

    facts = entry.content["facts"]
    assert (entry.verb, entry.subject, entry.content["actor"]) == (
        "structure.loaded",
        "structure",
        "Anna Ask",
    )
    assert (facts["created"], facts["changed"], facts["removed"]) == (44, 0, 0)
    assert len(facts["digest"]) == 64
    assert facts["changes"] == []
    assert verify(loaded).broken_at is None


def test_loading_again_does_nothing(loaded, norrmark):
    plan = load(norrmark)

    assert plan.changes == ()
    assert Entry.objects.filter(collaboration=loaded).count() == 1


def test_a_change_is_planned_made_and_listed(loaded, norrmark, change):
    change("bodies.toml", 'name = "Gruppen"', 'name = "Ledningsgruppen"')
    change("bodies.toml", "substitutes_max = 1", "substitutes_max = 2")
    change("principals.toml", "9902", "9903")
    change("agreements/samverkan.md", "två gånger", "fyra gånger")

    plan = load(norrmark)

    told = [
        "ändra huvudman Bokby kommun: kommunkod eller länskod",
        "ändra organ Ledningsgruppen: namn",
        "ändra platser Rådet, Aspa kommun: ersättare, högst",
        "ändra platser Rådet, Bokby kommun: ersättare, högst",
        "ändra avsnitt Överenskommelse om samverkan, 2.1 Rådet: text",
    ]
    assert lines(plan) == told
    assert Entry.objects.last().content["facts"]["changes"] == told
    assert Quota.objects.get(principal__slug="aspa").substitutes_max == 2
    assert load(norrmark).changes == ()


def test_what_is_no_longer_in_the_files_is_removed(loaded, norrmark, change):
    (norrmark / "former-bodies.toml").unlink()
    change("bodies.toml", '  "Det stora rådet",\n', "")

    plan = load(norrmark)

    assert lines(plan) == [
        "ta bort arv Gamla gruppen, Gruppen",
        "ta bort annat namn Rådet, Det stora rådet",
        "ta bort organ Gamla gruppen",
    ]
    assert not Body.objects.filter(slug="gamla-gruppen").exists()


def test_seats_move_between_periods_past_the_exclusion_constraint(loaded, norrmark, change):
    change("bodies.toml", "last_day = 2025-12-31", "last_day = 2026-06-30")
    change("bodies.toml", "first_day = 2026-01-01", "first_day = 2026-07-01")

    load(norrmark)

    seats = Quota.objects.filter(principal__slug="region-norrmark", body__slug="radet")
    quotas = seats.order_by("period")
    assert [quota.period.lower for quota in quotas] == [date(2024, 1, 1), date(2026, 7, 1)]
    assert quotas[0].period.upper == date(2026, 7, 1)


def test_rows_keep_their_identity_when_they_change(loaded, norrmark, change):
    before = dict(Body.objects.values_list("slug", "pk"))
    change("bodies.toml", 'name = "Gruppen"', 'name = "Ledningsgruppen"')

    load(norrmark)

    assert dict(Body.objects.values_list("slug", "pk")) == before


def test_a_body_that_somebody_sits_in_is_not_removed(loaded, norrmark):
    mission("gamla-gruppen", None)
    (norrmark / "former-bodies.toml").unlink()

    with pytest.raises(StepRefused) as refusal:
        load(norrmark)

    (obstacle,) = refusal.value.obstacles
    assert wording.OBSTACLES[obstacle.code] % obstacle.facts == (
        "Organ Gamla gruppen kan inte tas bort, för det finns uppdrag som hänvisar dit. Låt det "
        "stå kvar i filen och ange sista dagen (last_day) i stället."
    )
    assert Body.objects.filter(slug="gamla-gruppen").exists()


def test_a_principals_own_bodies_keep_it_from_being_removed(loaded, norrmark, change):
    LineBody.objects.create(
        principal=Principal.objects.get(slug="bokby"), name="Nämnden", kind="committee",
        period=from_day(date(2026, 1, 1)),
    )  # fmt: skip
    text = (norrmark / "principals.toml").read_text()
    first, _, rest = text.partition('[[principals]]\nslug = "bokby"')
    (norrmark / "principals.toml").write_text(first + rest[rest.index("[[principals]]") :])
    change("bodies.toml", '"aspa", "bokby"', '"aspa"')

    assert refusals(norrmark) == ["in_use"]


@pytest.mark.parametrize(("place", "refused"), [(1, []), (2, ["seat_held"])])
def test_seats_that_are_held_stay(loaded, norrmark, change, place, refused):
    mission("radet", "aspa", place=place)
    change("bodies.toml", "ordinary_max = 2", "ordinary_max = 1")

    assert refusals(norrmark) == refused


@pytest.mark.parametrize(
    ("until", "refused"), [(date(2027, 1, 1), []), (date(2027, 1, 2), ["mission_outlasts"])]
)
def test_a_body_does_not_end_before_those_who_sit_in_it(loaded, norrmark, change, until, refused):
    mission("gruppen", None, until=until)
    change("bodies.toml", 'short_name = "G"', 'short_name = "G"\nlast_day = 2026-12-31')

    assert refusals(norrmark) == refused


def test_a_plan_that_no_longer_holds_is_refused(loaded, norrmark, change):
    change("bodies.toml", 'name = "Gruppen"', 'name = "Ledningsgruppen"')
    agreed = plan_for(checked(norrmark).structure())
    Body.objects.filter(slug="radet").update(purpose="Ändrat under tiden")

    with pytest.raises(StepRefused, match="structure_moved"):
        load(norrmark, agreed)


def test_what_is_not_in_the_files_is_left_alone(loaded, norrmark, change):
    Principal.objects.filter(slug="aspa").update(registrar_email="registrator@aspa.example")
    Collaboration.objects.update(is_demo=True)
    change("principals.toml", "9901", "9909")
    change("collaboration.toml", "Norrmarks län", "Norrmark")

    load(norrmark)

    assert Principal.objects.get(code="9909").registrar_email == "registrator@aspa.example"
    assert Collaboration.objects.get().is_demo


def test_two_counties_live_side_by_side(loaded, norrmark):
    before = stored_structure("norrmark")

    load(SHIPPED)

    assert Collaboration.objects.count() == 2
    assert stored_structure("norrmark") == before == checked(norrmark).structure()
    assert stored_structure("vasterbotten") == checked(SHIPPED).structure()
    assert load(norrmark).changes == ()
    assert load(SHIPPED).changes == ()
    assert Principal.objects.filter(collaboration=loaded).count() == 3
    assert Entry.objects.filter(collaboration=loaded).count() == 1


def test_two_counties_may_use_the_same_addresses(loaded, norrmark, change):
    change("collaboration.toml", 'slug = "norrmark"', 'slug = "sormark"')

    plan = load(norrmark)

    assert plan.counts() == {Act.CREATE: 44, Act.CHANGE: 0, Act.REMOVE: 0}
    assert Body.objects.filter(slug="radet").count() == 2


# --- Links and texts -----------------------------------------------------------------------------


DECIDED = """stage = "adopted"
adopted_on = 2026-03-01
values = { text = "vardegrund", number = 1 }"""


def nominated(place: int) -> Mission:
    held = mission("forum", None, place=place)
    held.nominator = Nominator.objects.get(slug="forbundet")
    held.save()
    return held


@pytest.mark.parametrize(("place", "refused"), [(3, []), (4, ["seat_held"])])
def test_seats_that_a_nominator_filled_stay(loaded, norrmark, change, place, refused):
    nominated(place)
    change("bodies.toml", "parity = true\n", "")
    change(
        "bodies.toml", "ordinary_min = 4\nordinary_max = 4", "ordinary_min = 3\nordinary_max = 3"
    )

    assert refusals(norrmark) == refused


def test_a_refused_seat_names_the_nominator(loaded, norrmark, change):
    nominated(4)
    change("bodies.toml", "parity = true\n", "")
    change(
        "bodies.toml", "ordinary_min = 4\nordinary_max = 4", "ordinary_min = 3\nordinary_max = 3"
    )

    with pytest.raises(StepRefused) as refusal:
        load(norrmark)

    (obstacle,) = refusal.value.obstacles
    assert obstacle.facts["principal"] == "Kommunförbundet Norrmark"


def test_links_that_are_let_go_of_do_not_keep_what_they_named(loaded, norrmark, change):
    """A host, a grouping, a setter and an actor's principal may go in the same load."""
    for file, line in (
        ("bodies.toml", 'grouping = "kusten"\n'),
        ("bodies.toml", 'host = "aspa"\n'),
        ("principals.toml", 'grouping = "kusten"\n'),
        ("outside.toml", 'principal = "aspa"\n'),
    ):
        change(file, line, "")
    change("bodies.toml", '"aspa", "bokby"', '"bokby"')
    change("functions.toml", '"region-norrmark"', '"bokby"')
    text = (norrmark / "principals.toml").read_text()
    without = text[text.index('[[principals]]\nslug = "bokby"') : text.index("[[groupings]]")]
    (norrmark / "principals.toml").write_text(without + text[text.index("[[nominators]]") :])

    load(norrmark)

    assert not Principal.objects.filter(slug="aspa").exists()
    assert not Grouping.objects.exists()


def test_a_setter_may_be_new_and_may_go(loaded, norrmark, change):
    change("bodies.toml", 'assignment_setter = "radet"', 'assignment_setter = "gruppen"')
    change("bodies.toml", 'name = "Gruppen"', 'name = "Gruppen"\nassignment_setter = "nya"')
    body = {"name": "Nya", "kind": "group", "level": "regional", "sphere": "both"}
    facts = "".join(f'{key} = "{value}"\n' for key, value in body.items())
    new = f'\n[[bodies]]\nslug = "nya"\n{facts}power = "talks"\nassignment_setter = "radet"\n'
    path = norrmark / "bodies.toml"
    path.write_text(path.read_text() + new)
    load(norrmark)
    assert Body.objects.get(slug="forum").setter.setter.setter.slug == "radet"

    path.write_text(path.read_text().replace(new, "").replace('assignment_setter = "nya"\n', ""))
    load(norrmark)

    assert Body.objects.get(slug="gruppen").setter is None
    assert load(norrmark).changes == ()


def test_bodies_that_point_to_each_other_are_removed_together(loaded, norrmark):
    gamla = Body.objects.get(slug="gamla-gruppen")
    older = Body.objects.create(
        collaboration=loaded, slug="aldre", setter=gamla, period=gamla.period, position=9
    )
    Body.objects.filter(pk=gamla.pk).update(setter=older)
    (norrmark / "former-bodies.toml").unlink()

    load(norrmark)

    assert not Body.objects.filter(pk__in=[gamla.pk, older.pk]).exists()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("uppdrag-forum.1.md", "Att mötas.", "Att ses."),
        ("uppdrag-forum.toml", "adopted_on = 2024-02-01", "adopted_on = 2024-02-02"),
        ("uppdrag-forum.toml", 'stage = "adopted"', 'stage = "proposed"'),
        ("vardegrund.toml", "number = 1\nstage", "number = 1\npoint = 3\nstage"),
    ],
)
def test_a_text_that_is_no_draft_never_changes(loaded, norrmark, change, file, old, new):
    change(f"texts/{file}", old, new)

    assert refusals(norrmark) == ["text_frozen"]


def test_a_text_that_is_no_draft_is_never_removed(loaded, norrmark):
    for path in (norrmark / "texts").glob("uppdrag*"):
        path.unlink()

    with pytest.raises(StepRefused) as refusal:
        load(norrmark)

    (obstacle,) = refusal.value.obstacles
    assert wording.OBSTACLES[obstacle.code] % obstacle.facts == (
        "Version av styrdokument Uppdrag för Forum, version 1 är inte längre ett utkast och kan "
        "därför inte ändras eller tas bort. Låt versionen stå som den är, och lägg till en ny."
    )


def test_a_draft_is_changed_adopted_and_followed_by_another(loaded, norrmark, change):
    change("texts/uppdrag-forum.2.md", "oftare", "ofta")
    change("texts/uppdrag-forum.toml", 'stage = "draft"', DECIDED)
    path = norrmark / "texts/uppdrag-forum.toml"
    path.write_text(path.read_text() + '\n[[versions]]\nnumber = 3\nstage = "draft"\n')
    (norrmark / "texts/uppdrag-forum.3.md").write_text("")

    assert lines(load(norrmark)) == [
        "ändra version av styrdokument Uppdrag för Forum, version 2: "
        "värdegrund, läge, avsnitt, antagen den",
        "skapa version av styrdokument Uppdrag för Forum, version 3",
    ]
    assert load(norrmark).changes == ()
    assert TextVersion.objects.get(number=2).values.text.slug == "vardegrund"


def test_a_draft_is_thrown_away_for_another(loaded, norrmark, change):
    change("texts/uppdrag-forum.toml", "number = 2", "number = 3")
    (norrmark / "texts/uppdrag-forum.2.md").rename(norrmark / "texts/uppdrag-forum.3.md")

    load(norrmark)

    numbers = TextVersion.objects.filter(text__slug="uppdrag-forum").values_list("number")
    assert {number for (number,) in numbers} == {1, 3}


def test_what_was_written_in_a_page_with_spaces_around_is_no_change(loaded, norrmark):
    draft = TextVersion.objects.get(stage="draft")
    draft.sections = [{"kind": "goals", "heading": " Mål ", "text": "Att mötas\r\noftare.\n"}]
    draft.save()

    assert plan_for(stored_structure("norrmark")).changes == ()


# --- The command ---------------------------------------------------------------------------------


def run(*words: object) -> int:
    try:
        call_command("structure", *map(str, words))
    except SystemExit as left:
        return int(str(left.code))
    return 0


def test_check_tells_what_is_there_and_needs_no_database(norrmark, capsys):
    assert run("check", norrmark) == 0

    assert capsys.readouterr().out.endswith(
        "inga fel. 3 huvudmän, 5 organ, 3 avsnitt i överenskommelser.\n"
    )


def test_check_tells_every_fault_and_leaves_with_one(norrmark, change, capsys):
    change("bodies.toml", "power = ", "powr = ")

    assert run("check", norrmark) == 1

    told = capsys.readouterr().err
    assert "bodies.toml:7: bodies[radet].powr: Nyckeln ”powr” finns inte." in told
    assert "Menade du ”power”?" in told
    assert told.endswith("2 fel.\n")


@pytest.mark.parametrize(("answer", "left", "count"), [("j\n", 0, 1), ("\n", 1, 0), ("", 1, 0)])
def test_load_asks_first(db, norrmark, monkeypatch, capsys, answer, left, count):
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))

    assert run("load", norrmark) == left

    told = capsys.readouterr().out
    assert "skapa organ Rådet\n" in told
    assert "Summa: 44 att skapa, 0 att ändra, 0 att ta bort.\n" in told
    assert Collaboration.objects.count() == count


def test_load_with_yes_does_not_ask_and_the_second_time_has_nothing_to_do(db, norrmark, capsys):
    assert run("load", norrmark, "--yes", "--by", "Anna Ask") == 0
    assert capsys.readouterr().out.endswith("Strukturen är inläst.\n")
    assert Entry.objects.get().content["actor"] == "Anna Ask"

    assert run("load", norrmark, "--yes") == 0
    assert capsys.readouterr().out == "Inget att ändra.\n"


def test_load_with_faults_changes_nothing(db, norrmark, change, capsys):
    change("bodies.toml", "power = ", "powr = ")

    assert run("load", norrmark, "--yes") == 1

    assert not Collaboration.objects.exists()
    assert "2 fel." in capsys.readouterr().err


def test_load_that_is_refused_says_why_and_changes_nothing(loaded, norrmark, capsys):
    mission("gamla-gruppen", None)
    (norrmark / "former-bodies.toml").unlink()

    assert run("load", norrmark, "--yes") == 1

    told = capsys.readouterr().err
    assert "Organ Gamla gruppen kan inte tas bort" in told
    assert told.endswith("Inget är ändrat.\n")


def test_dump_writes_what_check_accepts(loaded, tmp_path, capsys):
    assert run("dump", "norrmark", tmp_path / "ut") == 0
    assert run("check", tmp_path / "ut") == 0

    assert checked(tmp_path / "ut").structure() == stored_structure("norrmark")


def test_dump_of_what_is_not_there(db, tmp_path, capsys):
    assert run("dump", "sormark", tmp_path) == 1

    assert capsys.readouterr().err == "Samverkan ”sormark” finns inte här.\n"


def test_who_prepares_for_whom_is_loaded_told_and_let_go_of(loaded, norrmark, change):
    """Also where the two already point to each other by another link."""
    change("bodies.toml", 'name = "Rådet"', 'name = "Rådet"\nprepared_by = "forum"')
    load(norrmark)
    assert Body.objects.get(slug="radet").prepared_by.slug == "forum"
    assert Body.objects.get(slug="forum").setter.slug == "radet"
    assert load(norrmark).changes == ()

    change("bodies.toml", 'prepared_by = "forum"\n', "")
    load(norrmark)

    assert Body.objects.get(slug="radet").prepared_by is None


def test_two_new_bodies_may_point_to_each_other(norrmark, change, db):
    change("bodies.toml", 'name = "Rådet"', 'name = "Rådet"\nprepared_by = "forum"')

    load(norrmark)

    assert Body.objects.get(slug="forum").prepares_for.get().slug == "radet"
