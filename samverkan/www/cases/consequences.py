"""What a case would mean, written until its recommendation is sent."""

from dataclasses import asdict

from django.http import HttpResponse

from samverkan.cases.actions import (
    Consequences,
    consequences_of,
    stamp_of_consequences,
    weigh_consequences,
)
from samverkan.cases.choices import CaseStage
from samverkan.cases.permissions import Act, require
from samverkan.cases.rules.consequences import obstacles_to_weigh
from samverkan.journal.obstacles import StepRefused
from samverkan.www.cases.views import find_case
from samverkan.www.forms import Form, paragraphs, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class ConsequencesForm(Form):
    economy_consequences = paragraphs(
        "Ekonomi", 2000, hint="Vad kostar det, vad sparar det, och för vem?"
    )
    child_consideration = paragraphs(
        "Barnets bästa",
        2000,
        hint="Hur påverkas barn, och har de fått säga vad de tycker? Skriv inga namn.",
    )
    minority_consideration = paragraphs(
        "Nationella minoriteter",
        2000,
        hint="Påverkas samer, sverigefinnar, tornedalingar, romer eller judar, eller rätten att "
        "använda sitt språk?",
    )
    staff_consequences = paragraphs(
        "Personal", 2000, hint="Vad betyder det för dem som arbetar: uppgifter, tid, utbildning?"
    )
    resources = paragraphs(
        "Resurser och finansiering", 4000, hint="Vad krävs, vem betalar, och hur fördelas det?"
    )


@step
def weigh(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.DOCUMENT, case, work.today)
    present = consequences_of(case)
    form = ConsequencesForm(work.sent, initial=asdict(present))
    seen = work.request.POST.get("seen", "") if work.posted else stamp_of_consequences(case)
    newer: Consequences | None = None
    if work.posted and form.is_valid():
        try:
            weigh_consequences(
                work.collaboration.pk,
                number,
                Consequences(**{name: typed(form, name) for name in form.fields}),
                seen=seen or "unknown",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
            if "case_changed_meanwhile" in {one.code for one in refusal.obstacles}:
                case.refresh_from_db()
                seen, newer = stamp_of_consequences(case), consequences_of(case)
        else:
            return work.done("Konsekvenserna är sparade.", work.url("case", number))
    closed = obstacles_to_weigh(stage=CaseStage(case.stage), changed=True, changed_meanwhile=False)
    return work.page(
        "cases/weigh.html",
        ("Ärenden", work.url("cases")),
        (number, work.url("case", number)),
        ("Konsekvenser", ""),
        case=case,
        form=form,
        seen=seen,
        newer=newer.by_label if newer else None,
        obstacles=explained(work, closed),
    )
