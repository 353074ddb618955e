"""Who carries out what a principal has approved, and what has been told of it."""

from django.db import models

from samverkan.dispatches.choices import ExecutionKind, ExecutionState
from samverkan.dispatches.models.dispatches import Dispatch
from samverkan.documents.models import Document
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.people.models import Person, PersonalLink


class Execution(models.Model):
    """Verkställighet: who carries out a principal's bifall, by when, and how far it has come."""

    dispatch = models.OneToOneField(Dispatch, on_delete=models.PROTECT, related_name="execution")
    # The function is public; who holds it, and where they are reached, is not.
    function = models.CharField("funktion", max_length=120)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="executions"
    )
    to = models.EmailField("funktionens e-post", blank=True)
    due_on = models.DateField("klart senast")
    state = models.CharField(
        "läge", max_length=20, choices=ExecutionState.choices, default=ExecutionState.TO_DO
    )
    ended_on = models.DateField("klart eller avskrivet", null=True)
    line = models.CharField("med en rad", max_length=300, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    notes_count = models.PositiveSmallIntegerField("antal anteckningar", default=0)
    reminded_at = models.DateTimeField("senast påmind", null=True)

    class Meta:
        verbose_name = "verkställighet"
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=ExecutionState.TO_DO, ended_on=None)
                | (~models.Q(state=ExecutionState.TO_DO) & models.Q(ended_on__isnull=False)),
                name="execution_has_ended_when_it_says_so",
            )
        ]
        indexes = [
            models.Index(
                fields=["due_on", "id"],
                condition=models.Q(state=ExecutionState.TO_DO),
                name="execution_to_do",
            ),
            models.Index(fields=["due_on", "id"], name="execution_by_day"),
        ]


class ExecutionNote(models.Model):
    """Anteckning om verkställighet: what was told at one moment; never changed, only added to."""

    execution = models.ForeignKey(Execution, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField("slag", max_length=20, choices=ExecutionKind.choices)
    function = models.CharField("funktion", max_length=120, blank=True)
    due_on = models.DateField("klart senast", null=True)
    on = models.DateField("dag", null=True)
    line = models.CharField("med en rad", max_length=300, blank=True)
    reason = models.CharField("skäl", max_length=500, blank=True)
    decided_by = models.CharField("beslutat av", max_length=160, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    given_by = models.CharField("lämnad av", max_length=200)
    given_at = models.DateTimeField("lämnad")

    class Meta:
        verbose_name = "anteckning om verkställighet"
        ordering = ["execution", "given_at", "pk"]


class ExecutionLink(PersonalLink):
    """Personlig länk till verkställigheten: lets the named function report without an account."""

    execution = models.ForeignKey(Execution, on_delete=models.PROTECT, related_name="links")

    class Meta:
        verbose_name = "personlig länk till verkställigheten"
        ordering = ["-issued_at"]

    @property
    def holder(self) -> Actor:
        """Return the function as the journal names it."""
        return Actor(
            "Ansvarig för genomförandet via personlig länk", self.execution.dispatch.principal.name
        )

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the recommendation was agreed."""
        return self.execution.dispatch.recommendation.collaboration
