"""The area as Django knows it."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "samverkan.bodies"
    verbose_name = "organ"
