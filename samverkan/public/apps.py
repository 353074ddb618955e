"""The area as Django knows it."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "samverkan.public"
    verbose_name = "gemensam sajt"
