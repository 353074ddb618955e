"""The area as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "samverkan.people"
    verbose_name = "personer"
