"""What stands behind people in a clause in, the verb that is theirs out, however far it stands.

Residents of the town of Alto Verde voted; members of the Army, Navy and Air Force were promoted:
the words between are gone through one by one until a verb shows itself.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.speakers.speech_verbs import speech_forms

_BEHIND: Final = 110  # characters behind people in which their verb is looked for
_WORD = re.compile(r"\([\w.'’-]{1,12}\)|[\w'’-]+|[.,;:()\"“”—–]")
_LIST = re.compile(r",\s(?:[\w'-]+\s){1,3}(?:[\w'-]+,\s(?:[\w'-]+\s){0,3})*and\s")
_AUXILIARIES: Final = frozenset({"were", "was", "are", "is", "have", "had", "has"})
# A clause of its own begins: what follows has another subject.
_NEXT: Final = frozenset(
    "who whom whose that which what where when while after before because if but as since until"
    " than including said says to short".split()
)
# The rebel United Front: what stands before a noun is no verb of those before it.
_ENDS_VERB = re.compile(
    r"\s*(?:$|[.,;:)]|\d|(?:in|on|at|from|to|into|onto|over|under|through|across|along|by|for|with|against|around"
    r"|about|after|before|during|when|while|as|and|but|out|up|down|off|back|away|home|abroad|together"
    r"|the|an?|its|their|his|her|this|that|these|no|more|all|last|next|yesterday|today|\w+ly"
    r"|work|fire|action|control|refuge|shelter|part|tools|arms)\b)"
)
_OF_NOUNS: Final = frozenset({"the", "a", "an", "its", "their", "his", "her", "newly", "of"})


class FarVerb(NamedTuple):
    """Where a verb stands and whether it is an auxiliary: were, have."""

    start: int
    is_auxiliary: bool


def _words(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Give words and marks, without short names in brackets: the New People's Army (NPA)."""
    found = _WORD.finditer(folded, start, end)
    return (each for each in found if not (each[0][0] == "(" and len(each[0]) > 1))


def verb_far_behind(folded: str, start: int, end: int) -> FarVerb | None:
    """Find the verb of people who stand before `start`; None if another clause comes first.

    A participle right behind them (men accused of murder) yields to an auxiliary further on.
    """
    deed: int | None = None
    before = ""
    for token in _words(folded, start, min(end, start + _BEHIND)):
        word = token[0]
        if word == "," and not (deed is None and _LIST.match(folded, token.start())):
            break
        if word in _NEXT or not (word[0].isalnum() or word == ","):
            break
        if word in _AUXILIARIES:
            if deed is not None and before == "and":
                break
            return FarVerb(token.start(), is_auxiliary=True)
        if deed is None and before not in _OF_NOUNS:
            if word in word_set("lasting") or word in speech_forms("core_speech"):
                return None
            if is_deed(word) and (word[-2:] != "ed" or _ENDS_VERB.match(folded, token.end())):
                deed = token.start()
        before = word
    return None if deed is None else FarVerb(deed, is_auxiliary=False)
