"""Whether a question belongs with a body: the test, and laying a case before who prepares it."""

from django.http import Http404, HttpResponse

from samverkan.bodies.models import Body
from samverkan.cases import climbing
from samverkan.cases.actions import answer_admission, lay_before_preparing
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.permissions import Act, require
from samverkan.cases.rules import obstacles_to_lay_before
from samverkan.cases.rules.admission import OPEN
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.www.cases.climbing import tests_of
from samverkan.www.cases.climbing_forms import AdmissionForm
from samverkan.www.cases.views import find_case
from samverkan.www.forms import Form
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


@step
def admit(work: Workspace, number: str, slug: str = "") -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.ADMIT, case, work.today)
    bodies = tests_of(case)
    body = _asked_for(bodies, slug)
    questions = climbing.questions_for(case, body)
    former = climbing.admission_of(case, body)
    form = AdmissionForm(questions, climbing.answers_of(former), work.sent)
    if work.posted and form.is_valid():
        try:
            answer_admission(
                work.collaboration.pk,
                number,
                body_id=body.pk,
                answers=form.answers(),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Prövningen inför {body.name} är besvarad."
            return work.done(said, work.url("case", number))
    return work.page(
        "cases/admit.html",
        ("Ärenden", work.url("cases")),
        (case.number, work.url("case", case.number)),
        ("Pröva", ""),
        case=case,
        body=body,
        others=[one for one in bodies if one != body],
        form=form,
        former=former,
        says=explained(work, climbing.what_the_test_says(case, body)) if former else [],
        obstacles=explained(work, _treated(case)),
    )


@step
def lay_before(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.LIFT, case, work.today)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            moved = lay_before_preparing(work.collaboration.pk, number, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Ärende {number} ligger hos {moved.body.name} för beredning."
            return work.done(said, work.url("case", number))
    preparing = case.body.prepared_by
    found = obstacles_to_lay_before(
        stage=CaseStage(case.stage),
        preparing=preparing.name if preparing else "",
        prepared=climbing.prepared_on(case, case.body) is not None,
        preparing_there=True,
        lifted=climbing.open_lift(case) is not None,
    )
    return work.page(
        "cases/lay_before.html",
        ("Ärenden", work.url("cases")),
        (case.number, work.url("case", case.number)),
        ("Lägg för beredning", ""),
        case=case,
        preparing=preparing,
        form=form,
        obstacles=explained(work, found),
    )


def _asked_for(bodies: list[Body], slug: str) -> Body:
    body = next((one for one in bodies if slug in ("", one.slug)), None)
    if body is None:
        raise Http404
    return body


def _treated(case: Case) -> list[Obstacle]:
    if case.stage in OPEN:
        return []
    return [Obstacle("case_is_treated", {"stage": CaseStage(case.stage).label})]
