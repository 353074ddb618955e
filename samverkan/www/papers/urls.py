"""Addresses of the pages about forms and letterheads, below arbeta/mallar/."""

from django.urls import path

from samverkan.www.papers import letterheads, previews, views

urlpatterns = [
    path("", views.forms, name="paper_forms"),
    path("<slug:slug>/", views.form_of, name="paper_form"),
    path("<slug:slug>/mall-<int:pk>.docx", views.fetch, name="fetch_form"),
    path("<slug:slug>/mall-<int:pk>/sluta/", views.retire, name="retire_form"),
    path("<slug:slug>/forhandsvisa/", previews.preview, name="preview_form"),
    path("<slug:slug>/forhandsvisa.docx", previews.preview_docx, name="preview_docx"),
    path("<slug:slug>/brevhuvud/", letterheads.letterhead, name="set_letterhead"),
]
