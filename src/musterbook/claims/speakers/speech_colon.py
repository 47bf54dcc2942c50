"""A line with a colon or a dash in, who says the rest of it out: `40 dead: police`."""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.speakers.names import person_in, speaker_name
from musterbook.claims.speakers.speaker_subject import may_speak, phrase_of
from musterbook.claims.speakers.speech_said import Speech

_LONGEST: Final = 70  # characters; what is longer before a colon is no mere speaker
# A source in the ministry to this paper: “We have”; the Observatory in Britain: up to 300.
_OPENS = re.compile(
    r"(?:From )?(?P<np>[A-Za-z](?:[^,:;.“”\"()\[\]]"
    r"|(?<=\b[A-Z][a-z][a-z])\.|(?<=\b[A-Z][a-z])\.){2,60}?)(?: \([^)]{2,30}\))?"
    r"(?P<to> to (?:reporters|journalists|[A-Z][^:,.]{2,30}))?:\s(?P<quote>[“\"])?"
)
_CLOSES = re.compile(r"(?::|\s[–—-])\s(?P<np>[^:;,.–—“”\"]{3,50})\s*\Z")


_SENTENCE_ENDS: Final = '.”"?!…)'  # a headline has none
_REST = re.compile(r"(?:\s(?:in|at|of|from|with|for)\s[^,]{2,40})?")
# A heading and no speaker: Text of report.
_HEADING = re.compile(
    r"(?i)(?:full |second |from )?(?:text|excerpts?|summary|report|headline|title)\b"
)


def by_colon(text: str, start: int, end: int) -> Iterator[Speech]:
    """Read `The Observatory in Britain: 300 killed`, and the headline `300 killed: police`."""
    colon = text.find(":", start, end)
    if start < colon < start + _LONGEST and (opens := _OPENS.match(text, start, end)):
        raw = opens["np"]
        said = "" if raw.isupper() or _HEADING.match(raw) else phrase_of(raw, is_core=False)
        is_sure = bool(opens["quote"] or opens["to"]) or _is_sure(said)
        if said and is_sure and _REST.fullmatch(raw.partition(said)[2]):
            yield Speech(start, colon, speaker_name(said), said)
    if text[end - 1] in _SENTENCE_ENDS:
        return
    if closes := _CLOSES.search(text, max(start, end - _LONGEST), end):
        raw = closes["np"].strip()
        if may_speak(raw) and _is_sure(raw):
            yield Speech(closes.start(), end, speaker_name(raw), raw, is_after=True)


def _is_sure(phrase: str) -> bool:
    """Say whether a phrase is for a speaker by its noun or a title, and no place or heading."""
    head = re.split(r"\s(?:of|for|in|at)\s", phrase)[0].rpartition(" ")[2].lower()
    return bool(person_in(phrase)) or head in word_set("source_nouns")
