"""Every sentence about governing documents."""

OBSTACLES: dict[str, str] = {
    # Starting
    "no_text_title": "Ge styrdokumentet en rubrik.",
    "text_title_too_long": "Rubriken får ha högst %(limit)s tecken.",
    "function_has_only_assignment": (
        "En koordinatorsfunktion har en uppdragsbeskrivning. Välj det slaget."
    ),
    "values_not_of_a_seminar": (
        "En %(kind)s formuleras vid ledningsseminariet. Välj seminariet som organ."
    ),
    "text_of_ended_body": "Organet har upphört. Välj ett organ som finns.",
    "text_already_there": ("En %(kind)s finns redan. Öppna den och skriv en ny version i stället."),
    # Writing
    "draft_is_empty": "Skriv något i minst ett avsnitt.",
    "draft_unchanged": "Utkastet står redan så. Ändra något innan du sparar.",
    "draft_changed_meanwhile": (
        "Någon annan har ändrat utkastet sedan du öppnade det. Jämför med hur det står nu och "
        "spara igen."
    ),
    "too_many_sections": "Skriv högst %(limit)s avsnitt.",
    "section_heading": "Ge varje avsnitt en rubrik på högst %(limit)s tecken.",
    "section_too_long": "Avsnittet ”%(section)s” är för långt. Skriv högst %(limit)s tecken.",
    "section_twice": "Avsnittet %(section)s finns två gånger. Lägg ihop dem.",
    "feedback_interval": "Ange återkopplingen som ett antal månader, från 1 till %(most)s.",
    # Proposing
    "only_work_orders_are_proposed": (
        "Bara en arbetsordning kan gälla som förslag. Styrdokumentet behöver antas."
    ),
    "proposal_is_not_first": (
        "Arbetet inleds enligt ett förslag bara en gång. Därefter antar organet själv sin "
        "arbetsordning."
    ),
    "proposal_without_source": "Skriv var förslaget till arbetsordning står.",
    "text_is_empty": "Utkastet är tomt. Skriv det först.",
    # Adopting
    "version_not_draft": (
        "Versionen är redan %(stage)s och ändras inte. Skriv en ny version i stället."
    ),
    "assignment_not_by_setter": (
        "Uppdragsbeskrivningen för %(owner)s fastställs av %(adopter)s, inte av någon annan."
    ),
    "assignment_not_from_above": (
        "Uppdraget för %(owner)s kommer från %(adopter)s, som antar det."
    ),
    "work_order_not_by_its_body": "%(adopter)s antar själv sin arbetsordning.",
    "routine_not_by_its_body": "Rutinen antas av det organ som äger den: %(adopter)s.",
    "values_not_at_the_seminar": (
        "Värdegrund och målbild antas bara vid %(adopter)s. Ange seminariet."
    ),
    "setter_not_stated": (
        "Källorna säger inte vem som fastställer uppdraget. Skriv varför %(adopter)s gör det."
    ),
    "adopted_in_the_future": "Dagen har inte varit än. Ange den dag då texten antogs.",
    "adopter_not_there": "%(adopter)s fanns inte den %(on)s. Ange en annan dag.",
    "adopter_did_not_meet": (
        "%(adopter)s höll inget möte den %(on)s. Välj ett möte som har hållits."
    ),
    "point_of_another_text": (
        "Vid punkten antogs ”%(title)s”. Välj en annan punkt, eller skriv varför det är samma."
    ),
    "adopted_without_source": (
        "Utan ett möte här behövs en källa. Skriv var det står att texten är antagen."
    ),
    "valid_before_adopted": "Texten kan inte gälla före den dag den antogs.",
    "valid_before_the_former": (
        "Versionen före gäller från %(former)s. Den nya kan inte börja gälla tidigare."
    ),
    "sections_missing": "I uppdraget saknas: %(sections)s. Skriv de avsnitten.",
    "no_goal": "Uppdraget har inget mål. Skriv minst ett under Mål, med ett mål per rad.",
    "basic_sections_missing": (
        "Uppdraget säger inget om: %(sections)s. Du kan fortsätta, men skriv varför."
    ),
    "values_not_pointed_to": (
        "Uppdraget ska innehålla den gemensamma värdegrunden. Välj vilken version av den."
    ),
    "values_to_be_formulated": (
        "Ingen värdegrund är antagen än. Skriv i avsnittet Värdegrund och mål att den "
        "”formuleras vid ledningsseminariet”."
    ),
    "values_not_yet_formulated": (
        "Värdegrunden är inte formulerad än. Du kan fortsätta, men skriv när den väntas."
    ),
    "values_are_older": (
        "Uppdraget bär version %(carried)s av värdegrunden, men version %(current)s gäller. Byt "
        "version, eller skriv varför den äldre står kvar."
    ),
    # Reviews
    "review_in_the_future": "Dagen har inte varit än. Anteckna översynen när den är gjord.",
    "reviewed_body_not_there": "Organet fanns inte den %(on)s. Ange en annan dag.",
    "review_already_noted": "Översynen den %(on)s är redan antecknad.",
    "review_note_too_long": "Skriv högst %(limit)s tecken om vad översynen ledde till.",
}

INTERVALS = {
    1: "varje månad",
    2: "varannan månad",
    3: "var tredje månad",
    6: "varje halvår",
    12: "varje år",
    24: "vartannat år",
}


def interval(months: int | None) -> str:
    """Return how often, in words."""
    if months is None:
        return ""
    return INTERVALS.get(months, f"var {months}:e månad")


VERBS: dict[str, str] = {
    "text.started": "{title} påbörjades.",
    "text.drafted": "Utkastet till version {version} av {title} ändrades.",
    "text.thrown_away": "Utkastet till version {version} av {title} kastades.",
    "text.proposed": "Arbetet inleds enligt förslaget {title}, från {first}.",
    "text.adopted": "{title}, version {version}, är antagen {decided}{adopter}. {reason}",
    "body.reviewed": "Översyn av {of} i {body} gjordes den {on}. {note}",
}
