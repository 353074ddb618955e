"""Ending a case that has gone all the way."""

from typing import Any

from django.http import HttpResponse

from samverkan.cases import actions
from samverkan.cases.permissions import Act, require
from samverkan.journal.obstacles import Remark, StepRefused
from samverkan.www.cases.views import find_case
from samverkan.www.forms import Form, paragraphs, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class FinishCaseForm(Form):
    places = {"finished_with_silent": "reason"}

    def __init__(self, *args: Any, ask_reason: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ask_reason:
            self.fields["reason"] = paragraphs(
                "Skäl", 500, missing="Skriv varför ärendet avslutas ändå.", rows=3
            )


@step
def finish_case(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.FINISH, case, work.today)
    found = actions.obstacles_before_finished(case)
    remarks = [one for one in found if isinstance(one, Remark)]
    form = FinishCaseForm(work.sent, ask_reason=bool(remarks))
    if work.posted and form.is_valid():
        try:
            actions.finish_case(
                work.collaboration.pk,
                number,
                reason=typed(form, "reason") if remarks else "",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Ärende {number} är avslutat.", work.url("case", number))
    return work.page(
        "cases/finish.html",
        ("Ärenden", work.url("cases")),
        (number, work.url("case", number)),
        ("Avsluta", ""),
        case=case,
        form=form,
        remarks=explained(work, remarks),
        obstacles=explained(work, [one for one in found if not isinstance(one, Remark)]),
    )
