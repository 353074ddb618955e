"""Addresses of the signed-in pages about recommendations, below arbeta/rekommendationer/."""

from django.urls import include, path

from samverkan.www.dispatches import changes, effects, links, steps, views
from samverkan.www.dispatches.answer_for import answer_for

of_addressee = [
    path("", views.addressee, name="addressee"),
    path("ny-lank/", links.renew, name="renew_link"),
    path("aterkalla/", links.revoke, name="revoke_link"),
    path("svar/<slug:step>/", answer_for, name="answer_for"),
]
urlpatterns = [
    path("", views.recommendations, name="recommendations"),
    path("<slug:number>/", views.recommendation, name="recommendation"),
    path("<slug:number>/expediera/", steps.dispatch, name="dispatch"),
    path("<slug:number>/paminn/", steps.remind, name="remind"),
    path("<slug:number>/verkan/", effects.effect, name="effect"),
    path("<slug:number>/slutsats/", effects.conclude, name="conclude"),
    path("<slug:number>/aterta/", changes.withdraw, name="withdraw"),
    path("<slug:number>/ratta-texten/", changes.correct, name="correct_text"),
    path("<slug:number>/<slug:principal>/", include(of_addressee)),
]
