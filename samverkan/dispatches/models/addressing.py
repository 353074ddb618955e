"""To whom a recommendation went, and on which level of their own line they are to decide."""

from django.db import models

from samverkan.dispatches.choices import AddressScope, Binding
from samverkan.dispatches.models.recommendations import Recommendation
from samverkan.principals.choices import LineBodyKind, Side
from samverkan.principals.models import Federation, Grouping


class Addressing(models.Model):
    """Adressering: to whom a recommendation was dispatched, and how that was said that day."""

    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.PROTECT, related_name="addressing"
    )
    scope = models.CharField("till", max_length=20, choices=AddressScope.choices)
    side = models.CharField("sida", max_length=20, choices=Side.choices, blank=True)
    # As it was on the day of dispatch; who its members are may change later.
    grouping = models.ForeignKey(Grouping, on_delete=models.PROTECT, null=True)
    on = models.DateField("som det var den")
    said = models.CharField("med ord", max_length=400)
    through_federations = models.BooleanField("genom mellanled", default=False)

    class Meta:
        verbose_name = "adressering"
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(scope="side") ^ models.Q(side=""))
                & (models.Q(scope="grouping") ^ models.Q(grouping__isnull=True)),
                name="addressing_names_what_its_scope_needs",
            )
        ]


class WantedLevel(models.Model):
    """Beslutsnivå: on which level in its own line each principal is to decide, and how firmly."""

    recommendation = models.OneToOneField(
        Recommendation, on_delete=models.PROTECT, related_name="wanted_level"
    )
    binding = models.CharField("bindning", max_length=20, choices=Binding.choices)
    kind = models.CharField("nivå", max_length=20, choices=LineBodyKind.choices, blank=True)
    ground = models.CharField("grund", max_length=300, blank=True)

    class Meta:
        verbose_name = "beslutsnivå"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(binding="free") ^ ~models.Q(kind=""),
                name="level_is_named_unless_it_is_free",
            )
        ]


class Addressed(models.Model):
    """What a dispatch knows of how its principal came to be addressed."""

    through = models.ForeignKey(
        Federation, on_delete=models.PROTECT, null=True, related_name="dispatches"
    )
    added_reason = models.CharField("därför tillagd senare", max_length=500, blank=True)
    unconcerned_reason = models.CharField("därför berörs den inte", max_length=500, blank=True)
    taken_over_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="took_over"
    )

    class Meta:
        abstract = True
