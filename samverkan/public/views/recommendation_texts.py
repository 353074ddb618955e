"""The texts that a recommendation has had, beside each other."""

from django.http import Http404, HttpResponseBase

from samverkan.dispatches.comparing import differences_between, texts_of
from samverkan.dispatches.models import Recommendation, RecommendationText
from samverkan.public.pages import Visit, public_page


@public_page
def texts(visit: Visit, number: str) -> HttpResponseBase:
    found = Recommendation.objects.filter(collaboration=visit.collaboration, number=number)
    one = found.first()
    versions = texts_of(one) if one else []
    if one is None or len(versions) < 2:
        raise Http404
    newer = _chosen(versions, visit.asked("version"), versions[-1])
    before = versions[max(versions.index(newer) - 1, 0)]
    older = _chosen(versions, visit.asked("jamfor"), before)
    return visit.page(
        "recommendation_texts",
        "beslutslaget",
        ("Beslutsläget", visit.url("board")),
        (f"Rekommendation {one.number}", visit.url("recommendation", one.number)),
        ("Versioner", ""),
        one=one,
        versions=versions,
        older=older,
        newer=newer,
        differences=differences_between(older, newer),
    )


def _chosen(
    versions: list[RecommendationText], asked: str, otherwise: RecommendationText
) -> RecommendationText:
    return next((one for one in versions if str(one.number) == asked), otherwise)
