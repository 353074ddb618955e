"""What we want to know of a case's way up: the test, the ladder, and the lifts through the line."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch, QuerySet

from samverkan.bodies.choices import Relation
from samverkan.bodies.models import Body, Parentage
from samverkan.cases import hooks, rules
from samverkan.cases.choices import CaseStage, LiftState, LineAnswer
from samverkan.cases.models import Admission, Case, Lift, LineEntry
from samverkan.cases.routines import routine_of
from samverkan.cases.rules.admission import OPEN, TRIED_LOCALLY
from samverkan.cases.rules.questions import Answer, Question
from samverkan.cases.rules.routine import lift_is_strict, questions_of
from samverkan.cases.wording import LOCALLY
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.models import Principal


def questions_for(case: Case, body: Body) -> list[Question]:
    """Return what is asked before a body takes up a case.

    Where another body prepares, the case's own routine says (R151); it may leave it unsaid.
    """
    if body.prepared_by_id is not None and (own := questions_of(routine_of(case))):
        return list(own)
    return rules.usual_questions(
        prepared_elsewhere=body.prepared_by_id is not None,
        prepares_for_others=body.prepares_for.exists(),
        in_fixed_structure=body.in_fixed_structure,
    )


def every_line_answers(case: Case) -> bool:
    """Return whether the case's routine stops a lift until every line has answered (Q10)."""
    return lift_is_strict(routine_of(case))


def admission_of(case: Case, body: Body) -> Admission | None:
    """Return how the test before a body was answered last."""
    return Admission.objects.filter(case=case, body=body).order_by("pk").last()


def answers_of(admission: Admission | None) -> list[Answer]:
    """Return the answers of a test; none when it has not been answered."""
    given = admission.answers if admission else []
    return [Answer(one["key"], one["yes"], one["reason"]) for one in given]


def treated_at(case: Case) -> list[hooks.Treated]:
    """Return where and when bodies have met and treated a case, the first first."""
    found = [one for tells in hooks.TREATED_AT for one in tells(case)]
    return sorted(found, key=lambda one: one.on)


def prepared_on(case: Case, body: Body) -> date | None:
    """Return the day the case was last prepared for a body by the one that prepares for it."""
    days = [one.on for one in treated_at(case) if one.prepared and one.body == body.prepared_by_id]
    return max(days, default=None)


def obstacles_to_take_up(case: Case, body: Body) -> list[Obstacle]:
    """Return what stands in the way of a case before a body: nothing where no other prepares."""
    if body.prepared_by is None:
        return []
    return rules.obstacles_to_take_up(
        preparing=body.prepared_by.name,
        body=body.name,
        prepared=prepared_on(case, body) is not None,
        admission=what_the_test_says(case, body),
    )


def what_the_test_says(case: Case, body: Body) -> list[Obstacle]:
    """Return what the answers to a body's admission test say against it taking up the case."""
    answers = answers_of(admission_of(case, body))
    return rules.obstacles_to_admit(questions_for(case, body), answers, body=body.name)


def lifts_of(case: Case) -> QuerySet[Lift]:
    """Return the lifts of a case, the first first, with their bodies."""
    return case.lifts.select_related("from_body", "to_body").order_by("begun_at", "pk")


def lifts_with_entries(case: Case) -> list[Lift]:
    """Return the lifts of a case with what each line says, in three questions however many."""
    entries = LineEntry.objects.select_related("principal").order_by("principal__position")
    return list(lifts_of(case).prefetch_related(Prefetch("entries", entries)))


def open_lift(case: Case) -> Lift | None:
    """Return the lift of a case that is under way."""
    return lifts_of(case).filter(state=LiftState.OPEN).first()


def entries_of(lift: Lift) -> list[LineEntry]:
    """Return what each principal's line says of a lift, in the principals' order, with links."""
    found = lift.entries.select_related("principal").prefetch_related("links")
    return list(found.order_by("principal__position"))


def obstacles_before_completed(lift: Lift, entries: Sequence[LineEntry]) -> list[Obstacle]:
    """Return what stands in the way of giving a lifted case to its new body as things are now."""
    case, body = lift.case, lift.to_body
    binds = [one for binding in hooks.BINDS_TO_BODY for one in binding(case)]
    below = [one for one in obstacles_to_take_up(case, body) if one.code == "not_prepared_below"]
    ended = [] if case.stage in OPEN else [_treated(case)]
    # A body that nobody prepares for may ask too (R085), but does not wait for the answers.
    asked = body.prepared_by_id is not None or admission_of(case, body) is not None
    return rules.obstacles_to_complete(
        state=LiftState(lift.state),
        before=[*ended, *binds, *below],
        admission=what_the_test_says(case, body) if asked else [],
        silent=[one.principal.short_name for one in entries if one.is_open],
        objecting=[one.principal.short_name for one in entries if one.answer == LineAnswer.OBJECTS],
        every_line_answers=every_line_answers(case),
    )


def stands(body: Body) -> rules.Stands:
    """Return where a body stands, to compare levels."""
    return rules.Stands(body.level, body.sphere, body.responsibility, body.prepared_by_id)


def principals_concerned(collaboration_id: int, on: date) -> list[Principal]:
    """Return the principals whose line may be asked on a day: all of them."""
    found = Principal.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    return list(found.order_by("position"))


def rungs_of(case: Case) -> list[rules.Rung]:
    """Return the steps of the ladder that a case stands on; none where no body prepares."""
    here = Body.objects.filter(collaboration_id=case.collaboration_id)
    bodies = {body.pk: body for body in here.order_by("position", "name")}
    chain = _chain(bodies, case.body_id)
    if len(chain) == 1:
        above = Parentage.objects.filter(child=case.body_id, relation=Relation.UNDER)
        parents = [_chain(bodies, pk) for pk in above.values_list("parent_id", flat=True)]
        longer = next((parent for parent in parents if len(parent) > 1), None)
        if longer is None:
            return []
        chain = [case.body_id, *longer]
    return [rules.Rung(LOCALLY), *(rules.Rung(bodies[pk].name, pk) for pk in chain)]


def ladder_of(case: Case, treated: Sequence[hooks.Treated] | None = None) -> list[rules.LadderStep]:
    """Return the ladder for a case: local, officials, and the bodies above them."""
    rungs = rungs_of(case)
    if not rungs:
        return []
    known = treated_at(case) if treated is None else treated
    lift = open_lift(case)
    return rules.ladder(
        rungs,
        at=case.body_id,
        treated={one.body: one.on for one in known},
        locally=_tried_locally(case),
        lifted_to=lift.to_body_id if lift else None,
        settled=case.stage not in OPEN,
    )


def _chain(bodies: dict[int, Body], start: int) -> list[int]:
    """Return the bodies below and above one, by which prepares for which, the lowest first."""
    chain = [start]
    while (below := bodies[chain[0]].prepared_by_id) and below not in chain:
        chain.insert(0, below)
    while above := [
        pk for pk, body in bodies.items() if body.prepared_by_id == chain[-1] and pk not in chain
    ]:
        chain.append(above[0])
    return chain


def _tried_locally(case: Case) -> Answer | None:
    given = [
        answer
        for admission in case.admissions.order_by("pk")
        for answer in answers_of(admission)
        if answer.key == TRIED_LOCALLY.key
    ]
    return given[-1] if given else None


def _treated(case: Case) -> Obstacle:
    return Obstacle("case_is_treated", {"stage": CaseStage(case.stage).label})
