"""The name of a word table in, its entries out: plain text, one entry a line, # for remarks."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from musterbook.claims.lexicon_own import added_to


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """Read a table of this package: its lines without remarks and blanks."""
    text = (files("musterbook.claims") / "lexicon" / f"{name}.txt").read_text(encoding="utf-8")
    bare = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in bare if line)


def lines_with_own(name: str) -> tuple[str, ...]:
    """Read a table of this package and what the lexicon in use adds to it."""
    return (*lines_of(name), *added_to(name))


@cache
def words_to_names(name: str) -> Mapping[str, str]:
    """Read a table of `NAME : words ; words` as a map from each wording to its name."""
    entries: dict[str, str] = {}
    for line in lines_of(name):
        meaning, _, words = line.partition(" : ")
        entries |= {word.strip(): meaning.strip() for word in words.split(" ; ")}
    return MappingProxyType(entries)


@cache
def word_set(name: str) -> frozenset[str]:
    """Read a table of bare words, several a line, as a set; `word_word` stands for two words."""
    return frozenset(word.replace("_", " ") for line in lines_of(name) for word in line.split())
