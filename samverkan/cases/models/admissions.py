"""How the admission test was answered, each time: a new answer is added, none is changed."""

from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.models.cases import Case


class Admission(models.Model):
    """Prövning: the answers, each with its reason, to whether a question belongs with a body.

    The questions are kept as they stood, since a routine may ask others later.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="admissions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="admissions")
    answers = models.JSONField("svar med skäl")
    given_at = models.DateTimeField("besvarad")
    given_by = models.CharField("av", max_length=120)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="corrected_by"
    )

    class Meta:
        verbose_name = "prövning"
        ordering = ["case", "body", "pk"]

    def __str__(self) -> str:
        return f"{self.case.number} {self.body}"
