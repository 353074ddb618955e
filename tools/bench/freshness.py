"""P11: is a change seen by the very next public request, and how old may a shared page be?"""

import socket
import time
from collections.abc import Iterator, Mapping
from gzip import decompress

from django.utils.timezone import localtime

from samverkan.cases.actions import rank_case
from samverkan.cases.choices import CaseStage, Rank
from samverkan.cases.models import Case
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.public.templatetags.swedish import thousands
from tools.bench.bars import Figure, NotMeasured
from tools.bench.load import ask, connect, request
from tools.bench.place import HOST
from tools.bench.server import nginx, serving

CHANGES = 500
SHARED_CHANGES = 12
PAGE = "/bench/beslutslaget/"
BY = Actor("Mätningen")


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    here = Collaboration.objects.get(slug="bench")
    Case.objects.filter(pk=_case(here).pk).update(stage=CaseStage.PREPARED)
    with serving(names["work"]) as alone:
        line = connect(alone.port)
        unseen = sum(not _seen(line, _change(here)) for _ in range(CHANGES))
        yield f"{CHANGES} ändringar, var och en följd av nästa fråga till applikationsservern"
        yield Figure("P11", unseen, "unseen", 0)
        try:
            with nginx(b"", alone.port) as (_, shared):
                oldest = max(_age(shared.port, _change(here)) for _ in range(SHARED_CHANGES))
        except NotMeasured as missing:
            yield f"åldern genom den delade cachen är inte mätt: {missing}"
        else:
            yield f"{SHARED_CHANGES} ändringar, sedda genom deploy/nginx.conf: äldst {oldest:.2f} s"
            yield Figure("P11", oldest, "s", 1.0)


def _case(here: Collaboration) -> Case:
    return Case.objects.filter(collaboration=here).latest("pk")


def _change(here: Collaboration) -> int:
    """Rank a case anew, and return how far the journal has come."""
    case = _case(here)
    other = next(rank for rank in Rank if rank != case.rank)
    rank_case(here.pk, case.number, other, by=BY, now=localtime())
    here.refresh_from_db()
    return here.head_sequence


def _seen(line: socket.socket, sequence: int) -> bool:
    _, body = ask(line, request(HOST, PAGE))
    return f"journalens läge {thousands(sequence)}" in decompress(body).decode()


def _age(port: int, sequence: int) -> float:
    """Return how long after a change the shared cache still gave the page from before it."""
    changed = last_old = time.monotonic()
    line = connect(port)
    while not _seen(line, sequence):
        last_old = time.monotonic()
        time.sleep(0.01)
    return last_old - changed
