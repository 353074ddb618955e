"""Addresses of the pages about the case-flow routine, below arbeta/arendegang/."""

from django.urls import path

from samverkan.www.routine import adopting, editing, steps, views

urlpatterns = [
    path("", views.routine, name="routine"),
    path("version/<int:number>/", views.version, name="routine_version"),
    path("utkast/", views.draft, name="routine_draft"),
    path("utkast/nytt/", steps.begin, name="begin_routine"),
    path("utkast/kasta/", steps.drop, name="drop_routine"),
    path("utkast/jamfor/", views.compare, name="compare_routine"),
    path("utkast/prova/", views.try_out, name="try_routine"),
    path("utkast/anta/", adopting.adopt, name="adopt_routine"),
    path("utkast/lagen/", editing.stage, name="add_stage"),
    path("utkast/lagen/<slug:key>/", editing.stage, name="edit_stage"),
    path("utkast/steg/", editing.step_of, name="add_step"),
    path("utkast/steg/<slug:key>/", editing.step_of, name="edit_step"),
    path("utkast/utgangar/", editing.way_out, name="add_exit"),
    path("utkast/utgangar/<slug:key>/", editing.way_out, name="edit_exit"),
    path("utkast/<slug:part>/<slug:key>/ta-bort/", editing.remove, name="remove_part"),
]
