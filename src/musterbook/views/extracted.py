"""Claims proposed of a text go in; what a person skims comes out: the facts, then the quote."""

from collections.abc import Iterable, Mapping, Sequence

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.fold import fold
from musterbook.claims.times.periods import find_periods
from musterbook.core.quantity import format_count
from musterbook.core.when import Period
from musterbook.reports.marks import Mark, place_at
from musterbook.reports.reading import for_reading
from musterbook.views.words import counted


def extracted_lines(
    claims: Iterable[ExtractedClaim], marks: Sequence[Mark] = ()
) -> tuple[tuple[str, str], ...]:
    """Give two lines for each claim: number and facts, and the words it was read from.

    `marks` says on which page of the original the words stand, where it has pages.
    """
    return tuple(
        (_facts(each, place_at(marks, each.start)), f"“{' '.join(each.quote.split())}”")
        for each in claims
    )


def extracted_heading(count: int) -> str:
    """Say how many head counts were found, or what none means."""
    if not count:
        return "No head count was found. Dates, money, things and ages are none."
    return f"{counted(count, 'head count').capitalize()} found."


def events_not_met(text: str, events: Mapping[str, Period], *, begin: int = 0) -> tuple[str, ...]:
    """Name the events on which no time of a text leans; read from `begin` on."""
    if not events:
        return ()
    folded = fold(for_reading(text, begin).text)
    return tuple(name for name, when in events.items() if not _is_met(folded, begin, name, when))


def _is_met(folded: str, begin: int, name: str, when: Period) -> bool:
    """Say whether a time is read as this event; `since it began`, undated, is read as none."""
    times = find_periods(folded, begin, len(folded), published=None, events={name: when})
    return any(each.atom == "event" and (each.first or each.last) for each in times)


def _facts(claim: ExtractedClaim, stands: str) -> str:
    kind = f"{claim.kind} per {claim.per}" if claim.per else claim.kind
    stance = "" if claim.stance == "asserted" else claim.stance
    hedged = "hedged" if claim.hedged else ""
    bound = "" if claim.bound in ("stated", "between") else claim.bound
    number = f"{bound} {_number(claim)}".strip()
    facts = (
        number,
        _counted(claim),
        kind,
        _when(claim),
        _who(claim),
        hedged,
        stance,
        stands,
        _model(claim),
    )
    return " · ".join(each for each in facts if each)


def _who(claim: ExtractedClaim) -> str:
    return "says " + (" > ".join(claim.by) or "the text itself")


def _model(claim: ExtractedClaim) -> str:
    """Say what a language model has to do with a claim, where one was asked."""
    _, mark, remark = claim.rule.partition("llm:")
    return mark + remark


def _number(claim: ExtractedClaim) -> str:
    if claim.unit == "fraction":
        share = claim.low if claim.low is not None else claim.high
        return "not known" if share is None else f"{100 * share:.0f} %"
    low, high = claim.low, claim.high
    if low is not None and high is not None and low != high:
        return f"{format_count(low)} – {format_count(high)}"
    return format_count(low if low is not None else high)


def _counted(claim: ExtractedClaim) -> str:
    unit = "" if claim.unit in ("person", "fraction") else f" [{claim.unit}]"
    return f"{claim.counted}{unit}"


def _when(claim: ExtractedClaim) -> str:
    if claim.period_start is None and claim.period_end is None:
        return "not stated"
    if claim.period_start == claim.period_end:
        return str(claim.period_end)
    return f"{claim.period_start or '…'} to {claim.period_end or '…'}"
