"""Sentences and texts go in; claims that may be copies of one another come out, never merged."""

from collections import defaultdict
from collections.abc import Iterator

from musterbook.account.ledger import Ledger
from musterbook.account.statements import Statement
from musterbook.core.finding import Finding
from musterbook.core.quantity import format_count, grain
from musterbook.reports.copies import find_copies

ODD = 100  # a number of three digits or more that are not rounded away is seldom hit on twice


def suspected_copies(ledger: Ledger) -> Iterator[Finding]:
    """List reports of near-identical text, and origins that give the same odd number.

    Source: dong2009, on telling copies by the odd values they share.
    """
    yield from _alike_texts(ledger)
    yield from _same_odd_numbers(ledger)


def _alike_texts(ledger: Ledger) -> Iterator[Finding]:
    reports = {name: each for name, each in ledger.case.reports.items() if each.text}
    texts = {name: each.text for name, each in reports.items() if not _is_table(ledger, name)}
    for copy in find_copies(texts):
        says = (
            f"`{copy.first}` and `{copy.second}` have {copy.share:.0%} of their wording in common: "
            "one may copy the other"
        )
        fix = "if it does, let its source say `retells:`, so that the origin counts once"
        yield Finding("near copy", says, (), reports[copy.second].place, fix=fix)


def _is_table(ledger: Ledger, report: str) -> bool:
    return any(each.report == report for each in ledger.case.series)


def _same_odd_numbers(ledger: Ledger) -> Iterator[Finding]:
    alike: dict[object, list[Statement]] = defaultdict(list)
    for each in ledger.statements:
        amount = each.sentence.amount
        place = grain(amount.low, amount.high)
        if each.claim is not None and place and amount.low / place >= ODD and not amount.of:
            alike[each.measure, amount.low, amount.high].append(each)
    for group in alike.values():
        yield from _pairs(group)


def _pairs(group: list[Statement]) -> Iterator[Finding]:
    first = min(group, key=lambda each: (str(each.speaker.said), each.name))
    for each in group:
        if each.speaker.origin == first.speaker.origin or each.speaker.said == first.speaker.said:
            continue
        says = (
            f"`{each.name}` gives the same odd number as `{first.name}` did before, "
            f"{format_count(each.sentence.amount.low)}, as of another origin: it may be a copy"
        )
        fix = "if it is, give it `repeats:`, so that the number counts once"
        yield Finding("suspected copy", says, (each.name, first.name), each.place, fix=fix)
