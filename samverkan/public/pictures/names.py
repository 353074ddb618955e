"""How a name is broken into lines that fit in a box; widths are Inter's, in shares of its size."""

import unicodedata

NARROW, USUAL, WIDE = 0.32, 0.62, 1.05
WIDTHS = {
    sign: width
    for signs, width in (
        ("iljI", 0.26),
        (" .,:;!|'’", NARROW),
        ("frt()-/1", 0.46),
        ("ackstvxyzåäá", 0.585),
        ("ABCDEFGHJKLNOPQRSTUVXYZÅÄÖ&", 0.77),
        ("mwMæœ…—", 0.93),
        ("WÆŒ@%", WIDE),
    )
    for sign in signs
}
# Where a long word is best broken: before what many of its kind end with.
TAILS = (
    *("beredningen", "beredning", "grupperna", "grupper", "gruppen", "grupp", "kommittén"),
    *("kommitté", "konferensen", "konferens", "mötet", "möte", "nämnden", "nämnd", "nätverket"),
    *("nätverk", "rådet", "råd", "seminariet", "seminarium", "styrelsen", "styrelse", "utskottet"),
    *("utskott", "ärenden", "frågor", "samverkan"),
)


def width_of(text: str) -> float:
    """Return how wide a text is at the size 1; rather too much than too little."""
    return sum(_of_sign(sign) for sign in text)


def wrapped(text: str, room: float) -> list[str]:
    """Return a text as lines; a word that is wider than a line is broken with a hyphen."""
    lines: list[str] = []
    for word in cleaned(text).split():
        for piece in _pieces(word, room):
            longer = f"{lines[-1]} {piece}" if lines else piece
            if lines and not lines[-1].endswith("-") and width_of(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(piece)
    return lines


def cleaned(text: str) -> str:
    """Return a text without what cannot stand in XML, such as control characters."""
    return "".join(" " if unicodedata.category(one) in ("Cc", "Cs", "Cn") else one for one in text)


def _pieces(word: str, room: float) -> list[str]:
    if width_of(word) <= room:
        return [word]
    for tail in TAILS:
        head = word.removesuffix(tail)
        if head not in ("", word) and width_of(f"{head}-") <= room:
            return [f"{head}-", tail]
    pieces = [""]
    for sign in word:
        if pieces[-1] and width_of(f"{pieces[-1]}{sign}-") > room:
            pieces[-1] += "-"
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _of_sign(sign: str) -> float:
    return WIDTHS.get(sign, USUAL if sign <= "\u024f" else WIDE)
