"""The words before a verb of saying in, the phrase for whoever speaks out; nothing if nobody."""

import re
from typing import Final

from musterbook.claims.counting.people_nouns import is_listed_people_word, singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.accented import accented
from musterbook.claims.speakers.names import without_lead

PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "we", "him", "her"})
_HELPERS = re.compile(
    r"(?:[\s,]|\b(?:has|have|had|also|later|earlier|then|further|only|did|would|will|\w+ly)\b)+$"
)
_CAPITAL_WORD = accented(r"(?:(?:(?:al|el|an|ar|as|ash)-)?[A-Z][\w.'’&-]*|\d+(?=th|st))")
_CAPITAL_RUN = re.compile(
    rf"{_CAPITAL_WORD}(?:\s+(?:(?:of|the|for|and|al|de|bin|von|van|el|da)\s+){{0,2}}{_CAPITAL_WORD})*$"
)


def last_phrase(clause: str, *, text_has_case: bool = True) -> str:
    """Give the noun phrase for a speaker that ends a clause, or nothing."""
    bare = re.sub(r",[^,]*,$", "", clause.strip()) if clause.strip().endswith(",") else clause
    bare = _with_clause_cut(bare)
    bare = _HELPERS.sub("", bare.strip())
    bare = _HELPERS.sub("", re.sub(r"\s*\([^)]*\)\s*$", "", bare)).strip()
    last = bare.rpartition(" ")[2]
    if last.lower() in ("which", "who"):
        return ""
    if last.lower() in PRONOUNS:
        return last
    plain = last.lower().rstrip("'’")
    run = _CAPITAL_RUN.search(bare)
    is_titled = run is not None and " " in run[0] and not bare.isupper() and last[:1].isupper()
    if _may_speak(plain) and not is_titled:
        return common_phrase(bare)
    if (
        plain not in _NOBODY
        and _TEAMS.fullmatch(bare)
        and not word_set("stop_words").intersection(bare.lower().split())
    ):
        return without_lead(bare)
    if (head := _OF_HEAD.search(bare)) and _may_speak(head[1].lower()):
        return without_lead(head[0].strip())
    if run is None and plain not in _NOBODY and (phrase := _THE_NOUN.search(bare)):
        words = phrase[0].lower().split()
        return "" if word_set("stop_words").intersection(words[1:]) else without_lead(phrase[0])
    if run is None and not text_has_case and len(bare.split()) <= _SHORT:
        return without_lead(bare)
    return without_lead(run[0]) if run else ""


# An unknown noun with an article right before a verb of saying is somebody: the coastguard said.
_THE_NOUN = re.compile(r"(?:^|(?<=\s))(?:the|an?|The|An?)(?:\s+[a-z'’-]+){1,3}$")
# A short bare plural before the verb speaks too: rescue teams counted.
_TEAMS = re.compile(r"[A-Za-z]?[a-z'’-]+(?:\s+[a-z'’-]+){0,2}(?<![s'’])s")
_NOBODY: Final = frozenset(
    "claim figure charge number toll total count attack bomb blast story allegation news move"
    " decision case result quake war battle fighting incident event".split()
)
_OF_HEAD = re.compile(r"(?:^|(?<=\s))([A-Za-z]+)\s+of\s+the\s+[a-z]+$")  # survivors of the sinking
_MODIFIED = re.compile(r"\w+ed|in|at|from|with|near|on|for")


def _with_clause_cut(bare: str) -> str:
    """Drop what only describes a speaker: a lawmaker WHO ATTENDED; lawmakers BRIEFED BY X."""
    words = bare.partition(" who ")[0].split()
    for place, word in enumerate(words[: _NP_LENGTH - 1]):
        plain = word.lower()
        if _may_speak(plain) and _MODIFIED.fullmatch(
            words[place + 1] if place + 1 < len(words) else ""
        ):
            return " ".join(words[: place + 1])
    return " ".join(words)


def _may_speak(word: str) -> bool:
    return word in word_set("source_nouns") or _is_person(word)


def _is_person(word: str) -> bool:
    """Say whether a word names people who may speak: a ferryman, two survivors."""
    return word in singular_people() or is_listed_people_word(word)


def common_phrase(bare: str) -> str:
    """Take a common noun with the words that belong to it: a senior defense official."""
    words = bare.split()
    first = len(words) - 1
    while first > 0 and _belongs(words[first - 1]) and len(words) - first < _NP_LENGTH:
        first -= 1
        if words[first].lower() in ("the", "a", "an") and words[first - 1].lower() != "of":
            break
    return without_lead(" ".join(words[first:]))


_NP_LENGTH = 7
_SHORT = 4  # words: where a text has no capitals, so short a subject is taken whole


def _belongs(word: str) -> bool:
    low = word.lower()
    if low in ("the", "a", "an", "of", "and", "outside") or word in ("US", "U.S.", "U.N.", "U.K."):
        return True
    return not (low in word_set("stop_words") or word[-1] in ',;:."” ' or low.isdigit())
