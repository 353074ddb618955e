"""What can be typed about the days when a principal's own bodies meet."""

from collections.abc import Iterable

from django import forms

from samverkan.dispatches.day_lists import ListFault
from samverkan.dispatches.wording.forecasts import REMEDIES
from samverkan.meetings.reading import FILE_LIMIT
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import LineBody
from samverkan.sentences import say
from samverkan.www.forms import Choices, Form, file, labelled, line, offer, one_of, paragraphs

SURE: Choices = [
    ("confirmed", "Ja, huvudmannen har sagt eller publicerat dagarna"),
    ("assumed", "Nej, de är antagna"),
]
SOURCE_HINT = (
    "Var dagarna står, till exempel nämndens webbplats, eller vem som sade dem. Behövs när "
    "dagarna är bekräftade."
)
MOST_TEXT = 5000


class SureForm(Form):
    """How sure the days are, and from where they are known."""

    places = {"line_days_without_source": "source", "line_source_too_long": "source"}

    sure = one_of(
        "Är dagarna bekräftade?",
        SURE,
        missing="Välj om dagarna är bekräftade eller antagna.",
        radios=True,
    )
    source = line("Källa", 300, hint=SOURCE_HINT)

    @property
    def confirmed(self) -> bool:
        """Return whether somebody at the principal has confirmed the days."""
        return bool(self.cleaned_data["sure"] == "confirmed")


class DaysForm(SureForm):
    """The coming days of one body, one on each line."""

    places = SureForm.places | {
        "line_days_unchanged": "days",
        "line_day_twice": "days",
        "line_days_too_many": "days",
    }

    days = paragraphs(
        "Kommande sammanträdesdagar",
        MOST_TEXT,
        hint="En dag på varje rad, som 2027-03-30. Sista dagen för handlingar kan stå efter ett "
        "semikolon: 2027-03-30; 2027-03-12. Ta bort en rad när sammanträdet är inställt.",
        rows=12,
    )
    field_order = ("days", "sure", "source")

    def refuse_lines(self, faults: Iterable[ListFault]) -> None:
        """Say on which line something is wrong, and what to do."""
        for one in faults:
            remedy = REMEDIES.get(one.obstacle.code, "")
            self.add_error("days", f"{one.cell.capitalize()}: {say(one.obstacle)} {remedy}".strip())


class ConfirmForm(Form):
    places = {"line_days_without_source": "source", "line_source_too_long": "source"}

    source = line("Källa", 300, missing="Skriv varifrån dagarna är kända.", hint=SOURCE_HINT)


class LeadsForm(Form):
    """Lead times; what is left empty follows from the county's rhythm, and last from the law."""

    places = {"line_lead_too_long": "papers_days", "line_leads_unchanged": "papers_days"}

    papers_days = forms.IntegerField(
        label="Handlingar senast, dagar före sammanträdet",
        required=False,
        min_value=0,
        max_value=200,
        help_text="Tomt: länets antagna tid, annars sju dagar.",
    )
    approval_days = forms.IntegerField(
        label="Justering, dagar efter sammanträdet",
        required=False,
        min_value=0,
        max_value=200,
        help_text="Tomt: lagens längsta tid, 14 dagar.",
    )
    appeal_days = forms.IntegerField(
        label="Överklagandetid, dagar",
        required=False,
        min_value=0,
        max_value=200,
        help_text="Tomt: lagens tid, tre veckor från anslaget.",
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for field in self.fields.values():
            limits = "Skriv ett antal dagar från 0 till 200."
            field.error_messages |= {"invalid": limits}
            field.validators = []
            field.widget.attrs["class"] = "govuk-input--width-3"


class LineBodyForm(Form):
    places = {
        "line_body_without_name": "name",
        "line_body_name_too_long": "name",
        "line_body_exists": "name",
    }

    name = line("Organ", 120, missing="Ange vad organet heter, till exempel kommunfullmäktige.")
    kind = one_of(
        "Slag", labelled(LineBodyKind), missing="Välj vilket slags organ det är.", radios=True
    )


class ReadInForm(SureForm):
    """A file of days: a table, or one body's calendar."""

    places = SureForm.places | dict.fromkeys(
        (
            "day_list_without_headings",
            "day_list_too_long",
            "day_list_too_large",
            "day_list_is_empty",
            "line_days_unchanged",
            "line_days_too_many",
            "roster_of_another_kind",
            "roster_is_locked",
            "roster_is_damaged",
            "roster_unfolds_too_large",
            "calendar_too_large",
            "not_a_calendar",
            "calendar_is_empty",
            "calendar_too_many_events",
            "calendar_too_many_meetings",
        ),
        "file",
    )
    places |= {"day_list_without_body": "body"}

    file = file(
        "Filen",
        hint="Excel (.xlsx), .ods eller .csv med rubrikerna Huvudman, Organ, Dag och Handlingar "
        f"senast; eller en kalender (.ics). Högst {FILE_LIMIT // 1_000_000}\N{NO-BREAK SPACE}MB. "
        "Dagar som har varit hoppas över.",
    )
    body = one_of("Organ", [], hint="Behövs när filen inte säger vems dagar det är.")
    replace = forms.BooleanField(
        label="Filen är hela kalendern: ta bort kommande dagar som inte står i den",
        required=False,
    )
    field_order = ("file", "body", "replace", "sure", "source")

    def __init__(self, bodies: Iterable[LineBody], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["file"].required = True
        self.fields["file"].error_messages["required"] = "Välj filen."
        named = [(str(one.pk), f"{one.principal.short_name}: {one.name}") for one in bodies]
        offer(self, "body", named)
