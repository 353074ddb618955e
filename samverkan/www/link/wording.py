"""Sentences of the pages behind a personal link, beside those of the rules."""

ALREADY = "Ert svar är redan registrerat."
DAYS_SAVED = "Era sammanträdesdagar är bekräftade. Tack."
STANDS = "Uppgifterna står så redan."
PATH_KEPT = "Vägen hos er är sparad. Så här lästes den; stämmer något inte, ändra den."
LEGAL_DAYS_KEPT = "Dagarna är sparade."
FORM_OUTDATED = (
    "Webbläsaren skickade inte med den kaka som skyddar formuläret. Det du skrev finns kvar: "
    "skicka en gång till. Händer det igen, tillåt kakor för den här sidan."
)
TOO_OFTEN = (
    "Det har kommit ovanligt många svar genom den här länken. Vänta en stund och skicka igen. "
    "Det du skrev finns kvar."
)
NOT_PRINTED = (
    "PDF-filen kunde inte skapas just nu. Förslaget står i sin helhet på den här sidan; "
    "försök med filen igen om en stund."
)

UNKNOWN = (
    "Länken leder ingenstans",
    "Kontrollera att hela adressen kom med: den slutar på ett snedstreck. Be annars om en ny länk "
    "hos den koordinator som sände mejlet.",
)
NOT_HERE = (
    "Sidan finns inte",
    "Öppna länken i mejlet igen: därifrån når du allt som hör till rekommendationen.",
)
STRANGE_TOO_OFTEN = (
    "Vänta en stund",
    "Det har kommit många försök med länkar som inte finns. Vänta några minuter och öppna länken "
    "i mejlet igen.",
)
PRINTED_TOO_OFTEN = (
    "Vänta en minut",
    "PDF-filen har hämtats många gånger nyss. Vänta en minut och hämta den igen.",
)
CLOSED = "Länken gäller inte längre"
TOO_MUCH = (
    "Det som skickades är för stort",
    "En fil får vara högst 20 MB och en kommentar högst 2 000 tecken. Gå tillbaka med "
    "webbläsarens bakåtknapp, välj en mindre fil och skicka igen. Inget har registrerats.",
)
CLOSED_FORM = "Skicka en gång till"
PACKAGE_SOON = (
    "Paketet görs i ordning just nu. Vänta någon minut och hämta det igen. Handlingarna finns "
    "också på rekommendationens egen sida."
)
TOO_OFTEN_FOR_SYSTEMS = (
    "Vänta en stund",
    "Det har kommit ovanligt många bekräftelser genom den här länken. Vänta och skicka igen.",
)
