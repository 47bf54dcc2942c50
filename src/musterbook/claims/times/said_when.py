"""A number's sentence in, the day on which its speaker is said to have given it out."""

from collections.abc import Iterator
from datetime import date

from musterbook.claims.desk import Desk
from musterbook.claims.times.dated import dates_speech
from musterbook.claims.times.time_expression import TimeExpression

_SPEAKS_ON = 4  # sentences after a dated saying in which the same speaker may still be speaking


def told_by_speaker(desk: Desk, number: int, start: int, end: int) -> date | None:
    """Give the day up to which what stands at a place is told: the speaker's, else the report's."""
    said = said_by_speaker(desk, number, start, end) or said_on(desk, number, is_to_the_day=False)
    return said or desk.told


def said_by_speaker(desk: Desk, number: int, start: int, end: int) -> date | None:
    """Give the day on which what stands at a place is said, here or where its speaker began.

    The minister said on Monday that 217 had surrendered since January. Another 60, he added, are
    still in the hills.
    """
    return said_on(desk, number) or _said_before(desk, number, start, end)


def said_on(desk: Desk, number: int, *, is_to_the_day: bool = True) -> date | None:
    """Give the day on which a sentence says that something is said.

    Unless it must be known to the day, it may be the last of a week or month: estimated last month.
    """
    for each in _times_of_saying(desk, number):
        if each.first == each.last or not is_to_the_day:
            return each.last
    return None


def _times_of_saying(desk: Desk, number: int) -> Iterator[TimeExpression]:
    """Find the times at which a sentence says that something is said."""
    if times := desk.dated(number):
        speeches, start = desk.speakers.in_sentence(number), desk.sentences[number].start
        for each in times:
            if each.sort == "closed" and dates_speech(desk.folded, each, speeches, sentence=start):
                yield each


def _said_before(desk: Desk, number: int, start: int, end: int) -> date | None:
    """Give the day of a dated saying just before, where the same speaker goes on: he said."""
    for place in _begun_speaking(desk, number, start, end):
        if said := said_on(desk, place):
            return said
    return None


def said_within(desk: Desk, number: int, start: int, end: int) -> tuple[date, date] | None:
    """Give the week or month in which a speaker began who goes on: said last week; he put it at."""
    for place in _begun_speaking(desk, number, start, end):
        for each in _times_of_saying(desk, place):
            is_over = desk.told is not None and each.last is not None and each.last < desk.told
            return (each.first, each.last) if is_over and each.first and each.last else None
    return None


def _begun_speaking(desk: Desk, number: int, start: int, end: int) -> Iterator[int]:
    """Find the sentences just before that are said by the same speaker, who goes on: he said."""
    if not any(each.is_pronoun for each in desk.speakers.in_sentence(number)):
        return
    chain, paragraph = desk.speakers.chain(number, start, end), desk.sentences[number].paragraph
    for place in range(number - 1, max(-1, number - 1 - _SPEAKS_ON), -1):
        if not chain or desk.sentences[place].paragraph != paragraph:
            return
        names = desk.speakers.said_by(place)
        if chain[0] in names or chain[-1] in names:
            yield place


def said_in_paragraph(desk: Desk, number: int) -> tuple[date, date] | None:
    """Give the day of the last saying before in the same paragraph, as a stretch of one day."""
    for place in range(number - 1, max(-1, number - 1 - _SPEAKS_ON), -1):
        if desk.sentences[place].paragraph != desk.sentences[number].paragraph:
            return None
        if said := said_on(desk, place):
            return said, said
    return None
