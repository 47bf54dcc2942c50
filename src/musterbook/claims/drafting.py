"""A number that counts people in, the claim it makes out: time, kind, speakers, doubt and quote."""

import re
from typing import NamedTuple

from musterbook.claims.bounds import ESTIMATED
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.claim_days import Days, days_of
from musterbook.claims.claim_times import ChosenTime, Reach, choose_time
from musterbook.claims.counted import Context, Counted
from musterbook.claims.desk import Desk
from musterbook.claims.groups import group_of
from musterbook.claims.kinds import CHANGE, LEVEL, RATE, Surroundings, kind_of, rate_unit
from musterbook.claims.numbers import Quantity
from musterbook.claims.places import place_near
from musterbook.claims.quotes import quote_span
from musterbook.claims.stance import is_hedged, stance_of
from musterbook.core.records import Stance

_SUM = re.compile(
    r"(?:add|adding|add(?:ed)? up|adding up|summing|added together|taken together|put together"
    r"|combining|combined)\b"
)


_AFTER = re.compile(r"\b(?:after|when)\b")


class Timing(NamedTuple):
    """The kind of a number, the unit of a rate, its time as worded and as days, and the rule."""

    kind: str
    per: str | None
    words: str | None
    days: Days
    rule: str


def draft_claim(
    desk: Desk, number: int, quantity: Quantity, *, context: Context, counted: Counted
) -> ExtractedClaim:
    """Write the claim of one number."""
    sentence = (context.start, context.end)
    free, own = (context.left, context.right), (counted.start, counted.end)
    speeches = desk.speakers.in_sentence(number)
    start, end = quote_span(desk.text, own, free=free, speeches=speeches, sentence=sentence)
    derived = bool(_SUM.match(desk.folded, context.start))
    stance = stance_of(desk.folded, *free, counted=own, sentence_end=context.end)
    timing = _timing(
        desk,
        number,
        quantity,
        context=context,
        counted=counted,
        derived=derived,
        supposed=stance != Stance.ASSERTED,
    )
    doubted = is_hedged(
        desk.folded, *free, counted=(quantity.start, counted.end), sentence=sentence
    )
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
        group=group_of(desk.text, counted, quantity.lead),
        place=place_near(desk.text, counted.end, context.right, sentence=sentence),
        kind=timing.kind,
        per=timing.per,
        time_text=timing.words,
        period_start=timing.days[0],
        period_end=timing.days[1],
        by=() if derived else _chain(desk, number, quantity, context=context, counted=counted),
        hedged=doubted or quantity.bound == ESTIMATED,
        stance=str(stance),
        derived=derived,
        rule=counted.rule + timing.rule,
    )


def _timing(
    desk: Desk,
    number: int,
    quantity: Quantity,
    *,
    context: Context,
    counted: Counted,
    derived: bool,
    supposed: bool,
) -> Timing:
    """Find a number's time and kind; one that repeats an earlier number takes over both."""
    reach = Reach(context.start, context.left, context.right, quantity.lead, counted.end)
    speeches = desk.speakers.in_sentence(number)
    chosen = choose_time(desk.folded, desk.times(number), reach, speeches)
    around = Surroundings(desk.folded, context.left, context.right, desk.told, desk.story)
    per = rate_unit(around, counted.start, counted.end)
    words = _time_text(desk.text, chosen)
    repeated = desk.same_before(quantity, counted)
    if repeated and not (chosen or derived or per):
        days = (repeated.period_start, repeated.period_end)
        return Timing(repeated.kind, repeated.per, words, days, ";time:repeat")
    kind = RATE if per else _kind(counted, around, chosen)
    if kind == LEVEL and counted.happening is None and not counted.kind and supposed:
        kind = CHANGE  # so many are expected, or might be lent: they would come
    if chosen and kind == LEVEL and _is_of_another_event(desk.folded, counted, chosen):
        chosen, words = None, None
    days, rule = days_of(desk, number, counted, chosen=chosen, kind=kind, derived=derived)
    return Timing(kind, per, words, days, rule)


def _is_of_another_event(folded: str, counted: Counted, chosen: ChosenTime) -> bool:
    """Say whether a level's time dates what led to it: missing after the ferry sank on Friday."""
    return bool(_AFTER.search(folded, counted.end, max(counted.end, chosen.expression.start)))


def _chain(
    desk: Desk, number: int, quantity: Quantity, *, context: Context, counted: Counted
) -> tuple[str, ...]:
    """Name who says it; a part is said by who says the whole, in the same sentence."""
    own = desk.speakers.chain(number, quantity.start, quantity.tail)
    leans = counted.rule.endswith(("as-before", "part-of-previous"))
    if own or not (leans and context.is_same_sentence):
        return own
    return desk.claims[-1].by


def _said(value: float | None, quantity: Quantity) -> float | None:
    """Give a percentage as a share of one."""
    return value / 100 if value is not None and quantity.form == "percent" else value


def _kind(counted: Counted, around: Surroundings, chosen: ChosenTime | None) -> str:
    expression = chosen.expression if chosen else None
    return kind_of(counted, around, time=expression, said_then=bool(chosen and chosen.of_saying))


def _time_text(text: str, chosen: ChosenTime | None) -> str | None:
    return text[chosen.expression.start : chosen.expression.end] if chosen else None
