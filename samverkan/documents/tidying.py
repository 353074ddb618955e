"""Text as it is pasted, without what a word processor or a web page leaves in it. Pure."""

import re
import unicodedata

_BREAKS = str.maketrans(
    {"\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n\n", "\x85": "\n"}
)
# Word's bullets come from fonts of their own, and are squares everywhere else.
_SIGNS = str.maketrans({"\uf0b7": "•", "\uf0a7": "•", "\uf0d8": "•", "\uf02d": "–", "\u00a0": " "})
_KEPT = "\t\n\r\u200d"


def tidied(text: str) -> str:
    """Return a text without hidden signs, with plain line breaks and bullets that can be read.

    Signs that turn the reading, or that cannot be kept for another reason, are left for
    `obstacles_to_text` to refuse: nothing that can be seen is taken away.
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = plain.translate(_BREAKS).translate(_SIGNS)
    plain = "".join(sign for sign in plain if sign in _KEPT or not _is_hidden(sign))
    return re.sub(r"[ \t]+\n", "\n", plain)


def _is_hidden(sign: str) -> bool:
    turns = "\u202a" <= sign <= "\u202e" or "\u2066" <= sign <= "\u2069"
    return unicodedata.category(sign) == "Cf" and not turns
