"""Addresses of the signed-in pages about recommendations, below arbeta/rekommendationer/."""

from django.urls import include, path

from samverkan.www.dispatches import links, ready, steps, views
from samverkan.www.dispatches.answer_for import answer_for

of_addressee = [
    path("", views.addressee, name="addressee"),
    path("ny-lank/", links.renew, name="renew_link"),
    path("aterkalla/", links.revoke, name="revoke_link"),
    path("svar/<slug:step>/", answer_for, name="answer_for"),
    path("forslag.docx", ready.paper, name="proposal_docx"),
]
urlpatterns = [
    path("", views.recommendations, name="recommendations"),
    path("<slug:number>/", views.recommendation, name="recommendation"),
    path("<slug:number>/expediera/", steps.dispatch, name="dispatch"),
    path("<slug:number>/paminn/", steps.remind, name="remind"),
    path("<slug:number>/forslag.zip", ready.papers, name="proposals_zip"),
    path("<slug:number>/<slug:principal>/", include(of_addressee)),
]
