"""What a parser could not read goes in, a problem that says what would fit there comes out."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from musterbook.claims.scribe import Scribe

if TYPE_CHECKING:
    from lark.exceptions import UnexpectedInput

_VALUE: Final = frozenset({"NUMBER", "NONE", "VAGUE", "BETWEEN"})
_TIMES: Final = frozenset({"on", "by", "since", "in", "from", "throughout"})
_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "MEASURE": "the name of a stock, flow or measure",
        "READING": "a reading in brackets",
        "BOUND": "a hedge word (about, at least, …)",
        "NUMBER": "a number",
        "VAGUE": "a vague word (dozens, thousands, …)",
        "NONE": "`none`",
        "TO": "`to`",
        "AND": "`and`",
        "OF": "`of`",
        "PERCENT": "`%`",
        "TIMES": "`times`",
        "SCALE": "`thousand` or `million`",
        "PLUS_MINUS": "`±`",
        "UNIT": "a unit",
        "PER": "`per` month (or day, week, quarter, year)",
        "STEP": "day, week, month, quarter or year",
        "TIMING": "a time (on, by, since, in, from, throughout, on average in)",
        "DATE": "a date",
        "QUOTED": "an event's name in quotes",
        "LPAR": "a time in parentheses",
        "RPAR": "`)`",
    }
)
_STANCES: Final = frozenset({"only", "just", "merely", "record", "even"})
_SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "~": "write `about`",
        "≈": "write `about`",
        ">": "write `more than`",
        "<": "write `less than`",
        "≥": "write `at least`",
        "≤": "write `at most`",
        "-": "a range is written with `to`",
        "–": "a range is written with `to`",
        "—": "a range is written with `to`",
        "+": "write `at least` before the number",
    }
)


def explain(fault: "UnexpectedInput", scribe: Scribe) -> None:
    """Note why a sentence does not parse: where it stops fitting and what could follow there."""
    text = scribe.phrase.text
    at, allowed = place_and_allowed(fault, text)
    left, rest = text[:at].split(), text[at:]
    if allowed >= _VALUE and len(left) == 1 and (not rest.strip() or _first(rest) in _TIMES):
        says = f"`{left[0]}` has no value"
        fix = f"say how many and when: `{left[0]} about 1 000 on 2026-02-16`"
        scribe.note("MB102", says, at=text.index(left[0]), fix=fix)
        return
    scribe.note("MB101", _says(rest), at=at, fix=_fix(rest, allowed))


def place_and_allowed(fault: "UnexpectedInput", text: str) -> tuple[int, frozenset[str]]:
    """Give the offset at which parsing stopped and the names of terminals that would fit."""
    from lark.exceptions import UnexpectedCharacters, UnexpectedToken

    end = len(text.rstrip())
    stopped: int | None = getattr(fault, "pos_in_stream", None)  # its stub says: always None
    at = end if stopped is None else stopped
    if isinstance(fault, UnexpectedToken):
        allowed = fault.accepts or fault.expected
        return end if fault.token.type == "$END" else at, frozenset(allowed)
    if isinstance(fault, UnexpectedCharacters):
        return at, frozenset(fault.allowed or ())
    return end, frozenset()


def _says(rest: str) -> str:
    if not rest.strip():
        return "the sentence stops too early"
    return f"`{_first(rest)}` does not fit here"


def _first(rest: str) -> str:
    return rest.split(maxsplit=1)[0][:30]


def _fix(rest: str, allowed: frozenset[str]) -> str:
    word = _first(rest) if rest.strip() else ""
    if word.lower() in _STANCES:
        return f"leave `{word}` out: it is how the speaker feels, and bounds nothing"
    if word != word.lower() and "MEASURE" in allowed:
        return "names are written small: letters, digits and _"
    if word[:1] in _SIGNS:
        return _SIGNS[word[0]]
    return f"what can stand here: {listed(_WORDS, allowed)}"


def listed(words: Mapping[str, str], allowed: Iterable[str]) -> str:
    """List what could stand at a place, in the order of the table."""
    fitting = frozenset(allowed)
    said = [word for name, word in words.items() if name in fitting]
    end = ["the end"] if "$END" in fitting else []
    return ", ".join(said + end) or "nothing more"
