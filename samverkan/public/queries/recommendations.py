"""What the page of one recommendation shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from samverkan.cases.actions import subject as case_subject
from samverkan.dispatches.choices import SETTLED, DispatchState, RecommendationState, ShownState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Answer, Dispatch, Recommendation, WantedLevel
from samverkan.dispatches.proposals import weighed_in
from samverkan.dispatches.rules import Tally, recommendation_state, shown_state, tally
from samverkan.dispatches.ways import Way, way_of
from samverkan.dispatches.wording import NOT_NOTICE
from samverkan.documents.models import Annex, Document
from samverkan.documents.texts import ConsequencesText
from samverkan.journal.choices import Visibility
from samverkan.principals.models import Principal


@dataclass(frozen=True)
class Standing:
    """Where one principal stands, with the answers that it has corrected."""

    dispatch: Dispatch
    state: ShownState
    corrected: list[Answer]
    way: Way

    @property
    def principal(self) -> Principal:
        """Return whose answer it is."""
        return self.dispatch.principal

    @property
    def extract(self) -> Document | None:
        """Return the minutes extract, if everybody may read it."""
        extract = self.dispatch.extract
        return extract if extract and extract.visibility == Visibility.PUBLIC else None

    @property
    def earlier(self) -> int | None:
        """Return which earlier text the decision is about; nothing when it is the latest."""
        return (self.dispatch.decided_version or 1) if self.dispatch.answers_earlier else None

    @property
    def decided(self) -> bool:
        """Return whether the principal has decided."""
        return self.state in (ShownState.APPROVED, ShownState.REJECTED)

    @property
    def on(self) -> date | None:
        """Return the day that goes with the state."""
        dispatch = self.dispatch
        return {
            ShownState.RECEIVED: dispatch.received_on,
            ShownState.PLANNED: dispatch.planned_on,
            ShownState.APPROVED: dispatch.decided_on,
            ShownState.REJECTED: dispatch.decided_on,
        }.get(self.state)


@dataclass(frozen=True)
class Sheet:
    """A recommendation with everything that its page tells."""

    recommendation: Recommendation
    standings: list[Standing]
    annexes: list[Annex]
    weighed: ConsequencesText | None
    resources: str
    asked: WantedLevel | None

    @property
    def state(self) -> RecommendationState:
        """Return the state of the whole."""
        states = [
            DispatchState.DISPATCHED if one.earlier else DispatchState(one.dispatch.state)
            for one in self.standings
        ]
        return recommendation_state(
            states,
            dispatched=self.recommendation.dispatched_at is not None,
            withdrawn=self.recommendation.withdrawn_on is not None,
        )

    @property
    def tally(self) -> Tally:
        """Return how many have said what."""
        states: dict[DispatchState, int] = {}
        for one in self.standings:
            state = DispatchState(one.dispatch.state)
            states[state] = states.get(state, 0) + 1
        return tally(states)

    @property
    def undecided(self) -> list[str]:
        """Return the short names of those whose decision is awaited."""
        if self.recommendation.withdrawn_on is not None:
            return []
        return [
            one.principal.short_name for one in self.standings if one.dispatch.state not in SETTLED
        ]

    @property
    def unconcerned(self) -> list[str]:
        """Return the short names of those that the matter does not concern."""
        return [
            one.principal.short_name
            for one in self.standings
            if one.state is ShownState.NOT_CONCERNED
        ]

    @property
    def sources(self) -> list[str]:
        """Return where answers that are history are known from, each once."""
        answers = (answer for one in self.standings for answer in one.dispatch.answers.all())
        return list(dict.fromkeys(answer.source for answer in answers if answer.source))

    @property
    def not_notice(self) -> str:
        """Return that this page is no notice, once a principal has decided."""
        return NOT_NOTICE if any(one.way.legal for one in self.standings) else ""

    @property
    def subjects(self) -> list[str]:
        """Return how the journal points to it and to its case."""
        return [subject(self.recommendation), case_subject(self.recommendation.case)]


def sheet_of(collaboration_id: int, number: str, today: date) -> Sheet:
    """Return a recommendation by its number.

    Raises Http404 when there is none.
    """
    recommendation = (
        Recommendation.objects.filter(collaboration_id=collaboration_id, number=number)
        .select_related("case", "body", "item", "wanted_level")
        .first()
    )
    if recommendation is None:
        raise Http404
    asked = getattr(recommendation, "wanted_level", None)
    dispatches = (
        recommendation.dispatches.select_related(
            "principal", "extract", "through", "taken_over_by__principal"
        )
        .prefetch_related("answers", "paths__steps")
        .defer("proposal", "taken_over_by__proposal")
        .order_by("principal__position", "principal__name")
    )
    return Sheet(
        recommendation,
        [_standing(dispatch, recommendation, today, asked) for dispatch in dispatches],
        _annexes(recommendation),
        *_weighed(recommendation),
        asked,
    )


def _standing(
    dispatch: Dispatch, recommendation: Recommendation, today: date, asked: WantedLevel | None
) -> Standing:
    state = shown_state(
        DispatchState(dispatch.state),
        reply_by=recommendation.reply_by,
        planned_on=dispatch.planned_on,
        today=today,
        withdrawn=recommendation.withdrawn_on is not None,
    )
    answers = list(dispatch.answers.all())
    corrected = [answer for answer in answers if answer.corrects_id is not None]
    before = {answer.pk: answer for answer in answers}
    for answer in corrected:
        answer.corrects = before.get(answer.corrects_id or 0)
    way = way_of(
        dispatch,
        reply_by=recommendation.reply_by,
        today=today,
        paths=dispatch.paths.all(),
        asked=asked,
    )
    return Standing(dispatch, state, corrected, way)


def _weighed(recommendation: Recommendation) -> tuple[ConsequencesText | None, str]:
    """Return consequences and resources as they were sent, or as they stand before that."""
    if recommendation.dispatched_at is None:
        case = recommendation.case
        return (weighed_in(case) if any(weighed_in(case).values()) else None), case.resources
    sent: Any = recommendation.dispatches.values_list("proposal", flat=True).first() or {}
    return sent.get("consequences"), sent.get("resources", "")


def _annexes(recommendation: Recommendation) -> list[Annex]:
    clauses = recommendation.item.clauses_id
    found: Any = Annex.objects.filter(
        clause_list=clauses, document__visibility=Visibility.PUBLIC
    ).select_related("document")
    return list(found) if clauses else []
