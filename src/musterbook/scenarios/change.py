"""The words of one change in, what it does to which flow or parameter and for how long out."""

import re
from dataclasses import dataclass
from enum import StrEnum

from musterbook.account.expression import Expression
from musterbook.account.expression_parser import parse_expression
from musterbook.core.problem import Phrase, Problem
from musterbook.scenarios.amounts import MONTHS_IN, NUMBER, Spread, parse_number, parse_spread

PERIODS = "day|week|month|quarter|year"
_SPAN = rf"(?P<count>{NUMBER}) (?P<unit>{PERIODS})s?"
_DRAIN = re.compile(rf"all (?P<stock>[a-z][\w.]*) within {_SPAN}")
_LASTING = re.compile(rf"(?P<body>.+) for {_SPAN}")
_AMOUNT = re.compile(
    rf"(?P<sign>[+−-])? ?(?P<amount>{NUMBER}(?: ?%)?(?: to {NUMBER}(?: ?%)?)?)"
    rf"(?: (?:people|persons))?(?: (?:per|a) (?P<per>{PERIODS}))?"
)
_COMMA = re.compile(r"\d,\d")


NOTHING = Spread(0.0, 0.0)


class Act(StrEnum):
    """What a change does: put a value in a rule's place, scale what it gives, and so on."""

    REPLACE = "replace"
    SCALE = "scale"
    ADD = "add"
    DRAIN = "drain"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a flow or parameter, as written.

    `spread` is in people per month where `per_month`, else in the parameter's own unit; for
    SCALE it is the share by which the rule's value grows, its sign in `sign`. DRAIN empties
    `stock`, RULE puts `expression` in the place of the rule. `months` is how long, None for good.
    """

    target: str
    act: Act
    phrase: Phrase
    spread: Spread = NOTHING
    sign: float = 1.0
    per_month: bool = False
    stock: str = ""
    expression: Expression | None = None
    months: float | None = None


def parse_change(target: str, phrase: Phrase) -> tuple[Change | None, tuple[Problem, ...]]:
    """Read `3 000 per month for 4 months`, `all STOCK within 1 month`, `-30 %`, or a formula."""
    text = " ".join(phrase.text.split())
    drain = _DRAIN.fullmatch(text)
    if drain is not None:
        change = Change(target, Act.DRAIN, phrase, stock=drain["stock"], months=_months(drain))
        return _lasting(change, phrase)
    months, lasting = None, _LASTING.fullmatch(text)
    if lasting is not None:
        text, months = lasting["body"], _months(lasting)
    if text == "none":
        return _lasting(Change(target, Act.REPLACE, phrase, per_month=True, months=months), phrase)
    amount = _AMOUNT.fullmatch(text)
    if amount is not None:
        return _of_amount(target, phrase, amount=amount, months=months)
    return _of_formula(target, phrase, text=text, months=months)


def _months(match: re.Match[str]) -> float:
    return (parse_number(match["count"]) or 0.0) * MONTHS_IN[match["unit"]]


def _of_amount(
    target: str, phrase: Phrase, *, amount: re.Match[str], months: float | None
) -> tuple[Change | None, tuple[Problem, ...]]:
    spread, is_share = parse_spread(amount["amount"]), "%" in amount["amount"]
    sign = -1.0 if amount["sign"] in ("-", "−") else 1.0
    if spread is None:
        return _unreadable(phrase, "the range is upside down, or mixes shares and numbers")
    if is_share and (amount["sign"] is None or amount["per"]):
        return _unreadable(phrase, "a share changes what the rule gives: say `+` or `-` before it")
    if is_share and sign < 0 and spread.high > 1:
        return _unreadable(phrase, "no more than all of it can be taken away")
    act = Act.SCALE if is_share else Act.ADD if amount["sign"] else Act.REPLACE
    scaled = spread.times(1 / MONTHS_IN[amount["per"]]) if amount["per"] else spread
    per_month = amount["per"] is not None
    change = Change(target, act, phrase, scaled, sign, per_month=per_month, months=months)
    return _lasting(change, phrase)


def _of_formula(
    target: str, phrase: Phrase, *, text: str, months: float | None
) -> tuple[Change | None, tuple[Problem, ...]]:
    if _COMMA.search(text) and "(" not in text:
        return _unreadable(phrase, "digits are grouped by spaces: `3 000`")
    expression, problems = parse_expression(Phrase(text, phrase.place))
    if expression is None:
        return None, problems
    return _lasting(Change(target, Act.RULE, phrase, expression=expression, months=months), phrase)


def _lasting(change: Change, phrase: Phrase) -> tuple[Change | None, tuple[Problem, ...]]:
    if change.months is not None and change.months <= 0:
        return _unreadable(phrase, "it lasts no time at all")
    return change, ()


def _unreadable(phrase: Phrase, why: str) -> tuple[None, tuple[Problem, ...]]:
    says = f"the change `{phrase.text}` cannot be read: {why}"
    fix = "e.g. `3 000 per month for 4 months`, `all present within 1 month`, `-30 %`"
    return None, (Problem("MB402", says, phrase.place, fix=fix),)
