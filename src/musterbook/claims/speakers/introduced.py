"""A noun that points at somebody named before in, the name that the text gave them out."""

import re
import string
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.accented import accented
from musterbook.claims.speakers.names import bodies_words, person_in, speaker_name
from musterbook.claims.speakers.speaker_sorts import PERSON, sort_of

_CAP = accented(r"(?:(?:al|el|an|ar|as|ash)-)?[A-Z][\w.'’-]*")
_PERSON = rf"{_CAP}(?:\s(?:bin|al|de|von|van|el|da|du)\b)?(?:\s{_CAP}){{1,3}}"
_BODY = rf"{_CAP}(?:\s{_CAP}){{0,3}}"
# Bodies that have a name beside the noun: the news agency, Angop.
NAMED_BODIES: Final = frozenset(
    "agency newspaper paper daily weekly magazine radio station broadcaster channel website portal"
    " organization organisation group movement party front militia charity company firm".split()
)


def is_office(word: str) -> bool:
    """Say whether a noun is for one person: minister, spokesman, surgeon."""
    return word in singular_people() or word in word_set("titles") or word.endswith("man")


def is_short_for(text: str, acronym: str, word: str) -> bool:
    """Say whether a text explains an acronym by a name with a word: the Press Council (PC)."""
    if not acronym.isupper() or f"({acronym})" not in text:
        return False
    before = text[: text.index(f"({acronym})")][-_LONGEST_NAME:].lower().split()
    return word in before[-len(acronym) - 4 :]


_LONGEST_NAME: Final = 120  # characters before an acronym that it may stand for


def name_of(text: str, start: int, end: int, word: str) -> str:
    """Give the name a text introduces with `word`: the news agency, Angop; Minister Anna Lind.

    The last one between two places is taken; empty where there is none.
    """
    is_person = is_office(word)
    if not is_person and word not in NAMED_BODIES:
        return ""
    told, names = text[start:end], _PERSONS if is_person else _BODIES
    found = [*_behind_noun(told, word, names.behind), *_before_noun(told, word, names.before)]
    fitting = [each for each in found if is_person or sort_of(each[1]) != PERSON]
    return speaker_name(max(fitting, key=itemgetter(0))[1]) if fitting else ""


class _Names(NamedTuple):
    """Names as they stand behind the noun that introduces them, and before it."""

    behind: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]


_BEHIND_COMMA: Final = r"(?:\s(?:of|for|in|at)\s[^,.;]{{2,50}})?,\s(?P<name>{name})\s*(?=[,.)])"
_PERSONS: Final = _Names(
    (re.compile(_BEHIND_COMMA.format(name=_PERSON)), re.compile(rf"\s(?P<name>{_PERSON})")),
    re.compile(rf"(?P<name>{_PERSON})(?=,\s)"),
)
_BODIES: Final = _Names(
    (re.compile(_BEHIND_COMMA.format(name=_BODY)),), re.compile(rf"(?P<name>{_BODY})(?=,\s)")
)


@lru_cache(maxsize=500)  # nouns that point back in many texts
def _noun(word: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give a noun as it begins, and as it ends an apposition: `, the former health minister`."""
    noun = f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
    apposed = rf",\s(?:(?:the|an?|its|his|her)\s)?(?:[\w'’-]+\s){{0,5}}?{noun}\b(?!['’])"
    return re.compile(rf"\b{noun}"), re.compile(apposed)


def _behind_noun(
    text: str, word: str, names: tuple[re.Pattern[str], ...]
) -> Iterator[tuple[int, str]]:
    """Find the news agency, Angop; Minister Anna Lind."""
    nouns = [*_noun(word)[0].finditer(text)]
    for pattern in names:
        done = 0
        for noun in nouns:
            found = pattern.match(text, noun.end()) if noun.start() >= done else None
            if found:
                yield noun.start(), found["name"]
                done = found.end()


def _before_noun(text: str, word: str, names: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Find Anna Lind, the minister."""
    apposed = _noun(word)[1]
    name = names.search(text)
    while name:
        noun = apposed.match(text, name.end())
        if noun:
            yield name.start(), name["name"]
        name = names.search(text, noun.end() if noun else name.end())


def full_name(text: str, end: int, surname: str) -> str:
    """Give the longest name before a place that ends in a surname: for Ortega, Daniel Ortega."""
    pattern = re.compile(rf"(?:{_CAP}\s){{1,3}}{re.escape(surname)}\b")
    names = [speaker_name(each[0]) for each in pattern.finditer(text, 0, end)]
    bare = [each for each in names if each.split()[0].lower() not in word_set("titles")]
    found = max((each for each in bare if " " in each), key=len, default="")
    return found or _full_in_capitals(text, end, surname)


def _full_in_capitals(text: str, end: int, surname: str) -> str:
    """Give the name from a heading in capitals: PRESIDENT DANIEL ORTEGA SAYS is Daniel Ortega."""
    pattern = re.compile(rf"(?:[A-Z][A-Z.'-]+\s){{1,2}}{re.escape(surname.upper())}\b")
    match = pattern.search(text, 0, end)
    words = match[0].split() if match else []
    names = [each for each in words if each.lower() not in word_set("titles")]
    return " ".join(each.capitalize() for each in names) if len(names) > 1 else ""


_SMALL_LETTERS: Final = f"{string.ascii_lowercase}-"
_RUN = re.compile(
    rf"(?P<run>{_CAP}(?:(?:\s(?:bin|al|de|von|van|el|da|du)\b)?\s{_CAP})+)"
    r"(?P<after>,\s(?:(?:an?|the|its|his|her)\s)?(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+)"
    r"(?=[,.;]|\s(?:of|who|for|in|at)\b))?"
)


def only_person(text: str, start: int, end: int) -> str:
    """Give the one person whom a sentence names with a title or a calling; empty if none or more.

    >>> only_person("It was brought out by the journalist Yurii Holub.", 0, 49)
    'Yurii Holub'
    """
    found, titles = set(), word_set("titles")
    for match in _RUN.finditer(text, start, end):
        titled = match["run"].lower().split()[:-1]
        if (
            not titles.isdisjoint(titled)
            or is_office(match["noun"] or "")
            or is_office(_calling(text, start, match.start()))
        ):
            is_called = is_office(match["noun"] or "")
            found.add(person_in(match["run"]) or (_longer_name(match["run"]) if is_called else ""))
        start = match.end()
    return found.pop() if len(found) == 1 else ""


def _longer_name(run: str) -> str:
    """Give three or four names in a row whose calling stands behind: Ana Maria Lopez, a nurse."""
    words = run.split()
    is_name = len(words) <= _MOST_NAMES and bodies_words().isdisjoint(run.lower().split())
    return run if is_name and words[0] != "The" else ""


_MOST_NAMES: Final = 4


def _calling(text: str, start: int, at: int) -> str:
    """Give the word in small letters right before a name: the journalist."""
    before = text[start : at - 1] if text[at - 1 : at].isspace() else ""
    return before[len(before.rstrip(_SMALL_LETTERS)) :]
