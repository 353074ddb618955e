from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.dispatches.actions import (
    add_addressee,
    dispatch_recommendation,
    note_concerned,
    note_not_concerned,
    remind,
    silent_on,
    to_remind,
    withdraw_recommendation,
)
from samverkan.dispatches.choices import DispatchState, ShownState
from samverkan.dispatches.effects import effect_of
from samverkan.dispatches.rules import recommendation_state, shown_state
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import plan_meeting
from tests.dispatches.answering import answers, receives
from tests.factories import (
    TESTER,
    CollaborationFactory,
    ItemFactory,
    MeetingFactory,
    PrincipalFactory,
    agreed_recommendation,
)

NAMES = ("Umeå", "Malå", "Åsele", "Norsjö", "Vännäs")
AGREED = localdate() - timedelta(days=30)
YESTERDAY = localdate() - timedelta(days=1)


@pytest.fixture
def sent(db):
    here = CollaborationFactory()
    for name in NAMES:
        PrincipalFactory(collaboration=here, name=f"{name} kommun", short_name=name)
    return agreed_recommendation(here, on=AGREED, dispatched=True)


def withdraw(sent, **facts):
    known = {"reason": "Lagen har ändrats.", "on": YESTERDAY, "source": "brev", "by": TESTER}
    known |= {"now": localtime()}
    return withdraw_recommendation(sent.collaboration_id, sent.number, **known | facts)


def codes(refusal):
    return [obstacle.code for obstacle in refusal.value.obstacles]


@pytest.mark.rule("R006")
@pytest.mark.rule("R152")
def test_withdrawn_after_three_have_answered(sent):
    for name in NAMES[:3]:
        answers(sent, name, approved=name != "Malå")

    withdraw(sent)

    sent.refresh_from_db()
    assert sent.withdrawn_on == YESTERDAY
    states = dict(sent.dispatches.values_list("principal__short_name", "state"))
    assert (states["Umeå"], states["Malå"], states["Norsjö"]) == (
        "approved",
        "rejected",
        "dispatched",
    )
    assert effect_of(sent, today=localdate()).sentence.endswith(
        "Ingen fler väntas svara. Svaren som har kommit står kvar."
    )


@pytest.mark.rule("R006")
def test_each_addressee_gets_a_letter(sent):
    answers(sent, "Umeå")

    withdraw(sent)

    letters = Notice.objects.filter(template="recommendation_withdrawn")
    assert letters.count() == sent.dispatches.count()
    umea = sent.dispatches.get(principal__short_name="Umeå")
    body = rendered(letters.get(to=umea.to)).body
    assert "Lagen har ändrats." in body
    assert "Ert svar, bifall, står kvar" in body
    silent = sent.dispatches.get(principal__short_name="Vännäs")
    assert "Ni behöver inte svara" in rendered(letters.get(to=silent.to)).body


@pytest.mark.rule("R152")
def test_new_answers_are_refused_and_given_ones_may_be_corrected(sent):
    answers(sent, "Umeå")
    withdraw(sent)

    with pytest.raises(StepRefused) as refusal:
        receives(sent, "Malå")
    corrected = answers(sent, "Umeå", approved=False, correcting=True, reason="Fel ruta.")

    assert codes(refusal) == ["recommendation_withdrawn"]
    assert corrected.corrects is not None


@pytest.mark.rule("R153")
def test_nobody_is_reminded_or_awaited_any_more(sent):
    later = localtime() + timedelta(days=30)
    assert to_remind(sent, later)
    withdraw(sent)
    sent.refresh_from_db()

    with pytest.raises(StepRefused) as refusal:
        remind(sent.collaboration_id, sent.number, by=TESTER, now=later)

    assert codes(refusal) == ["nobody_to_remind"]
    assert silent_on(sent.case) == []


@pytest.mark.rule("R006")
def test_the_body_takes_it_back_at_a_point_of_approved_minutes(sent):
    meeting = MeetingFactory(
        collaboration=sent.collaboration, body=sent.body, on=YESTERDAY, approved=True
    )
    item = ItemFactory(meeting=meeting, number=812)

    done = withdraw(sent, item_id=item.pk, on=None, source="")

    assert (done.on, done.item) == (YESTERDAY, item)
    assert Entry.objects.get(verb="recommendation.withdrawn").content["facts"]["point"] == 812


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"reason": " "}, "withdrawal_without_reason"),
        ({"source": ""}, "withdrawal_without_ground"),
        ({"on": None}, "withdrawal_without_day"),
        ({"on": AGREED - timedelta(days=1)}, "withdrawal_before_agreed"),
        ({"on": localdate() + timedelta(days=1)}, "withdrawal_day_ahead"),
        ({"reason": "Om 121212-1212"}, "identity_number"),
    ],
)
def test_what_a_withdrawal_needs(sent, change, code):
    with pytest.raises(StepRefused) as refusal:
        withdraw(sent, **change)

    assert codes(refusal) == [code]
    sent.refresh_from_db()
    assert sent.withdrawn_on is None


@pytest.mark.rule("R006")
@pytest.mark.rule("R304")
def test_a_point_of_another_body_or_of_open_minutes_is_no_ground(sent):
    here = sent.collaboration
    other = ItemFactory(
        meeting=MeetingFactory(collaboration=here, on=YESTERDAY, approved=True), number=3
    )
    not_yet = ItemFactory(
        meeting=MeetingFactory(collaboration=here, body=sent.body, on=YESTERDAY, held=True),
        number=900,
    )

    for item, code in ((other, "point_of_another_body"), (not_yet, "point_not_approved")):
        with pytest.raises(StepRefused) as refusal:
            withdraw(sent, item_id=item.pk)
        assert codes(refusal) == [code]


def test_twice_is_refused_and_before_dispatch_it_stops_the_dispatch(sent):
    withdraw(sent)
    with pytest.raises(StepRefused) as refusal:
        withdraw(sent)
    assert codes(refusal) == ["recommendation_withdrawn"]

    agreed = agreed_recommendation(CollaborationFactory(), on=AGREED)
    withdraw(agreed)
    with pytest.raises(StepRefused) as refusal:
        dispatch_recommendation(agreed.collaboration_id, agreed.number, by=TESTER, now=localtime())
    assert "recommendation_withdrawn" in codes(refusal)


@pytest.mark.rule("R006")
def test_it_goes_to_nobody_more(sent):
    then = {"by": TESTER, "now": localtime()}
    late = PrincipalFactory(collaboration=sent.collaboration, name="Sorsele kommun")
    spared = sent.dispatches.get(principal__short_name="Malå")
    note_not_concerned(spared.pk, reason="Har ingen sådan vård.", **then)
    withdraw(sent)

    with pytest.raises(StepRefused) as joining:
        add_addressee(sent.collaboration_id, sent.number, late.pk, reason="Gick med.", **then)
    with pytest.raises(StepRefused) as concerned:
        note_concerned(spared.pk, reason="Det hade den.", **then)

    assert codes(joining) == codes(concerned) == ["recommendation_withdrawn"]
    assert not sent.dispatches.filter(principal=late).exists()


@pytest.mark.rule("R153")
def test_the_body_is_told_at_its_next_meeting(sent):
    meeting = plan_meeting(
        sent.body_id, on=localdate() + timedelta(days=20), by=TESTER, now=localtime()
    )

    withdraw(sent)

    told = meeting.items.get(case=sent.case).text
    assert "Återtagen den " in told
    assert "Beslut saknas" not in told


def test_the_states_of_the_whole_and_of_each():
    facts = {"reply_by": AGREED, "planned_on": None, "today": localdate(), "withdrawn": True}

    assert shown_state(DispatchState.RECEIVED, **facts) is ShownState.NOT_AWAITED
    assert shown_state(DispatchState.REJECTED, **facts) is ShownState.REJECTED
    assert recommendation_state([], dispatched=True, withdrawn=True).value == "withdrawn"
