"""What stands at the head of a principal's papers, noted by a coordinator."""

from django.http import HttpResponse

from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import StepRefused, refuse
from samverkan.people.permissions import Act, require
from samverkan.principals.letterheads import LABELS, Sender, sender_of, set_letterhead
from samverkan.www.forms import Form, day, email, line, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.papers.views import crumbs, find_principal


class LetterheadForm(Form):
    places = {
        "letterhead_without_name": "name",
        "not_an_organisation_number": "organisation_number",
        "not_a_vat_number": "vat_number",
        "vat_number_of_another": "vat_number",
        "not_a_bankgiro": "bankgiro",
        "email_not_an_address": "email",
        "letterhead_is_a_mobile": "phone",
        "letterhead_before_present": "first",
    }

    name = line("Namn", 120, missing="Skriv vad myndigheten heter i brevhuvudet.")
    address = line("Postadress", 300, hint="På en rad: gatuadress, postnummer och ort.")
    phone = line("Telefon", 40, hint="Växeln, inte en persons nummer.")
    email = email("E-post", hint="En funktionsbrevlåda.")
    organisation_number = line(
        "Organisationsnummer", 11, hint="Som 232100-0222.", look="govuk-input--width-10"
    )
    vat_number = line("Momsnummer", 14, hint="Som SE232100022201.", look="govuk-input--width-10")
    bankgiro = line("Bankgiro", 9, hint="Som 5728-3061.", look="govuk-input--width-10")
    first = day(
        "Gäller från",
        missing="Skriv från vilken dag brevhuvudet gäller.",
        hint="Samma dag som förut rättar uppgifterna. Med en senare dag gäller de förra till dess.",
    )


@step
def letterhead(work: Workspace, slug: str) -> HttpResponse:
    principal = find_principal(work, slug)
    require(work.user, Act.KEEP_PRINCIPALS, work.scope, work.today)
    present = principal.letterheads.filter(period__upper_inf=True).first()
    initial = vars(sender_of(present)) if present else {"name": principal.name}
    first = present.period.lower if present else None
    form = LetterheadForm(work.sent, initial={**initial, "first": first or work.today})
    if work.posted and form.is_valid():
        sender = Sender(**{name: typed(form, name) for name in LABELS})
        try:
            refuse(obstacles_to_text(**sender.by_label))
            set_letterhead(
                principal.pk, sender, first=typed(form, "first"), by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Brevhuvudet för {principal.name} är sparat."
            return work.done(said, work.url("paper_form", slug))
    return work.page(
        "papers/letterhead.html",
        *crumbs(work, principal, "Brevhuvud"),
        principal=principal,
        form=form,
    )
