"""Every sentence about reminders."""

OBSTACLES = {
    "nobody_to_remind": (
        "Ingen påminnelse behövs nu: alla har svarat, har ett planerat möte, har bett om mer tid "
        "eller har fått mejl den senaste veckan."
    ),
    "reminder_note_too_long": "Korta raden till mottagarna: högst %(limit)s tecken.",
    "no_hold_day": "Ange till och med vilken dag påminnelserna ska vänta.",
    "hold_day_passed": "Dagen har passerat. Ange en kommande dag.",
    "hold_day_far": "Välj en dag senast den %(last)s. Det går att vänta igen efter den.",
    "hold_without_reason": "Skriv varför påminnelserna ska vänta.",
    "hold_not_set": "Påminnelserna väntar inte.",
}

VERBS = {
    "recommendation.reminded": "Påminnelse sändes till {principals}.",
    "recommendation.raised_further": "Att svar saknas berättades för {whom}: {principals}.",
    "reminders.held": "Påminnelserna till {principal} väntar till och med den {until}. {reason}",
    "reminders.resumed": "Påminnelserna till {principal} går som vanligt igen.",
}
