"""Somebody saying something in, what sort of speaker that is out: a body, a paper, a surname."""

import re
from typing import Final

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.accented import accented
from musterbook.claims.speakers.names import person_in
from musterbook.claims.speakers.speaker_subject import OF_WHOM, may_speak
from musterbook.claims.speakers.speech_said import Speech

_BACK: Final = ("the", "this", "that", "its", "his", "her")
_GENERIC: Final = re.compile(rf"(?:{'|'.join(_BACK)})\s+(?:[\w-]+\s+)?([\w-]+)$", re.IGNORECASE)


def is_body(speech: Speech) -> bool:
    """Say whether a speaker is a body or a paper, so that nobody calls it he."""
    words = speech.raw.lower().rstrip(".'’").split()
    head = OF_WHOM.split(" ".join(words), 1)[0].split()[-1] if words else ""
    return head in word_set("bodies") or (speech.raw.isupper() and len(speech.raw) > 1)


OPENING_NAME = re.compile(
    r"(?P<who>(?:The|An?|Its|His|Her|Another|One)\s[^,.;\d]{3,60},\s)?"
    + accented(
        r"(?P<name>(?:[A-Z][\w.'’-]*\s){0,5}(?:[a-z]{2}-)?[A-Z][\w'’-]+)(?:,|\s(?:told|spoke|gave|wrote|led|put|[a-z]+(?:ed|es|s|id|de|et))\b)"
    )
)
# The radio carried a statement by Carlos Nunez. He said.
HEARD_OF = re.compile(
    r"\b(?:statement|speech|message|letter|interview|remarks|address|lecture|testimony|appeal|note)\s"
    r"(?:by|from|with|of)\s(?:the\s)?(?:[a-z-]+\s){0,4}"
    r"(?P<name>[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){1,3})"
)
# The ICRC has; UNICEF plans.
BODY_ACTS = re.compile(r"\b(?P<name>[A-Z]{3,8})\s(?:has|had|is|was|plans|[a-z]+ed)\b")


def person_called(opening: re.Match[str]) -> str:
    """Give the person a sentence opens with; set after a title, any name is one."""
    name = opening["name"]
    is_title = opening["who"] and may_speak(opening["who"].strip(" ,")) and " " in name
    return name if is_title else person_in(name)


def is_document(speech: Speech) -> bool:
    """Say whether only a paper is named that somebody before has put out: the statement said."""
    words = speech.raw.lower().split()
    if not words:
        return False
    if words[-1] in _SOURCES:
        return words[-2:-1] == ["same"]
    if words[-1] in _DATA:
        return len(words) == len(("the", "data")) and words[0] in _POINTING_BACK
    is_bare = words[-1] in _PAPERS and len(words) <= len(("the", "statement"))
    return is_bare and (len(words) == 1 or words[0] in _POINTING)


def is_paper(phrase: str) -> bool:
    """Say whether a phrase is for something written, which somebody has put out."""
    return phrase.lower().rpartition(" ")[2] in _PAPERS


_SOURCES: Final = frozenset({"source", "sources"})
_DATA: Final = frozenset({"data", "figures", "statistics", "records", "documents", "numbers"})
_POINTING_BACK: Final = frozenset({"the", "these", "those"})
_POINTING: Final = frozenset({"the", "this", "its", "their", "a", "another"})
_PAPERS: Final = frozenset(
    "statement report communique bulletin release document announcement update survey study census"
    " briefing dispatch newsletter factsheet".split()
)


def generic_noun(speech: Speech) -> str | None:
    """Give the word an earlier sentence must name: agency for `the agency`, Lee for Lee."""
    raw = speech.raw
    low = raw.lower()
    if low.startswith(_BACK) and (match := _GENERIC.match(raw)):
        return match[1].lower() if raw[-len(match[1])].islower() else None
    if low in word_set("source_nouns"):
        return None
    name = surname_after_title(raw) or raw
    is_surname = " " not in name and name[0].isupper() and not name.isupper()
    return name.rstrip("'’s").lower() if is_surname else None


def surname_after_title(phrase: str) -> str:
    """Give the one name after a title; empty where there is no title, or more.

    >>> [surname_after_title(each) for each in ("Mr. Ortega", "Gen. Ana Paz", "Defence Ministry")]
    ['Ortega', '', '']
    """
    *before, last = phrase.split()
    titles = word_set("titles")
    if not before or any(each.lower() not in titles for each in before):
        return ""
    is_noun = last.lower() in titles or last.lower() in word_set("source_nouns")
    is_name = last.rpartition("-")[2][:1].isupper()  # al-Sharif too
    return last if is_name and not is_noun else ""


def has_adjective(earlier: Speech, speech: Speech) -> bool:
    """Say whether an earlier speaker may be meant: the Georgian authorities are no Russian ones."""
    words = [each for each in speech.raw.split()[1:-1] if each[0].isupper()]
    return all(each in _UN or each in earlier.raw for each in words)


_UN: Final = frozenset({"UN", "U.N."})


def is_named(earlier: Speech, word: str) -> bool:
    """Say whether an earlier speaker is the one meant: the agency, the newspaper, Lee."""
    words = re.findall(r"[\w-]+(?:['’]s?\b)?", earlier.raw.lower())
    if word in words and len(words) > 1:
        return not _is_owner(words, word)
    if word in _PAPERS_DAILY:
        is_paper = not _DAILIES.isdisjoint(words[:-1])
        return words[-1:] != [] and (words[-1] in _NAMES_OF_PAPERS or is_paper)
    return word in _BODIES and earlier.speaker.isupper() and len(earlier.speaker) > 1


def _is_owner(words: list[str], word: str) -> bool:
    """Say whether a noun for a body only says whose somebody is: department spokesman Ada Lund."""
    if word not in word_set("bodies"):
        return False
    behind = words[words.index(word) + 1 :]
    return bool(behind) and (behind[0] in singular_people() or behind[0] in word_set("titles"))


_DAILIES: Final = frozenset("newspaper paper daily weekly".split())
_BODIES: Final = frozenset(
    {"agency", "organization", "organisation", "group", "body", "office", "mission", "movement"}
)
_PAPERS_DAILY: Final = frozenset({"newspaper", "paper", "daily"})
_NAMES_OF_PAPERS: Final = frozenset(
    "news times post daily journal herald gazette tribune star guardian observer telegraph".split()
)
