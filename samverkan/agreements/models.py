"""Agreements as numbered sections with their own spelling."""

from django.db import models

from samverkan.journal.fields import PeriodField
from samverkan.journal.models import Collaboration


class Agreement(models.Model):
    """Överenskommelse: a text that the principals stand behind, or once did."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="agreements"
    )
    slug = models.SlugField("adress", max_length=80)
    title = models.CharField("rubrik", max_length=200)
    parties = models.CharField("parter", max_length=300)
    period = PeriodField("gäller", null=True)
    period_note = models.CharField("om giltigheten", max_length=400, blank=True)
    main_points = models.JSONField("huvudpunkter", default=list, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "överenskommelse"
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="agreement_address_is_unique"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Section(models.Model):
    """Avsnitt: a numbered section of an agreement, as it is written (Markdown)."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="sections")
    position = models.PositiveSmallIntegerField("ordning")
    number = models.CharField("nummer", max_length=20)
    heading = models.CharField("rubrik", max_length=200)
    text = models.TextField("text", blank=True)

    class Meta:
        verbose_name = "avsnitt"
        ordering = ["agreement", "position"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="section_number_is_unique")
        ]


class Ground(models.Model):
    """Grund: where in the county's own texts a rule of the system stands."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="grounds"
    )
    code = models.CharField("regel eller hinder", max_length=60)
    section = models.CharField("avsnitt i överenskommelsen", max_length=20, blank=True)
    word = models.CharField("ord i stycket", max_length=80, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "grund"
        ordering = ["collaboration", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "code"], name="rule_has_one_ground_in_a_collaboration"
            )
        ]
