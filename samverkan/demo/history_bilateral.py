"""The first bilateral meetings that the agreement plans, as far as it tells of them."""

import tomllib
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from samverkan.cases.actions import ContactSheet, call_bilateral_meeting, note_bilateral
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.principals.choices import Side
from samverkan.principals.models import Principal

FILE = Path(__file__).parent / "history_files" / "bilateral.toml"
LOADER = Actor("Inläst ur källorna")


def tell_of_first_meetings(collaboration: Collaboration) -> None:
    """Note the contacts and their planned first meetings; whether they were held is unknown."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    now = datetime.combine(told["noted_on"], time(0), ZoneInfo("Europe/Stockholm"))
    sheet = ContactSheet(subject=told["subject"], about=told["about"], is_public=True)
    source = told["source"]
    for slug in told["municipalities"]:
        principal = Principal.objects.get(collaboration=collaboration, slug=slug)
        contact = note_bilateral(
            collaboration.pk, principal.pk, sheet, by=LOADER, now=now, source=source
        )
        call_bilateral_meeting(
            contact.pk,
            called_by=Side.MUNICIPALITIES,
            on=None,
            planned=told["planned"],
            by=LOADER,
            now=now,
            source=source,
        )
