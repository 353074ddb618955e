"""Every sentence about personal links."""

OBSTACLES = {
    "no_link": "Det finns ingen länk som gäller.",
}

VERBS = {
    "link.renewed": "En ny personlig länk sändes till registratorn hos {principal}.",
    "link.revoked": "Den personliga länken till {principal} återkallades.",
}
