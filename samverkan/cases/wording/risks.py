"""Every sentence about the register of risks."""

OBSTACLES = {
    "risk_without_title": "Skriv en rubrik för risken.",
    "risk_in_the_future": "Dagen har inte varit än. Skriv dagen då risken identifierades.",
    "risk_body_not_then": "Organet fanns inte den dagen. Skriv en annan dag.",
    "risk_already_closed": "Risken är redan avslutad.",
    "risk_closed_without_why": "Skriv varför risken är avslutad.",
    "risk_closed_before_found": "Risken kan inte avslutas före dagen då den identifierades.",
}

VERBS = {
    "risk.identified": "{body} identifierade risken ”{title}”.",
    "risk.closed": "Risken ”{title}” är avslutad. {because}",
}
