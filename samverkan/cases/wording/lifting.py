"""Every sentence about the admission test, the ladder, and lifts through the line."""

OBSTACLES = {
    "no_admission_test": "Organet har ingen prövning. Ärendet kan tas upp där utan den.",
    "question_not_asked": "Ett av svaren hör till en fråga som inte ställs här. Läs om sidan.",
    "question_unanswered": "Svara ja eller nej: %(question)s",
    "answer_without_reason": "Skriv skälet till svaret på frågan: %(question)s",
    "admission_unanswered": (
        "Prövningen inför %(body)s är inte besvarad. Svara på frågorna, var och en med ett skäl."
    ),
    "not_admitted": (
        "Svaret är nej på frågan ”%(question)s” Då hör ärendet inte till %(body)s än. Pröva det "
        "där först, och svara sedan igen."
    ),
    "admission_warns": (
        "Svaret är nej på frågan ”%(question)s” Du kan fortsätta, men skriv varför."
    ),
    "not_prepared_below": (
        "%(body)s tar upp ärenden som %(preparing)s har berett, och det här är inte berett där än. "
        "Lägg ärendet hos %(preparing)s för beredning."
    ),
    "nobody_prepares": "Inget annat organ bereder ärenden till det här organet.",
    "already_prepared_below": "Ärendet är redan berett i %(preparing)s.",
    "same_level": (
        "Organen är på samma ansvarsnivå, så ärendet behöver inte lyftas genom linjen. Välj ett "
        "organ på en annan nivå."
    ),
    "move_is_a_lift": (
        "Organet är på en annan ansvarsnivå. Lyft ärendet dit, genom huvudmännens linje."
    ),
    "lift_is_open": "Ett lyft av ärendet pågår redan. Slutför det eller återta det först.",
    "no_reason_to_lift": "Skriv varför ärendet behöver lyftas. Skälet blir offentligt.",
    "asked_no_principal": "En av dem du valt är inte huvudman i dag. Läs om sidan och välj igen.",
    "nobody_asked": "Välj minst en huvudman vars linje ska tillfrågas.",
    "no_reason_to_leave_out": "Skriv varför de huvudmän som inte tillfrågas inte berörs.",
    "step_skipped": "Steget ”%(step)s” är inte taget. Du kan fortsätta, men skriv varför.",
    "lift_has_ended": "Lyftet är %(state)s. Det går inte att ändra längre.",
    "no_line_answer": "Välj ett av svaren.",
    "no_line_function": "Skriv vilken funktion i linjen som svarar, till exempel socialchef.",
    "no_line_person": "Skriv namnet på den som svarar.",
    "no_line_comment": "Skriv vad synpunkten eller invändningen gäller.",
    "no_reason_to_type_in": (
        "Skriv hur svaret lämnades och varför du fyller i det, till exempel ”per telefon 3 mars”."
    ),
    "line_changed_meanwhile": (
        "Någon annan svarade för huvudmannen nyss. Det du skrev finns kvar här nedanför. Läs "
        "svaret som det är nu och skicka sedan igen."
    ),
    "no_line_to_remind": (
        "Ingen att påminna: alla har svarat, saknar adress eller har fått ett mejl den senaste "
        "veckan."
    ),
    "no_address_for_line": "Skriv vart länken ska sändas.",
    "no_reason_to_withdraw": "Skriv varför lyftet återtas. Skälet blir offentligt.",
    "lines_silent": (
        "Linjen har inte svarat hos %(principals)s. Du kan slutföra ändå, men skriv varför."
    ),
    "lines_must_answer": (
        "Linjen har inte svarat hos %(principals)s. Rutinen kräver svar från alla. Påminn dem, "
        "eller fyll i det svar de har lämnat på annat sätt."
    ),
    "lines_object": (
        "%(principals)s invänder mot lyftet. Du kan slutföra ändå, men skriv hur invändningen har "
        "tagits om hand."
    ),
}

VERBS = {
    "admission.answered": "Prövningen inför {body} besvarades: {yes} ja och {no} nej.",
    "case.laid_before": "Ärendet lades hos {body} för beredning till {old_body}.",
    "lift.begun": (
        "Ärendet började lyftas från {old_body} till {body}. Linjen tillfrågades hos {asked}. "
        "Skäl: {reason}"
    ),
    "line.noted": "Linjen hos {principal}: {answer}.",
    "line.reminded": "Linjen påmindes hos {principals}.",
    "line.link_sent": "Linjen hos {principal} fick en ny länk.",
    "lift.withdrawn": "Lyftet till {body} återtogs. Skäl: {reason}",
    "lift.completed": "Ärendet lyftes från {old_body} till {body}. {reason}",
}

# Why a step of the ladder stands as it does.
LADDER = {
    "tried_locally": "Prövat lokalt, utan att det räckte: %(reason)s",
    "not_tried_locally": "Inte prövat lokalt: %(reason)s",
    "locally_untold": "Ingen har svarat på om frågan är prövad lokalt.",
    "here_now": "Organet har ärendet.",
    "settled_here": "Organet behandlade frågan och den gick inte högre.",
    "treated_there": "Behandlat den %(on)s.",
    "not_treated_there": "Organet har inte behandlat ärendet.",
    "being_lifted": "Lyftet hit pågår i huvudmännens linje.",
    "not_there_yet": "Dit går ärendet bara om det inte kan lösas här.",
    "not_needed": "Det behövdes inte.",
}
LOCALLY = "Lokalt, hos huvudmännen"
ALL = "alla huvudmän"
