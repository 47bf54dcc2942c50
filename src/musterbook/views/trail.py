"""A member of the account goes in; the trail back to its sentence comes out."""

from dataclasses import dataclass

from musterbook.account.ledger import Ledger
from musterbook.account.statements import Statement, chain_of
from musterbook.account.system import System
from musterbook.core.records import Case, Claim
from musterbook.reports.marks import place_at
from musterbook.views.words import day

ARROW = " › "


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a row comes from: what it says, where that stands, who says so and when.

    `quote` is empty where nobody reported it: for an assumption `who` is its reason. A derived
    claim is a sum that its report made itself.
    """

    says: str
    place: str
    who: str
    quote: str = ""
    is_derived: bool = False


def trails(ledger: Ledger) -> dict[str, Trail]:
    """Give the trail of every member of the account, and of every claim that is no row."""
    case = ledger.case
    because = {each.name: each.because for one in case.accounts for each in one.assumptions}
    found = {
        each.name: _of_statement(case, each, because.get(each.name, ""))
        for each in ledger.statements
    }
    for claim in case.claims:
        found.setdefault(claim.id, _of_claim(case, claim))
    return found


def _of_statement(case: Case, statement: Statement, because: str) -> Trail:
    if statement.claim is not None:
        return _of_claim(case, statement.claim)
    kind = statement.kind.value
    who = f"{kind}: {because}" if because else kind
    return Trail(statement.sentence.phrase.text, str(statement.place), who)


def _of_claim(case: Case, claim: Claim) -> Trail:
    report = case.reports.get(claim.report)
    chain = chain_of(case, claim)
    names = (case.sources[each].title if each in case.sources else each for each in chain)
    published = day(report.published if report else None)
    retold = ", retold" if report and report.retold else ""
    stands = place_at(report.marks, claim.at[0]) if report and claim.at else ""
    return Trail(
        claim.says.text if claim.says else "",
        str(claim.place),
        f"{ARROW.join(names) or 'the report itself'}, {published}{retold}{stands and ', '}{stands}",
        quote=" ".join(claim.quote.split()),
        is_derived=bool(claim.derived),
    )


def trail_of(known: dict[str, Trail], name: str) -> Trail:
    """Find a member's trail; a member made by the account itself has only its name."""
    return known.get(name) or Trail(name, "", "the account itself")


def trails_about(ledger: Ledger, system: System, name: str) -> dict[str, Trail]:
    """Give the sentences behind a claim, an assumption, or a measure, stock or flow, by name."""
    known = trails(ledger)
    if name in known:
        return {name: known[name]}
    about = [each for each in system.groups if each.measure.partition("[")[0] == name]
    members = [member for each in about for member in (each.claims or (each.name,))]
    return {each: known[each] for each in members if each in known}
