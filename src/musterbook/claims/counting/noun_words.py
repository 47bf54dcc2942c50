"""A word in, all that the word tables say of it out: looked up once, as noun phrases ask often."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from musterbook.claims.counting.happenings import Happening, happening_words
from musterbook.claims.counting.people_nouns import (
    is_listed_people_word,
    is_people_word,
    is_sure_people_word,
    plural_people,
    singular_people,
    unit_words,
)
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.lexicon_own import per_lexicon
from musterbook.core.noun import noun

_KEPT: Final = 8_192  # words of each lexicon; English reports use fewer
_UNITS_OF: Final = {"asylum": "claim"}
_LETTERS = re.compile(r"[a-z]+")


@noun
class NounWord:
    """What the tables say of one word of a noun phrase.

    It is no part of one (`stops`), counts several persons (`is_people`; `is_sure`: not only by an
    ending such as -ers; `is_listed`: a table has it), one (`is_singular`), a body of them
    (`is_body`) or a `unit`, things (`is_things`), describes people (`describes`) or says what
    became of them (`state`). `ends_pair`: a noun of two words ends so; `does`: words for what
    people do begin so.
    """

    stops: bool
    is_people: bool
    is_sure: bool
    is_listed: bool
    is_singular: bool
    is_body: bool
    is_things: bool
    describes: bool
    unit: str | None
    state: Happening | None
    ends_pair: bool
    does: bool


@per_lexicon
def noun_words() -> Callable[[str], NounWord]:
    """Give what looks words up in the tables in use; each word is looked up once."""
    return lru_cache(maxsize=_KEPT)(_look_up)


def _look_up(word: str) -> NounWord:
    words = happening_words()
    begins = _LETTERS.match(word)
    return NounWord(
        stops=word in word_set("stop_words"),
        is_people=is_people_word(word),
        is_sure=is_sure_people_word(word),
        is_listed=is_listed_people_word(word),
        is_singular=word in singular_people(),
        is_body=word in word_set("collectives"),
        is_things=word in word_set("not_people"),
        describes=word in word_set("people_adjectives"),
        unit=unit_named(word),
        state=words.states.get(word) or words.passives.get(word),
        ends_pair=word in _ends_of_pairs(),
        does=begins is not None and begins[0] in _beginnings_of_deeds(),
    )


def unit_named(name: str) -> str | None:
    """Name the unit of people that a word, or two, stand for: battalions is battalion."""
    if name not in unit_words():
        return None
    bare = name.rsplit(maxsplit=1)[-1]
    single = bare[:-3] + "y" if bare.endswith("ies") else bare.removesuffix("s")
    return _UNITS_OF.get(name.split(maxsplit=1)[0], single)


@per_lexicon
def _ends_of_pairs() -> frozenset[str]:
    names = plural_people() | unit_words()
    return frozenset(name.rpartition(" ")[2] for name in names if " " in name)


@per_lexicon
def _beginnings_of_deeds() -> frozenset[str]:
    first = map(_LETTERS.match, happening_words().subjects)
    return frozenset(each[0] for each in first if each)
