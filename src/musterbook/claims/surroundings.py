"""A place in a text in, the words free around it and what the whole text tells of out."""

import re
from datetime import date
from functools import cache
from typing import Final

from musterbook.claims.fold import FoldedText
from musterbook.claims.lexicon_files import words_to_names
from musterbook.core.noun import noun


@noun
class Surroundings:
    """Where a counted number stands: the text free around it and the day it is told."""

    folded: str
    left: int
    right: int
    told: date | None
    story: str
    is_lead: bool = False


@cache
def _story_words() -> tuple[dict[str, str], dict[str, str]]:
    """Give the words of each sort of story: single ones, and those of several words."""
    words = words_to_names("story_words")
    single = {word: sort for word, sort in words.items() if word.isalpha()}
    return single, {word: sort for word, sort in words.items() if word not in single}


@cache
def _single_words() -> frozenset[str]:
    return frozenset(_story_words()[0])


@cache
def _of_no_attack() -> tuple[str, ...]:
    single, several = _story_words()
    return tuple(word for word, sort in (single | several).items() if sort != "attack")


def story_of(folded: FoldedText) -> str:
    """Say whether a text tells of a disaster or of an attack, by the words it uses most."""
    single, several = _story_words()
    votes = dict.fromkeys(_SORTS, 0)
    known = folded.vocabulary & _single_words()
    if folded.vocabulary & _OF_PITS:
        known -= _PITS
    for word in known:
        votes[single[word]] += folded.in_order[1].count(word)
    for words, sort in several.items():
        if _first_word(words) in folded.vocabulary:  # looked for first: a text has few of them
            votes[sort] += folded.count(words)
    if not votes["attack"]:
        votes["disaster"] += votes["carrier"]
    if votes["disaster"] == 1 and not _is_told_early(folded):
        return "attack"
    return "disaster" if votes["disaster"] > votes["attack"] else "attack"


@cache
def _first_word(words: str) -> str:
    return re.split("[^a-z]", words, maxsplit=1)[0]


_PITS: Final = frozenset({"mine", "mines"})  # elsewhere they are laid, and blow up
_OF_PITS: Final = frozenset({"coal", "miners", "miner", "methane", "mineworkers"})
_SORTS: Final = ("disaster", "carrier", "attack")
_OPENING: Final = 600  # characters in which a text says what it tells of


def _is_told_early(folded: FoldedText) -> bool:
    """Say whether the one word for a disaster stands where a text says what it tells of."""
    return any(folded.find(word, 0, _OPENING + len(word) - 1) >= 0 for word in _of_no_attack())
