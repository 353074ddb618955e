"""Files as they came in, and att-clauses with their annexes."""

from django.db import models

from samverkan.journal.choices import Visibility
from samverkan.journal.models import Collaboration


class Content(models.Model):
    """Innehåll: the bytes of a file, kept once, in the same database as what refers to them."""

    sha256 = models.CharField("SHA-256", max_length=64, primary_key=True)
    data = models.BinaryField("bytes")

    class Meta:
        verbose_name = "innehåll"


class Document(models.Model):
    """Handling: a file with its name, type by content, size and checksum; never changed."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT)
    key = models.UUIDField("adress", unique=True)
    name = models.CharField("filnamn", max_length=150)
    title = models.CharField("rubrik", max_length=200)
    content_type = models.CharField("typ", max_length=100)
    size = models.PositiveIntegerField("storlek i byte")
    content = models.ForeignKey(Content, on_delete=models.PROTECT)
    visibility = models.CharField(
        "synlighet", max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    added_at = models.DateTimeField("tillkom")
    added_by = models.CharField("tillfogad av", max_length=200)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "handling"
        ordering = ["added_at"]

    def __str__(self) -> str:
        return self.title


class ClauseList(models.Model):
    """Att-satser: what is agreed or proposed, clause by clause, under who agrees or decides."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT)
    lead = models.CharField("inledning", max_length=200)

    class Meta:
        verbose_name = "att-satser"


class Clause(models.Model):
    """Att-sats: one clause, which begins with "att"."""

    clause_list = models.ForeignKey(ClauseList, on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveSmallIntegerField("ordning")
    text = models.TextField("lydelse", max_length=4000)

    class Meta:
        verbose_name = "att-sats"
        ordering = ["clause_list", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["clause_list", "position"], name="clauses_have_an_order"
            ),
            models.CheckConstraint(
                condition=models.Q(text__startswith="att "), name="clause_begins_with_att"
            ),
        ]


class Annex(models.Model):
    """Bilaga: a document under the name by which the clauses point to it."""

    clause_list = models.ForeignKey(ClauseList, on_delete=models.CASCADE, related_name="annexes")
    position = models.PositiveSmallIntegerField("ordning")
    name = models.CharField("bilagans namn", max_length=200)
    document = models.ForeignKey(Document, on_delete=models.PROTECT)

    class Meta:
        verbose_name = "bilaga"
        ordering = ["clause_list", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["clause_list", "name"], name="annex_name_is_unique_in_its_list"
            )
        ]
