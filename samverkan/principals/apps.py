"""The area as Django knows it."""

from django.apps import AppConfig


class PrincipalsConfig(AppConfig):
    name = "samverkan.principals"
    verbose_name = "huvudmän"
