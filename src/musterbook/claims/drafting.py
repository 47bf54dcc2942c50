"""A number that counts people in, the claim it makes out: time, kind, speakers, doubt and quote."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from musterbook.claims.attribution import Speakers
from musterbook.claims.bounds import ESTIMATED
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.claim_times import ChosenTime, Reach, choose_time, hull, resolve
from musterbook.claims.date_spans import back_from
from musterbook.claims.frame import Frame, find_frame
from musterbook.claims.happenings import pattern_of
from musterbook.claims.kinds import CUMULATIVE, RATE, Surroundings, kind_of, rate_unit, story_of
from musterbook.claims.numbers import Quantity
from musterbook.claims.people import Context, Counted
from musterbook.claims.periods import TimeExpression, find_periods
from musterbook.claims.places import place_near
from musterbook.claims.quotes import quote_span
from musterbook.claims.split import Sentence
from musterbook.claims.stance import is_hedged, stance_of
from musterbook.core.when import Period

_SUM = re.compile(
    r"(?:adding|add(?:ed)? up|adding up|summing|added together|taken together|put together|combining|combined)\b"
)
_GROUP_LEAD = re.compile(r"^\W*(?:of\s+)?(?:the\s+|its\s+|their\s+)?", re.IGNORECASE)

Days = tuple[date | None, date | None]


@dataclass(slots=True)
class Desk:
    """One text being read: what is known of it, and the claims found so far."""

    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    published: date | None
    events: Mapping[str, Period]
    claims: list[ExtractedClaim] = field(default_factory=list)
    frame: Frame | None = None
    speakers: Speakers = field(init=False)
    _story: str | None = None
    _times: dict[int, tuple[TimeExpression, ...]] = field(default_factory=dict)
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


def draft_claim(
    desk: Desk, number: int, quantity: Quantity, *, context: Context, counted: Counted
) -> ExtractedClaim:
    """Write the claim of one number."""
    sentence = desk.sentences[number]
    speeches = desk.speakers.in_sentence(number)
    reach = Reach(sentence.start, context.left, context.right, quantity.lead, counted.end)
    chosen = choose_time(desk.folded, desk.times(number), reach, speeches)
    around = Surroundings(desk.folded, context.left, context.right, desk.told, desk.story)
    per = rate_unit(around, counted.start, counted.end)
    repeated = None if chosen else desk.same_before(quantity, counted)
    kind = RATE if per else repeated.kind if repeated else _kind(counted, around, chosen)
    derived = bool(_SUM.match(desk.folded, sentence.start))
    if repeated and not derived:
        days, time_rule = (repeated.period_start, repeated.period_end), ";time:repeat"
    else:
        days, time_rule = _days(desk, number, counted, chosen=chosen, kind=kind, derived=derived)
    bounds = (sentence.start, sentence.end)
    free, own = (context.left, context.right), (counted.start, counted.end)
    start, end = quote_span(desk.text, own, free=free, speeches=speeches, sentence=bounds)
    hedged = quantity.bound == ESTIMATED or is_hedged(
        desk.folded, *free, counted=(quantity.start, counted.end), sentence=bounds
    )
    stance = stance_of(desk.folded, *free, counted=own, sentence_end=sentence.end)
    return ExtractedClaim(
        quote=desk.text[start:end],
        start=start,
        end=end,
        low=_said(quantity.low, quantity),
        high=_said(quantity.high, quantity),
        bound=quantity.bound,
        surface=desk.text[quantity.lead : quantity.tail],
        unit=counted.unit,
        counted=counted.counted,
        group=_group(desk.text, counted),
        place=place_near(desk.text, counted.end, context.right, sentence=bounds),
        kind=kind,
        per=per,
        time_text=_time_text(desk.text, chosen),
        period_start=days[0],
        period_end=days[1],
        by=() if derived else desk.speakers.chain(number, quantity.start, quantity.tail),
        hedged=hedged,
        stance=str(stance),
        derived=derived,
        rule=counted.rule + time_rule,
    )


def _said(value: float | None, quantity: Quantity) -> float | None:
    """Give a percentage as a share of one."""
    return value / 100 if value is not None and quantity.form == "percent" else value


def _kind(counted: Counted, around: Surroundings, chosen: ChosenTime | None) -> str:
    expression = chosen.expression if chosen else None
    return kind_of(counted, around, time=expression, said_then=bool(chosen and chosen.of_saying))


def _time_text(text: str, chosen: ChosenTime | None) -> str | None:
    return text[chosen.expression.start : chosen.expression.end] if chosen else None


def _group(text: str, counted: Counted) -> str | None:
    if counted.group is None:
        return None
    words = _GROUP_LEAD.sub("", " ".join(text[slice(*counted.group)].split())).strip()
    return words or None


def _days(
    desk: Desk,
    number: int,
    counted: Counted,
    *,
    chosen: ChosenTime | None,
    kind: str,
    derived: bool,
) -> tuple[Days, str]:
    """Give the period of a claim and the rule it came by."""
    if derived and chosen is None:
        return _of_the_summed(desk, number), ";time:sum"
    if chosen is not None and chosen.expression.sort in ("same", "shifted"):
        return _from_antecedent(desk, number, chosen.expression), ";time:antecedent"
    if chosen is not None:
        since = _since_before(desk, number) if kind == CUMULATIVE else None
        days = resolve(chosen, kind, told=desk.told, since=since)
        return days, f";time:{chosen.expression.sort}"
    before = desk.claim_before(number)
    if before and (kind == RATE or counted.rule.endswith(("as-before", "part-of-previous"))):
        return (before.period_start, before.period_end), ";time:as-before"
    return (None, None), ""


def _of_the_summed(desk: Desk, number: int) -> Days:
    """A sum holds for all the time of what it adds up: the claims whose words it names."""
    sentence = desk.sentences[number]
    words = desk.folded[sentence.start : sentence.end]
    named = {each.counted for each in desk.claims if each.counted in words}
    if pattern_of("states").search(words):
        named.add("present")
    return hull([(e.period_start, e.period_end) for e in desk.claims if e.counted in named])


def _named_before(desk: Desk, number: int) -> Days:
    """Give the time named last in the sentences before."""
    for place in range(number - 1, max(-1, number - 4), -1):
        for time in reversed(desk.times(place)):
            if time.sort != "same" and time.first and time.last:
                return time.first, time.last
    return None, None


def _from_antecedent(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the time a wording points back to: at that time; the year before."""
    if time.sort == "same":
        return _named_before(desk, number)
    own = [each for each in desk.times(number) if each.start < time.start and each.last]
    anchor = (own[-1].first, own[-1].last) if own else _named_before(desk, number)
    if anchor[0] is None or anchor[1] is None:
        return None, None
    return back_from(anchor[0], 1, time.atom), back_from(anchor[1], 1, time.atom)


def _since_before(desk: Desk, number: int) -> date | None:
    """Give the start that the same paragraph named just before: since autumn 2024."""
    paragraph = desk.sentences[number].paragraph
    for place in range(number, max(-1, number - 3), -1):
        if desk.sentences[place].paragraph == paragraph:
            for time in desk.times(place):
                if time.sort == "since":
                    return time.first
    return None
