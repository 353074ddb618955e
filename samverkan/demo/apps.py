"""The area as Django knows it."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "samverkan.demo"
    verbose_name = "demonstration"
