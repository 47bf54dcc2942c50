"""A place in a text in, the words free around it and what the whole text tells of out."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from musterbook.claims.lexicon_files import words_to_names


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a counted number stands: the text free around it and the day it is told."""

    folded: str
    left: int
    right: int
    told: date | None
    story: str


@cache
def _story_pattern() -> re.Pattern[str]:
    words = sorted(words_to_names("story_words"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def story_of(folded: str) -> str:
    """Say whether a text tells of a disaster or of an attack, by the words it uses most."""
    sorts = [words_to_names("story_words")[word] for word in _story_pattern().findall(folded)]
    return "disaster" if sorts.count("disaster") > sorts.count("attack") else "attack"
