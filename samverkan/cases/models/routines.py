"""The case-flow routine in versions; an adopted one never changes."""

from django.db import models
from django.db.models import Q

from samverkan.bodies.choices import TextStage
from samverkan.bodies.models import Body
from samverkan.cases.rules.adopting import MATTER
from samverkan.journal.models import Collaboration


class RoutineVersion(models.Model):
    """Ärendegångens rutin: one version of how cases go, as a body has decided it."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="routine_versions"
    )
    number = models.PositiveIntegerField("version")
    # Proposed: work goes by it until the body that owns the matter has decided (R151).
    stage = models.CharField(
        "läge", max_length=10, choices=TextStage.choices, default=TextStage.DRAFT
    )
    matter = models.CharField("vilken egen fråga", max_length=160, default=MATTER)
    # As `rules.routine.content_of` writes it.
    content = models.JSONField("innehåll", default=dict)
    adopted_by = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="adopted_routines"
    )
    adopted_on = models.DateField("antagen den", null=True, blank=True)
    meeting_on = models.DateField("mötets dag", null=True, blank=True)
    point = models.PositiveIntegerField("punkt", null=True, blank=True)
    valid_from = models.DateField("gäller från", null=True, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "rutin för ärendegången"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "number"], name="routine_number_is_unique"
            ),
            models.UniqueConstraint(
                fields=["collaboration"],
                condition=Q(stage=TextStage.DRAFT),
                name="one_routine_draft_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(stage=TextStage.ADOPTED) | Q(adopted_by__isnull=False),
                name="adopted_routine_names_its_body",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"
