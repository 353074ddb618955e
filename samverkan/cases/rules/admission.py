"""Rules for which questions a body takes up. Pure: no database, no clock."""

from collections.abc import Iterable, Sequence

from samverkan.cases.choices import CaseStage
from samverkan.cases.rules.questions import Answer, Question
from samverkan.journal.obstacles import Obstacle, Remark

OPEN = (CaseStage.RAISED, CaseStage.PREPARED)
TRIED_LOCALLY = Question(
    "tried_locally",
    "Är det prövat att lösa frågan lokalt, utan att det räckte?",
    "överenskommelsen § 5.1.2",
)
TRIED_BY_OFFICIALS = Question(
    "tried_by_officials",
    "Är det prövat att lösa frågan bland tjänstepersoner, utan att det räckte?",
    "överenskommelsen § 5.1.2",
)
LIKE_HANDLING = Question(
    "like_handling",
    "Är det angeläget att frågan hanteras på ett likartat sätt i hela länet?",
    "överenskommelsen § 5.1.2",
    stops=False,
)
POLITICAL = Question(
    "political",
    "Är det viktigt att frågan blir föremål också för politiskt samråd?",
    "överenskommelsen § 5.1.2",
    stops=False,
)
REGIONAL_LEADERSHIP = Question(
    "regional_leadership",
    "Bör frågan lösas på regional ledningsnivå?",
    "överenskommelsen § 6.1.2",
    stops=False,
)
OVERARCHING = Question(
    "overarching",
    "Behöver frågan diskuteras på en mer övergripande nivå?",
    "överenskommelsen § 5.1.6",
    stops=False,
)


def usual_questions(
    *, prepared_elsewhere: bool, prepares_for_others: bool, in_fixed_structure: bool
) -> list[Question]:
    """Return what is asked before a body takes up a case, by where the body stands.

    Agreement § 5.1.2 (R057, R058): what another body prepares has not been possible to solve
    locally or by officials, needs like handling in the whole county, and political consultation.
    § 6.1.2 (R085): what the preparing body takes up should be solved at regional leadership level.
    § 5.1.6: an arena beyond the fixed structure takes what needs a more overarching level.
    """
    if prepared_elsewhere and in_fixed_structure:
        return [TRIED_LOCALLY, TRIED_BY_OFFICIALS, LIKE_HANDLING, POLITICAL]
    if prepared_elsewhere:
        return [OVERARCHING]
    return [REGIONAL_LEADERSHIP] if prepares_for_others else []


def obstacles_to_answer(
    *, stage: CaseStage, questions: Sequence[Question], answers: Iterable[Answer]
) -> list[Obstacle]:
    """List what stands in the way of keeping the answers to the admission test.

    Agreement § 5.1.2 (R057): both that the question was tried locally and by officials is answered
    with a reason; so is every other question of the test (R058, R085).
    """
    given = {answer.key: answer for answer in answers}
    obstacles = []
    if stage not in OPEN:
        obstacles.append(Obstacle("case_is_treated", {"stage": stage.label}))
    if not questions:
        obstacles.append(Obstacle("no_admission_test"))
    if set(given) - {question.key for question in questions}:
        obstacles.append(Obstacle("question_not_asked"))
    for question in questions:
        answer = given.get(question.key)
        if answer is None:
            obstacles.append(Obstacle("question_unanswered", {"question": question.text}))
        elif not answer.reason.strip():
            obstacles.append(Obstacle("answer_without_reason", {"question": question.text}))
    return obstacles


def obstacles_to_admit(
    questions: Sequence[Question], answers: Iterable[Answer], *, body: str
) -> list[Obstacle]:
    """List what the answers say against a body taking up a case: obstacles, and remarks.

    Agreement § 5.1.2 (R057): what has not been tried locally and by officials stops. § 5.1.2
    (R058) and § 6.1.2 (R085): any other "no" is passed with a written reason.
    """
    given = {answer.key: answer for answer in answers}
    if any(question.key not in given for question in questions):
        return [Obstacle("admission_unanswered", {"body": body})]
    against = [one for one in questions if given[one.key].yes is not one.needed]
    return [
        Obstacle("not_admitted", {"question": one.text, "body": body})
        if one.stops
        else Remark("admission_warns", {"question": one.text})
        for one in against
    ]


def obstacles_to_take_up(
    *, preparing: str, body: str, prepared: bool, admission: Sequence[Obstacle]
) -> list[Obstacle]:
    """List what stands in the way of a case before a body that takes up what another has prepared.

    Agreement § 5.1.2 and § 6.1.2 (R060, R091): cases to Samråd are prepared in LSG. What the
    admission test warns of has its written reason there, so only what stops is left here.
    """
    obstacles = []
    if not prepared:
        obstacles.append(Obstacle("not_prepared_below", {"preparing": preparing, "body": body}))
    return [*obstacles, *(one for one in admission if not isinstance(one, Remark))]


def obstacles_to_lay_before(
    *, stage: CaseStage, preparing: str, prepared: bool, preparing_there: bool, lifted: bool
) -> list[Obstacle]:
    """List what stands in the way of laying a case before the body that prepares for its own.

    Agreement § 5.1.2 (R060): also what is raised in Samråd is prepared in LSG.
    """
    obstacles = []
    if stage not in OPEN:
        obstacles.append(Obstacle("case_is_treated", {"stage": stage.label}))
    if not preparing:
        obstacles.append(Obstacle("nobody_prepares"))
    elif not preparing_there:
        obstacles.append(Obstacle("body_takes_no_cases"))
    if prepared:
        obstacles.append(Obstacle("already_prepared_below", {"preparing": preparing}))
    if lifted:
        obstacles.append(Obstacle("lift_is_open"))
    return obstacles
