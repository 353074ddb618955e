"""Every sentence about carrying out what principals have approved."""

OBSTACLES = {
    "execution_not_approved": (
        "Huvudmannens svar är inte bifall, så det finns inget att genomföra. Är svaret fel? Rätta "
        "det först."
    ),
    "execution_changed_meanwhile": (
        "Någon annan ändrade uppgifterna nyss. Det du skrev finns kvar här: läs det nya och spara "
        "igen om det behövs."
    ),
    "execution_ended": ("Genomförandet är %(state)s. Är det fel? Öppna det igen och skriv varför."),
    "execution_not_ended": "Genomförandet är inte avslutat, så det finns inget att öppna igen.",
    "execution_no_function": (
        "Ange vilken funktion som ansvarar för genomförandet, till exempel ”Socialchefen”."
    ),
    "execution_not_line_manager": (
        "Personen är inte antecknad som linjechef hos huvudmannen. Välj någon annan, eller lämna "
        "fältet tomt och ange bara funktionen."
    ),
    "execution_unchanged": "Inget är ändrat. Ändra uppgifterna eller gå tillbaka.",
    "execution_no_reason_to_change": "Skriv varför uppgifterna ändras.",
    "execution_no_day": "Ange vilken dag det ska vara klart.",
    "execution_day_passed": "Dagen har passerat. Ange dagens datum eller en senare dag.",
    "execution_day_far": "Dagen ligger mer än fem år bort. Kontrollera årtalet.",
    "execution_no_line": "Skriv med en rad vad som är gjort.",
    "execution_no_done_day": "Ange vilken dag det blev klart.",
    "execution_done_ahead": (
        "Dagen ligger i framtiden. Rapportera klart när det är klart, eller ange en ny dag."
    ),
    "execution_done_before_decision": (
        "Dagen ligger före den %(decided_on)s, då huvudmannen beslutade. Kontrollera datumet."
    ),
    "execution_same_day": "Det är samma dag som förut. Ange en annan dag.",
    "execution_no_reason_to_postpone": "Skriv varför det inte är klart.",
    "execution_no_reason_to_write_off": "Skriv varför det inte ska genomföras.",
    "execution_nobody_wrote_off": (
        "Ange vem hos huvudmannen som har bestämt det, till exempel ”Socialnämnden”."
    ),
    "execution_no_reason_to_take_back": "Skriv varför det öppnas igen.",
    "execution_no_address": "Det finns ingen e-postadress att sända länken till. Lägg in en först.",
    "nothing_to_remind_of": (
        "Ingen påminnelse behövs nu: inget är försenat, eller så har alla fått mejl den senaste "
        "veckan."
    ),
}

VERBS = {
    "execution.named": (
        "{principal}: {function} ansvarar för genomförandet, klart senast den {due_on}."
    ),
    "execution.changed": (
        "{principal}: {function} ansvarar för genomförandet, klart senast den {due_on}. Ändrat: "
        "{reason}"
    ),
    "execution.done": "{principal} rapporterade genomförandet klart den {on}: {line}",
    "execution.postponed": ("{principal}: inte klart, ny dag den {due_on}. Skäl: {reason}"),
    "execution.written_off": (
        "{principal} avskrev genomförandet. Bestämt av {decided_by}. Skäl: {reason}"
    ),
    "execution.taken_back": "{principal} öppnade genomförandet igen. Skäl: {reason}",
    "execution.link_sent": "En personlig länk sändes till {function} hos {principal}.",
    "execution.reminded": "Påminnelse om genomförandet sändes till {principals}.",
}
