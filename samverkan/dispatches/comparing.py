"""What has become of a recommendation: its texts beside each other, and if it was taken back."""

from collections.abc import Sequence

from samverkan.bodies.rules.differences import CHANGED, SAME, Difference, words_between
from samverkan.dispatches.models import Recommendation, RecommendationText, Withdrawal


def texts_of(recommendation: Recommendation) -> list[RecommendationText]:
    """Return the texts that a recommendation has had, the first first; none when it has had one."""
    found = recommendation.texts.select_related("item__meeting")
    return list(found.order_by("number"))


def withdrawal_of(recommendation: Recommendation) -> Withdrawal | None:
    """Return how a recommendation was taken back; nothing when it was not."""
    if recommendation.withdrawn_on is None:
        return None
    found = Withdrawal.objects.filter(recommendation=recommendation)
    return found.select_related("item__meeting").first()


def differences_between(older: RecommendationText, newer: RecommendationText) -> list[Difference]:
    """Return how two texts differ, part by part and word by word."""
    parts = (
        ("Rubrik", older.title, newer.title),
        ("Sammanfattning", older.summary, newer.summary),
        ("Inledning", older.lead, newer.lead),
        ("Att-satser", _listed(older.clauses), _listed(newer.clauses)),
    )
    return [_difference(heading, before, after) for heading, before, after in parts]


def _difference(heading: str, before: str, after: str) -> Difference:
    spans = tuple(words_between(before, after))
    return Difference(heading, SAME if before == after else CHANGED, spans)


def _listed(clauses: Sequence[str]) -> str:
    return "\n\n".join(clauses)
