"""Every sentence about what is read out of minutes extracts."""

OBSTACLES = {
    "extract_about_other": (
        "Utdraget verkar gälla något annat: varken rekommendationens nummer, ert diarienummer "
        "eller tillräckligt av rubriken står i det. Välj rätt fil, eller skriv varför det ändå är "
        "rätt utdrag."
    ),
    "extract_names_other": (
        "Utdraget nämner en annan rekommendation, %(number)s %(title)s. Välj rätt fil, eller skriv "
        "varför det ändå är rätt utdrag."
    ),
    "extract_from_other": (
        "Utdraget verkar komma från %(principal)s. Välj rätt fil, eller skriv varför det ändå är "
        "rätt utdrag."
    ),
    "identity_number_in_extract": (
        "I texten i %(name)s står ett personnummer. Maskera det, spara filen och välj den igen: "
        "utdraget blir offentligt här."
    ),
}

VERBS = {
    "extract.read": (
        "Ett utdrag från {principal} togs emot och lästes. Inget svar är registrerat av det än."
    ),
    "extract.dropped": "{count} utdrag som ingen bekräftade togs bort.",
}

UNREAD = {
    "locked": "Filen är skyddad med lösenord, så inget kunde läsas ur den.",
    "scanned": "Filen är en bild av ett papper, så inget kunde läsas ur den.",
    "broken": "Filens text gick inte att tyda, så inget kunde läsas ur den.",
    "long": "Filen har fler än 60 sidor, så den lästes inte. Bifoga helst bara utdraget.",
    "large": "Filen är större än 10 MB, så den lästes inte.",
    "slow": "Det tog för lång tid att läsa filen, så inget lästes ur den.",
    "other": "Bara PDF, Word-dokument (docx) och ren text läses, så inget lästes ur filen.",
}
NOTHING = "Inget av det som behövs kunde läsas ur utdraget."
