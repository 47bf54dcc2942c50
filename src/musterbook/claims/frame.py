"""The opening of a text in, whose article it retells, of which day and how far out."""

import re
from collections.abc import Mapping
from datetime import date

from musterbook.claims.calendar_words import WEEKDAY
from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.speech import speeches_in
from musterbook.claims.split import Sentence
from musterbook.claims.times.periods import find_periods
from musterbook.core.noun import noun
from musterbook.core.when import Period

# Reported on the losses, wrote about the camps, ran a story: but reported on Tuesday and carried
# about 18,000 retell nothing.
_RETELLS = Led(
    r"\b(?:(?:reported|reports|published|wrote|writes)\s+"
    rf"(?:on(?!\s+{WEEKDAY}\b|\s+\d)|about(?!\s+(?:an?\s|\d)))"
    r"|(?:reported|reports|published|wrote|writes|ran|carried|posted)\s+"
    r"an? (?:article|report|analysis|piece|story))\b"
)
# An agency's briefing notes: all that follows is the spokesman's.
_SUMMARY = Led(r"\bsummary of what (?:was said by|[\w.'’ -]{1,80}? (?:said|told|says|reported))\b")
_SAID_BY = re.compile(
    r"said by (?:the )?(?:[A-Z]\w+ )*[a-z][a-z -]* (?P<name>[A-Z][\w'.-]+(?: [A-Z][\w'.-]+)+)"
)
_OPENING = 4  # sentences; what is retold is named at the start


@noun
class Frame:
    """An outer speaker whose report a text retells, its date, and where its words end."""

    speaker: str
    spoken: date | None
    start: int
    end: int

    def covers(self, place: int) -> bool:
        """Say whether a place in the text is still part of what is retold."""
        return self.start <= place < self.end


def find_frame(
    text: str, folded: str, sentences: tuple[Sentence, ...], *, published: date | None
) -> Frame | None:
    """Find `On February 16, the X website reported on …`; it holds until the next heading."""
    for place, sentence in enumerate(sentences[:_OPENING]):
        if not sentence.is_heading and (frame := _briefing(text, folded, sentence)):
            return frame
        retells = _RETELLS.search(folded, sentence.start, sentence.end)
        if sentence.is_heading or not retells or '"' in text[sentence.start : retells.start()]:
            continue
        speeches = speeches_in(text, folded, sentence.start, sentence.end)
        if speeches and not speeches[0].is_pronoun:
            spoken = _spoken(folded, sentence, published)
            end = next((each.start for each in sentences[place:] if each.is_heading), len(text))
            return Frame(speeches[0].speaker, spoken, sentence.end, end)
    return None


def _briefing(text: str, folded: str, sentence: Sentence) -> Frame | None:
    """Find `a summary of what the UNHCR spokesman X said`: X speaks to the end of the text."""
    if not _SUMMARY.search(folded, sentence.start, sentence.end):
        return None
    if said_by := _SAID_BY.search(text, sentence.start, sentence.end):
        return Frame(said_by["name"], None, sentence.end, len(text))
    speeches = speeches_in(text, folded, sentence.start, sentence.end)
    named = next((each for each in speeches if not each.is_pronoun), None)
    return Frame(named.speaker, None, sentence.end, len(text)) if named else None


_NO_EVENTS: Mapping[str, Period] = {}


def _spoken(folded: str, sentence: Sentence, published: date | None) -> date | None:
    times = find_periods(
        folded, sentence.start, sentence.end, published=published, events=_NO_EVENTS
    )
    days = [each.last for each in times if each.sort == "closed" and each.first == each.last]
    return days[0] if days else None
