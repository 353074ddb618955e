"""Every sentence about what comes after a principal's decision."""

from samverkan.days import MONTHS
from samverkan.dispatches.choices import Sureness
from samverkan.dispatches.rules import LegalForce, SureDay

OBSTACLES = {
    "legal_days_without_decision": (
        "Registrera beslutet först. Justering och laga kraft hör till ett beslut."
    ),
    "legal_days_meanwhile": (
        "Någon annan lämnade uppgifter medan du skrev. Läs hur de står nu och skicka igen om det "
        "behövs."
    ),
    "no_legal_days": "Ange minst en dag, eller att beslutet är överklagat.",
    "legal_day_ahead": (
        "Dagen ligger i framtiden. Den räknas ut av sig själv tills den har kommit."
    ),
    "approved_before_decision": (
        "Protokollet kan inte vara justerat före beslutet den %(decided_on)s. Kontrollera datumet."
    ),
    "announced_before_approval": (
        "Justeringen kan inte vara anslagen före den %(earliest)s. Kontrollera datumet."
    ),
    "final_before_announcement": (
        "Beslutet kan inte få laga kraft så tidigt: tiden för att överklaga löper från den "
        "%(earliest)s. Kontrollera datumet."
    ),
}

VERBS = {"legal_days.told": "{principal} berättade om justering och laga kraft."}

NOT_NOTICE = (
    "Att beslutet visas här är inte anslag: tiden för överklagande räknas från huvudmannens egen "
    "anslagstavla."
)
UNKNOWN = "okänt"


def legal_words(force: LegalForce) -> list[tuple[str, str]]:
    """Return what is known after the meeting, as terms with what is said of them."""
    rows = [
        ("Justerat", _said(force.approved)),
        ("Anslaget", _said(force.announced)),
    ]
    if force.appealed and force.final is None:
        return [*rows, ("Laga kraft", "överklagat; laga kraft är okänd")]
    said = _said(force.final)
    if force.final and force.final.how is not Sureness.TOLD:
        said = f"{said}, om ingen överklagar"
    return [*rows, ("Laga kraft", f"överklagat, {said}" if force.appealed else said)]


def _said(day: SureDay | None) -> str:
    if day is None:
        return UNKNOWN
    on = f"{day.on.day} {MONTHS[day.on.month - 1]} {day.on.year}"
    return {
        Sureness.TOLD: on,
        Sureness.BY_LAW: f"{on}, räknat enligt lag",
        Sureness.AT_LATEST: f"senast {on} om lagens tider följs",
    }[day.how]
