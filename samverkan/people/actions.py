"""What can be done with persons, their accounts and roles."""

from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.db import connection, transaction

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.people.choices import RoleKind
from samverkan.people.models import Person, Role, User
from samverkan.people.rules import obstacles_to_enter
from samverkan.principals.models import Principal


@transaction.atomic
def enter_person(
    collaboration_id: int,
    name: str,
    *,
    title: str = "",
    elected: bool = False,
    party: str = "",
    invented: bool = False,
    email: str = "",
    password: str | None = None,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Person:
    """Enter a person in a collaboration, with an account when an e-mail address is given.

    Raises StepRefused for a party on someone who is not elected, or an address already in use.
    """
    if email:
        lock_accounts()
    refuse(
        obstacles_to_enter(
            name=name,
            elected=elected,
            party=party,
            email_taken=bool(email) and User.objects.filter(email=email.lower()).exists(),
        )
    )
    person = Person.objects.create(
        collaboration_id=collaboration_id,
        name=name,
        title=title,
        elected=elected,
        party=party,
        invented=invented,
        source=source,
    )
    if email:
        user = User.objects.create_user(email, password, person=person)
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    record(
        collaboration_id,
        "person.entered",
        f"person/{person.pk}",
        by=by,
        at=now,
        source=source,
        visibility=Visibility.MEMBERS,
        person=name,
        has_account=bool(email),
    )
    return person


def lock_accounts() -> None:
    """Let nobody else make an account with the same address until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('samverkan.accounts'))")


@transaction.atomic
def give_role(
    person_id: int,
    kind: RoleKind,
    *,
    first: date,
    until: date | None = None,
    principal: Principal | None = None,
    by: Actor,
    now: datetime,
) -> Role:
    """Trust a person with a role in the person's collaboration, from a day."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    role = Role.objects.create(
        collaboration_id=person.collaboration_id,
        person=person,
        kind=kind,
        principal=principal,
        period=from_day(first, until),
    )
    record(
        person.collaboration_id,
        "role.given",
        f"person/{person.pk}",
        by=by,
        at=now,
        rule="R016" if kind is RoleKind.COORDINATOR else "",
        visibility=Visibility.MEMBERS,
        person=person.name,
        role=kind.label,
        first=first,
    )
    return role


@transaction.atomic
def end_role(role_id: int, *, on: date, by: Actor, now: datetime) -> Role:
    """End a role: the day is the first without it."""
    role = Role.objects.select_for_update(no_key=True).select_related("person").get(pk=role_id)
    role.period = from_day(role.period.lower, on)
    role.save(update_fields=["period"])
    record(
        role.collaboration_id,
        "role.ended",
        f"person/{role.person_id}",
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        person=role.person.name,
        role=RoleKind(role.kind).label,
        on=on,
    )
    return role
