"""A counted number in, the words for the people it counts out: North Korean soldiers."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted

_LEAD = re.compile(
    r"^\W*(?:of\s+)?(?:[\d,.]+\s+)?(?:the\s+|its\s+|their\s+|these\s+)?", re.IGNORECASE
)
# After a noun that measures: casualties among the Korean People's Army; Russian occupying forces.
_AMONG = re.compile(
    r"\b(?:among|of|in|for)\s+(?:the\s+)?(?P<words>[A-Z][\w'’]*(?:\s+[A-Z][\w'’]*)*"
    r"(?:\s+(?:occupying|armed|security|government|rebel|forces|force|troops|army|soldiers|military"
    r"|personnel|fighters|refugees|civilians))*)"
)
_BEFORE = re.compile(
    r"(?P<words>[A-Z][\w'’]*(?:\s+[A-Z][\w'’]*)*)\s+(?:losses|casualties|forces|troops|deaths)\b"
)


def group_of(text: str, counted: Counted, lead: int) -> str | None:
    """Name the people counted in the text's own words; None where it only says what befell them."""
    if counted.group is not None:
        words = _LEAD.sub("", " ".join(text[slice(*counted.group)].split())).strip()
        return words or None
    before = text[counted.start : lead]
    match = _AMONG.search(before) or _BEFORE.search(before)
    return " ".join(match["words"].split()) if match else None


_SIDES: Final = (
    frozenset(
        "soldier soldiers police policeman policemen troops guards officers servicemen".split()
    ),
    frozenset("civilian civilians villagers residents peasants passengers children women".split()),
    frozenset("rebels guerrillas insurgents militants bandits gunmen fighters".split()),
    frozenset("protesters demonstrators strikers students workers marchers rioters".split()),
)


def are_others(one: str | None, other: str | None) -> bool:
    """Say whether two groups are people of different sides: nine policemen, nine civilians."""
    sides = [
        {
            place
            for place, side in enumerate(_SIDES)
            if side.intersection((words or "").lower().split())
        }
        for words in (one, other)
    ]
    return bool(sides[0] and sides[1]) and sides[0].isdisjoint(sides[1])
