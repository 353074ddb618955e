"""`samverkan journal verify`: walk every journal and name the first broken entry."""

import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from samverkan.journal.models import Collaboration
from samverkan.journal.verify import verify


class Command(BaseCommand):
    """Verifies the journals."""

    help = "Kontrollera journalerna från första till sista anteckningen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the sub-command and, if not all, one collaboration."""
        parser.add_argument("act", choices=["verify"])
        parser.add_argument("collaboration", nargs="?", help="samverkans adress; annars alla")

    def handle(self, *, collaboration: str | None, **options: object) -> None:
        """Print one line a journal; leave with 1 when one is broken."""
        chosen = Collaboration.objects.all()
        if collaboration:
            chosen = chosen.filter(slug=collaboration)
        broken = False
        for found in chosen:
            verdict = verify(found)
            if verdict.broken_at is None:
                print(f"{found.slug}: {verdict.entries} anteckningar, hel. Summa {verdict.head}")
            else:
                broken = True
                print(f"{found.slug}: bruten vid anteckning {verdict.broken_at}: {verdict.why}.")
        if broken:
            sys.exit(1)
