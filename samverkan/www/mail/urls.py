"""Addresses of the pages about e-mail that has not gone out, below arbeta/mejl/."""

from django.urls import path

from samverkan.www.mail import views

urlpatterns = [
    path("", views.mail, name="mail"),
    path("<int:notice>/forsok/", views.again, name="try_mail_again"),
]
