from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan.dispatches.choices import DispatchState, EffectRule
from samverkan.dispatches.rules import (
    Position,
    Said,
    Terms,
    consequence,
    obstacles_to_effect,
    obstacles_to_fulfil,
    said_by,
)
from samverkan.dispatches.wording.effects import (
    EXPLAINED,
    consequence_sentence,
    explanation,
    rule_words,
)
from samverkan.principals.choices import Side

TODAY = date(2026, 6, 1)
FIRST = date(2026, 1, 1)
NAMES = ["Umeå", "Malå", "Åsele", "Norsjö", "Vännäs", "Sorsele", "Dorotea", "Lycksele"]
REGION = Position("Region Västerbotten", Side.REGION, Said.SILENT)
A, R, S, E, U = Said.ADOPTED, Said.REJECTED, Said.SILENT, Said.EARLIER, Said.UNCONCERNED


def town(name, said, on=None):
    on = on or (date(2026, 5, 1) if said in (A, R, E) else None)
    return Position(name, Side.MUNICIPALITIES, said, on)


def region(said):
    return Position(REGION.name, Side.REGION, said, date(2026, 4, 1) if said is A else None)


def towns(*said):
    """Return as many municipalities as answers: (12, A) or A."""
    each = [
        one for part in said for one in ([part[1]] * part[0] if isinstance(part, tuple) else [part])
    ]
    return [town(NAMES[n] if n < len(NAMES) else f"Kommun {n}", one) for n, one in enumerate(each)]


def said(positions, kind, *, today=TODAY, **terms):
    found = consequence(Terms(kind, **terms), positions, today=today)
    return consequence_sentence(found, today=today)


# --- The plainest reference: what each rule says, told by going through every day. -----


def plainly(kind, number, starts_on, answers, day):
    """Return for whom it applies on one day: the rule read out loud, without any cleverness."""
    adopted = [n for n, one in enumerate(answers) if one["said"] is A and one["on"] <= day]
    concerned = [n for n, one in enumerate(answers) if one["said"] is not U]
    if starts_on is not None and day < starts_on:
        return set()
    if kind is EffectRule.NONE:
        return set()
    if kind in (EffectRule.ADOPTERS, EffectRule.FROM_DATE):
        return set(adopted)
    if kind is EffectRule.ALL:
        return set(adopted) if adopted == concerned else set()
    if kind is EffectRule.AT_LEAST:
        return set(adopted) if len(adopted) >= number else set()
    held = set()
    for one in adopted:
        for other in adopted:
            if answers[one]["side"] != answers[other]["side"]:
                held.add(one)
    return held


def could(kind, number, answers, day):
    """Return whether any way of answering for those who have not would make it apply to someone."""
    open_ones = [
        n
        for n, one in enumerate(answers)
        if one["said"] in (S, E) or (one["said"] in (A, R) and one["on"] > day)
    ]
    for chosen in range(2 ** len(open_ones)):
        tried = [dict(one) for one in answers]
        for place, n in enumerate(open_ones):
            tried[n]["said"] = A if chosen >> place & 1 else R
            tried[n]["on"] = day
        if plainly(kind, number, None, tried, day):
            return True
    return False


days = st.integers(0, 9).map(lambda n: FIRST + timedelta(days=n))
answers = st.lists(
    st.fixed_dictionaries(
        {"side": st.sampled_from(Side), "said": st.sampled_from(Said), "on": days}
    ),
    min_size=1,
    max_size=7,
)


@pytest.mark.rule("R152")
@settings(max_examples=300, deadline=None)
@given(
    kind=st.sampled_from(EffectRule),
    number=st.integers(1, 7),
    starts_on=st.none() | days,
    given_answers=answers,
    today=days,
)
def test_the_rules_of_effect_agree_with_the_plainest_reading(
    kind, number, starts_on, given_answers, today
):
    positions = [
        Position(f"{n}", one["side"], one["said"], one["on"] if one["said"] in (A, R, E) else None)
        for n, one in enumerate(given_answers)
    ]
    terms = Terms(kind, at_least=number, starts_on=starts_on)

    found = consequence(terms, positions, today=today)

    held = plainly(kind, number, starts_on, given_answers, today)
    assert {int(one.who.name) for one in found.applies} == held
    for one in found.applies:
        every = [FIRST + timedelta(days=n) for n in range(12)]
        who = int(one.who.name)
        first = next(d for d in every if who in plainly(kind, number, starts_on, given_answers, d))
        assert one.on == first
    if kind is EffectRule.NONE:
        assert found.possible is None
    else:
        assert found.possible is could(kind, number, given_answers, today)
    later = {int(one.who.name) for one in found.coming}
    assert later == (plainly(kind, number, None, given_answers, today) - held)
    assert all(one.on == starts_on for one in found.coming)
    assert {int(one.name) for one in found.waiting} == {
        n
        for n, one in enumerate(given_answers)
        if one["said"] is A and one["on"] <= today and n not in held | later
    }


@settings(max_examples=150, deadline=None)
@given(
    kind=st.sampled_from(EffectRule),
    starts_on=st.none() | days,
    given_answers=answers,
    today=days,
)
def test_every_combination_can_be_said_in_a_sentence(kind, starts_on, given_answers, today):
    positions = [
        Position(f"Ort{n}", one["side"], one["said"], None) for n, one in enumerate(given_answers)
    ]

    sentence = said(positions, kind, today=today, at_least=2, starts_on=starts_on)

    assert sentence.endswith(".")
    assert "  " not in sentence
    assert ".." not in sentence
    assert "None" not in sentence
    assert sentence.count("Ort") <= 7


@pytest.mark.rule("R153")
@pytest.mark.parametrize(
    ("positions", "sentence"),
    [
        (
            [*towns((12, A), (3, S)), town("Malå", R)],
            "Gäller för de 12 som har antagit; 3 har inte svarat; Malå har avslagit.",
        ),
        (towns((16, S)), "Gäller för den som antar: ingen av 16 har svarat än."),
        (towns((16, A)), "Gäller för alla 16."),
        (towns((16, R)), "Gäller inte för någon: alla 16 har avslagit."),
        (towns(A, S), "Gäller för Umeå, som har antagit; Malå har inte svarat."),
        (towns(A, A, R), "Gäller för Umeå och Malå, som har antagit; Åsele har avslagit."),
        (
            towns(R, S, S),
            "Gäller för den som antar: Malå och Åsele har inte svarat; Umeå har avslagit.",
        ),
        (
            towns((4, A), E, U),
            "Gäller för de 4 som har antagit; Vännäs har svarat på en tidigare version; "
            "Sorsele berörs inte.",
        ),
    ],
)  # fmt: skip
def test_those_who_adopt(positions, sentence):
    assert said(positions, EffectRule.ADOPTERS) == sentence


@pytest.mark.rule("R153")
@pytest.mark.parametrize(
    ("positions", "sentence"),
    [
        (
            [*towns((12, A), (3, S)), town("Malå", R)],
            "Inget gäller av sig självt: 12 har antagit, 3 har inte svarat, Malå har avslagit.",
        ),
        (towns((16, S)), "Inget gäller av sig självt: ingen av 16 har svarat än."),
        (towns((16, A)), "Inget gäller av sig självt: alla 16 har antagit."),
        (towns(A), "Inget gäller av sig självt: Umeå har antagit."),
    ],
)
def test_without_a_rule_nothing_is_concluded(positions, sentence):
    assert said(positions, EffectRule.NONE) == sentence


@pytest.mark.parametrize(
    ("positions", "sentence"),
    [
        (towns((16, A)), "Gäller för alla 16 sedan den 1 maj 2026."),
        (
            towns((12, A), (4, S)),
            "Gäller när alla 16 har antagit: 12 har antagit, 4 har inte svarat.",
        ),
        (
            [*towns((12, A), (3, S)), town("Malå", R)],
            "Kan inte börja gälla så som svaren står, för alla 16 måste anta: 12 har antagit, "
            "3 har inte svarat, Malå har avslagit.",
        ),
        (towns((4, A), U), "Gäller för alla 4 sedan den 1 maj 2026; Vännäs berörs inte."),
        ([Position("Umeå", Side.MUNICIPALITIES, A)], "Gäller för Umeå."),
    ],
)
def test_all_must_adopt(positions, sentence):
    assert said(positions, EffectRule.ALL) == sentence


@pytest.mark.parametrize(
    ("positions", "sentence"),
    [
        (
            [*towns((12, A), (3, S)), town("Malå", R)],
            "Gäller för de 12 som har antagit, eftersom det krävs minst 10; 3 har inte svarat; "
            "Malå har avslagit.",
        ),
        (
            [*towns((7, A), (8, S)), town("Malå", R)],
            "Gäller när minst 10 av 16 har antagit: 7 har antagit, 8 har inte svarat, Malå har "
            "avslagit.",
        ),
        (
            towns((7, A), (2, S), (7, R)),
            "Kan inte börja gälla så som svaren står, för minst 10 av 16 måste anta: 7 har "
            "antagit; Lycksele och Kommun 8 har inte svarat; 7 har avslagit.",
        ),
    ],
)
def test_at_least_so_many(positions, sentence):
    assert said(positions, EffectRule.AT_LEAST, at_least=10) == sentence


def test_a_share_is_rounded_up():
    assert Terms(EffectRule.AT_LEAST, share=66).needed(16) == 11
    assert Terms(EffectRule.AT_LEAST, share=50).needed(15) == 8
    assert Terms(EffectRule.AT_LEAST, share=100).needed(311) == 311
    assert Terms(EffectRule.AT_LEAST, share=1).needed(3) == 1


@pytest.mark.parametrize(
    ("positions", "sentence"),
    [
        (
            [region(A), *towns((12, A), (2, S)), town("Malå", R)],
            "Gäller mellan Region Västerbotten och de 12 kommuner som har antagit; "
            "Kommun 12 och Kommun 13 har inte svarat; Malå har avslagit.",
        ),
        (
            [region(A), *towns((15, A))],
            "Gäller mellan Region Västerbotten och alla 15 kommuner.",
        ),
        (
            [region(A), *towns(A, S)],
            "Gäller mellan Region Västerbotten och Umeå; Malå har inte svarat.",
        ),
        (
            [region(S), *towns((12, A), (3, S))],
            "Gäller mellan regionen och varje kommun när båda har antagit: "
            "Region Västerbotten har inte svarat; 12 har antagit; "
            "Kommun 12, Kommun 13 och Kommun 14 har inte svarat.",
        ),
        (
            [region(R), *towns((12, A))],
            "Kan inte börja gälla så som svaren står, för regionen och minst en kommun måste "
            "anta: Region Västerbotten har avslagit, alla 12 har antagit.",
        ),
    ],
)
def test_between_the_region_and_each_municipality(positions, sentence):
    assert said(positions, EffectRule.PAIRWISE) == sentence


@pytest.mark.parametrize(
    ("kind", "positions", "sentence"),
    [
        (EffectRule.FROM_DATE, towns((4, A)), "Gäller från den 1 januari 2027 för alla 4."),
        (
            EffectRule.ADOPTERS,
            towns(A, S),
            "Gäller från den 1 januari 2027 för Umeå, som har antagit; Malå har inte svarat.",
        ),
        (EffectRule.ALL, towns((4, A)), "Gäller för alla 4 från den 1 januari 2027."),
        (
            EffectRule.ALL,
            towns((4, A), (4, S)),
            "Gäller när alla 8 har antagit, tidigast den 1 januari 2027: 4 har antagit, 4 har "
            "inte svarat.",
        ),
        (
            EffectRule.PAIRWISE,
            [region(A), *towns(A)],
            "Gäller från den 1 januari 2027 mellan Region Västerbotten och Umeå.",
        ),
    ],
)
def test_a_fixed_day_is_a_lower_limit_of_any_rule(kind, positions, sentence):
    assert said(positions, kind, starts_on=date(2027, 1, 1)) == sentence


def test_a_day_that_nobody_knows_stays_unknown():
    unknown = Position("Malå", Side.MUNICIPALITIES, A)
    terms = Terms(EffectRule.ALL)

    found = consequence(terms, [*towns(A), unknown], today=TODAY)

    assert [one.on for one in found.applies] == [None, None]


def test_an_answer_on_an_earlier_text_leaves_the_matter_open():
    found = consequence(Terms(EffectRule.ALL), towns(A, E), today=TODAY)

    assert found.applies == ()
    assert (found.possible, [one.name for one in found.open]) == (True, ["Malå"])
    assert said_by(DispatchState.APPROVED, answers_earlier=True) is E
    assert said_by(DispatchState.REJECTED, answers_earlier=False) is R
    assert said_by(DispatchState.PLANNED, answers_earlier=False) is S


def test_nobody_concerned_is_said():
    assert said(towns(U, U), EffectRule.ALL) == (
        "Rekommendationen berör ingen av dem som den sändes till."
    )
    assert said([], EffectRule.ALL) == ""


@pytest.mark.rule("R152")
@pytest.mark.parametrize(
    ("terms", "codes"),
    [
        (Terms(), []),
        (Terms(EffectRule.ALL), []),
        (Terms(EffectRule.AT_LEAST), ["effect_without_number"]),
        (Terms(EffectRule.AT_LEAST, 3, 50), ["effect_without_number"]),
        (Terms(EffectRule.AT_LEAST, 0), ["effect_number_too_small"]),
        (Terms(EffectRule.AT_LEAST, 1), []),
        (Terms(EffectRule.AT_LEAST, None, 0), ["effect_share_beyond"]),
        (Terms(EffectRule.AT_LEAST, None, 101), ["effect_share_beyond"]),
        (Terms(EffectRule.AT_LEAST, None, 100), []),
        (Terms(EffectRule.FROM_DATE), ["effect_without_day"]),
        (Terms(EffectRule.FROM_DATE, starts_on=TODAY), []),
        (Terms(EffectRule.NONE, starts_on=TODAY), ["effect_day_without_rule"]),
        (Terms(EffectRule.ALL, starts_on=FIRST), ["effect_day_before_agreed"]),
    ],
)
def test_what_a_rule_of_effect_needs(terms, codes):
    agreed_on = date(2026, 3, 12)
    found = obstacles_to_effect(terms, dispatched=False, source="punkt 80", agreed_on=agreed_on)

    assert [one.code for one in found] == codes


def test_a_rule_rests_on_something_and_is_chosen_before_dispatch():
    agreed_on = date(2026, 3, 12)
    found = obstacles_to_effect(
        Terms(EffectRule.ALL), dispatched=True, source=" ", agreed_on=agreed_on
    )

    assert [one.code for one in found] == ["effect_after_dispatch", "effect_without_source"]


@pytest.mark.parametrize(
    ("terms", "sides", "codes"),
    [
        (Terms(EffectRule.AT_LEAST, 3), [Side.REGION] * 3, []),
        (Terms(EffectRule.AT_LEAST, 4), [Side.REGION] * 3, ["effect_more_than_addressed"]),
        (Terms(EffectRule.PAIRWISE), [Side.REGION] * 3, ["effect_without_both_sides"]),
        (Terms(EffectRule.PAIRWISE), list(Side), []),
        (Terms(EffectRule.ALL), [], []),
    ],
)
def test_a_rule_that_the_addressed_could_never_fulfil_is_found(terms, sides, codes):
    assert [one.code for one in obstacles_to_fulfil(terms, sides)] == codes


def test_every_rule_is_explained():
    assert set(EXPLAINED) == set(EffectRule)
    assert rule_words(Terms(EffectRule.AT_LEAST, share=75)) == (
        "gäller när minst 75 procent har antagit"
    )
    later = Terms(EffectRule.ALL, starts_on=date(2027, 1, 1))
    assert rule_words(later) == "gäller när alla har antagit, tidigast den 1 januari 2027"
    assert "Inget gäller före den 1 januari 2027." in explanation(later)
