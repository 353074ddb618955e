"""The first pages: of the installation, and of one collaboration."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render

from samverkan.journal.models import Collaboration
from samverkan.public import wording
from samverkan.public.pages import Visit, for_everybody, public_page
from samverkan.public.queries import board, news, principals


@for_everybody
def home(request: HttpRequest) -> HttpResponseBase:
    collaborations = list(Collaboration.objects.all())
    if len(collaborations) == 1:
        return redirect("public:start", collaborations[0].slug)
    return render(request, "public/home.html", {"collaborations": collaborations})


@public_page
def start(visit: Visit) -> HttpResponseBase:
    return visit.page(
        "start",
        "start",
        now=wording.just_now(board.standing(visit.collaboration.pk)),
        principals=principals.names_on(visit.collaboration.pk, visit.today),
        news=news.latest(visit.collaboration),
    )
