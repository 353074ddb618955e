"""Where a case went that did not go all the way, and that it came back; only ever added to."""

from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.choices import CaseStage, ExitKind
from samverkan.cases.models.cases import Case


class CaseExit(models.Model):
    """Utgång: that a case left the road, by which exit of its routine, why and to where."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="exits")
    kind = models.CharField("slag", max_length=20, choices=ExitKind.choices)
    name = models.CharField("som rutinen kallar den", max_length=120)
    # Where the case stood; one that ended while it was raised was never public.
    stage = models.CharField("läge", max_length=20, choices=CaseStage.choices)
    ended = models.BooleanField("ärendet avslutades")
    reason = models.TextField("skäl", max_length=1000)
    on = models.DateField("dag")
    from_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="exits_from")
    to_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="exits_to"
    )
    where = models.CharField("vart", max_length=200, blank=True)

    class Meta:
        verbose_name = "utgång"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def place(self) -> str:
        """Return where the case went: a body here, or as it was written."""
        return self.to_body.name if self.to_body else self.where

    @property
    def told(self) -> str:
        """Return which exit it was and where it led, without saying the same thing twice."""
        place = self.place
        return self.name if not place or place in self.name else f"{self.name}: {place}"


class CaseReturn(models.Model):
    """Återkomst: that a case came back from where it was, and what they came to there."""

    exit = models.OneToOneField(CaseExit, on_delete=models.PROTECT, related_name="came_back")
    on = models.DateField("dag")
    result = models.TextField("vad de kom fram till", max_length=1000)

    class Meta:
        verbose_name = "återkomst"
