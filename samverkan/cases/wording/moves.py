"""Sentences about whose move a case waits for, and about watching it."""

OBSTACLES = {
    "watched_case_is_closed": "Ärendet är avslutat och behöver inte bevakas.",
    "watch_without_matter": "Skriv vad som ska bevakas.",
    "watch_in_the_past": "Dagen har passerat. Välj i dag eller en senare dag.",
    "not_reported_back": (
        "Ärendet är %(stage)s. Det avslutas när utfallet är återrapporterat till organet."
    ),
    "finished_with_silent": (
        "Svar saknas från %(principals)s. Du kan avsluta ärendet, men skriv varför."
    ),
    "watch_is_finished": "Bevakningen är redan klar.",
}

VERBS = {
    "case.finished": "Ärendet är avslutat. {reason}",
    "case.watched": "Ärendet bevakas av {role} den {on}: {what}.",
    "case.watch_finished": "Bevakningen är klar: {what}. {note}",
}

# What the one whose move it is has to do; follows "Väntar på att koordinatorerna …".
MOVES = {
    "document": "fyller i det som saknas i ärendet",
    "prepare": "markerar ärendet som berett",
    "place": "sätter upp ärendet på en dagordning",
    "note_return": "antecknar när ärendet kommer tillbaka",
    "line": "svarar om lyftet, var och en i sin linje",
    "treat": "behandlar ärendet på sitt möte",
    "close_meeting": "avslutar mötet, vars dag har passerat",
    "approve": "justerar anteckningarna",
    "dispatch": "expedierar rekommendationen",
    "answer": "beslutar och svarar",
    "hear_back": "får utfallet återrapporterat",
    "finish": "avslutar ärendet",
    "nothing": "Inget mer väntas.",
}
