"""Every sentence about recommendations, dispatches and answers."""

from collections.abc import Sequence

from samverkan.dispatches.rules import Tally

OBSTACLES = {
    "already_dispatched": "Rekommendationen är redan expedierad till alla huvudmän.",
    "minutes_not_approved": "Anteckningarna är inte justerade. Expediera när de är det.",
    "annexes_missing": "Bilagor nämns men är inte bifogade: %(annexes)s. Bifoga dem.",
    "unreachable": ("Registratorns e-post saknas för %(principals)s. Lägg in den under Huvudmän."),
    "reply_by_passed": "Svarsdagen har passerat. Välj en senare dag, eller lämna fältet tomt.",
    "answered_meanwhile": (
        "Någon annan lämnade ett svar medan du skrev. Det du skrev finns kvar här nedanför: läs "
        "det nya svaret och lämna ditt igen om det behövs."
    ),
    "already_decided": (
        "Beslutet är redan registrerat: %(state)s. Är det fel? Välj att rätta svaret."
    ),
    "nothing_to_correct": "Det finns inget svar att rätta.",
    "no_reason": "Skriv varför svaret rättas.",
    "no_reference_number": "Ange ert diarienummer.",
    "no_planned_day": "Ange vilken dag mötet är planerat till.",
    "planned_day_passed": "Mötesdagen har passerat. Ange en kommande dag.",
    "planned_day_far": "Mötesdagen ligger mer än två år bort. Kontrollera årtalet.",
    "no_decision_day": "Ange vilken dag beslutet fattades.",
    "decision_day_ahead": (
        "Beslutsdagen ligger i framtiden. Är mötet planerat? Lämna i så fall ”planerat möte”."
    ),
    "no_deciding_body": "Ange vilket organ hos er som beslutade.",
    "no_paragraph": "Ange beslutets paragraf, till exempel § 31.",
    "no_extract": "Bifoga protokollsutdraget som fil.",
    "before_dispatch": (
        "Dagen ligger före den %(dispatched_on)s, då rekommendationen expedierades. Kontrollera "
        "datumet."
    ),
    "nobody_to_remind": (
        "Ingen påminnelse behövs nu: alla har svarat, har ett planerat möte eller har fått "
        "mejl den senaste veckan."
    ),
    "note_without_source": "Skriv både vad som är känt och varifrån det är känt.",
    "no_link": "Det finns ingen länk som gäller.",
}

VERBS = {
    "recommendation.drawn_up": (
        "{body} rekommenderar: {title} ({agreed_on}, punkt {point}). Rekommendationen upprättades."
    ),
    "recommendation.dispatched": "Rekommendationen expedierades till {count} huvudmän.",
    "recommendation.reminded": "Påminnelse sändes till {principals}.",
    "recommendation.reported_back": "Utfallet återrapporterades till {body} den {on}. {outcome}",
    "recommendation.outcome_noted": "Om utfallet antecknades: {note}",
    "answer.received": "{principal} tog emot rekommendationen.",
    "answer.planned": "{principal} planerar att ta upp frågan den {on}.",
    "answer.approved": "{principal} beslutade {decided}: bifall.",
    "answer.rejected": "{principal} beslutade {decided}: avslag.",
    "answer.corrected": "{principal} rättade sitt svar: {kind}. Skäl: {reason}",
    "link.renewed": "En ny personlig länk sändes till registratorn hos {principal}.",
    "link.revoked": "Den personliga länken till {principal} återkallades.",
}


def outcome(tally: Tally, silent: Sequence[str]) -> str:
    """Return "14 av 16 har beslutat: 13 bifall, 1 avslag. Svar saknas från Malå och Sorsele."."""
    if not tally.decided:
        return f"Ingen av {tally.addressed} huvudmän har beslutat än."
    parts = [f"{tally.approved} bifall"] if tally.approved else []
    parts += [f"{tally.rejected} avslag"] if tally.rejected else []
    said = f"{tally.decided} av {tally.addressed} har beslutat: {', '.join(parts)}."
    return f"{said} Beslut saknas från {listed(silent)}." if silent else said


def listed(names: Sequence[str]) -> str:
    """Return names as a Swedish list: "Malå, Sorsele och Åsele"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} och {names[-1]}"


def report_back_heading(title: str) -> str:
    """Return the heading of a report-back point."""
    return f"Återrapportering: {title}"[:300]
