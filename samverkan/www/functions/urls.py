"""Addresses of the pages about support and actors outside, below arbeta/struktur/stod/."""

from django.urls import path

from samverkan.www.functions import actors, costs, holding, views

urlpatterns = [
    path("", views.functions, name="functions"),
    path("funktion/<slug:slug>/innehavare/", holding.hold, name="hold_function"),
    path("innehav/<int:number>/andel/", holding.change, name="change_share"),
    path("innehav/<int:number>/avsluta/", holding.end, name="end_holding"),
    path("funktion/<slug:slug>/kostnad/", costs.cost, name="set_cost"),
    path("funktion/<slug:slug>/kostnad/<int:year>/nyckel/", costs.key, name="set_cost_key"),
    path("aktorer/", views.outside, name="outside"),
    path("aktorer/ny/", actors.add, name="add_outside"),
    path("aktorer/<slug:slug>/uppgifter/", actors.change, name="change_outside"),
    path("aktorer/<slug:slug>/avsluta/", actors.end, name="end_outside"),
    path("aktorer/<slug:slug>/avstamning/", actors.note, name="note_overlap"),
]
