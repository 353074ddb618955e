"""The yearly leadership seminar: its programme, themes, priorities, tasks and who came."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from samverkan.bodies.models import Body
from samverkan.cases.choices import TargetGroup
from samverkan.cases.models import Case
from samverkan.journal.models import Collaboration
from samverkan.meetings.models.meetings import Item
from samverkan.meetings.seminar_choices import Fate, Heading, SeminarStage
from samverkan.principals.models import Principal


class Seminar(models.Model):
    """Ledningsseminarium: one year's seminar for those who lead the municipalities and the region.

    One that only the sources tell of may lack its days; then it is said what is known of the time.
    """

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="seminars"
    )
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seminars")
    # Who plans it; empty when no source says.
    planner = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="planned_seminars"
    )
    year = models.PositiveSmallIntegerField("år")
    on = models.DateField("dag", null=True, blank=True)
    last = models.DateField("sista dag", null=True, blank=True)
    about = models.CharField("ungefär när", max_length=80, blank=True)
    place = models.CharField("plats", max_length=200, blank=True)
    purpose = models.TextField("syfte", max_length=2000, blank=True)
    stage = models.CharField(
        "läge", max_length=20, choices=SeminarStage.choices, default=SeminarStage.PLANNED
    )
    themes_by = models.DateField("temaförslag senast", null=True, blank=True)
    themes_asked_at = models.DateTimeField("temaförslag efterfrågade", null=True, blank=True)
    # The point of a meeting at which the programme was adopted.
    adopted_at = models.OneToOneField(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="seminar"
    )
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "ledningsseminarium"
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "year"], name="one_seminar_a_year_in_a_collaboration"
            ),
            models.CheckConstraint(
                condition=~Q(stage=SeminarStage.ADOPTED) | Q(adopted_at__isnull=False),
                name="adopted_programme_has_its_point",
            ),
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(last__gte=F("on")),
                name="seminar_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.year}"

    @property
    def ends(self) -> date | None:
        """Return its last day; None when no day is known."""
        return self.last or self.on


class ProgrammeItem(models.Model):
    """Programpunkt: one part of a seminar's programme, under one of its headings."""

    seminar = models.ForeignKey(Seminar, on_delete=models.CASCADE, related_name="programme")
    position = models.PositiveSmallIntegerField("ordning")
    heading = models.CharField("slag", max_length=20, choices=Heading.choices)
    starts_at = models.TimeField("tid", null=True, blank=True)
    title = models.CharField("rubrik", max_length=200)
    speaker = models.CharField("medverkande", max_length=200, blank=True)
    text = models.TextField("innehåll", max_length=2000, blank=True)

    class Meta:
        verbose_name = "programpunkt"
        ordering = ["seminar", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["seminar", "position"],
                name="parts_of_a_programme_have_an_order",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]


class ThemeProposal(models.Model):
    """Temaförslag: a question that a body proposes for talk and ranking at the seminar (R089)."""

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="themes")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="proposed_themes")
    title = models.CharField("tema", max_length=200)
    why = models.TextField("varför", max_length=2000, blank=True)
    rank = models.PositiveSmallIntegerField("rangordning", null=True, blank=True)
    proposed_on = models.DateField("föreslaget den")

    class Meta:
        verbose_name = "temaförslag"
        ordering = ["seminar", F("rank").asc(nulls_last=True), "pk"]


class Priority(models.Model):
    """Prioriterat område: what a year's seminar agreed to put first, and what became of it."""

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="priorities")
    position = models.PositiveSmallIntegerField("ordning")
    area = models.CharField("område", max_length=200)
    text = models.TextField("vad som ska utvecklas", max_length=4000, blank=True)
    # Both, since the sources name one each (X05).
    value_inhabitants = models.TextField("värde för invånaren", max_length=1000, blank=True)
    value_operations = models.TextField("värde för verksamheterna", max_length=1000, blank=True)
    target_groups = models.JSONField("målgrupper", default=list, blank=True)
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="priorities"
    )
    continues = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="continued_by"
    )
    fate = models.CharField("läge", max_length=20, choices=Fate.choices, default=Fate.UNDER_WAY)
    fate_note = models.CharField("om läget", max_length=1000, blank=True)
    fate_on = models.DateField("läget antecknat den", null=True, blank=True)

    class Meta:
        verbose_name = "prioriterat område"
        ordering = ["seminar", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["seminar", "area"], name="area_is_prioritised_once_a_year"
            )
        ]

    @property
    def groups(self) -> str:
        """Return for whom it is, in words (R087)."""
        return ", ".join(TargetGroup(one).label for one in self.target_groups)


class SeminarTask(models.Model):
    """Uppgift inför seminariet: what those who plan it have to do, and by when (R051)."""

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="tasks")
    what = models.CharField("vad", max_length=200)
    due_on = models.DateField("senast")
    done_on = models.DateField("klar den", null=True, blank=True)

    class Meta:
        verbose_name = "uppgift inför seminariet"
        ordering = ["seminar", "due_on", "pk"]


class SeminarTurnout(models.Model):
    """Deltagande: how many of a principal's leadership were invited to a seminar, and came."""

    seminar = models.ForeignKey(Seminar, on_delete=models.PROTECT, related_name="turnouts")
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, related_name="turnouts")
    invited = models.PositiveSmallIntegerField("inbjudna", null=True, blank=True)
    attended = models.PositiveSmallIntegerField("deltog", null=True, blank=True)

    class Meta:
        verbose_name = "deltagande i seminariet"
        ordering = ["seminar", "principal__position"]
        constraints = [
            models.UniqueConstraint(
                fields=["seminar", "principal"], name="one_turnout_per_seminar_and_principal"
            )
        ]
