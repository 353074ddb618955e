"""Addresses of the signed-in pages about carrying out, below arbeta/genomforande/."""

from django.urls import path

from samverkan.www.executions import views

urlpatterns = [
    path("", views.executions, name="executions"),
    path("lista.csv", views.executions_csv, name="executions_csv"),
    path("<slug:number>/<slug:principal>/", views.execution, name="execution"),
    path("<slug:number>/<slug:principal>/ansvarig/", views.name_execution, name="name_execution"),
    path("<slug:number>/<slug:principal>/lank/", views.execution_link, name="execution_link"),
    path(
        "<slug:number>/<slug:principal>/<slug:step>/", views.tell_execution, name="tell_execution"
    ),
]
