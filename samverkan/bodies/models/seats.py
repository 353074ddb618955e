"""Seats: how many there are, whose they are, and who holds them."""

from django.db import models
from django.db.models import F, Q

from samverkan.bodies.choices import DerivedPart, MissionKind, NominatorKind, Office
from samverkan.bodies.models.bodies import Body
from samverkan.bodies.models.same import Anchored, once_a_day
from samverkan.journal.fields import PeriodField
from samverkan.journal.models import Collaboration
from samverkan.people.models import Person
from samverkan.principals.choices import Side, Standing
from samverkan.principals.models import Grouping, Principal


class Nominator(models.Model):
    """Nominerande: who fills seats in a side's name when no principal does so by itself."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="nominators"
    )
    slug = models.SlugField("adress", max_length=60)
    name = models.CharField("namn", max_length=120)
    kind = models.CharField("slag", max_length=20, choices=NominatorKind.choices)
    side = models.CharField("sida", max_length=20, choices=Side.choices, blank=True)
    grouping = models.ForeignKey(Grouping, on_delete=models.PROTECT, null=True, blank=True)
    period = PeriodField("period")
    standing = models.CharField(
        "hur säkert", max_length=10, choices=Standing.choices, default=Standing.SOURCE
    )
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "nominerande"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="nominator_address_is_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Quota(Anchored):
    """Platser: how many seats a principal, or a nominator, has in a body during a period."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="quotas")
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, null=True, related_name="quotas"
    )
    nominator = models.ForeignKey(
        Nominator, on_delete=models.PROTECT, null=True, related_name="quotas"
    )
    # A seat by office, such as "ordförande i socialnämnden": who holds the office has the seat.
    held_by = models.CharField("platsen följer funktionen", max_length=160, blank=True)
    ordinary_min = models.PositiveSmallIntegerField("ordinarie, minst")
    ordinary_max = models.PositiveSmallIntegerField("ordinarie, högst")
    substitutes_max = models.PositiveSmallIntegerField("ersättare, högst")
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "platser"
        constraints = [
            models.CheckConstraint(
                condition=Q(ordinary_max__gte=F("ordinary_min")),
                name="quota_maximum_is_not_below_its_minimum",
            ),
            models.CheckConstraint(
                condition=(
                    Q(principal__isnull=True, nominator__isnull=False)
                    | Q(principal__isnull=False, nominator__isnull=True)
                ),
                name="quota_is_of_a_principal_or_a_nominator",
            ),
            once_a_day(
                "one_quota_per_body_and_principal_on_a_day",
                "body_id",
                "principal_id",
                condition=Q(principal__isnull=False),
            ),
            once_a_day(
                "one_quota_per_body_and_nominator_on_a_day",
                "body_id",
                "nominator_id",
                condition=Q(nominator__isnull=False),
            ),
        ]


class DerivedSeat(models.Model):
    """Härledd plats: what an office in one body gives in another; follows the office by itself."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="derived_seats")
    of_body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="gives_seats")
    office = models.CharField("uppdrag", max_length=20, choices=Office.choices)
    part = models.CharField("ger", max_length=20, choices=DerivedPart.choices)
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "härledd plats"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "of_body", "office", "part"], name="derived_seat_is_stated_once"
            )
        ]


class Mission(models.Model):
    """Uppdrag: that a person holds one of a principal's seats in a body during a period."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="missions")
    # Both are empty only where no text counts the seats, and in history: the sources do not
    # always say on whose behalf someone sat.
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, null=True, related_name="missions"
    )
    nominator = models.ForeignKey(
        Nominator, on_delete=models.PROTECT, null=True, related_name="missions"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="missions")
    kind = models.CharField("slag", max_length=20, choices=MissionKind.choices)
    place = models.PositiveSmallIntegerField("plats", default=1)
    is_main = models.BooleanField("huvudsaklig representant", default=False)
    line_function = models.CharField("nämnd eller verksamhet bakom", max_length=160, blank=True)
    period = PeriodField("period")
    appointed_by = models.CharField("utsedd av", max_length=160, blank=True)
    appointed_on = models.DateField("utsedd den", null=True, blank=True)
    paragraph = models.CharField("paragraf", max_length=20, blank=True)
    handover = models.TextField("att lämna över", max_length=4000, blank=True)

    class Meta:
        verbose_name = "uppdrag"
        ordering = ["body", "principal", "kind", "place"]
        constraints = [
            once_a_day(
                "one_person_per_seat_on_a_day",
                "body_id",
                "principal_id",
                "place",
                condition=Q(kind=MissionKind.ORDINARY, principal__isnull=False),
            ),
            once_a_day(
                "one_person_per_substitutes_seat_on_a_day",
                "body_id",
                "principal_id",
                "place",
                condition=Q(kind=MissionKind.SUBSTITUTE, principal__isnull=False),
            ),
            once_a_day(
                "one_person_per_nominated_seat_on_a_day",
                "body_id",
                "nominator_id",
                "place",
                condition=Q(kind=MissionKind.ORDINARY, nominator__isnull=False),
            ),
            once_a_day(
                "one_person_per_nominated_substitutes_seat_on_a_day",
                "body_id",
                "nominator_id",
                "place",
                condition=Q(kind=MissionKind.SUBSTITUTE, nominator__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(principal__isnull=True) | Q(nominator__isnull=True),
                name="seat_is_of_a_principal_or_a_nominator",
            ),
        ]

    @property
    def holder(self) -> Principal | Nominator | None:
        """Return on whose behalf the person sits."""
        return self.principal or self.nominator

    @property
    def holder_key(self) -> tuple[int | None, int | None]:
        """Return what tells apart those on whose behalf people sit."""
        return self.principal_id, self.nominator_id
