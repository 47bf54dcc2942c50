"""Claims, assumptions and openings go in; sentences with their speakers and names come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.network import Network
from musterbook.account.system import MemberKind
from musterbook.claims.says import parse_sentence
from musterbook.claims.sentence import Sentence
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Assumption, Case, Claim, Stance, Status, Stock
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import parse_date


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a sentence: the analyst (nothing set), or an origin through `distance` mouths.

    `said` is the report's date, `hedges` the table the origin's words are read by.
    """

    origin: str | None = None
    distance: int = 0
    said: date | None = None
    claim: Claim | None = None
    hedges: HedgeTable | None = None


ANALYST = Speaker()


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that may become rows, of which measure, and who says it.

    `measure` and `of` (the other measure of a share or multiple) are qualified names.
    """

    name: str
    kind: MemberKind
    sentence: Sentence
    measure: str
    hedges: HedgeTable
    speaker: Speaker = ANALYST
    of: str = ""

    @property
    def place(self) -> Place:
        """Where the sentence stands."""
        return self.sentence.phrase.place

    @property
    def claim(self) -> Claim | None:
        """The claim it is of, None for the analyst's own sentences."""
        return self.speaker.claim


def chain_of(case: Case, claim: Claim) -> tuple[str, ...]:
    """Give a claim's chain of sources, outermost first, followed down through `retells`."""
    chain = list(claim.by)
    report = case.reports.get(claim.report)
    if not chain and report is not None:
        chain = [report.publisher]
    while chain:
        source = case.sources.get(chain[-1])
        if source is None or source.retells is None or source.retells in chain:
            break
        chain.append(source.retells)
    return tuple(chain)


def is_row(case: Case, claim: Claim) -> bool:
    """Say whether a claim may become a row: accepted, asserted, with a sentence, said by now."""
    report = case.reports.get(claim.report)
    return (
        claim.says is not None
        and claim.status is Status.ACCEPTED
        and claim.stance is Stance.ASSERTED
        and not claim.set_aside
        and (report is None or report.published <= case.today)
        and claim.id not in superseded(case)
    )


def superseded(case: Case) -> frozenset[str]:
    """Name the claims that an accepted claim published by now takes the place of."""
    return frozenset(
        each.supersedes
        for each in case.claims
        if each.supersedes is not None
        and each.status is Status.ACCEPTED
        and case.reports[each.report].published <= case.today
    )


class Reader:
    """Parses sentences of one case, keeping the problems it meets."""

    def __init__(self, case: Case, network: Network) -> None:
        """Start with no problems."""
        self.case = case
        self.network = network
        self.problems: list[Problem] = []

    def claims(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        """Read every claim that has a sentence, rows or not (so that all faults are seen)."""
        return tuple(each for claim in claims if (each := self._claim(claim)) is not None)

    def _claim(self, claim: Claim) -> Statement | None:
        if claim.says is None:
            return None
        chain = chain_of(self.case, claim)
        source = self.case.sources.get(chain[-1]) if chain else None
        report = self.case.reports.get(claim.report)
        speaker = Speaker(
            origin=chain[-1] if chain else None,
            distance=len(chain),
            said=report.published if report else None,
            claim=claim,
            hedges=source.hedges if source else None,
        )
        return self.read(
            claim.id,
            MemberKind.CLAIM,
            phrase=claim.says,
            account=claim.account,
            speaker=speaker,
        )

    def assumption(self, assumption: Assumption) -> Statement | None:
        """Read a sentence of the analyst's own."""
        return self.read(
            assumption.name,
            MemberKind.ASSUMPTION,
            phrase=assumption.says,
            account=assumption.account,
        )

    def opening(self, stock: Stock) -> Statement | None:
        """Read a stock's opening; a stock that says nothing starts at 0."""
        amount = stock.starts.text if stock.starts else "0"
        when = stock.opens.text if stock.opens else ""
        instant = self._opening_date(when)
        place = stock.starts.place if stock.starts else stock.place
        bound = "exactly " if amount.strip() == "0" else ""
        phrase = Phrase(f"{stock.name} {bound}{amount} on {instant}", place)
        return self.read(f"{stock.name} starts at {amount}", MemberKind.OPENING, phrase=phrase)

    def _opening_date(self, when: str) -> str:
        period = parse_date(when, self.case.events) if when else None
        opening = period.opening if period else self.case.window.opening
        return max(opening, self.case.window.opening).isoformat()

    def read(
        self,
        name: str,
        kind: MemberKind,
        *,
        phrase: Phrase,
        account: str = "",
        speaker: Speaker = ANALYST,
    ) -> Statement | None:
        """Parse one sentence and look its names up; a fault is kept and gives None."""
        sentence, found = parse_sentence(phrase, self.case.events, self.case.units)
        self.problems += found
        if sentence is None:
            return None
        measure = self._look_up(sentence.measure, account, phrase)
        other = self._look_up(sentence.amount.of, account, phrase) if sentence.amount.of else ""
        if measure is None or other is None:
            return None
        hedges = speaker.hedges or self.case.hedges
        return Statement(name, kind, sentence, measure, hedges, speaker, other)

    def _look_up(self, name: str, account: str, phrase: Phrase) -> str | None:
        found = self.network.resolve(name, account)
        if found is None:
            self.problems.append(
                Problem(
                    "MB230",
                    f"the account has no `{name}`",
                    phrase.place,
                    numbers=(("sentence", phrase.text),),
                    fix=did_you_mean(name, self.network.names),
                )
            )
        return found


def readings_known(network: Network, statement: Statement) -> Problem | None:
    """Check that a reading pinned in a sentence exists."""
    reading = statement.sentence.reading
    known: Mapping[str, object] = network.measures.get(statement.measure, {})
    if not reading or reading in known:
        return None
    return Problem(
        "MB237",
        f"`{statement.measure}` has no reading `{reading}`",
        statement.place,
        fix=did_you_mean(reading, known),
    )
