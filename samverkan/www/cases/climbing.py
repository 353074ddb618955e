"""A case's way up as the case page shows it: the ladder, the test, the lifts, the next step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from samverkan.bodies.models import Body
from samverkan.cases import climbing, permissions
from samverkan.cases.choices import LiftState
from samverkan.cases.models import Case, Lift, LineEntry
from samverkan.cases.permissions import Act
from samverkan.cases.rules import remarks_on_ladder
from samverkan.cases.rules.admission import OPEN
from samverkan.sentences import say_why
from samverkan.www.cases.next_step import Next
from samverkan.www.pages import Workspace
from samverkan.www.reasons import explained


@dataclass(frozen=True)
class ShownLift:
    """A lift with its lines, and how many have answered."""

    lift: Lift
    entries: list[LineEntry]

    @property
    def answered(self) -> int:
        """Return how many lines have said what they think."""
        return sum(not one.is_open for one in self.entries)


def way_up(work: Workspace, case: Case) -> dict[str, Any]:
    """Return what the case page shows of a case's way up."""
    treated = climbing.treated_at(case)
    steps = climbing.ladder_of(case, treated)
    return {
        "ladder": [(step, say_why(step)) for step in steps],
        "skipped": explained(work, remarks_on_ladder(steps)),
        "tests": list(case.admissions.filter(corrected_by=None).select_related("body")),
        "lifts": [
            ShownLift(one, list(one.entries.all())) for one in climbing.lifts_with_entries(case)
        ],
        "climbs": acts_of(work, case),
    }


def acts_of(work: Workspace, case: Case) -> list[tuple[str, str]]:
    """Return what else the person may do about a case's way up, as links."""
    if case.stage not in OPEN:
        return []
    acts = []
    if may(work, Act.ADMIT, case) and tests_of(case):
        acts.append(("Pröva om ärendet hör hit", work.url("admit_case", case.number)))
    if may(work, Act.LIFT, case):
        if climbing.open_lift(case):
            acts.append(("Följ lyftet genom linjen", work.url("lift", case.number)))
        else:
            acts.append(("Lyft till ett annat organ", work.url("begin_lift", case.number)))
    return acts


def tests_of(case: Case) -> list[Body]:
    """Return the bodies whose test a case may be put to: where it is going, and where it is."""
    lift = climbing.open_lift(case)
    goals = [lift.to_body] if lift else list(case.body.prepares_for.order_by("position"))
    bodies = [*goals, case.body]
    return [
        body
        for nr, body in enumerate(bodies)
        if body not in bodies[:nr] and climbing.questions_for(case, body)
    ]


def next_up(work: Workspace, case: Case) -> Next | None:
    """Return the next step of a case on its way up; none when it stays where it is."""
    lift = climbing.open_lift(case)
    if lift is not None:
        return _follow(work, case, lift)
    if case.body.prepared_by is not None and climbing.prepared_on(case, case.body) is None:
        return _lay_before(work, case, case.body.prepared_by)
    if case.body.prepared_by is not None and climbing.obstacles_to_take_up(case, case.body):
        return _admit(work, case, case.body)
    above = next((body for body in _above(case) if climbing.prepared_on(case, body)), None)
    return _lift(work, case, above) if above else None


def may(work: Workspace, act: Act, case: Case) -> bool:
    """Return whether the person may do an act with a case today."""
    return permissions.may(work.user, act, case, work.today)


def _above(case: Case) -> Sequence[Body]:
    return list(case.body.prepares_for.order_by("position"))


def _follow(work: Workspace, case: Case, lift: Lift) -> Next:
    entries = climbing.entries_of(lift)
    answered = sum(not one.is_open for one in entries)
    text = f"{answered} av {len(entries)} huvudmän har svarat."
    heading = f"linjen svarar om lyftet till {lift.to_body.short}"
    return Next(heading, text, "Följ lyftet", work.url("lift", case.number))


def _lay_before(work: Workspace, case: Case, preparing: Body) -> Next:
    heading = f"lägg ärendet hos {preparing.name} för beredning"
    text = f"{case.body.name} tar upp ärenden som {preparing.name} har berett."
    if may(work, Act.LIFT, case):
        return Next(heading, text, "Lägg för beredning", work.url("lay_before", case.number))
    return Next(f"beredning i {preparing.name}", f"{text} Koordinatorerna lägger det där.")


def _admit(work: Workspace, case: Case, body: Body) -> Next:
    text = f"Frågorna ska vara besvarade innan {body.name} tar upp ärendet."
    if may(work, Act.ADMIT, case):
        url = work.url("admit_case_to", case.number, body.slug)
        return Next(f"pröva om ärendet hör till {body.short}", text, "Svara på frågorna", url)
    return Next("prövning", f"{text} Koordinatorerna och arbetsutskottet prövar det.")


def _lift(work: Workspace, case: Case, above: Body) -> Next:
    text = f"{case.body.name} har berett det. Huvudmännens linje tillfrågas först."
    if may(work, Act.LIFT, case):
        url = work.url("begin_lift", case.number)
        return Next(f"lyft ärendet till {above.name}", text, "Lyft genom linjen", url)
    return Next(f"lyft till {above.name}", f"{text} Koordinatorerna gör det.")


def is_open(lift: Lift) -> bool:
    """Return whether a lift is under way."""
    return lift.state == LiftState.OPEN
