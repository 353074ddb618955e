"""`samverkan structure check|load|dump|schema`: a county's structure as files."""

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone

from samverkan.journal.actors import SYSTEM, Actor
from samverkan.journal.obstacles import StepRefused
from samverkan.structures import wording
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from samverkan.structures.plan import Plan
from samverkan.structures.queries import plan_for, stored_structure
from samverkan.structures.reading import Reading
from samverkan.structures.writing import write_folder, write_schemas


class Command(BaseCommand):
    """Checks, loads and dumps structures."""

    help = "Samverkansstrukturen som filer: kontrollera, läs in, skriv ut."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take one of the four acts."""
        acts = parser.add_subparsers(dest="act", required=True, metavar="check|load|dump|schema")
        check = acts.add_parser("check", help="kontrollera filerna i en mapp")
        check.add_argument("folder", type=Path, metavar="MAPP")
        load = acts.add_parser("load", help="läs in filerna i en mapp")
        load.add_argument("folder", type=Path, metavar="MAPP")
        load.add_argument("--yes", action="store_true", help="fråga inte först")
        load.add_argument("--by", default="", metavar="NAMN", help="vem som läser in")
        dump = acts.add_parser("dump", help="skriv ut en samverkan till en mapp")
        dump.add_argument("slug", metavar="SAMVERKAN")
        dump.add_argument("folder", type=Path, metavar="MAPP")
        schema = acts.add_parser("schema", help="skriv JSON Schema för redigeringsprogram")
        schema.add_argument("folder", type=Path, nargs="?", default=Path("structures/schema"))

    def handle(self, *, act: str, **options: object) -> None:
        """Do it; leave with 1 when there was something in the way."""
        if not getattr(self, f"_{act}")(**options):
            sys.exit(1)

    def _check(self, *, folder: Path, **options: object) -> bool:
        reading = checked(folder)
        self._tell(reading, folder)
        return not reading.faults

    def _tell(self, reading: Reading, folder: Path) -> None:
        for fault in sorted(reading.faults):
            print(wording.fault(fault, folder), file=sys.stderr)
        if reading.faults:
            print(wording.counted_faults(len(reading.faults)), file=sys.stderr)
        else:
            print(wording.without_faults(folder, reading.structure()))

    def _load(self, *, folder: Path, yes: bool, by: str, verbosity: int, **options: object) -> bool:
        reading = checked(folder)
        if reading.faults:
            self._tell(reading, folder)
            return False
        structure = reading.structure()
        plan = plan_for(structure)
        if not plan:
            print(wording.NOTHING_TO_DO)
            return True
        self._show(plan, verbosity)
        if not (yes or _agrees()):
            print(wording.NOTHING_DONE)
            return False
        try:
            load_structure(
                structure,
                by=Actor(by) if by else SYSTEM,
                now=timezone.now(),
                agreed=plan,
                digest=reading.digest,
            )
        except StepRefused as refusal:
            for obstacle in refusal.obstacles:
                print(wording.OBSTACLES[obstacle.code] % obstacle.facts, file=sys.stderr)
            print(wording.NOTHING_DONE, file=sys.stderr)
            return False
        print(wording.DONE)
        return True

    def _show(self, plan: Plan, verbosity: int) -> None:
        for change in plan.changes if verbosity else ():
            print(wording.line_of(change))
        print(wording.summed(plan))

    def _dump(self, *, slug: str, folder: Path, **options: object) -> bool:
        structure = stored_structure(slug)
        if structure is None:
            print(wording.NO_COLLABORATION % {"slug": slug}, file=sys.stderr)
            return False
        for path in write_folder(structure, folder):
            print(path)
        return True

    def _schema(self, *, folder: Path, **options: object) -> bool:
        for path in write_schemas(folder):
            print(path)
        return True


def _agrees() -> bool:
    try:
        return input(wording.QUESTION).strip().lower() in ("j", "ja")
    except EOFError:
        return False
