"""What the processes that get killed do: python -m tests.faults.acts tables|content|dispatch…"""

import sys

import django
from django.core.management import call_command
from django.utils.timezone import localtime


def tables() -> None:
    """Make the tables as their owner, and give the application its rights."""
    from samverkan.running.installation import APPLICATION
    from samverkan.running.rights import give_rights

    call_command("migrate", verbosity=0, interactive=False)
    give_rights(APPLICATION)


def content() -> None:
    """Load Västerbotten, and agree on one recommendation that is ready for dispatch."""
    from samverkan.bodies.actions.rosters import send_roster
    from samverkan.journal.models import Collaboration
    from samverkan.principals.actions import set_registrar
    from samverkan.principals.models import Principal
    from tests.bodies.roster_files import csv, row
    from tests.factories import TESTER, BodyFactory, MissionFactory, agreed_recommendation

    call_command("structure", "load", "structures/vasterbotten", "--yes", verbosity=0)
    for principal in Principal.objects.all():
        address = f"registrator@{principal.slug}.example"
        set_registrar(principal.pk, email=address, prefix="KS", by=TESTER, now=localtime())
    body = BodyFactory(collaboration=Collaboration.objects.get())
    MissionFactory(body=body, principal=Principal.objects.first())
    agreed_recommendation(body.collaboration, body=body)
    holder = Principal.objects.first().name
    rows = [row(Namn=f"Ny {n}", Organ=body.name, Huvudman=holder) for n in range(3)]
    send_roster(body.collaboration_id, name="nya.csv", data=csv(rows), by=TESTER, now=localtime())


def dispatch() -> None:
    """Send the recommendation to all sixteen principals."""
    from samverkan.dispatches.actions import dispatch_recommendation
    from samverkan.dispatches.models import Recommendation
    from samverkan.journal.actors import Actor

    ready = Recommendation.objects.get()
    by = Actor("Regional koordinator")
    dispatch_recommendation(ready.collaboration_id, ready.number, by=by, now=localtime())


def packages() -> None:
    """Make what the principals get to register, as the worker does after a dispatch."""
    from samverkan.dispatches.actions import make_packages

    make_packages(localtime())


def roster() -> None:
    """Read in a list of three who are new."""
    from samverkan.bodies.actions.rosters import import_roster
    from samverkan.bodies.models import Roster
    from samverkan.journal.actors import Actor

    import_roster(Roster.objects.get().key, by=Actor("Regional koordinator"), now=localtime())


def end() -> None:
    """End Samråd, with its seats, its rules and what it gives to others."""
    from datetime import date

    from samverkan.bodies.actions import end_body
    from samverkan.bodies.models import Body
    from samverkan.journal.actors import Actor

    body = Body.objects.get(slug="samrad-vard-och-omsorg")
    by = Actor("Regional koordinator")
    end_body(body.pk, until=date(2030, 1, 1), reason="Beslut.", by=by, now=localtime())


ACTS = {one.__name__: one for one in (tables, content, dispatch, packages, roster, end)}

if __name__ == "__main__":
    django.setup()
    ACTS[sys.argv[1]]()
