"""Who was called to a meeting, by a personal link, and what they answered."""

from django.db import models

from samverkan.bodies.models import Mission
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.meetings.choices import Reply
from samverkan.meetings.models.meetings import Meeting
from samverkan.people.models import Person, PersonalLink


class Call(PersonalLink):
    """Kallad: that someone was called to a meeting; the link lets them answer without an account.

    A substitute is called for a named absent member (R065). Someone without an address is called
    too, so that the secretary sees who has to be told in another way.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="calls")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="calls")
    instead_of = models.ForeignKey(
        Mission, on_delete=models.PROTECT, null=True, blank=True, related_name="calls_instead"
    )
    to = models.EmailField("till", blank=True)
    seen_at = models.DateTimeField("öppnad", null=True)
    reply = models.CharField("svar", max_length=20, choices=Reply.choices, blank=True)
    replied_at = models.DateTimeField("svarat", null=True)
    note = models.CharField("meddelande", max_length=500, blank=True)

    class Meta:
        verbose_name = "kallad"
        ordering = ["meeting", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"], name="person_is_called_once_to_a_meeting"
            ),
            models.UniqueConstraint(
                fields=["meeting", "instead_of"], name="one_substitute_is_called_for_a_member"
            ),
        ]

    @property
    def holder(self) -> Actor:
        """Return the one who was called, as the journal names them."""
        return Actor(self.person.name, "", self.person_id)

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the body meets."""
        return self.meeting.collaboration
