"""Lifts of a case to another level, and what each principal's line says of it."""

from django.db import models

from samverkan.bodies.models import Body
from samverkan.cases.choices import LiftState, LineAnswer
from samverkan.cases.models.cases import Case
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.people.models import PersonalLink
from samverkan.principals.models import Principal


class Lift(models.Model):
    """Lyft: a case on its way to another level, through the principals' line (agreement § 7)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="lifts")
    from_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="lifts_from")
    to_body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="lifts_to")
    reason = models.TextField("skäl", max_length=2000)
    left_out_reason = models.CharField("därför berörs inte övriga", max_length=500, blank=True)
    state = models.CharField(
        "läge", max_length=20, choices=LiftState.choices, default=LiftState.OPEN
    )
    begun_at = models.DateTimeField("påbörjat")
    ended_at = models.DateTimeField("avslutat", null=True)
    end_reason = models.CharField("skäl vid avslut", max_length=1000, blank=True)

    class Meta:
        verbose_name = "lyft"
        ordering = ["case", "begun_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state=LiftState.OPEN),
                name="case_is_lifted_one_way_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(from_body=models.F("to_body")),
                name="lift_leads_to_another_body",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case.number}: {self.from_body} – {self.to_body}"


class LineEntry(models.Model):
    """Linjens svar: what one principal's ordinary line function says of a lift; empty until then.

    The person's name and the address are for those who take part, never for the public.
    """

    lift = models.ForeignKey(Lift, on_delete=models.PROTECT, related_name="entries")
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, related_name="line_entries")
    to = models.EmailField("sänd till", blank=True)
    function = models.CharField("linjefunktion", max_length=160, blank=True)
    person = models.CharField("namn", max_length=120, blank=True)
    answer = models.CharField("svar", max_length=20, choices=LineAnswer.choices, blank=True)
    comment = models.TextField("kommentar", max_length=2000, blank=True)
    # Only where the coordinator has typed it in: how it was told.
    typed_reason = models.CharField("därför ifyllt av annan", max_length=500, blank=True)
    revision = models.PositiveSmallIntegerField("antal svar", default=0)
    answered_at = models.DateTimeField("svarat", null=True)
    written_to_at = models.DateTimeField("senast tillskriven", null=True)

    class Meta:
        verbose_name = "linjens svar"
        ordering = ["lift", "principal__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["lift", "principal"], name="principal_answers_once_for_a_lift"
            )
        ]

    @property
    def is_open(self) -> bool:
        """Return whether the line has yet to say what it thinks."""
        return self.answer in ("", LineAnswer.NOT_YET)


class LineLink(PersonalLink):
    """Personlig länk till linjen: lets a line function answer for its principal without account."""

    entry = models.ForeignKey(LineEntry, on_delete=models.PROTECT, related_name="links")

    class Meta:
        verbose_name = "personlig länk till linjen"
        ordering = ["-issued_at"]

    @property
    def holder(self) -> Actor:
        """Return the line function as the journal names it."""
        return Actor("Linjefunktion via personlig länk", self.entry.principal.name)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the case is lifted."""
        return self.entry.lift.case.collaboration
