"""Choosing whom a recommendation goes to: what was typed, as the rules know it."""

import hashlib
from collections.abc import Iterable, Mapping

from django.http import QueryDict

from samverkan.dispatches import rules, wording
from samverkan.dispatches.actions import Chosen
from samverkan.dispatches.choices import AddressScope
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.choices import Side
from samverkan.principals.federations import federations_on
from samverkan.principals.models import Principal
from samverkan.principals.queries import groupings_on, principals_on
from samverkan.sentences import say
from samverkan.www.forms import Form, one_of, paragraphs, several_of, typed
from samverkan.www.pages import Workspace

THROUGH = "through"


class AddressForm(Form):
    """Whom it goes to; without a choice it is all."""

    places = {
        "no_addressees": "named",
        "addressee_not_there": "named",
        "grouping_not_there": "to",
        "nobody_concerned": "unconcerned",
        "not_concerned_without_reason": "unconcerned",
        "unconcerned_reason_too_long": "unconcerned",
        "not_concerned_not_addressed": "unconcerned",
    }

    to = one_of("Till", [], missing="Välj vilka den ska gå till.", radios=True)
    named = several_of("Vilka huvudmän", [], hint="Gäller när du har valt vissa huvudmän.")
    through = several_of("Mellanled", [(THROUGH, "Låt mellanleden rekommendera vidare")])
    unconcerned = paragraphs(
        "Berörs inte",
        8000,
        hint="Lämna tomt om alla berörs. Annars en huvudman per rad: namnet, kolon och skälet, "
        "till exempel ”Malå: har inget sådant boende”.",
        rows=3,
    )

    def __init__(self, work: Workspace, sent: QueryDict | None) -> None:
        initial = {"to": AddressScope.ALL.value}
        super().__init__(self._with_defaults(sent), initial=initial)
        self.principals = list(principals_on(work.collaboration.pk, work.today))
        groupings = groupings_on(work.collaboration.pk, work.today)
        self.groupings = {one.slug: one for one in groupings}
        between = list(federations_on(work.collaboration.pk, work.today))
        self.fields["to"].choices = list(self._offered())  # type: ignore[attr-defined]
        self.fields["named"].choices = [(one.slug, one.short_name) for one in self.principals]  # type: ignore[attr-defined]
        if between:
            names = ", ".join(one.short_name for one in between)
            self.fields[THROUGH].help_text = (
                f"Då går den först till {names}. Medlemmarna får den när mellanledet har "
                "rekommenderat vidare."
            )
        else:
            del self.fields[THROUGH]

    @staticmethod
    def _with_defaults(sent: QueryDict | None) -> QueryDict | None:
        if sent is None or "to" in sent:
            return sent
        whole = sent.copy()
        whole["to"] = AddressScope.ALL.value
        return whole

    def _offered(self) -> Iterable[tuple[str, str]]:
        yield AddressScope.ALL.value, f"Alla huvudmän ({len(self.principals)})"
        sides = [one.side for one in self.principals]
        for side in Side:
            if 0 < sides.count(side) < len(sides):
                label = wording.of_side(side, sides.count(side))
                yield f"side-{side}", f"{label} ({sides.count(side)})"
        for slug, one in self.groupings.items():
            yield f"grouping-{slug}", f"Grupperingen {one.name}"
        yield AddressScope.NAMED.value, "Vissa huvudmän"

    def chosen(self) -> rules.To:
        """Return what was chosen, as the rules know it."""
        scope, _, rest = typed(self, "to").partition("-")
        ids = {one.slug: one.pk for one in self.principals}
        grouping = self.groupings.get(rest)
        return rules.To(
            AddressScope(scope or AddressScope.ALL),
            side=Side(rest) if scope == AddressScope.SIDE else None,
            grouping=grouping.pk if grouping else None,
            named=frozenset(ids[slug] for slug in typed(self, "named")),
            not_concerned=self._reasons(),
            through_federations=THROUGH in self.cleaned_data.get(THROUGH, []),
        )

    def clean_unconcerned(self) -> str:
        """Say which line cannot be read."""
        text: str = self.cleaned_data["unconcerned"]
        for line in self._lines(text):
            if self._named_in(line) is None:
                self.add_error(
                    "unconcerned", say(Obstacle("unknown_in_lines", {"line": line[:80]}))
                )
        return text

    def _reasons(self) -> Mapping[int, str]:
        reasons = {}
        for line in self._lines(self.cleaned_data.get("unconcerned", "")):
            principal = self._named_in(line)
            if principal is not None:
                reasons[principal.pk] = line.partition(":")[2].strip()
        return reasons

    def _named_in(self, line: str) -> Principal | None:
        name = line.partition(":")[0].strip().casefold()
        alike = (
            one
            for one in self.principals
            if name in (one.short_name.casefold(), one.name.casefold())
        )
        return next(alike, None)

    @staticmethod
    def _lines(text: str) -> list[str]:
        return [line.strip() for line in text.splitlines() if line.strip()]


def seal(chosen: Chosen) -> str:
    """Return a short sum of whom a choice means, so that what is sent is what was shown."""
    told = [(one.slug, chosen.to.not_concerned.get(one.pk, "")) for one in chosen.principals]
    told += [(one.slug, "") for one in chosen.first]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def obstacles_to_seal(chosen: Chosen, seen: str | None) -> list[Obstacle]:
    """Return why a choice must be looked at before it is dispatched; all needs no look."""
    if seen == seal(chosen) or (seen is None and chosen.to == rules.EVERYONE):
        return []
    return [Obstacle("choice_not_seen")]
