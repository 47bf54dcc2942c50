"""A text, its date of publication and known events in, the head counts it claims out.

Pure rules, no model, no network; the same text always gives the same claims.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.drafting import Desk, draft_claim
from musterbook.claims.fold import fold
from musterbook.claims.numbers import Quantity, quantities_in
from musterbook.claims.people import Context, Counted, people_counted
from musterbook.claims.split import Sentence, split_sentences
from musterbook.core.when import Period
from musterbook.reports.header import read_header


# 24 hours, a two-day visit, 25-year-old: time and age count nobody and part nothing.
_TIME_UNIT = re.compile(r"[\s-]*(?:second|minute|hour|day|week|month|year|decade|centur)(?:s|ies|y)?\b")


def extract_claims(
    text: str, published: date | None = None, *, events: Mapping[str, Period] | None = None
) -> tuple[ExtractedClaim, ...]:
    """Propose a claim for every head count of a text, in order of place.

    Args:
        text: the report; header lines (`DATE:` and so on) at its top are not read as claims.
        published: its date; without one the header's is taken, else relative times stay open.
        events: named times the text may lean on: `the war began`.
    """
    header = read_header(text)
    folded = fold(text)
    sentences = split_sentences(text, header.body)
    desk = Desk(
        text=text,
        folded=folded,
        sentences=sentences,
        published=published or header.published,
        events=events or {},
    )
    for number, quantities in _by_sentence(folded, sentences, header.body):
        _read_sentence(desk, number, quantities)
    return tuple(desk.claims)


def _by_sentence(
    folded: str, sentences: tuple[Sentence, ...], body: int
) -> Iterator[tuple[int, list[Quantity]]]:
    """Yield each sentence that holds numbers, with its numbers."""
    starts = [sentence.start for sentence in sentences]
    current, held = -1, list[Quantity]()
    for quantity in quantities_in(folded):
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
    lead, tail = max(quantity.lead, sentence.start), min(quantity.tail, sentence.end)
    if (lead, tail) == (quantity.lead, quantity.tail):
        return quantity
    return replace(quantity, lead=lead, tail=max(tail, quantity.end))


def _read_sentence(desk: Desk, number: int, quantities: list[Quantity]) -> None:
    sentence = desk.sentences[number]
    here: Counted | None = None
    for place, quantity in enumerate(quantities):
        following = quantities[place + 1 :]
        context = Context(
            start=sentence.start,
            end=sentence.end,
            left=quantities[place - 1].tail if place else sentence.start,
            right=following[0].lead if following else sentence.end,
            previous=here or desk.counted_before(number),
            is_same_sentence=here is not None,
        )
        counted = people_counted(desk.folded, quantity, context)
        if counted is not None:
            here = counted
            desk.remember(number, counted)
            desk.claims.append(draft_claim(desk, number, quantity, context=context, counted=counted))
