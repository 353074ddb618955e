"""The area as Django knows it."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "samverkan.meetings"
    verbose_name = "möten"
