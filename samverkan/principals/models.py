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
    # Its own lead times; one that is left out follows from the rhythm, and last from the law.
    papers_days = models.PositiveSmallIntegerField("handlingar, dagar före", null=True, blank=True)
    approval_days = models.PositiveSmallIntegerField(
        "justering, dagar efter", null=True, blank=True
    )
    appeal_days = models.PositiveSmallIntegerField("överklagandetid, dagar", null=True, blank=True)

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


class LineMeeting(models.Model):
    """Sammanträdesdag: a day when a principal's own body meets, confirmed by somebody or assumed.

    Who confirmed it and when stands on the row; one that nobody has confirmed is assumed.
    """

    line_body = models.ForeignKey(LineBody, on_delete=models.CASCADE, related_name="meetings")
    on = models.DateField("dag")
    # The last day for papers to that meeting; else it follows from the body's lead time.
    papers_by = models.DateField("sista dag för handlingar", null=True, blank=True)
    confirmed_at = models.DateTimeField("bekräftad", null=True)
    confirmed_by = models.CharField("bekräftad av", max_length=200, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "sammanträdesdag"
        ordering = ["line_body", "on"]
        constraints = [
            models.UniqueConstraint(fields=["line_body", "on"], name="line_body_meets_once_a_day"),
            models.CheckConstraint(
                condition=models.Q(papers_by__isnull=True)
                | models.Q(papers_by__lte=models.F("on")),
                name="papers_are_due_before_the_line_meets",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at__isnull=True) | ~models.Q(confirmed_by=""),
                name="confirmed_day_says_by_whom",
            ),
        ]


class LineRhythm(models.Model):
    """Linjens rytm: when such bodies are assumed to meet, in the county or at one principal.

    No days of it are more than assumed. Lead times that are left out follow from the law.
    """

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="line_rhythms"
    )
    # None: every principal that has no rhythm of its own.
    principal = models.ForeignKey(
        Principal, on_delete=models.CASCADE, null=True, blank=True, related_name="line_rhythms"
    )
    kind = models.CharField("slag", max_length=20, choices=LineBodyKind.choices)
    months = models.JSONField("månader", default=list, blank=True)
    # Of the month: 1 is the first such weekday, 5 is the last one.
    week = models.PositiveSmallIntegerField("vilken vecka i månaden", default=1)
    weekday = models.PositiveSmallIntegerField("veckodag, 1 är måndag", default=1)
    # Days that are assumed one by one, as YYYY-MM-DD; with them the months say nothing.
    days = models.JSONField("antagna dagar", default=list, blank=True)
    papers_days = models.PositiveSmallIntegerField("handlingar, dagar före", null=True, blank=True)
    approval_days = models.PositiveSmallIntegerField(
        "justering, dagar efter", null=True, blank=True
    )
    appeal_days = models.PositiveSmallIntegerField("överklagandetid, dagar", null=True, blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "linjens rytm"
        ordering = ["collaboration", "principal", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "principal", "kind"],
                nulls_distinct=False,
                name="one_line_rhythm_per_kind_and_principal",
            )
        ]


class Letterhead(models.Model):
    """Brevhuvud: a principal's sender details on its papers in a period (R323).

    What nobody has told stays empty.
    """

    principal = models.ForeignKey(Principal, on_delete=models.CASCADE, related_name="letterheads")
    name = models.CharField("namn", max_length=120)
    address = models.CharField("postadress", max_length=300, blank=True)
    phone = models.CharField("telefon", max_length=40, blank=True)
    email = models.EmailField("e-post", blank=True)
    organisation_number = models.CharField("organisationsnummer", max_length=11, blank=True)
    vat_number = models.CharField("momsnummer", max_length=14, blank=True)
    bankgiro = models.CharField("bankgiro", max_length=9, blank=True)
    period = PeriodField("period")
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "brevhuvud"
        ordering = ["principal", "period"]
        constraints = [
            models.UniqueConstraint(
                fields=["principal"],
                condition=models.Q(period__upper_inf=True),
                name="one_letterhead_further_on_per_principal",
            )
        ]


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
