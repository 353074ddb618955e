"""What a body agreed to propose to the principals."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.models import Case
from samverkan.dispatches.choices import EffectRule
from samverkan.journal.models import Collaboration
from samverkan.meetings.models import Item


class Recommendation(models.Model):
    """Rekommendation: what a body agreed to propose to the principals, as the text stood."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="recommendations"
    )
    number = models.CharField("nummer", max_length=20)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="recommendations")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="recommendations")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="recommendation")
    title = models.CharField("rubrik", max_length=200)
    summary = models.TextField("sammanfattning", max_length=8000)
    lead = models.CharField("inledning", max_length=200)
    clauses = models.JSONField("att-satser")
    agreed_on = models.DateField("enad den")
    point = models.PositiveIntegerField("punkt")
    dispatched_at = models.DateTimeField("expedierad", null=True)
    reply_by = models.DateField("svar senast", null=True, blank=True)
    reported_back_at = models.DateTimeField("återrapporterad", null=True)
    # The moment of the last answer that was told then; what came later is news.
    reported_until = models.DateTimeField("återrapporterat till och med", null=True)
    outcome_note = models.TextField("om utfallet", max_length=2000, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)
    effect_rule = models.CharField(
        "verkansregel", max_length=10, choices=EffectRule.choices, default=EffectRule.NONE
    )
    effect_at_least = models.PositiveSmallIntegerField("minst så många", null=True)
    effect_share = models.PositiveSmallIntegerField("minst så många procent", null=True)
    effect_from = models.DateField("gäller tidigast", null=True)
    effect_source = models.CharField("varifrån regeln är känd", max_length=300, blank=True)
    version = models.PositiveSmallIntegerField("version", default=1)
    answers_from = models.PositiveSmallIntegerField("svar gäller från version", default=1)
    withdrawn_on = models.DateField("återtagen", null=True)

    class Meta:
        verbose_name = "rekommendation"
        ordering = ["-agreed_on", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "number"], name="recommendation_number_is_unique"
            )
        ]
        indexes = [
            models.Index(
                fields=["collaboration", "-agreed_on", "-number"], name="recommendation_by_day"
            ),
            models.Index(
                fields=["collaboration", "-agreed_on", "-number"],
                condition=models.Q(dispatched_at__isnull=True),
                name="recommendation_not_dispatched",
            ),
            GinIndex(SearchVector("title", config="simple"), name="recommendation_by_word"),
        ]

    def __str__(self) -> str:
        return self.title
