"""Every sentence about approving minutes."""

OBSTACLES = {
    "not_to_approve_now": "Mötet är %(stage)s. Anteckningarna justeras när mötet är avslutat.",
    "no_adjusters": "Välj minst en som justerar.",
    "adjuster_chosen_twice": "Någon är vald två gånger. Välj varje person en gång.",
    "adjuster_did_not_decide": (
        "%(person)s var inte beslutande på mötet. Den som justerar väljs bland dem som var det."
    ),
    "adjuster_without_title": (
        "Skriv i vilken egenskap var och en justerar, till exempel ordförande eller justerare."
    ),
    "draft_is_the_same": (
        "Utkast %(number)s lyder likadant och väntar redan på samma personer. Ändra något först, "
        "eller vänta på deras svar."
    ),
    "not_an_adjuster": "Anteckningarna justeras av %(people)s.",
    "approved_already": "Du har redan justerat. Nu väntar anteckningarna på övriga.",
    "minutes_changed_meanwhile": (
        "Texten har ändrats sedan du läste den. Läs det som är ändrat och justera sedan."
    ),
    "draft_out_of_date": (
        "Uppgifterna bakom anteckningarna har ändrats sedan utkastet sändes. Be sekreteraren "
        "sända ett nytt utkast."
    ),
    "no_approval_day": "Ange vilken dag anteckningarna justerades.",
    "approval_day_outside": (
        "Justeringsdagen ligger tidigast på mötesdagen, %(first)s, och senast i dag."
    ),
    "no_draft_to_comment": (
        "Det finns inget utkast som väntar på justering. Synpunkter lämnas medan ett utkast väntar."
    ),
    "only_adjusters_comment": (
        "Synpunkter på utkastet lämnas av dem som justerar det. Hör av dig till sekreteraren."
    ),
    "no_comment": "Skriv din synpunkt.",
    "not_to_reopen": (
        "Mötet är %(stage)s. Det är ett avslutat möte, som inte är justerat, som kan öppnas igen."
    ),
    "no_reason_to_reopen": "Skriv vad som ska ändras, så att sekreteraren och justerarna vet.",
    "not_to_correct_yet": (
        "Mötet är %(stage)s. En rättelse läggs till justerade anteckningar; dessförinnan ändras "
        "själva texten."
    ),
    "no_correction": "Skriv vad som ska rättas, och hur det rätta lyder.",
    "no_adjuster_to_remind": (
        "Ingen behöver en påminnelse nu. Den som inte har svarat påminns när dagen närmar sig, "
        "högst en gång i veckan."
    ),
    "points_are_numbered": (
        "Mötets punkter har fått sina nummer, så ingen punkt kan komma till eller falla bort. "
        "Ändra anteckningen i en punkt som finns."
    ),
}

VERBS = {
    "minutes.sent_for_approval": "Utkast {number} sändes för justering till {people}.",
    "minutes.commented_on": "{person} lämnade en synpunkt på utkast {number}.",
    "minutes.approved_by": "{approver} justerade utkastet.",
    "minutes.approved": "{approver} justerade anteckningarna från {body} den {on}.",
    "minutes.corrected": "En rättelse lades till anteckningarna från {body} den {on}: {text}",
    "minutes.adjusters_reminded": "{people} påmindes om att justera.",
    "meeting.reopened": "Mötet den {on} öppnades igen för ändringar. Skäl: {reason}",
}
