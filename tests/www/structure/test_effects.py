"""What a change would do: two pictures compared, and a real act tried and taken back."""

from datetime import UTC, date, datetime

import pytest

from samverkan.bodies.actions import appoint
from samverkan.bodies.models import Mission, Quota
from samverkan.journal.fields import from_day
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.www.structure.effects import effects_between, effects_in
from samverkan.www.structure.pictures import Gives, Picture, Places, Seat, Term, There
from samverkan.www.structure.trying import carry_out
from tests.factories import TESTER, BodyFactory, MissionFactory, PersonFactory, QuotaFactory
from tests.www.structure.conftest import everything

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY, CHANGE = date(2026, 11, 22), date(2027, 1, 1)
ALWAYS, BEFORE, AFTER = from_day(date(2020, 1, 1)), from_day(None, CHANGE), from_day(CHANGE)
SAMRAD, AU = There(1, "Samråd", ALWAYS), There(2, "AU", ALWAYS)
SEAT = Seat(1, "Malå", "ordinary", "Anna", ALWAYS)
PLACES = Places(1, "Malå", 1, 1, 1, ALWAYS)


def told(before, after) -> list[tuple[date, list[str], list[str]]]:
    pictures = Picture(frozenset(before)), Picture(frozenset(after))
    return [(one.day, one.sentences, one.warnings) for one in effects_between(*pictures, TODAY)]


def test_nothing_changed_tells_nothing():
    assert told([SAMRAD, SEAT, PLACES], [SAMRAD, SEAT, PLACES]) == []


def test_an_end_leaves_a_vacancy_from_the_day_after():
    after = [SAMRAD, SEAT._replace(period=BEFORE), PLACES]

    sentences = ["Anna sitter inte längre i Samråd för Malå (ordinarie)."]
    assert told([SAMRAD, SEAT, PLACES], after) == [
        (CHANGE, sentences, ["Platsen för Malå i Samråd är vakant."])
    ]


def test_two_vacancies_instead_of_one_are_told_once():
    places = Places(1, "Regionen", 3, 3, 3, ALWAYS)
    seats = [Seat(1, "Regionen", "ordinary", name, ALWAYS) for name in ("Anna", "Bo")]

    ((_, sentences, warnings),) = told([SAMRAD, places, *seats], [SAMRAD, places, seats[0]])

    assert sentences == ["Bo sitter inte längre i Samråd för Regionen (ordinarie)."]
    assert warnings == ["2 platser för Regionen i Samråd är vakanta."]


def test_a_substitute_leaves_no_vacancy():
    substitute = SEAT._replace(kind="substitute", person="Elsa")

    ((_, _, warnings),) = told([SAMRAD, SEAT, PLACES, substitute], [SAMRAD, SEAT, PLACES])

    assert warnings == []


def test_a_seat_that_follows_the_chair_follows():
    chair = Term(1, "chair", "Anna", ALWAYS)
    gives = Gives(2, 1, "chair", "seat", ALWAYS)
    after = [SAMRAD, AU, gives, chair._replace(period=BEFORE), Term(1, "chair", "Bo", AFTER)]

    ((day, sentences, warnings),) = told([SAMRAD, AU, gives, chair], after)

    assert (day, warnings) == (CHANGE, [])
    assert sentences == [
        "Anna är inte längre ordförande i Samråd.",
        "Bo är ordförande i Samråd.",
        "Anna lämnar platsen i AU, som följde uppdraget som ordförande i Samråd.",
        "Bo får platsen i AU, som följer uppdraget som ordförande i Samråd.",
    ]


def test_an_office_that_nobody_ever_had_is_not_missed():
    assert told([SAMRAD], [SAMRAD, SEAT, PLACES])[0][2] == []


def test_two_turning_days_are_told_in_order():
    over = from_day(CHANGE, date(2027, 7, 1))
    after = [SAMRAD, SEAT._replace(period=BEFORE), SEAT._replace(person="Bo", period=over), PLACES]

    days = [day for day, _, _ in told([SAMRAD, SEAT, PLACES], after)]

    assert days == [CHANGE, date(2027, 7, 1)]


def test_fewer_places_are_told():
    fewer = PLACES._replace(most=2, least=0)

    ((_, sentences, _),) = told([SAMRAD, PLACES, SEAT], [SAMRAD, fewer, SEAT])

    assert sentences == ["Malå har platser i Samråd: 0–2 ordinarie, 1 ersättare."]


@pytest.fixture
def quota(db):
    return QuotaFactory()


def seating(bodies):
    return lambda: effects_in(lambda: bodies, TODAY)


def trial(quota):
    body = quota.body
    person = PersonFactory(collaboration=body.collaboration, name="Anna")

    def act():
        given = {"principal_id": quota.principal_id, "first": CHANGE}
        appoint(body.pk, person_id=person.pk, **given, by=TESTER, now=NOW)
        return "Klart."

    return lambda stamp: carry_out(act, watch=seating([body.pk]), reviewed=stamp)


def test_a_trial_leaves_no_trace(quota):
    run = trial(quota)
    before = everything()

    tried = run("")

    assert everything() == before
    assert not tried.done
    assert tried.effects[0].day == CHANGE


def test_what_was_reviewed_is_done(quota):
    run = trial(quota)

    done = run(run("").stamp)

    assert done.done
    assert Mission.objects.get().person.name == "Anna"
    assert Entry.objects.count() == Collaboration.objects.get().head_sequence == 1


def test_effects_other_than_those_reviewed_are_not_carried_out(quota):
    run = trial(quota)
    stamp = run("").stamp
    QuotaFactory(body=quota.body)
    Quota.objects.filter(pk=quota.pk).update(ordinary_max=2, ordinary_min=2)

    assert not run(stamp).done
    assert not Mission.objects.exists()


def test_a_refusal_comes_through(db):
    def act():
        raise StepRefused([Obstacle("no_seat")])

    with pytest.raises(StepRefused):
        carry_out(act, watch=seating([]))


@pytest.mark.parametrize("count", [1, 3])
def test_a_trial_asks_as_much_however_many_sit(count, db, django_assert_num_queries):
    body = BodyFactory()
    MissionFactory.create_batch(count, body=body)

    with django_assert_num_queries(15):  # twice which bodies and five tables; a savepoint
        carry_out(lambda: "", watch=seating([body.pk]))


def test_what_the_rules_find_with_and_without_is_told_apart(quota):
    after = {("a",): "Nytt.", ("b",): "Kvar.", ("c",): "Nu två."}
    before = {("b",): "Kvar.", ("c",): "Bara en.", ("d",): "Gammalt."}
    seen = iter([after, before])

    tried = carry_out(
        lambda: (
            Mission.objects.create(
                body=quota.body,
                principal=quota.principal,
                person=PersonFactory(collaboration=quota.body.collaboration),
                kind="ordinary",
                period=AFTER,
            )
            and ""
        ),
        watch=seating([quota.body_id]),
        look=lambda day: next(seen),
    )

    assert (tried.raised, tried.mended) == (["Nytt.", "Nu två."], ["Gammalt."])
