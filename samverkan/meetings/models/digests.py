"""The digests after a meeting: one a principal, and one copy for each who sits for it."""

from django.db import models
from django.db.models import Q

from samverkan.bodies.models import Mission, Nominator
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.meetings.models.meetings import Meeting
from samverkan.people.models import Person, PersonalLink
from samverkan.principals.models import Principal


class Digest(models.Model):
    """Rapport: what a meeting means for one principal; frozen when it is sent.

    Some sit for a nominator, or by an office in another body, for nobody: they get one too.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="digests")
    principal = models.ForeignKey(
        Principal, on_delete=models.PROTECT, null=True, blank=True, related_name="digests"
    )
    nominator = models.ForeignKey(
        Nominator, on_delete=models.PROTECT, null=True, blank=True, related_name="digests"
    )
    # Empty while what it means is said by itself.
    means = models.TextField("vad det betyder", max_length=4000, blank=True)
    content = models.JSONField("innehåll som det sändes", null=True, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)
    sent_at = models.DateTimeField("sänd", null=True)

    class Meta:
        verbose_name = "rapport"
        ordering = ["meeting", "principal__position", "nominator__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "principal", "nominator"],
                name="one_digest_per_meeting_and_holder",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(principal__isnull=True) | Q(nominator__isnull=True),
                name="digest_is_for_a_principal_or_a_nominator",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(content__isnull=False),
                name="sent_digest_has_its_content",
            ),
        ]

    @property
    def holder_name(self) -> str:
        """Return for whom it is; nothing for those who sit for nobody."""
        holder = self.principal or self.nominator
        return str(holder) if holder else ""

    @property
    def holder_key(self) -> tuple[int | None, int | None]:
        """Return what tells apart those for whom digests are."""
        return self.principal_id, self.nominator_id


class DigestCopy(PersonalLink):
    """Exemplar: a digest as one person got it for one mission, and how it was carried on.

    Someone with two missions gets two copies, of two digests (R158). An opened page notes nothing:
    the receipt is what the person says.
    """

    digest = models.ForeignKey(Digest, on_delete=models.PROTECT, related_name="copies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="digest_copies")
    # Empty for one who sits by an office in another body.
    mission = models.ForeignKey(
        Mission, on_delete=models.PROTECT, null=True, blank=True, related_name="digest_copies"
    )
    to = models.EmailField("till", blank=True)
    read_at = models.DateTimeField("läst", null=True)
    carried_at = models.DateTimeField("förd vidare", null=True)
    carried_to = models.CharField("förd vidare till", max_length=500, blank=True)

    class Meta:
        verbose_name = "exemplar av rapport"
        ordering = ["digest", "person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["digest", "person"], name="person_gets_a_digest_once_per_principal"
            ),
            models.CheckConstraint(
                condition=Q(carried_at__isnull=True) | ~Q(carried_to=""),
                name="carried_on_says_to_whom",
            ),
        ]

    @property
    def holder(self) -> Actor:
        """Return whose copy it is, as the journal names them."""
        return Actor(self.person.name, self.digest.holder_name, self.person_id)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the body met."""
        return self.digest.meeting.collaboration
