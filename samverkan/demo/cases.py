"""What the demonstration's invented cases say."""

from samverkan.cases.actions import Sheet
from samverkan.cases.choices import Scope, TargetGroup

DISCHARGE = Sheet(
    title="Gemensam rutin för utskrivning från slutenvården",
    question="Ska länets huvudmän följa samma rutin när någon skrivs ut från sjukhus?",
    summary=(
        "Alla huvudmän föreslås följa samma rutin när någon skrivs ut från sjukhus, så att "
        "den som kommer hem vet vem som ansvarar."
    ),
    background=(
        "Kommunerna tar i dag emot besked om utskrivning på olika sätt. Samma fråga besvaras "
        "flera gånger, och ansvaret de första dagarna hemma är otydligt."
    ),
    value_inhabitants="Den som kommer hem vet vem som ansvarar och får hjälp från första dagen.",
    value_operations="Färre samtal och omtag mellan avdelning, hemtjänst och hemsjukvård.",
    target_groups=(TargetGroup.ADULTS, TargetGroup.ELDERLY),
    scope=Scope.MUNICIPAL_HEALTH,
    touched="Hälsocentralerna och kommunernas biståndshandläggare.",
    responsible_management="Socialchefen i Skellefteå kommun",
    experts="Nätverket för medicinskt ansvariga sjuksköterskor.",
)
DISCHARGE_CLAUSES = [
    "att anta rutinen för utskrivning från slutenvården enligt bilaga 1, samt",
    "att den egna verksamheten arbetar efter rutinen senast tre månader efter beslutet.",
]
DEVICES = Sheet(
    title="Årlig uppföljning av hjälpmedelspolicyn",
    question="Ska huvudmännen följa upp den gemensamma hjälpmedelspolicyn varje år?",
    summary=(
        "Huvudmännen föreslås följa upp hjälpmedelspolicyn tillsammans varje år, så att "
        "hjälpmedel ges lika i länet."
    ),
    background=(
        "Policyn antogs gemensamt men har inte följts upp. Ingen kan säga om hjälpmedel "
        "förskrivs lika i länet."
    ),
    value_inhabitants="Lika tillgång till hjälpmedel oavsett var i länet man bor.",
    value_operations="Ett gemensamt underlag i stället för femton egna.",
    target_groups=(TargetGroup.CHILDREN, TargetGroup.ADULTS, TargetGroup.ELDERLY),
    scope=Scope.ASSISTIVE_DEVICES,
    touched="Förskrivare i kommunerna och regionen.",
    responsible_management="Hjälpmedelschefen i Region Västerbotten",
    experts="Hjälpmedelskonsulenter och två förskrivare från inlandet.",
)
DEVICES_CLAUSES = [
    "att följa upp hjälpmedelspolicyn varje år enligt bilagan ”Uppföljningsmall”, samt",
    "att lämna resultatet till Hjälpmedelsrådet senast den 31 mars.",
]
VISION = Sheet(
    title="Lokala mål för Framtidsbild Nära vård 2030",
    question="Ska varje huvudman sätta egna mål utifrån Framtidsbild Nära vård 2030?",
    summary=(
        "Varje kommun och regionen föreslås sätta egna mål utifrån länets framtidsbild och "
        "visa dem öppet."
    ),
    background="Framtidsbilden anger riktningen. Den är ännu inte omsatt i mål hos huvudmännen.",
    value_inhabitants="Invånaren kan se vad den egna kommunen och regionen har lovat.",
    value_operations="Mål som går att planera och följa upp efter.",
    target_groups=(TargetGroup.CHILDREN, TargetGroup.ADULTS, TargetGroup.ELDERLY),
    scope=Scope.SOCIAL_SERVICES,
    touched="Alla huvudmän.",
    responsible_management="Kommundirektören i Lycksele kommun",
    experts="Kommunernas utvecklingsledare.",
    relation_to_values="Frågan gör framtidsbilden till mål som varje huvudman kan arbeta efter.",
)
VISION_CLAUSES = [
    "att sätta egna mål utifrån Framtidsbild Nära vård 2030 för de kommande två åren, samt",
    "att redovisa målen i samverkan.",
]
WELLBEING = Sheet(
    title="Tidiga insatser för barn som inte mår bra",
    summary="Familjer föreslås få en gemensam väg in när ett barn inte mår bra.",
    question="Ska länet ha en gemensam väg in för barn och unga som inte mår bra?",
    background=(
        "Familjer söker hjälp på flera ställen och hänvisas vidare. Flera kommuner har prövat egna "
        "lösningar med den närmaste hälsocentralen."
    ),
    value_inhabitants="Familjen vet vart den ska vända sig och får hjälp i tid.",
    value_operations="Färre remisser som går fram och tillbaka.",
    target_groups=(TargetGroup.CHILDREN,),
    scope=Scope.SOCIAL_SERVICES,
    touched="Elevhälsan, hälsocentralerna och barn- och ungdomspsykiatrin.",
    responsible_management="Individ- och familjeomsorgschefen i Umeå kommun",
    experts="Skolläkare, psykologer och två familjecentraler.",
)
PLANS = Sheet(
    title="Kontaktvägar vid samordnad individuell plan",
    question="Ska det finnas en gemensam kontaktväg hos varje huvudman för samordnad plan?",
    summary=(
        "Varje huvudman föreslås ha en gemensam kontaktväg för samordnad individuell plan, så "
        "att mötet blir av."
    ),
    background="Kallelser till samordnad individuell plan kommer ofta till fel person.",
    value_inhabitants="Mötet blir av i tid, med rätt personer.",
    value_operations="En adress i stället för egna listor som åldras.",
    target_groups=(TargetGroup.CHILDREN, TargetGroup.ADULTS),
    scope=Scope.SOCIAL_SERVICES,
    touched="Skolan, genom kommunernas egna kontaktvägar.",
    responsible_management="Verksamhetschefen för individ- och familjeomsorg i Vännäs kommun",
)
PLANS_CLAUSES = ["att ha en gemensam kontaktväg för samordnad individuell plan."]
NIGHT = Sheet(
    title="Gemensam planering för sjuksköterska på natten",
    question="Kan kommunerna i inlandet dela sjuksköterska på natten?",
    summary=(
        "Kommunerna i inlandet föreslås planera tillsammans, så att en sjuksköterska går att "
        "nå alla nätter."
    ),
    background="Flera kommuner har svårt att bemanna natten var för sig.",
    value_inhabitants="Sjuksköterska finns att nå alla nätter.",
    value_operations="Säkrare bemanning.",
    target_groups=(TargetGroup.ELDERLY,),
    scope=Scope.MUNICIPAL_HEALTH,
    responsible_management="Socialchefen i Storumans kommun",
    experts="Medicinskt ansvariga sjuksköterskor i Storuman, Sorsele och Malå.",
)
TRANSPORT = Sheet(
    title="Sjukresor till planerade besök",
    question="Hur kan sjukresor och kommunernas egna resor samordnas?",
    value_inhabitants="Kortare väntan på hemresan.",
    scope=Scope.OUTSIDE,
)
