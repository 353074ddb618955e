"""Every sentence about packages, their reception and reference numbers."""

OBSTACLES = {
    "package_not_made": "Paketet görs i ordning just nu. Hämta det igen om en liten stund.",
    "package_not_whole": (
        "Kontrollsumman stämmer inte: paketet har summan %(sha256)s. Hämta paketet igen."
    ),
    "no_package": (
        "Det finns inget paket: expedieringen är inläst ur en källa och sändes inte härifrån."
    ),
    "nothing_to_confirm": "Skicka ert diarienummer, paketets kontrollsumma eller båda.",
    "confirmation_not_read": (
        "Det som skickades går inte att läsa. Skicka JSON, högst 10 kB, med texterna "
        "reference_number och sha256."
    ),
    "reference_number_taken": (
        "Diarienumret %(number)s är redan lämnat för rekommendation %(recommendation)s. "
        "Kontrollera numret: varje rekommendation har sitt eget."
    ),
    "reference_number_too_long": "Diarienumret är för långt. Skriv högst %(limit)s tecken.",
    "numbers_without_headings": (
        "Filen saknar en rad med rubrikerna %(headings)s. Hämta mallen och fyll i den."
    ),
    "numbers_file_too_large": "Filen är större än 2 MB. Ta bort det som inte är raderna.",
    "numbers_too_many": "Filen har fler än %(limit)s rader. Dela upp den.",
    "numbers_row_unknown": "Rekommendationen ”%(text)s” finns inte. Skriv numret, som r2026-01.",
    "numbers_row_unknown_principal": (
        "Huvudmannen ”%(text)s” finns inte. Skriv namnet så som det står i mallen."
    ),
    "numbers_row_of_another": (
        "Raden gäller en annan huvudman än %(principal)s. Ta bort raden ur filen."
    ),
    "numbers_row_not_sent": (
        "Rekommendation %(number)s är inte sänd till huvudmannen härifrån. Ta bort raden."
    ),
    "numbers_row_twice": "Samma rekommendation och huvudman står också på rad %(row)s. Ta bort en.",
    "numbers_changed_meanwhile": (
        "Något ändrades medan du läste. Läs igenom raderna igen och läs in dem sedan."
    ),
    "has_other_number": (
        "Rekommendationen har redan diarienumret %(number)s. Är det fel? Öppna rekommendationen "
        "och rätta svaret."
    ),
}

VERBS = {
    "package.made": "Paketen med handlingar till {count} huvudmän gjordes i ordning.",
    "package.fetched": "{principal} hämtade paketet med handlingarna.",
    "link.issued": "Registratorn hos {principal} öppnade rekommendationen med en ny länk.",
    "registrar.link_renewed": (
        "En ny länk till allt som väntar sändes till registratorn hos {principal}."
    ),
    "registrar.link_revoked": "Länken till allt som väntar hos {principal} återkallades.",
}
