"""Addresses of the pages about governing documents, below arbeta/struktur/styrdokument/."""

from django.urls import path

from samverkan.www.texts import adopting, steps, views

urlpatterns = [
    path("", views.texts, name="texts"),
    path("nytt/", steps.start, name="start_text"),
    path("oversyn/<slug:slug>/", adopting.review, name="note_review"),
    path("<slug:slug>/", views.text, name="text"),
    path("<slug:slug>/skriv/", steps.write, name="write_text"),
    path("<slug:slug>/jamfor/", views.compare, name="compare_text"),
    path("<slug:slug>/kasta/", steps.throw, name="throw_text"),
    path("<slug:slug>/inled/", adopting.propose, name="propose_text"),
    path("<slug:slug>/anta/", adopting.adopt, name="adopt_text"),
]
