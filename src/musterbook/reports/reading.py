"""A text as printed in, the text that rules read out, with the way back to what is printed.

Here every kind of space is a space, every hyphen a hyphen, a number in wide digits a number; words
and sentences run on over the ends of lines, lists have one mark, and foot-note marks are gone. A
text that has none of these comes back as it is, after one look.
"""

import re
from typing import Final

from musterbook.reports.lines import line_edits
from musterbook.reports.normal import LIGATURES, UNSEEN, untypeset
from musterbook.reports.offsets import NormalText
from musterbook.reports.rows import without_rows

_WIDE: Final = {0xFF01 + place: chr(0x21 + place) for place in range(94)}  # full-width ASCII
_SPACES: Final = (
    "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_ALIKE: Final = {
    " ": _SPACES,
    "-": "\u2010\u2011\u2212\ufe63",
    "–": "\u2012",
    "—": "\u2015\u2e3a",
    "‘": "\u201a\u201b",
    "’": "\u2032\u02bc",
    "“": "„‟«",
    "”": "»",
}
_ONE_FOR_ONE: Final = str.maketrans(
    {other: plain for plain, others in _ALIKE.items() for other in others} | _WIDE
)
_TYPESET: Final = f"{''.join(LIGATURES)}{UNSEEN}\u00ad\ufffe\x02\r"
# One character that is to be folded wherever it stands; only such, since that is a quick search.
_SIGN = re.compile(rf"[{_TYPESET}{''.join(_ALIKE.values())}\uff01-\uff5e¹²³⁰⁴-⁹]")
_TO_FOLD = re.compile(
    rf"{_SIGN.pattern}|\n(?!\n|\Z)(?<!\n\n)|  |\n |[ ]\n|\w\[|``|''|\||\d['’]\d{{3}}"
)
_DOUBLE = re.compile("``|''")
_RUNS = re.compile(r"(?<=[^\s]) {2,}(?=[^\s])")
_CARRIAGE = re.compile(r"\r\n?")
# [3], [a], [note 2] set close to a word; the raised 2 of km² is no foot-note.
# Patterns begin with what is rare: the search then runs over the rest at full speed.
_FOOTNOTE = re.compile(
    r"\[(?<=[^\s\[(]\[)(?:\d{1,3}|[a-z]|note \d{1,3}|citation needed)\](?!\w)"
    r"|[¹²³⁰⁴-⁹](?<=[\w.,;:!?\"”’)].)(?<!\bkm.)(?<!\bm.)(?<!\bcm.)(?<!\bmi.)(?<!\bft.)[¹²³⁰⁴-⁹]*"
)
_SWISS = re.compile(r"(?<=\d)['’](?=\d{3}(?!\d))")  # 11'000


# What a text may hold that is to be folded; a search for a few letters runs at full speed.
_ODD: Final = ("  ", "\n ", " \n", "[", "``", "''", "|", "\t", "\r", "\x00", "\x02")
_LONE_END = re.compile(r"\n(?<!\n\n)(?!\n|\Z)")
_SWISS_MARK: Final = {mark: re.compile(rf"{mark}(?<=\d{mark})\d{{3}}") for mark in "'’"}


def _is_set_oddly(text: str, begin: int) -> bool:
    """Say whether a text without odd signs may need folding: looked at with the cheapest means."""
    if any(text.find(odd, begin) >= 0 for odd in _ODD) or _LONE_END.search(text, begin):
        return True
    return any(
        text.find(mark, begin) >= 0 and swiss.search(text, begin)
        for mark, swiss in _SWISS_MARK.items()
    )


def _needs_folding(text: str, begin: int) -> bool:
    if not text.isascii() and _SIGN.search(text, begin):
        return True
    return _is_set_oddly(text, begin) and _TO_FOLD.search(text, begin) is not None


def for_reading(text: str, begin: int = 0) -> NormalText:
    """Fold a text for the rules, from an offset on; what stands before it stays as it is."""
    if not _needs_folding(text, begin):
        return NormalText(text)
    head, body = text[:begin], NormalText(text[begin:])
    body = body.within(without_rows(body.text))
    body = untypeset(body.substitute(_CARRIAGE, "\n"))
    body = body.within(body.text.translate(_ONE_FOR_ONE))
    body = body.substitute(_DOUBLE, lambda match: "“" if match[0] == "``" else "”")
    body = body.substitute(_FOOTNOTE, "")
    body = body.substitute(_RUNS, " ") if "  " in body.text else body
    if "'" in body.text or "’" in body.text:
        body = body.within(_SWISS.sub(",", body.text))
    return body.rewrite(line_edits(body.text)).after(head)
