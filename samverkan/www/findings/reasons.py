"""Why something is found: the rule in one sentence, by the rule's number or what is found."""

from samverkan.bodies.rules.findings import Finding
from samverkan.www.reasons import Reason

RULES = {
    "R010": "Det ska finnas arenor för huvudmännens alla ansvarsnivåer.",
    "R011": "Alla grupperingar har ett formulerat uppdrag.",
    "R012": "Samverkan är knuten till linjeorganisationen.",
    "R013": "Alla huvudmän är representerade i samverkan.",
    "R015": "Strukturen är tydligt beskriven.",
    "R021": "Parter är kommunerna i länet och regionen.",
    "R024": "Kommunernas samverkan med fristående skolor används också fortsättningsvis.",
    "R044": "Värdegrund och målbild ingår i uppdraget.",
    "R055": "Samverkan mellan förtroendevalda sker på nämnds nivå.",
    "R062": "Varje kommun har en representant och en ersättare.",
    "R064": "Regionen har ett bestämt antal representanter och lika många ersättare.",
    "R066": "Ordförande och vice ordförande utses inom gruppen.",
    "R067": "De kommer från var sin sida.",
    "R068": "Uppdragen löper på ett kalenderår och skiftar mellan sidorna.",
    "R070": "Arbetet inleds enligt ett förslag; gruppen reviderar sedan själv sin arbetsordning.",
    "R071": "Arbetet inleds enligt ett förslag; gruppen reviderar sedan själv sin arbetsordning.",
    "R077": "Varje kommun utser en huvudsaklig representant.",
    "R082": "Arenor på fullmäktigenivå föreslogs och togs bort efter svagt stöd.",
    "R090": "Arbetet synkroniseras med de finansiella samordningsförbunden.",
    "R092": "Varje kommun har en representant och en ersättare.",
    "R094": "Regionen har ett bestämt antal representanter och lika många ersättare.",
    "R098": "Ordförande och vice ordförande utses inom gruppen.",
    "R099": "De kommer från var sin sida.",
    "R100": "Uppdragen löper på ett kalenderår och skiftar mellan sidorna.",
    "R102": "Arbetet inleds enligt ett förslag; gruppen reviderar sedan själv sin arbetsordning.",
    "R103": "Arbetet inleds enligt ett förslag; gruppen reviderar sedan själv sin arbetsordning.",
    "R106": (
        "En kommun kan rekommenderas att utse sin tjänsteperson från samma verksamhet som den "
        "huvudsakliga representanten."
    ),
    "R112": "Uppdraget har tydliga målsättningar.",
    "R113": "Uppdraget säger vilka funktioner som ingår.",
    "R114": "Uppdraget säger hur de utses.",
    "R115": "Uppdraget säger hur återkopplingen ges.",
    "R116": "Uppdrag och bemanning ses över minst vartannat år.",
    "R118": "Beredningar och arbetsgrupper samordnas med dem som följer av statliga satsningar.",
    "R125": "Uppdraget säger hur det rapporteras och följs upp.",
    "R161": "Koordinatorsfunktionen är placerad i regionen.",
    "R162": "Funktionen omfattar två årsarbetare.",
    "R163": "Hjälpmedelskoordinatorn omfattar en årsarbetare.",
    "R164": "Kommunerna och regionen delar kostnaden.",
    "R166": "Samverkan stöds av koordinatorer.",
    "R168": "Den samordnande funktionen har ett tydligt uppdrag.",
    "R231": "Uppdragsbeskrivningar reglerar uppdrag, mandat och rapporteringsvägar.",
    "R232": "Det finns en dag då den gamla strukturen upphör och en då den nya börjar gälla.",
    "R324": "Ett organ som har upphört gör inget mer.",
    "R325": "Innan den gamla organisationen upplöses är det som pågår flyttat och överlämnat.",
    "R326": "Varje äldre organ har en arvtagare eller är avslutat. Källorna säger inte vilken.",
}
# What no text demands is still worth a word about why it is told.
CODES = {
    "parity_broken": "Texterna säger att lika många sitter från vardera sidan.",
    "sits_for_several": (
        "Ingen text hindrar det. Andra län har erfarit att den som företräder flera huvudmän har "
        "svårt att föra hem besked till alla."
    ),
    "appointment_unknown": (
        "Med beslutet antecknat går det att se vem som har gett uppdraget, och när."
    ),
    "chairs_alike": "Överenskommelsen säger inte om de två organen ska ledas från olika sidor.",
    "setter_unknown": "Uppdrag ska finnas för alla grupperingar. Någon behöver fastställa det.",
    "only_proposed": "Ett förslag gäller tills organet har antagit ett eget.",
    "text_missing": "Organet ska ha det styrdokumentet, enligt strukturens uppgifter.",
}
NOWHERE = "Det följer av strukturens egna uppgifter."


def reason_of(finding: Finding) -> Reason:
    """Return why something is found: by its rule, else by what it is."""
    if finding.rule in RULES:
        return Reason(finding.rule, RULES[finding.rule])
    return Reason(finding.code, CODES.get(finding.code, NOWHERE))
