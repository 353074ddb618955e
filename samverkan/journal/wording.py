"""Every sentence about the journal's own matters."""

OBSTACLES = {
    "mail_not_given_up": "Mejlet är redan på väg: det försöks igen av sig självt.",
}

VERBS = {
    "notice.tried_again": "Mejlet till {to} sändes om.",
}
