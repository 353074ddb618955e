"""Addresses behind /l/mellanled/<token>/."""

from django.urls import path

from samverkan.www.federation_link import views
from samverkan.www.federation_link.forms import Step

app_name = "federation"
urlpatterns = [
    path("", views.show, name="show"),
    *[path(f"{step}/", views.answer, {"step": step}, name=step) for step in Step],
    path("<path:rest>", views.astray, name="astray"),
]
