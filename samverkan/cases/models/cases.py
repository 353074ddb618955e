"""The cases (ärenden) that are raised in a collaboration."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.choices import CaseStage, Rank, Scope, TargetGroup
from samverkan.cases.models.aspects import Aspects
from samverkan.cases.models.routines import RoutineVersion
from samverkan.journal.models import Collaboration
from samverkan.people.models import Person
from samverkan.principals.models import Principal


class Case(Aspects):
    """Ärende: a question raised in the cooperation, and how far it has come."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="cases")
    number = models.CharField("ärendenummer", max_length=20)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cases")
    stage = models.CharField(
        "läge", max_length=20, choices=CaseStage.choices, default=CaseStage.RAISED
    )
    title = models.CharField("rubrik", max_length=200)
    question = models.TextField("fråga", max_length=4000)
    background = models.TextField("bakgrund", max_length=8000, blank=True)
    value_inhabitants = models.TextField("värde för invånaren", max_length=4000, blank=True)
    value_operations = models.TextField("värde för verksamheterna", max_length=4000, blank=True)
    target_groups = ArrayField(
        models.CharField(max_length=20, choices=TargetGroup.choices),
        verbose_name="målgrupp",
        default=list,
        blank=True,
    )
    scope = models.CharField("område", max_length=20, choices=Scope.choices, blank=True)
    touched = models.TextField("vilka mer berörs", max_length=2000, blank=True)
    responsible_management = models.CharField("ansvarig ledning", max_length=200, blank=True)
    experts = models.TextField("berörda sakkunniga", max_length=2000, blank=True)
    experts_passed_over = models.CharField("därför utan sakkunniga", max_length=500, blank=True)
    rank = models.PositiveSmallIntegerField(
        "arbetsutskottets prioritering", choices=Rank.choices, null=True, blank=True
    )
    # Unknown only in history: the sources do not always say who raised a question.
    raised_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="raised_cases"
    )
    raised_for = models.ForeignKey(Principal, on_delete=models.PROTECT, null=True)
    handler = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="handled_cases"
    )
    # The version in force when the case was raised, which it keeps (R151); unknown in history.
    routine = models.ForeignKey(
        RoutineVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    raised_at = models.DateTimeField("väckt")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "ärende"
        ordering = ["-raised_at", "-number"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(area_status__in=["prioritised", "under_way"])
                | models.Q(priority_year__isnull=False),
                name="prioritised_area_has_its_year",
            ),
            models.UniqueConstraint(
                fields=["collaboration", "number"], name="case_number_is_unique"
            ),
        ]
        indexes = [
            models.Index(fields=["collaboration", "-raised_at", "-number"], name="case_by_day")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
