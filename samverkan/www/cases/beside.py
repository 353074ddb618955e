"""Steps beside a case's own road: those at home, others outside, the risks and the area."""

from typing import Any

from django import forms
from django.http import HttpResponse

from samverkan.cases import at_home
from samverkan.cases.actions import compare_case, note_involvement, rest_on_risks, set_area_status
from samverkan.cases.choices import AreaStatus, RiskStatus
from samverkan.cases.models import Case
from samverkan.cases.permissions import Act, require
from samverkan.cases.queries import risks_of
from samverkan.journal.obstacles import StepRefused
from samverkan.people.permissions import NotAllowed
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import Principal
from samverkan.principals.queries import outside_actors_on
from samverkan.www.cases.around import principals_to_note_for
from samverkan.www.cases.views import find_case
from samverkan.www.forms import Form, day, labelled, one_of, paragraphs, several_of, typed
from samverkan.www.pages import Workspace, step

YES_OR_NO = [("ja", "Ja, båda arbetar med samma sak"), ("nej", "Nej")]


class InvolvementForm(Form):
    places = {
        "involvement_without_who": "who",
        "involvement_in_the_future": "on",
        "involvement_of_no_party": "principal",
        "case_not_about_schools": "school_channel",
        "no_school_channel_there": "school_channel",
    }

    who = paragraphs(
        "Vilka som är involverade",
        1000,
        missing="Skriv vilka som har varit involverade.",
        hint="Skriv funktioner och verksamheter, inte namn: ”enhetscheferna i hemtjänsten”.",
        rows=3,
    )
    on = day("Dag", missing="Skriv dagen då de involverades.")

    def __init__(
        self, principals: list[Principal], *args: Any, schools: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [(str(one.pk), one.name) for one in principals]
        self.fields["principal"] = one_of(
            "Huvudman", offered, missing="Välj vilken huvudman det gäller."
        )
        if len(offered) == 1:
            self.initial.setdefault("principal", offered[0][0])
        if schools:
            self.fields["school_channel"] = forms.BooleanField(
                label="Kommunens skolkanal är informerad",
                required=False,
                help_text="Kommunens samverkan med fristående skolor.",
            )
        self.order_fields(["principal", "who", "on"])


class CompareForm(Form):
    places = {
        "overlap_without_note": "note",
        "overlap_note_too_long": "note",
        "overlap_in_the_future": "on",
        "overlap_actor_not_then": "actor",
        "overlap_body_not_then": "on",
    }

    on = day("Dag", missing="Skriv vilken dag ni stämde av.")
    note = paragraphs("Vad som stämdes av", 2000, missing="Skriv vad ni kom fram till.")
    overlaps = one_of(
        "Finns dubbelarbete?", YES_OR_NO, missing="Välj om det finns dubbelarbete.", radios=True
    )

    def __init__(self, actors: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["actor"] = one_of(
            "Vem", actors, missing="Välj vem ni stämde av med.", radios=True
        )
        self.order_fields(["actor"])


class AreaForm(Form):
    places = {"area_without_year": "year", "area_year_far_away": "year", "area_unchanged": "status"}

    status = one_of(
        "Området är", labelled(AreaStatus), missing="Välj hur långt det har kommit.", radios=True
    )
    year = forms.IntegerField(
        label="Prioriterat år",
        required=False,
        help_text="Fylls i när området är prioriterat eller pågående.",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={"invalid": "Skriv året med fyra siffror, till exempel 2027."},
    )


class RisksForm(Form):
    places = {
        "proposal_without_risk": "risks",
        "risk_is_closed": "risks",
        "nothing_changed": "risks",
    }

    def __init__(self, offered: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["risks"] = several_of("Risker som förslaget vilar på", offered)


@step
def involve(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    mine = principals_to_note_for(work)
    if not mine:
        raise NotAllowed(at_home.Act.INVOLVE.value)
    form = InvolvementForm(
        mine, work.sent, schools=case.concerns_schools, initial={"on": work.today}
    )
    if work.posted and form.is_valid():
        try:
            note_involvement(
                work.collaboration.pk,
                number,
                principal_id=int(typed(form, "principal")),
                who=typed(form, "who"),
                on=typed(form, "on"),
                school_channel=bool(form.cleaned_data.get("school_channel")),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Förankringen är antecknad.", work.url("case", number))
    lead = "Skriv vilka hos huvudmannen som är berörda och har fått vara med. Alla kan läsa det."
    return _page(work, case, form, "Anteckna förankringen", "Anteckna", lead)


@step
def compare(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.COMPARE, case, work.today)
    kinds = (OutsideKind.COORDINATION_ASSOCIATION, OutsideKind.STATE_INITIATIVE)
    actors = outside_actors_on(work.collaboration.pk, work.today).filter(kind__in=kinds)
    form = CompareForm(
        [(str(one.pk), one.name) for one in actors], work.sent, initial={"on": work.today}
    )
    if work.posted and form.is_valid():
        try:
            compare_case(
                work.collaboration.pk,
                number,
                actor_id=int(typed(form, "actor")),
                note=typed(form, "note"),
                overlaps=typed(form, "overlaps") == "ja",
                on=typed(form, "on"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Avstämningen är antecknad.", work.url("case", number))
    lead = "Stäm av frågan med dem som arbetar med samma sak, så att det inte görs två gånger."
    empty = "Här visas samordningsförbund och statliga satsningar när koordinatorerna lagt in dem."
    return _page(
        work, case, form, "Stäm av med andra", "Anteckna", lead, empty="" if actors else empty
    )


@step
def area(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.STEER_AREA, case, work.today)
    form = AreaForm(work.sent, initial={"status": case.area_status, "year": case.priority_year})
    if work.posted and form.is_valid():
        status = AreaStatus(typed(form, "status"))
        try:
            set_area_status(
                work.collaboration.pk,
                number,
                status,
                year=typed(form, "year"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Området är {status.label}.", work.url("case", number))
    return _page(work, case, form, "Hur långt området har kommit", "Spara", "")


@step
def rest(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.DOCUMENT, case, work.today)
    present = {str(risk.pk) for risk in case.risks.all()}
    offered = [
        (str(risk.pk), risk.title)
        for risk in risks_of(work.collaboration.pk)
        if risk.status == RiskStatus.IDENTIFIED or str(risk.pk) in present
    ]
    form = RisksForm(offered, work.sent, initial={"risks": list(present)})
    if work.posted and form.is_valid():
        chosen = [int(key) for key in typed(form, "risks")]
        try:
            rest_on_risks(work.collaboration.pk, number, chosen, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Riskerna är sparade.", work.url("case", number))
    empty = "Här visas riskerna i riskregistret när ett organ har fört in någon."
    return _page(
        work, case, form, "Risker bakom förslaget", "Spara", "", empty="" if offered else empty
    )


def _page(
    work: Workspace,
    case: Case,
    form: Form,
    heading: str,
    button: str,
    lead: str,
    *,
    empty: str = "",
) -> HttpResponse:
    return work.page(
        "cases/beside.html",
        ("Ärenden", work.url("cases")),
        (case.number, work.url("case", case.number)),
        (heading, ""),
        case=case,
        form=form,
        heading=heading,
        button=button,
        lead=lead,
        empty=empty,
    )
