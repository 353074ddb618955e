"""What the fields of a form are filled in with: a decision proposal, field by field."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format

LABELS = {
    "organisation_number": "Org.nr",
    "vat_number": "Momsnr",
    "bankgiro": "Bankgiro",
    "phone": "Telefon",
    "email": "E-post",
}
_SENDER = {
    "avsandare_adress": "address",
    "avsandare_telefon": "phone",
    "avsandare_epost": "email",
    "avsandare_organisationsnummer": "organisation_number",
    "avsandare_momsnummer": "vat_number",
    "avsandare_bankgiro": "bankgiro",
}
_CONSEQUENCES = {
    "konsekvenser_ekonomi": "economy",
    "konsekvenser_barn": "children",
    "konsekvenser_minoritet": "minority",
    "konsekvenser_personal": "staff",
}


def values_of(text: Mapping[str, Any], *, reference_number: str = "") -> dict[str, list[str]]:
    """Return a proposal (ProposalText) field by field, each as paragraphs; empty is unknown.

    Once the principal has told its reference number, that stands where the frozen text has none.
    """
    said = text.get
    sender = said("letterhead") or {}
    weighed = said("consequences") or {}
    lead = str(said("lead", ""))
    lines = {
        "rubrik": said("title"),
        "diarienummer": reference_number or said("reference_number"),
        "huvudman": said("principal"),
        "mottagare": said("addressee") or said("principal"),
        "beslutande_organ": said("decider") or lead.removesuffix(" beslutar"),
        "inledning": lead,
        "rekommendation": said("recommendation_number"),
        "rekommenderande_organ": said("body"),
        "rekommenderad_den": _day(said("agreed_on")),
        "punkt": said("point"),
        "svar_senast": _day(said("reply_by")),
        "kalla": f"Källa: {said('source')}" if said("source") else "",
        "avsandare_namn": sender.get("name") or said("addressee") or said("principal"),
        "avsandare_kontakt": _together(sender, "phone", "email"),
        "avsandare_nummer": _together(sender, "organisation_number", "vat_number", "bankgiro"),
        **{name: sender.get(key) for name, key in _SENDER.items()},
    }
    texts = {
        "sammanfattning": said("summary"),
        "bakgrund": said("background"),
        "resurser_och_finansiering": said("resources"),
        **{name: weighed.get(key) for name, key in _CONSEQUENCES.items()},
    }
    return {
        **{name: [str(value)] if value is not None else [] for name, value in lines.items()},
        **{name: _paragraphs(value or "") for name, value in texts.items()},
        "att_satser": list(said("clauses") or []),
        "bilagor": list(said("annexes") or []),
    }


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n[ \t]*\n", text) if part.strip()]


def _together(sender: Mapping[str, str], *names: str) -> str:
    return " · ".join(f"{LABELS[name]}: {sender[name]}" for name in names if sender.get(name))


def _day(iso: str | None) -> str:
    return date_format(date.fromisoformat(iso), "j F Y") if iso else ""
