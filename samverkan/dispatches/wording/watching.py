"""Every sentence about following the board: subscriptions and saved views."""

OBSTACLES = {
    "too_many_wait": (
        "Det har kommit ovanligt många nya bevakningar. Försök igen i morgon, eller följ Atom- "
        "eller kalenderadressen längre ner, som inte behöver någon e-post."
    ),
    "too_many_principals": (
        "Välj högst %(most)s huvudmän, eller ingen alls: då gäller bevakningen alla."
    ),
    "not_confirmed": "Bevakningen är inte bekräftad än. Bekräfta den först.",
    "view_without_name": "Skriv vad vyn ska heta.",
    "view_name_taken": "Du har redan en vy som heter ”%(name)s”. Välj ett annat namn.",
    "too_many_views": "Du har redan %(most)s vyer. Ta bort en som du inte använder.",
}

VERBS = {
    "subscription.asked": "En bevakning begärdes.",
    "subscription.confirmed": "En bevakning bekräftades.",
    "subscription.changed": "En bevakning ändrades.",
    "subscription.ended": "En bevakning avslutades, och adressen togs bort.",
    "subscription.forgotten": "{count} bevakningar som ingen bekräftade togs bort.",
    "news.sent": "Nyheter sändes till {count} som bevakar tavlan.",
    "view.saved": "En vy av tavlan sparades.",
    "view.changed": "En sparad vy ändrades.",
    "view.removed": "En sparad vy togs bort.",
}
