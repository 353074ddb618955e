"""Minutes extracts as principals write them, each laid out in its own way; all invented."""

MALA = """Malå kommun
Socialnämnden

Sammanträdesprotokoll                                   Sida
Sammanträdesdatum                                       14 (22)
2027-05-12

§ 31  Dnr SN 2027/123

Gemensam rutin för utskrivning, rekommendation r2027-03

Beslut
Socialnämnden beslutar
att anta den gemensamma rutinen för utskrivning, samt
att följa upp den varje år.

Sammanfattning av ärendet
Länssamverkansgruppen enades den 12 mars 2027 om att rekommendera huvudmännen att anta rutinen.
Arbetsutskottet föreslog den 28 april 2027, § 44, att nämnden antar den.

Beslutsunderlag
Tjänsteskrivelse 2027-04-20

Skickas till
Länssamverkansgruppen

Justerat 2027-05-19
Anslaget 2027-05-20
"""

REGION = """REGION VÄSTERBOTTEN
Hälso- och sjukvårdsnämnden
Protokollsutdrag
Sammanträde den 3 juni 2027, kl. 09.00–15.30

§ 88
Årlig uppföljning av hjälpmedels-
försörjningen (HSN 335-2027)

Hälso- och sjukvårdsnämndens beslut
Rekommendationen från Länssamverkansgruppen avslås. Nämnden avslår förslaget med hänvisning till
att uppföljningen redan görs, jfr 6 kap. 7 § kommunallagen (2017:725).

Ärendebeskrivning
Länssamverkansgruppen rekommenderade den 11 mars 2027 huvudmännen att följa upp enligt § 7 i
överenskommelsen. Diarienummer hos andra: SN 2027/9.

Protokollet justerades den 10 juni 2027 och anslogs den 11 juni 2027.
"""

WHOLE_MINUTES = """Norsjö kommun                      PROTOKOLL
Kommunstyrelsen                    8/6 2027

§§ 60-75

KS § 61  Dnr KS-2027-88
Budgetuppföljning
Kommunstyrelsen beslutar att godkänna uppföljningen.

KS § 62  Dnr KS-2027-90
Målbild för barns och ungas hälsa
Förslag till beslut
Kommunstyrelsen godkänner målbilden.
Yrkande
Anna Andersson (c) yrkar avslag. Bo Bosson (s) yrkar bifall till förslaget.
Kommunstyrelsens beslut
Kommunstyrelsen ställer sig bakom målbilden.
Reservation
Anna Andersson (c) reserverar sig till förmån för sitt yrkande om avslag.

KS § 63  Dnr KS-2027-91
Parkeringsavgifter
Kommunstyrelsen beslutar att avslå medborgarförslaget.
"""

BACK_AGAIN = """Sorsele kommun, Socialnämnden
Mötesdatum: 12.05.2027
Paragraf 17
Ärendenummer: 2027/55
Gemensam rutin för utskrivning

Socialnämnden beslutade
att återremittera ärendet till förvaltningen, samt att anta en tidsplan.
"""

OF_ANOTHER_MATTER = """Umeå kommun
Tekniska nämnden
Sammanträdesdatum 2027-05-12
§ 12 Dnr TN 2027/4
Snöröjning på gång- och cykelvägar, rekommendation r2027-09
Tekniska nämnden beslutar att godkänna planen.
"""
