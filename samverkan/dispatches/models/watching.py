"""How people follow the board: views they have saved, how far they have seen, subscriptions."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from samverkan.dispatches.choices import Cadence
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.people.models import Person, PersonalLink
from samverkan.principals.models import Principal


class SavedView(models.Model):
    """Sparad vy: a choice on the board that a person keeps under a name of their own."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="saved_views"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField("namn", max_length=60)
    query = models.CharField("urval som i adressen", max_length=400, blank=True)
    is_default = models.BooleanField("visas när tavlan öppnas", default=False)

    class Meta:
        verbose_name = "sparad vy"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "person", "name"], name="view_name_is_unique_per_person"
            ),
            models.UniqueConstraint(
                fields=["collaboration", "person"],
                condition=Q(is_default=True),
                name="one_default_view_per_person",
            ),
        ]


class BoardLook(models.Model):
    """Markering som sedd: how far in the journal a person has said the board is seen."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="board_looks"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="board_looks")
    sequence = models.BigIntegerField("journalens läge")
    at = models.DateTimeField("när det sades")

    class Meta:
        verbose_name = "markering som sedd"
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "person"], name="one_board_look_per_person"
            )
        ]


class Subscription(PersonalLink):
    """Bevakning: an address that gets news of the board by e-mail, until it says stop.

    Nothing is kept of who it is but the address; when it ends the address is taken away. Without
    principals and subjects it is about everything.
    """

    scope = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="subscriptions")
    email = models.EmailField("e-post", blank=True)
    principals = models.ManyToManyField(Principal, verbose_name="huvudmän", related_name="+")
    subjects = ArrayField(models.CharField(max_length=40), verbose_name="ämnen", default=list)
    cadence = models.CharField("hur ofta", max_length=10, choices=Cadence.choices)
    written_to_at = models.DateTimeField("bekräftelse senast begärd")
    confirmed_at = models.DateTimeField("bekräftad", null=True)
    ended_at = models.DateTimeField("avslutad", null=True)
    # News up to here have been sent, or were there before it began.
    sent_sequence = models.BigIntegerField("sänt till och med journalens läge", default=0)
    looked_at = models.DateTimeField("senast genomgången", null=True)

    class Meta:
        verbose_name = "bevakning"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["scope", "email"],
                condition=~Q(email=""),
                name="address_subscribes_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(email=""),
                name="ended_subscription_has_no_address",
            ),
        ]
        indexes = [
            models.Index(
                fields=["scope", "cadence"],
                condition=Q(confirmed_at__isnull=False, ended_at__isnull=True),
                name="subscription_in_force",
            )
        ]

    @property
    def holder(self) -> Actor:
        """Return that somebody follows the board; the journal never says who."""
        return Actor("En prenumerant")

    @property
    def collaboration(self) -> Collaboration:
        """Return whose board is followed."""
        return self.scope
