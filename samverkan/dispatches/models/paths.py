"""The path of a recommendation inside a principal, as it was told each time."""

from django.db import models

from samverkan.dispatches.choices import LineAct
from samverkan.dispatches.models.dispatches import Dispatch
from samverkan.principals.choices import LineBodyKind


class LinePath(models.Model):
    """Vägen hos huvudmannen: its steps as they were told at one moment; the latest one stands."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="paths")
    reason = models.CharField("skäl till ändringen", max_length=500, blank=True)
    given_by = models.CharField("lämnat av", max_length=200)
    given_at = models.DateTimeField("lämnat")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "vägen hos huvudmannen"
        ordering = ["dispatch", "pk"]


class LineStep(models.Model):
    """Steg hos huvudmannen: what one of its bodies has done with the matter, or is to do."""

    path = models.ForeignKey(LinePath, on_delete=models.PROTECT, related_name="steps")
    place = models.PositiveSmallIntegerField("ordning")
    body = models.CharField("organ", max_length=160)
    kind = models.CharField("slag", max_length=20, choices=LineBodyKind.choices, blank=True)
    on = models.DateField("dag", null=True)
    act = models.CharField("utfall", max_length=20, choices=LineAct.choices, blank=True)
    done = models.BooleanField("har skett", default=False)
    paragraph = models.CharField("paragraf", max_length=20, blank=True)
    to_body = models.CharField("till organ", max_length=160, blank=True)

    class Meta:
        verbose_name = "steg hos huvudmannen"
        ordering = ["path", "place"]
        constraints = [
            models.UniqueConstraint(fields=["path", "place"], name="one_step_in_each_place"),
            models.CheckConstraint(
                condition=models.Q(done=False) | ~models.Q(act=""),
                name="step_that_is_done_says_what_was_done",
            ),
        ]
