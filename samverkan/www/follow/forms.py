"""What a subscription is about, as it is changed behind its link."""

from typing import Any

from samverkan.dispatches.actions.subscriptions import Wish
from samverkan.dispatches.choices import Cadence
from samverkan.dispatches.models import Subscription
from samverkan.dispatches.subjects import SUBJECTS
from samverkan.principals.models import Principal
from samverkan.www.forms import Form, labelled, one_of, several_of, typed


class WishForm(Form):
    """Principals, subjects, and how often."""

    places = {"too_many_principals": "principals"}
    principals = several_of("Huvudmän", [], hint="Väljer du ingen gäller det alla.")
    subjects = several_of(
        "Ämnen",
        [(one.slug, one.name) for one in SUBJECTS.values()],
        hint="Väljer du inget gäller det alla.",
    )
    cadence = one_of(
        "Hur ofta?", labelled(Cadence), missing="Välj hur ofta du vill ha mejl.", radios=True
    )

    def __init__(self, link: Subscription, known: list[Principal], sent: Any = None) -> None:
        chosen = list(link.principals.values_list("slug", flat=True))
        initial = {"principals": chosen, "subjects": link.subjects, "cadence": link.cadence}
        super().__init__(sent, initial=initial)
        self.known = known
        self.fields["principals"].choices = [(one.slug, one.short_name) for one in known]  # type: ignore[attr-defined]

    @property
    def wish(self) -> Wish:
        """Return what was chosen."""
        slugs = set(typed(self, "principals"))
        principals = [one for one in self.known if one.slug in slugs]
        return Wish(Cadence(typed(self, "cadence")), principals, typed(self, "subjects"))
