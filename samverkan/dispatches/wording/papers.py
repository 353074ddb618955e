"""Every sentence about the principals' own forms and the papers that are made of them."""

OBSTACLES = {
    "template_not_word": (
        "Mallen %(name)s är inget Word-dokument. Spara den som Word-dokument (.docx) och välj den "
        "igen."
    ),
    "file_unreadable": (
        "Filen %(name)s går inte att läsa: den är trasig, eller blir för stor när den packas upp. "
        "Öppna den i Word, spara den på nytt som .docx och välj den igen."
    ),
    "file_has_objects": (
        "Filen %(name)s innehåller inbäddade objekt, som ett kalkylark. Klistra in dem som bild "
        "eller ta bort dem, och välj filen igen."
    ),
    "file_reaches_out": (
        "Filen %(name)s hämtar något utifrån när den öppnas, som en länkad bild eller en "
        "datakälla. Infoga bilden i dokumentet eller ta bort länken, och välj filen igen."
    ),
    "field_unknown": "Fältet {{%(field)s}} finns inte. Välj ett ur förteckningen över fält.",
    "field_like_another": "Fältet {{%(field)s}} finns inte. Menade du {{%(likest)s}}?",
    "more_fields_unknown": "Ytterligare %(count)s fält i mallen finns inte.",
    "field_not_ended": (
        "Ett fält är inte avslutat, vid ”%(text)s”. Skriv det med två klamrar på var sida, "
        "som {{rubrik}}."
    ),
    "template_without_fields": (
        "Mallen har inga fält, så ingenting skulle fyllas i. Skriv in fält som {{rubrik}} där "
        "uppgifterna ska stå."
    ),
    "fields_missing": (
        "De här fälten saknas i mallen: %(fields)s. Lägg till dem, eller skriv varför de inte "
        "behövs."
    ),
    "template_has_changes": (
        "Mallen har spårade ändringar eller kommentarer, som följer med i varje förslag. Godkänn "
        "och ta bort dem, eller skriv varför de ska vara kvar."
    ),
    "template_before_present": (
        "Mallen som används gäller från %(first)s. Välj den dagen eller en senare."
    ),
    "template_not_in_use": "Mallen används inte längre. Läs om sidan.",
}

VERBS = {
    "template.added": (
        "{principal} fick en egen mall för förslag till beslut, från {first}. {reason}"
    ),
    "template.retired": "Mallen för {principal} används inte längre från {on}.",
}
