"""Claims, assumptions and openings go in; sentences with their speakers and names come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from musterbook.account.network import Network
from musterbook.account.statements import ANALYST, Speaker, Statement, chain_of
from musterbook.account.system import MemberKind
from musterbook.claims.says.says import parse_sentence
from musterbook.claims.verify import check_value
from musterbook.core.problem import Phrase, Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Assumption, Case, Claim, Stock
from musterbook.core.remembered import MOST_CLAIMS, MOST_FILES, MOST_STATES, remembered
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import Period


@dataclass(frozen=True, slots=True)
class Glossary:
    """What the words of a case's sentences mean: its names, events, units and hedges."""

    network: Network
    events: Mapping[str, Period]
    units: Mapping[str, tuple[float, float]]
    hedges: HedgeTable


_glossary_of = remembered(MOST_STATES)(Glossary)
_Read: TypeAlias = tuple[Statement | None, tuple[Problem, ...]]


class Reader:
    """Parses sentences of one case, keeping the problems it meets."""

    def __init__(self, case: Case, network: Network) -> None:
        """Start with no problems."""
        self.case = case
        self.glossary = _glossary_of(network, case.events, case.units, case.hedges)
        self.problems: list[Problem] = []

    def claims(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        """Read every claim that has a sentence, rows or not (so that all faults are seen)."""
        read = (self._claim(claim) for claim in claims if claim.says is not None)
        return tuple(each for each in read if each is not None)

    def _claim(self, claim: Claim) -> Statement | None:
        chain = chain_of(self.case, claim)
        source = self.case.sources.get(chain[-1]) if chain else None
        report = self.case.reports.get(claim.report)
        said = report.published if report else None
        hedges = source.hedges if source else None
        return self._kept(_read_claim(claim, self.glossary, hedges, chain=chain, said=said))

    def assumptions(self, assumptions: Iterable[Assumption]) -> tuple[Statement, ...]:
        """Read sentences of the analyst's own."""
        return tuple(each for item in assumptions if (each := self._assumption(item)) is not None)

    def _assumption(self, assumption: Assumption) -> Statement | None:
        return self._kept(_read_assumption(assumption, self.glossary))

    def opening(self, stock: Stock) -> Statement | None:
        """Read a stock's opening; a stock that says nothing starts at 0."""
        return self._kept(_read_opening(stock, self.glossary, day=self.case.window.opening))

    def _kept(self, read: _Read) -> Statement | None:
        statement, problems = read
        self.problems += problems
        return statement


@remembered(MOST_CLAIMS)
def _read_claim(
    claim: Claim,
    glossary: Glossary,
    hedges: HedgeTable | None,
    *,
    chain: tuple[str, ...],
    said: date | None,
) -> _Read:
    speaker = Speaker(chain[-1] if chain else None, len(chain), said, claim, hedges)
    assert claim.says is not None
    return _read(
        claim.id,
        MemberKind.CLAIM,
        glossary,
        phrase=claim.says,
        account=claim.account,
        speaker=speaker,
    )


@remembered(MOST_FILES)
def _read_assumption(assumption: Assumption, glossary: Glossary) -> _Read:
    account = assumption.account
    kind = MemberKind.ASSUMPTION
    return _read(assumption.name, kind, glossary, phrase=assumption.says, account=account)


@remembered(MOST_FILES)
def _read_opening(stock: Stock, glossary: Glossary, *, day: date) -> _Read:
    amount = stock.starts.text if stock.starts else "0"
    place = stock.starts.place if stock.starts else stock.place
    bound = "exactly " if amount.strip() == "0" else ""
    phrase = Phrase(f"{stock.name} {bound}{amount} on {day}", place)
    return _read(f"{stock.name} starts at {amount}", MemberKind.OPENING, glossary, phrase=phrase)


def _read(
    name: str,
    kind: MemberKind,
    glossary: Glossary,
    *,
    phrase: Phrase,
    account: str = "",
    speaker: Speaker = ANALYST,
) -> _Read:
    """Parse one sentence and look its names up; with a fault there is no statement."""
    sentence, found = parse_sentence(phrase, glossary.events, glossary.units)
    if sentence is None:
        return None, found
    problems = list(found)
    if speaker.claim is not None:
        problems += check_value(speaker.claim, sentence)
    named = [sentence.measure, *([sentence.amount.of] if sentence.amount.of else [])]
    known = [glossary.network.resolve(each, account) for each in named]
    strange = (each for each, found in zip(named, known, strict=True) if found is None)
    problems += (_unknown(each, glossary.network, phrase) for each in strange)
    if None in known:
        return None, tuple(problems)
    measure, other = (*known, "")[:2]
    assert measure is not None
    hedges = speaker.hedges or glossary.hedges
    statement = Statement(name, kind, sentence, measure, hedges, speaker, other or "")
    return statement, tuple(problems)


def _unknown(name: str, network: Network, phrase: Phrase) -> Problem:
    return Problem(
        "MB230",
        f"the account has no `{name}`",
        phrase.place,
        numbers=(("sentence", phrase.text),),
        fix=did_you_mean(name, network.names),
    )
