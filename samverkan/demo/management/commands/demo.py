"""`samverkan demo`: history from the sources and one invented year, on a loaded structure."""

import secrets
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.timezone import localdate

from samverkan.demo.history import tell_history
from samverkan.demo.signins import sign_ins
from samverkan.demo.story import tell_story
from samverkan.journal.models import Collaboration
from samverkan.settings.base import environment

WORDS = ("älv", "fjäll", "gran", "björk", "renlav", "myr", "tjärn", "vinter", "kåta", "sik")


class Command(BaseCommand):
    """Tells the demonstration's story, once."""

    help = "Fyll en samverkan med historik och ett påhittat år."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the collaboration's slug."""
        parser.add_argument("collaboration", nargs="?", default="vasterbotten")
        parser.add_argument("--password", default="", help="annars slumpas ett")

    @transaction.atomic
    def handle(self, *, collaboration: str, password: str, **options: object) -> None:
        """Tell everything in one transaction, so that a killed start leaves nothing half told."""
        found = Collaboration.objects.filter(slug=collaboration).first()
        if found is None:
            raise CommandError(f"{collaboration} är inte inläst. Läs in strukturen först.")
        if found.recommendations.exists():
            return
        password = password or "-".join(secrets.choice(WORDS) for _ in range(4))
        tell_history(found)
        tell_story(found, today=localdate(), password=password)
        path = Path(environment.state) / "sign-ins.txt"
        transaction.on_commit(lambda: _keep(path, sign_ins(found, password, settings.SITE_ADDRESS)))


def _keep(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
