"""The area as Django knows it."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "samverkan.documents"
    verbose_name = "dokument"
