"""Every sentence of the digest after a meeting: what it says by itself, and of its way."""

from datetime import date

from samverkan.days import MONTHS
from samverkan.meetings.choices import Outcome

TITLE = "Rapport från %(body)s den %(on)s"
FOR = "Till %s"
PRELIMINARY = "Preliminärt: anteckningarna är inte justerade än, så något kan ändras."
MEANS_HEADING = "Vad det betyder för er"
TO_DO_HEADING = "Det här behöver ni göra"
AGREED_HEADING = "Det här enades organet om"
SAID_HEADING = "Det här sades"
SOURCES_HEADING = "Läs mer"
NEXT = "Nästa möte är den %s."
BY = "Senast den %s."
MEETING_LINK = "Mötet med %(body)s den %(on)s"
VALUE_INHABITANTS = "Värde för invånaren"
VALUE_OPERATIONS = "Värde för verksamheterna"

FOR_NOBODY = "de som sitter genom uppdrag i andra organ"

SORTS = {
    Outcome.RECOMMENDED: "rekommendation till huvudmännen",
    Outcome.PROPOSED: "förslag till någon utanför samverkan",
    Outcome.INNER_DECISION: "organets egen arbetsform",
}
RECOMMENDED_TO = (
    "”%(heading)s” är en rekommendation. Den kommer till %(home)s som ett förslag till beslut, och "
    "ni avgör själva: bifall eller avslag."
)
RECOMMENDED_TO_ALL = (
    "”%(heading)s” är en rekommendation. Varje huvudman får den som ett förslag till beslut och "
    "avgör själv: bifall eller avslag."
)
MEANS = {
    Outcome.PROPOSED: (
        "”%(heading)s” är ett förslag till någon utanför samverkan. Ni behöver inte ta ställning."
    ),
    Outcome.INNER_DECISION: (
        "”%(heading)s” gäller organets egna arbetsformer. Ni behöver inte ta ställning."
    ),
    Outcome.NOT_AGREED: "Organet enades inte om ”%(heading)s”. Det som gäller i dag gäller.",
    Outcome.RETURNED: "”%(heading)s” bereds mer och kommer tillbaka till organet.",
}
NOTHING_TO_DECIDE = "Mötet ledde inte till någon rekommendation. Ni behöver inte besluta något."
PREPARE_DECISION = "Förbered beslutet om ”%(heading)s” i rätt organ hos er."
WHEN_DISPATCHED = (
    "Förslaget sänds till er registrator när anteckningarna är justerade. Svarsdagen står i det."
)
INVOLVE = "Berätta för dem hos er som berörs av ”%(heading)s”, och hör vad de säger."
BEFORE_DECISION = "Innan ni beslutar."
BEFORE_NEXT_TIME = "Innan organet tar upp frågan igen."
CARRY_ON = (
    "För rapporten vidare till dem hos er som berörs, också till dem som inte är med i möten."
)
SOON = "Så snart du kan."

OBSTACLES = {
    "digest_before_held": (
        "Mötet är %(stage)s. Rapporterna upprättas när mötet är hållet och avslutat."
    ),
    "digest_of_history": (
        "Mötet är inläst ur källor. Rapporter sänds bara från möten som har hållits i tjänsten."
    ),
    "digest_for_nobody": (
        "Ingen hade uppdrag i organet den dagen. Lägg in uppdragen under Struktur först."
    ),
    "digests_not_prepared": "Rapporterna är inte upprättade. Upprätta dem, läs dem och sänd sedan.",
    "digests_incomplete": (
        "Rapport saknas för: %(homes)s. Uppdragen har ändrats. Upprätta rapporterna igen; det som "
        "är skrivet finns kvar."
    ),
    "digests_sent": "Rapporterna är sända och ändras inte mer.",
    "digest_too_long": (
        "Texten får ha högst %(limit)s tecken. Korta den, eller hänvisa till källan."
    ),
    "digest_unchanged": "Texten är oförändrad. Ändra den, eller gå tillbaka till rapporterna.",
    "digest_changed_meanwhile": (
        "Någon annan ändrade rapporten nyss. Det du skrev finns kvar här nedanför. Läs rapporten "
        "som den är nu och spara sedan igen."
    ),
    "digest_acknowledged": "Du har redan sagt att du har läst rapporten.",
    "carried_to_nobody": "Skriv till vem eller vilka du har fört rapporten vidare.",
    "carried_already": "Det är redan antecknat. Skriv till vilka fler du har fört den vidare.",
    "carried_too_long": "Skriv högst %(limit)s tecken.",
}

VERBS = {
    "digests.prepared": "Rapporter från {body} den {on} upprättades: {count}.",
    "digest.written": "Rapporten till {home} från {body} den {on} ändrades.",
    "digests.sent": "Rapporter från {body} den {on} sändes till {count} uppdrag.",
    "digest.read": "{home}: rapporten från {body} den {on} är läst.",
    "digest.carried_on": "{home}: rapporten från {body} den {on} fördes vidare till {to}.",
}


def closed_points(count: int) -> str:
    """Return that the meeting also treated what is not public."""
    if count == 1:
        return "En punkt gällde ett ärende som inte är offentligt än. Den står inte här."
    return f"{count} punkter gällde ärenden som inte är offentliga än. De står inte här."


def in_words(day: date) -> str:
    """Return "12 mars 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
