"""Every sentence about structures: refusals, the plan, and what a file may have wrong."""

from pathlib import Path

from django.core.exceptions import FieldDoesNotExist

from samverkan.structures.faults import Fault
from samverkan.structures.plan import Act, Change, Plan
from samverkan.structures.schema import Structure
from samverkan.structures.tables import TABLES

OBSTACLES = {
    "structure_moved": (
        "Strukturen har ändrats sedan planen visades. Läs in den igen för att se den nya planen."
    ),
    "in_use": (
        "%(what)s kan inte tas bort, för det finns %(by)s som hänvisar dit. Låt det stå kvar i "
        "filen och ange sista dagen (last_day) i stället."
    ),
    "seat_held": (
        "%(person)s har en plats för %(principal)s i %(body)s som inte längre skulle finnas. "
        "Avsluta uppdraget först, eller låt platserna vara kvar."
    ),
    "mission_outlasts": (
        "%(person)s har ett uppdrag i %(body)s utanför organets nya period. Avsluta uppdraget "
        "först, eller ändra perioden."
    ),
    "text_frozen": (
        "%(what)s är inte längre ett utkast och kan därför inte ändras eller tas bort. Låt "
        "versionen stå som den är, och lägg till en ny."
    ),
    "structure_fault": "%(told)s",
    "working_group_only_works": (
        "En arbetsgrupp har en uppgift och tar inte ställning. Välj att den bereder eller samtalar."
    ),
    "set_up_beyond_the_texts": (
        "Texterna säger inte att det organet inrättar en %(kind)s. Du kan fortsätta, men skriv "
        "vilket beslut det vilar på."
    ),
    "new_body_not_under_decider": (
        "Ett nytt organ hör under det organ som inrättar det. Välj samma organ på båda ställena."
    ),
    "body_name_taken": "Det finns redan ett organ med det namnet. Välj ett annat namn.",
}

VERBS = {
    "structure.loaded": (
        "Strukturen lästes in: {created} nya uppgifter, {changed} ändrade, {removed} borttagna."
    ),
    "structure.changed": "Strukturen ändrades: {changes}.",
    "body.set_up": "Organet inrättades. {changes}.",
}

ACTS = {Act.CREATE: "skapa", Act.CHANGE: "ändra", Act.REMOVE: "ta bort"}
DONE_TO = {Act.CREATE: "nytt", Act.CHANGE: "ändrat", Act.REMOVE: "borttaget"}
# What a link to something else is called when it changes.
LINKS = {
    "adopted_by": "antagen av",
    "body": "organ",
    "function": "koordinatorsfunktion",
    "grouping": "gruppering",
    "host": "värd",
    "parent": "ingår i",
    "prepared_by": "bereds av",
    "principal": "huvudman",
    "setter": "uppdraget fastställs av organet",
    "values": "värdegrund",
}

NOTHING_TO_DO = "Inget att ändra."
NOTHING_DONE = "Inget är ändrat."
DONE = "Strukturen är inläst."
QUESTION = "Ska ändringarna göras? [j/N] "
NO_COLLABORATION = "Samverkan ”%(slug)s” finns inte här."

# What is wrong, and what to do about it.
FAULTS = {
    "no_folder": ("Mappen finns inte.", "Ange mappen med strukturens filer."),
    "missing_file": ("Filen saknas.", "Lägg till filen."),
    "unknown_file": ("Filen hör inte till en struktur.", "Filerna heter %(known)s."),
    "not_utf8": (
        "Filen är inte sparad som UTF-8.",
        "Spara om den med teckenkodningen UTF-8.",
    ),
    "not_toml": (
        "Raden följer inte formatet TOML.",
        "Se efter citattecken, hakparenteser och likhetstecken på raden och raden före.",
    ),
    "stated_twice": ("Nyckeln eller tabellen står två gånger.", "Ta bort den ena."),
    "file_name_no_address": (
        "Filens namn, %(name)s, blir en adress.",
        "Använd små bokstäver a–z, siffror och bindestreck.",
    ),
    "text_before_heading": (
        "Texten står före den första rubriken.",
        "Börja med en rubrik, som ”## 1. Bakgrund”.",
    ),
    "heading_without_number": (
        "Rubriken saknar nummer.",
        "Skriv avsnittets nummer först, som ”### 5.1 Samråd”.",
    ),
    "no_sections": ("Texten har inga avsnitt.", "Börja med en rubrik, som ”## 1. Bakgrund”."),
    "section_twice": (
        "Avsnitt %(number)s finns redan på rad %(line)s.",
        "Ge avsnitten olika nummer.",
    ),
    "text_before_section": (
        "Texten står före den första rubriken.",
        "Börja med en rubrik, som ”## Uppdrag”.",
    ),
    "heading_of_another_sort": (
        "Avsnittens rubriker skrivs med två nummertecken och text.",
        "Skriv som ”## Uppdrag”, och rubriker inne i ett avsnitt med tre.",
    ),
    "version_not_stated": (
        "Versionen finns inte i styrdokumentets fil.",
        "Lägg till den under [[versions]], eller ta bort filen.",
    ),
    "version_twice": (
        "Version %(number)s finns redan.",
        "Ge versionerna olika nummer.",
    ),
    "two_drafts": ("Styrdokumentet har redan ett utkast.", "Låt det finnas ett utkast i taget."),
    "text_of_nobody": (
        "Ett styrdokument gäller antingen ett organ eller en funktion.",
        "Ange body eller function.",
    ),
    "values_in_values": (
        "En värdegrund eller målbild bär inte själv en värdegrund.",
        "Ta bort values.",
    ),
    "unknown_values": (
        "Version %(number)s av värdegrunden ”%(slug)s” finns inte i texts.",
        "Lägg till versionen, eller rätta adressen och numret.",
    ),
    "adopted_by_nobody": (
        "En antagen rutin säger vilket organ som antog den.",
        "Ange adopted_by, eller läget proposed om ingen har beslutat.",
    ),
    "routine_fault": ("%(told)s", "Rätta rutinen i filen."),
    "missing": ("Uppgiften ”%(key)s” saknas.", "Lägg till den."),
    "extra_forbidden": ("Nyckeln ”%(key)s” finns inte.", "Här kan stå: %(known)s."),
    "enum": ("Värdet ”%(value)s” finns inte.", "Välj något av: %(known)s."),
    "string_type": ("Här ska stå text, inte %(value)s.", "Sätt värdet inom citattecken."),
    "string_too_long": (
        "Texten är för lång: högst %(max_length)s tecken.",
        "Korta den.",
    ),
    "string_pattern_mismatch": (
        "Värdet ”%(value)s” har inte rätt form.",
        "Adresser skrivs med små bokstäver a–z, siffror och bindestreck; koder med siffror; "
        "namn på en rad, utan mellanslag först eller sist.",
    ),
    "int_type": ("Här ska stå ett heltal, inte %(value)s.", "Skriv talet utan citattecken."),
    "bool_type": ("Här ska stå true eller false, inte %(value)s.", "Skriv utan citattecken."),
    "decimal_type": ("Här ska stå ett tal, inte %(value)s.", "Skriv som 2.0, utan citattecken."),
    "is_instance_of": ("Här ska stå ett tal, inte %(value)s.", "Skriv med punkt, som 2.0."),
    "date_type": (
        "Här ska stå en dag, inte %(value)s.",
        "Skriv dagen som 2020-09-01, utan citattecken.",
    ),
    "list_type": (
        "Här ska stå en lista.",
        "Skriv värdena inom hakparenteser, och tabeller i listor inom dubbla: [[…]].",
    ),
    "model_type": ("Här ska stå en tabell med nycklar.", "Skriv som { nyckel = värde }."),
    "too_short": ("Listan är tom.", "Lägg till minst en uppgift."),
    "greater_than_equal": ("Värdet %(value)s är för lågt.", "Det lägsta är %(ge)s."),
    "greater_than": ("Värdet %(value)s är för lågt.", "Det ska vara över %(gt)s."),
    "less_than_equal": ("Värdet %(value)s är för högt.", "Det högsta är %(le)s."),
    "decimal_max_digits": ("Talet %(value)s är för långt.", "Avrunda det."),
    "decimal_max_places": (
        "Talet %(value)s har för många decimaler.",
        "Högst %(decimal_places)s decimaler.",
    ),
    "decimal_whole_digits": ("Talet %(value)s är för stort.", "Se efter talet."),
    "finite_number": ("Här ska stå ett tal.", "Skriv som 2.0."),
    "slug_taken": ("Adressen ”%(slug)s” är upptagen av tjänsten själv.", "Välj en annan."),
    "slug_twice": ("Adressen ”%(slug)s” används redan i %(file)s.", "Ge dem olika adresser."),
    "code_twice": ("Koden %(code)s är redan angiven för %(other)s.", "Se efter koderna."),
    "unknown_section": (
        "Överenskommelsen har inget avsnitt %(number)s.",
        "Ange ett avsnitt som finns, eller skriv en källa i stället.",
    ),
    "word_not_there": (
        "”%(word)s” står inte i avsnitt %(number)s.",
        "Skriv ord som de står i avsnittet.",
    ),
    "unknown_principal": (
        "Huvudmannen ”%(slug)s” finns inte i principals.toml.",
        "Lägg till huvudmannen, eller rätta adressen.",
    ),
    "unknown_body": (
        "Organet ”%(slug)s” finns inte i bodies.toml eller former-bodies.toml.",
        "Lägg till organet, eller rätta adressen.",
    ),
    "unknown_nominator": (
        "Den nominerande ”%(slug)s” finns inte i principals.toml.",
        "Lägg till den nominerande, eller rätta adressen.",
    ),
    "unknown_grouping": (
        "Grupperingen ”%(slug)s” finns inte i principals.toml.",
        "Lägg till grupperingen, eller rätta adressen.",
    ),
    "unknown_federation": (
        "Mellanledet ”%(slug)s” finns inte i principals.toml.",
        "Lägg till mellanledet, eller rätta adressen.",
    ),
    "circle_of_federations": (
        "Mellanleden ingår i varandra i en ring: %(circle)s.",
        "Ta bort en av länkarna.",
    ),
    "in_two_federations": (
        "”%(slug)s” är samtidigt medlem i %(other)s.",
        "Ta bort det ena, eller rätta dagarna: en rekommendation går en väg.",
    ),
    "succeeds_itself": ("”%(slug)s” kan inte efterträda sig själv.", "Ange en annan huvudman."),
    "succeeded_while_there": (
        "%(name)s finns kvar när efterträdaren tar över.",
        "Ange den sista dagen (last_day), och en senare första dag för efterträdaren.",
    ),
    "unknown_function": (
        "Funktionen ”%(slug)s” finns inte i functions.toml.",
        "Lägg till funktionen, eller rätta adressen.",
    ),
    "points_to_itself": ("Organet pekar på sig självt.", "Ange ett annat organ."),
    "ends_before_it_begins": (
        "Sista dagen, %(last)s, är före den första, %(first)s.",
        "Rätta dagarna.",
    ),
    "outside_owner": (
        "Perioden går utanför den som den hör till: %(first)s–%(last)s.",
        "Rätta dagarna, eller utelämna dem så följer de helheten.",
    ),
    "never_at_once": (
        "%(other)s finns inte under perioden.",
        "Rätta dagarna, eller ange ett annat organ.",
    ),
    "most_below_least": (
        "Högst %(most)s platser är färre än minst %(least)s.",
        "Rätta talen.",
    ),
    "quota_for_non_party": (
        "”%(slug)s” är inte part under hela perioden.",
        "Rätta platsernas eller huvudmannens dagar.",
    ),
    "quota_twice": (
        "”%(slug)s” har redan platser i organet under perioden.",
        "Låt huvudmannen stå på ett ställe, eller dela perioden.",
    ),
    "quota_outside_nominator": (
        "Den nominerande ”%(slug)s” finns inte under hela perioden.",
        "Rätta platsernas eller den nominerandes dagar.",
    ),
    "quota_of_nobody": (
        "Platserna saknar innehavare.",
        "Ange huvudmän (principals) eller nominerande (nominators).",
    ),
    "quota_of_both": (
        "Platserna har både huvudmän och nominerande.",
        "Dela dem i två: en med principals och en med nominators.",
    ),
    "congress_without_day": (
        "Mandattiden följer en kongress, men ingen dag är angiven att räkna från.",
        "Ange första dagen i någon mandattid (anchored_on).",
    ),
    "derived_by_hand": (
        "Platserna i arbetsutskottet följer av uppdrag i ett annat organ.",
        "Ta bort platserna (quotas), eller de härledda platserna (derived_seats).",
    ),
    "parity_broken": (
        "Sidorna ska ha lika många platser, men den %(day)s har kommunerna %(one)s och regionen "
        "%(other)s.",
        "Rätta platserna, eller ta bort regeln (parity).",
    ),
    "side_and_alternates": (
        "Ordföranden kan inte både alltid komma från en sida och skifta mellan sidorna.",
        "Ta bort chair_side eller alternates.",
    ),
    "chair_rules_at_once": (
        "Organet har redan en ordning för ordförandeskapet under perioden.",
        "Rätta dagarna så att den ena slutar innan den andra börjar.",
    ),
    "rhythms_at_once": (
        "Organet har redan en mötesrytm under perioden.",
        "Rätta dagarna så att den ena slutar innan den andra börjar.",
    ),
    "line_rhythm_without_days": (
        "Rytmen säger inga dagar.",
        "Ange månader (months), eller antagna dagar (days).",
    ),
    "stated_again": ("”%(what)s” står redan här.", "Ta bort det ena."),
    "name_taken": (
        "Namnet ”%(name)s” används samtidigt av %(other)s.",
        "Välj ett annat namn, eller rätta periodernas dagar.",
    ),
    "circle": ("Organen står över varandra i en ring: %(circle)s.", "Ta bort en av länkarna."),
    "circle_of_setters": (
        "Organen fastställer varandras uppdrag i en ring: %(circle)s.",
        "Ta bort en av länkarna.",
    ),
    "circle_of_preparers": (
        "Organen bereder ärenden åt varandra i en ring: %(circle)s.",
        "Ta bort en av länkarna.",
    ),
    "shares_not_whole": (
        "Andelarna blir inte 100 procent tillsammans.",
        "Ange båda, som 50.0 och 50.0, eller ingen.",
    ),
    "identity_number": (
        "Raden har ett personnummer eller samordningsnummer.",
        "Ta bort det. Sådana nummer får inte finnas här.",
    ),
    "control_characters": ("Texten har tecken som inte syns.", "Skriv om texten."),
}
OTHER_FAULT = ("Värdet ”%(value)s” går inte att använda.", "Se efter vad schemat säger.")
GUESS = "Menade du ”%(guess)s”?"


def fault(found: Fault, folder: Path) -> str:
    """Return a fault as two lines: where and what, then the remedy."""
    what, remedy = _said(found)
    file = found.file if found.code == "no_folder" else folder / found.file
    place = f" {found.place}:" if found.place else ""
    return f"{file}:{found.line}:{place} {what}\n    {remedy}"


def what_is_wrong(found: Fault) -> str:
    """Return a fault as a page says it: in what, what, and the remedy."""
    place = f"{found.place}: " if found.place else ""
    return f"{place}{' '.join(_said(found))}"


def _said(found: Fault) -> tuple[str, str]:
    what, remedy = FAULTS.get(found.code, OTHER_FAULT)
    facts = {"value": "", **found.facts}
    if facts.get("guess"):
        remedy = f"{GUESS} {remedy}"
    return what % facts, remedy % facts


def counted_faults(number: int) -> str:
    """Return how many faults there are."""
    return f"{number} fel."


def without_faults(folder: Path, structure: Structure) -> str:
    """Return what was checked, when there was nothing wrong."""
    sections = sum(len(agreement.sections) for agreement in structure.agreements)
    return (
        f"{folder}: inga fel. {len(structure.principals)} huvudmän, {len(structure.bodies)} organ, "
        f"{sections} avsnitt i överenskommelser."
    )


def summed(plan: Plan) -> str:
    """Return a plan in one line."""
    counts = plan.counts()
    return "Summa: " + ", ".join(f"{counts[act]} att {ACTS[act]}" for act in Act) + "."


def titled(change: Change) -> str:
    """Return what a row is and what it is called, as in "organ Länssamverkansgruppen"."""
    kind = TABLES[change.table].model._meta.verbose_name
    return f"{kind} {change.name}" if change.name else str(kind)


def line_of(change: Change) -> str:
    """Return one line of a plan, as in "ändra organ Länssamverkansgruppen: syfte, uppdrag"."""
    line = f"{ACTS[change.act]} {titled(change)}"
    fields = [_label(change, field) for field in change.fields]
    return f"{line}: {', '.join(fields)}" if fields else line


def told_of(change: Change) -> str:
    """Return a change as the history tells it, as in "organ Hjälpmedelsrådet (ändrat: syfte)"."""
    fields = ", ".join(_label(change, field) for field in change.fields)
    return f"{titled(change)} ({DONE_TO[change.act]}{f': {fields}' if fields else ''})"


def _label(change: Change, field: str) -> str:
    if field in LINKS:
        return LINKS[field]
    try:
        return str(TABLES[change.table].model._meta.get_field(field).verbose_name)  # type: ignore[union-attr]
    except (FieldDoesNotExist, AttributeError):
        return field
