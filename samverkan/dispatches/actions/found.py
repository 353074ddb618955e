"""What an act on a recommendation begins with."""

from samverkan.dispatches.models import Recommendation


def locked_recommendation(collaboration_id: int, number: str) -> Recommendation:
    """Return a recommendation, held until the act is done."""
    return (
        Recommendation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("case", "body", "item__meeting")
        .get(collaboration_id=collaboration_id, number=number)
    )


def annex_names(recommendation: Recommendation) -> list[str]:
    """Return what the annexes are called that a recommendation's clauses have."""
    clauses = recommendation.item.clauses
    return list(clauses.annexes.values_list("name", flat=True)) if clauses else []
