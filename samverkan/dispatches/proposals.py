"""The decision proposal (D1) that goes to each principal with a recommendation."""

from samverkan.dispatches.models import Recommendation
from samverkan.documents.texts import ProposalText
from samverkan.principals.models import Principal

UNKNOWN_DECIDER = "Beslutande organ"


def proposal_text(
    recommendation: Recommendation,
    principal: Principal,
    *,
    addressee: str,
    decider: str,
    annexes: list[str],
    level: str = "",
) -> ProposalText:
    """Return the proposal with the principal's own decider filled in (R155, R311, R312, R313)."""
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
        "background": recommendation.case.background,
        "resources": "",
        "lead": f"{decider or UNKNOWN_DECIDER} beslutar",
        "clauses": recommendation.clauses,
        "annexes": annexes,
        "reply_by": str(recommendation.reply_by) if recommendation.reply_by else None,
        "source": recommendation.source,
    }
    if level:
        text["level"] = level
    return text
