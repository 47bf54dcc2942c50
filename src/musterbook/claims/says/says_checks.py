"""A sentence's hedge, amount, margin and unit go in; whether they go together comes out."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from musterbook.claims.says.says_amount import MOST_PEOPLE, read_digits
from musterbook.claims.says.says_print import plural_of
from musterbook.claims.says.says_tree import node_of, token_of, tokens_of
from musterbook.claims.scribe import Scribe
from musterbook.claims.sentence import Amount
from musterbook.core.quantity import LOWER_BOUNDS, UPPER_BOUNDS, Bound
from musterbook.core.suggest import did_you_mean

if TYPE_CHECKING:
    from musterbook.claims.says.says_tree import Node

Units: TypeAlias = Mapping[str, tuple[float, float]]
PEOPLE: Final = frozenset({"people", "persons"})
_SAME_AS: Final = {
    "around": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "some": Bound.ABOUT,
    "an estimated": Bound.ABOUT,
    "almost": Bound.NEARLY,
    "over": Bound.MORE_THAN,
    "exceeds": Bound.MORE_THAN,
    "under": Bound.LESS_THAN,
    "up to": Bound.AT_MOST,
}
_ONE_SIDED: Final = LOWER_BOUNDS | UPPER_BOUNDS
_BESIDE: Final = frozenset({Bound.NEARLY, Bound.JUST_UNDER, Bound.JUST_OVER, Bound.REACHED})


def read_bound(node: "Node", scribe: Scribe, amount: Amount | None) -> Bound:
    """Read the hedge word, and note where it cannot stand beside the amount."""
    found = node_of(node, "bound")
    if found is None:
        return Bound.NONE
    token = token_of(found, "BOUND")
    bound = bound_named(token)
    if bound is None:  # the grammar and the table of words have drifted apart: a bug
        raise KeyError(str(token))
    if amount is not None:
        _check_bound(bound, amount, scribe, at=token.start_pos or 0)
    return bound


def bound_named(words: str) -> Bound | None:
    """Give the hedge that words stand for, `around` being another word for `about`."""
    said = " ".join(words.split())
    known = {each.value: each for each in Bound if each is not Bound.NONE} | _SAME_AS
    return known.get(said)


def _check_bound(bound: Bound, amount: Amount, scribe: Scribe, *, at: int) -> None:
    said = f"`{bound} {amount.text}`"
    if amount.high == 0 and bound is not Bound.EXACTLY:
        fix = "write `none`" if bound not in LOWER_BOUNDS else "leave the sentence out"
        scribe.note("MB106", f"{said}: zero is exact, and takes no hedge", at=at, fix=fix)
    elif amount.vague and bound in _BESIDE | {Bound.EXACTLY}:
        fix = f"write `{amount.text}` alone: its range is in the hedge table"
        scribe.note("MB108", f"{said}: a vague word has no edge", at=at, fix=fix)
    elif amount.is_range and not amount.vague and bound in _ONE_SIDED | _BESIDE:
        end = amount.text.partition(" to ")[0 if bound in LOWER_BOUNDS else 2]
        fix = f"write the range alone, or `{bound} {end}`"
        scribe.note("MB108", f"{said} says two things", at=at, fix=fix)


def read_margin(
    node: "Node", scribe: Scribe, amount: Amount | None, *, bound: Bound
) -> float | None:
    """Read `± NUMBER` (of a percentage: `± NUMBER %`); a fault is noted and gives None."""
    found = node_of(node, "margin")
    if found is None:
        return None
    (number,) = found.find_data("number")
    digits = read_digits(number, scribe)
    if digits is None or amount is None:
        return None
    has_percent = bool(tokens_of(found, "PERCENT"))
    at = token_of(found, "PLUS_MINUS").start_pos or 0
    if digits.total > MOST_PEOPLE:
        scribe.note("MB110", "more people than ever lived", at=at, fix="check the number")
        return None
    fault = _margin_fault(amount, bound, has_percent=has_percent, has_unit=_has_unit(node))
    if fault:
        scribe.note("MB109", fault[0], at=at, fix=fault[1])
        return None
    return float(digits.total) / (100 if has_percent else 1)


def _has_unit(node: "Node") -> bool:
    found = node_of(node, "unit")
    return found is not None and str(token_of(found, "UNIT")) not in PEOPLE


def _margin_fault(
    amount: Amount, bound: Bound, *, has_percent: bool, has_unit: bool
) -> tuple[str, str] | None:
    if bound in _ONE_SIDED:
        return f"`{bound}` leaves one side open, so ± has nothing to widen", "leave one of them out"
    if bound is Bound.EXACTLY:
        return "`exactly` and ± contradict each other", "leave one of them out"
    if amount.vague:
        return "a vague word takes no ±", "write the range in numbers"
    if has_unit:
        return "± is a number of people, and cannot stand beside a unit", "write a range instead"
    is_percent = "%" in amount.text
    if has_percent and not is_percent:
        return "± takes a number of people here", "write how many people, without `%`"
    if is_percent and not has_percent:
        return "± of a percentage is a percentage", "add `%` after it"
    return None


def apply_unit(
    node: "Node",
    scribe: Scribe,
    amount: Amount | None,
    units: Units,
) -> Amount | None:
    """Multiply the amount by its unit: 3 to 4 battalions of 300 to 800 are 900 to 3 200 people."""
    found = node_of(node, "unit")
    if found is None or amount is None:
        return amount
    token = token_of(found, "UNIT")
    word = str(token)
    unit = next((name for name in units if word in (name, plural_of(name))), None)
    fault = _unit_fault(amount, word, unit, units)
    if fault:
        scribe.note(fault[0], fault[1], at=token.start_pos or 0, fix=fault[2])
    if unit is None:
        return amount
    low, high = units[unit]
    return replace(
        amount,
        low=amount.low * low,
        high=amount.high * high,
        is_range=amount.is_range or low != high,
        unit=unit,
    )


def _unit_fault(
    amount: Amount, word: str, unit: str | None, units: Units
) -> tuple[str, str, str] | None:
    if amount.of:
        fix = f"leave `{word}` out: the amount is measured in `{amount.of}`"
        return "MB111", "a share of another measure has no unit", fix
    if word in PEOPLE:
        return None
    if unit is None:
        return "MB111", f"the case declares no unit `{word}`", _unit_fix(word, units)
    if amount.vague:
        fix = "write the range in numbers: `3 to 9 battalions`"
        return "MB111", f"`{amount.text}` of a unit is no number", fix
    if amount.high * units[unit][1] > MOST_PEOPLE:
        says = f"that many `{word}` are more people than ever lived"
        return "MB110", says, "check the number and `units:` in case.yaml"
    return None


def _unit_fix(word: str, units: Units) -> str:
    if re.fullmatch(r"k|m|mn|mln|tsd|e\d+", word):
        return "write the number out, or `thousand` or `million`"
    if not units:
        return "write `people`, or declare the unit under `units:` in case.yaml"
    return did_you_mean(word, {*units, *PEOPLE})
