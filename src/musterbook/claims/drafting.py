"""A number that counts people in, the claim it makes out: time, kind, speakers, doubt and quote."""

import re

from musterbook.claims.bounds import ESTIMATED
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.claim_days import days_of
from musterbook.claims.claim_times import ChosenTime, Reach, choose_time
from musterbook.claims.counted import Context, Counted
from musterbook.claims.desk import Desk
from musterbook.claims.kinds import RATE, Surroundings, kind_of, rate_unit
from musterbook.claims.numbers import Quantity
from musterbook.claims.places import place_near
from musterbook.claims.quotes import quote_span
from musterbook.claims.stance import is_hedged, stance_of

_SUM = re.compile(
    r"(?:adding|add(?:ed)? up|adding up|summing|added together|taken together|put together"
    r"|combining|combined)\b"
)
_GROUP_LEAD = re.compile(r"^\W*(?:of\s+)?(?:the\s+|its\s+|their\s+)?", re.IGNORECASE)


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
        days, time_rule = days_of(desk, number, counted, chosen=chosen, kind=kind, derived=derived)
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
