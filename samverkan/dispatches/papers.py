"""The decision proposal as a Word file, in each principal's own form or the joint neutral one."""

import hashlib
import zipfile
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime
from io import BytesIO

from django.utils.timezone import localdate

from samverkan.dispatches.actions.found import annex_names
from samverkan.dispatches.models import Dispatch, PaperTemplate, Recommendation
from samverkan.dispatches.proposals import proposal_text
from samverkan.dispatches.rules.papers import lead_of
from samverkan.documents.models import Content
from samverkan.documents.texts import ProposalText
from samverkan.documents.word.fields import SAMPLE
from samverkan.documents.word.filling import filled
from samverkan.documents.word.neutral import neutral_form
from samverkan.documents.word.package import Unreadable, put
from samverkan.documents.word.values import values_of
from samverkan.principals.letterheads import letterheads_on
from samverkan.principals.models import Principal
from samverkan.principals.queries import names_on, usual_deciders

NEUTRAL = "den gemensamma neutrala mallen"
OWN = "egen mall från {first}"


@dataclass(frozen=True)
class Paper:
    """A proposal as a file: what it is called, its bytes, whose it is, and in which form."""

    name: str
    data: bytes
    addressee: str
    form: str


def paper_docx(dispatch: Dispatch) -> bytes:
    """Return what was sent to a principal as a Word file, in its form of that day.

    The text is the frozen one; a reference number that has been told since stands in its place.
    """
    forms = forms_on([dispatch.principal_id], localdate(dispatch.dispatched_at))
    return _filled(dispatch, forms.get(dispatch.principal_id), dispatch.recommendation.body.name)


def papers_of(recommendation: Recommendation) -> list[Paper]:
    """Return the proposals to all principals as Word files, in their order."""
    dispatches = list(
        recommendation.dispatches.select_related("principal").order_by(
            "principal__position", "principal__name"
        )
    )
    days = {localdate(one.dispatched_at) for one in dispatches}
    forms = {day: forms_on([one.principal_id for one in dispatches], day) for day in days}
    papers = []
    for one in dispatches:
        form = forms[localdate(one.dispatched_at)].get(one.principal_id)
        papers.append(
            Paper(
                f"forslag-{recommendation.number}-{one.principal.slug}.docx",
                _filled(one, form, recommendation.body.name),
                one.addressee,
                OWN.format(first=form.first) if form else NEUTRAL,
            )
        )
    return papers


def papers_zip(recommendation: Recommendation) -> bytes:
    """Return all principals' proposals in one file, with a list of them; same papers same bytes."""
    packed, rows = BytesIO(), []
    with zipfile.ZipFile(packed, "w") as archive:
        for paper in papers_of(recommendation):
            put(archive, paper.name, paper.data)
            sha256 = hashlib.sha256(paper.data).hexdigest()
            rows.append(
                f"{paper.name}\n    {paper.addressee}, {paper.form}\n    SHA-256 {sha256}\n"
            )
        head = f"Rekommendation {recommendation.number}\n{recommendation.title}\n\n"
        put(archive, "00 Innehåll.txt", (head + "\n".join(rows)).encode())
    return packed.getvalue()


def paper_name(dispatch: Dispatch) -> str:
    """Return what a proposal to a principal is called as a Word file."""
    return f"forslag-{dispatch.recommendation.number}-{dispatch.principal.slug}.docx"


@dataclass(frozen=True)
class FormInUse:
    """A principal's own form as it is used: from which day, and its bytes."""

    first: date
    data: bytes


def forms_on(principals: Collection[int], on: date) -> dict[int, FormInUse]:
    """Return the forms that some principals use on a day, by id; those without have none here."""
    found = list(
        PaperTemplate.objects.filter(principal__in=principals, period__contains=on).select_related(
            "document"
        )
    )
    sums = {one.document.content_id for one in found}
    data = dict(Content.objects.filter(pk__in=sums).values_list("sha256", "data"))
    return {
        one.principal_id: FormInUse(one.first, bytes(data[one.document.content_id]))
        for one in found
    }


def _filled(dispatch: Dispatch, form: FormInUse | None, creator: str) -> bytes:
    values = values_of(dispatch.proposal, reference_number=dispatch.reference_number)
    at: datetime = dispatch.dispatched_at
    if form is not None:
        try:
            return filled(form.data, values, creator=creator, at=at)
        except Unreadable:  # it could be read when it came in; the paper must come all the same
            pass
    return filled(neutral_form(), values, creator=creator, at=at)


def draft_text(recommendation: Recommendation, principal: Principal, on: date) -> ProposalText:
    """Return the proposal that a principal would get if it were sent on a day."""
    return proposal_text(
        recommendation,
        principal,
        addressee=names_on([principal], on)[principal.pk],
        decider=usual_deciders(principal.collaboration_id).get(principal.pk, ""),
        annexes=annex_names(recommendation),
        sender=letterheads_on([principal.pk], on).get(principal.pk),
    )


def previewed(
    principal: Principal, form: bytes | None, recommendation: Recommendation | None, on: date
) -> bytes:
    """Return a form filled in to look at: with a recommendation as sent, or as it would be.

    Without one it is filled in with examples, and with what is known of the principal.
    """
    form = form or neutral_form()
    if recommendation is None:
        return filled(form, SAMPLE | _known_of(principal, on))
    sent = recommendation.dispatches.filter(principal=principal).first()
    if sent is not None:
        number = sent.reference_number
        return filled(form, values_of(sent.proposal, reference_number=number))
    return filled(form, values_of(draft_text(recommendation, principal, on)))


def _known_of(principal: Principal, on: date) -> dict[str, list[str]]:
    sender = letterheads_on([principal.pk], on).get(principal.pk)
    decider = usual_deciders(principal.collaboration_id).get(principal.pk, "")
    known = values_of(
        {
            "principal": principal.name,
            "lead": lead_of(decider),
            "letterhead": asdict(sender) if sender else None,
        }
    )
    own = ("huvudman", "mottagare", "beslutande_organ", "inledning")
    return {
        name: value for name, value in known.items() if name in own or name.startswith("avsandare")
    }
