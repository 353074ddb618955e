"""Every sentence about the leadership seminar."""

PURPOSE = (
    "Seminariet ska stödja kommunernas och regionens uppdrag att värna om medborgarnas hälsa och "
    "livsvillkor."
)
FOLLOW_UP = "Uppföljning av förra årets prioriterade områden"
PRIORITIES = "Årets prioriterade områden"

OBSTACLES = {
    "seminar_year_out_of_reach": "Skriv ett år mellan %(first)s och %(last)s.",
    "no_seminar_body": (
        "Strukturen har inget seminarium %(year)s. Lägg in det som organ under Struktur först."
    ),
    "seminar_year_taken": "Seminariet %(year)s är redan inlagt. Öppna det i listan.",
    "seminar_without_planner": (
        "Välj vilken grupp som planerar seminariet. Den får uppgifterna och frågan om teman."
    ),
    "planner_not_the_leading_group": (
        "Seminariet planeras av ledningsgruppen på tjänstepersonsnivå. Du kan välja ett annat "
        "organ, men skriv varför."
    ),
    "seminar_last_day_alone": "Skriv den första dagen också.",
    "seminar_without_time": "Skriv dagen, eller ungefär när, till exempel ”hösten 2026”.",
    "seminar_day_of_another_year": "Dagen ligger inte i %(year)s. Ändra dagen eller året.",
    "seminar_ends_before_it_begins": (
        "Sista dagen kommer före den första, eller långt efter. Ändra en av dem."
    ),
    "seminar_is_held": "Seminariet är hållet. Det här kan inte ändras mer.",
    "themes_after_the_seminar": "Seminariet är den %(on)s. Välj en dag före det.",
    "seminar_unchanged": "Inget är ändrat. Ändra tid, plats eller syfte, eller gå tillbaka.",
    "programme_is_locked": (
        "Programmet är föreslaget eller fastställt. Ta upp det igen innan du ändrar i det."
    ),
    "part_without_title": "Skriv vad programpunkten handlar om.",
    "programme_is_full": "Programmet har redan %(limit)s punkter. Slå ihop några eller ta bort en.",
    "part_unchanged": "Punkten är oförändrad. Ändra den, eller gå tillbaka till programmet.",
    "part_is_at_the_end": "Punkten står redan ytterst och kan inte flyttas dit.",
    "programme_is_empty": "Programmet har inga punkter. Lägg till dem först.",
    "headings_unused": (
        "Inget i programmet handlar om: %(headings)s. Lägg till en punkt, eller skriv varför den "
        "saknas."
    ),
    "programme_not_proposed": (
        "Seminariet är %(stage)s. Föreslå programmet innan det antecknas som fastställt."
    ),
    "programme_without_point": "Välj den punkt på mötet där programmet fastställdes.",
    "programme_of_another_body": (
        "Seminariets program är inte en av de frågor som %(body)s avgör själv. Välj en punkt hos "
        "det organ som fastställer programmet."
    ),
    "programme_meeting_not_held": (
        "Mötet är %(stage)s. Programmet är fastställt när mötet är hållet och avslutat."
    ),
    "point_adopts_nothing": (
        "Punkten ledde inte till något beslut i organets egen fråga. Välj den punkt som gjorde det."
    ),
    "point_of_another_programme": (
        "Punkten fastställde programmet för %(year)s. Välj en annan punkt."
    ),
    "programme_is_open": "Programmet är öppet. Ändra direkt i det.",
    "reopened_without_reason": "Skriv varför programmet tas upp igen.",
    "held_on_no_day": "Skriv vilken dag seminariet hölls, under Tid och plats.",
    "held_in_the_future": "Seminariet slutar den %(on)s. Anteckna det när det är hållet.",
    "held_without_programme": (
        "Seminariet är %(stage)s; programmet är inte fastställt. Du kan fortsätta, men skriv "
        "varför."
    ),
    "themes_by_a_past_day": "Dagen har passerat. Skriv en dag som kommer.",
    "themes_asked_today": "Frågan är redan sänd i dag. Vänta tills någon har hunnit svara.",
    "theme_without_title": "Skriv vilket tema som föreslås.",
    "theme_is_proposed": "Temat är redan föreslaget. Skriv ett annat.",
    "ranked_before_the_seminar": (
        "Teman rangordnas på seminariet. Anteckna ordningen när det är hållet."
    ),
    "rank_out_of_reach": "Skriv en plats mellan 1 och %(last)s.",
    "rank_is_taken": "Ett annat tema har plats %(rank)s. Välj en annan plats.",
    "task_without_words": "Skriv vad som ska göras.",
    "task_is_done": "Uppgiften är redan klar.",
    "turnout_out_of_reach": "Skriv ett antal mellan 0 och %(limit)s.",
    "prioritised_before_the_seminar": (
        "Seminariet är %(stage)s. Områdena prioriteras på seminariet; anteckna dem när det är "
        "hållet."
    ),
    "priority_without_area": "Skriv vilket område som prioriterades.",
    "area_is_prioritised": "Området är redan prioriterat det året. Skriv ett annat.",
    "continues_no_earlier_year": "Välj ett område från ett tidigare år.",
    "priority_is_continued": "Området är redan fört vidare. Välj ett annat.",
    "priority_unchanged": "Området är oförändrat. Ändra det, eller gå tillbaka.",
    "fate_without_note": "Skriv i korthet varför läget är ”%(fate)s”.",
    "fate_unchanged": "Läget är oförändrat. Ändra det, eller gå tillbaka.",
    "priority_without_work": (
        "Inget ärende arbetar med: %(areas)s. Knyt ett ärende till området, eller anteckna vad som "
        "blev av det."
    ),
    "themes_not_asked_for": (
        "Ingen har frågat efter teman till seminariet. Be om förslag i god tid."
    ),
    "no_themes_came": "Teman skulle ha kommit den %(by)s. Påminn, eller skriv in dem.",
    "seminar_tasks_late": "Dagen har passerat för: %(tasks)s. Gör klart, eller anteckna att de är.",
    "last_year_not_followed_up": (
        "Läget saknas för förra årets områden: %(areas)s. Anteckna det före seminariet."
    ),
    "year_without_seminar": (
        "Inget seminarium är inlagt för %(years)s. Planera det, eller lägg in det som har hållits."
    ),
}

VERBS = {
    "seminar.planned": "Seminariet {year} lades in: {when}.",
    "seminar.changed": "Seminariet {year} fick ny tid, plats eller nytt syfte: {when}.",
    "seminar.part_added": "”{title}” lades till i programmet för {year}.",
    "seminar.part_changed": "”{title}” ändrades i programmet för {year}.",
    "seminar.part_moved": "”{title}” flyttades i programmet för {year}.",
    "seminar.part_removed": "”{title}” togs bort ur programmet för {year}.",
    "seminar.themes_asked": "{planner} ombads föreslå teman till {year} senast den {last}.",
    "seminar.theme_proposed": "{body} föreslog temat ”{title}” till {year}.",
    "seminar.theme_ranked": "Temat ”{title}” rangordnades på seminariet {year}: {rank}.",
    "seminar.task_added": "Inför seminariet {year}: ”{what}” ska vara klart den {due}.",
    "seminar.task_done": "Inför seminariet {year}: ”{what}” är klart.",
    "seminar.proposed": "Programmet för seminariet {year} föreslogs. {reason}",
    "seminar.adopted": "{body} fastställde programmet för seminariet {year}, den {on}.",
    "seminar.reopened": "Programmet för seminariet {year} togs upp igen. Skäl: {reason}",
    "seminar.held": "Seminariet {year} hölls. {reason}",
    "seminar.turnout_noted": "Deltagandet i seminariet {year} antecknades.",
    "seminar.prioritised": "Seminariet {year} prioriterade ”{area}”.",
    "seminar.priority_changed": "Det prioriterade området ”{area}” från {year} ändrades.",
    "seminar.fate_noted": "”{area}” från {year}: {fate}. {note}",
}
