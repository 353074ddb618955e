"""The area as Django knows it, and what it adds to cases."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Enters what an agenda means for a case that someone wants to move."""

    name = "samverkan.meetings"
    verbose_name = "möten"

    def ready(self) -> None:
        """Keep a case with its body on an agenda, tell where it was treated, let tasks return."""
        from samverkan.cases.hooks import BINDS_TO_BODY, TREATED_AT
        from samverkan.meetings.actions.agenda import agenda_binds
        from samverkan.meetings.actions.tasks import tasks_come_back
        from samverkan.meetings.hooks import COMES_BY_ITSELF
        from samverkan.meetings.treated import treated_at

        BINDS_TO_BODY.append(agenda_binds)
        TREATED_AT.append(treated_at)
        COMES_BY_ITSELF.append(tasks_come_back)
