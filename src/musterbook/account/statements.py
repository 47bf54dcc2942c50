"""Claims, assumptions and openings go in; sentences with their speakers and names come out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.network import Network
from musterbook.account.system import MemberKind
from musterbook.claims.says import parse_sentence
from musterbook.claims.sentence import Sentence
from musterbook.claims.verify import check_value
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Assumption, Case, Claim, Stance, Status, Stock
from musterbook.core.suggest import did_you_mean


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
    def label(self) -> str:
        """The measure with the reading its sentence pins, if any."""
        return _labelled(self.measure, self.sentence.reading)

    @property
    def of_label(self) -> str:
        """The other measure with the reading pinned for it, if any."""
        return _labelled(self.of, self.sentence.amount.of_reading)

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


def parted(case: Case) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Part the claims that may become rows from those on the shelf.

    Rows come from what is accepted, asserted, has a sentence, was said by now, and was not
    superseded.
    """
    gone = superseded(case)
    rows: list[Claim] = []
    shelved: list[Claim] = []
    for claim in case.claims:
        counts = _could_count(case, claim) and claim.id not in gone
        (rows if counts else shelved).append(claim)
    return tuple(rows), tuple(shelved)


def _could_count(case: Case, claim: Claim) -> bool:
    report = case.reports.get(claim.report)
    return (
        claim.says is not None
        and claim.status is Status.ACCEPTED
        and claim.stance is Stance.ASSERTED
        and not claim.set_aside
        and (report is None or report.published <= case.today)
    )


def superseded(case: Case) -> frozenset[str]:
    """Name the claims whose place is taken by one that counts itself."""
    return frozenset(
        each.supersedes
        for each in case.claims
        if each.supersedes is not None and _could_count(case, each)
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

    def assumptions(self, assumptions: Iterable[Assumption]) -> tuple[Statement, ...]:
        """Read sentences of the analyst's own."""
        return tuple(each for item in assumptions if (each := self._assumption(item)) is not None)

    def _assumption(self, assumption: Assumption) -> Statement | None:
        return self.read(
            assumption.name,
            MemberKind.ASSUMPTION,
            phrase=assumption.says,
            account=assumption.account,
        )

    def opening(self, stock: Stock) -> Statement | None:
        """Read a stock's opening; a stock that says nothing starts at 0."""
        amount = stock.starts.text if stock.starts else "0"
        place = stock.starts.place if stock.starts else stock.place
        bound = "exactly " if amount.strip() == "0" else ""
        opening = self.case.window.opening
        phrase = Phrase(f"{stock.name} {bound}{amount} on {opening}", place)
        return self.read(f"{stock.name} starts at {amount}", MemberKind.OPENING, phrase=phrase)

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
        if speaker.claim is not None:
            self.problems += check_value(speaker.claim, sentence)
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


def unknown_readings(network: Network, statement: Statement) -> Iterator[Problem]:
    """Check that the readings pinned in a sentence exist."""
    sentence = statement.sentence
    pinned = ((statement.measure, sentence.reading), (statement.of, sentence.amount.of_reading))
    for measure, reading in pinned:
        known: Mapping[str, object] = network.measures.get(measure, {})
        if reading and reading not in known:
            says = f"`{measure}` has no reading `{reading}`"
            yield Problem("MB237", says, statement.place, fix=did_you_mean(reading, known))


def _labelled(measure: str, reading: str) -> str:
    return f"{measure}[{reading}]" if reading else measure
