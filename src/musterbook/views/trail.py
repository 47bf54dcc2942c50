"""A member of the account goes in; the trail back to its sentence comes out."""

from dataclasses import dataclass

from musterbook.account.build import Ledger
from musterbook.account.statements import Statement, chain_of
from musterbook.account.system import MemberKind
from musterbook.core.records import Assumption, Case, Claim
from musterbook.views.words import day

ARROW = " › "


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a row comes from: the quote, who says it through whom, in which report, and when.

    `kind` is claim, assumption, opening or part of; `reason` an assumption's; `place` file and
    line.
    """

    name: str
    kind: str
    says: str
    place: str
    quote: str = ""
    speakers: str = ""
    published: str = ""
    report: str = ""
    is_retold: bool = False
    is_derived: bool = False
    reason: str = ""

    @property
    def who(self) -> str:
        """Say in a few words who says it and when."""
        if self.kind != MemberKind.CLAIM.value:
            return f"{self.kind}: {self.reason}" if self.reason else self.kind
        retold = ", retold" if self.is_retold else ""
        return f"{self.speakers}, {self.published}{retold}"


def trails(ledger: Ledger) -> dict[str, Trail]:
    """Give the trail of every member of the account, and of every claim that is no row."""
    case = ledger.case
    reasons = {each.name: each for account in case.accounts for each in account.assumptions}
    found = {
        each.name: _of_statement(case, each, reasons.get(each.name)) for each in ledger.statements
    }
    for claim in case.claims:
        found.setdefault(claim.id, _of_claim(case, claim))
    return found


def _of_statement(case: Case, statement: Statement, assumption: Assumption | None) -> Trail:
    if statement.claim is not None:
        return _of_claim(case, statement.claim)
    return Trail(
        name=statement.name,
        kind=statement.kind.value,
        says=statement.sentence.phrase.text,
        place=str(statement.place),
        reason=assumption.because if assumption else "",
    )


def _of_claim(case: Case, claim: Claim) -> Trail:
    report = case.reports.get(claim.report)
    names = [
        case.sources[each].title if each in case.sources else each for each in chain_of(case, claim)
    ]
    return Trail(
        name=claim.id,
        kind=MemberKind.CLAIM.value,
        says=claim.says.text if claim.says else "",
        place=str(claim.place),
        quote=" ".join(claim.quote.split()),
        speakers=ARROW.join(names) or "the report itself",
        published=day(report.published if report else None),
        report=claim.report,
        is_retold=bool(report and report.retold),
        is_derived=bool(claim.derived),
    )


def trail_of(known: dict[str, Trail], name: str) -> Trail:
    """Find a member's trail; a member made by the account itself has only its name."""
    return known.get(name) or Trail(name, "account", name, "")
