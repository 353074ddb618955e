"""Addresses of the signed-in pages about principals, below arbeta/huvudman/."""

from django.urls import path

from samverkan.www.principals import between, views

urlpatterns = [
    path("", views.principals, name="principals"),
    path("mellanled/<slug:slug>/registrator/", between.registrar, name="set_federation_registrar"),
    path("<slug:slug>/ta-over/", between.take_over, name="take_over"),
    path("<slug:slug>/registrator/", views.registrar, name="set_registrar"),
    path("<slug:slug>/beslutande-organ/", views.decider, name="set_decider"),
]
