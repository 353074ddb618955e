"""Whatever principals and coordinators do, in any order: the board is what the journal says."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from django.utils.timezone import localdate
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    NewText,
    add_addressee,
    choose_effect,
    confirm_answer,
    correct_text,
    dispatch_recommendation,
    note_concerned,
    note_not_concerned,
    record_conclusion,
    register_answer,
    text_of,
    withdraw_recommendation,
)
from samverkan.dispatches.choices import AnswerKind, EffectRule, ShownState
from samverkan.dispatches.effects import effect_of
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.rules import Position, Said, Terms, Told, consequence
from samverkan.dispatches.wording import consequence_sentence
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import Side
from samverkan.public.queries import board
from samverkan.public.queries.recommendations import sheet_of
from tests.dispatches.reading_the_journal import UNCONCERNED, read
from tests.factories import (
    TESTER,
    CollaborationFactory,
    DocumentFactory,
    PrincipalFactory,
    agreed_recommendation,
)

AGREED = date(2026, 3, 12)
KINDS = [
    AnswerKind.RECEIVED,
    AnswerKind.PLANNED,
    AnswerKind.APPROVED,
    AnswerKind.REJECTED,
    AnswerKind.MORE_TIME,
]
DECISIONS = (AnswerKind.APPROVED, AnswerKind.REJECTED)
RULES = [
    Terms(),
    Terms(EffectRule.ADOPTERS),
    Terms(EffectRule.ALL),
    Terms(EffectRule.AT_LEAST, at_least=2),
    Terms(EffectRule.AT_LEAST, share=50),
    Terms(EffectRule.PAIRWISE),
    Terms(EffectRule.FROM_DATE, starts_on=date(2026, 4, 15)),
]


class Recommended:
    """One recommendation on its way, and a clock that only goes forward."""

    def __init__(self, agreed: Recommendation, extract, rule: Terms) -> None:
        self.now = datetime(2026, 4, 1, 9, tzinfo=UTC)
        self.key = (agreed.collaboration_id, agreed.number)
        self.extract = extract
        if rule != Terms():
            choose_effect(*self.key, rule, ground="punkt 80", **self.then)
        self.one = dispatch_recommendation(*self.key, reply_by=date(2026, 4, 20), **self.then)
        self.principals = list(self.one.dispatches.order_by("principal__position"))
        here = agreed.collaboration
        self.later = PrincipalFactory(collaboration=here, slug="senare", position=5)

    @property
    def then(self):
        return {"by": TESTER, "now": self.now}

    def try_out(self, what: str, number: int, which: int, wait: int) -> None:
        """Do one thing; a refusal, and the same thing twice, are answers too."""
        self.now += timedelta(days=wait)
        with suppress(StepRefused, AlreadyRegistered), transaction.atomic():
            ACTS[what](self, number, which)

    def sent_to(self, number: int):
        found = self.principals[number % len(self.principals)]
        found.refresh_from_db()
        return found


def _told(kind: AnswerKind, on: date, which: int) -> Told:
    if kind is AnswerKind.RECEIVED:
        return Told(kind, reference_number=f"KS {which}")
    if kind is AnswerKind.PLANNED:
        return Told(kind, on=on + timedelta(days=which), deciding_body="Nämnden")
    if kind is AnswerKind.MORE_TIME:
        return Told(kind, on=on + timedelta(days=which + 1), comment="Nämnden möts då.")
    return Told(kind, on=on, deciding_body="Nämnden", paragraph=f"§ {which}", comment="Noga.")


def answers(year: Recommended, number: int, which: int, *, correcting: bool = False) -> None:
    sent = year.sent_to(number)
    kind = KINDS[which % len(KINDS)]
    by = Actor("Registrator via personlig länk", sent.principal.name)
    register_answer(
        sent.pk,
        _told(kind, localdate(year.now), which),
        seen=sent.answers_count,
        extract=year.extract if kind in DECISIONS else None,
        correcting=correcting,
        reason="Fel ruta." if correcting else "",
        by=by,
        now=year.now,
    )


def corrects(year: Recommended, number: int, which: int) -> None:
    answers(year, number, which, correcting=True)


def confirms(year: Recommended, number: int, which: int) -> None:
    sent = year.sent_to(number)
    confirm_answer(sent.pk, seen_version=sent.version, **year.then)


def gets_a_new_text(year: Recommended, number: int, which: int) -> None:
    now = text_of(Recommendation.objects.get(pk=year.one.pk))
    text = NewText(now.title, now.summary, now.lead, (f"att anta rutin {which}.",))
    why = {"reason": "En sats saknades.", "source": "brev", "spelling": number == 0}
    correct_text(*year.key, text, **why, **year.then)


def is_withdrawn(year: Recommended, number: int, which: int) -> None:
    if which % 4 == 0:
        on = localdate(year.now)
        withdraw_recommendation(*year.key, reason="Ny lag.", on=on, source="brev", **year.then)


def is_concluded(year: Recommended, number: int, which: int) -> None:
    record_conclusion(*year.key, f"Slutsats {which}.", ground="Svaren.", source="LSG", **year.then)


def is_not_concerned(year: Recommended, number: int, which: int) -> None:
    note_not_concerned(year.sent_to(number).pk, reason="Har ingen sådan vård.", **year.then)


def is_concerned_after_all(year: Recommended, number: int, which: int) -> None:
    note_concerned(year.sent_to(number).pk, reason="Det hade den.", **year.then)


def joins_later(year: Recommended, number: int, which: int) -> None:
    add_addressee(*year.key, year.later.pk, reason="Gick med senare.", **year.then)
    year.principals.append(year.one.dispatches.get(principal=year.later))


# Whatever else comes: a function above and a line here; and the same in reading_the_journal.READS.
ACTS = {
    "answers": answers,
    "corrects": corrects,
    "confirms": confirms,
    "gets_a_new_text": gets_a_new_text,
    "is_withdrawn": is_withdrawn,
    "is_concluded": is_concluded,
    "is_not_concerned": is_not_concerned,
    "is_concerned_after_all": is_concerned_after_all,
    "joins_later": joins_later,
}
LIKELY = ("answers",) * 6 + ("corrects",) * 2 + ("confirms", "confirms") + tuple(ACTS)
acts = st.tuples(st.sampled_from(LIKELY), st.integers(0, 4), st.integers(0, 7), st.integers(0, 6))


@pytest.fixture
def agreed(db):
    here = CollaborationFactory()
    for number in range(3):
        PrincipalFactory(collaboration=here, slug=f"ort-{number}", position=number)
    PrincipalFactory(collaboration=here, slug="regionen", region=True, position=9)
    return agreed_recommendation(here, on=AGREED)


def look(year: Recommended) -> None:
    """See that every answer the pages give is what the entries say."""
    one = Recommendation.objects.get(pk=year.one.pk)
    entries = Entry.objects.filter(collaboration_id=one.collaboration_id).order_by("sequence")
    mine = [entry.content for entry in entries if entry.subject.endswith(one.number)]
    whole = read(mine)
    today = localdate(year.now)
    sheet = sheet_of(*year.key, today)
    dispatches = {standing.principal.slug: standing.dispatch for standing in sheet.standings}

    expected = whole.standings()
    assert set(expected) == set(dispatches)
    for slug, row in expected.items():
        sent = dispatches[slug]
        assert row == {
            "state": sent.get_state_display(),
            **{name: getattr(sent, name) for name in row if name != "state"},
        }
        assert sent.sha256 == whole.sums[slug]
    assert (one.version, one.answers_from) == (whole.version, whole.answers_from)
    assert one.withdrawn_on == whole.withdrawn_on
    concluded = one.conclusions.first()
    assert (concluded.text if concluded else "") == whole.conclusion

    known = {pk: slug for slug, pk in ((s, d.principal_id) for s, d in dispatches.items())}
    for cell in board.answers([one.pk]):
        row = expected[known[cell.principal]]
        assert (cell.decided_on, cell.planned_on) == (row["decided_on"], row["planned_on"])
        earlier = row["decided_version"] if row["answers_earlier"] else None
        assert cell.earlier_version == earlier
    settled = ("bifall", "avslag", UNCONCERNED)
    decided = [row["state"] in settled for row in expected.values()]
    current = [not row["answers_earlier"] for row in expected.values()]
    all_said = all(decided) and all(current)
    if whole.withdrawn_on:
        assert sheet.state.value == "withdrawn"
        shown = {s.state for s in sheet.standings if not s.decided}
        assert shown <= {ShownState.NOT_AWAITED, ShownState.NOT_CONCERNED}
    else:
        assert sheet.state.value == ("all_answered" if all_said else "out")
        assert effect_of(one, today=today).sentence == _sentence(whole, sheet, today)


def _sentence(whole, sheet, today) -> str:
    """Return what follows, from the journal's answers and the rule that it says was sent."""
    effect = whole.effect
    starts_on = date.fromisoformat(effect["starts_on"]) if effect["starts_on"] else None
    terms = Terms(EffectRule(effect["kind"]), effect["at_least"], effect["share"], starts_on)
    words = {"bifall": Said.ADOPTED, "avslag": Said.REJECTED}
    expected = whole.standings()
    positions = []
    for standing in sheet.standings:
        row = expected[standing.principal.slug]
        said = Said.EARLIER if row["answers_earlier"] else words.get(row["state"], Said.SILENT)
        said = Said.UNCONCERNED if row["state"] == UNCONCERNED else said
        side = Side(standing.principal.side)
        positions.append(Position(standing.principal.short_name, side, said, row["decided_on"]))
    return consequence_sentence(consequence(terms, positions, today=today), today=today)


@pytest.mark.rule("R152")
@pytest.mark.rule("R154")
@settings(
    max_examples=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rule=st.sampled_from(RULES), history=st.lists(acts, min_size=6, max_size=18))
def test_the_board_equals_one_computed_afresh_from_the_journal(agreed, rule, history):
    with transaction.atomic():
        extract = DocumentFactory(collaboration=agreed.collaboration)
        year = Recommended(agreed, extract, rule)
        for act in history:
            year.try_out(*act)
        look(year)
        transaction.set_rollback(True)


def test_one_road_with_all_the_acts(agreed):
    extract = DocumentFactory(collaboration=agreed.collaboration)
    year = Recommended(agreed, extract, Terms(EffectRule.ALL))
    road = [
        ("is_not_concerned", 3, 0, 1), ("joins_later", 0, 0, 1),
        ("is_concerned_after_all", 3, 0, 1),
        ("answers", 0, 0, 1), ("answers", 0, 2, 1), ("answers", 1, 3, 1), ("corrects", 1, 2, 1),
        ("gets_a_new_text", 1, 1, 1), ("confirms", 0, 0, 1), ("corrects", 0, 3, 1),
        ("answers", 1, 3, 1), ("gets_a_new_text", 0, 2, 1), ("is_concluded", 0, 1, 1),
        ("answers", 2, 2, 1), ("is_withdrawn", 0, 0, 1), ("answers", 3, 2, 1),
        ("corrects", 2, 3, 1),
    ]  # fmt: skip
    for act in road:
        year.try_out(*act)

    look(year)
    verbs = set(Entry.objects.values_list("verb", flat=True))
    assert {"answer.confirmed", "answer.corrected", "recommendation.withdrawn"} <= verbs
