"""Text in, its sentences out: where each stands, in which paragraph, headings marked."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.core.noun import noun

_PARAGRAPH = re.compile(r"(?:[^\n]+|\n(?![ \t\r]*\n|[ \t]*[-*•]\s))+")
_STOP = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")
_STOP_CASELESS = re.compile(r"[.!?][\"”’')\]]*(?=\s+[\"“‘'(\[]?[a-z0-9])")
_WORD_BEFORE = re.compile(r"([A-Za-z][A-Za-z.]*)$")
# MOSCOW, Aug 20 (Reuter) - : where and when it was written, no part of what is said.
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-zA-Z]{0,6}\.?"
_DAY = rf"(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s(?:19|20)?\d\d)?"
_AGENCY = r"\([A-Z][\w\s/.,'-]{1,40}\)"
_TAG = r"(?:\[[A-Za-z][\w ,.-]{1,60}\]\s*)"
_DASH = r"(?:--?|–|—)\s+"
_DATELINE = re.compile(
    rf"{_TAG}*(?:"
    rf"[A-Z][\w.'’() -]{{2,40}}?(?:,\s*[A-Z][\w. ]{{1,20}}?)?"
    rf"(?:,\s*|\s+){_DAY}\s*(?:{_AGENCY})?\s*{_DASH}"
    rf"|[A-Z][A-Z.'’ ]{{2,30}}(?:,\s*[A-Z][\w. ]{{1,20}}?)?\s*(?:{_AGENCY})?\s*{_DASH}"
    rf"|[A-Z][\w.'’ ]{{2,30}}\s*{_AGENCY}\s*{_DASH}"
    rf"|\([A-Z][\w.'’ ]{{2,30}},\s*{_DAY}\)\s*{_DASH}"
    rf"){_TAG}*|{_TAG}+"
)
_ENDS_SENTENCE: Final = (".", "!", "?", ":", ";", ",", "”", '"', "…")
_LONGEST_HEADING = 140  # characters; a longer line without a full stop is still a sentence
_LONGEST_ABBREVIATION = 12
_LONGEST_SENTENCE = 1_500  # characters; the longest in our collection has 700


@noun
class Sentence:
    """A sentence as `text[start:end]`, its paragraph's number and whether it is a heading."""

    start: int
    end: int
    paragraph: int
    is_heading: bool


def sentence_at(sentences: Sequence[Sentence], place: int) -> int:
    """Number the last sentence that begins no later than a place; -1 before the first."""
    return bisect_right(sentences, place, key=_start_of) - 1


def _start_of(sentence: Sentence) -> int:
    return sentence.start


def split_sentences(text: str, start: int = 0) -> tuple[Sentence, ...]:
    """Split a text into sentences, from an offset on; offsets are code points of the text."""
    sentences: list[Sentence] = []
    stop = _STOP_CASELESS if text.islower() else _STOP
    for number, match in enumerate(_PARAGRAPH.finditer(text, start)):
        first, last = _trim(text, match.start(), match.end())
        if _may_open_with_dateline(text, first, last):
            dateline = _DATELINE.match(text, first, last)
            first = dateline.end() if dateline else first
        if first == last:
            continue
        spans = list(_spans(text, first, last, stop=stop))
        heading = len(spans) == 1 and _is_heading(text[first:last])
        for first, last in spans:
            if last - first <= _LONGEST_SENTENCE:
                sentences.append(Sentence(first, last, number, heading))
            else:
                pieces = _cut(text, first, last)
                sentences.extend(Sentence(a, b, number, heading) for a, b in pieces)
    return tuple(sentences)


def _may_open_with_dateline(text: str, first: int, last: int) -> bool:
    """Say whether a paragraph has a dash as after a dateline, or opens with a tag: a cheap look."""
    paragraph = text[first:last]
    if paragraph.startswith("[") or "- " in paragraph or "– " in paragraph or "— " in paragraph:
        return True
    return not paragraph.isprintable()  # another kind of space may follow a dash


def _spans(text: str, start: int, end: int, *, stop: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    first = start
    for match in stop.finditer(text, start, end):
        if text[match.start()] == "." and _is_abbreviation(text, first, match.start()):
            is_last = _MAY_BE_LAST.search(text, first, match.end())
            if not (is_last and _OPENS.match(text, match.end(), end)):
                continue
        yield first, match.end()
        first = match.end()
        while first < end and text[first].isspace():
            first += 1
    if first < end:
        yield first, end


# At 7 a.m. By noon; in the U.S. The ministry: after these a sentence may end all the same.
_MAY_BE_LAST = re.compile(r"\b(?:[ap]\.m|[Uu]\.[SKN]|[Ee]\.U|[Ii]nc|[Ll]td|etc|D\.C)\.\Z")
_OPENS = re.compile(
    r"\s+(?:The|An?|In|On|At|By|Of|He|She|It|They|We|But|And|Some|About|More|Most|Many|Another|Other"
    r"|This|That|These|Those|There|After|Before|When|While|For|From|Since|Until|No|Nobody|None|One|Two"
    r"|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Police|Officials|Witnesses|Rescuers|Later)\s"
)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is too long for a sentence (a list, a table, noise) at a space."""
    while end - start > _LONGEST_SENTENCE:
        stop = start + _LONGEST_SENTENCE
        space = max(text.rfind(" ", start + 1, stop), text.rfind("\n", start + 1, stop))
        stop = space if space > start else stop
        yield start, stop
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _is_abbreviation(text: str, start: int, stop: int) -> bool:
    match = _WORD_BEFORE.search(text, max(start, stop - _LONGEST_ABBREVIATION), stop)
    if match is None:
        return False
    word = match[1]
    return (len(word) == 1 and word.isupper() and word != "I") or word.lower() in word_set(
        "abbreviations"
    )


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and not line.endswith(_ENDS_SENTENCE)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
