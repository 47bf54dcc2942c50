"""A text in, which names it gives with their acronyms out: by both of them each is called."""

import re
from collections.abc import Mapping
from typing import Final

from musterbook.claims.speakers.names import person_in

_CAP = r"[A-Z][\w'’&-]*"
_LITTLE = r"(?:(?:of|for|the|and|in|on|to|de|des|del|la|pour|sur|against)\s){0,3}"
_SHORT = re.compile(r"\((?<=\s\()(?P<short>[A-Z][A-Za-z]{0,6}[A-Z])\)(?!\s*[-–—])")
_FULL = re.compile(rf"(?<![\w'’-])(?P<full>{_CAP}(?:\s{_LITTLE}{_CAP})+)\Z")
# The UN refugee agency (UNHCR): a name with a noun in small letters.
_UN_BODY = re.compile(r"(?P<full>(?:UN|U\.N\.|United Nations)(?:\s[a-z]+){1,3})\Z")
# Patterns begin with the capital, so that the search runs over the rest at full speed.
_ALONE = re.compile(r"[A-Z](?<![\w.(-].)[A-Z]{2,5}(?![\w.)-])")
_NAME = re.compile(rf"[A-Z](?<![\w'’-].)[\w'’&-]*(?:\s{_LITTLE}{_CAP}){{2,5}}")
_CAPITALIZED = re.compile(_CAP)
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
        named = named or _UN_BODY.search(text, max(0, before - _LONGEST), before)
        full, short = named["full"] if named else "", match["short"]
        if not full or full.isupper() or short in called or person_in(full):
            continue
        full = full.removeprefix("The ")
        both = f"{full}, {short}"
        called |= {short: both, full: both, _OWNED.sub("", full): both}
    return called | _by_initials(text, called)


def _by_initials(text: str, called: Mapping[str, str]) -> dict[str, str]:
    """Give bodies whose acronym stands alone: the International Red Aid said, IRA says."""
    alone = {each[0] for each in _ALONE.finditer(text)} - called.keys()
    found: dict[str, str] = {}
    initials = _initials(text) if alone else ""  # looked at first: few acronyms are spelled out
    for match in _NAME.finditer(text) if any(map(initials.__contains__, alone)) else ():
        full = match[0].removeprefix("The ")
        short = "".join(word[0] for word in full.split() if word[0].isupper())
        if short in alone and not full.isupper():
            found |= {short: f"{full}, {short}", full: f"{full}, {short}"}
    return found


def _initials(text: str) -> str:
    """Give the first letters of all words with a capital, in a row."""
    return "".join(word[0] for word in _CAPITALIZED.findall(text))
