"""A case goes in; its claims parted, and who says each, come out; what a sentence read is, too."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.network import Network
from musterbook.account.system import MemberKind
from musterbook.claims.sentence import Sentence
from musterbook.core.problem import Place, Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Case, Claim, Stance, Status
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
