"""Making a database ready: tables, rights and files as its owner, then content as the application.

Runs in processes of its own, so that the one that stays carries no memory of it.
"""

import contextlib
import io
import sys

import django
from django.core.management import call_command

from samverkan.running.installation import APPLICATION
from samverkan.running.rights import give_rights
from samverkan.running.steps import step


def tables(role: str = APPLICATION) -> None:
    """Bring tables, the shared cache, rights and static files up to date."""
    with step("Skapar och uppdaterar tabeller"):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        give_rights(role)
    with step("Lägger fram stilmallar, typsnitt och bilder"):
        call_command("collectstatic", verbosity=0, interactive=False)


def content() -> None:
    """Load the structure and tell the demonstration's story on top of it."""
    with step("Läser in Västerbottens samverkansstruktur"), _quietly():
        call_command("structure", "load", "structures/vasterbotten", "--yes", verbosity=0)
    with step("Berättar demonstrationens år"), _quietly():
        call_command("demo", verbosity=0)


def _quietly() -> contextlib.AbstractContextManager[object]:
    """Keep what a command says when it is used by itself from breaking the line of the step."""
    return contextlib.redirect_stdout(io.StringIO())


if __name__ == "__main__":
    django.setup()
    {"tables": tables, "content": content}[sys.argv[1]]()
