"""The area as Django knows it."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "samverkan.cases"
    verbose_name = "ärenden"
