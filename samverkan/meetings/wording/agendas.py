"""Every sentence about agendas, summonses and papers."""

from collections.abc import Iterable

from samverkan.meetings.rules.summons import Change

OBSTACLES = {
    "point_twice_in_order": "En punkt står två gånger i ordningen. Ge varje punkt en egen plats.",
    "agenda_changed_meanwhile": (
        "Någon annan lade till eller tog bort en punkt nyss. Så här ser dagordningen ut nu. Ordna "
        "den igen."
    ),
    "order_is_the_same": "Punkterna står redan i den ordningen.",
    "point_has_outcome": "Punkten har ett utfall. Den kan inte ändras eller tas bort längre.",
    "report_back_stays": (
        "Återrapporteringen kommer av sig själv till organets nästa möte. Flytta den i stället för "
        "att ta bort den."
    ),
    "no_reason_to_take_off": (
        "Kallelsen är sänd. Skriv varför punkten tas bort, så att de som är kallade får veta det."
    ),
    "case_needs_its_kind": ("Punkten har ett ärende. Välj för ställningstagande eller diskussion."),
    "minutes_outside": "Skriv tiden i hela minuter, från 1 till %(most)s.",
    "point_text_too_long": (
        "Texten är %(length)s tecken. Skriv högst %(limit)s, och bifoga den långa texten som en "
        "handling."
    ),
    "other_rapporteur_without_reason": (
        "Organets ordning säger vem som föredrar. Skriv varför någon annan gör det."
    ),
    "case_waits_no_longer": (
        "De här ärendena väntar inte längre: %(numbers)s. Läs om sidan och välj igen."
    ),
    "nothing_waits": (
        "Inget väntar på att tas upp. Välj minst ett ärende, eller lägg till en punkt."
    ),
    "end_without_start": "Ange också när mötet börjar.",
    "ends_before_it_starts": "Mötet slutar före det börjar. Ändra någon av tiderna.",
    "too_late_to_agree": "Mötet är %(stage)s. Arbetsutskottet bereder dagordningen före kallelsen.",
    "body_without_committee": (
        "Organet har inget arbetsutskott. Kallelsen kan sändas utan att dagordningen bereds först."
    ),
    "not_in_the_committee": (
        "Dagordningen bereds av organets ordförande och vice ordförande. En av dem räcker."
    ),
    "already_agreed": "Du har redan ställt dig bakom dagordningen som den är nu.",
    "agenda_not_agreed": (
        "Arbetsutskottet har inte ställt sig bakom dagordningen. Du kan sända kallelsen ändå, men "
        "skriv varför."
    ),
    "agenda_changed_since_agreed": (
        "Dagordningen har ändrats sedan arbetsutskottet ställde sig bakom den. Du kan sända "
        "kallelsen ändå, men skriv varför."
    ),
    "members_unreached": (
        "De här nås inte per e-post: %(people)s. Kalla dem på annat sätt, eller lägg in deras "
        "adresser."
    ),
    "previous_not_approved": (
        "Anteckningarna från mötet den %(on)s är inte justerade. De ska läggas till handlingarna "
        "på det här mötet."
    ),
    "agenda_too_long": (
        "Punkternas tider är tillsammans %(minutes)s minuter längre än mötet. Korta någon punkt "
        "eller flytta sluttiden."
    ),
    "not_called": "Mötet är %(stage)s. Komplettera en kallelse som är sänd och inte hållen.",
    "nothing_to_supplement": "Inget har ändrats sedan kallelsen sändes.",
    "no_paper_name": "Skriv vad handlingen heter.",
    "paper_name_too_long": "Handlingens namn är för långt. Skriv högst %(limit)s tecken.",
    "paper_name_taken": "Punkten har redan en handling som heter ”%(name)s”. Välj ett annat namn.",
    "too_many_papers": (
        "En punkt har högst %(most)s handlingar. Slå ihop några, eller lägg dem till en annan "
        "punkt."
    ),
    "papers_too_large": (
        "Mötets handlingar får tillsammans vara högst %(limit)s. Gör filerna mindre eller ta bort "
        "någon."
    ),
}

VERBS = {
    "meeting.points_ordered": "Punkterna på dagordningen för {body} den {on} ordnades om.",
    "meeting.point_taken_off": (
        "Punkten ”{heading}” togs bort från dagordningen för {body} den {on}. {reason}"
    ),
    "meeting.point_written": "Punkten ”{heading}” på dagordningen den {on} skrevs om.",
    "meeting.time_planned": "Tiderna för punkterna den {on} sattes: {minutes} minuter tillsammans.",
    "meeting.paper_attached": "Handlingen ”{name}” lades till punkten ”{heading}”.",
    "meeting.paper_detached": "Handlingen ”{name}” togs bort från punkten ”{heading}”.",
    "agenda.agreed": "{person}, {office}, ställde sig bakom dagordningen för {body} den {on}.",
    "meeting.supplemented": "Kallelsen till {body} den {on} kompletterades: {changes}",
}

CHANGES = {
    "day_changed": "Mötet har flyttats från {was} till {now}.",
    "time_changed": "Tiden är {now}.",
    "place_changed": "Platsen är {now}.",
    "point_added": "Ny punkt: ”{heading}”.",
    "point_taken_off": "Punkten ”{heading}” är borttagen.",
    "point_moved": "Punkten ”{heading}” har flyttats.",
    "point_renamed": "Punkten ”{was}” heter nu ”{heading}”.",
    "point_kind_changed": "Punkten ”{heading}” är av ett annat slag.",
    "point_text_changed": "Underlaget till ”{heading}” är omskrivet.",
    "proposal_changed": "Förslaget till ”{heading}” är ändrat.",
    "rapporteur_changed": "En annan föredrar ”{heading}”.",
    "case_sheet_changed": "Ärendet till ”{heading}” är omskrivet.",
    "guest_added": "{name} är adjungerad till ”{heading}”.",
    "guest_removed": "{name} är inte längre adjungerad till ”{heading}”.",
    "paper_added": "Ny handling till ”{heading}”: ”{name}”.",
    "paper_removed": "Handlingen ”{name}” till ”{heading}” är borttagen.",
}


def said_of(change: Change) -> str:
    """Return in words what changed in an agenda; what is empty now is said to be so."""
    facts = {key: value or "inte angiven" for key, value in change.facts.items()}
    return CHANGES[change.code].format(**facts)


def calendar_text(headings: Iterable[str], *, end_is_set: bool) -> str:
    """Return what a calendar shows of a meeting: its agenda, and where to answer."""
    rows = [f"{number}. {heading}" for number, heading in enumerate(headings, start=1)]
    ends = [] if end_is_set else ["Sluttiden är inte bestämd."]
    answer = "Svara med din personliga länk i kallelsen."
    return "\n".join([*ends, "Dagordning", *rows, "", answer])
