"""`samverkan manage account`: the first coordinator of a new installation."""

from argparse import ArgumentParser
from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import localtime

from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import StepRefused
from samverkan.people.actions import enter_person, give_role
from samverkan.people.choices import RoleKind
from samverkan.people.wording import OBSTACLES

OPERATOR = Actor("Driftens kommando")


class Command(BaseCommand):
    """Enters a coordinator with an account, through the same actions as the pages."""

    help = "Lägg in en koordinator med konto: account SAMVERKAN E-POST NAMN"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the collaboration's slug, the address to sign in with, and the person's name."""
        parser.add_argument("collaboration")
        parser.add_argument("email")
        parser.add_argument("name")

    @transaction.atomic
    def handle(self, *, collaboration: str, email: str, name: str, **options: object) -> None:
        """Ask for a password and enter the person; both acts or none."""
        found = Collaboration.objects.filter(slug=collaboration).first()
        if found is None:
            raise CommandError(f"{collaboration} är inte inläst. Läs in strukturen först.")
        now = localtime()
        password = getpass("Lösenord, minst 12 tecken: ")
        try:
            validate_password(password)
            person = enter_person(
                found.pk, name, email=email, password=password, by=OPERATOR, now=now
            )
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        except StepRefused as refusal:
            raise CommandError(" ".join(OBSTACLES[one.code] for one in refusal.obstacles)) from None
        give_role(person.pk, RoleKind.COORDINATOR, first=now.date(), by=OPERATOR, now=now)
        self.stdout.write(f"{name} är koordinator i {found.name} och loggar in med {email}.")
