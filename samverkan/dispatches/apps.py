"""The area as Django knows it, and what it adds to meetings."""

from django.apps import AppConfig


class DispatchesConfig(AppConfig):
    """Enters the points and acts that meetings get from recommendations."""

    name = "samverkan.dispatches"
    verbose_name = "expedieringar"

    def ready(self) -> None:
        """Add report-back points to agendas, recommendations to minutes; tell who is silent."""
        from samverkan.cases.hooks import SILENT_ON
        from samverkan.dispatches.actions import follow_approval, points_due, silent_on
        from samverkan.meetings.hooks import AFTER_APPROVAL, COMES_BY_ITSELF

        COMES_BY_ITSELF.append(points_due)
        AFTER_APPROVAL.append(follow_approval)
        SILENT_ON.append(silent_on)
