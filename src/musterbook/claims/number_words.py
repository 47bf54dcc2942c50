"""Number words in, their value out: `two hundred and five thousand` is 205,000."""

import re
from types import MappingProxyType
from typing import Final

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL: Final = MappingProxyType(
    {word: value for value, word in enumerate(_ONES)}
    | {word: 10 * place for place, word in enumerate(_TENS, start=2)}
)
SCALES: Final = MappingProxyType(
    {
        "dozen": 12,
        "hundred": 100,
        "thousand": 1_000,
        "lakh": 100_000,
        "crore": 10_000_000,
        "million": 1_000_000,
        "billion": 1_000_000_000,
        "trillion": 1_000_000_000_000,
    }
)
# Glued to digits newspapers also write 1.5m, 2bn, 10k.
SHORT_SCALES: Final = MappingProxyType(
    {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}
)
_MULTIPLES_OF = 1_000  # a scale this large closes a group: two hundred thousand

_SMALL = "|".join(sorted(SMALL, key=len, reverse=True))
_SCALE = "|".join(SCALES)
_DIGIT = "|".join(_ONES[1:10])
_AFTER_SCALE = "|".join(f"(?<={scale})" for scale in SCALES)
WORDS: Final = (
    rf"(?:half[ -]an?[ -](?:{_SCALE})"
    rf"|(?:an?[ -](?:{_SCALE})|(?:{_SMALL}))"
    # Two hundred and five, ninety and five; but between six and nine are two numbers.
    rf"(?:[ -]and[ -]a[ -]half\b"
    rf"|(?:(?:{_AFTER_SCALE})[ -]and|(?<=ty)[ -]and(?=[ -](?:{_DIGIT})\b))?"
    rf"[ -](?:a[ -]half\b|{_SMALL}|{_SCALE})\b)*)"
)
_TOKEN = re.compile(r"[a-z]+")
_NTHS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DAYS: Final = MappingProxyType(
    {word: place for place, word in enumerate(_NTHS, start=1)}
    | {f"twenty-{word}": 20 + place for place, word in enumerate(_NTHS[:9], start=1)}
    | {"thirtieth": 30, "thirty-first": 31}
)
ORDINALS: Final = "(?:{})".format(
    "|".join(word.replace("-", "[ -]") for word in sorted(_DAYS, key=len, reverse=True))
)


def day_of_ordinal(words: str) -> int:
    """Give the day of the month that `twenty-second` is."""
    return _DAYS[words.replace(" ", "-")]


def value_of_words(words: str) -> float | None:
    """Add number words up; None where they do not make one number (`six seven`)."""
    tokens = _TOKEN.findall(words)
    if tokens[:2] in (["half", "a"], ["half", "an"]):
        return SCALES[tokens[2]] / 2
    return _sum_of(tokens)


def count_of(words: str) -> float:
    """Read a count of days or steps: `3`, `three`, `a`; one where it is no number."""
    return float(words) if words.isdigit() else value_of_words(words) or 1.0


def _sum_of(tokens: list[str]) -> float | None:
    total, group, room = 0.0, 0.0, float("inf")
    for token in tokens:
        if token in ("and", "a", "an"):
            group = group or (1.0 if token != "and" and not total else group)
        elif token == "half":
            total, group = _add_half(total, group)
        elif token in SCALES:
            total, group = _scale(total, group, SCALES[token])
            room = float("inf")
        elif SMALL[token] and len(str(SMALL[token])) >= room:
            return None
        else:
            group += SMALL[token]
            room = 2 if SMALL[token] >= SMALL["twenty"] else 1
    return total + group


def _add_half(total: float, group: float) -> tuple[float, float]:
    """Add a half to what was said last: one and a half; a million and a half."""
    if group:
        return total, group + 0.5
    last = max(scale for scale in SCALES.values() if total % scale == 0)
    return total + last / 2, group


def _scale(total: float, group: float, scale: int) -> tuple[float, float]:
    """Multiply what was said before by a scale word."""
    if scale >= _MULTIPLES_OF:
        return total + (group or 1.0) * scale, 0.0
    return total, (group or 1.0) * scale
