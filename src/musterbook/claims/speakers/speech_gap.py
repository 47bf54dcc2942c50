"""A verb in, whose it is where what is said stands before it: `the 40 men the army lists`."""

import re
from functools import cache
from itertools import pairwise
from typing import Final

from musterbook.claims.calendar_words import MONTHS_IN_FULL
from musterbook.claims.counting.people_nouns import is_listed_people_word
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_phrase import PRONOUNS
from musterbook.claims.speakers.speaker_subject import may_speak
from musterbook.claims.speakers.speech_said import Speech

# Lists as missing; says were captured; wants freed.
_GAP: Final = (
    " as ",
    " were ",
    " are ",
    " was ",
    " is ",
    " had ",
    " have ",
    " has ",
    " may ",
    " might ",
    " could ",
    " would ",
    " will ",
    " to be ",
    " to have ",
    " missing",
    " killed",
    " dead",
    " confirmed ",
    " among ",
)
# The deaths the army reported a week ago: said and told would have their clause.
_GAVE: Final = frozenset(
    "reported claimed counted announced admitted acknowledged confirmed listed recorded registered"
    " gave given expected estimated cited mentioned predicted feared".split()
)
_WHEN = re.compile(
    r"[.,;)]|$|\s(?:an?\s|earlier|on\s|last\s|yesterday|before|so far|until|at first|then|in\s"
    rf"(?:{MONTHS_IN_FULL}|\d))"
)
_HEADS: Final = frozenset("people men women children those whom that which persons dead".split())
_CLAUSE = re.compile(r"[,;:“”\"()—–]|\b(?:said|says|and|but|while|because|after|before|when)\b")
_FAR: Final = 90  # characters before a verb in which its clause may begin


def gap_subject(
    text: str, folded: str, start: int, *, verb: re.Match[str], at: int
) -> Speech | None:
    """Read `the 340 people state radio lists as missing`: the subject stands behind its object."""
    is_deed = verb[0] in _GAVE and _WHEN.match(folded, verb.end())
    if not is_deed and not folded.startswith(_GAP, verb.end()):
        return None
    begin = max(start, at - _FAR)
    for edge in _CLAUSE.finditer(folded, begin, at):
        begin = edge.end()
    words = [(each[0], each.start()) for each in re.finditer(r"\S+", text[begin:at])]
    for (head, _), (first, place) in pairwise(words):
        raw = text[begin + place : at].strip()
        if (
            _is_head(head.lower())
            and first.lower() not in _no_start()
            and (may_speak(raw) or raw.lower() in PRONOUNS)
        ):
            return Speech(
                begin + place, verb.end(), speaker_name(raw), raw, is_inner=True, is_relative=True
            )
    return None


def _is_head(word: str) -> bool:
    """Say whether a relative clause may follow a word: people, soldiers, that."""
    return word in _HEADS or (word.endswith("s") and is_listed_people_word(word))


@cache
def _no_start() -> frozenset[str]:
    return word_set("stop_words") - {"the", "a", "an"} - PRONOUNS | {"of", "in", "on", "at"}
