"""Addresses of the signed-in pages about principals, below arbeta/huvudman/."""

from django.urls import include, path

from samverkan.www.principals import between, line_days, views

of_principal = [
    path("", line_days.principal_days, name="principal_days"),
    path("nytt-organ/", line_days.add_body, name="add_line_body"),
    path("<int:body>/", line_days.set_days, name="set_line_days"),
    path("<int:body>/bekrafta/", line_days.confirm, name="confirm_line_days"),
    path("<int:body>/tider/", line_days.leads, name="set_line_leads"),
]
urlpatterns = [
    path("", views.principals, name="principals"),
    path("sammantradesdagar/", line_days.line_days, name="line_days"),
    path("sammantradesdagar/las-in/", line_days.read_in, name="read_in_line_days"),
    path("<slug:slug>/sammantradesdagar/", include(of_principal)),
    path("mellanled/<slug:slug>/registrator/", between.registrar, name="set_federation_registrar"),
    path("<slug:slug>/ta-over/", between.take_over, name="take_over"),
    path("<slug:slug>/registrator/", views.registrar, name="set_registrar"),
    path("<slug:slug>/beslutande-organ/", views.decider, name="set_decider"),
]
