"""Every sentence about corrected texts and withdrawals."""

from datetime import date

from django.utils.formats import date_format

OBSTACLES = {
    "recommendation_withdrawn": (
        "Rekommendationen är återtagen sedan den %(on)s och tar inte emot något nytt. Ett svar som "
        "redan är lämnat kan rättas."
    ),
    "withdrawal_without_reason": "Skriv varför rekommendationen återtas.",
    "withdrawal_without_ground": (
        "Välj punkten där organet återtog rekommendationen, eller skriv varifrån det är känt."
    ),
    "withdrawal_without_day": "Ange vilken dag rekommendationen återtogs.",
    "withdrawal_before_agreed": (
        "Dagen ligger före den %(agreed_on)s, då organet enades. Kontrollera datumet."
    ),
    "withdrawal_day_ahead": "Dagen ligger i framtiden. Anteckna återtagandet när det har skett.",
    "point_of_another_body": (
        "Punkten hör till ett annat organ. Bara det organ som enades ändrar eller återtar."
    ),
    "point_not_approved": "Punktens anteckningar är inte justerade. Vänta tills de är det.",
    "text_not_dispatched": (
        "Rekommendationen är inte expedierad. Texten följer anteckningarna tills den är det."
    ),
    "text_unchanged": "Texten är densamma som förut. Ändra det som ska rättas.",
    "text_without_title": "Skriv rekommendationens rubrik.",
    "text_without_reason": "Skriv varför texten rättas.",
    "text_without_ground": (
        "Välj punkten där organet enades om den nya texten, eller skriv varifrån det är känt. "
        "Gäller det bara skrivfel: välj det."
    ),
    "text_meanwhile": (
        "Texten har rättats medan du skrev: version %(version)s gäller nu. Läs den här på sidan "
        "och skicka igen. Det du skrev finns kvar."
    ),
    "nothing_to_confirm": "Beslutet gäller redan den senaste texten. Inget behöver bekräftas.",
}

VERBS = {
    "recommendation.withdrawn": "{body} återtog rekommendationen den {on}. Skäl: {reason}",
    "recommendation.text_corrected": (
        "Texten rättades: version {version} sändes till {count} huvudmän. Skäl: {reason}"
    ),
    "answer.confirmed": "{principal} bekräftade att beslutet står fast för version {version}.",
}


def withdrawn_sentence(on: date, *, decided: int) -> str:
    """Return what is said first of all where a recommendation has been withdrawn."""
    said = f"Återtagen den {date_format(on, 'j F Y')}. Ingen fler väntas svara."
    if not decided:
        return said
    return f"{said} {'Svaret' if decided == 1 else 'Svaren'} som har kommit står kvar."
