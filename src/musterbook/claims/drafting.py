"""A number that counts people in, the claim it makes out: time, kind, speakers, doubt and quote."""

import re

from musterbook.claims.bounds import ESTIMATED
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.groups import group_of
from musterbook.claims.counting.places import place_near
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_aboard import is_joined_to_come
from musterbook.claims.kinds.kind_names import LEVEL
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.numbers import Quantity
from musterbook.claims.quotes import quote_span
from musterbook.claims.stance import is_goal, is_hedged, stance_of
from musterbook.claims.timing import Timing, time_and_kind
from musterbook.core.records import Stance

_SUM = re.compile(
    r"(?:add|adding|add(?:ed)? up|adding up|summing|added together|taken together|put together"
    r"|combining|combined)\b"
)


def draft_claim(desk: Desk, finding: Finding) -> ExtractedClaim:
    """Write the claim of one number."""
    number, quantity, context, counted = finding
    sentence = (context.start, context.end)
    free, own = (context.left, context.right), (counted.start, counted.end)
    speeches = desk.speakers.in_sentence(number)
    start, end = quote_span(desk.text, own, free=free, speeches=speeches, sentence=sentence)
    derived = bool(_SUM.match(desk.folded, context.start))
    stance = _stance(desk, finding)
    timing = time_and_kind(desk, finding, derived=derived, stance=stance)
    if stance == Stance.ASSERTED and _is_ahead(desk, finding, timing):
        stance = Stance.PLANNED
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
        place=place_near(desk.text, desk.folded, counted.end, context.right, sentence=sentence),
        kind=timing.kind,
        per=timing.per,
        time_text=timing.words,
        period_start=timing.days[0],
        period_end=timing.days[1],
        by=() if derived else _chain(desk, finding, stance=stance),
        hedged=doubted or quantity.bound == ESTIMATED,
        stance=str(stance),
        derived=derived,
        rule=counted.rule + timing.rule,
    )


def _stance(desk: Desk, finding: Finding) -> Stance:
    context, counted = finding.context, finding.counted
    stance = stance_of(
        desk.folded,
        context.left,
        context.right,
        counted=(counted.start, counted.end),
        sentence_end=context.end,
    )
    if stance == Stance.PLANNED and is_joined_to_come(
        desk.folded, counted, left=context.left, right=context.right
    ):
        return Stance.ASSERTED
    if stance == Stance.ASSERTED and _is_listed(desk, finding):
        return Stance.PLANNED  # will include 350 observers and 260 policemen
    return stance


def _is_ahead(desk: Desk, finding: Finding, timing: Timing) -> bool:
    """Say whether only the time or a goal tells of a plan: 2,000 more by the end of the month."""
    if timing.rule.endswith(";time:till") and timing.kind != LEVEL:
        return not _HAD.match(desk.folded, finding.counted.end, finding.context.end)
    return is_goal(desk.folded, finding.context.start, finding.quantity.lead)


_HAD = re.compile(r"\s+had\s")  # by the end of the week 340 had surrendered: no plan
_LISTED = re.compile(
    r"(?:(?!\b(?:had|has|have|is|are|was|were|its|their|the|of|from)\b)[^,;.]){0,25}?"
    r"(?:,|,?\sand)\s(?:another\s|some\s|about\s)?"
)
# Will withdraw 500 men and send 200 police: a bare verb goes on with what is planned.
_AND_DO = re.compile(
    r"[^,;.:]{0,60}?,? and (?:(?:also|then|later) )?(?P<verb>(?!about\b|some\b|another\b|up\b"
    r"|only\b|at\b|more\b|over\b|around\b|nearly\b|almost\b|as\b|for\b|in\b|of\b|on\b|that\b|than\b|the\b"
    r"|its\b|their\b|an?\b|by\b|to\b|with\b|from\b|are\b|were\b|have\b|do\b|now\b|not\b"
    r"|[a-z]+(?:ed|ing|s|ly|en)\b)[a-z]+)"
    r" (?:(?:up to|about|some|another|more than|at least|the|its|a further|out|in|off|up) )*"
)
_VERB = re.compile(r"\s(?:have|has|had|were|was|are|is|did)\b")


def _is_listed(desk: Desk, finding: Finding) -> bool:
    """Say whether a number only goes on with a list of what is planned."""
    context = finding.context
    if not (context.is_same_sentence and desk.claims):
        return False
    is_planned = desk.claims[-1].stance == Stance.PLANNED
    if _VERB.match(desk.folded, finding.quantity.tail) or _VERB.match(
        desk.folded, finding.counted.end
    ):
        return False
    between = (context.left, finding.quantity.lead)
    if not is_planned:
        return False
    if _LISTED.fullmatch(desk.folded, *between):
        return True
    goes_on = _AND_DO.fullmatch(desk.folded, *between)
    return goes_on is not None and goes_on["verb"] not in word_set("irregular_past")


def _chain(desk: Desk, finding: Finding, *, stance: Stance) -> tuple[str, ...]:
    """Name who says it; a part is said by who says the whole, in the same sentence."""
    number, quantity, context, counted = finding
    own = desk.speakers.chain(number, quantity.start, quantity.tail)
    leans = counted.rule.endswith(("as-before", "part-of-previous"))
    if not own and stance == Stance.PLANNED:
        own = desk.speakers.planner(number, quantity.start)
    is_part = counted.rule.endswith("part-of-previous") and desk.claim_before(number) is not None
    if own or not (leans and (context.is_same_sentence or is_part)):
        return own
    return desk.claims[-1].by


def _said(value: float | None, quantity: Quantity) -> float | None:
    """Give a percentage as a share of one."""
    return value / 100 if value is not None and quantity.form == "percent" else value
