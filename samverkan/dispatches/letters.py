"""What the letters to a registrar say, and how the journal points to a recommendation."""

from collections.abc import Mapping
from datetime import date

from samverkan.dispatches.models import Dispatch, Recommendation


def subject(recommendation: Recommendation) -> str:
    """Return how the journal points to a recommendation."""
    return f"recommendation/{recommendation.number}"


def letter_facts(
    dispatch: Dispatch, recommendation: Recommendation, key: str, *, today: date
) -> Mapping[str, object]:
    """Return what a letter to a registrar says; the link itself is made when it is sent."""
    return {
        "principal": dispatch.addressee,
        "number": recommendation.number,
        "title": recommendation.title,
        "body": recommendation.body.name,
        "agreed_on": str(recommendation.agreed_on),
        "reply_by": str(recommendation.reply_by) if recommendation.reply_by else "",
        "late": recommendation.reply_by is not None and recommendation.reply_by < today,
        "reference_number": dispatch.reference_number,
        "link_key": key,
    }
