"""Addresses of the signed-in pages about bilateral contacts, below arbeta/bilateralt/."""

from django.urls import path

from samverkan.www.bilateral import steps, views

urlpatterns = [
    path("", views.contacts, name="contacts"),
    path("anteckna/", steps.note, name="note_contact"),
    path("<uuid:key>/", views.contact, name="contact"),
    path("<uuid:key>/andra/", steps.change, name="change_contact"),
    path("<uuid:key>/kalla/", steps.call, name="call_contact_meeting"),
    path("<uuid:key>/arende/", steps.become_case, name="contact_case"),
    path("<uuid:key>/arende/<slug:slug>/", steps.raise_in, name="contact_case_in"),
    path("<uuid:key>/moten/<int:position>/utse/<slug:side>/", steps.appoint, name="appoint_to"),
    path("<uuid:key>/moten/<int:position>/holls/", steps.held, name="contact_meeting_held"),
]
