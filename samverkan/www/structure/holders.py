"""On whose behalf somebody sits: a principal or a nominator, as forms and addresses name them."""

from datetime import date

from django.db.models import Q

from samverkan.bodies.models import Body, Nominator, Quota
from samverkan.principals.models import Principal
from samverkan.www.pages import Workspace

Holder = Principal | Nominator | None


def code_of(holder: Holder) -> str:
    """Return "p-<address>" for a principal and "n-<address>" for a nominator; nothing for none."""
    if holder is None:
        return ""
    return f"{'p' if isinstance(holder, Principal) else 'n'}-{holder.slug}"


def holder_of(work: Workspace, code: str) -> Holder:
    """Return the principal or nominator that a form or an address names; None for no such."""
    sort, _, slug = code.partition("-")
    ours = {"collaboration": work.collaboration, "slug": slug}
    if sort == "p":
        return Principal.objects.filter(**ours).first()
    return Nominator.objects.filter(**ours).first() if sort == "n" else None


def quota_of(body: Body, holder: Holder, on: date) -> Quota | None:
    """Return how many seats somebody has in a body on a day."""
    whose = Q(principal=holder) if isinstance(holder, Principal) else Q(nominator=holder)
    return body.quotas.filter(whose, period__contains=on).first() if holder else None
