"""A text, its date of publication and known events in, the head counts it claims out.

Pure rules, no model, no network; the same text always gives the same claims.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date
from operator import attrgetter

from musterbook.claims.as_printed import as_printed
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Context, Counted, Finding
from musterbook.claims.counting.nobody import zeros_in
from musterbook.claims.counting.noun_phrase import NounPhrase, noun_phrase_after
from musterbook.claims.counting.people import people_counted
from musterbook.claims.counting.sums import with_the_one_after, with_the_one_before
from musterbook.claims.counting.things import counts_things
from musterbook.claims.desk import Desk
from musterbook.claims.drafting import draft_claim
from musterbook.claims.fold import fold
from musterbook.claims.lexicon_own import SHIPPED, Lexicon, using
from musterbook.claims.numbers import Quantity, quantities_in
from musterbook.claims.split import Sentence, split_sentences
from musterbook.claims.times.days_pointed import days_pointed_at
from musterbook.core.when import Period
from musterbook.reports.header import read_header
from musterbook.reports.language import only_english
from musterbook.reports.offsets import NormalText
from musterbook.reports.reading import for_reading

# 24 hours, a two-day visit, 25-year-old: time and age count nobody and part nothing.
_TIME_UNIT = re.compile(
    r"[\s-]*(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|ies|y)?\b"
)


def extract_claims(
    text: str,
    published: date | None = None,
    *,
    events: Mapping[str, Period] | None = None,
    lexicon: Lexicon = SHIPPED,
) -> tuple[ExtractedClaim, ...]:
    """Propose a claim for every head count of an English text, in order of place.

    Of a text in another language nothing is guessed; `reports.language` says which it is.

    Args:
        text: the report; header lines (`DATE:` and so on) at its top are not read as claims.
        published: its date; without one the header's is taken, else relative times stay open, as
            they do of a date in the first or the last year that Python's calendar holds.
        events: named times the text may lean on: `the war began`.
        lexicon: words for people and for what befalls them that a case adds to the shipped ones.
    """
    read = read_desk(text, published, events=events, lexicon=lexicon)
    if read is None:
        return ()
    desk, reading = read
    return tuple(as_printed(claim, text, reading) for claim in desk.claims)


def read_desk(
    text: str,
    published: date | None = None,
    *,
    events: Mapping[str, Period] | None = None,
    lexicon: Lexicon = SHIPPED,
) -> tuple[Desk, NormalText] | None:
    """Read a text as `extract_claims` does; give all that is known of it, None if not English.

    The desk speaks of the text as folded for reading; the map leads back to the text given.
    """
    header = read_header(text)
    english = only_english(text, header.body)
    if english is None:
        return None
    reading = for_reading(english, header.body)
    folded = fold(reading.text)
    sentences = split_sentences(reading.text, header.body)
    desk = Desk(
        text=reading.text,
        folded=folded,
        sentences=sentences,
        published=_within_calendar(published or header.published),
        events=events or {},
        point=days_pointed_at,
    )
    with using(lexicon):
        for number, quantities in quantities_by_sentence(folded, sentences, header.body):
            _read_sentence(desk, number, quantities)
    return desk, reading


def _within_calendar(published: date | None) -> date | None:
    """Leave out a date around which Python's calendar holds no year: `last week` may be outside."""
    return published if published and MINYEAR < published.year < MAXYEAR else None


def quantities_by_sentence(
    folded: str, sentences: tuple[Sentence, ...], body: int
) -> Iterator[tuple[int, list[Quantity]]]:
    """Yield each sentence that holds numbers, with its numbers."""
    starts = [sentence.start for sentence in sentences]
    current, held = -1, list[Quantity]()
    for quantity in sorted((*quantities_in(folded), *zeros_in(folded)), key=attrgetter("start")):
        number = bisect_right(starts, quantity.start) - 1
        if quantity.start < body or number < 0:
            continue
        if number != current and held:
            yield current, held
            held = []
        if _TIME_UNIT.match(folded, quantity.tail):
            continue
        current = number
        held.append(_within(quantity, sentences[number]))
    if held:
        yield current, held


def _within(quantity: Quantity, sentence: Sentence) -> Quantity:
    """Keep bound words that reached over a sentence's edge out."""
    if sentence.start <= quantity.lead and quantity.tail <= sentence.end:
        return quantity
    tail = max(min(quantity.tail, sentence.end), quantity.end)
    return replace(quantity, lead=max(quantity.lead, sentence.start), tail=tail)


def _read_sentence(desk: Desk, number: int, quantities: list[Quantity]) -> None:
    sentence = desk.sentences[number]
    things, kept = list[Quantity](), list[tuple[Quantity, NounPhrase]]()
    for quantity in quantities:
        phrase = noun_phrase_after(desk.folded, quantity.tail, sentence.end)
        if counts_things(desk.folded, quantity, phrase):
            things.append(quantity)
        else:
            kept.append((quantity, phrase))
    here: Counted | None = None
    left = sentence.start
    for place, (first, phrase) in enumerate(kept):
        quantity = with_the_one_before(desk.folded, first, left)
        following = [each for each, _ in kept[place + 1 : place + 3]]
        context = Context(
            start=sentence.start,
            end=sentence.end,
            left=left,
            right=_right(desk.folded, quantity, following, sentence.end),
            previous=here or desk.counted_before(number),
            is_same_sentence=here is not None,
            is_after_things=bool(things)
            and any(left <= each.start < quantity.start for each in things),
        )
        counted = people_counted(desk.folded, quantity, context, phrase=phrase)
        left = quantity.tail
        stop = following[0].lead if following else sentence.end
        if counted is not None:
            quantity, counted = with_the_one_after(desk.folded, quantity, counted, context.right)
            here = counted
            left = max(left, min(counted.end, stop))
            desk.remember(number, counted)
            claim = draft_claim(desk, Finding(number, quantity, context, counted))
            desk.add(number, claim)


_OF_NEXT = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|his|her)\s+)*(?:[\w-]+'s?\s+)?")


def _right(folded: str, quantity: Quantity, following: list[Quantity], end: int) -> int:
    """Give where the next number begins; half of the 9,000 inmates reaches over it."""
    if not following:
        return end
    following_start = following[0].start
    if _OF_NEXT.fullmatch(folded, quantity.tail, following_start):
        return following[1].lead if len(following) > 1 else end
    return max(following[0].lead, quantity.tail)
