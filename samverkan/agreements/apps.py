"""The area as Django knows it."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "samverkan.agreements"
    verbose_name = "överenskommelser"
