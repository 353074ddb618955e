"""A form filled in, to look at before anything is sent: on a page, or as a Word file."""

from django.http import HttpResponse
from django.utils.http import urlencode

from samverkan.dispatches.models import PaperTemplate, Recommendation
from samverkan.dispatches.papers import previewed
from samverkan.documents.queries import content_of
from samverkan.documents.word.checking import WORD
from samverkan.documents.word.reading import read
from samverkan.principals.models import Principal
from samverkan.www.files import given
from samverkan.www.forms import Form, one_of
from samverkan.www.pages import Workspace, page
from samverkan.www.papers.views import crumbs, find_principal

MOST_OFFERED = 30


class AskedForm(Form):
    rekommendation = one_of(
        "Fyll i med", [], hint="Välj en rekommendation, eller se mallen med exempel."
    )


@page
def preview(work: Workspace, slug: str) -> HttpResponse:
    principal = find_principal(work, slug)
    asked = _asked(work)
    form = AskedForm(initial={"rekommendation": asked.number if asked else ""})
    offered = Recommendation.objects.filter(collaboration=work.collaboration)
    form.fields["rekommendation"].choices = [  # type: ignore[attr-defined]
        ("", "Exempel"),
        *((one.number, f"{one.number} {one.title}") for one in offered[:MOST_OFFERED]),
    ]
    own = _own(principal)
    return work.page(
        "papers/preview.html",
        *crumbs(work, principal, "Förhandsvisa"),
        principal=principal,
        form=form,
        own=own,
        asked=asked,
        query=f"?{urlencode({'rekommendation': asked.number})}" if asked else "",
        read=read(_made(work, principal, own, asked)),
    )


@page
def preview_docx(work: Workspace, slug: str) -> HttpResponse:
    principal = find_principal(work, slug)
    asked = _asked(work)
    about = asked.number if asked else "exempel"
    made = _made(work, principal, _own(principal), asked)
    return given(made, f"forhandsvisning-{about}-{principal.slug}.docx", WORD)


def _made(
    work: Workspace,
    principal: Principal,
    own: PaperTemplate | None,
    asked: Recommendation | None,
) -> bytes:
    return previewed(principal, content_of(own.document) if own else None, asked, work.today)


def _own(principal: Principal) -> PaperTemplate | None:
    in_use = principal.paper_templates.filter(period__upper_inf=True)
    return in_use.select_related("document").first()


def _asked(work: Workspace) -> Recommendation | None:
    number = work.request.GET.get("rekommendation", "")[:20]
    return (
        Recommendation.objects.filter(collaboration=work.collaboration, number=number)
        .select_related("case", "body", "item")
        .first()
    )
