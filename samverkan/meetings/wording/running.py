"""Every sentence about meetings."""

from samverkan.meetings.choices import ItemKind, Outcome

OPENING_POINTS = [
    (ItemKind.FORMAL, "Ordföranden öppnar mötet"),
    (ItemKind.FORMAL, "Fastställande av agenda"),
    (ItemKind.FORMAL, "Anteckningar från föregående möte"),
    (ItemKind.REPORT, "Koordinatorernas rapport"),
]
CLOSING_POINTS = [
    (ItemKind.INFORMATION, "Kommande möte"),
    (ItemKind.FORMAL, "Övriga frågor"),
    (ItemKind.FORMAL, "Ordföranden avslutar mötet"),
]

OBSTACLES = {
    "body_not_there": "Organet finns inte den dagen. Välj en dag inom organets tid.",
    "meeting_exists": "Organet har redan ett möte den dagen. Öppna det, eller välj en annan dag.",
    "case_not_prepared": (
        "Ärendet är %(stage)s. Ett ärende tas upp på ett möte när det är berett och ännu inte "
        "behandlat."
    ),
    "case_of_other_body": "Ärendet hör till ett annat organ. Välj ett möte med det organet.",
    "case_on_open_agenda": (
        "Ärendet står på dagordningen till ett möte. Låt mötet behandla det, eller ställ in mötet, "
        "och flytta ärendet sedan."
    ),
    "case_already_placed": "Ärendet står redan på en dagordning.",
    "meeting_is_held": "Mötet är %(stage)s. Det går inte att ändra längre.",
    "already_called": "Mötet är %(stage)s. Kallelsen sänds en gång.",
    "agenda_is_empty": "Dagordningen har bara formalia. Lägg till en punkt innan kallelsen sänds.",
    "no_reason_to_cancel": "Skriv varför mötet ställs in. Skälet blir offentligt.",
    "adjoined_is_member": "Personen sitter redan i organet och behöver inte adjungeras.",
    "already_adjoined": "Personen är redan adjungerad till punkten.",
    "present_twice": "Någon står två gånger i närvaron. Ta bort den ena raden.",
    "deciding_not_member": (
        "%(person)s har inget uppdrag i organet och kan därför inte vara beslutande. Välj gäst "
        "eller föredragande."
    ),
    "substitute_for_nobody": (
        "%(person)s är ersättare. Ange vilken frånvarande representant hen ersätter, eller välj "
        "gäst."
    ),
    "substitute_for_other_principal": (
        "%(person)s ersätter någon från en annan huvudman. En ersättare träder in för den egna "
        "huvudmannens representant."
    ),
    "substitute_for_present": "%(person)s ersätter någon som själv är närvarande.",
    "two_substitutes_for_one": "Två ersättare står för samma representant. Ändra den ena.",
    "leader_not_present": "Den som ledde mötet ska finnas med i närvaron.",
    "no_heading": "Skriv en rubrik för punkten.",
    "not_a_decision_point": (
        "Punkten är inte till för ställningstagande. Organet kan enas om en rekommendation på en "
        "sådan punkt."
    ),
    "point_changed_meanwhile": (
        "Någon annan skrev i punkten nyss. Det du skrev finns kvar här nedanför. Läs punkten som "
        "den är nu och spara sedan igen."
    ),
    "body_does_not_recommend": (
        "Organet bereder eller samtalar. Rekommendationer lämnas av organ som har det uppdraget."
    ),
    "point_without_case": "Punkten saknar ärende. En rekommendation hör till ett ärende.",
    "not_an_inner_matter": (
        "Organet beslutar bara om sina egna arbetsformer. Allt annat blir en rekommendation till "
        "huvudmännen."
    ),
    "meeting_not_yet": "Mötet är den %(on)s. Det kan avslutas när dagen är inne.",
    "nobody_present": "Anteckna vilka som var beslutande på mötet.",
    "nobody_led": "Ange vem som ledde mötet.",
    "points_without_outcome": "Ange utfallet för: %(points)s.",
    "earlier_meeting_open": (
        "Ett tidigare möte är inte avslutat: %(days)s. Punkterna numreras vidare från det, så "
        "avsluta det först."
    ),
}

VERBS = {
    "point.adjoined": "{person} adjungerades till punkten ”{heading}” i {body} den {on}.",
    "point.adjunction_called_off": "{person} är inte längre adjungerad till ”{heading}” den {on}.",
    "meeting.planned": "{body} planerade ett möte den {on}.",
    "meeting.point_added": "Punkten ”{heading}” lades till på dagordningen.",
    "case.placed": "Ärendet sattes upp på dagordningen för {body} den {on}.",
    "meeting.called": "Kallelse till {body} den {on} sändes.",
    "meeting.cancelled": "{body} ställde in mötet den {on}. Skäl: {reason}",
    "meeting.attendance_noted": "Närvaron den {on} antecknades.",
    "point.concluded": "{body} behandlade ärendet den {on}: {outcome}.",
    "meeting.held": "{body} avslutade mötet den {on}, punkt {first}–{last}.",
}


def lead_of(body: str, outcome: Outcome) -> str:
    """Return the words before the clauses: a body recommends; on its own matters it decides."""
    verb = {Outcome.INNER_DECISION: "beslutar", Outcome.PROPOSED: "föreslår"}.get(
        outcome, "rekommenderar huvudmännen"
    )
    return f"{body} {verb}"
