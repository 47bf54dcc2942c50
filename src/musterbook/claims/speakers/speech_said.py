"""Somebody saying something, as a value: who, in which words, from where to where."""

from typing import Final

from musterbook.claims.speakers.speaker_phrase import PRONOUNS
from musterbook.core.noun import noun

UNNAMED_REPORTS: Final = "unnamed reports"


UNNAMED_ESTIMATES: Final = "unnamed estimates"


@noun
class Speech:
    """Somebody saying something: `start` where the phrase begins, `end` after its verb.

    `is_inner` marks one who is quoted by another (`citing`, `in the view of`); `is_after` one
    named after what is said (`…, he said`); `is_alleged` one whose claim another only mentions
    (`a rebel claim that`); `is_relative` one in a clause of what is said (`the dead the army
    reported`). `raw` keeps the words, `speaker` the short name.
    """

    start: int
    end: int
    speaker: str
    raw: str
    is_inner: bool = False
    is_after: bool = False
    is_alleged: bool = False
    is_relative: bool = False

    @property
    def is_pronoun(self) -> bool:
        """Say whether only a pronoun names the speaker."""
        return self.raw.lower() in PRONOUNS
