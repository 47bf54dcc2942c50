"""A read case goes in; digests of what the results of each stage hang on come out.

A digest of all files would take a note, a comment or a claim that nobody has accepted for a change
of the numbers. What is known to change none is left out here; whatever else is said counts.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from musterbook.account.ledger import Ledger
from musterbook.account.statements import Statement, chain_of
from musterbook.core.problem import Phrase, Place
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Case, Claim, Source, Stance, Status
from musterbook.core.remembered import MOST_CLAIMS, MOST_STATES, remembered

NOWHERE = Place("")
PLAIN = HedgeTable()


@dataclass(frozen=True, slots=True)
class Bearing:
    """What bears on the account, on the scenarios and on the matrix, each by its digest.

    `ever` bears on any result of the case, as believed on whichever day.
    """

    account: str
    run: str
    weigh: str
    ever: str

    def on(self, stage: str) -> str:
        """Give the digest of what bears on a stage: `run`, `weigh`, or one of the account alone."""
        return {"run": self.run, "weigh": self.weigh}.get(stage, self.account)


def bearing_of(ledger: Ledger, *, own_day: date | None) -> Bearing:
    """Find what bears on the results of a case; `own_day` is that which case.yaml looks from."""
    case = ledger.case
    account = _digest((*_frame(case), repr(case.today), *map(_said, ledger.statements)))
    account = _digest((account, *_sources(case, ledger.statements)))
    plan = repr((case.plan, [each.scenario for each in case.board.evidence]))
    board = (repr(case.board), *_evidence(case))
    return Bearing(
        account,
        run=_digest((account, plan)),
        weigh=_digest((account, plan, *board)),
        ever=_digest((*_frame(case), repr(own_day), plan, *board, *_ever(ledger))),
    )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _frame(case: Case) -> tuple[str, ...]:
    """Give what case.yaml and the accounts say, however many days one looks from."""
    words = repr((case.window, case.step, case.events, case.hedges, case.units))
    return words, repr(case.accounts)


def _sources(case: Case, statements: Iterable[Statement]) -> Iterator[str]:
    names = dict.fromkeys(each.speaker.origin for each in statements if each.speaker.origin)
    return (repr(_bare_source(case.sources[each])) for each in names if each in case.sources)


def _evidence(case: Case) -> Iterator[str]:
    """Give the claims that the matrix rests on, counted or not, with who says them."""
    wanted = {each.claim for each in case.board.evidence}
    for claim in case.claims:
        if claim.id in wanted:
            report = case.reports.get(claim.report)
            yield repr((_bare(claim), chain_of(case, claim), report and report.published))


def _ever(ledger: Ledger) -> Iterator[str]:
    """Give every sentence that counts on some day, in an order that hangs on no day."""
    every = (*ledger.statements, *filter(_may_count, ledger.shelved))
    said = {each.name: each for each in every}
    claims = {each.id: said[each.id] for each in ledger.case.claims if each.id in said}
    ordered = (*claims.values(), *(each for each in every if each.claim is None))
    yield from map(_said, ordered)
    yield from _sources(ledger.case, ordered)


def _may_count(statement: Statement) -> bool:
    claim = statement.claim
    return claim is not None and (
        claim.status is Status.ACCEPTED and claim.stance is Stance.ASSERTED and not claim.set_aside
    )


@remembered(MOST_CLAIMS)
def _said(statement: Statement) -> str:
    """Digest a sentence and who says it, wherever it stands."""
    speaker, claim = statement.speaker, statement.claim
    sentence = replace(statement.sentence, phrase=_bare_phrase(statement.sentence.phrase))
    bare = replace(
        statement,
        sentence=sentence,
        hedges=PLAIN,
        speaker=replace(speaker, claim=_bare(claim) if claim else None, hedges=None),
    )
    return _digest((repr(bare), _hedged(statement.hedges)))


@remembered(MOST_STATES)
def _hedged(hedges: HedgeTable) -> str:
    return _digest((repr(hedges),))


def _bare(claim: Claim) -> Claim:
    """Take out of a claim what no number hangs on."""
    says = _bare_phrase(claim.says) if claim.says else None
    return replace(claim, place=NOWHERE, says=says, quote="", at=None, note="")


def _bare_phrase(phrase: Phrase) -> Phrase:
    return Phrase(phrase.text, NOWHERE)


def _bare_source(source: Source) -> Source:
    return replace(source, place=NOWHERE, title="", interest="")
