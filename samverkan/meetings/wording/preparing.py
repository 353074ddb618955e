"""Every sentence about preparing a case for the body on the next rung."""

OBSTACLES = {
    "preparation_without_case": "Punkten saknar ärende. Bara ett ärende bereds till nästa organ.",
    "prepares_for_nobody": (
        "Organet bereder inte ärenden till något annat organ. Välj ett annat utfall."
    ),
}
VERBS: dict[str, str] = {}
