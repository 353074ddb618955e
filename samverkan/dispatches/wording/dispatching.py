"""Every sentence about what goes out."""

OBSTACLES = {
    "already_dispatched": "Rekommendationen är redan expedierad till alla huvudmän.",
    "minutes_not_approved": "Anteckningarna är inte justerade. Expediera när de är det.",
    "annexes_missing": "Bilagor nämns men är inte bifogade: %(annexes)s. Bifoga dem.",
    "unreachable": ("Registratorns e-post saknas för %(principals)s. Lägg in den under Huvudmän."),
    "reply_by_passed": "Svarsdagen har passerat. Välj en senare dag, eller lämna fältet tomt.",
}

VERBS = {
    "recommendation.drawn_up": (
        "{body} rekommenderar: {title} ({agreed_on}, punkt {point}). Rekommendationen upprättades."
    ),
    "recommendation.dispatched": (
        "Rekommendationen expedierades till {count} huvudmän.{besides} {reason}"
    ),
}
