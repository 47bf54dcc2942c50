"""Sentences and texts go in; claims that may be copies of one another come out, never merged."""

from collections import defaultdict
from collections.abc import Iterator

from musterbook.account.ledger import Ledger
from musterbook.account.statements import Statement
from musterbook.core.finding import Finding
from musterbook.core.quantity import format_count, grain
from musterbook.core.records import Report
from musterbook.core.remembered import MOST_STATES, remembered
from musterbook.reports.copies import Copy, find_copies
from musterbook.reports.header import body_of

ODD = 100  # a number of three digits or more that are not rounded away is seldom hit on twice


def near_copies(ledger: Ledger) -> tuple[Copy, ...]:
    """Compare the texts of all reports; tables are left out, whose rows are alike by design."""
    tables = {each.report for each in ledger.case.series}
    reports = ledger.case.reports.values()
    return _copies_among(*(each for each in reports if each.text and each.name not in tables))


@remembered(MOST_STATES)
def _copies_among(*reports: Report) -> tuple[Copy, ...]:
    return find_copies({each.name: body_of(each.text) for each in reports})


def of_near_copy(ledger: Ledger, copy: Copy) -> Finding:
    """Say of two reports that one may copy the other, or stand in it."""
    reports = ledger.case.reports
    earlier, later = sorted(
        (copy.first, copy.second), key=lambda each: (reports[each].published, each)
    )
    if copy.is_part:
        says = f"{copy.share:.0%} of the wording of `{copy.first}` stands in `{copy.second}`"
    else:
        says = f"`{earlier}` and `{later}` have {copy.share:.0%} of their wording in common"
    says += ": one may copy the other"
    fix = (
        f"if `{later}` does, let its source say `retells:`, or its claims `repeats:`, so that the "
        "origin counts once"
    )
    return Finding("near copy", says, (), reports[later].place, fix=fix)


def same_odd_numbers(ledger: Ledger) -> Iterator[Finding]:
    """List origins that give the same odd number.

    Source: dong2009, on telling copies by the odd values they share.
    """
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
