"""Every sentence about rosters: what is wrong, and what to do about it."""

OBSTACLES: dict[str, str] = {
    # The file as a whole.
    "roster_of_another_kind": (
        "Innehållet i filen går inte att läsa som en tabell. Spara förteckningen som xlsx, ods "
        "eller csv och välj den igen."
    ),
    "roster_is_locked": (
        "Filen är skyddad med lösenord. Ta bort skyddet, spara och välj den igen."
    ),
    "roster_is_damaged": (
        "Filen är skadad och går inte att öppna. Öppna den i ditt kalkylprogram, spara den på nytt "
        "och välj den igen."
    ),
    "roster_unfolds_too_large": (
        "Filen är hårt packad och blir för stor när den öppnas. Kopiera raderna till en ny, tom "
        "fil och välj den i stället."
    ),
    "roster_too_long": (
        "Förteckningen har fler än %(limit)s rader. Dela upp den och läs in en del i taget."
    ),
    "roster_too_wide": (
        "Förteckningen har fler än %(limit)s kolumner. Ta bort dem som inte behövs."
    ),
    "roster_without_headings": (
        "Rubrikraden hittas inte. Skriv rubrikerna Namn, Organ, Huvudman, Uppdrag och Från på en "
        "rad ovanför personerna, eller utgå från mallen."
    ),
    "roster_column_missing": (
        "Det saknas en kolumn för %(headings)s. Lägg till den med rubriken på samma rad som de "
        "andra."
    ),
    "roster_column_twice": (
        "Kolumnerna %(columns)s säger båda %(heading)s (rubrikerna är %(headings)s). Ta bort den "
        "ena."
    ),
    "roster_without_rows": (
        "Det finns inga personer under rubrikerna. Skriv en rad för varje persons uppdrag."
    ),
    # What is passed over.
    "roster_columns_passed_over": "De här kolumnerna läses inte: %(headings)s.",
    "roster_other_sheets": "Bara bladet %(sheet)s läses.",
    "roster_vacancies": "Vakanta platser hoppas över. De står på rad %(rows)s.",
    # One cell, by itself.
    "roster_identity_number": "Cellen innehåller ett personnummer. Det sparas inte och visas inte.",
    "roster_error_value": "Formeln i cellen ger felet %(text)s.",
    "roster_cell_too_long": "Texten är längre än %(limit)s tecken.",
    "roster_value_missing": "%(heading)s saknas.",
    "roster_bad_day": "”%(text)s” är inte en dag som går att läsa.",
    "roster_day_unclear": "”%(text)s” kan vara både %(one)s och %(other)s.",
    "roster_wrong_kind": "”%(text)s” är inte ett slags uppdrag.",
    "roster_wrong_main": "”%(text)s” är varken ja eller nej.",
    "roster_wrong_email": "”%(text)s” är inte en e-postadress.",
    # One row, against what there is and against the other rows.
    "roster_unknown_body": "Det finns inget organ som heter ”%(text)s”.",
    "roster_body_misspelled": (
        "Det finns inget organ som heter ”%(text)s”. Kanske menas %(guess)s."
    ),
    "roster_body_unclear": "Flera organ heter ”%(text)s” den dagen.",
    "roster_unknown_holder": "Det finns ingen huvudman som heter ”%(text)s”.",
    "roster_holder_misspelled": (
        "Det finns ingen huvudman som heter ”%(text)s”. Kanske menas %(guess)s."
    ),
    "roster_name_unclear": "Det finns flera som heter %(text)s.",
    "roster_party_on_official": "Parti anges bara för förtroendevalda, och %(text)s är inte det.",
    "roster_email_taken": "Adressen %(text)s hör redan till någon annans konto.",
    "roster_email_twice": "Adressen %(text)s står också för %(name)s på rad %(row)s.",
    "roster_email_differs": "%(text)s finns redan, med en annan e-postadress.",
    "roster_row_twice": "Samma uppdrag står redan på rad %(row)s.",
    "roster_ends_later": "Uppdraget slutar redan den %(last)s.",
    "roster_main_taken": "Någon annan är redan huvudsaklig representant den tiden.",
    # Reading it in.
    "roster_not_ready": "Förteckningen är inte klar att läsas in: den %(stage)s.",
    "roster_is_done": "Förteckningen är redan %(stage)s.",
    "roster_changes_nothing": "Allt i förteckningen stämmer redan. Det finns inget att läsa in.",
    "roster_world_changed": (
        "Något som förteckningen vilar på har ändrats sedan den kontrollerades. Inget är sparat. "
        "Den är nu kontrollerad på nytt; se efter här nedanför."
    ),
}

# What to do about each fault in a row; those that the rules for seats find are told here too.
REMEDIES: dict[str, str] = {
    "roster_identity_number": "Ta bort numret ur filen.",
    "roster_error_value": "Rätta formeln, eller skriv värdet för hand.",
    "roster_cell_too_long": "Korta texten.",
    "roster_value_missing": "Fyll i cellen.",
    "roster_bad_day": "Skriv år, månad och dag, till exempel 2027-01-31.",
    "roster_day_unclear": "Skriv år, månad och dag, till exempel 2027-01-31.",
    "roster_wrong_kind": "Skriv ordinarie eller ersättare.",
    "roster_wrong_main": "Skriv ja, eller lämna cellen tom.",
    "roster_wrong_email": "Rätta adressen, eller lämna cellen tom.",
    "roster_unknown_body": (
        "Skriv organets namn som det står på sidan Struktur. Saknas organet där läggs det in först."
    ),
    "roster_body_misspelled": "Rätta namnet.",
    "roster_body_unclear": "Skriv organets adress, den som står sist i länken till dess sida.",
    "roster_unknown_holder": "Skriv huvudmannens namn som det står på sidan Huvudmän.",
    "roster_holder_misspelled": "Rätta namnet.",
    "roster_name_unclear": "Fyll i e-postadressen, så att det syns vem som menas.",
    "roster_party_on_official": "Ta bort partiet.",
    "roster_email_taken": "Rätta adressen, eller skriv namnet som det står hos den som har den.",
    "roster_email_twice": "Ge var och en sin egen adress, eller skriv namnet lika på båda raderna.",
    "roster_email_differs": (
        "Är det samma person, ta bort adressen. Är det någon annan, lägg först in den personen."
    ),
    "roster_row_twice": "Ta bort den ena raden.",
    "roster_ends_later": "Skriv den dagen, och lägg till en rad som börjar dagen efter.",
    "roster_main_taken": "Lämna cellen tom för alla utom en.",
    "ends_before_beginning": "Rätta den ena dagen. Till är den sista dagen.",
    "before_the_body": "Rätta dagen, eller skriv det organ som fanns då.",
    "after_the_body": "Skriv en dag i Till, senast organets sista.",
    "seat_is_derived": (
        "Ta bort raden. Platsen följer av uppdraget som ordförande eller vice ordförande i det "
        "andra organet."
    ),
    "already_has_the_seat": (
        "Skriv i Från den dag då uppdraget började, eller ta bort den ena raden."
    ),
    "holder_not_there": "Rätta huvudmannen eller dagarna.",
    "no_seat": "Rätta organet eller huvudmannen. Platserna står på organets sida.",
    "seats_taken": (
        "Skriv en sista dag för den som lämnar, på en egen rad, eller rätta dagarna här."
    ),
}

VERBS: dict[str, str] = {
    "roster.sent": "En förteckning med {rows} rader skickades in.",
    "roster.thrown": "En förteckning med {rows} rader togs bort utan att läsas in.",
    "roster.people_entered": "Personer lades in ur en förteckning: {count}.",
    "roster.imported": "En förteckning lästes in för {body}: {counted}.",
}
