"""What comes next for a case, and who takes that step."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format

from samverkan.cases import permissions
from samverkan.cases.actions import obstacles_before_prepared
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case, CaseExit
from samverkan.cases.rules.exits import COMES_BACK
from samverkan.dispatches import permissions as dispatch_permissions
from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.models import Recommendation
from samverkan.journal.obstacles import Remark
from samverkan.meetings import permissions as meeting_permissions
from samverkan.meetings.models import Item
from samverkan.meetings.rules import BEFORE_HELD
from samverkan.sentences import DAY
from samverkan.www.pages import Workspace

ROAD = [
    (CaseStage.RAISED, "Väckt"),
    (CaseStage.PREPARED, "Berett"),
    (CaseStage.RECOMMENDED, "Rekommenderat"),
    (CaseStage.DISPATCHED, "Expedierat"),
    (CaseStage.REPORTED_BACK, "Återrapporterat"),
]


@dataclass(frozen=True)
class Next:
    """A next step: what it is, why, and the button for one who may take it."""

    heading: str
    text: str
    label: str = ""
    url: str = ""


def next_step(
    work: Workspace,
    case: Case,
    items: Sequence[Item],
    recommendations: Sequence[Recommendation],
    exits: Sequence[CaseExit] = (),
) -> Next:
    """Return the one thing that brings the case on its way from where it is."""
    last = exits[-1] if exits else None
    if last and last.ended:
        return Next("inget mer", f"Ärendet är avslutat: {last.told}.")
    if last and last.kind in COMES_BACK and not hasattr(last, "came_back"):
        return _come_back(work, case, last)
    if case.stage == CaseStage.RAISED:
        return _prepare(work, case)
    if case.stage == CaseStage.PREPARED:
        return _treat(work, case, items)
    if not recommendations:
        return _await_approval(work, case, items)
    if case.stage == CaseStage.RECOMMENDED:
        return _dispatch(work, recommendations[-1])
    return _follow(work, case, recommendations[-1])


def _come_back(work: Workspace, case: Case, away: CaseExit) -> Next:
    place = away.place or away.name
    if permissions.may(work.user, permissions.Act.LEAVE, case, work.today):
        return Next(
            f"ärendet kommer tillbaka från {place}",
            "Anteckna vad de kom fram till, så går ärendet vidare härifrån.",
            "Anteckna resultatet",
            work.url("return_case", case.number),
        )
    return Next(f"ärendet är hos {place}", "Koordinatorerna antecknar när det kommer tillbaka.")


def _prepare(work: Workspace, case: Case) -> Next:
    found = obstacles_before_prepared(case, handler_known=True)
    missing = [one for one in found if not isinstance(one, Remark)]
    if missing and permissions.may(work.user, permissions.Act.DOCUMENT, case, work.today):
        return Next(
            "komplettera ärendet",
            "Fyll i det som saknas, så att ärendet kan bli berett.",
            "Skriv i ärendet",
            work.url("document_case", case.number),
        )
    if permissions.may(work.user, permissions.Act.PREPARE, case, work.today):
        return Next(
            "markera ärendet som berett",
            "Då blir det offentligt och kan sättas upp på en dagordning.",
            "Bered ärendet",
            work.url("prepare_case", case.number),
        )
    return Next("beredning", "Koordinatorerna bereder ärendet tillsammans med den som väckte det.")


def _treat(work: Workspace, case: Case, items: Sequence[Item]) -> Next:
    on_agenda = next((one for one in items if one.meeting.stage in BEFORE_HELD), None)
    if on_agenda:
        day = date_format(on_agenda.meeting.on, DAY)
        return Next(
            f"organet behandlar ärendet den {day}",
            "Det står på dagordningen.",
            "Öppna mötet",
            work.url("meeting", on_agenda.meeting.body.slug, on_agenda.meeting.on),
        )
    act = meeting_permissions.Act.PREPARE_AGENDA
    if meeting_permissions.may(work.user, act, case, work.today):
        return Next(
            "sätt upp ärendet på en dagordning",
            "Ärendet är berett och väntar på ett möte.",
            "Välj möte",
            work.url("place_case", case.number),
        )
    return Next("ett möte", "Arbetsutskottet sätter upp ärendet på en dagordning.")


def _await_approval(work: Workspace, case: Case, items: Sequence[Item]) -> Next:
    if case.stage != CaseStage.RECOMMENDED or not items:
        return Next("inget mer", "Organet enades inte. Ärendet är avslutat.")
    meeting = items[-1].meeting
    return Next(
        "anteckningarna justeras",
        "När den som ledde mötet har justerat upprättas rekommendationen och kan expedieras.",
        "Öppna mötet",
        work.url("meeting", meeting.body.slug, meeting.on),
    )


def _dispatch(work: Workspace, recommendation: Recommendation) -> Next:
    act = dispatch_permissions.Act.DISPATCH
    if dispatch_permissions.may(work.user, act, recommendation, work.today):
        return Next(
            "expediera rekommendationen",
            "Den går till alla huvudmän på en gång, för beslut hos var och en.",
            "Förbered expedieringen",
            work.url("dispatch", recommendation.number),
        )
    return Next("expediering", "Koordinatorerna expedierar rekommendationen till huvudmännen.")


def _follow(work: Workspace, case: Case, recommendation: Recommendation) -> Next:
    text = "Varje huvudman beslutar för sig. Utfallet kommer tillbaka till organets nästa möte."
    if case.stage != CaseStage.DISPATCHED:
        text = "Utfallet är återrapporterat. Kommer fler svar återrapporteras även de."
        if not recommendation.dispatches.filter(awaited()).exists() and permissions.may(
            work.user, permissions.Act.FINISH, case, work.today
        ):
            return Next(
                "avsluta ärendet",
                "Alla huvudmän har beslutat och utfallet är återrapporterat.",
                "Avsluta ärendet",
                work.url("finish_case", case.number),
            )
    act = dispatch_permissions.Act.DISPATCH
    if dispatch_permissions.may(work.user, act, recommendation, work.today):
        url = work.url("recommendation", recommendation.number)
    else:
        url = work.public_url("recommendation", recommendation.number)
    return Next("följ huvudmännens beslut", text, "Se vem som har svarat", url)
