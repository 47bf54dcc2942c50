"""The table of what happens to people in, patterns that find it in a sentence out."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from musterbook.claims.lexicon_files import lines_with_own
from musterbook.claims.lexicon_own import per_lexicon
from musterbook.claims.patterns.alternation import alternation
from musterbook.claims.patterns.led import Led
from musterbook.core.noun import noun

HARM: Final = frozenset({"loss", "fate"})  # natures of what a fight or a disaster does to people


@noun
class Happening:
    """What became of people: its name (killed, deployed…) and nature.

    `nature` is loss, fate, move, gain or state.
    """

    name: str
    nature: str


@noun
class HappeningWords:
    """Every form of every happening, by how it counts people: as object, as subject, as state."""

    objects: Mapping[str, Happening]
    subjects: Mapping[str, Happening]
    passives: Mapping[str, Happening]
    states: Mapping[str, Happening]


def inflect(verb: str) -> tuple[str, ...]:
    """Give the forms of a regular verb: kill, kills, killed, killing."""
    stem = verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    plural = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    if verb == "die":
        return "die", "dies", "died", "dying"
    return verb, plural, stem + "ed", stem + "ing"


def _forms(field: str) -> Iterable[str]:
    for word in field.split():
        if word.endswith("+"):
            yield from inflect(word[:-1])
        else:
            yield from (form.replace("_", " ") for form in word.split("/"))


@per_lexicon
def happening_words() -> HappeningWords:
    """Read the table once."""
    objects: dict[str, Happening] = {}
    subjects: dict[str, Happening] = {}
    states: dict[str, Happening] = {}
    for line in lines_with_own("happenings"):
        name, nature, words = (part.strip() for part in line.split(";", 2))
        happening = Happening(name, nature)
        for table, field in zip((objects, subjects, states), words.split("|"), strict=True):
            table.update(dict.fromkeys(_forms(field.strip(" ;")), happening))
    passives = {
        form: happening
        for form, happening in objects.items()
        if form.endswith(("ed", "t", "n", "d")) and form not in _NEVER_PASSIVE
    }
    return HappeningWords(
        MappingProxyType(objects),
        MappingProxyType(subjects),
        MappingProxyType({**passives, **states}),
        MappingProxyType(states),
    )


def happening_named(name: str) -> Happening | None:
    """Give a happening by its name."""
    nature = natures().get(name)
    return Happening(name, nature) if nature else None


@per_lexicon
def natures() -> Mapping[str, str]:
    """Give the nature of each happening by its name."""
    words = happening_words()
    every = (*words.objects.values(), *words.subjects.values(), *words.states.values())
    return MappingProxyType({each.name: each.nature for each in every})


_NEVER_PASSIVE: Final = frozenset({"had", "send", "shed", "hold", "feed", "need", "land", "lifted"})


@per_lexicon
def words_of(kind: str) -> Led:
    """Give the pattern for all forms of one kind as one that is quick to say where they stand."""
    return Led(wording_of(kind))


@per_lexicon
def pattern_of(kind: str) -> re.Pattern[str]:
    """Give a pattern for all forms of one kind: objects, subjects, passives or states."""
    return re.compile(wording_of(kind))


@per_lexicon
def wording_of(kind: str) -> str:
    """Write the pattern for all forms of one kind, to be put into another."""
    forms = sorted(getattr(happening_words(), kind), key=len, reverse=True)
    return rf"(?<![\w-]){alternation(forms)}(?!\w)"
