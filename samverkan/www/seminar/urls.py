"""Addresses of the signed-in pages about the leadership seminar, below arbeta/seminarium/."""

from django.urls import include, path

from samverkan.www.seminar import before, priorities, programme, steps, views

of_year = [
    path("", views.seminar, name="seminar"),
    path("tid-och-plats/", steps.change, name="change_seminar"),
    path("foresla/", steps.propose, name="propose_programme"),
    path("faststall/", steps.adopt, name="adopt_programme"),
    path("ta-upp-igen/", steps.reopen, name="reopen_programme"),
    path("hallet/", steps.hold, name="hold_seminar"),
    path("deltagande/", steps.turnout, name="note_turnout"),
    path("program/nytt/", programme.add, name="add_part"),
    path("program/<int:pk>/", programme.change, name="change_part"),
    path("program/<int:pk>/flytta/<str:way>/", programme.move, name="move_part"),
    path("program/<int:pk>/ta-bort/", programme.remove, name="remove_programme_part"),
    path("teman/be-om/", before.ask, name="ask_for_themes"),
    path("teman/nytt/", before.propose, name="propose_theme"),
    path("teman/<int:pk>/", before.rank, name="rank_theme"),
    path("uppgifter/ny/", before.add_task, name="add_seminar_task"),
    path("uppgifter/<int:pk>/", before.finish_task, name="finish_seminar_task"),
    path("prioriteringar/ny/", priorities.add, name="prioritise"),
    path("prioriteringar/<int:pk>/", priorities.change, name="change_priority"),
    path("prioriteringar/<int:pk>/lage/", priorities.fate, name="note_fate"),
]
urlpatterns = [
    path("", views.seminars, name="seminars"),
    path("nytt/", steps.plan, name="plan_seminar"),
    path("<int:year>/", include(of_year)),
]
