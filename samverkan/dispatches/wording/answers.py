"""Every sentence about what principals tell."""

OBSTACLES = {
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
    "no_more_time_day": "Ange vilken dag ni räknar med att kunna svara.",
    "more_time_day_passed": "Dagen har passerat. Ange en kommande dag.",
    "more_time_day_far": "Dagen ligger mer än ett år bort. Kontrollera årtalet.",
    "no_decision_day": "Ange vilken dag beslutet fattades.",
    "decision_day_ahead": (
        "Beslutsdagen ligger i framtiden. Är mötet planerat? Lämna i så fall ”planerat möte”."
    ),
    "no_deciding_body": "Ange vilket organ hos er som beslutade.",
    "no_paragraph": "Ange beslutets paragraf, till exempel § 31.",
    "no_extract": "Bifoga protokollsutdraget som fil.",
    "condition_without_approval": (
        "Bara ett bifall kan ha villkor eller tillägg. Skriv det i kommentaren."
    ),
    "before_dispatch": (
        "Dagen ligger före den %(dispatched_on)s, då rekommendationen expedierades. Kontrollera "
        "datumet."
    ),
}

VERBS = {
    "answer.received": "{principal} tog emot rekommendationen.",
    "answer.planned": "{principal} planerar att ta upp frågan den {on}.",
    "answer.more_time": "{principal} behöver mer tid, till den {on}.",
    "answer.approved": "{principal} beslutade {decided}: bifall.",
    "answer.rejected": "{principal} beslutade {decided}: avslag.",
    "answer.corrected": "{principal} rättade sitt svar: {kind}. Skäl: {reason}",
}
