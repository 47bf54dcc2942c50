"""A second speaker without a verb in, that saying out: `the army says 40, the rebels 400`."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.names import person_in, speaker_name
from musterbook.claims.speakers.speaker_subject import may_speak
from musterbook.claims.speakers.speech_idle import A_NUMBER
from musterbook.claims.speakers.speech_said import Speech

# The army says 40 died; the army puts the dead at 40: the number is right what is said.
_SAYS_NUMBER = re.compile(rf" (?:that )?(?:only |just )?{A_NUMBER}")
_AT_NUMBER = UpTo(r"(?:puts?|putting|estimates?|estimated|gives?|gave|sets?|placed)$")
_SECOND = re.compile(
    r"[,;]\s(?:and\s|but\s|while\s)?(?P<np>(?!(?:in|at|on|of|from|with|among|including|by|for|to"
    r"|plus|against|up|down|some|about|only|just|at least|more|and|but|as|while)\b)"
    r"[^\W\d][^,;:.\d]{1,50}?),?"
    rf"\s(?:(?:at|only|just|said|put it at)\s)?(?={A_NUMBER})"
)
_FAR: Final = 110  # characters after the first verb in which the second speaker stands


def left_out(text: str, folded: str, end: int, speeches: Sequence[Speech]) -> Iterator[Speech]:
    """Read `the army says 40 people died, the rebels 400`: the first has a number at once."""
    for each in speeches:
        if each.is_inner or each.is_after:
            continue
        says = _SAYS_NUMBER.match(folded, each.end, end)
        if not says and not _AT_NUMBER.search(folded, each.start, each.end):
            continue
        last = min(end, each.end + _FAR)
        for second in _SECOND.finditer(folded, each.end, last):
            raw = text[slice(*second.span("np"))]
            if not _is_speaker(raw):
                continue
            at, stop = second.span("np")
            if not any(other.start <= stop and at <= other.end for other in speeches):
                yield Speech(at, stop, speaker_name(raw), raw)


def _is_speaker(phrase: str) -> bool:
    """Say whether a phrase is surely somebody who says things, and not one of those counted."""
    head = re.split(r"\s(?:of|for|in|at)\s", phrase)[0].rpartition(" ")[2].lower()
    is_source = head in word_set("source_nouns") or bool(person_in(phrase))
    return may_speak(phrase) and (is_source or phrase.rpartition(" ")[2][:1].isupper())
