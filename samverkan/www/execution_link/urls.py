"""Addresses behind /l/verkstall/<token>/."""

from django.urls import path

from samverkan.www.execution_link import views
from samverkan.www.executions.steps import Step

app_name = "executor"
urlpatterns = [
    path("", views.show, name="show"),
    *[path(f"{step}/", views.tell, {"step": step}, name=step) for step in Step],
    path("kvitto/", views.receipt, name="receipt"),
    path("<path:rest>", views.astray, name="astray"),
]
