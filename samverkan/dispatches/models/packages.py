"""What one principal gets to register, and when it was first fetched."""

from django.db import models

from samverkan.dispatches.choices import PackageRole
from samverkan.dispatches.models.dispatches import Dispatch
from samverkan.documents.models import Content


class Package(models.Model):
    """Paket: what a dispatch holds as files; frozen at the dispatch, made soon after, then fixed.

    One for each wording of the proposal that was sent.
    """

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="packages")
    key = models.UUIDField("beteckning", unique=True)
    proposal_sha256 = models.CharField("SHA-256 för förslaget", max_length=64)
    sender = models.JSONField("avsändaren som den då hette")
    made_at = models.DateTimeField("färdigt", null=True)
    sha256 = models.CharField("SHA-256 för zip-filen", max_length=64, blank=True)
    size = models.PositiveBigIntegerField("storlek i byte", default=0)

    class Meta:
        verbose_name = "paket"
        ordering = ["dispatch", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispatch", "proposal_sha256"], name="one_package_per_wording"
            ),
            models.CheckConstraint(
                condition=models.Q(made_at__isnull=True) | ~models.Q(sha256=""),
                name="made_package_has_its_sum",
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(made_at__isnull=True), name="package_to_make"
            )
        ]


class PackageFile(models.Model):
    """Fil i paketet: one file of a package, under the path that it has there."""

    package = models.ForeignKey(Package, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveSmallIntegerField("ordning")
    path = models.CharField("plats i paketet", max_length=240)
    title = models.CharField("rubrik", max_length=240)
    role = models.CharField("vad den är", max_length=20, choices=PackageRole.choices)
    media_type = models.CharField("typ", max_length=100)
    size = models.PositiveIntegerField("storlek i byte")
    content = models.ForeignKey(Content, on_delete=models.PROTECT)

    class Meta:
        verbose_name = "fil i paketet"
        ordering = ["package", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "path"], name="path_is_unique_in_its_package"
            )
        ]


class Fetch(models.Model):
    """Hämtning: when a principal first fetched what was dispatched to it, through its link."""

    dispatch = models.OneToOneField(Dispatch, on_delete=models.PROTECT, related_name="fetch")
    at = models.DateTimeField("hämtat")
    by_system = models.BooleanField("av huvudmannens eget system", default=False)

    class Meta:
        verbose_name = "hämtning"
