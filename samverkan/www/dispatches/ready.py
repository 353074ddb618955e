"""The papers that are ready for the principals: as files, and what they lack before they go."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpResponse

from samverkan.cases.actions import consequences_of
from samverkan.cases.rules.consequences import remarks_on_consequences
from samverkan.dispatches.actions import annex_names
from samverkan.dispatches.models import PaperTemplate, Recommendation
from samverkan.dispatches.papers import paper_docx, paper_name, papers_zip
from samverkan.dispatches.permissions import Act, require
from samverkan.documents.word.checking import WORD
from samverkan.principals.models import Principal
from samverkan.www.dispatches.views import find_dispatch, find_recommendation
from samverkan.www.files import given
from samverkan.www.pages import Workspace, page
from samverkan.www.reasons import Shown, explained


@dataclass(frozen=True)
class Ready:
    """What is to be thought of before the papers go, and who gets theirs in a form of its own."""

    remarks: list[Shown]
    own: list[str]
    neutral: int


def ready_of(work: Workspace, found: Recommendation, principals: Sequence[Principal]) -> Ready:
    """Return how ready the papers of a recommendation are today."""
    texts = consequences_of(found.case).by_label
    remarks = remarks_on_consequences(texts, annex_names(found))
    with_own = set(
        PaperTemplate.objects.filter(
            principal__in=principals, period__contains=work.today
        ).values_list("principal", flat=True)
    )
    own = [one.short_name for one in principals if one.pk in with_own]
    return Ready(explained(work, remarks), own, len(principals) - len(own))


@page
def papers(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    if found.dispatched_at is None:
        raise Http404
    return given(papers_zip(found), f"forslag-{number}.zip", "application/zip")


@page
def paper(work: Workspace, number: str, principal: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    dispatch = find_dispatch(found, principal)
    return given(paper_docx(dispatch), paper_name(dispatch), WORD)
