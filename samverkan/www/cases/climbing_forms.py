"""What can be typed about a case's way up: the admission test, and the lift through the line."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from samverkan.bodies.models import Body
from samverkan.cases.actions import Said
from samverkan.cases.choices import LineAnswer
from samverkan.cases.rules.questions import Answer, Question
from samverkan.principals.models import Principal
from samverkan.www.forms import (
    Choices,
    Form,
    email,
    labelled,
    line,
    offer,
    one_of,
    paragraphs,
)

YES_NO: Choices = [("yes", "Ja"), ("no", "Nej")]
ANSWERS = labelled(LineAnswer)


class AdmissionForm(Form):
    """Each question of the test, with yes or no and the reason."""

    def __init__(
        self, questions: Sequence[Question], former: Sequence[Answer], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        known = {one.key: one for one in former}
        for place, question in enumerate(questions, 1):
            was = known.get(question.key)
            self.fields[f"answer{place}"] = one_of(
                question.text, YES_NO, missing=f"Svara ja eller nej: {question.text}", radios=True
            )
            self.fields[f"reason{place}"] = paragraphs(
                f"Skäl {place}",
                1000,
                missing=f"Skriv skälet till svaret på frågan: {question.text}",
                hint="Skälet blir offentligt. Skriv inga uppgifter om enskilda personer.",
                rows=3,
            )
            if was is not None:
                self.initial[f"answer{place}"] = "yes" if was.yes else "no"
                self.initial[f"reason{place}"] = was.reason

    def pairs(self) -> list[tuple[Any, Any]]:
        """Return each question with its reason, to show."""
        places = range(1, len(self.questions) + 1)
        return [(self[f"answer{place}"], self[f"reason{place}"]) for place in places]

    def answers(self) -> list[Answer]:
        """Return what was answered."""
        return [
            Answer(
                question.key,
                self.cleaned_data[f"answer{place}"] == "yes",
                self.cleaned_data[f"reason{place}"],
            )
            for place, question in enumerate(self.questions, 1)
        ]


class LiftForm(Form):
    """To which body, why, and whose line is asked at which address."""

    places = {
        "no_reason_to_lift": "reason",
        "step_skipped": "reason",
        "no_reason_to_leave_out": "left_out_reason",
        "case_already_there": "to_body",
        "same_level": "to_body",
        "body_takes_no_cases": "to_body",
        "body_of_other_collaboration": "to_body",
    }

    to_body = one_of("Till organ", [], missing="Välj vilket organ ärendet ska lyftas till.")
    reason = paragraphs(
        "Skäl",
        2000,
        missing="Skriv varför ärendet behöver lyftas.",
        hint="Skälet står i mejlet till linjen och blir offentligt.",
    )

    def __init__(
        self, bodies: Iterable[Body], principals: Sequence[Principal], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.principals = principals
        offer(self, "to_body", [(str(body.pk), body.name) for body in bodies])
        for one in principals:
            self.fields[f"ask-{one.slug}"] = forms.BooleanField(label=one.name, required=False)
            self.fields[f"to-{one.slug}"] = email(f"E-post till linjen hos {one.short_name}")
            self.initial.setdefault(f"ask-{one.slug}", True)
            self.initial.setdefault(f"to-{one.slug}", one.registrar_email)
        self.fields["left_out_reason"] = paragraphs(
            "Därför berörs inte övriga",
            500,
            hint="Fylls i bara när någon huvudman är bortvald.",
            rows=3,
        )

    def rows(self) -> list[tuple[Any, Any]]:
        """Return each principal with its address, to show."""
        return [(self[f"ask-{one.slug}"], self[f"to-{one.slug}"]) for one in self.principals]

    def asked(self) -> dict[int, str]:
        """Return whose line is asked, and where each is written to."""
        return {
            one.pk: self.cleaned_data[f"to-{one.slug}"]
            for one in self.principals
            if self.cleaned_data[f"ask-{one.slug}"]
        }


class SaidForm(Form):
    """What a principal's line says, and who says it."""

    places = {
        "no_line_answer": "answer",
        "no_line_function": "function",
        "no_line_person": "person",
        "no_line_comment": "comment",
        "no_reason_to_type_in": "typed_reason",
    }

    answer = one_of("Svar", ANSWERS, missing="Välj ett av svaren.", radios=True)
    function = line(
        "Funktion",
        160,
        missing="Skriv vilken funktion i linjen som svarar, till exempel socialchef.",
        hint="Funktionen i linjen, till exempel socialchef. Behövs inte om ni inte har tagit "
        "ställning än.",
    )
    person = line(
        "Namn",
        120,
        missing="Skriv namnet på den som svarar.",
        hint="Visas för dem som deltar i samverkan, inte öppet.",
    )
    comment = paragraphs(
        "Kommentar",
        2000,
        hint="Fylls i om du har synpunkter eller invänder. Skriv inga uppgifter om enskilda "
        "personer. Visas för dem som deltar i samverkan, inte öppet.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("answer") == LineAnswer.NOT_YET:
            self.fields["function"].required = self.fields["person"].required = False

    def said(self) -> Said:
        """Return what was typed as the line's answer."""
        told = self.cleaned_data
        return Said(LineAnswer(told["answer"]), told["function"], told["person"], told["comment"])


class TypedForm(SaidForm):
    """The same, typed in by a coordinator who was told in another way."""

    typed_reason = line(
        "Hur svaret lämnades",
        500,
        missing="Skriv hur svaret lämnades och varför du fyller i det.",
        hint="Till exempel ”per telefon 3 mars, länken kom inte fram”.",
    )


class AddressForm(Form):
    places = {"no_address_for_line": "to"}

    to = email("Sänd till", missing="Skriv vart länken ska sändas.")


class WithdrawForm(Form):
    places = {"no_reason_to_withdraw": "reason"}

    reason = paragraphs(
        "Skäl", 1000, missing="Skriv varför lyftet återtas.", hint="Skälet blir offentligt."
    )


class CompleteForm(Form):
    places = {"lines_silent": "reason", "lines_object": "reason", "admission_warns": "reason"}

    def __init__(self, *args: Any, ask_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ask_reason:
            self.fields["reason"] = paragraphs(
                "Skäl",
                1000,
                missing="Skriv varför lyftet slutförs ändå.",
                hint="Skälet blir offentligt.",
            )
