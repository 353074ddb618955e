"""How a body takes part in its meetings, and who was not part of one of the points."""

from django.db import models

from samverkan.bodies.models import Body
from samverkan.meetings.choices import AbsenceKind
from samverkan.meetings.models.meetings import Item
from samverkan.people.models import Person


class AttendanceOrder(models.Model):
    """Närvaroordning: what a body has agreed on about distance and about calling substitutes.

    Without one, a body meets in the room and its coordinator calls each substitute.
    """

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="attendance_order")
    distance_allowed = models.BooleanField("får delta på distans", default=False)
    calls_substitutes = models.BooleanField("ersättare kallas av sig själva", default=False)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "närvaroordning"


class ItemAbsence(models.Model):
    """Frånvaro vid en punkt: by a conflict of interest (jäv) or not, and who stood in."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="absences")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="item_absences")
    kind = models.CharField("skäl", max_length=20, choices=AbsenceKind.choices)
    stood_in_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="items_stood_in"
    )

    class Meta:
        verbose_name = "frånvaro vid en punkt"
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "person"], name="person_is_absent_once_from_a_point"
            ),
            models.UniqueConstraint(
                fields=["item", "stood_in_by"], name="one_stands_in_once_at_a_point"
            ),
        ]
