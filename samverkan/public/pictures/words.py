"""What the pictures and their lists say about bodies and lines, in Swedish."""

from collections.abc import Sequence
from datetime import date

from samverkan.bodies.choices import DerivedPart, Level, Office, Power, Sphere
from samverkan.dispatches.wording import listed
from samverkan.public.pictures.buses import Tie
from samverkan.public.templatetags.swedish import day

HEADINGS = {Sphere.POLITICAL: "Förtroendevalda", Sphere.OFFICIALS: "Tjänstepersoner"}
OTHER_PICTURE = {
    Sphere.POLITICAL: "i bilden av förtroendevalda",
    Sphere.OFFICIALS: "i bilden av tjänstepersoner",
}
FILES = {Sphere.POLITICAL: "fortroendevalda", Sphere.OFFICIALS: "tjanstepersoner"}

LEGEND = {
    Tie.UNDER: "hör under",
    Tie.BEFORE: "möts före",
    Tie.SEAT: "härledd plats: följer ett uppdrag i ett annat organ",
    Tie.RAPPORTEUR: "föredragande",
    Tie.ADJOINED: "adjungeras vid behov, utan plats",
    Tie.OUT: "rekommendationer till huvudmännen",
}
LOOKS = {
    "recommends": "rekommenderar",
    "others": "bereder, samtalar eller beslutar i egen rätt",
    "neighbour": "finns i den andra bilden",
    "apart": "utanför den fasta strukturen",
}
APART = "Utanför den fasta strukturen"
MORE = "och fler, se listan"
THE_LINE = "Linjen hos huvudmännen: där fattas besluten"
BAND = "Varje huvudman beslutar själv."
BAND_WITH_LINES = "Rekommendationer går hit, och varje huvudman beslutar själv."
DEFINITE = {
    Office.CHAIR.value: "ordföranden",
    Office.VICE_CHAIR.value: "vice ordföranden",
    Office.SECOND_VICE_CHAIR.value: "andre vice ordföranden",
}
GIVES = {
    DerivedPart.SEAT.value: "har plats",
    DerivedPart.RAPPORTEUR.value: "föredrar",
    DerivedPart.ADJOINED.value: "adjungeras vid behov",
}


def of_body(power: str, level: str, sphere: str) -> str:
    """Return in one line what a body may do, and where, when that is not the usual."""
    said = [Power(power).label]
    if level == Level.LOCAL:
        said.append(Level.LOCAL.label)
    if sphere == Sphere.BOTH:
        said.append(Sphere.BOTH.label)
    return capitalised(" · ".join(said))


def gives(offices: Sequence[str], part: str, where: str) -> str:
    """Return what offices of a body give, as in "Ordföranden har plats i LSG"."""
    link = "till" if part == DerivedPart.ADJOINED else "i"
    return capitalised(f"{holders(offices)} {GIVES[part]} {link} {where}")


def gets(offices: Sequence[str], part: str, giver: str) -> str:
    """Return what a body gets from another, as in "Har plats: ordföranden i Samråd"."""
    return capitalised(f"{GIVES[part]}: {holders(offices)} i {giver}")


def holders(offices: Sequence[str]) -> str:
    """Return offices as people, as in "ordföranden och vice ordföranden"."""
    order = list(DEFINITE)
    return listed([DEFINITE[office] for office in sorted(offices, key=order.index)])


def title(heading: str, on: date) -> str:
    """Return what the picture of a day is called."""
    return f"Samverkan för {heading.lower()} den {day(on)}"


def described(drawn: int, apart: int) -> str:
    """Return what a picture shows, for those who do not see it."""
    organs = "Ett organ" if drawn == 1 else f"{drawn} organ"
    outside = f", varav {apart} utanför den fasta strukturen" if apart else ""
    return (
        f"Schematisk bild med {organs.lower()}{outside}. Samma innehåll står i listan under bilden."
    )


def sides(municipalities: int, regions: Sequence[str]) -> list[str]:
    """Return the principals in two lines, one a side; nothing for a side without any."""
    region = listed(regions) if len(regions) < 3 else f"{len(regions)} regioner"
    noun = "kommun" if municipalities == 1 else "kommuner"
    return [said for said in (f"{municipalities} {noun}" if municipalities else "", region) if said]


def capitalised(text: str) -> str:
    """Return a text that begins with a capital letter, the rest as it is."""
    return text[:1].upper() + text[1:]
