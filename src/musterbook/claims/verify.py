"""A claim and its report's text go in; the quote's place, and what is wrong, come out."""

import math
from dataclasses import replace
from functools import lru_cache

from musterbook.claims.numbers import find_quantities
from musterbook.claims.sentence import Sentence
from musterbook.core.problem import Problem, Severity
from musterbook.core.quantity import format_count
from musterbook.core.records import Claim, Report
from musterbook.reports.anchor import find_quote

SHOWN = 60  # characters of a quote in a message: enough to know it by, short enough for one line

MOST_KEPT = 10_000  # quotes whose numbers are remembered: a case is read anew after every edit


def place_quote(claim: Claim, report: Report) -> tuple[Claim, tuple[Problem, ...]]:
    """Find a claim's quote in its report and set `at`; a quote that is not there is a problem."""
    if not claim.quote or not report.text:
        return claim, ()
    found = find_quote(report.text, claim.quote, near=claim.at[0] if claim.at else None)
    if found is None:
        return replace(claim, at=None), (_not_there(claim, report),)
    moved = claim.at is not None and claim.at != found
    return replace(claim, at=found), (_moved(claim, found),) if moved else ()


def check_value(claim: Claim, sentence: Sentence) -> tuple[Problem, ...]:
    """Hold a claim's number against its quote: a value the quote does not contain is suspect.

    Sums, multiples, vague words and units of people make other numbers and are not checked.
    """
    amount = sentence.amount
    if not claim.quote or claim.derived or amount.vague or amount.unit or amount.of:
        return ()
    said = _numbers(claim.quote)
    wanted = [value for value in dict.fromkeys((amount.low, amount.high)) if value]
    missing = [value for value in wanted if not any(_same(value, each) for each in said)]
    if not missing:
        return ()
    says = f"the quote of `{claim.id}` does not contain {_listed(missing)}"
    numbers = (("says", sentence.phrase.text), ("numbers in the quote", _listed(sorted(said))))
    place = claim.says.place if claim.says else claim.place
    fix = "correct `says`, or lengthen `quote` until it holds the number"
    return (Problem("MB151", says, place, Severity.WARNING, numbers, fix),)


@lru_cache(maxsize=MOST_KEPT)
def _numbers(quote: str) -> frozenset[float]:
    ends = (end for found in find_quantities(quote) for end in (found.low, found.high))
    return frozenset(end for end in ends if end is not None)


def _same(one: float, other: float) -> bool:
    return math.isclose(one, other) or math.isclose(one * 100, other)  # 40 % is kept as 0.4


def _listed(values: list[float]) -> str:
    return ", ".join(format_count(value) for value in values) or "none"


def _not_there(claim: Claim, report: Report) -> Problem:
    return Problem(
        "MB150",
        f"the quote of `{claim.id}` is not in the report `{report.name}`",
        claim.place,
        numbers=(("quote", _short(claim.quote)),),
        fix=f"copy the words exactly from reports/{report.file or report.name}",
    )


def _moved(claim: Claim, found: tuple[int, int]) -> Problem:
    return Problem(
        "MB152",
        f"the text around the quote of `{claim.id}` shifted; the quote was found again",
        claim.place,
        Severity.NOTE,
        numbers=(("was at", str(claim.at)), ("now at", str(found))),
        fix="muster fmt writes the new place down",
    )


def _short(quote: str) -> str:
    return quote if len(quote) <= SHOWN else quote[: SHOWN - 1] + "…"
