"""The demonstration's people: all invented, one for every seat, in an order that never changes."""

from collections.abc import Iterator
from itertools import count

FIRST_NAMES = tuple(
    "Agneta Birger Camilla David Ebba Folke Gunilla Henrik Ingrid Johan Karin Lennart Malin "  # noqa: SIM905
    "Nils Olga Per Rakel Sixten Tuva Ulf Vendela Yngve Åsa Östen Berit Arvid Disa Elof Frida "
    "Gustaf Hedda Isak Jorunn Kjell Lisbet Mattis Nora Ove Petra Runar Saga Tage Ulla Viggo".split()
)
LAST_NAMES = tuple(
    "Abborrtjärn Barrsved Dimkall Fjällviol Granbacke Hjortronmyr Isälv Jokkvik Klarvatten "  # noqa: SIM905
    "Lavås Myrlund Norrskog Orrspel Porsmark Renstig Snölykta Tallhed Utterbäck Vårflod "
    "Ängsull Älvkrok".split()
)


def invented_names() -> Iterator[str]:
    """Yield names that nobody bears: real first names with surnames out of the landscape."""
    for number in count():
        first = FIRST_NAMES[number % len(FIRST_NAMES)]
        last = LAST_NAMES[(number * 5 + number // len(FIRST_NAMES)) % len(LAST_NAMES)]
        yield f"{first} {last}"


PARTIES = ("s", "m", "c", "v", "kd", "l")
