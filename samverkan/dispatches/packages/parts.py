"""The parts of a package, in their order. A new kind of part is a function in PARTS."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.timezone import localdate

from samverkan.dispatches.choices import PackageRole
from samverkan.dispatches.models import Package
from samverkan.dispatches.packages.letter import letter_text
from samverkan.dispatches.papers import paper_docx
from samverkan.documents.models import Annex
from samverkan.documents.pdf import letter_pdf, proposal_pdf
from samverkan.documents.queries import content_of
from samverkan.documents.renditions import rendition
from samverkan.documents.rules import safe_name

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_OF_A_NAME = 100


@dataclass(frozen=True)
class Part:
    """One file on its way into a package."""

    path: str
    title: str
    role: PackageRole
    media_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Return the sum of the file."""
        return hashlib.sha256(self.data).hexdigest()


def the_letter(package: Package) -> Iterable[Part]:
    """Give the letter (missiv): what this is, what is asked for, and what comes with it."""
    text = letter_text(package, annexes_of(package))
    yield Part("01 Missiv.pdf", "Missiv", PackageRole.LETTER, PDF, letter_pdf(text))


def the_proposal(package: Package) -> Iterable[Part]:
    """Give the decision proposal (R155, R311), as it was frozen at the dispatch."""
    printed = proposal_pdf(package.dispatch.proposal)
    title = "Förslag till beslut"
    yield Part("02 Förslag till beslut.pdf", title, PackageRole.PROPOSAL, PDF, printed)


def the_own_paper(package: Package) -> Iterable[Part]:
    """Give the proposal as a Word file in the principal's own form (R155), ready to work on."""
    path = "03 Förslag till beslut.docx"
    yield Part(
        path, "Förslag till beslut", PackageRole.OWN_PAPER, DOCX, paper_docx(package.dispatch)
    )


def the_annexes(package: Package) -> Iterable[Part]:
    """Give each annex as it came in (R313), and as a tagged PDF where one can be made of it."""
    for number, annex in enumerate(annexes_of(package), start=1):
        document = annex.document
        data = content_of(document)
        path = f"Bilagor/{number:02} {_shortened(safe_name(document.name))}"
        yield Part(path, annex.name, PackageRole.ANNEX, document.content_type, data)
        on = localdate(document.added_at)
        if made := rendition(data, document.content_type, title=annex.name, on=on):
            stem = path.rpartition(".")[0] or path
            told = PackageRole.RENDITION
            yield Part(f"{stem} (läsversion).pdf", annex.name, told, PDF, made)


PARTS: list[Callable[[Package], Iterable[Part]]] = [
    the_letter,
    the_proposal,
    the_own_paper,
    the_annexes,
]


def annexes_of(package: Package) -> list[Annex]:
    """Return the annexes of the recommendation that was dispatched."""
    clauses = package.dispatch.recommendation.item.clauses
    return list(clauses.annexes.select_related("document")) if clauses else []


def _shortened(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{stem[:MOST_OF_A_NAME]}{dot}{ending}" if dot else name[:MOST_OF_A_NAME]
