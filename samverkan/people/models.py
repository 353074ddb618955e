"""Persons, their accounts, and their dated roles."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from samverkan.journal.actors import Actor
from samverkan.journal.fields import PeriodField
from samverkan.journal.models import Collaboration
from samverkan.people.choices import RoleKind
from samverkan.principals.models import Principal


class Person(models.Model):
    """Person: someone who takes part in a collaboration; party only on elected people."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="people"
    )
    name = models.CharField("namn", max_length=120)
    title = models.CharField("titel", max_length=120, blank=True)
    elected = models.BooleanField("förtroendevald", default=False)
    party = models.CharField("parti", max_length=20, blank=True)
    invented = models.BooleanField("påhittad för demonstrationen", default=False)
    # Where someone without an account is reached; never shown to the public.
    email = models.EmailField("e-post", blank=True)
    source = models.CharField("källa", max_length=300, blank=True)

    class Meta:
        verbose_name = "person"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(elected=True) | models.Q(party=""),
                name="party_only_on_elected_people",
            )
        ]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Makes accounts from an e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a new account; without a password it can only be entered by other means."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Konto: what a person signs in with."""

    email = models.EmailField("e-post", unique=True)
    person = models.OneToOneField(
        Person, on_delete=models.PROTECT, null=True, related_name="account"
    )
    is_active = models.BooleanField("aktivt", default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = UserManager()

    class Meta:
        verbose_name = "konto"

    def __str__(self) -> str:
        return self.person.name if self.person else self.email


class Role(models.Model):
    """Roll: what a person is trusted with in a collaboration during a period."""

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField("slag", max_length=20, choices=RoleKind.choices)
    principal = models.ForeignKey(Principal, on_delete=models.PROTECT, null=True, blank=True)
    period = PeriodField("period")

    class Meta:
        verbose_name = "roll"
        indexes = [models.Index(fields=["person", "kind"], name="role_by_person")]


class PersonalLink(models.Model):
    """Personlig länk: lets somebody do one thing without an account, until it ends or is revoked.

    Each kind of link is a table of its own in the area that it is about.
    """

    key = models.CharField("slumpad nyckel", max_length=32, unique=True)
    issued_at = models.DateTimeField("utfärdad")
    expires_at = models.DateTimeField("gäller till")
    revoked_at = models.DateTimeField("återkallad", null=True)

    class Meta:
        abstract = True

    @property
    def holder(self) -> Actor:
        """Return who comes in by the link, as the journal names them."""
        raise NotImplementedError

    @property
    def collaboration(self) -> Collaboration:
        """Return in which collaboration the link leads somewhere."""
        raise NotImplementedError
