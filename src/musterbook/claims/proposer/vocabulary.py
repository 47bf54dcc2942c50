"""The rules' word tables in, the words a proposal may choose from out."""

from typing import Final

from musterbook.claims.bounds import BETWEEN, ESTIMATED, FRACTION, STATED, VAGUE
from musterbook.claims.counting.happenings import natures
from musterbook.claims.counting.people_nouns import unit_words
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL, RATE
from musterbook.claims.lexicon_files import lines_of, words_to_names
from musterbook.claims.lexicon_own import per_lexicon
from musterbook.core.quantity import Bound
from musterbook.core.records import Stance

PERSON: Final = "person"
KINDS: Final = (LEVEL, CHANGE, CUMULATIVE, RATE)
STANCES: Final = tuple(each.value for each in Stance)
BOUNDS: Final = (
    STATED,
    *(each.value for each in Bound if each is not Bound.NONE),
    ESTIMATED,
    BETWEEN,
    VAGUE,
    FRACTION,
)
PER: Final = ("minute", "hour", "day", "week", "month", "quarter", "year")


@per_lexicon
def counted_words() -> tuple[str, ...]:
    """Name all that people can be counted as: killed, present, displaced; a case's own too."""
    measured = {line.partition(";")[0].strip() for line in lines_of("measures")}
    of_nouns = set(words_to_names("noun_states").values())
    return tuple(sorted({*natures(), *measured, *of_nouns}))


@per_lexicon
def units() -> tuple[str, ...]:
    """Name what may be counted: persons, shares of them, claims for asylum, units of people."""
    singular = {word.split()[-1] for word in unit_words() if not word.endswith("s")}
    return (PERSON, FRACTION, "claim", *sorted(singular - {"claim", "application", "case"}))
