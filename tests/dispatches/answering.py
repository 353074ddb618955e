"""How tests let a principal answer."""

from django.utils.timezone import localtime

from samverkan.dispatches.actions import register_answer, register_answer_with_file
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.rules import Told
from samverkan.journal.actors import Actor
from tests.documents.files import pdf

EXTRACT = pdf()


def answers(recommendation, name, *, approved=True, now=None, **facts):
    """Let a principal decide, by its short name, with an extract."""
    sent = recommendation.dispatches.get(principal__short_name=name)
    now = now or localtime()
    told = {"on": now.date(), "deciding_body": "Kommunstyrelsen", "paragraph": "§ 31"}
    kind = AnswerKind.APPROVED if approved else AnswerKind.REJECTED
    known = {"name": "utdrag.pdf", "data": EXTRACT, "seen": sent.answers_count, "now": now}
    by = Actor("Registrator via personlig länk", sent.principal.name)
    return register_answer_with_file(sent.pk, Told(kind, **told), by=by, **known | facts)


def receives(recommendation, name, *, number="KS 1", now=None, **facts):
    """Let a principal confirm reception."""
    sent = recommendation.dispatches.get(principal__short_name=name)
    told = Told(AnswerKind.RECEIVED, reference_number=number)
    by = Actor("Registrator via personlig länk", sent.principal.name)
    known = {"seen": sent.answers_count, "now": now or localtime(), "by": by}
    return register_answer(sent.pk, told, **known | facts)
