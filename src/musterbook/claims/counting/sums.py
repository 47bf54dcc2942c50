"""A count in, the same with the one person joined to it out: an officer and four policemen."""

import re
from dataclasses import replace

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.up_to import UpTo

_ONE_AND = UpTo(r"(?<!\w)(?:an?|one)\s+(?:[\w.-]+\s+){0,3}?(?P<noun>[a-z-]+)\s+and\s+$")
_AND_ONE = re.compile(
    r"\s+and\s+(?:an?|one|their|its)\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z-]+)(?!\s+(?:of|said|told)\b)"
)
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


def with_the_one_after(
    folded: str, quantity: Quantity, counted: Counted, end: int
) -> tuple[Quantity, Counted]:
    """Add the single person that `and` joins to a count: four men and a woman are five."""
    match = _AND_ONE.match(folded, counted.end, end)
    if match is None or match["noun"] not in singular_people() or counted.unit != "person":
        return quantity, counted
    more = replace(
        quantity,
        end=match.end(),
        tail=match.end(),
        low=None if quantity.low is None else quantity.low + 1,
        high=None if quantity.high is None else quantity.high + 1,
    )
    rule = f"{counted.rule}+one-more"
    return more, replace(counted, end=match.end(), rule=rule)
