"""The principals' own papers in the story: letterheads, forms of their own, and consequences.

Telephone numbers, e-mail addresses and numbers of organisations are invented.
"""

import io
from datetime import datetime
from itertools import count

from docx import Document

from samverkan.cases.actions import Consequences, Sheet, weigh_consequences
from samverkan.demo.telling import Story
from samverkan.dispatches.actions import add_template, retire_template
from samverkan.dispatches.models import PaperTemplate
from samverkan.principals.choices import PrincipalKind
from samverkan.principals.letterheads import Sender, set_letterhead
from samverkan.principals.rules import is_bankgiro, is_organisation_number

WEIGHED = Consequences(
    economy_consequences="Arbetet ryms inom beslutad budget hos huvudmännen.",
    child_consideration=(
        "Barn berörs när en förälder får stöd. Förslaget ändrar inte barns egen rätt till stöd."
    ),
    minority_consideration="Information finns också på samiska, finska och meänkieli.",
    staff_consequences="Berörda får en halv dags genomgång. Arbetstiden ändras inte.",
    resources=(
        "Samordningen sker inom det gemensamma stödet, som kommunerna och regionen delar lika på."
    ),
)
HALF = Consequences(
    economy_consequences="Kostnaden är inte beräknad; den avgörs av vilka mål som sätts.",
    child_consideration="Målen gäller också barn. Varje huvudman hör barn på sitt sätt.",
)
OWN_FORMS = ("skelleftea", "mala", "region-vasterbotten")


def letterheads_are_noted(story: Story, *, now: datetime) -> None:
    """The coordinator notes the sender details of all but one, which has not told them."""
    for number, principal in enumerate(story.principals[:-1]):
        plain = principal.slug.replace("region-", "")
        sender = Sender(
            name=principal.name,
            address=f"Box {100 + number}, {principal.short_name}",
            phone=f"09{50 + number}-140 00",
            email=f"kontakt@{plain}.example",
            organisation_number=_organisation_number(number),
            bankgiro=_bankgiro(number) if principal.kind == PrincipalKind.MUNICIPALITY else "",
        )
        set_letterhead(
            principal.pk, sender, first=story.day(-350), by=story.as_coordinator, now=now
        )


def own_forms_come_in(story: Story, *, now: datetime) -> None:
    """Three principals send in forms of their own."""
    for slug in OWN_FORMS:
        principal = story.home_of(slug)
        add_template(
            principal.pk,
            name=f"forslag-till-beslut-{slug}.docx",
            data=_form(principal.short_name),
            first=now.date(),
            by=story.as_coordinator,
            now=now,
        )


def one_form_is_used_no_longer(story: Story, slug: str, *, now: datetime) -> None:
    """One principal wants the joint neutral form instead."""
    form = PaperTemplate.objects.get(principal=story.home_of(slug), period__upper_inf=True)
    retire_template(form.pk, by=story.as_coordinator, now=now)


def consequences_are_weighed(
    story: Story, sheet: Sheet, written: Consequences = WEIGHED, *, now: datetime
) -> None:
    """The coordinator writes what a case would mean, before it is sent."""
    weigh_consequences(
        story.collaboration.pk,
        story.numbers[sheet.title],
        written,
        by=story.as_coordinator,
        now=now,
    )


def _form(name: str) -> bytes:
    document = Document()
    document.sections[0].header.paragraphs[0].text = f"{name}\tDnr {{{{diarienummer}}}}"
    document.add_heading("Tjänsteskrivelse", level=1)
    document.add_paragraph("{{rubrik}}", style="Subtitle")
    for heading, field in (
        ("Förslag till beslut", "{{inledning}}"),
        ("", "{{att_satser}}"),
        ("Ärendet i korthet", "{{sammanfattning}}"),
        ("Ekonomiska konsekvenser", "{{konsekvenser_ekonomi}}"),
        ("Barnets bästa", "{{konsekvenser_barn}}"),
        ("Finansiering", "{{resurser_och_finansiering}}"),
        ("Beslutsunderlag", "{{bilagor}}"),
    ):
        if heading:
            document.add_heading(heading, level=2)
        document.add_paragraph(field, style="List Number" if "satser" in field else None)
    document.sections[0].footer.paragraphs[0].text = "{{avsandare_namn}}, {{avsandare_adress}}"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _organisation_number(number: int) -> str:
    """Return an invented number whose check digit holds."""
    tried = (f"299{number:03}-{last:04}" for last in count(1000))
    return next(one for one in tried if is_organisation_number(one))


def _bankgiro(number: int) -> str:
    tried = (f"{900 + number}-{last:04}" for last in count(1000))
    return next(one for one in tried if is_bankgiro(one))
