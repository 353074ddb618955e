"""The steps that a registrar can take, which is the next, and which are open."""

from enum import StrEnum

from samverkan.dispatches.choices import NOT_ASKED, SETTLED, DispatchState


class Step(StrEnum):
    """One thing to tell; the value is its part of the address."""

    RECEIVED = "mottagande"
    PLANNED = "planerat-mote"
    DECIDED = "beslut"
    MORE_TIME = "mer-tid"
    CORRECTED = "rattelse"

    @property
    def heading(self) -> str:
        """Return what the step is called as a heading and as a link."""
        return HEADINGS[self]

    @property
    def button(self) -> str:
        """Return what its button says."""
        return BUTTONS[self]


HEADINGS = {
    Step.RECEIVED: "Bekräfta mottagande",
    Step.PLANNED: "Lämna planerat möte",
    Step.DECIDED: "Registrera beslut",
    Step.MORE_TIME: "Vi behöver mer tid",
    Step.CORRECTED: "Rätta det senaste svaret",
}
BUTTONS = HEADINGS | {
    Step.PLANNED: "Spara planerat möte",
    Step.MORE_TIME: "Spara dagen",
    Step.CORRECTED: "Spara rättelsen",
}
NEXT = {
    DispatchState.DISPATCHED: Step.RECEIVED,
    DispatchState.RECEIVED: Step.PLANNED,
    DispatchState.PLANNED: Step.DECIDED,
}


def next_step(state: DispatchState) -> Step | None:
    """Return the most probable next step; none when the principal has decided."""
    return NEXT.get(state)


def open_steps(
    state: DispatchState, *, answered: bool, answers_earlier: bool = False, withdrawn: bool = False
) -> list[Step]:
    """Return the steps that make sense; any of them may be taken first.

    One that decided on an earlier text may decide anew; nothing new when it has been withdrawn.
    """
    if state in NOT_ASKED or state is DispatchState.HELD:
        return []
    steps = [Step.RECEIVED, Step.PLANNED, Step.DECIDED, Step.MORE_TIME]
    if state in SETTLED:
        steps = steps[1:] if answers_earlier else []
    if withdrawn:
        steps = []
    return [*steps, Step.CORRECTED] if answered else steps
