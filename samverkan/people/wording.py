"""Every sentence about persons and roles."""

OBSTACLES = {
    "no_name": "Skriv personens namn.",
    "party_on_official": "Parti anges bara för förtroendevalda.",
    "email_taken": "E-postadressen hör redan till ett konto. Använd en annan.",
}

VERBS = {
    "person.entered": "{person} lades in.",
    "role.given": "{person} fick rollen {role} från {first}.",
    "role.ended": "{person} lämnade rollen {role} den {on}.",
}
