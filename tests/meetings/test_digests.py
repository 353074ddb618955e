"""The digest after a meeting: what it says, to whom it goes, and how it is carried on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import DerivedSeat
from samverkan.cases.choices import CaseStage
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import hooks, rules
from samverkan.meetings.actions import (
    acknowledge_digest,
    add_point,
    carry_on_digest,
    place_case,
    prepare_digests,
    send_digests,
    write_digest,
)
from samverkan.meetings.actions.digest_facts import stamp_of_digest, text_of_digest
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.digests import (
    Due,
    HeldMeeting,
    Home,
    TreatedPoint,
    digest_of,
    plain_text,
)
from samverkan.meetings.models import Digest, DigestCopy
from samverkan.people.models import PersonalLink
from tests.factories import (
    BodyFactory,
    CaseFactory,
    ChairTermFactory,
    MeetingFactory,
    MissionFactory,
    NominatorFactory,
    PersonFactory,
    PrincipalFactory,
    UserFactory,
)
from tests.meetings.test_actions import (
    CLAUSES,
    DAY,
    IDENTITY_NUMBER,
    THEN,
    hold,
    plan,
    prepared,
    recommend,
)

MALA = Home("Malå kommun", 7)
ROUTINE = TreatedPoint(
    number=80,
    heading="Gemensam rutin",
    kind=ItemKind.DECISION,
    outcome=Outcome.RECOMMENDED,
    text="Organet enades.",
    lead="LSG rekommenderar huvudmännen",
    clauses=("att anta rutinen.",),
    value_inhabitants="Hjälp från första dagen.",
    value_operations="Färre samtal.",
    path="/lanet/arenden/2026-001/",
)
HELD = HeldMeeting(body="LSG", on=DAY, path="/lanet/moten/", points=(ROUTINE,))


def told(*points, home=MALA, **facts):
    return digest_of(replace(HELD, points=points or HELD.points), home, **facts)


# --- What it says


@pytest.mark.rule("R005")
def test_a_recommendation_is_for_the_principal_to_decide_and_is_never_called_a_decision():
    text = told()

    assert text["means"] == [
        "”Gemensam rutin” är en rekommendation. Den kommer till Malå kommun som ett förslag till "
        "beslut, och ni avgör själva: bifall eller avslag."
    ]
    assert [(one["sort"], one["clauses"]) for one in text["agreed"]] == [
        ("rekommendation till huvudmännen", ["att anta rutinen."])
    ]


def test_both_values_of_the_case_are_told():
    agreed = told()["agreed"][0]

    assert agreed["value_inhabitants"] == "Hjälp från första dagen."
    assert agreed["value_operations"] == "Färre samtal."


@pytest.mark.rule("R097")
def test_those_concerned_at_home_are_to_be_involved_before_the_decision():
    to_do = told()["to_do"]

    assert to_do[1] == {
        "what": "Berätta för dem hos er som berörs av ”Gemensam rutin”, och hör vad de säger.",
        "by": None,
        "when": "Innan ni beslutar.",
    }


@pytest.mark.rule("R158")
def test_it_is_to_be_carried_on_to_those_who_sit_in_no_body():
    assert "inte är med i möten" in told()["to_do"][-1]["what"]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.RETURNED, "bereds mer och kommer tillbaka"),
        (Outcome.NOT_AGREED, "enades inte"),
        (Outcome.PROPOSED, "någon utanför samverkan"),
        (Outcome.INNER_DECISION, "egna arbetsformer"),
    ],
)
def test_other_outcomes_say_that_there_is_nothing_to_decide(outcome, said):
    means = told(replace(ROUTINE, outcome=outcome))["means"]

    assert said in means[0]
    assert means[1:] == [
        "Mötet ledde inte till någon rekommendation. Ni behöver inte besluta något."
    ]


def test_one_who_sits_for_no_principal_has_no_decision_to_prepare():
    text = told(home=Home("Förbundet"))

    assert "Varje huvudman" in text["means"][0]
    assert len(text["to_do"]) == 1


def test_what_the_coordinator_writes_replaces_what_is_said_by_itself():
    assert told(means="Hos er berörs hemtjänsten.\n\n Börja nu. ")["means"] == [
        "Hos er berörs hemtjänsten.",
        "Börja nu.",
    ]


def test_what_is_not_public_is_only_counted():
    closed = replace(ROUTINE, number=81, heading="Hemligt", text="Sagt", is_public=False)

    text = told(ROUTINE, closed)

    assert text["closed_points"] == 1
    assert "Hemligt" not in plain_text(text, site="", preliminary=True)
    assert "En punkt gällde ett ärende som inte är offentligt än" in plain_text(
        text, site="", preliminary=True
    )


def test_tasks_come_in_the_order_of_their_days_and_only_to_those_they_concern():
    later = Due("Svara på enkäten.", by=date(2026, 5, 1))
    first = Due("Utse någon.", by=date(2026, 4, 1), principal=7)
    others = Due("Något annat.", principal=8)

    text = told(dues=[later, first, others])

    assert [(one["what"], one["by"]) for one in text["to_do"][3:]] == [
        ("Utse någon.", "2026-04-01"),
        ("Svara på enkäten.", "2026-05-01"),
    ]


def test_the_plain_text_is_complete_and_says_that_it_is_preliminary():
    text = told(dues=[Due("Utse någon.", by=date(2026, 4, 1))])

    written = plain_text(text, site="https://samverkan.example", preliminary=True)

    assert written.startswith("Rapport från LSG den 12 mars 2026\nTill Malå kommun\n\nPreliminärt")
    assert "– Utse någon. Senast den 1 april 2026." in written
    assert "– att anta rutinen." in written
    assert "Värde för invånaren: Hjälp från första dagen." in written
    assert "https://samverkan.example/lanet/arenden/2026-001/" in written
    assert "Preliminärt" not in plain_text(text, site="", preliminary=False)


# --- Rules


READY = {"stage": MeetingStage.HELD, "from_source": False, "holders": 1, "sent": False}


@pytest.mark.parametrize("stage", [MeetingStage.HELD, MeetingStage.APPROVED])
def test_digests_are_drawn_up_when_the_meeting_is_held(stage):
    assert rules.obstacles_to_prepare_digests(**READY | {"stage": stage}) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"stage": MeetingStage.CALLED}, "digest_before_held"),
        ({"stage": MeetingStage.CANCELLED}, "digest_before_held"),
        ({"from_source": True}, "digest_of_history"),
        ({"holders": 0}, "digest_for_nobody"),
        ({"sent": True}, "digests_sent"),
    ],
)
def test_digests_are_not_drawn_up_when(change, code):
    found = rules.obstacles_to_prepare_digests(**READY | change)

    assert [one.code for one in found] == [code]


WRITTEN = {"sent": False, "means": "x" * 4000, "changed": True, "seen_as_it_is": True}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"means": "x" * 4001}, ["digest_too_long"]),
        ({"changed": False}, ["digest_unchanged"]),
        ({"seen_as_it_is": False}, ["digest_changed_meanwhile"]),
        ({"sent": True}, ["digests_sent"]),
    ],
)
def test_a_digest_is_written_until_it_is_sent(change, codes):
    found = rules.obstacles_to_write_digest(**WRITTEN | change)

    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"prepared": 0}, ["digests_not_prepared"]),
        ({"lacking": ["Malå kommun"]}, ["digests_incomplete"]),
        ({"sent": True}, ["digests_sent"]),
    ],
)
def test_digests_are_sent_all_at_once(change, codes):
    facts = {"prepared": 2, "sent": False, "lacking": []} | change

    assert [one.code for one in rules.obstacles_to_send_digests(**facts)] == codes


@pytest.mark.parametrize(
    ("to", "codes"),
    [
        ("Socialchefen", []),
        ("x" * 500, []),
        ("x" * 501, ["carried_too_long"]),
        (" ", ["carried_to_nobody"]),
        ("Ledningsgruppen", ["carried_already"]),
    ],
)
def test_carrying_on_says_to_whom(to, codes):
    found = rules.obstacles_to_carry_on(to=to, before="Ledningsgruppen")

    assert [one.code for one in found] == codes


# --- What is done


@pytest.fixture
def body(db):
    return BodyFactory(name="LSG")


@pytest.fixture
def seat(body):
    mission = MissionFactory(body=body, principal__name="Malå kommun", principal__position=1)
    UserFactory(person=mission.person, email="maj@mala.example")
    return mission


@pytest.fixture
def neighbour(body, seat):
    """The same person also sits for the municipality next door."""
    home = PrincipalFactory(collaboration=body.collaboration, name="Sorsele kommun", position=2)
    return MissionFactory(body=body, principal=home, person=seat.person)


@pytest.fixture
def meeting(body, seat):
    return plan(body)


@pytest.fixture
def held(meeting, seat):
    recommend(place_case(meeting.pk, prepared(meeting.body, title="Rutin").number, **THEN))
    return hold(meeting, seat)


def refused(act, *args, **kwargs):
    tables = (Digest, DigestCopy, Entry, Notice)
    before = [list(table.objects.order_by("pk").values()) for table in tables]
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert [list(table.objects.order_by("pk").values()) for table in tables] == before
    return [one.code for one in refusal.value.obstacles]


def sent(held):
    prepare_digests(held.pk, **THEN)
    return send_digests(held.pk, **THEN)


def homes():
    return [one.holder_name for one in Digest.objects.order_by("pk")]


def test_each_on_whose_behalf_someone_sits_has_a_digest(held, body, seat, neighbour):
    nominator = NominatorFactory(collaboration=body.collaboration, name="Förbundet")
    MissionFactory(body=body, principal=None, nominator=nominator)
    MissionFactory(body=body, principal=seat.principal, substitute=True)

    prepare_digests(held.pk, **THEN)

    assert sorted(homes()) == ["Förbundet", "Malå kommun", "Sorsele kommun"]
    assert Entry.objects.last().content["facts"]["count"] == 3


def test_a_chair_who_sits_by_that_office_has_one_that_is_for_nobody(held, body):
    other = BodyFactory(collaboration=body.collaboration)
    chair = PersonFactory(collaboration=body.collaboration)
    ChairTermFactory(body=other, person=chair)
    DerivedSeat.objects.create(
        body=body, of_body=other, office=Office.CHAIR, part=DerivedPart.SEAT, period=other.period
    )

    copies = sent(held)

    assert [one.mission for one in copies if one.person_id == chair.pk] == [None]
    assert "" in homes()


def test_digests_of_a_meeting_that_is_not_closed_are_refused(meeting):
    assert refused(prepare_digests, meeting.pk, **THEN) == ["digest_before_held"]


def test_drawing_them_up_again_keeps_what_is_written_and_follows_the_missions(held, neighbour):
    first, _ = prepare_digests(held.pk, **THEN)
    write_digest(first.pk, means="Börja nu.", seen=stamp_of_digest(first), **THEN)
    neighbour.delete()

    (again,) = prepare_digests(held.pk, **THEN)

    assert (again.pk, again.means) == (first.pk, "Börja nu.")


def test_what_is_written_is_what_the_digest_says(held):
    (digest,) = prepare_digests(held.pk, **THEN)

    written = write_digest(digest.pk, means=" Börja nu. ", seen=stamp_of_digest(digest), **THEN)

    assert text_of_digest(written)["means"] == ["Börja nu."]


def test_two_who_write_at_once_do_not_write_over_each_other(held):
    (digest,) = prepare_digests(held.pk, **THEN)
    seen = stamp_of_digest(digest)
    write_digest(digest.pk, means="Först.", seen=seen, **THEN)

    assert refused(write_digest, digest.pk, means="Sedan.", seen=seen, **THEN) == [
        "digest_changed_meanwhile"
    ]


def test_an_identity_number_is_not_kept(held):
    (digest,) = prepare_digests(held.pk, **THEN)
    seen = stamp_of_digest(digest)

    said = refused(write_digest, digest.pk, means=f"Om {IDENTITY_NUMBER}", seen=seen, **THEN)

    assert said == ["identity_number"]


@pytest.mark.rule("R158")
def test_one_with_two_missions_gets_two_digests(held, neighbour, seat):
    copies = sent(held)

    assert {(one.person, one.digest.holder_name) for one in copies} == {
        (seat.person, "Malå kommun"),
        (seat.person, "Sorsele kommun"),
    }
    mails = [rendered(one) for one in Notice.objects.filter(template="digest_sent").order_by("pk")]
    assert [one.to for one in mails] == [["maj@mala.example"]] * 2
    assert {"/l/rapport/" in one.body for one in mails} == {True}
    assert "Rapporten är preliminär" in mails[0].body
    assert "Malå kommun" in mails[0].subject


def test_one_without_an_address_gets_a_copy_but_no_letter(held, body):
    MissionFactory(body=body)

    copies = sent(held)

    assert sorted(one.to for one in copies) == ["", "maj@mala.example"]
    assert Notice.objects.filter(template="digest_sent").count() == 1


def test_a_sent_digest_is_frozen_with_its_sum(held):
    sent(held)
    digest = Digest.objects.get()

    assert digest.content["agreed"][0]["clauses"] == CLAUSES
    assert digest.sha256
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.update(means="Något annat.")
    assert text_of_digest(digest) == digest.content


def test_digests_are_sent_once(held):
    sent(held)

    assert refused(send_digests, held.pk, **THEN) == ["digests_sent"]
    assert refused(prepare_digests, held.pk, **THEN) == ["digests_sent"]


def test_nothing_is_sent_while_someone_lacks_a_digest(held, body):
    prepare_digests(held.pk, **THEN)
    MissionFactory(body=body, principal__name="Åsele kommun")

    assert refused(send_digests, held.pk, **THEN) == ["digests_incomplete"]


def test_a_case_that_is_not_public_is_not_told_of(meeting, seat):
    raised = CaseFactory(
        collaboration=meeting.collaboration,
        body=meeting.body,
        stage=CaseStage.RAISED,
        title="Hemlig fråga",
    )
    item = add_point(
        meeting.pk, kind=ItemKind.DISCUSSION, heading="Hemlig fråga", text="Sagt.", **THEN
    )
    item.case = raised
    item.save()

    sent(hold(meeting, seat))

    content = Digest.objects.get().content
    assert content["closed_points"] == 1
    assert "Hemlig fråga" not in str(content)


def test_the_next_meeting_is_told_when_it_is_called(held, body):
    MeetingFactory(collaboration=body.collaboration, body=body, on=DAY + timedelta(days=30))
    called = MeetingFactory(
        collaboration=body.collaboration, body=body, on=DAY + timedelta(days=60), called=True
    )

    sent(held)

    assert Digest.objects.get().content["next_on"] == str(called.on)


def test_tasks_of_other_areas_are_in_it(held, monkeypatch):
    monkeypatch.setattr(hooks, "DUE_AFTER", [lambda meeting: [Due("Svara på enkäten.", by=DAY)]])

    sent(held)

    assert Digest.objects.get().content["to_do"][-1]["what"] == "Svara på enkäten."


# --- The receipt


@pytest.fixture
def copy(held):
    (one,) = sent(held)
    return one


def test_a_copy_is_a_personal_link(copy, seat):
    assert isinstance(copy, PersonalLink)
    assert (copy.holder.name, copy.holder.on_behalf_of) == (seat.person.name, "Malå kommun")


@pytest.mark.rule("R097")
def test_the_receipt_says_to_whom_it_was_carried_on(copy):
    carried = carry_on_digest(copy.pk, to=" Ledningsgruppen ", **THEN)

    assert (carried.carried_to, carried.carried_at, carried.read_at) == (
        "Ledningsgruppen",
        THEN["now"],
        THEN["now"],
    )
    entry = Entry.objects.last()
    assert (entry.verb, entry.visibility) == ("digest.carried_on", "members")


def test_it_can_be_carried_on_to_more(copy):
    carry_on_digest(copy.pk, to="Ledningsgruppen", **THEN)
    carry_on_digest(copy.pk, to="Ledningsgruppen och hemtjänsten", **THEN)

    copy.refresh_from_db()
    assert copy.carried_to == "Ledningsgruppen och hemtjänsten"


def test_it_is_said_once_that_it_is_read(copy):
    acknowledge_digest(copy.pk, **THEN)

    assert refused(acknowledge_digest, copy.pk, **THEN) == ["digest_acknowledged"]


def test_a_person_s_number_is_not_kept_in_the_receipt(copy):
    assert refused(carry_on_digest, copy.pk, to=f"Till {IDENTITY_NUMBER}", **THEN) == [
        "identity_number"
    ]
