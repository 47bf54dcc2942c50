"""Sentences and a system go in; findings about claims come out: sums, counts, copies."""

from collections.abc import Iterator, Mapping

from musterbook.account.build import Built
from musterbook.account.counts import count_findings
from musterbook.account.ledger import Ledger
from musterbook.account.mutations import mutations_found
from musterbook.account.statements import Statement
from musterbook.account.suspects import near_copies, of_near_copy, same_odd_numbers
from musterbook.claims.arithmetic import DerivedSum, derived_sums
from musterbook.core.finding import Finding
from musterbook.core.quantity import format_count
from musterbook.core.records import Case, Claim, Status

Claims = Mapping[str, Claim]


def findings_of(ledger: Ledger, built: Built) -> tuple[Finding, ...]:
    """List what is worth knowing about the claims of a case: sums, counts, mutations, copies."""
    claims = {each.id: each for each in ledger.case.claims}
    spoken = {
        each.name: each.sentence
        for each in (*ledger.statements, *ledger.shelved)
        if each.claim and each.claim.status is not Status.REJECTED
    }
    near = near_copies(ledger)
    pairs = {frozenset((each.first, each.second)) for each in near if not each.is_part}
    return (
        *(_of_sum(each, claims) for each in derived_sums(ledger.case.claims, spoken)),
        *count_findings(built.observations, ledger.case.claims),
        *mutations_found(ledger, built.mutations, pairs),
        *_of_copies(built, claims),
        *_still_counted(ledger),
        *_denials(ledger.case),
        *(of_near_copy(ledger, each) for each in near),
        *same_odd_numbers(ledger),
        *_not_yet_said(ledger.case),
    )


def _of_sum(found: DerivedSum, claims: Claims) -> Finding:
    total = _range(found.total_low, found.total_high)
    parts = " + ".join(found.parts)
    if found.closes:
        says = f"`{found.claim}` adds {parts} to {total}, and the sum closes"
    else:
        says = f"`{found.claim}` says {found.stated}, but {parts} make {total}"
        if found.would_close:
            says += f"; with `{found.would_close[0]}` added it closes"
    return Finding(
        "derived sum" if found.closes else "sum that does not close",
        says,
        (found.claim, *found.parts, *(() if found.closes else found.would_close[:1])),
        claims[found.claim].place,
        numbers=(("stated", found.stated), ("the parts make", total)),
    )


def _of_copies(built: Built, claims: Claims) -> Iterator[Finding]:
    for observation in built.observations:
        if observation.copies:
            name = observation.bound.statement.name
            copies = ", ".join(observation.copies)
            says = f"{copies}: the same number from the same origin as `{name}`, counted once"
            place = claims[observation.copies[0]].place
            yield Finding("copy", says, (name, *observation.copies), place)


def _still_counted(ledger: Ledger) -> Iterator[Finding]:
    """Find claims set aside whose number another claim of the same origin still brings in."""
    for aside in ledger.shelved:
        if aside.claim is None or not aside.claim.set_aside:
            continue
        same = [each for each in ledger.statements if _is_same(each, aside)]
        for each in same[:1]:
            says = f"`{aside.name}` is set aside, but `{each.name}` repeats it and still counts"
            fix = f"set `{each.name}` aside too, if it is the number that is doubted"
            yield Finding("still counts", says, (aside.name, each.name), aside.place, fix=fix)


def _is_same(one: Statement, other: Statement) -> bool:
    amounts = (one.sentence.amount.text, other.sentence.amount.text)
    times = (one.sentence.when.text, other.sentence.when.text)
    speakers = (one.speaker.origin, other.speaker.origin)
    pairs = (amounts, times, speakers, (one.measure, other.measure))
    return one.claim is not None and all(left == right for left, right in pairs)


def _denials(case: Case) -> Iterator[Finding]:
    for claim in case.claims:
        if claim.denies is not None:
            says = f"`{claim.id}` denies `{claim.denies}`; neither is left out for it"
            fix = f"give `{claim.denies}` `set_aside: WHY` if you believe the denial"
            yield Finding("denial", says, (claim.id, claim.denies), claim.place, fix=fix)


def _not_yet_said(case: Case) -> Iterator[Finding]:
    late: dict[str, list[Claim]] = {}
    for claim in case.claims:
        report = case.reports.get(claim.report)
        if report is not None and report.published > case.today and claim.says is not None:
            late.setdefault(claim.report, []).append(claim)
    for name, claims in late.items():
        published = case.reports[name].published
        says = (
            f"`{name}` was published on {published}, after {case.today}, the date the case looks "
            f"from: its claims ({len(claims)}) do not count yet"
        )
        fix = f"--as-of {published} counts them"
        yield Finding(
            "not yet said", says, tuple(each.id for each in claims), claims[0].place, fix=fix
        )


def _range(low: float | None, high: float | None) -> str:
    if low == high or high is None or low is None:
        return format_count(low if low is not None else high)
    return f"{format_count(low)} to {format_count(high)}"
