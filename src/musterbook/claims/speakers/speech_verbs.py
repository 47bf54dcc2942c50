"""The tables of verbs of saying in, all their forms out: say, says, said, saying."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set

_VOWELS: Final = "aeiou"


@cache
def speech_forms(table: str) -> frozenset[str]:
    """Give every form of the verbs of a table."""
    return frozenset(form for entry in word_set(table) for form in _forms(entry))


def _forms(entry: str) -> Iterator[str]:
    """Give the forms of one verb.

    >>> sorted(_forms("deny")), sorted(_forms("post-"))
    (['denied', 'denies', 'deny', 'denying'], ['posted', 'posting'])
    """
    if entry.endswith("="):
        yield entry[:-1]
        return
    base, *past = entry.split("/")
    noun = base.endswith("-")
    word, space, rest = base.removesuffix("-").partition(" ")
    tail = space + rest
    yield ing_of(word) + tail
    yield from past or (_ed_of(word) + tail,)
    if not noun:
        yield word + tail
        yield _s_of(word) + tail


def _s_of(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def _ed_of(word: str) -> str:
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ied"
    return _doubled(word.removesuffix("e")) + "ed"


def ing_of(word: str) -> str:
    """Give the form of a verb in -ing.

    >>> [ing_of(each) for each in ("say", "estimate", "put", "foresee")]
    ['saying', 'estimating', 'putting', 'foreseeing']
    """
    return _doubled(word if word.endswith("ee") else word.removesuffix("e")) + "ing"


def _doubled(word: str) -> str:
    return (
        word + word[-1]
        if word in ("admit", "put", "quip", "log", "set", "plan", "let", "regret", "brag")
        else word
    )
