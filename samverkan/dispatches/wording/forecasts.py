"""Every sentence about when the principals can have decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from samverkan.dispatches.rules import Forecast, Foreseen, MovedTo, reply_days

DAY = "j F Y"
MOST_NAMES = 5

OBSTACLES = {
    "reply_by_before_possible": (
        "Svarsdagen kommer före det sammanträde där %(principals)s tidigast kan besluta. Välj "
        "%(day)s eller senare, eller skriv varför dagen ändå ska gälla."
    ),
    "reply_by_before_assumed": (
        "Svarsdagen kommer före det sammanträde där %(principals)s tidigast kan besluta, om de "
        "antagna sammanträdesdagarna stämmer. Välj %(day)s eller senare, eller skriv varför dagen "
        "ändå ska gälla."
    ),
    "day_list_without_headings": (
        "Rubrikraden hittas inte. Skriv rubrikerna Huvudman, Organ, Dag och Handlingar senast på "
        "första raden."
    ),
    "day_list_too_long": "Filen har fler än %(most)s rader. Dela upp den.",
    "day_list_is_empty": "Det finns inga dagar att läsa. Skriv en dag på varje rad.",
    "day_list_too_large": "%(name)s är för stor. En fil med dagar får vara högst %(most)s.",
    "day_list_without_body": (
        "Filen säger inte vems dagar det är. Välj organet i listan, eller skriv rubriken "
        "Huvudman i filen."
    ),
    "day_list_unknown_principal": "Det finns ingen huvudman som heter ”%(text)s”.",
    "day_list_unknown_body": "%(principal)s har inget organ som heter ”%(text)s”.",
    "day_list_no_body": "Organet saknas, och %(principal)s har inget organ som brukar besluta.",
    "day_list_value_missing": "%(heading)s saknas.",
    "day_list_identity_number": "Raden har ett personnummer.",
    "day_list_strange_row": "Raden har mer än en dag och en sista dag för handlingar.",
}
REMEDIES = {
    "day_list_unknown_principal": "Skriv namnet som det står på sidan Huvudmän.",
    "day_list_unknown_body": (
        "Rätta namnet, eller lägg till organet på huvudmannens sida för sammanträdesdagar."
    ),
    "day_list_no_body": "Skriv vilket organ det gäller.",
    "day_list_value_missing": "Fyll i cellen.",
    "day_list_identity_number": "Ta bort numret. Det sparas inte.",
    "day_list_strange_row": "Skriv som 2027-03-30; 2027-03-12, eller bara dagen.",
    "roster_bad_day": "Skriv år, månad och dag, till exempel 2027-03-30.",
    "roster_day_unclear": "Skriv år, månad och dag, till exempel 2027-03-30.",
}
VERBS: dict[str, str] = {}


def conclusion(found: Forecast) -> list[str]:
    """Return the forecast in sentences: the day, who sets the pace, what it rests on."""
    unknown = _names(found.unknown)
    if found.all_by is None or not found.pace:
        if not found.waiting:
            return ["Alla har beslutat."]
        return [
            "Okänt när alla kan ha beslutat: inga kommande sammanträdesdagar är kända för "
            f"{unknown}."
        ]
    day = date_format(found.all_by, DAY)
    if found.unknown:
        known = [one for one in found.waiting if one.earliest]
        first = f"{_names(known)} kan ha beslutat tidigast {day}. Okänt för {unknown}."
    else:
        first = f"Alla kan ha beslutat tidigast {day}."
    return [first, f"{_names(found.pace)} bestämmer takten.", *_rests_on(found)]


def _rests_on(found: Forecast) -> list[str]:
    said = []
    if found.assumed:
        which = "dagen" if len(found.assumed) == 1 else "dagarna"
        said.append(
            f"Antaget: {which} för {_names(found.assumed)} har ingen hos huvudmannen bekräftat."
        )
    if found.likely_by and found.all_by and found.likely_by > found.all_by:
        said.append(
            f"Om de tar så lång tid som de brukar dröjer det till "
            f"{date_format(found.likely_by, DAY)}."
        )
    return said


def cannot_said(moved: MovedTo) -> str:
    """Return who cannot have decided by a day; "alla hinner" when everybody can."""
    if moved.cannot:
        return _names(moved.cannot)
    return "ingen känd" if moved.unknown else "ingen"


def _names(rows: Sequence[Foreseen]) -> str:
    """Return "Malå, Sorsele och Åsele", of many the first ones and how many more."""
    names = [one.name for one in rows]
    if len(names) > MOST_NAMES + 1:
        names = [*names[:MOST_NAMES], f"{len(names) - MOST_NAMES} till"]
    return " och ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


@dataclass(frozen=True)
class ShownForecast:
    """A forecast as pages show it: in sentences, row by row, and by reply-by day."""

    sentences: Sequence[str]
    rows: Sequence[Foreseen]
    moved: Sequence[tuple[MovedTo, str]]
    final_by: date | None

    @property
    def is_assumed(self) -> bool:
        """Return whether anything in it rests on days that nobody has confirmed."""
        return any(one.is_assumed for one in self.rows)


def shown_forecast(found: Forecast, today: date, asked: date | None = None) -> ShownForecast:
    """Return a forecast as pages show it, with what the asked reply-by day means among others."""
    return ShownForecast(
        conclusion(found),
        found.rows,
        [(one, cannot_said(one)) for one in reply_days(found, today, asked)],
        None if found.unknown else found.final_by,
    )
