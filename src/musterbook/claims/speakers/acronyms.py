"""A text in, which names it gives with their acronyms out: by both of them each is called."""

import re
from collections.abc import Mapping
from typing import Final

from musterbook.claims.speakers.names import person_in

_CAP = r"[A-Z][\w'’&-]*"
_LITTLE = r"(?:(?:of|for|the|and|in|on|to|de|des|del|la|pour|sur|against)\s){0,3}"
_SHORT = re.compile(r"\((?<=\s\()(?P<short>[A-Z][A-Za-z]{0,6}[A-Z])\)(?!\s*[-–—])")
_FULL = re.compile(rf"(?<![\w'’-])(?P<full>{_CAP}(?:\s{_LITTLE}{_CAP})+)\Z")
_LONGEST: Final = 90  # characters of a name that an acronym stands for
_OWNED: Final = re.compile(r"^(?:The\s|[\w'’ ]+['’]s?\s(?=[A-Z]))")


def names_with_acronyms(text: str) -> Mapping[str, str]:
    """Give for each name introduced with an acronym, and for the acronym, the two together.

    >>> names_with_acronyms("The World Food Programme (WFP) said so.")["WFP"]
    'World Food Programme, WFP'
    """
    called: dict[str, str] = {}
    for match in _SHORT.finditer(text):
        before = match.start() - 1
        named = _FULL.search(text, max(0, before - _LONGEST), before)
        full, short = named["full"] if named else "", match["short"]
        if not full or full.isupper() or short in called or person_in(full):
            continue
        full = full.removeprefix("The ")
        both = f"{full}, {short}"
        called |= {short: both, full: both, _OWNED.sub("", full): both}
    return called
