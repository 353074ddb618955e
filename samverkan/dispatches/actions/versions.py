"""A corrected text after dispatch: a new version to all at once, and what becomes of answers."""

from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.answers import latest_decision, show
from samverkan.dispatches.actions.found import annex_names, locked_recommendation
from samverkan.dispatches.actions.report_back import refresh_next_agenda
from samverkan.dispatches.actions.sending import Ready, make_ready, write_letters
from samverkan.dispatches.actions.withdrawing import (
    as_ground,
    held_dispatches,
    is_asked,
    point_of,
)
from samverkan.dispatches.choices import DECIDED
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import (
    AnswerConfirmation,
    Dispatch,
    EarlierProposal,
    Recommendation,
    RecommendationText,
)
from samverkan.dispatches.proposals import proposal_text
from samverkan.dispatches.rules.papers import decider_in
from samverkan.documents.rules import obstacles_to_clauses, obstacles_to_text
from samverkan.documents.texts import ProposalText, digest
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record


@dataclass(frozen=True)
class NewText:
    """The text of a recommendation as it is to be from now on."""

    title: str
    summary: str
    lead: str
    clauses: tuple[str, ...]


@transaction.atomic
def correct_text(
    collaboration_id: int,
    number: str,
    text: NewText,
    *,
    reason: str,
    spelling: bool = False,
    item_id: int | None = None,
    source: str = "",
    by: Actor,
    now: datetime,
) -> RecommendationText:
    """Send a corrected text to everyone who has the earlier one: all in one act, or none.

    Answers that have come are kept, and marked with the version they are about; when only spelling
    is put right they stand. Raises StepRefused when something stands in the way.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    dispatches = held_dispatches(recommendation)
    item = point_of(recommendation, item_id)
    asked = [one for one in dispatches if is_asked(one)]
    for one in asked:
        one.to = one.to or one.principal.registrar_email
    refuse(
        [
            *rules.obstacles_to_correct_text(
                dispatched=recommendation.dispatched_at is not None,
                withdrawn_on=recommendation.withdrawn_on,
                changed=text != text_of(recommendation),
                reason=reason,
                spelling=spelling,
                point=as_ground(item, recommendation),
                source=source,
                unreachable=[one.principal.name for one in asked if not one.to],
            ),
            *_obstacles_in(text, recommendation, reason, source),
        ]
    )
    if recommendation.version == 1:
        _keep_first(recommendation, now)
    kept = _new_version(recommendation, text, spelling=spelling)
    version = RecommendationText.objects.create(
        recommendation=recommendation,
        number=recommendation.version,
        **kept,
        sha256=digest(kept),
        reason=reason.strip(),
        spelling=spelling,
        item=item,
        source=source.strip(),
        made_by=by.name,
        made_at=now,
    )
    _send_anew(recommendation, dispatches, now)
    ready = make_ready(recommendation, asked, now)
    refresh_next_agenda(recommendation, localdate(now))
    entry = record(
        collaboration_id,
        "recommendation.text_corrected",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=source or (item and f"{item.meeting.on}, punkt {item.number}") or "",
        number=number,
        title=recommendation.title,
        version=version.number,
        answers_from=recommendation.answers_from,
        spelling=spelling,
        reason=version.reason,
        sha256=version.sha256,
        count=len(asked),
        addressees={one.principal.slug: one.sha256 for one in dispatches},
    )
    for decided, some in _by_decision(ready).items():
        write_letters(
            entry,
            recommendation,
            some,
            now=now,
            template="recommendation_corrected",
            version=version.number,
            reason=version.reason,
            spelling=spelling,
            decided=decided,
        )
    return version


@transaction.atomic
def confirm_answer(
    dispatch_id: int, *, seen_version: int, comment: str = "", by: Actor, now: datetime
) -> AnswerConfirmation:
    """Keep a principal's word that its decision stands for the text as it is now.

    Raises StepRefused when there is no decision on an earlier text, or a newer text came meanwhile.
    """
    dispatch = (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal")
        .get(pk=dispatch_id)
    )
    # Read after the row is held: a new text or a withdrawal may have been waited for.
    recommendation = Recommendation.objects.select_related("body").get(
        pk=dispatch.recommendation_id
    )
    refuse(
        [
            *rules.obstacles_to_confirm(
                answers_earlier=dispatch.answers_earlier,
                withdrawn_on=recommendation.withdrawn_on,
                seen=seen_version,
                version=dispatch.version,
            ),
            *obstacles_to_text(Kommentar=comment),
        ]
    )
    answer = latest_decision(dispatch)
    assert answer is not None  # noqa: S101 - one that answers an earlier text has decided
    confirmation = AnswerConfirmation.objects.create(
        answer=answer,
        version=dispatch.version,
        comment=comment.strip(),
        given_by=f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name,
        given_at=now,
    )
    show(dispatch, recommendation)
    refresh_next_agenda(recommendation, localdate(now))
    record(
        recommendation.collaboration_id,
        "answer.confirmed",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source="huvudpunkterna, Tjänstepersoner",
        number=recommendation.number,
        principal=dispatch.principal.name,
        address=dispatch.principal.slug,
        version=dispatch.version,
        comment=confirmation.comment,
    )
    return confirmation


def _by_decision(ready: Ready) -> dict[str, Ready]:
    """The letter says what the principal has decided already; nothing when it has not."""
    said: dict[str, list[Dispatch]] = defaultdict(list)
    for one in ready.dispatches:
        said[one.get_state_display() if one.state in DECIDED else ""].append(one)
    return {decided: replace(ready, dispatches=some) for decided, some in said.items()}


def text_of(recommendation: Recommendation) -> NewText:
    """Return the text of a recommendation as it is now."""
    return NewText(
        recommendation.title,
        recommendation.summary,
        recommendation.lead,
        tuple(recommendation.clauses),
    )


def _obstacles_in(
    text: NewText, recommendation: Recommendation, reason: str, source: str
) -> list[Obstacle]:
    return [
        *([] if text.title.strip() else [Obstacle("text_without_title")]),
        *obstacles_to_clauses(
            lead=text.lead, clauses=text.clauses, attached=annex_names(recommendation)
        ),
        *obstacles_to_text(
            Rubrik=text.title,
            Sammanfattning=text.summary,
            Inledning=text.lead,
            Skäl=reason,
            Källa=source,
            **{"Att-satser": "\n".join(text.clauses)},
        ),
    ]


def _keep_first(recommendation: Recommendation, now: datetime) -> None:
    """The first text needs a row of its own only when another is to stand beside it."""
    first = _plain(text_of(recommendation))
    RecommendationText.objects.create(
        recommendation=recommendation,
        number=1,
        **first,
        sha256=digest(first),
        source=recommendation.source,
        item=recommendation.item,
        made_at=recommendation.dispatched_at or now,
    )


def _new_version(
    recommendation: Recommendation, text: NewText, *, spelling: bool
) -> dict[str, object]:
    kept = _plain(text)
    for name, value in kept.items():
        setattr(recommendation, name, value)
    recommendation.version += 1
    if not spelling:
        recommendation.answers_from = recommendation.version
    recommendation.save(update_fields=[*kept, "version", "answers_from"])
    return kept


def _plain(text: NewText) -> dict[str, object]:
    return {**asdict(text), "clauses": list(text.clauses)}


def _send_anew(recommendation: Recommendation, dispatches: list[Dispatch], now: datetime) -> None:
    """Give each principal its proposal with the new text; the one before is kept."""
    EarlierProposal.objects.bulk_create(
        EarlierProposal(
            dispatch=one,
            version=one.version,
            proposal=one.proposal,
            sha256=one.sha256,
            sent_at=one.sent_again_at or one.dispatched_at,
        )
        for one in dispatches
    )
    annexes = annex_names(recommendation)
    for one in dispatches:
        before: ProposalText = one.proposal
        proposal = proposal_text(
            recommendation,
            one.principal,
            addressee=one.addressee,
            decider=decider_in(before["lead"]),
            annexes=annexes,
            level=before.get("level", ""),
        )
        # What is weighed in and who signs stand as they were sent: only the text is corrected.
        if "consequences" in before:
            proposal["consequences"] = before["consequences"]
        proposal["letterhead"] = before.get("letterhead")
        proposal["reference_number"] = one.reference_number
        one.proposal, one.sha256 = proposal, digest(proposal)
        one.version, one.sent_again_at = recommendation.version, now
        if one.state in DECIDED:
            one.decided_version = one.decided_version or 1
            one.answers_earlier = one.decided_version < recommendation.answers_from
    Dispatch.objects.bulk_update(
        dispatches,
        [
            "to",
            "proposal",
            "sha256",
            "version",
            "sent_again_at",
            "decided_version",
            "answers_earlier",
        ],
        batch_size=100,
    )
