"""The principals, their groupings, and what in their own line the cooperation must know."""

from django.db import models

from samverkan.journal.fields import PeriodField
from samverkan.journal.models import Collaboration
from samverkan.principals.choices import (
    LineBodyKind,
    OutsideKind,
    PrincipalKind,
    Side,
    Standing,
)


class Principal(models.Model):
    """Huvudman: a municipality or region that is a party and decides for itself."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="principals"
    )
    slug = models.SlugField("adress", max_length=60)
    name = models.CharField("namn", max_length=120)
    short_name = models.CharField("kortnamn", max_length=40)
    kind = models.CharField("slag", max_length=20, choices=PrincipalKind.choices)
    side = models.CharField("sida", max_length=20, choices=Side.choices)
    code = models.CharField("kommunkod eller länskod", max_length=4, blank=True)
    position = models.PositiveSmallIntegerField("ordning", default=0)
    languages = models.JSONField("förvaltningsområde för språk", default=list, blank=True)
    period = PeriodField("period")
    registrar_email = models.EmailField("registrators e-post", blank=True)
    registry_prefix = models.CharField("diariets prefix", max_length=20, blank=True)
    standing = models.CharField(
        "hur säkert", max_length=10, choices=Standing.choices, default=Standing.SOURCE
    )
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "huvudman"
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="principal_address_is_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class FormerName(models.Model):
    """Tidigare namn: what a principal, or the organisation it succeeds, was called in a period."""

    principal = models.ForeignKey(Principal, on_delete=models.CASCADE, related_name="former_names")
    name = models.CharField("namn", max_length=120)
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "tidigare namn"
        ordering = ["principal", "period"]


class Grouping(models.Model):
    """Gruppering: some municipalities that act together, such as Umeåregionen."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT)
    slug = models.SlugField("adress", max_length=60)
    name = models.CharField("namn", max_length=120)
    # A sub-region may reach across the county's border; those beyond it are no parties.
    outside_members = models.JSONField("medlemmar utanför länet", default=list, blank=True)
    period = PeriodField("period")
    standing = models.CharField("hur säkert", max_length=10, choices=Standing.choices)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "gruppering"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="grouping_address_is_unique"
            )
        ]


class GroupingMembership(models.Model):
    """Grupperingens medlem: that a principal belongs to a grouping in a period."""

    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, related_name="memberships")
    principal = models.ForeignKey(Principal, on_delete=models.CASCADE, related_name="groupings")
    period = PeriodField("period")
    standing = models.CharField("hur säkert", max_length=10, choices=Standing.choices)

    class Meta:
        verbose_name = "medlemskap i gruppering"
        constraints = [
            models.UniqueConstraint(
                fields=["grouping", "principal"], name="principal_is_once_in_a_grouping"
            )
        ]


class LineBody(models.Model):
    """Linjeorgan: a principal's own deciding body, as far as the cooperation must know it."""

    principal = models.ForeignKey(Principal, on_delete=models.CASCADE, related_name="line_bodies")
    name = models.CharField("namn", max_length=120)
    kind = models.CharField("slag", max_length=20, choices=LineBodyKind.choices)
    is_usual_decider = models.BooleanField("brukar besluta om rekommendationer", default=False)
    period = PeriodField("period")

    class Meta:
        verbose_name = "linjeorgan"
        ordering = ["principal", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["principal", "name"], name="line_body_name_is_unique_per_principal"
            ),
            models.UniqueConstraint(
                fields=["principal"],
                condition=models.Q(is_usual_decider=True),
                name="one_usual_decider_per_principal",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OutsideActor(models.Model):
    """Aktör utanför: somebody the collaboration meets, who is no party and holds no seat (R023)."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="outside_actors"
    )
    slug = models.SlugField("adress", max_length=80)
    name = models.CharField("namn", max_length=160)
    kind = models.CharField("slag", max_length=30, choices=OutsideKind.choices)
    # The municipality whose school channel, or school, it is.
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, null=True, blank=True, related_name="outside_actors"
    )
    topics = models.CharField("frågor", max_length=400, blank=True)
    contact = models.CharField("kontakt", max_length=200, blank=True)
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "aktör utanför"
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="outside_actor_address_is_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Federation(models.Model):
    """Mellanled: a federation that recommends on to its members; no party, it decides nothing."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="federations"
    )
    slug = models.SlugField("adress", max_length=60)
    name = models.CharField("namn", max_length=120)
    short_name = models.CharField("kortnamn", max_length=40)
    # A federation of federations: what it gets comes through this one.
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    period = PeriodField("period")
    registrar_email = models.EmailField("registrators e-post", blank=True)
    standing = models.CharField(
        "hur säkert", max_length=10, choices=Standing.choices, default=Standing.SOURCE
    )
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "mellanled"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "slug"], name="federation_address_is_unique"
            )
        ]

    def __str__(self) -> str:
        return self.name


class FederationMembership(models.Model):
    """Mellanledets medlem: that a principal belongs to a federation in a period."""

    federation = models.ForeignKey(Federation, on_delete=models.CASCADE, related_name="memberships")
    principal = models.ForeignKey(Principal, on_delete=models.CASCADE, related_name="federations")
    period = PeriodField("period")
    standing = models.CharField("hur säkert", max_length=10, choices=Standing.choices)

    class Meta:
        verbose_name = "medlemskap i mellanled"
        constraints = [
            models.UniqueConstraint(
                fields=["federation", "principal"], name="principal_is_once_in_a_federation"
            )
        ]


class PrincipalSuccession(models.Model):
    """Efterföljd huvudman: which principal stands in for one that has ended, and since when."""

    predecessor = models.OneToOneField(
        Principal, on_delete=models.CASCADE, related_name="succession"
    )
    heir = models.ForeignKey(Principal, on_delete=models.CASCADE, related_name="successions")
    first = models.DateField("första dag")
    standing = models.CharField("hur säkert", max_length=10, choices=Standing.choices)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "efterföljd huvudman"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(predecessor=models.F("heir")),
                name="principal_does_not_succeed_itself",
            )
        ]
