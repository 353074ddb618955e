"""Why something is found: the rule in one sentence, and where it stands."""

from samverkan.bodies.rules.findings import Finding
from samverkan.www.reasons import (
    MAIN_POINTS_ELECTED,
    MAIN_POINTS_GENERAL,
    MAIN_POINTS_OFFICIALS,
    Reason,
)

DIRECTIVE = "Projektdirektivet 2018, avsnitt 2.3"
ONE_SEAT = "Varje kommun har en representant och en ersättare."
REGIONS_SEATS = "Regionen har ett bestämt antal representanter och lika många ersättare."
WITHIN = "Ordförande och vice ordförande utses inom gruppen."
ONE_FROM_EACH = "De kommer från var sin sida."
CALENDAR_YEAR = "Uppdragen löper på ett kalenderår och skiftar mellan sidorna."
OWN_ORDER = "Arbetet inleds enligt ett förslag; gruppen reviderar sedan själv sin arbetsordning."
OF_ASSIGNMENT = ("6.2", "målsättningar")
OF_SAMRAD = ("5.1.3", "utses inom gruppen")
OF_LSG = ("6.1.4", "utses inom gruppen")

RULES = {
    "R010": Reason(
        "Det ska finnas arenor för huvudmännens alla ansvarsnivåer.", source=MAIN_POINTS_GENERAL
    ),
    "R011": Reason("Alla grupperingar har ett formulerat uppdrag.", source=MAIN_POINTS_GENERAL),
    "R012": Reason("Samverkan är knuten till linjeorganisationen.", "1", "linjeorganisationen"),
    "R013": Reason("Alla huvudmän är representerade i samverkan.", "1", "Samtliga huvudmän"),
    "R015": Reason("Strukturen är tydligt beskriven.", "4", "tydligt beskriven"),
    "R021": Reason("Parter är kommunerna i länet och regionen.", "2", "Parter i denna"),
    "R024": Reason(
        "Kommunernas samverkan med fristående skolor används också fortsättningsvis.",
        "2",
        "fristående aktörer",
    ),
    "R044": Reason("Värdegrund och målbild ingår i uppdraget.", "6.1.1", "skall ingå"),
    "R055": Reason("Samverkan mellan förtroendevalda sker på nämnds nivå.", "5.1", "nämnds nivå"),
    "R062": Reason(ONE_SEAT, "5.1.3", "en representant"),
    "R064": Reason(REGIONS_SEATS, "5.1.3", "tre representanter"),
    "R066": Reason(WITHIN, *OF_SAMRAD),
    "R067": Reason(ONE_FROM_EACH, *OF_SAMRAD),
    "R068": Reason(CALENDAR_YEAR, *OF_SAMRAD),
    "R070": Reason(OWN_ORDER, "5.1.4", "arbetsordning"),
    "R071": Reason(OWN_ORDER, "5.1.4", "arbetsordning"),
    "R077": Reason("Varje kommun utser en huvudsaklig representant.", source=MAIN_POINTS_ELECTED),
    "R082": Reason(
        "Arenor på fullmäktigenivå föreslogs och togs bort efter svagt stöd.",
        source=MAIN_POINTS_ELECTED,
    ),
    "R090": Reason(
        "Arbetet synkroniseras med de finansiella samordningsförbunden.",
        "6.1.2",
        "samordningsförbund",
    ),
    "R092": Reason(ONE_SEAT, "6.1.3", "en representant"),
    "R094": Reason(REGIONS_SEATS, "6.1.3", "fyra representanter"),
    "R098": Reason(WITHIN, *OF_LSG),
    "R099": Reason(ONE_FROM_EACH, *OF_LSG),
    "R100": Reason(CALENDAR_YEAR, *OF_LSG),
    "R102": Reason(OWN_ORDER, "6.1.5", "arbetsordning"),
    "R103": Reason(OWN_ORDER, "6.1.5", "revidera"),
    "R106": Reason(
        "En kommun kan rekommenderas att utse sin tjänsteperson från samma verksamhet som den "
        "huvudsakliga representanten.",
        source=MAIN_POINTS_OFFICIALS,
    ),
    "R112": Reason("Uppdraget har tydliga målsättningar.", *OF_ASSIGNMENT),
    "R113": Reason("Uppdraget säger vilka funktioner som ingår.", *OF_ASSIGNMENT),
    "R114": Reason("Uppdraget säger hur de utses.", *OF_ASSIGNMENT),
    "R115": Reason("Uppdraget säger hur återkopplingen ges.", *OF_ASSIGNMENT),
    "R116": Reason("Uppdrag och bemanning ses över minst vartannat år.", "6.2", "vartannat år"),
    "R118": Reason(
        "Beredningar och arbetsgrupper samordnas med dem som följer av statliga satsningar.",
        "6.2",
        "statliga satsningar",
    ),
    "R125": Reason("Uppdraget säger hur det rapporteras och följs upp.", "6.2.1", "rapportering"),
    "R161": Reason("Koordinatorsfunktionen är placerad i regionen.", "8", "placering"),
    "R162": Reason("Funktionen omfattar två årsarbetare.", "8", "2.0"),
    "R163": Reason("Hjälpmedelskoordinatorn omfattar en årsarbetare.", "8", "1.0"),
    "R164": Reason("Kommunerna och regionen delar kostnaden.", "8", "50%"),
    "R166": Reason("Samverkan stöds av koordinatorer.", "1", "koordinatörer"),
    "R168": Reason(
        "Den samordnande funktionen har ett tydligt uppdrag.", source=MAIN_POINTS_GENERAL
    ),
    "R231": Reason(
        "Uppdragsbeskrivningar reglerar uppdrag, mandat och rapporteringsvägar.",
        source=f"{DIRECTIVE}, P3",
    ),
    "R232": Reason(
        "Det finns en dag då den gamla strukturen upphör och en då den nya börjar gälla.",
        source=f"{DIRECTIVE}, P4",
    ),
    "R324": Reason("Ett organ som har upphört gör inget mer.", source=f"{DIRECTIVE}, P4"),
    "R325": Reason(
        "Innan den gamla organisationen upplöses är det som pågår flyttat och överlämnat.",
        source=f"{DIRECTIVE}, P4",
    ),
    "R326": Reason(
        "Varje äldre organ har en arvtagare eller är avslutat. Källorna säger inte vilken.",
        source="Presentationen 3 oktober 2019, bild 4",
    ),
}
# What no text demands is still worth a word about why it is told.
CODES = {
    "parity_broken": Reason("Texterna säger att lika många sitter från vardera sidan."),
    "sits_for_several": Reason(
        "Ingen text hindrar det. Andra län har erfarit att den som företräder flera huvudmän har "
        "svårt att föra hem besked till alla."
    ),
    "appointment_unknown": Reason(
        "Med beslutet antecknat går det att se vem som har gett uppdraget, och när."
    ),
    "chairs_alike": Reason(
        "Överenskommelsen säger inte om de två organen ska ledas från olika sidor.",
        "6.1.4",
        "utses inom gruppen",
    ),
    "setter_unknown": Reason(
        "Uppdrag ska finnas för alla grupperingar. Någon behöver fastställa det.",
        source=MAIN_POINTS_GENERAL,
    ),
    "only_proposed": Reason("Ett förslag gäller tills organet har antagit ett eget."),
    "text_missing": Reason("Organet ska ha det styrdokumentet, enligt strukturens uppgifter."),
}
NOWHERE = Reason("Det följer av strukturens egna uppgifter.")


def reason_of(finding: Finding) -> Reason:
    """Return why something is found: by its rule, else by what it is."""
    return RULES.get(finding.rule) or CODES.get(finding.code, NOWHERE)
