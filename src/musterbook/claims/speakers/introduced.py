"""A noun that points at somebody named before in, the name that the text gave them out."""

import re
import string
from typing import Final

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.accented import accented
from musterbook.claims.speakers.names import person_in, speaker_name
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
    name = _PERSON if is_person else _BODY
    noun = f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"
    before = rf"\b{noun}(?:\s(?:of|for|in|at)\s[^,.;]{{2,50}})?,\s(?P<name>{name})\s*(?=[,.)])"
    article = r"(?:(?:the|an?|its|his|her)\s)?"
    after = rf"(?P<name>{name}),\s{article}(?:[\w'’-]+\s){{0,5}}?{noun}\b(?!['’])"
    titled = rf"\b{noun}\s(?P<name>{name})"
    patterns = (before, after, titled) if is_person else (before, after)
    found = [each for one in patterns for each in re.finditer(one, text[start:end])]
    fitting = [each for each in found if is_person or sort_of(each["name"]) != PERSON]
    return speaker_name(max(fitting, key=re.Match.start)["name"]) if fitting else ""


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
    rf"(?P<run>{_CAP}(?:\s{_CAP})+)"
    r"(?P<after>,\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?P<noun>[a-z]+)"
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
            found.add(person_in(match["run"]) or "")
        start = match.end()
    return found.pop() if len(found) == 1 else ""


def _calling(text: str, start: int, at: int) -> str:
    """Give the word in small letters right before a name: the journalist."""
    before = text[start : at - 1] if text[at - 1 : at].isspace() else ""
    return before[len(before.rstrip(_SMALL_LETTERS)) :]
