"""The decision proposal (D1) that goes to each principal with a recommendation."""

from samverkan.cases.models import Case
from samverkan.dispatches.models import Recommendation
from samverkan.dispatches.rules.papers import lead_of
from samverkan.documents.texts import ConsequencesText, LetterheadText, ProposalText
from samverkan.principals.letterheads import Sender
from samverkan.principals.models import Principal


def proposal_text(
    recommendation: Recommendation,
    principal: Principal,
    *,
    addressee: str,
    decider: str,
    annexes: list[str],
    sender: Sender | None = None,
    proposes_to: str = "",
    level: str = "",
) -> ProposalText:
    """Return the proposal with the principal's own decider filled in (R155, R311, R312, R313).

    Consequences and resources are the case's (R317), the letterhead the principal's (R323).
    `proposes_to` is the council that the principal's decider puts it before (R321, R322).
    """
    case = recommendation.case
    text: ProposalText = {
        "principal": principal.name,
        "addressee": addressee,
        "reference_number": "",
        "title": recommendation.title,
        "recommendation_number": recommendation.number,
        "body": recommendation.body.name,
        "agreed_on": str(recommendation.agreed_on),
        "point": recommendation.point,
        "summary": recommendation.summary,
        "background": case.background,
        "resources": case.resources,
        "lead": lead_of(decider, proposes_to=proposes_to),
        "clauses": recommendation.clauses,
        "annexes": annexes,
        "reply_by": str(recommendation.reply_by) if recommendation.reply_by else None,
        "source": recommendation.source,
        "decider": decider,
        "consequences": weighed_in(case),
        "letterhead": _letterhead(sender) if sender else None,
    }
    if level:
        text["level"] = level
    if recommendation.version > 1:
        text["recommendation_number"] += f", version {recommendation.version}"
    return text


def weighed_in(case: Case) -> ConsequencesText:
    """Return what a case says of its consequences, as a proposal holds it (R317)."""
    return {
        "economy": case.economy_consequences,
        "children": case.child_consideration,
        "minority": case.minority_consideration,
        "staff": case.staff_consequences,
    }


def _letterhead(sender: Sender) -> LetterheadText:
    return {
        "name": sender.name,
        "address": sender.address,
        "phone": sender.phone,
        "email": sender.email,
        "organisation_number": sender.organisation_number,
        "vat_number": sender.vat_number,
        "bankgiro": sender.bankgiro,
    }
