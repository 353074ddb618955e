"""What the processes that get killed do: python -m tests.faults.acts tables|content|dispatch."""

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
    from samverkan.journal.models import Collaboration
    from samverkan.principals.actions import set_registrar
    from samverkan.principals.models import Principal
    from tests.factories import TESTER, BodyFactory, MissionFactory, agreed_recommendation

    call_command("structure", "load", "structures/vasterbotten", "--yes", verbosity=0)
    for principal in Principal.objects.all():
        address = f"registrator@{principal.slug}.example"
        set_registrar(principal.pk, email=address, prefix="KS", by=TESTER, now=localtime())
    body = BodyFactory(collaboration=Collaboration.objects.get())
    MissionFactory(body=body, principal=Principal.objects.first())
    agreed_recommendation(body.collaboration, body=body)


def dispatch() -> None:
    """Send the recommendation to all sixteen principals."""
    from samverkan.dispatches.actions import dispatch_recommendation
    from samverkan.dispatches.models import Recommendation
    from samverkan.journal.actors import Actor

    ready = Recommendation.objects.get()
    by = Actor("Regional koordinator")
    dispatch_recommendation(ready.collaboration_id, ready.number, by=by, now=localtime())


if __name__ == "__main__":
    django.setup()
    {"tables": tables, "content": content, "dispatch": dispatch}[sys.argv[1]]()
