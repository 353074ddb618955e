"""The named fields of a form: what each means, and what stands there when it is unknown."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

NOT_WEIGHED = "Inte bedömt."
NOT_STATED = "Inte angivet."
UNKNOWN = "okänt"
FIELD = re.compile(r"\{\{([^{}\t\n]{1,80})\}\}")
_STRAY = re.compile(r".{0,20}(?:\{\{|\}\}).{0,20}")


@dataclass(frozen=True)
class Field:
    """A named field: its name, what it gives, an example, and what is said when it is empty.

    `instead` is written when nothing is known; a field that `goes` then takes its paragraph with
    it when it stands alone there. One that is `several` becomes a paragraph for each.
    """

    name: str
    means: str
    sample: tuple[str, ...]
    instead: str = ""
    goes: bool = False
    several: bool = False

    @property
    def written(self) -> str:
        """Return how the field is written in a form."""
        return f"{{{{{self.name}}}}}"


FIELDS = (
    Field("rubrik", "Vad ärendet heter.", ("Gemensam rutin för utskrivning",)),
    Field("diarienummer", "Ert diarienummer, när ni har angett det. Annars tomt.", ("KS 2026/17",)),
    Field("huvudman", "Kommunens eller regionens namn.", ("Malå kommun",)),
    Field("mottagare", "Namnet så som det var när förslaget sändes.", ("Malå kommun",)),
    Field(
        "beslutande_organ",
        "Det organ hos er som brukar besluta.",
        ("Socialnämnden",),
        "Beslutande organ",
    ),
    Field("inledning", "Raden före att-satserna.", ("Socialnämnden beslutar",)),
    Field(
        "att_satser",
        "Att-satserna, en i varje stycke.",
        ("att anta den gemensamma rutinen enligt bilaga 1, samt", "att följa upp den varje år."),
        several=True,
    ),
    Field(
        "bilagor",
        "Bilagornas namn, ett i varje stycke.",
        ("Bilaga 1 – Rutin för utskrivning",),
        "Inga bilagor.",
        several=True,
    ),
    Field(
        "sammanfattning",
        "Frågan i korthet.",
        ("Huvudmännen föreslås följa samma rutin.",),
        NOT_STATED,
        several=True,
    ),
    Field(
        "bakgrund",
        "Varför frågan har väckts.",
        ("I dag arbetar huvudmännen på olika sätt.",),
        NOT_STATED,
        several=True,
    ),
    Field(
        "resurser_och_finansiering",
        "Vad som krävs och vem som betalar.",
        ("Arbetet ryms inom beslutad budget.",),
        NOT_STATED,
        several=True,
    ),
    Field(
        "konsekvenser_ekonomi",
        "Vad förslaget betyder för ekonomin.",
        ("Färre oplanerade vårddygn.",),
        NOT_WEIGHED,
        several=True,
    ),
    Field(
        "konsekvenser_barn",
        "Vad förslaget betyder för barn.",
        ("Barn påverkas inte direkt.",),
        NOT_WEIGHED,
        several=True,
    ),
    Field(
        "konsekvenser_minoritet",
        "Vad förslaget betyder för samer och andra nationella minoriteter.",
        ("Information finns på samiska och finska.",),
        NOT_WEIGHED,
        several=True,
    ),
    Field(
        "konsekvenser_personal",
        "Vad förslaget betyder för personalen.",
        ("En halv dags utbildning för berörda.",),
        NOT_WEIGHED,
        several=True,
    ),
    Field("rekommendation", "Rekommendationens nummer.", ("r2026-01",)),
    Field("rekommenderande_organ", "Organet som har rekommenderat.", ("Samråd vård och omsorg",)),
    Field("rekommenderad_den", "Dagen då organet rekommenderade.", ("12 mars 2026",)),
    Field("punkt", "Punktens nummer i organets anteckningar.", ("7",), goes=True),
    Field("svar_senast", "Dagen då svaret önskas.", ("1 juni 2026",), "ingen dag är satt"),
    Field(
        "kalla",
        "Källan, för äldre rekommendationer, med ordet Källa före.",
        ("Källa: sammanträdesanteckningarna",),
        goes=True,
    ),
    Field("avsandare_namn", "Er myndighets namn i brevhuvudet.", ("Malå kommun",)),
    Field(
        "avsandare_adress",
        "Er postadress.",
        ("Storgatan 1, 939 00 Malå",),
        UNKNOWN,
        goes=True,
    ),
    Field("avsandare_telefon", "Ert telefonnummer.", ("0953-140 00",), UNKNOWN, goes=True),
    Field("avsandare_epost", "Er e-postadress.", ("kommun@mala.example",), UNKNOWN, goes=True),
    Field(
        "avsandare_organisationsnummer",
        "Ert organisationsnummer.",
        ("212000-0001",),
        UNKNOWN,
        goes=True,
    ),
    Field("avsandare_momsnummer", "Ert momsnummer.", ("SE212000000101",), UNKNOWN, goes=True),
    Field("avsandare_bankgiro", "Ert bankgiro.", ("123-4566",), UNKNOWN, goes=True),
    Field(
        "avsandare_kontakt",
        "Telefon och e-post på en rad, de som är kända.",
        ("Telefon: 0953-140 00 · E-post: kommun@mala.example",),
        goes=True,
    ),
    Field(
        "avsandare_nummer",
        "Organisationsnummer, momsnummer och bankgiro på en rad, de som är kända.",
        ("Org.nr: 212000-0001 · Bankgiro: 123-4566",),
        goes=True,
    ),
)
BY_NAME = {field.name: field for field in FIELDS}
# What a proposal can hardly be read without.
IMPORTANT = ("rubrik", "inledning", "att_satser", "bilagor", "diarienummer")


def plain(name: str) -> str:
    """Return a field's name as it is known here, however it was typed in a word processor."""
    kept = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    kept = unicodedata.normalize("NFKD", kept.strip().casefold())
    return re.sub(r"[\s\u2010-\u2015_-]+", "_", re.sub(r"[\u0300-\u036f]", "", kept))


def nearest(name: str) -> str:
    """Return the known field that a name is most like, or nothing when it is like none."""
    return next(iter(get_close_matches(plain(name), BY_NAME, n=1, cutoff=0.5)), "")


def fields_in(texts: Iterable[str]) -> Iterator[str]:
    """Return the fields named in some paragraphs, as they are typed there."""
    for text in texts:
        for found in FIELD.finditer(text):
            yield found[1].strip()


def stray_braces(texts: Iterable[str]) -> list[str]:
    """Return where a field was begun but not ended, or the other way round."""
    left = (FIELD.sub("", text) for text in texts)
    return [" ".join(found.group().split()) for text in left for found in _STRAY.finditer(text)]


SAMPLE = {field.name: list(field.sample) for field in FIELDS}
