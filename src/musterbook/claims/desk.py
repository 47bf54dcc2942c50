"""A text in, all that is known of it while it is read out: sentences, times, speakers, claims."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Counted
from musterbook.claims.fold import FoldedText
from musterbook.claims.frame import Frame, find_frame
from musterbook.claims.numbers import Quantity
from musterbook.claims.speakers.attribution import Speakers
from musterbook.claims.split import Sentence
from musterbook.claims.surroundings import story_of
from musterbook.claims.times.event_day import EventDay
from musterbook.claims.times.periods import find_periods
from musterbook.claims.times.time_expression import (
    HOUR,
    POINTED,
    POINTING,
    TimeExpression,
    is_short,
)
from musterbook.core.when import Period

# Of times that point at times that point further back, so many are followed one through the other;
# of a longer row each is settled in its turn, for Python's own stack ends somewhere.
_MOST_HOPS: Final = 12


@dataclass(slots=True)
class Desk:
    """One text being read: what is known of it, and the claims found so far."""

    text: str
    folded: FoldedText
    sentences: tuple[Sentence, ...]
    published: date | None
    events: Mapping[str, Period]
    claims: list[ExtractedClaim] = field(default_factory=list)
    frame: Frame | None = None
    begun: tuple[EventDay, ...] | None = None
    dated_by_days_since: tuple[EventDay, ...] | None = None
    point: Callable[["Desk", int, TimeExpression], tuple[date | None, date | None]] | None = None
    speakers: Speakers = field(init=False)
    _story: str | None = None
    _lead: int | None = None
    _times: dict[int, tuple[TimeExpression, ...]] = field(default_factory=dict)
    _dated: dict[int, tuple[TimeExpression, ...]] = field(default_factory=dict)
    _hops: int = 0
    _last: tuple[int, Counted] | None = None
    _paragraph: int = -1
    _said: dict[tuple[float | None, float | None, str], ExtractedClaim] = field(
        default_factory=dict
    )

    def __post_init__(self) -> None:
        self.frame = find_frame(self.text, self.folded, self.sentences, published=self.published)
        self.speakers = Speakers(self.text, self.folded, self.sentences, self.frame)

    @property
    def told(self) -> date | None:
        """The day the text speaks of as now: the outer speaker's, else the publication."""
        return (self.frame.spoken if self.frame else None) or self.published

    @property
    def story(self) -> str:
        """Whether the text tells of a disaster or an attack; found when first asked."""
        if self._story is None:
            self._story = story_of(self.folded)
        return self._story

    def times(self, number: int) -> tuple[TimeExpression, ...]:
        """Give the times one sentence names; found when first asked."""
        if number not in self._times:
            sentence = self.sentences[number]
            self._times[number] = find_periods(
                self.folded,
                sentence.start,
                sentence.end,
                published=self.published,
                events=self.events,
            )
        return self._times[number]

    def dated(self, number: int) -> tuple[TimeExpression, ...]:
        """Give the times of a sentence; one that points at another with that one's days.

        The next day, a week earlier: `point` says which days those are. Beside a day that is
        named such a time is let be.
        """
        dated = self._dated.get(number)
        if dated is None:
            # Kept before it is settled: what points at this sentence itself gets no further.
            self._dated[number] = times = self.times(number)
            dated = self._dated[number] = self._pointed(number, times)
        return dated

    def _pointed(
        self, number: int, times: tuple[TimeExpression, ...]
    ) -> tuple[TimeExpression, ...]:
        if all(each.sort not in POINTING for each in times):
            return times
        if any(each.sort == "closed" and is_short(each) for each in times):
            return times  # on Thursday, and on the next day: what it tells is of Thursday
        self._hops += 1
        if self._hops == _MOST_HOPS:
            for earlier in range(number):  # the first one first: each finds those before settled
                self.dated(earlier)
        settled = tuple(self._settled(number, each) for each in times)
        self._hops -= 1
        return settled

    def _settled(self, number: int, time: TimeExpression) -> TimeExpression:
        if self.point is None or time.sort not in POINTING or time.atom == HOUR:
            return time
        first, last = self.point(self, number, time)
        if first is None or last is None:
            return time
        is_running = last == self.told and first != last  # over the same period, since May
        sort = "since" if is_running else "closed"
        return replace(time, first=first, last=last, sort=sort, atom=POINTED)

    def is_lead(self, number: int) -> bool:
        """Say whether a sentence is the first after the headings: it tells the main event."""
        if self._lead is None:
            bodies = (place for place, each in enumerate(self.sentences) if not each.is_heading)
            self._lead = next(bodies, len(self.sentences))
        return number <= self._lead

    def remember(self, number: int, counted: Counted) -> None:
        """Keep whom a sentence counted for the numbers that lean on it."""
        self._last = (number, counted)

    def counted_before(self, number: int) -> Counted | None:
        """Give whom the same paragraph counted last."""
        if self._last is None:
            return None
        same = self.sentences[self._last[0]].paragraph == self.sentences[number].paragraph
        return self._last[1] if same else None

    def same_before(self, quantity: Quantity, counted: Counted) -> ExtractedClaim | None:
        """Give an earlier claim of the same number about the same thing: this one repeats it."""
        return self._said.get((quantity.low, quantity.high, counted.counted))

    def claim_before(self, number: int) -> ExtractedClaim | None:
        """Give the last claim of the same paragraph."""
        if not self.claims:
            return None
        paragraph = self.sentences[number].paragraph
        return self.claims[-1] if self._paragraph == paragraph else None

    def add(self, number: int, claim: ExtractedClaim) -> None:
        """Take a finished claim in."""
        self.claims.append(claim)
        self._paragraph = self.sentences[number].paragraph
        self._said[claim.low, claim.high, claim.counted] = claim
