"""What is typed in about carrying out a bifall, signed in or by a link."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from samverkan.dispatches.models import Execution
from samverkan.dispatches.rules import Named
from samverkan.dispatches.wording import OBSTACLES
from samverkan.www.forms import Form, day, email, file, line, offer, one_of, typed

SHOWN = "Visas öppet på rekommendationens sida: inga personuppgifter."


class NameForm(Form):
    """Which function carries it out, by when, and where it is reached."""

    places: ClassVar[Mapping[str, str]] = {
        "execution_no_function": "function",
        "execution_no_day": "due_on",
        "execution_day_passed": "due_on",
        "execution_day_far": "due_on",
        "execution_not_line_manager": "person",
        "execution_no_reason_to_change": "reason",
    }

    function = line(
        "Funktion",
        120,
        missing=OBSTACLES["execution_no_function"],
        hint=f"Till exempel Socialchefen. {SHOWN}",
    )
    due_on = day("Klart senast", missing=OBSTACLES["execution_no_day"])
    to = email(
        "Funktionens e-post",
        hint="Dit går en länk att rapportera genom, utan konto. Adressen visas inte öppet.",
    )

    def __init__(
        self,
        execution: Execution | None,
        sent: Any = None,
        managers: Sequence[tuple[int, str, str]] = (),
    ) -> None:
        known = {
            name: getattr(execution, name) for name in ("function", "due_on", "to") if execution
        }
        if execution and execution.person_id:
            known["person"] = str(execution.person_id)
        super().__init__(sent, initial=known)
        if managers:
            self.fields["person"] = one_of(
                "Linjechef med konto",
                [],
                hint="Den du väljer ser uppgiften under Arbeta. Namnet visas inte öppet.",
            )
            offer(
                self,
                "person",
                [(str(pk), f"{name}, {title}" if title else name) for pk, name, title in managers],
            )
        if execution:
            self.fields["reason"] = line(
                "Skäl till ändringen",
                500,
                missing=OBSTACLES["execution_no_reason_to_change"],
                hint=SHOWN,
            )

    def named(self) -> Named:
        """Return who is named, as the rules know it."""
        person = self.cleaned_data.get("person")
        return Named(
            typed(self, "function"),
            typed(self, "due_on"),
            typed(self, "to"),
            int(person) if person else None,
        )


class DoneForm(Form):
    """One line about what is done, the day, and a file if there is one."""

    places: ClassVar[Mapping[str, str]] = {
        "execution_no_line": "line",
        "execution_no_done_day": "on",
        "execution_done_ahead": "on",
        "execution_done_before_decision": "on",
    }

    line = line(
        "Vad som är gjort",
        300,
        missing=OBSTACLES["execution_no_line"],
        hint=f"En rad räcker, till exempel: Rutinen är införd på alla enheter. {SHOWN}",
    )
    on = day("Blev klart", missing=OBSTACLES["execution_no_done_day"])
    file = file(
        "Fil",
        hint="Om något visar att det är gjort. Högst 20 MB. Filen blir offentlig.",
    )

    def _place_of(self, obstacle: Any) -> str | None:
        if obstacle.code.startswith(("file_", "identity_number_in_file")):
            return "file"
        return super()._place_of(obstacle)


class PostponeForm(Form):
    """Inte klart, ny dag: which day, and why."""

    places: ClassVar[Mapping[str, str]] = {
        "execution_same_day": "due_on",
        "execution_no_day": "due_on",
        "execution_day_passed": "due_on",
        "execution_day_far": "due_on",
        "execution_no_reason_to_postpone": "reason",
    }

    due_on = day("Ny dag", missing=OBSTACLES["execution_no_day"])
    reason = line("Skäl", 500, missing=OBSTACLES["execution_no_reason_to_postpone"], hint=SHOWN)


class WriteOffForm(Form):
    """Avskriv: why it will not be done, and who has decided so."""

    places: ClassVar[Mapping[str, str]] = {
        "execution_no_reason_to_write_off": "reason",
        "execution_nobody_wrote_off": "decided_by",
    }

    reason = line("Skäl", 500, missing=OBSTACLES["execution_no_reason_to_write_off"], hint=SHOWN)
    decided_by = line(
        "Vem har bestämt det",
        160,
        missing=OBSTACLES["execution_nobody_wrote_off"],
        hint="Organ eller funktion hos huvudmannen, till exempel Socialnämnden.",
    )


class TakeBackForm(Form):
    """Öppna igen: why."""

    places: ClassVar[Mapping[str, str]] = {"execution_no_reason_to_take_back": "reason"}

    reason = line("Skäl", 500, missing=OBSTACLES["execution_no_reason_to_take_back"], hint=SHOWN)


class LinkForm(Form):
    """Where a new link is sent."""

    places: ClassVar[Mapping[str, str]] = {"execution_no_address": "to"}

    to = email("Sänd till", missing=OBSTACLES["execution_no_address"])


def today_in(form: type[Form], today: date) -> dict[str, date]:
    """Return what a form holds from the beginning: done is most often done today."""
    return {"on": today} if form is DoneForm else {}
