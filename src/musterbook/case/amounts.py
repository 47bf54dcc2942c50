"""Words such as `300 to 800 people` or `10 %` go in, a range of numbers comes out."""

import re
from collections.abc import Mapping

from musterbook.case.similar import short
from musterbook.core.problem import Phrase, Problem
from musterbook.core.quantity import VAGUE_TABLES, HedgeTable

_SPACE = "[ \u00a0\u2009\u202f]"  # what may stand between groups of three digits
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+(?:\.\d+)?"
_RANGE = re.compile(
    rf"\s*({_NUMBER})(?:\s*(?:to|-|–)\s*({_NUMBER}))?\s*(%)?\s*(people|persons)?\s*"
)
MOST_PEOPLE = 1e12  # the most that a sentence accepts
_SHARES = {
    "about": "about_share",
    "excess": "excess_share",
    "half grain": "half_grain",
}


def parse_range(text: str) -> tuple[float, float] | None:
    """Read a number or a range, in people or (with `%`) as a share; None where it is neither."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    low = _number(match[1])
    high = _number(match[2]) if match[2] else low
    scale = 0.01 if match[3] else 1.0
    return (low * scale, high * scale) if low <= high <= MOST_PEOPLE else None


def _number(digits: str) -> float:
    return float(re.sub(_SPACE, "", digits))


def read_hedges(
    words: Mapping[str, Phrase], base: HedgeTable
) -> tuple[HedgeTable, tuple[Problem, ...]]:
    """Read a table of hedge words over another: `about: 10 %`, `dozens: 12 to 120`, `vague: acled`.

    Words the base does not know (`a handful: 3 to 7`) are added to its vague words.
    """
    problems: list[Problem] = []
    table = words.get("vague")
    if table is not None and table.text in VAGUE_TABLES:
        base = base.with_vague(VAGUE_TABLES[table.text])
    elif table is not None:
        problems.append(_unreadable(table, "one of " + ", ".join(VAGUE_TABLES)))
    shares: dict[str, float] = {}
    vague: dict[str, tuple[float, float]] = {}
    for word, phrase in words.items():
        found = parse_range(phrase.text)
        if word == "vague":
            continue
        if found is None or (word in _SHARES and found[0] != found[1]):
            problems.append(_unreadable(phrase, "a number or a range: 10 %, 12 to 120"))
        elif word in _SHARES:
            shares[_SHARES[word]] = found[0]
        else:
            vague[word] = found
    return _with_shares(base.with_vague(vague), shares), tuple(problems)


def _with_shares(base: HedgeTable, shares: Mapping[str, float]) -> HedgeTable:
    return HedgeTable(
        about_share=shares.get("about_share", base.about_share),
        half_grain=shares.get("half_grain", base.half_grain),
        excess_share=shares.get("excess_share", base.excess_share),
        vague=base.vague,
    )


def read_units(
    words: Mapping[str, Phrase],
) -> tuple[dict[str, tuple[float, float]], tuple[Problem, ...]]:
    """Read a table of units of people: `battalion: 300 to 800 people`."""
    units: dict[str, tuple[float, float]] = {}
    problems = []
    for word, phrase in words.items():
        found = parse_range(phrase.text)
        if found is None or "%" in phrase.text:
            problems.append(_unreadable(phrase, "a number of people: 300 to 800 people"))
        else:
            units[word] = found
    return units, tuple(problems)


def _unreadable(phrase: Phrase, wanted: str) -> Problem:
    says = f"`{short(phrase.text)}` is not a number or range that can be read"
    return Problem("MB023", says, phrase.place, fix=f"write {wanted}")
