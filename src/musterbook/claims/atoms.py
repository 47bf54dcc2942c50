"""Folded text in, the single numbers of it out: digits, words, mixed, vague words, fractions."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from musterbook.claims.calendar_numbers import is_calendar_number
from musterbook.claims.number_words import SCALES, SHORT_SCALES, SMALL, WORDS, value_of_words
from musterbook.claims.patterns.led import Led
from musterbook.core.quantity import VAGUE_LITERAL

_SCALE = "|".join(SCALES)
_SHORT = "|".join(SHORT_SCALES)
_PLURALS: Final = "dozens|scores|hundreds|thousands|millions|billions"
_PARTS: Final = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8,
    "tenth": 10,
}  # fmt: skip
_SEVERAL = (3.0, 9.0)  # as VAGUE_LITERAL has it, scaled: several hundred is 300 to 900

_SMALL_WORDS: Final = "|".join(sorted(SMALL, key=len, reverse=True))
_GLYPHS: Final = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3}
# 100m is a distance before these words and after `the`, a million elsewhere.
_METRES = (
    r"m\b(?=\s(?:long|wide|high|tall|deep|thick|away|above|below|sprint|race|hurdles|freestyle|butterfly"
    r"|backstroke|relay|record|final|champion|runner|from|north|south|east|west|off|underground))"
)
_ONE_IN: Final = rf"(?!zero\b|0|\d+[.,]\d)(?:{WORDS}|\d{{1,3}}\b)"
# How a number can begin: looked at first, since most words begin otherwise.
_BEGINNINGS: Final = r"\d|an?[ -]|bi|cr|do|e[il]|f[ioe]|h[au]|la|m[ai]|ni|on|s[ceoi]|t[ehwr]|zero"
ATOM = Led(
    rf"""
    (?P<digits> (?=\d) (?<![\w./:]) (?<!\d,) (?<![a-z]-) (?! (?<!-)\d+-?fold\b )
        (?P<number> \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)? | \d{{1,3}}(?:\ \d{{3}})+ | \d+(?:\.\d+)? )
        (?P<glyph> [½¼¾⅓⅔] )?
        (?! x\d | (?<=\b[2-6])g\b | (?<=\b[48])k\b | \d | [.,:/]\d | (?:st|nd|rd|th|d)\b )
        (?: (?: [ -]? (?P<scale>{_SCALE})\b | (?!{_METRES}) (?P<short>{_SHORT})\b ) (?!s) )? )
    | (?<![\w-]) (?={_BEGINNINGS}) (?:
    (?P<vague> (?:
        (?:tens|{_PLURALS})\ of\ (?:hundreds|thousands|millions|billions)
        | (?:several|a\ few|a\ couple(?:\ of)?|many)\ (?:{_SCALE})s?
        | {_PLURALS} | several | a\ few ) (?![\w-]) )
    | (?P<scaled> (?:an?|one|two|three)[ -](?:third|quarter|fifth|tenth)s?
        \ of\ an?\ (?:{_SCALE})\b )
    | (?P<fraction> (?:
        (?<!first\ )(?<!second\ )(?<!latter\ )(?<!other\ )
          half (?=\ (?:of|the|its|their|all|his|an?)\b)(?!\ an?\ (?:{_SCALE})\b)
        | (?:an?|one|two|three|four|nine) [ -]
            (?:half|third|quarter|fourth|fifth|sixth|eighth|tenth)s?
          (?=\ of\b)
        | (?:(?<=\bby\ )|(?<=\bthan\ )|(?<=\bnearly\ )|(?<=\balmost\ )|(?<=\bsome\ ))
          (?:half(?!\ an?\ (?:{_SCALE}))
            |(?:an?|one|two|three|four)[ -](?:third|quarter|fifth|sixth|eighth|tenth)s?)(?![\w-])
        | one\ (?:[a-z-]+\ )?in\ every\ {_ONE_IN}
        | one\ in\ {_ONE_IN}
        | one\ [a-z-]+\ in\ {_ONE_IN}(?=\s*(?:[.,;:)]|$|(?:is|are|was|were|has|have|had|who)\b)) ) )
    | (?P<fold> (?:{_SMALL_WORDS}|hundred|thousand|\d+)-?fold\b )
    | (?P<words> (?<=between\ )(?:{_SMALL_WORDS})(?=\ and\ (?:{_SMALL_WORDS})\ (?:{_SCALE})\b)
        | (?<=another\ )(?:{_SCALE})(?![\w-])
        | (?<!\bno\ ) {WORDS} (?!\w) ) )
    """,
    re.VERBOSE,
)


class Atom(NamedTuple):
    """One number and where it stands; `form` is digits, words, vague or fraction."""

    start: int
    end: int
    low: float
    high: float
    form: str
    scale: float


def atoms_in(folded: str) -> Iterator[Atom]:
    """Yield the numbers of a text in order, without those of dates and clocks."""
    for match in ATOM.finditer(folded):
        atom = _READERS[match.lastgroup or "digits"](match)
        if atom and not is_calendar_number(folded, atom.start, atom.end, atom.low):
            yield atom


def _digits(match: re.Match[str]) -> Atom:
    number, glyph, full, short = match.group("number", "glyph", "scale", "short")
    value = float(number.replace(",", "").replace(" ", ""))
    scale = 1
    if glyph:
        value += _GLYPHS[glyph]
    if full or short:
        scale = SCALES[full] if full else SHORT_SCALES[short]
        value *= scale
    if not value.is_integer():  # 1.1 million is exactly 1,100,000, not its binary neighbour
        value = round(value, 6)
    return Atom(match.start(), match.end(), value, value, "digits", scale)


def _words(match: re.Match[str]) -> Atom | None:
    value = value_of_words(match[0])
    if value is None:
        return None
    scale = next((SCALES[word] for word in reversed(match[0].split()) if word in SCALES), 1)
    return Atom(match.start(), match.end(), value, value, "words", scale)


def _vague(match: re.Match[str]) -> Atom:
    low, high = vague_range(match[0])
    return Atom(match.start(), match.end(), low, high, "vague", 1)


def _scaled(match: re.Match[str]) -> Atom:
    """A quarter of a million is one number."""
    count, part, scale = re.split(r"[ -]", match[0].replace(" of an ", " ").replace(" of a ", " "))
    value = (value_of_words(count) or 1.0) / _PARTS[part.rstrip("s")] * SCALES[scale]
    return Atom(match.start(), match.end(), value, value, "words", SCALES[scale])


def _fold(match: re.Match[str]) -> Atom | None:
    """Sixfold is six times."""
    word = match[0].removesuffix("fold").rstrip("-")
    value = (
        float(word) if word.isdigit() else value_of_words(word if word in SMALL else f"a {word}")
    )
    if value is None:
        return None
    return Atom(match.start(), match.end(), value, value, "fraction", 1)


def _fraction(match: re.Match[str]) -> Atom:
    if match[0].startswith("one ") and " in " in match[0]:
        last = match[0].split(" in ", 1)[1].removeprefix("every ")
        value = 1.0 / (float(last) if last.isdigit() else value_of_words(last) or 1.0)
        return Atom(match.start(), match.end(), value, value, "fraction", 1)
    words = re.split(r"[ -]", match[0])
    part = words[-1].rstrip("s") if words[-1] != "half" else "half"
    count = value_of_words(words[0]) if len(words) > 1 and words[0] not in ("a", "an") else 1.0
    value = (count or 1.0) / _PARTS[part]
    return Atom(match.start(), match.end(), value, value, "fraction", 1)


def vague_range(words: str) -> tuple[float, float]:
    """Look a vague amount up: `dozens` is 24 to 99 literally, `several hundred` is scaled."""
    if words in VAGUE_LITERAL:
        return VAGUE_LITERAL[words]
    first, _, last = words.rpartition(" ")
    if first == "several" and last.startswith("dozen"):
        return VAGUE_LITERAL["dozens"]  # several dozen are dozens, no more
    scale = SCALES.get(last.removesuffix("s"), 1)
    if first.startswith("a couple"):
        return 2.0 * scale, 3.0 * scale
    if first.endswith(" of"):
        count = _TEN_TO.get(first.removesuffix(" of"), (2.0, 9.0))
        return count[0] * scale, count[1] * scale
    if f"a few {last}" in VAGUE_LITERAL and first == "a few":
        return VAGUE_LITERAL[f"a few {last}"]
    return _SEVERAL[0] * scale, _SEVERAL[1] * scale


_TEN_TO: Final = {"tens": (20.0, 99.0), "hundreds": (200.0, 999.0), "thousands": (2000.0, 9999.0)}
_READERS: Final = {
    "digits": _digits, "words": _words, "vague": _vague, "fraction": _fraction,
    "scaled": _scaled, "fold": _fold,
}  # fmt: skip
