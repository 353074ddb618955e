"""The area as Django knows it."""

from django.apps import AppConfig


class WwwConfig(AppConfig):
    name = "samverkan.www"
    verbose_name = "arbetssidor"
