"""The opening of a text in, whose article it retells, of which day and how far out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.claims.periods import find_periods
from musterbook.claims.speech import speeches_in
from musterbook.claims.split import Sentence
from musterbook.core.when import Period

_RETELLS = re.compile(
    r"\b(?:reported|reports|published|wrote|writes|ran|carried|posted)\s+(?:on|about|that an? "
    r"|an? (?:article|report|analysis|piece|story))\b"
)
_OPENING = 4  # sentences; what is retold is named at the start


@dataclass(frozen=True, slots=True)
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
        if sentence.is_heading or not _RETELLS.search(folded, sentence.start, sentence.end):
            continue
        speeches = speeches_in(text, folded, sentence.start, sentence.end)
        if speeches and not speeches[0].is_pronoun:
            spoken = _spoken(folded, sentence, published)
            end = next((each.start for each in sentences[place:] if each.is_heading), len(text))
            return Frame(speeches[0].speaker, spoken, sentence.end, end)
    return None


_NO_EVENTS: Mapping[str, Period] = {}


def _spoken(folded: str, sentence: Sentence, published: date | None) -> date | None:
    times = find_periods(
        folded, sentence.start, sentence.end, published=published, events=_NO_EVENTS
    )
    days = [each.last for each in times if each.sort == "closed" and each.first == each.last]
    return days[0] if days else None
