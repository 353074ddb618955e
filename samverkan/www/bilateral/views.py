"""Bilateral contacts to read: the list, and one contact with its meetings."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.cases.actions import bilateral_subject
from samverkan.cases.at_home import Act, may, may_act_for
from samverkan.cases.models import BilateralContact
from samverkan.cases.queries import contacts_visible_to
from samverkan.cases.rules.bilateral import remarks_on_contact
from samverkan.journal.models import Entry
from samverkan.principals.choices import PrincipalKind, Side
from samverkan.principals.models import Principal
from samverkan.principals.queries import principals_on
from samverkan.sentences import told
from samverkan.www.pages import Workspace, page
from samverkan.www.paging import slice_of
from samverkan.www.reasons import explained


@page
def contacts(work: Workspace) -> HttpResponse:
    found = contacts_visible_to(work.user, work.collaboration.pk, work.today)
    found = found.select_related("principal", "case").prefetch_related("meetings")
    return work.page(
        "bilateral/list.html",
        ("Bilateralt", ""),
        slice=slice_of(found, work.request, by=("noted_at", "pk")),
        notes_for=municipalities_to_note_for(work),
    )


@page
def contact(work: Workspace, key: UUID) -> HttpResponse:
    one = find_contact(work, key)
    takes_part = may(work.user, Act.BILATERAL, one, work.today)
    sides = [side for side in Side if may_act_for(work.user, side, one, work.today)]
    remarks = remarks_on_contact(
        touches_more=one.touches_more,
        informed_on=one.coordinator_informed_on,
        is_case=one.case_id is not None,
    )
    entries = Entry.objects.filter(collaboration=work.collaboration, subject=bilateral_subject(one))
    return work.page(
        "bilateral/contact.html",
        ("Bilateralt", work.url("contacts")),
        (one.subject, ""),
        contact=one,
        meetings=one.meetings.order_by("position"),
        takes_part=takes_part,
        sides=[side.value for side in sides],
        remarks=explained(work, remarks),
        # Those who may see the contact may see what was done with it, also when nobody else may.
        entries=[told(entry, by_name=True) for entry in entries.order_by("sequence")]
        if takes_part
        else [],
    )


def find_contact(work: Workspace, key: UUID) -> BilateralContact:
    """Return a contact that the person may read; 404 for any other."""
    visible = contacts_visible_to(work.user, work.collaboration.pk, work.today)
    return get_object_or_404(visible.select_related("principal", "case"), key=key)


def municipalities_to_note_for(work: Workspace) -> list[Principal]:
    """Return the municipalities whose contacts the person may note: the region's people all."""
    found = principals_on(work.collaboration.pk, work.today)
    municipalities = found.filter(kind=PrincipalKind.MUNICIPALITY)
    own = found.filter(
        missions__person=work.person_id, missions__period__contains=work.today
    ).distinct()
    if work.coordinates or own.filter(kind=PrincipalKind.REGION).exists():
        return list(municipalities)
    return list(own.filter(kind=PrincipalKind.MUNICIPALITY))
