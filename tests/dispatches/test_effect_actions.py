from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    choose_effect,
    dispatch_recommendation,
    outcome_sentence,
    record_conclusion,
)
from samverkan.dispatches.choices import EffectRule
from samverkan.dispatches.effects import as_facts, effect_of, effect_sentences
from samverkan.dispatches.models import EffectDefault
from samverkan.dispatches.permissions import Act, may
from samverkan.dispatches.rules import Terms
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import plan_meeting
from tests.dispatches.answering import answers
from tests.factories import (
    TESTER,
    CollaborationFactory,
    PrincipalFactory,
    agreed_recommendation,
)
from tests.permissions import cast, who_may

NEW_ACTS = (Act.CHOOSE_EFFECT, Act.CONCLUDE, Act.WITHDRAW, Act.CORRECT_TEXT)


@pytest.fixture
def here(db):
    collaboration = CollaborationFactory()
    for name in ("Umeå", "Malå", "Åsele"):
        PrincipalFactory(collaboration=collaboration, name=f"{name} kommun", short_name=name)
    PrincipalFactory(collaboration=collaboration, short_name="Regionen", region=True)
    return collaboration


@pytest.fixture
def agreed(here):
    return agreed_recommendation(here, on=localdate() - timedelta(days=30))


def choose(agreed, terms, **facts):
    known = {"ground": "punkt 80", "by": TESTER, "now": localtime()}
    return choose_effect(agreed.collaboration_id, agreed.number, terms, **known | facts)


def conclude(agreed, text="Rutinen gäller i länet.", **facts):
    known = {"ground": "Alla utom Malå har antagit.", "source": "Samråd", "by": TESTER}
    return record_conclusion(
        agreed.collaboration_id, agreed.number, text, **known | {"now": localtime()} | facts
    )


def dispatched(agreed):
    return dispatch_recommendation(
        agreed.collaboration_id, agreed.number, by=TESTER, now=localtime()
    )


def codes(refusal):
    return [obstacle.code for obstacle in refusal.value.obstacles]


@pytest.mark.rule("R152")
def test_a_rule_is_chosen_before_dispatch_and_frozen_by_it(agreed):
    choose(agreed, Terms(EffectRule.AT_LEAST, share=75))
    sent = dispatched(agreed)

    assert (sent.effect_rule, sent.effect_share, sent.effect_source) == (
        "at_least",
        75,
        "punkt 80",
    )
    facts = Entry.objects.get(verb="recommendation.dispatched").content["facts"]
    assert facts["effect"]["kind"] == "at_least"
    with pytest.raises(StepRefused) as refusal:
        choose(agreed, Terms(EffectRule.ALL))
    assert codes(refusal) == ["effect_after_dispatch"]


def test_a_rule_that_nobody_could_fulfil_is_not_sent(agreed):
    choose(agreed, Terms(EffectRule.AT_LEAST, at_least=40))

    with pytest.raises(StepRefused) as refusal:
        dispatched(agreed)

    assert codes(refusal) == ["effect_more_than_addressed"]


@pytest.mark.rule("R153")
def test_a_county_has_a_usual_rule(here):
    EffectDefault.objects.create(
        collaboration=here, rule=EffectRule.ALL, source="överenskommelsen § 9"
    )

    agreed = agreed_recommendation(here, on=localdate() - timedelta(days=30))

    assert (agreed.effect_rule, agreed.effect_source) == ("all", "överenskommelsen § 9")


@pytest.mark.rule("R153")
@pytest.mark.rule("R185")
def test_without_a_usual_rule_nothing_is_concluded(agreed):
    sent = dispatched(agreed)
    answers(sent, "Umeå", approved=True)
    answers(sent, "Malå", approved=False)

    effect = effect_of(sent, today=localdate())

    assert effect.sentence == (
        "Inget gäller av sig självt: Umeå har antagit, 3 har inte svarat, Malå har avslagit."
    )
    assert as_facts(effect)["possible"] is None


def test_the_sentence_of_many_takes_one_question(here, agreed, django_assert_num_queries):
    choose(agreed, Terms(EffectRule.ADOPTERS))
    sent = dispatched(agreed)
    answers(sent, "Umeå", approved=True)
    fields = ("pk", "dispatched_at", "withdrawn_on", "effect_rule", "effect_at_least")
    sent.refresh_from_db()
    line = {name: getattr(sent, name) for name in (*fields, "effect_share", "effect_from")}

    with django_assert_num_queries(1):
        said = effect_sentences([line], today=localdate())

    assert said[sent.pk].startswith("Gäller för Umeå, som har antagit; ")


@pytest.mark.rule("R153")
def test_what_follows_is_told_in_the_report_back(here, agreed):
    choose(agreed, Terms(EffectRule.ADOPTERS))
    sent = dispatched(agreed)
    meeting = plan_meeting(
        sent.body_id, on=localdate() + timedelta(days=20), by=TESTER, now=localtime()
    )
    answers(sent, "Umeå", approved=True)
    conclude(sent)

    text = meeting.items.get(case=sent.case).text

    assert outcome_sentence(sent) in text
    assert "Gäller för Umeå, som har antagit; 4 har inte svarat." in text
    assert "Slutsats: Rutinen gäller i länet. Grund: Alla utom Malå har antagit." in text


@pytest.mark.rule("R153")
def test_a_conclusion_is_noted_with_its_ground_and_replaced_by_a_later(agreed):
    sent = dispatched(agreed)
    conclude(sent)
    later = conclude(sent, text="Rutinen gäller inte i Malå.")

    assert sent.conclusions.first() == later
    assert sent.conclusions.count() == 2
    told = Entry.objects.filter(verb="recommendation.concluded").last().content["facts"]
    assert told["conclusion"] == "Rutinen gäller inte i Malå."


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"text": " "}, "conclusion_empty"),
        ({"ground": ""}, "conclusion_without_ground"),
        ({"source": ""}, "conclusion_without_source"),
        ({"ground": "Enligt 121212-1212"}, "identity_number"),
    ],
)
def test_an_empty_conclusion_is_refused(agreed, change, code):
    sent = dispatched(agreed)

    with pytest.raises(StepRefused) as refusal:
        conclude(sent, **change)

    assert codes(refusal) == [code]
    assert not sent.conclusions.exists()


def test_the_same_conclusion_twice_and_one_before_dispatch_are_refused(agreed):
    with pytest.raises(StepRefused) as refusal:
        conclude(agreed)
    assert codes(refusal) == ["conclusion_before_dispatch"]
    sent = dispatched(agreed)
    conclude(sent)

    with pytest.raises(StepRefused) as refusal:
        conclude(sent)

    assert codes(refusal) == ["conclusion_unchanged"]


def test_a_day_is_kept_with_the_rule(agreed):
    chosen = choose(agreed, Terms(EffectRule.FROM_DATE, starts_on=date(2030, 1, 1)))

    assert chosen.effect_from == date(2030, 1, 1)


@pytest.mark.parametrize("act", NEW_ACTS)
def test_only_coordinators_may(agreed, act):
    people = cast(agreed.body)

    assert who_may(people, may, act, agreed) == {"coordinator"}
