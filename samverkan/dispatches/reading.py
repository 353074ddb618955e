"""What is known of a dispatch before the text of an extract is compared with it."""

from datetime import date

from django.utils.timezone import localdate

from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.rules import Expected, names_of
from samverkan.principals.queries import principals_on

MOST_OTHERS = 500


def expected_of(dispatch: Dispatch, today: date, *, number: str = "") -> Expected:
    """Return what an extract that answers a dispatch may be expected to say."""
    recommendation, principal = dispatch.recommendation, dispatch.principal
    others = principals_on(recommendation.collaboration_id, today).exclude(pk=principal.pk)
    recommendations = (
        Recommendation.objects.filter(collaboration=recommendation.collaboration_id)
        .exclude(pk=recommendation.pk)
        .order_by("-agreed_on", "-number")
    )
    bodies = principal.line_bodies.order_by("-is_usual_decider", "name")
    return Expected(
        number=recommendation.number,
        title=recommendation.title,
        principal_names=names_of([principal.name, dispatch.addressee]),
        dispatched_on=localdate(dispatch.dispatched_at),
        today=today,
        reference_number=dispatch.reference_number or number,
        registry_prefix=principal.registry_prefix,
        line_bodies=tuple(bodies.values_list("name", flat=True)),
        other_principals=tuple(others.values_list("name", flat=True)),
        other_recommendations=dict(recommendations.values_list("number", "title")[:MOST_OTHERS]),
    )
