"""A phrase for somebody who speaks in, the name to call them by out."""

import re
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.number_words import SMALL
from musterbook.claims.patterns.accented import accented

_DETERMINER = re.compile(
    r"^(?:(?:some|several|many|most|two|three|all|both) of (?:the|these|those|his|its|their)"
    r"|the|an?|one(?! of)|another|some|several|many|other|its|his|her|their|our|this|that"
    r"|so-called)\s+",
    re.IGNORECASE,
)
_LEADING_TIME = re.compile(
    r"(?:(?:in|on|last|this|by|since|as|but|and|while|also|earlier|later|meanwhile|however"
    r"|yesterday|today)\b\s*)+",
    re.IGNORECASE,
)
# The words a determiner can begin with, and those a publication ends with: looked at first.
_DETERMINERS: Final = frozenset(
    "some several many most two three all both the a an one another other its his her their our"
    " this that so-called".split()
)
_PUBLISHED: Final = frozenset(
    "data figure figures estimate estimates statistics count counts tally tallies records"
    " report reports statement website site portal newspaper daily briefing".split()
)
# What somebody publishes stands for somebody: South Korean intelligence data.
_TRAILING = re.compile(
    r"(?:['’]s?)?\s+(?:latest\s+|own\s+|official\s+|preliminary\s+)?(?:data|figures?"
    r"|estimates?|statistics|counts?|tall(?:y|ies)|records|reports?|statement|website|web site"
    r"|site|portal|newspaper|daily|briefing)$"  # with a capital it is a name: the People's Daily
)
# What says of a figure only which one it is, and names nobody: the last official figure.
_BARE = re.compile(
    r"(?i).?|(?:(?:latest|last|later|earlier|early|first|final|recent|new|newest|official|preliminary"
    r"|unofficial|combined|initial|other|more|same|unconfirmed|confirmed|various|all|most"
    r"|news|press)\s?)+"
)


def is_bare(phrase: str) -> bool:
    """Say whether a phrase only says which of several reports is meant, and names nobody."""
    return _BARE.fullmatch(phrase) is not None


_WORD = accented(
    r"(?:(?:[A-Z]|(?:al|el|an|ar|as|ash|ad)-(?=[A-Z])|(?<!\w)\d+(?i:st|nd|rd|th|d)\b)[\w.'’-]*)"
)
_NAME_RUN = re.compile(
    rf"{_WORD}(?:\s+(?:(?:al|bin|de|von|van|el|da|du|of|the|for|and)\s+)*{_WORD})*$"
)
_OWNED = re.compile(  # the agency's Toby Lanzer
    r"^(?:[Tt]he\s+)?[a-z][\w -]*['’]s\s+(?=[A-Z][\w.'’-]*\s+[A-Z][\w.'’-]*$)"
)
_CALLED = re.compile(
    r"\s(?:named|called|by the name of)\s(?P<name>[A-Z][\w.'’-]*(?:\s(?:al-)?[A-Z][\w.'’-]*)*)$"
)
_ARABIC = re.compile(r"(?:al|el|an|ar|as|ash|ad)-[A-Z]")
_PARTICLES: Final = frozenset({"al", "bin", "de", "von", "van", "el", "da", "du", "la"})
_NAME_PARTS: Final = 2


# Dr. Anna Weiss of the university hospital: the person, not where she works.
_OF_BODY = re.compile(
    rf"(?P<name>{_WORD}(?:\s(?:al|bin|de|von|van|el|da|du)\b)?(?:\s{_WORD})+),?\s(?:of|from|at|for|with|in)\s"
)


def speaker_name(phrase: str) -> str:
    """Shorten a phrase to a name: `Gen. Henry H. Shelton` to `Henry H. Shelton`."""
    if "'" in phrase or "’" in phrase:
        phrase = _OWNED.sub("", phrase)
    if ("called" in phrase or "name" in phrase) and (named := _CALLED.search(phrase)):
        return named["name"]  # a doctor named Ali Hassan
    bare = _strip(" ".join(phrase.split()).strip(" ,;:\"“”'’()[]"))
    if (of := _OF_BODY.match(bare)) and (called := person_in(of["name"])):
        return called
    run = _NAME_RUN.search(bare)
    if run is None:
        return bare
    person = _without_titles(run[0])
    if person:
        return person
    before = bare[: run.start()].split()
    if before and _is_called(before[-1].lower(), run[0]):
        return run[0]
    return _strip(bare) if before else run[0]


@cache
def bodies_words() -> frozenset[str]:
    """Give the words that make a name one of a body: Watch, Relief, Ministry."""
    return word_set("source_nouns") | word_set("bodies")


def person_in(run: str) -> str:
    """Give the person a run of capitals names, by a title before it or as two plain names."""
    if titled := _without_titles(run):
        return titled
    words = run.split()
    is_plain = len(words) == _NAME_PARTS and all(_FIRST_NAME.fullmatch(word) for word in words)
    is_plain = is_plain and words[0] != "The" and words[0].lower() not in SMALL
    is_body = is_plain and not bodies_words().isdisjoint(word.lower() for word in words)
    return run if is_plain and not is_body else ""


# A capital and small letters, those of other alphabets' accents too: Błaszczak.
_FIRST_NAME = re.compile(
    r"(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le)?[^\W\d_a-z][^\W\d_A-Z]{2,}(?:-[A-Z][^\W\d_A-Z]+)?"
)


def _is_called(title: str, name: str) -> bool:
    """Say whether a small word only says who a name is: the spokesperson Joel Millman."""
    is_name = len(name.split()) >= _NAME_PARTS or (name.isupper() and len(name) > _NAME_PARTS)
    return is_name and (title in word_set("titles") or title in word_set("source_nouns"))


def _strip(phrase: str) -> str:
    words = phrase.split()
    while words:
        previous = phrase
        if words[0].lower() in _DETERMINERS:
            phrase = _DETERMINER.sub("", phrase)
        if words[-1] in _PUBLISHED:
            shorter = _TRAILING.sub("", phrase)
            phrase = phrase if is_bare(shorter) else shorter
        if phrase == previous:
            break
        words = phrase.split()
    if len(words) > 1 and words[-1].isupper() and words[0].endswith("ian"):
        phrase = words[-1]  # Ukrainian OBOZ: the paper, without its country
    return phrase


def _without_titles(run: str) -> str | None:
    """Give a person's name after titles, None where no title stands before two name words."""
    words, titles = run.split(), word_set("titles")
    rest: list[str] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place].lower()
        if word in titles or word.strip("'’s") in titles:
            rest = words[place + 1 :]
            break
    if len(rest) >= _NAME_PARTS and all(
        word[0].isupper() or word in _PARTICLES or _ARABIC.match(word) for word in rest
    ):
        return " ".join(rest)
    return None


_APPOSED = re.compile(
    accented(
        r",\s(?P<name>(?:[A-Z][\w.'’-]*|al-[A-Z]\w*)"
        r"(?:(?:\s(?:bin|al|de|von|van|el|da|du|dos|e|y)\b)?\s(?:[A-Z][\w.'’-]*|al-[A-Z]\w*)){0,4})(?=\s*(?:[,.;)\"”]|$))"
    )
)


def apposed_name(phrase: str, after: str) -> str:
    """Give the name set after a description: the charity's head of mission, Helene Tessier."""
    described = phrase[:1].islower() or _DETERMINER.match(phrase) is not None
    if not described and not phrase.rsplit(maxsplit=1)[-1][:1].islower():
        return ""
    match = _APPOSED.match(after)
    name = match["name"].rstrip(".") if match else ""
    return "" if name.split(" ")[0].lower() in _NOT_NAMES else name


_NOT_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june"
    " july august september october november december but and the a an in on at he she"
    " they it".split()
) | {""}


def without_lead(phrase: str) -> str:
    """Drop time words and conjunctions before a phrase."""
    lead = _LEADING_TIME.match(phrase)
    return phrase[lead.end() :] if lead else phrase
