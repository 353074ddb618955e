"""Every sentence about persons, roles and personal links."""

OBSTACLES = {
    "no_name": "Skriv personens namn.",
    "party_on_official": "Parti anges bara för förtroendevalda.",
    "email_taken": "E-postadressen hör redan till ett konto. Använd en annan.",
    "link_revoked": (
        "Länken är återkallad. Använd den senaste länken ni har fått, eller be koordinatorn om "
        "en ny."
    ),
    "link_expired": "Länken gällde till den %(on)s. Be koordinatorn om en ny.",
}

VERBS = {
    "person.entered": "{person} lades in.",
    "role.given": "{person} fick rollen {role} från {first}.",
    "role.ended": "{person} lämnade rollen {role} den {on}.",
}
