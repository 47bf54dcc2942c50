"""A sentence in, all sayings told by a phrase out: of those named, and of nobody named.

Most sentences have none: only the wordings whose words a sentence has are looked for in it.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, TypeAlias

from musterbook.claims.patterns.any_of import AnyOf
from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers import speech_by_phrase as phrases
from musterbook.claims.speakers import speech_passed_on as passing
from musterbook.claims.speakers.speech_alleged import ALLEGED, OWNED, alleged
from musterbook.claims.speakers.speech_figures import FIGURES, figures_of
from musterbook.claims.speakers.speech_said import Speech

Read: TypeAlias = Callable[[str, str, int, int], Iterator[Speech]]
_OF_NOBODY: Final = frozenset({phrases.REPORTEDLY, phrases.ESTIMATES})


@cache
def readers() -> tuple[tuple[frozenset[Led], Read], ...]:
    """Give what reads the sayings of somebody named, each with all wordings that it reads."""
    return (
        (frozenset({phrases.ACCORDING}), phrases.by_preposition),
        (frozenset({phrases.BELIEVED, phrases.BY_COUNT}), phrases.by_count),
        (frozenset({phrases.QUOTED_AS}), phrases.quoted_as),
        (frozenset({phrases.WAS_QUOTED}), phrases.was_quoted),
        (frozenset({phrases.given_out()}), phrases.given_out_by),
        (frozenset({ALLEGED, OWNED}), alleged),
        (frozenset({FIGURES}), figures_of),
        (frozenset({passing.SETS, passing.BLAMED}), passing.blamed),
        (frozenset({passing.HEARD, passing.IN_NAME, passing.WHOM}), passing.passed_on),
    )


@cache
def _places() -> dict[Led, int]:
    """Give for each wording the place of its reader among all."""
    return {each: place for place, (patterns, _) in enumerate(readers()) for each in patterns}


@cache
def _wordings() -> AnyOf:
    return AnyOf(*_OF_NOBODY.union(*(patterns for patterns, _ in readers())))


def by_phrase(text: str, folded: str, start: int, end: int) -> tuple[list[Speech], list[Speech]]:
    """Read all sayings told by a phrase: of those named, and of nobody named."""
    here = _wordings().in_stretch(folded, start, end)
    if not here:
        return [], []
    places = _places()
    asked = sorted({places[each] for each in here if each in places})
    named = [speech for place in asked for speech in readers()[place][1](text, folded, start, end)]
    unnamed = [] if here.isdisjoint(_OF_NOBODY) else list(phrases.unnamed(folded, start, end))
    return named, unnamed
