"""Which collaboration an address begins with."""

from django.http import Http404

from samverkan.journal.models import Collaboration


def visible_collaboration(slug: str) -> Collaboration:
    """Return the collaboration at an address.

    Raises Http404 when there is none.
    """
    collaboration = Collaboration.objects.filter(slug=slug).first()
    if collaboration is None:
        raise Http404
    return collaboration
