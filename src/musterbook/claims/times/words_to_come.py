"""A number and its time in, the words that tell that it is yet to be out."""

import re
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.claims.times.time_sides import RUNS_ON
from musterbook.core.records import Stance

# Two of them, who will take up their duties in July; could be called up should it land on Friday.
_WILL = re.compile(
    r"\b(?:will|shall|(?:is|are|was|were) (?:to|due)\b|due to"
    r"|(?:is|are) (?:scheduled|set|expected|supposed|billed) (?:to|for)|goe?s? on trial"
    r"|(?:is|are) (?:scheduled|set|planned|billed) $"
    r"|faces? (?:trial|charges|court|a|execution|deportation|expulsion|eviction|dismissal)\b"
    r"|(?:put off|postponed|adjourned|delayed|deferred) $"
    r"|(?:have|has) been (?:ordered|told|asked|summoned|called|invited) to|would(?! have\b)"
    r"|(?:must|should)(?! have\b)|ha(?:ve|s) to\b|needs? to\b)"
)
# The first 60 observers arrive on Friday; the trial of twelve men opens in June.
_SOON = re.compile(
    r"(?:(?!\b(?:were|was|been|had|did|let|to|[a-z]+ed)\b)[^.;,]){0,32}?"
    r"(?<!the )(?<!a )(?<!its )\b(?:opens?|begins?|starts?|arrives?|leave|leaves(?= (?:on|in|at)\b)"
    r"|departs?|fly|come|go"
    r"|(?:is|are) (?:leaving|arriving|coming|going|flying|returning|sailing|departing|starting"
    r"|moving|heading|setting (?:off|out)|appearing|walking out|striking))"
    r"\b(?: [a-z'-]+){0,4}? (?:on|in|at) $"
)
_ABLE = r"(?:not|only|have|count|see|hear|find|reach|confirm|say|tell|name|give)"  # so it was then
_MAY = re.compile(rf"\b(?:(?:will|would|may|might|can|should)\b(?! have\b)|could\b(?! {_ABLE}\b))")


_COULD = re.compile(rf"\bcould (?!{_ABLE}\b)[a-z]+ (?:(?!only\b)[a-z]+ ){{0,2}}$")


def words_to_come(desk: Desk, finding: Finding, chosen: ChosenTime, stance: Stance) -> str:
    """Give the words beside a number, up to its time, that tell of what is yet to be."""
    time, context, lead = chosen.expression, finding.context, finding.quantity.lead
    if time.sort == "until":
        for told in (_is_to_be_by, _to_do_until, _deadline):
            if by_then := told(desk, finding, time):
                return by_then
    if time.start < lead:
        return ""
    if desk.folded.startswith(("as early as ", "as soon as "), time.start):
        may = _MAY.search(desk.folded, context.left, time.start)
        return may[0] if may else ""
    could = _COULD.search(desk.folded, context.left, lead) if time.atom == "weekday" else None
    if could:
        return could[0]
    until = time.start + len("on ")
    soon = (
        _SOON.match(desk.folded, finding.counted.end, until) if stance == Stance.ASSERTED else None
    )
    soon = soon or _is_being_sent(desk, finding, time)
    if soon:
        return soon[0]
    is_supposed = stance == Stance.HYPOTHETICAL
    left = context.left if is_supposed else finding.counted.end
    found = (_MAY if is_supposed else _WILL).search(desk.folded, left, time.start)
    if found is None or ";" in desk.folded[found.end() : time.start]:
        return ""
    return desk.folded[left : found.end()]


# Is sending 400 soldiers on Monday; called on 20,000 members to stop work on Monday.
_SENDING = UpTo(
    r"\b(?:is|are) (?:sending|flying|shipping|dispatching|withdrawing|pulling out|calling out"
    r"|bringing (?:home|in)|laying off|discharging|releasing|freeing)"
    r" (?:(?:out|home|another|some|about|a further|up to|its|the) )*$"
)
_WHOM: Final = r"(?:(?:all|its|their|his|her|the|another|some|about|more than|up to) )*"
_CALLED_ON = UpTo(
    r"\b(?:called (?:up)?on|calls (?:up)?on|asked|appealed to|urged|invited|summoned)"
    rf" {_WHOM}$"
)
_SENT_REACH: Final = 56  # characters that hold such words
_AND_NO_MORE = re.compile(
    r"[^.;,:]*\b(?:who|that|after|following|in|during|held|taken|seized|[a-z]+ed)\b"
)


def _is_being_sent(desk: Desk, finding: Finding, time: TimeExpression) -> re.Match[str] | None:
    """Find words before a number that tell what is done with them soon, or asked of them."""
    lead, end = finding.quantity.lead, finding.counted.end
    near = max(finding.context.start, lead - _SENT_REACH)
    if time.sort != "closed":
        return None
    if sending := _SENDING.search(desk.folded, near, lead):
        return None if _AND_NO_MORE.match(desk.folded, end, time.start) else sending
    called = _CALLED_ON.search(desk.folded, near, lead)
    return called if called and _TO_ACT.match(desk.folded, end) else None


# Gave 90 families until Friday to leave; they have until Friday; were ordered to leave by Friday.
_TO_ACT = re.compile(r" to [a-z]")
_TOLD_THEM = UpTo(
    r"\b(?:ordered|told|instructed|advised|warned|called (?:up)?on|asked|appealed to|urged"
    r"|required)"
    rf" {_WHOM}$"
)
_GIVEN = re.compile(r"\b(?:g[ai]ve[sn]?|giving|granted?|allow(?:s|ed|ing)?|have|has)\b")
_ORDERED = re.compile(
    r"\b(?:were|was) (?:ordered|told|asked|instructed|summoned|required) to [a-z]+[^.;,]{0,40}$"
)


def _deadline(desk: Desk, finding: Finding, time: TimeExpression) -> str:
    """Give the words that set those counted a day by which to act."""
    end = finding.counted.end
    if time.start < end:
        return ""
    if desk.folded.startswith(("until ", "till "), time.start):
        between = desk.folded[end : time.start]
        is_set = _TO_ACT.match(desk.folded, time.end) and "had " not in between
        if not (is_set and _GIVEN.search(desk.folded, finding.context.left, time.start)):
            return ""  # held 300 until Monday to question them
        return desk.folded[time.start : time.end]
    ordered = _ORDERED.search(desk.folded, end, time.start)
    if ordered:
        return ordered[0]
    near = max(finding.context.start, finding.quantity.lead - _SENT_REACH)
    told = _TOLD_THEM.search(desk.folded, near, finding.quantity.lead)
    return told[0] if told and _TO_ACT.match(desk.folded, end) else ""


# Money to help 500,000 until August; enough to feed 900 through the winter.
_TO_DO = re.compile(
    r"\bto (?:help|feed|shelter|house|support|keep|supply|serve|assist|treat|reach|provide (?:for)?"
    r"|care for|pay|host|look after|sustain) [^.;,]{0,24}$"
)


def _to_do_until(desk: Desk, finding: Finding, time: TimeExpression) -> str:
    """Give the words before a number for what is to be done for so many until a time to come."""
    if time.start < finding.counted.end or not desk.folded.startswith(RUNS_ON, time.start):
        return ""
    found = _TO_DO.search(desk.folded, finding.context.left, finding.quantity.lead)
    return found[0] if found else ""


# The force could shrink to 445,000 by autumn; by spring the army should have 900 men.
_TO_BE = re.compile(
    r"(?P<be>(?:'ll|\bwill|shall|(?:would|could|may|might|should|must)(?! have\b)"
    rf"(?! (?:not |only )*{_ABLE}\b)"
    r"|(?:wants?|hopes?|plans?|intends?|aims?|expects?|seeks?|wishes) (?:[a-z'-]+ ){0,3}?to"
    r"|(?:will|would|should|could|might) have)\b)"
    r"[^.;:]{0,60}$"
)
_DONE_BY = re.compile(r"\b(?:had|has|(?<!'ll )have|was|were)\b(?! to\b)")


def _is_to_be_by(desk: Desk, finding: Finding, time: TimeExpression) -> str:
    """Give the words before a number that say that it is yet to be, by a time to come."""
    left = max(finding.context.left, time.end if time.start < finding.quantity.lead else 0)
    found = _TO_BE.search(desk.folded, left, finding.quantity.lead)
    if found is None or not desk.folded.startswith(("by ", "before "), time.start):
        return ""
    is_done = _DONE_BY.search(desk.folded, found.end("be"), finding.quantity.lead)
    return "" if is_done else found["be"]
