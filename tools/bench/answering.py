"""P8: sixteen who register answers at once, against one: nothing lost, and no slower."""

import multiprocessing
import os
import time
from collections.abc import Iterator, Mapping
from multiprocessing.synchronize import Barrier

from django.db import connections
from django.db.models import Count
from django.utils.timezone import localtime

from samverkan.dispatches.actions import dispatch_recommendation, register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.models import Answer, Dispatch, Recommendation
from samverkan.dispatches.rules import Told
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration, Entry
from samverkan.journal.verify import verify
from tools.bench.bars import Figure
from tools.bench.place import fill
from tools.bench.rounds import medians

SLUG = "svarar"
WRITERS = 16
EACH = 10
ROUNDS = 5
BY = Actor("Registratorn", "Kommunen")


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    turns = 2 * (ROUNDS + 1)
    fill(names["work"], slug=SLUG, cases=turns * EACH, ready=turns * EACH)
    waiting = iter(_dispatched())
    many = WRITERS * EACH

    def answers(writers: int) -> float:
        return many / _together(writers, [next(waiting) for _ in range(many)])

    found = medians(ROUNDS, {"one": lambda: answers(1), "all": lambda: answers(WRITERS)})
    yield f"{turns * many} svar med journalanteckning, hälften av {WRITERS} processer samtidigt"
    yield Figure("P8", _faults(turns * many), "lost or doubled", 0)
    yield f"en åt gången: {found['one']:.0f} svar/s, {WRITERS} samtidigt: {found['all']:.0f} svar/s"
    yield Figure("P8", found["all"] / found["one"], "x", 1.0, at_least=True)


def _dispatched() -> list[int]:
    for one in Recommendation.objects.filter(collaboration__slug=SLUG).order_by("pk"):
        dispatch_recommendation(one.collaboration_id, one.number, by=BY, now=localtime())
    found = Dispatch.objects.filter(recommendation__collaboration__slug=SLUG)
    return list(found.order_by("pk").values_list("pk", flat=True))


def _together(writers: int, dispatches: list[int]) -> float:
    """Return the seconds it takes so many processes to answer all of these, each its share."""
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    barrier = fork.Barrier(writers + 1)
    shares = [dispatches[number::writers] for number in range(writers)]
    processes = [fork.Process(target=_write, args=(share, barrier)) for share in shares]
    for process in processes:
        process.start()
    barrier.wait(60)
    began = time.perf_counter()
    for process in processes:
        process.join()
    took = time.perf_counter() - began
    if any(process.exitcode for process in processes):
        raise RuntimeError("a writer ended with a fault")
    return took


def _write(dispatches: list[int], barrier: Barrier) -> None:
    Collaboration.objects.filter(slug=SLUG).exists()  # connected, like a process that serves
    barrier.wait(60)
    for dispatch in dispatches:
        told = Told(AnswerKind.RECEIVED, reference_number=f"KS 2026/{dispatch}")
        register_answer(dispatch, told, seen=0, by=BY, now=localtime())
    connections.close_all()
    os._exit(0)


def _faults(expected: int) -> int:
    """Return how many answers or entries are lost or doubled, and one more for a broken chain."""
    here = Collaboration.objects.get(slug=SLUG)
    entries = Entry.objects.filter(collaboration=here, verb="answer.received").count()
    answers = Answer.objects.filter(dispatch__recommendation__collaboration=here)
    doubled = answers.values("dispatch").annotate(count=Count("pk")).filter(count__gt=1).count()
    broken = verify(here).broken_at is not None
    return abs(expected - entries) + abs(expected - answers.count()) + doubled + broken
