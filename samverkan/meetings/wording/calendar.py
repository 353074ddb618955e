"""Every sentence about the year: planning and moving meetings, calendars, meetings outside."""

OBSTACLES = {
    "no_days_chosen": "Välj minst ett möte att planera.",
    "too_many_days": "Planera högst %(most)s möten åt gången.",
    "year_day_passed": "%(body)s: den %(on)s har redan varit. Välj en senare dag.",
    "year_day_taken": "%(body)s har redan ett möte den %(on)s. Välj en annan dag.",
    "meeting_on_free_day": (
        "%(body)s: den %(on)s är %(free)s. Välj en arbetsdag, eller skriv varför mötet hålls då."
    ),
    "members_meet_elsewhere": (
        "%(body)s: den %(on)s möts också %(others)s, och de har ledamöter gemensamt. Välj en annan "
        "dag, eller skriv varför dagen ändå passar."
    ),
    "meets_too_seldom": (
        "%(body)s har minst så många möten %(year)s: %(least)s (%(source)s). Hittills är %(count)s "
        "kända."
    ),
    "move_changes_nothing": "Dag, tid och plats är de som redan gäller. Ändra något av dem.",
    "moved_to_the_past": "Dagen har redan varit. Välj i dag eller en senare dag.",
    "moved_too_far": "Välj en dag senast den %(last)s.",
    "moved_without_reason": (
        "Kallelsen är sänd. Skriv varför mötet flyttas; de som är kallade får veta det."
    ),
    "external_without_arranger": "Skriv vem som håller mötet.",
    "external_with_two_arrangers": (
        "Välj antingen ett organ utanför strukturen eller en huvudmans eget organ."
    ),
    "external_of_own_body": (
        "Organet hör till samverkan. Planera mötet som ett av samverkans egna möten i stället."
    ),
    "external_day_unreasonable": "Skriv året med fyra siffror, till exempel 2026.",
    "external_is_read": (
        "Mötet är läst ur kalendern ”%(name)s”. Läs in kalendern igen när den har ändrats."
    ),
    "calendar_without_name": "Ge kalendern ett namn, så att nästa fil läses in på samma ställe.",
    "calendar_too_large": "Filen ”%(name)s” är större än %(most)s. Exportera en kortare tid.",
    "not_a_calendar": (
        "Filen ”%(name)s” är ingen kalender. Exportera kalendern som iCalendar (.ics) och välj den."
    ),
    "calendar_is_empty": "Filen ”%(name)s” har inga händelser. Kontrollera vad som exporterades.",
    "calendar_too_many_events": (
        "Filen har fler än %(most)s händelser. Exportera bara kalendern med mötena."
    ),
    "calendar_too_many_meetings": (
        "Filen ger fler än %(most)s möten. Exportera bara kalendern med mötena."
    ),
    "calendar_changes_nothing": "Filen säger samma sak som redan står i kalendern.",
    "calendar_does_not_wait": "Ingen fil väntar på att läsas in. Välj filen igen.",
    "no_calendar_link": "Du har ingen kalenderadress att stänga.",
}

# Why an event of a calendar file is passed over.
FAULTS = {
    "event_without_end": "Händelsen saknar slut i filen.",
    "event_too_long": "Händelsen har för många rader.",
    "event_unreadable": "Händelsen går inte att läsa.",
    "event_without_uid": "Händelsen saknar UID och kan inte kännas igen nästa gång.",
    "event_without_day": "Händelsen saknar en dag som går att läsa.",
    "event_text_not_kept": "Texten innehåller ett personnummer eller tecken som inte syns.",
    "event_recurs_too_often": "Händelsen återkommer oftare än varje dag.",
    "event_recurs_strangely": "Regeln för hur händelsen återkommer går inte att läsa.",
    "event_recurs_one_too_many": "Filen har fler än 100 återkommande händelser.",
    "event_begins_too_long_ago": "Händelsen började återkomma för mer än tre år sedan.",
}

VERBS = {
    "meeting.year_planned": "{meetings} möten planerades från {first} till {last}: {bodies}.",
    "meeting.moved": "{body} flyttade mötet den {was} till den {on}. {reason}",
    "meeting.changed": "{body} ändrade tid eller plats för mötet den {on}. {reason}",
    "external.entered": "Ett möte med {arranger} den {on} fördes in i kalendern.",
    "external.changed": "Uppgifterna om mötet med {arranger} den {on} ändrades.",
    "external.removed": "Mötet med {arranger} den {on} togs bort ur kalendern.",
    "calendar.sent": "Kalendern ”{name}” med {meetings} möten togs emot.",
    "calendar.read": (
        "Kalendern ”{name}” lästes in: {new} nya möten, {changed} ändrade, {vanished} borta."
    ),
    "calendar.thrown": "Filen till kalendern ”{name}” kastades.",
    "calendar.link_made": "{person} fick en ny adress till sin kalender.",
    "calendar.link_revoked": "{person} stängde adressen till sin kalender.",
}
