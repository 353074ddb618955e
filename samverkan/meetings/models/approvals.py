"""Minutes on their way to being approved, who approves them, and what is noted of them later."""

from django.db import models
from django.utils.timezone import localdate

from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.meetings.models.meetings import Meeting, Minutes
from samverkan.people.models import Person, PersonalLink


class MinutesDraft(models.Model):
    """Justeringsutkast: the minutes as sent to the adjusters; the text itself never changes."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField("nummer")
    content = models.JSONField("innehåll som det sändes")
    sha256 = models.CharField("SHA-256", max_length=64)
    sent_at = models.DateTimeField("sänt")
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    due_on = models.DateField("ska vara justerat", null=True)
    ended_at = models.DateTimeField("gäller inte längre sedan", null=True)
    ended_because = models.CharField("varför det inte gäller", max_length=500, blank=True)

    class Meta:
        verbose_name = "justeringsutkast"
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="drafts_of_a_meeting_are_numbered"
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(ended_at=None),
                name="one_draft_of_a_meeting_is_open",
            ),
        ]


class MinutesApproval(models.Model):
    """Justering: that someone is to approve a draft, and when they did; given, it never changes."""

    draft = models.ForeignKey(MinutesDraft, on_delete=models.PROTECT, related_name="approvals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="approvals")
    title = models.CharField("titel", max_length=120)
    position = models.PositiveSmallIntegerField("ordning")
    reminded_at = models.DateTimeField("senast påmind", null=True)
    approved_at = models.DateTimeField("justerade", null=True)
    # The day that the minutes give; unknown in history where the source does not give it.
    approved_on = models.DateField("justerat den", null=True)
    sha256 = models.CharField("SHA-256 för det som justerades", max_length=64, blank=True)
    proof = models.CharField("bevis från en underskriftstjänst", max_length=300, blank=True)

    class Meta:
        verbose_name = "justering"
        ordering = ["draft", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "person"], name="person_approves_a_draft_once"
            ),
            models.CheckConstraint(
                condition=models.Q(approved_at=None) | ~models.Q(sha256=""),
                name="approval_says_what_was_approved",
            ),
        ]


class ApprovalLink(PersonalLink):
    """Justeringslänk: lets an adjuster read, comment on and approve minutes without an account."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="approval_links")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="approval_links")

    class Meta:
        verbose_name = "justeringslänk"
        ordering = ["-issued_at"]

    @property
    def holder(self) -> Actor:
        """Return the adjuster as the journal names them."""
        return Actor(self.person.name, "", self.person_id)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the body meets."""
        return self.meeting.collaboration


class MinutesComment(models.Model):
    """Synpunkt på utkastet: what an adjuster wrote of a draft before it was approved."""

    draft = models.ForeignKey(MinutesDraft, on_delete=models.PROTECT, related_name="comments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="minutes_comments")
    text = models.TextField("synpunkt", max_length=2000)
    made_at = models.DateTimeField("lämnad")

    class Meta:
        verbose_name = "synpunkt på utkastet"
        ordering = ["draft", "pk"]


class MinutesCorrection(models.Model):
    """Rättelse: a visible note to approved minutes, which themselves never change."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="corrections")
    text = models.TextField("rättelse", max_length=2000)
    made_by = models.CharField("av", max_length=200)
    made_at = models.DateTimeField("när")

    class Meta:
        verbose_name = "rättelse"
        ordering = ["minutes", "pk"]

    @property
    def made_on(self) -> str:
        """Return the Swedish day, as the printed minutes have it."""
        return str(localdate(self.made_at))
