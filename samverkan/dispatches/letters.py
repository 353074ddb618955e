"""What the letters to a registrar say, and how the journal points to a recommendation."""

from collections.abc import Mapping
from datetime import date

from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.queries import Letter


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


def reminder_facts(
    letter: Letter, keys: Mapping[int, str], *, note: str, today: date
) -> Mapping[str, object]:
    """Return what a reminder says: to which role, about what, and the coordinator's own words.

    Only a registrar's letter has links to answer by; `keys` holds them by the dispatch's id.
    """
    return {
        "role": letter.role,
        "principal": letter.dispatches[0].addressee,
        "body": letter.dispatches[0].recommendation.body.name,
        "note": note,
        "matters": [
            {
                **letter_facts(one, one.recommendation, keys.get(one.pk, ""), today=today),
                "dispatch": one.pk,
                "address": f"/{one.recommendation.collaboration.slug}"
                f"/rekommendationer/{one.recommendation.number}/",
            }
            for one in letter.dispatches
        ],
    }
