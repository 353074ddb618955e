"""Addresses of the signed-in pages about the year, below arbeta/kalender/."""

from django.urls import path

from samverkan.www.calendar import outside, planning, views

urlpatterns = [
    path("", views.calendar, name="calendar"),
    path("min/", views.mine, name="my_calendar"),
    path("planera/", planning.plan, name="plan_year"),
    path("utanfor/", outside.outside, name="external_meetings"),
    path("utanfor/nytt/", outside.enter, name="enter_external"),
    path("utanfor/las-in/", outside.send, name="send_calendar"),
    path("utanfor/kalender/<uuid:key>/", outside.calendar, name="external_calendar"),
    path("utanfor/<uuid:key>/", outside.change, name="change_external"),
    path("utanfor/<uuid:key>/ta-bort/", outside.remove, name="remove_external"),
]
