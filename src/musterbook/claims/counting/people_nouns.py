"""A word in, whether it counts people out: by the word tables, else by its ending."""

from collections.abc import Iterator
from typing import Final

from musterbook.claims.lexicon_files import lines_with_own, word_set
from musterbook.claims.lexicon_own import added_to, per_lexicon

# Endings that nearly always make a word for persons (own list; not_people.txt holds exceptions).
_ENDINGS: Final = (
    "men", "women", "ists", "ians", "eans", "crats", "people", "folk", "mates", "workers",
    "keepers", "makers", "dwellers", "holders", "goers", "ees", "ers", "ors", "eers", "iers",
)  # fmt: skip
_SURE: Final = (
    "men", "women", "ists", "ians", "eans", "crats", "people", "folk", "workers", "keepers",
    "dwellers", "goers", "mates",
)  # fmt: skip
_LONG_ENOUGH: Final = 6  # a shorter word with such an ending is more often a thing


def plural_of(noun: str) -> str:
    """Give the regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def _pairs(table: str) -> Iterator[tuple[str, str]]:
    for line in lines_with_own(table):
        for entry in line.replace("_", " ").split() if "_" not in line else _phrases(line):
            singular, _, plural = entry.partition("/")
            yield singular, plural or plural_of(singular)


def _phrases(line: str) -> list[str]:
    return [entry.replace("_", " ").strip() for entry in line.split()]


@per_lexicon
def plural_people() -> frozenset[str]:
    """All listed words that count several persons."""
    plurals = {plural for table in ("people", "demonyms") for _, plural in _pairs(table)}
    return frozenset((plurals | word_set("people_invariant")) - _own_not_people())


@per_lexicon
def singular_people() -> frozenset[str]:
    """All listed words for one person."""
    return frozenset(one for table in ("people", "demonyms") for one, _ in _pairs(table))


@per_lexicon
def unit_words() -> frozenset[str]:
    """Words for units of people, singular and plural."""
    return frozenset(word for pair in _pairs("units") for word in pair)


@per_lexicon
def not_people() -> frozenset[str]:
    """All listed words that look like persons, or are counted often, and are none."""
    return word_set("not_people") | _own_not_people()


def _own_not_people() -> frozenset[str]:
    """The case's own exceptions, which win over every table of people."""
    lines = added_to("not_people")
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


def is_listed_people_word(word: str) -> bool:
    """Say whether the tables know a folded word as counting several persons."""
    return word in plural_people()


@per_lexicon
def _guessed_people_word(word: str) -> bool:
    return len(word) >= _LONG_ENOUGH and word.endswith(_ENDINGS) and word not in not_people()


@per_lexicon
def is_sure_people_word(word: str) -> bool:
    """Say whether the tables, or an ending that only persons have, make a word a people word."""
    return word in plural_people() or (_guessed_people_word(word) and word.endswith(_SURE))


@per_lexicon
def is_people_word(word: str) -> bool:
    """Say whether a folded word counts several persons, by the tables or by its ending."""
    return word in plural_people() or _guessed_people_word(word)
