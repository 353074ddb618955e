"""Every sentence about what a case holds: its aspects, its kind, and who is involved."""

OBSTACLES = {
    "case_text_too_long": "%(field)s: skriv högst %(limit)s tecken.",
    "consequences_frozen": (
        "Ärendet är %(stage)s, och konsekvenserna står som de var när rekommendationen sändes. "
        "De kan inte ändras."
    ),
    "consequences_not_weighed": (
        "Det står inget om %(parts)s. I förslaget till beslut blir det ”Inte bedömt” eller "
        "”Inte angivet”. Skriv i konsekvenserna, eller låt huvudmännen bedöma själva."
    ),
    "annex_in_text_not_attached": (
        "Texten under %(field)s hänvisar till ”%(annex)s”, som inte är bifogad. Bifoga den eller "
        "ändra hänvisningen."
    ),
    "no_relation_to_values": (
        "Det står inte hur frågan hör till den gemensamma målbilden och värdegrunden. Skriv det "
        "under Fler uppgifter."
    ),
    "school_channel_not_informed": (
        "Ärendet berör skolan. Använd kommunens egen skolkanal och anteckna när den är "
        "informerad. Det återstår för %(municipalities)s."
    ),
    "only_about_schools": (
        "Frågan gäller skolan men inget av överenskommelsens områden. Organet avgör om den hör "
        "hemma här."
    ),
    "overlap_not_compared": (
        "Frågan hanteras också av andra. Stäm av med dem och anteckna vad ni kom fram till."
    ),
    "dispute_without_parties": "Skriv vilka som är parter i tvisten.",
    "dispute_without_tried": "Skriv vad parterna har prövat för att lösa tvisten.",
    "proposal_without_risk": (
        "Förslaget ska vila på minst en risk som är identifierad. Välj risken, eller för in den "
        "i riskregistret först."
    ),
    "risk_is_closed": "Risken är avslutad: %(titles)s. Välj en risk som finns kvar.",
    "risk_of_other_collaboration": "Risken hör till en annan samverkan. Välj en risk härifrån.",
    "revision_not_by_its_body": (
        "Organet rekommenderar inte ändringar av överenskommelsen. Flytta ärendet till det organ "
        "som gör det."
    ),
    "revision_goes_further": (
        "Organet kan bereda frågan, men en ändring av överenskommelsen rekommenderas av ett annat "
        "organ och beslutas av parterna."
    ),
    "not_an_area": "Ärendet är inget utvecklingsområde eller insatsområde. Ändra slaget först.",
    "area_without_year": "Skriv vilket år området är prioriterat.",
    "area_year_far_away": "Skriv ett år inom tio år från %(year)s.",
    "area_unchanged": "Ingenting är ändrat. Välj något annat, eller gå tillbaka.",
    "involvement_without_who": "Skriv vilka som har varit involverade.",
    "involvement_in_the_future": "Dagen har inte varit än. Skriv dagen då de involverades.",
    "involvement_of_no_party": "Huvudmannen är ingen part den dagen. Välj en annan.",
    "case_not_about_schools": "Ärendet är inte märkt som att det berör skolan. Märk det först.",
    "no_school_channel_there": (
        "Kommunens skolkanal är inte inlagd. Be koordinatorn lägga in den under Stödet."
    ),
    "nobody_involved": (
        "Ingen huvudman har antecknat vilka som är involverade på hemmaplan. Be representanterna "
        "göra det innan organet rekommenderar."
    ),
    "not_involved_everywhere": (
        "Vilka som är involverade på hemmaplan är inte antecknat för %(principals)s. Be "
        "representanterna göra det innan organet rekommenderar."
    ),
}

VERBS = {
    "case.weighed": "Konsekvenserna skrevs: {fields}.",
    "case.rests_on_risks": "Ärendet vilar på: {risks}.",
    "case.area_changed": "Området blev {status} {year}.",
    "case.involved": "{principal} antecknade vilka som är involverade: {who}",
    "case.compared": "Ärendet stämdes av med {actor}: {note}",
}
