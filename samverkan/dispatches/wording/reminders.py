"""Every sentence about reminders."""

OBSTACLES = {
    "nobody_to_remind": (
        "Ingen påminnelse behövs nu: alla har svarat, har ett planerat möte eller har fått "
        "mejl den senaste veckan."
    ),
}

VERBS = {
    "recommendation.reminded": "Påminnelse sändes till {principals}.",
}
