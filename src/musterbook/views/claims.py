"""A ledger goes in; what pages say of a claim (standing, interval, chain) comes out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.build import Built
from musterbook.account.ledger import Ledger
from musterbook.account.rows import interval_of
from musterbook.account.statements import Statement, chain_of, superseded
from musterbook.claims.says.says import print_sentence
from musterbook.core.records import Case, Claim, Report, Stance, Status
from musterbook.core.remembered import MOST_CLAIMS, MOST_STATES, remembered
from musterbook.views.words import span

OUTSIDE_WINDOW = frozenset({"MB238", "MB239"})  # the problems of `account.binding` that say so
OUTSIDE = "outside the window, so it is not computed"
FAULTY = "its sentence has a fault, so it is not computed: muster check tells which"


@dataclass(frozen=True, slots=True)
class ClaimView:
    """All that is shown of one claim: `standing` says what became of it, in a few words.

    `chain` holds names of sources, outermost speaker first; `allows` the interval its words are
    read as; `is_row` whether it counts; `copies` the claims that repeat it, counted once.
    """

    claim: Claim
    standing: str
    is_row: bool
    says: str
    allows: str
    chain: tuple[str, ...]
    published: date | None
    is_retold: bool
    copies: tuple[str, ...] = ()


@remembered(MOST_STATES)
def claim_views(ledger: Ledger, built: Built) -> Mapping[str, ClaimView]:
    """Show every claim of a case, in reading order, by its id."""
    clerk = _Clerk(ledger, built)
    return {each.id: clerk.view(each) for each in ledger.case.claims}


def series_of(views: Mapping[str, ClaimView]) -> Mapping[str, tuple[ClaimView, ...]]:
    """Gather claims that are the rows of one table, by the table's name; others stand alone."""
    found: dict[str, tuple[ClaimView, ...]] = {}
    for name, view in views.items():
        key = name.partition("@")[0]
        found[key] = (*found.get(key, ()), view)
    return found


@remembered(MOST_CLAIMS)
def interval_words(statement: Statement) -> str:
    """Write the interval that a sentence's words are read as; a share is written in per cent."""
    interval = interval_of(statement)
    if statement.of:
        low, high = (f"{100 * each:g} %" for each in (interval.low, interval.high))
        if interval.low == -float("inf"):
            return f"at most {high}"
        if interval.high == float("inf"):
            return f"at least {low}"
        return low if low == high else f"{low} – {high}"
    low_end = None if interval.low == -float("inf") else interval.low
    high_end = None if interval.high == float("inf") else interval.high
    return span(low_end, high_end)


@remembered(MOST_CLAIMS)
def _view(
    claim: Claim,
    statement: Statement | None,
    report: Report | None,
    *,
    standing: str,
    is_row: bool,
    chain: tuple[str, ...],
    copies: tuple[str, ...],
) -> ClaimView:
    return ClaimView(
        claim=claim,
        standing=standing,
        is_row=is_row,
        says=print_sentence(statement.sentence) if statement else "",
        allows=interval_words(statement) if statement else "",
        chain=chain,
        published=report.published if report else None,
        is_retold=bool(report and report.retold),
        copies=copies,
    )


class _Clerk:
    def __init__(self, ledger: Ledger, built: Built) -> None:
        self.case: Case = ledger.case
        self.spoken = {
            each.claim.id: each for each in (*ledger.shelved, *ledger.statements) if each.claim
        }
        self.counted = {each.claim.id for each in ledger.statements if each.claim}
        self.gone = superseded(ledger.case)
        self.mutations = {each.claim: each for each in built.mutations}
        self.copies = {
            each.bound.statement.name: each.copies for each in built.observations if each.copies
        }
        self.copy_of = {copy: name for name, copies in self.copies.items() for copy in copies}
        self.bound = {each.bound.statement.name for each in built.observations}
        self.outside = {each.place for each in built.problems if each.code in OUTSIDE_WINDOW}

    def view(self, claim: Claim) -> ClaimView:
        return _view(
            claim,
            self.spoken.get(claim.id),
            self.case.reports.get(claim.report),
            standing=self._standing(claim),
            is_row=claim.id in self.counted and claim.id in self.bound,
            chain=chain_of(self.case, claim),
            copies=self.copies.get(claim.id, ()),
        )

    def _standing(self, claim: Claim) -> str:
        return self._kept_out(claim) or self._doubled(claim) or self._counting(claim)

    def _kept_out(self, claim: Claim) -> str:
        report = self.case.reports.get(claim.report)
        if claim.status is not Status.ACCEPTED:
            return claim.status.value
        if claim.set_aside:
            return f"set aside: {claim.set_aside.strip()}"
        if claim.stance is not Stance.ASSERTED:
            return f"{claim.stance.value}, so it does not count"
        if claim.id in self.gone:
            return "superseded by a later claim"
        if report is not None and report.published > self.case.today:
            return "not yet said at the as-of date"
        return "" if claim.says else "quoted, and used as evidence only"

    def _doubled(self, claim: Claim) -> str:
        if claim.id in self.mutations:
            original = self.mutations[claim.id].original
            return f"a mutation: {original} is nearer the origin and has another number"
        if claim.id in self.copy_of:
            return f"a copy of {self.copy_of[claim.id]}, counted once"
        return ""

    def _counting(self, claim: Claim) -> str:
        if claim.id not in self.counted:
            return "not read: see the problems"
        if claim.id not in self.bound:
            is_outside = self.spoken[claim.id].place in self.outside
            return OUTSIDE if is_outside else FAULTY
        if claim.derived:
            return "a sum of other claims: counts in conflicts, not in the fit"
        return "counts"
