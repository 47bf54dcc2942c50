"""Texts go in; their sentences that hold numbers come out, and which of two texts' are the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from musterbook.claims.copies.figures import Ends
from musterbook.claims.counting.noun_phrase import noun_phrase_after
from musterbook.claims.counting.things import counts_things
from musterbook.claims.extract import quantities_by_sentence
from musterbook.claims.fold import fold
from musterbook.claims.numbers import Quantity
from musterbook.claims.split import Sentence, split_sentences
from musterbook.reports.header import read_header
from musterbook.reports.language import only_english
from musterbook.reports.offsets import NormalText
from musterbook.reports.reading import for_reading

FEWEST_WORDS = 2  # beside its numbers: `Page 3 of 5` may be the same line, `Aleppo: 12` any
_WORD = re.compile(r"\w+")
_NUMBER = "#"  # is no word, so that it stands for a number and nothing else


@dataclass(frozen=True, slots=True)
class Number:
    """A number where it stands in a text, as printed, and how much it is.

    `is_count` says that its digits are the number itself: a share or `dozens` is none.
    """

    start: int
    printed: str
    ends: Ends
    is_count: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its numbers: `text[start:end]`, and its words with each number blanked."""

    start: int
    end: int
    words: str
    is_heading: bool
    frame: tuple[str, ...]
    numbers: tuple[Number, ...]

    @property
    def said(self) -> tuple[tuple[str, ...], tuple[Ends, ...]]:
        """The words and how much each number is, in whatever print."""
        return self.frame, tuple(each.ends for each in self.numbers)


PassagePair = tuple[Passage, Passage]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Sentences of two texts, the first's first: those that say the same, and all but a number."""

    same: tuple[PassagePair, ...] = ()
    changed: tuple[PassagePair, ...] = ()


def passages_of(text: str) -> tuple[Passage, ...]:
    """Give the sentences that hold numbers; dates, hours and days part of the words.

    Nothing comes of a text in another language.
    """
    body = read_header(text).body
    english = only_english(text, body)
    if english is None:
        return ()
    reading = for_reading(english, body)
    folded = fold(reading.text)
    sentences = split_sentences(reading.text, body)
    return tuple(
        _passage(text, reading, folded, sentence=sentences[number], held=held)
        for number, held in quantities_by_sentence(folded, sentences, body)
    )


def align(one: Sequence[Passage], other: Sequence[Passage]) -> Alignment:
    """Pair sentences that say the same, then those that do but for a number.

    Where so worded a sentence stands more often in one text, nobody knows which became which.
    """
    here, there, same = _pair_off(one, other)
    changed: list[PassagePair] = []
    by_frame = _by_frame(there)
    for frame, ones in _by_frame(here).items():
        others = by_frame.get(frame, [])
        is_worded = sum(each != _NUMBER for each in frame) >= FEWEST_WORDS
        if is_worded and len(ones) == len(others):
            changed.extend(zip(ones, others, strict=True))
    return Alignment(tuple(same), tuple(changed))


def _pair_off(
    one: Iterable[Passage], other: Iterable[Passage]
) -> tuple[list[Passage], list[Passage], list[PassagePair]]:
    """Part the sentences that say the same in both, one by one, from the rest of either."""
    waiting: dict[object, list[Passage]] = defaultdict(list)
    for each in other:
        waiting[each.said].append(each)
    left, same = [], []
    for each in one:
        twins = waiting[each.said]
        if twins:
            same.append((each, twins.pop(0)))
        else:
            left.append(each)
    rest = sorted((each for twins in waiting.values() for each in twins), key=_place)
    return left, rest, same


def _by_frame(passages: Iterable[Passage]) -> dict[tuple[str, ...], list[Passage]]:
    groups: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for each in passages:
        groups[each.frame].append(each)
    return groups


def _place(passage: Passage) -> int:
    return passage.start


def _passage(
    text: str,
    reading: NormalText,
    folded: str,
    *,
    sentence: Sentence,
    held: Iterable[Quantity],
) -> Passage:
    kept = [each for each in held if not _is_furniture(folded, each, sentence)]
    start, end = reading.original(sentence.start, sentence.end)
    return Passage(
        start,
        end,
        " ".join(text[start:end].split()),
        sentence.is_heading,
        tuple(_frame(folded, kept, sentence)),
        tuple(_number(text, reading, each) for each in kept),
    )


def _is_furniture(folded: str, quantity: Quantity, sentence: Sentence) -> bool:
    """Say whether a number in a line of its own counts no people: 12 comments, page 3."""
    if not sentence.is_heading:
        return False
    phrase = noun_phrase_after(folded, quantity.tail, sentence.end)
    return phrase.kind == "things" or counts_things(folded, quantity, phrase)


def _frame(folded: str, kept: Iterable[Quantity], sentence: Sentence) -> Iterator[str]:
    """Give a sentence's words in order, each number blanked."""
    done = sentence.start
    for each in kept:
        yield from _WORD.findall(folded, done, each.start)
        yield _NUMBER
        done = each.end
    yield from _WORD.findall(folded, done, sentence.end)


def _number(text: str, reading: NormalText, quantity: Quantity) -> Number:
    start, end = reading.original(quantity.start, quantity.end)
    low = quantity.least
    high = quantity.high if quantity.high is not None else low
    printed = " ".join(text[start:end].split())
    return Number(start, printed, (low, high), quantity.form in ("digits", "words"))
