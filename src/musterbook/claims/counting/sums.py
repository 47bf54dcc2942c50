"""A count in, the same with the one person joined to it out: an officer and four policemen."""

import re
from dataclasses import replace

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.up_to import UpTo

_ONE_AND = UpTo(r"(?<!\w)(?:an?|one)\s+(?:[\w.-]+\s+){0,3}?(?P<noun>[a-z-]+)\s+and\s+$")
_AND_ONE = re.compile(r"\s+and\s+(?:an?|one|their|its)\s+(?P<words>(?:[\w-]+\s+){0,3}[a-z-]+)")
_WORD = re.compile(r"[a-z-]+")
_OF_LANDS = ("an", "ese", "ish", "qi", "li", "ni")
_NOT_ONE = re.compile(r"\s+(?:of|said|told)\b")
_WINDOW = 60


def with_the_one_before(folded: str, quantity: Quantity, left: int) -> Quantity:
    """Add the single person joined to a count by `and`, and start the number there."""
    start = max(left, quantity.lead - _WINDOW)
    match = _ONE_AND.search(folded, start, quantity.lead)
    if match is None or match["noun"] not in singular_people():
        return quantity
    return replace(
        quantity,
        start=match.start(),
        lead=match.start(),
        low=None if quantity.low is None else quantity.low + 1,
        high=None if quantity.high is None else quantity.high + 1,
    )


def _end_of_one(folded: str, start: int, end: int) -> int | None:
    """Give where the one person ends that `and` joins: and an armed police officer."""
    match = _AND_ONE.match(folded, start, end)
    if match is None:
        return None
    last = None
    for word in _WORD.finditer(folded, *match.span("words")):
        if word[0] in word_set("stop_words"):
            break
        if word[0] in singular_people():
            last = word.end()
        elif last and folded.endswith(_OF_LANDS, start, last) and not is_deed(word[0]):
            last = None  # and a smaller Italian force; and a Greek lorry driver
        elif last:
            break
    return last if last and not _NOT_ONE.match(folded, last) else None


def with_the_one_after(
    folded: str, quantity: Quantity, counted: Counted, end: int
) -> tuple[Quantity, Counted]:
    """Add the single person that `and` joins to a count: four men and a woman are five."""
    at = _end_of_one(folded, counted.end, end) if counted.unit == "person" else None
    if at is None:
        return quantity, counted
    more = replace(
        quantity,
        end=at,
        tail=at,
        low=None if quantity.low is None else quantity.low + 1,
        high=None if quantity.high is None else quantity.high + 1,
    )
    rule = f"{counted.rule}+one-more"
    return more, replace(counted, end=at, rule=rule)
