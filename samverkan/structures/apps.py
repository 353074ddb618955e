"""The area as Django knows it."""

from django.apps import AppConfig


class StructuresConfig(AppConfig):
    name = "samverkan.structures"
    verbose_name = "strukturer"
