"""Which principals an answer is still awaited from."""

from django.db.models import Q

from samverkan.dispatches.choices import SETTLED


def awaited(prefix: str = "") -> Q:
    """Return what picks the dispatches that an answer is awaited to.

    Asked and undecided, or decided on an earlier text; and nothing is awaited once the
    recommendation has been withdrawn. `prefix` leads to the dispatches, as in "dispatches__".
    """
    undecided = ~Q(**{f"{prefix}state__in": SETTLED}) | Q(**{f"{prefix}answers_earlier": True})
    return undecided & Q(**{f"{prefix}recommendation__withdrawn_on": None})
