"""A number's sentence in, the day on which its speaker is said to have given it out."""

from datetime import date

from musterbook.claims.desk import Desk
from musterbook.claims.times.dated import dates_speech

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
    times = desk.dated(number)
    if not times:
        return None
    speeches, start = desk.speakers.in_sentence(number), desk.sentences[number].start
    days = [
        each.last
        for each in times
        if each.sort == "closed"
        and (each.first == each.last or not is_to_the_day)
        and dates_speech(desk.folded, each, speeches, sentence=start)
    ]
    return days[0] if days else None


def _said_before(desk: Desk, number: int, start: int, end: int) -> date | None:
    """Give the day of a dated saying just before, where the same speaker goes on: he said."""
    if not any(each.is_pronoun for each in desk.speakers.in_sentence(number)):
        return None
    chain, paragraph = desk.speakers.chain(number, start, end), desk.sentences[number].paragraph
    for place in range(number - 1, max(-1, number - 1 - _SPEAKS_ON), -1):
        if not chain or desk.sentences[place].paragraph != paragraph:
            return None
        names = desk.speakers.said_by(place)
        said = said_on(desk, place) if chain[0] in names or chain[-1] in names else None
        if said:
            return said
    return None


def said_in_paragraph(desk: Desk, number: int) -> tuple[date, date] | None:
    """Give the day of the last saying before in the same paragraph, as a stretch of one day."""
    for place in range(number - 1, max(-1, number - 1 - _SPEAKS_ON), -1):
        if desk.sentences[place].paragraph != desk.sentences[number].paragraph:
            return None
        if said := said_on(desk, place):
            return said, said
    return None
