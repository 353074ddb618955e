"""Every sentence about files, att-clauses and annexes, and what papers of a demonstration say."""

# As at the top of every page (components/header.html).
DEMONSTRATION = (
    "Demonstration: personer, texter, kontakter, kostnader och svar efter 2020 är påhittade."
)

OBSTACLES = {
    "identity_number": (
        "Texten i fältet %(field)s innehåller ett personnummer. Ta bort det: uppgifter om "
        "enskilda personer hör inte hemma här."
    ),
    "control_characters": (
        "Texten i fältet %(field)s innehåller dolda tecken som inte kan sparas. De följer ibland "
        "med när text klistras in. Skriv in stycket för hand eller klistra in det som ren text."
    ),
    "identity_number_in_file_name": (
        "Filens namn innehåller ett personnummer. Döp om filen och välj den igen."
    ),
    "identity_number_in_file": (
        "Filen %(name)s innehåller ett personnummer. Ta bort eller maskera det, spara filen och "
        "välj den igen."
    ),
    "no_document_title": "Ge filen en rubrik som säger vad den innehåller.",
    "document_title_too_long": "Rubriken är för lång. Den får ha högst %(limit)s tecken.",
    "file_is_empty": "Filen %(name)s är tom. Välj en fil med innehåll.",
    "file_too_large": (
        "Filen %(name)s är %(size)s. Den får vara högst %(limit)s. Spara den mindre eller dela "
        "upp den."
    ),
    "file_type_not_allowed": (
        "Innehållet i filen %(name)s är av en typ som inte tas emot, vad filen än heter. Spara "
        "den som PDF och välj den igen. Även docx, xlsx, odt, ods, txt, png och jpg går bra."
    ),
    "file_is_something_else": (
        "Filen %(name)s är %(kind)s enligt sitt innehåll, men namnet säger något annat. Ge filen "
        "ett namn som slutar på .%(ending)s eller välj en annan fil."
    ),
    "file_has_macros": (
        "Filen %(name)s innehåller makron. Spara den utan makron, helst som PDF, och välj den igen."
    ),
    "file_is_locked": (
        "Filen %(name)s är skyddad med lösenord, så ingen annan kan läsa den. Ta bort skyddet och "
        "välj den igen."
    ),
    "file_unfolds_too_large": (
        "Filen %(name)s är hårt packad och blir för stor när den öppnas. Spara den som PDF och "
        "välj den igen."
    ),
    "file_runs_something": (
        "Filen %(name)s är en PDF som kör program när den öppnas. Skriv ut den till en ny PDF och "
        "välj den i stället."
    ),
    "file_name_too_long": (
        "Filnamnet %(name)s är för långt. Det får ha högst %(limit)s tecken. Döp om filen och "
        "välj den igen."
    ),
    "file_name_unsafe": (
        "Filnamnet innehåller tecken som inte alla datorer klarar. Döp om filen, till exempel "
        "till %(name)s."
    ),
    "no_lead": "Skriv vem det gäller före att-satserna, till exempel ”Socialnämnden beslutar”.",
    "lead_too_long": "Inledningen före att-satserna får ha högst %(limit)s tecken.",
    "no_clauses": "Skriv minst en att-sats.",
    "clause_without_att": (
        "Att-sats %(number)s börjar inte med ”att”. Börja den med ordet att, med liten bokstav, "
        "och fortsätt med vad som ska gälla."
    ),
    "clause_too_long": (
        "Att-sats %(number)s är för lång. Den får ha högst %(limit)s tecken. Dela upp den eller "
        "lägg texten i en bilaga."
    ),
    "annex_not_attached": (
        "En att-sats hänvisar till ”%(annex)s”, som inte är bifogad. Bifoga den under samma namn "
        "eller ändra hänvisningen."
    ),
    "annex_without_name": "Ge varje bilaga ett namn, till exempel ”Bilaga 1 – Slutrapport”.",
    "annex_name_too_long": "Bilagans namn får ha högst %(limit)s tecken.",
    "annex_named_twice": "Två bilagor heter %(annex)s. Ge dem olika namn.",
}

VERBS = {"document.added": "Handlingen {title} lades till ({name})."}
