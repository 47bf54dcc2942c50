"""What stands before a counted phrase in, the verb or noun whose object those people are out."""

import re
from typing import Final

from musterbook.claims.counting.happenings import (
    Happening,
    happening_named,
    happening_words,
    wording_of,
)
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.lexicon_own import per_lexicon
from musterbook.claims.patterns.alternation import alternation
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

CASUALTIES: Final = Happening("casualties", "loss")
_HURT: Final = frozenset({"wounded", "injured", "killed"})
_VERB_REACH = 48  # characters between a verb and the number it governs: killed at least another 20


def together(first: Happening | None, second: Happening | None) -> Happening | None:
    """Join two words for harm into casualties; give the one that there is."""
    names = {each.name for each in (first, second) if each}
    if (names > {"killed"} and names <= _HURT) or names == {"killed", "missing"}:
        return CASUALTIES
    return second if first is None else (second or first)


@per_lexicon
def _governing() -> Led:
    """A verb whose object is the number, at the end of what stands before it."""
    between = (
        r"(?:\s+(?:up|out|in|back|off|home|last|first|final|a|an|the|another|further|additional|some|only|just|total"
        r"|of|at|least|over|nearly|about|its|their|his|more|than|to|as|many|or|both|by|all|all\s+of|the|\d[\d,.]*\s+(?:[a-z-]+\s+){1,2}?and))*\s*"
    )
    body = (
        r"(?:(?:an?|the|another|its|their|some)\s+(?:[\w-]+\s+){0,2}?(?:battalion|brigade|group"
        r"|contingent|force|team|convoy|batch|unit|detachment|column|squad|party|wave)\s+of\s+)?"
    )
    other = r"(?:\s+(?:the|an?|his|their)\s+(?:[a-z-]+\s+)?[a-z-]+\s*(?:,|and\b))?"
    return Led(rf"(?P<word>{wording_of('objects')}){other}{between}{body}$")


_TOTAL_REACH = 90


@per_lexicon
def _total() -> UpTo:
    """Bringing the total released this year to 1,340."""
    words = wording_of("passives")
    return UpTo(
        rf"\b(?:total|number|tally)\s+(?:of\s+[\w-]+\s+)?(?:so far\s+)?"
        rf"(?P<word>{words})[^.;]{{0,40}}\bto\s+$"
    )


@per_lexicon
def _governing_both() -> Led:
    """A verb with a person named before the number: seized the mayor, Li Wu, and 30 others."""
    objects = wording_of("objects")
    return Led(
        rf"(?P<word>{objects})\s+(?:(?!in|on|at|of|and|who)[\w.'-]+\s+){{1,6}}and\s+"
        r"(?:(?:about|some|more than|at least|another|nearly|over)\s+)*$"
    )


@per_lexicon
def _inverted() -> re.Pattern[str]:
    """Killed were 12 soldiers; freed on Monday were two nuns: the verb opens the sentence."""
    words = wording_of("passives")
    return re.compile(
        rf"(?:also\s+)?(?P<word>{words})(?:\s+(?:with|on|in|at|by|that|early|late|last)\b[^.;,]{{1,40}})?"
        r"\s+(?:were|was)\s+(?:also\s+)?$"
    )


_WERE = UpTo(r"(?:were|was)\s+(?:also\s+)?$")
_OTHERS = re.compile(r"(?:[a-z]+\s+){0,3}?(?:[\d,.]+|[a-z-]+)\s+others?\b")


def happening_before(folded: str, start: int, left: int) -> Happening | None:
    """Find the verb that has the number as its object: killed 23, wounding another 238."""
    if _WERE.may_end(folded, start) and (inverted := _inverted().match(folded, left, start)):
        return happening_words().passives[inverted["word"]]
    if total := _total().search(folded, max(left, start - _TOTAL_REACH), start):
        return happening_words().passives[total["word"]]
    match = None
    for match in _governing().finditer(folded, max(left, start - _VERB_REACH), start):  # noqa: B007
        pass
    if match is None:
        match = _governing_both().search(folded, max(left, start - _TOTAL_REACH), start)
        match = match if match and _OTHERS.match(folded, start) else None
    if match is None:
        return _nominal_before(folded, start, left)
    if match["word"].startswith(("bring", "brought")) and " to" in match[0]:
        return None  # bringing the total to 4,000: nobody is brought
    if match["word"].startswith("lift") and _lifts_a_thing(folded, match):
        return None
    happening = happening_words().objects[match["word"]]
    before = _JOINED_VERB.search(folded, left, match.start())
    other = happening_words().objects.get(before[1]) if before else None
    return together(other, happening)


_WAS_LIFTED = UpTo(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$")


def _lifts_a_thing(folded: str, verb: re.Match[str]) -> bool:
    """Say whether a ban or a siege is lifted: since it was lifted 300 people; lifted it and 300."""
    return "and" in verb[0].split() or _WAS_LIFTED.search(folded, 0, verb.start()) is not None


# Killed or wounded 30: the first of two verbs.
_JOINED_VERB = UpTo(r"(\w+)\s*(?:,\s*)?(?:or|and)\s+$", reach=30)


@per_lexicon
def _nominals() -> Led:
    words = sorted(words_to_names("nominals"), key=len, reverse=True)
    return Led(
        rf"(?<!\w)(?P<word>{alternation(words)})"
        r"(?:\s+(?:in\s+\w+|on\s+\w+|yesterday|(?:last|that|this)\s+\w+))?"
        r"\s+of\s+(?:the\s+|some\s+|about\s+)*$"
    )


def _nominal_before(folded: str, start: int, left: int) -> Happening | None:
    """Read a noun for what happened: the execution of 43; the withdrawal of 5,000."""
    match = _nominals().search(folded, max(left, start - _VERB_REACH), start)
    return happening_named(words_to_names("nominals")[match["word"]]) if match else None
