"""Governing documents as versions with sections, and when assignment and staffing were reviewed."""

from django.db import models
from django.db.models import Q

from samverkan.bodies.choices import Reviewed, TextKind, TextStage
from samverkan.bodies.models.bodies import Body
from samverkan.bodies.models.functions import CoordinatorFunction
from samverkan.journal.models import Collaboration


class GoverningText(models.Model):
    """Styrdokument: an assignment, work order, routine, or the values; a row of versions."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="governing_texts"
    )
    slug = models.SlugField("adress", max_length=120)
    kind = models.CharField("slag", max_length=20, choices=TextKind.choices)
    title = models.CharField("rubrik", max_length=200)
    # Whose text it is; of the values, the seminar that forms them.
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="governing_texts"
    )
    function = models.ForeignKey(
        CoordinatorFunction,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="governing_texts",
    )

    class Meta:
        verbose_name = "styrdokument"
        ordering = ["body__position", "kind", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="governing_text_address_is_unique"
            ),
            models.CheckConstraint(
                condition=(
                    Q(body__isnull=True, function__isnull=False)
                    | Q(body__isnull=False, function__isnull=True)
                ),
                name="governing_text_is_of_a_body_or_a_function",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class TextVersion(models.Model):
    """Version: a governing document as it reads; an adopted one never changes."""

    text = models.ForeignKey(GoverningText, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("version")
    stage = models.CharField(
        "läge", max_length=10, choices=TextStage.choices, default=TextStage.DRAFT
    )
    # [{"kind": SectionKind, "heading": str, "text": str (Markdown)}, …]
    sections = models.JSONField("avsnitt", default=list)
    feedback_months = models.PositiveSmallIntegerField(
        "återkoppling var, månader", null=True, blank=True
    )
    # The version of the values that an assignment carries (R044).
    values = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    adopted_by = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="adopted_texts"
    )
    adopted_on = models.DateField("antagen den", null=True, blank=True)
    meeting_on = models.DateField("mötets dag", null=True, blank=True)
    point = models.PositiveIntegerField("punkt", null=True, blank=True)
    valid_from = models.DateField("gäller från", null=True, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "version av styrdokument"
        ordering = ["text", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["text", "number"], name="version_number_is_unique"),
            models.UniqueConstraint(
                fields=["text"], condition=Q(stage=TextStage.DRAFT), name="one_draft_per_text"
            ),
        ]


class Review(models.Model):
    """Översyn: that a body's assignment, or its staffing, was looked over on a day (R116)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="reviews")
    of = models.CharField("av", max_length=20, choices=Reviewed.choices)
    on = models.DateField("dag")
    note = models.CharField("vad det ledde till", max_length=400, blank=True)

    class Meta:
        verbose_name = "översyn"
        ordering = ["-on"]
        constraints = [
            models.UniqueConstraint(fields=["body", "of", "on"], name="review_is_noted_once")
        ]
