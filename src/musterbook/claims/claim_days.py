"""A claim's time as worded in, its first and last day and the rule they came by out."""

from datetime import date, timedelta

from musterbook.claims.claim_times import ChosenTime, dates_speech, hull, resolve
from musterbook.claims.counted import Counted
from musterbook.claims.date_spans import back_from
from musterbook.claims.desk import Desk
from musterbook.claims.happenings import natures, pattern_of
from musterbook.claims.kinds import CUMULATIVE, RATE
from musterbook.claims.periods import TimeExpression, is_short

Days = tuple[date | None, date | None]


_CLAIMS_BACK = 12  # claims and characters before a sentence in which its event may be dated
_CHARACTERS_BACK = 900
_JUST_NOW = timedelta(days=7)  # an event of this week is what the next sentence goes on about
_FRESH = timedelta(days=45)  # a report of last month's strikes may come five weeks after them


def days_of(
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
        # Saturday's earthquake dates what happened, `on Saturday` the day of the count.
        of_event = desk.folded.startswith("'s", chosen.expression.end)
        is_toll = counted.kind == CUMULATIVE and not of_event
        days = resolve(chosen, kind, told=desk.told, since=since, is_toll=is_toll)
        return days, f";time:{chosen.expression.sort}"
    before = desk.claim_before(number)
    leans = counted.rule.endswith(("as-before", "part-of-previous"))
    if before and (leans or (kind == RATE and ";time:since" in before.rule)):
        return (before.period_start, before.period_end), ";time:as-before"
    carried = _carried(desk, number, counted) if kind != RATE else None
    return (carried, ";time:carried") if carried else ((None, None), "")


def _carried(desk: Desk, number: int, counted: Counted) -> Days | None:
    """Give the day of a fresh event that a report names once and then takes as known.

    Only the harm done, only from a sentence shortly before that dates harm itself, and only
    where that day is near the report's own: an older event told beside it keeps its time alone.
    """
    if counted.happening is None or counted.happening.nature != "loss" or desk.told is None:
        return None
    start = desk.sentences[number].start
    for earlier in reversed(desk.claims[-_CLAIMS_BACK:]):
        if start - earlier.start > _CHARACTERS_BACK:
            return None
        last = earlier.period_end
        if natures().get(earlier.counted) == "loss" and last and ";time:closed" in earlier.rule:
            is_fresh = timedelta() <= desk.told - last <= _FRESH
            return (earlier.period_start, last) if is_fresh else None
    return _of_the_sentence_before(desk, number, desk.told)


def _of_the_sentence_before(desk: Desk, number: int, told: date) -> Days | None:
    """Give the fresh day of the event that the sentence before tells of in the same paragraph."""
    place = number - 1
    if place < 0 or desk.sentences[place].paragraph != desk.sentences[number].paragraph:
        return None
    speeches, start = desk.speakers.in_sentence(place), desk.sentences[place].start
    for time in reversed(desk.times(place)):
        is_day = time.sort == "closed" and is_short(time) and time.first and time.last
        if not is_day or dates_speech(desk.folded, time, speeches, sentence=start):
            continue
        if time.last and timedelta() <= told - time.last <= _JUST_NOW:
            return time.first, time.last
    return None


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
    if time.atom.isdigit():
        years = anchor[1].year - int(time.atom)
        return back_from(anchor[0], years, "year"), back_from(anchor[1], years, "year")
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
