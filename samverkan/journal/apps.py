"""The area as Django knows it."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "samverkan.journal"
    verbose_name = "journal"
