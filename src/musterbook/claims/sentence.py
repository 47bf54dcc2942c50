"""The controlled sentence as a value: what `says` says, before any name in it is looked up."""

from enum import StrEnum

from musterbook.core.noun import noun
from musterbook.core.problem import Phrase
from musterbook.core.quantity import Bound
from musterbook.core.when import Period, Step


class Timing(StrEnum):
    """The time words of a sentence."""

    NONE = ""
    ON = "on"
    BY = "by"
    SINCE = "since"
    IN = "in"
    FROM = "from"
    THROUGHOUT = "throughout"
    AVERAGE = "on average in"


@noun
class When:
    """A time as said. `period` spans it; of `since X` only the start is said unless `to` is.

    For `on` and `by` the instant meant is `period.end`; `text` prints it back (`2025-Q2`,
    `"the war began"`); `until_text` is the end said after `to` (`since X to Y`, `from X to Y`,
    `throughout X to Y`), and `period` then runs from the start of X to the end of Y.
    """

    timing: Timing = Timing.NONE
    period: Period | None = None
    text: str = ""
    until_text: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it is a `since` with no end said."""
        return self.timing is Timing.SINCE and not self.until_text


@noun
class Amount:
    """How many, before hedging: people, or a multiple (`share`) of another measure.

    `low` and `high` are equal unless a range was said. `of` names the other measure, then `low`
    and `high` are shares of it (40 % is 0.4, `3 times M` is 3.0) and `of_when` its time. A vague
    word keeps `vague`, and its numbers here are those of the literal table: the hedge table in use
    has the last word. `unit` has been multiplied in already. `text` prints the number back.
    """

    low: float
    high: float
    text: str
    is_range: bool = False
    vague: str = ""
    of: str = ""
    of_reading: str = ""
    of_when: When = When()
    unit: str = ""


@noun
class Sentence:
    """MEASURE ["[" READING "]"] [BOUND] AMOUNT [± NUMBER] [UNIT] [per PERIOD] [WHEN]."""

    measure: str
    amount: Amount
    when: When
    phrase: Phrase
    reading: str = ""
    bound: Bound = Bound.NONE
    margin: float | None = None
    per: Step | None = None
