"""Every sentence about what the rules find on a day, and what to do about it."""

OBSTACLES: dict[str, str] = {
    # Seats
    "seat_vacant": (
        "%(holder)s har ingen ordinarie representant i %(body)s. Be %(holder)s utse en och skriv "
        "in uppdraget."
    ),
    "seats_too_few": (
        "%(holder)s har %(filled)s av minst %(least)s ordinarie representanter i %(body)s. Be "
        "%(holder)s utse resten och skriv in uppdragen."
    ),
    "substitute_vacant": (
        "%(holder)s har %(filled)s av %(asked)s ersättare i %(body)s. Be %(holder)s utse fler."
    ),
    "not_represented": (
        "%(holder)s är part men har ingen plats i %(body)s. Ge huvudmannen platser i organet."
    ),
    "seat_of_no_party": (
        "%(holder)s har platser i %(body)s men är inte part den här dagen. Avsluta platserna, "
        "eller rätta huvudmannens period."
    ),
    "parity_broken": (
        "I %(body)s ska det sitta lika många från vardera sidan. Nu sitter %(municipalities)s för "
        "kommunerna och %(region)s för regionen. Utse den som saknas."
    ),
    "mission_ends": (
        "Uppdraget för %(person)s i %(body)s slutar %(last)s, och ingen är utsedd efter det. Utse "
        "en efterträdare, eller låt uppdraget löpa vidare."
    ),
    "no_line": (
        "%(holder)s i %(body)s: det är inte sagt vilken verksamhet i linjen som står bakom platsen "
        "för %(people)s. Skriv den i uppdraget."
    ),
    "no_committee": (
        "%(holder)s i %(body)s: det är inte sagt vilken nämnd som står bakom platsen för "
        "%(people)s. Skriv den i uppdraget."
    ),
    "main_not_marked": (
        "%(holder)s har %(count)s representanter i %(body)s, och ingen är märkt som huvudsaklig. "
        "Märk en av dem."
    ),
    "other_service": (
        "%(holder)s representeras i %(body)s från %(service)s, men av %(other)s i %(above)s. En "
        "kommun kan rekommenderas att välja från samma verksamhet."
    ),
    "sits_for_several": (
        "%(person)s sitter för flera huvudmän: %(holders)s. Kom överens om vem som bär hem besked "
        "till var och en."
    ),
    "appointment_unknown": (
        "%(holder)s i %(body)s: det är inte antecknat vem som har utsett %(people)s, och när. "
        "Skriv beslutet i uppdraget när det är känt."
    ),
    # Chairs
    "office_vacant": "%(body)s har ingen %(office)s. Välj en inom gruppen.",
    "both_chairs_one_side": (
        "Ordförande och vice ordförande i %(body)s kommer båda från %(side)s. Välj en av dem från "
        "den andra sidan."
    ),
    "chair_left_the_body": (
        "%(person)s är %(office)s i %(body)s men har inget uppdrag där längre. Välj en ny inom "
        "gruppen, eller ge personen ett uppdrag."
    ),
    "substitute_in_chair": (
        "%(person)s är %(office)s i %(body)s men är ersättare. Det brukar vara en ordinarie "
        "ledamot; se efter om det är meningen."
    ),
    "next_term_open": (
        "Uppdraget som %(office)s i %(body)s löper till och med %(last)s, och ingen är vald efter "
        "det. Ta upp valet på ett möte före dess, eller förläng."
    ),
    "chair_out_of_turn": (
        "Ordföranden i %(body)s kommer från %(side)s, fast turen var hos %(turn)s. Är det meningen "
        "behövs inget."
    ),
    "chairs_alike": (
        "Ordförandena i %(body)s och %(above)s kommer båda från %(side)s. Ingen text säger att de "
        "ska vara olika."
    ),
    # Governing texts
    "assignment_missing": (
        "%(body)s har ingen uppdragsbeskrivning som gäller. Skriv den och låt den som fastställer "
        "uppdraget anta den."
    ),
    "text_missing": "%(body)s har ingen %(kind)s som gäller. Skriv den och låt den antas.",
    "only_proposed": (
        "”%(title)s” gäller som förslag. %(body)s kan anta en egen när den har fått sin form."
    ),
    "section_lacking": (
        "Uppdraget för %(body)s saknar avsnittet ”%(section)s”. Skriv det i en ny version och låt "
        "den antas."
    ),
    "older_values": (
        "Uppdraget för %(body)s bär version %(carried)s av värdegrunden, men version %(current)s "
        "gäller. Skriv en ny version av uppdraget."
    ),
    "review_overdue": (
        "%(body)s: översynen av %(of)s skulle ha gjorts senast %(due)s. Gör den och anteckna dagen."
    ),
    "review_soon": "%(body)s: översynen av %(of)s ska göras senast %(due)s.",
    "setter_unknown": (
        "Det är inte sagt vem som fastställer uppdraget för %(body)s. Skriv det när det är bestämt."
    ),
    "feedback_interval_unknown": (
        "Uppdraget för %(body)s säger inte hur ofta återkoppling ska ges. Ange månaderna i nästa "
        "version."
    ),
    "purpose_unknown": "Varken syfte eller uppdrag är beskrivet för %(body)s. Skriv det.",
    # Support
    "function_overfull": (
        "%(name)s omfattar %(size)s årsarbetare, men %(held)s är besatta. Rätta andelarna."
    ),
    "holder_elsewhere": (
        "%(person)s är anställd hos %(employer)s, men funktionen är placerad hos %(host)s. Se "
        "efter om det är meningen."
    ),
    "split_assumed": "%(name)s: hur kostnaden delas är antaget, inte sagt i texten.",
    "split_unknown": "%(name)s: det är inte sagt hur kostnaden delas.",
    "no_school_channel": (
        "Det är inte antecknat hur %(holder)s samverkar lokalt med fristående skolor. Skriv in "
        "kanalen, så att den kan användas."
    ),
    "association_not_synchronised": (
        "Inget organ har stämt av sitt arbete med %(name)s det senaste året. Stäm av och anteckna "
        "vad som kom fram."
    ),
    "initiative_not_coordinated": (
        "Inget eget organ har samordnat sig med %(name)s det senaste året. Frågor: %(topics)s. "
        "Stäm av och anteckna vad som kom fram."
    ),
    # Changeover
    "gap_before_heir": (
        "%(body)s slutar %(last)s, men %(heir)s börjar först %(first)s. Emellan finns inget organ "
        "för frågorna."
    ),
    "overlap_with_heir": (
        "%(body)s slutar %(last)s, men %(heir)s börjar redan %(first)s. Bestäm vem som tar upp "
        "frågorna under tiden."
    ),
    "no_heir": "%(body)s har ingen uppgiven arvtagare. Sista dagen: %(last)s.",
    "heir_assumed": "Att %(heir)s tog över efter %(body)s är antaget, inte beslutat.",
    "closing_before_the_end": (
        "%(body)s upphör, med %(last)s som sista dag. Dessförinnan återstår: %(left)s."
    ),
    "closed_with_steps_left": (
        "%(body)s har upphört, med %(last)s som sista dag. Det här är inte antecknat: %(left)s."
    ),
    "ended_body_has_members": (
        "%(body)s har upphört, med %(last)s som sista dag, men %(count)s uppdrag löper vidare där. "
        "Avsluta dem."
    ),
    "missions_outlast_body": (
        "%(body)s upphör, med %(last)s som sista dag, men %(count)s uppdrag löper längre. Låt dem "
        "sluta samtidigt."
    ),
    # Coverage
    "level_uncovered_by_decision": (
        "Ansvarsnivån %(level)s är inte täckt, genom beslut: %(reason)s"
    ),
    "level_without_arena": (
        "Det finns ingen arena för ansvarsnivån %(level)s. Skapa en, eller skriv varför den inte "
        "täcks."
    ),
    "no_arena_at_level": "%(holder)s har ingen arena på ansvarsnivån %(level)s.",
    # Reminders
    "next_chairs_known": "Det behövs ingen påminnelse: ingen period slutar utan att nästa är vald.",
    "chairs_reminder_early": "Påminnelsen går tidigast den %(first)s.",
    "chairs_reminded_already": "Koordinatorerna är redan påminda om valet, den %(on)s.",
}

VERBS: dict[str, str] = {
    "chair.reminded": (
        "Koordinatorerna påmindes om att välja {offices} i {body} för tiden efter den {last}."
    ),
}
