"""What every page behind a registrar's link needs: whose it is, and of what."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samverkan.journal.head import head_of
from samverkan.www.link.door import Visit


def framed(visit: Visit, template: str, status: int, context: dict[str, Any]) -> HttpResponse:
    """Answer with a page in the frame of the link."""
    recommendation = visit.link.dispatch.recommendation
    shared = {
        "collaboration": recommendation.collaboration,
        "fresh": head_of(recommendation.collaboration),
        "dispatch": visit.link.dispatch,
        "recommendation": recommendation,
        "principal": visit.link.dispatch.principal,
        "link": visit.link,
        "token": visit.token,
        "today": visit.today,
    }
    return render(visit.request, template, shared | context, status=status)
