"""Claims of one report and their sentences go in; whether the sums they state add up comes out.

The parts are added as said, without their hedges: an article's own arithmetic is judged by the
numbers it prints. Of the total its hedge is kept, since it is what the sum is said to be: 6 000
and 11 000 are 17 000, which is not `more than 18 000`, and neither is 18 000 itself.
"""

from collections.abc import Iterable, Mapping

from musterbook.claims.says.says_print import print_count
from musterbook.claims.sentence import Sentence
from musterbook.core.noun import noun
from musterbook.core.quantity import Bound, HedgeTable, Interval, hedge_interval
from musterbook.core.records import Claim, Stance, Status

SHIPPED = HedgeTable()


@noun
class DerivedSum:
    """A claim that says it is a sum, its parts, what they make, and whether that is what it says.

    `would_close` names other claims of the report each of which, added to the parts, closes the
    sum; the one that overshoots least comes first. Numbers are people.
    """

    claim: str
    parts: tuple[str, ...]
    total_low: float
    total_high: float
    stated: str
    closes: bool
    would_close: tuple[str, ...] = ()


def derived_sums(
    claims: Iterable[Claim], sentences: Mapping[str, Sentence], *, table: HedgeTable = SHIPPED
) -> tuple[DerivedSum, ...]:
    """Recompute every derived claim whose parts are numbers of people.

    Args:
        claims: claims of any reports; each is compared with others of its own report.
        sentences: what each claim (by id) says.
        table: how wide hedge words are, and which numbers vague words stand for.

    Returns:
        One sum for each derived claim; one that names a claim without a number is left out.
    """
    listed = tuple(claims)
    books = _Books(listed, sentences, table)
    found = (books.sum_of(each) for each in listed if each.derived)
    return tuple(each for each in found if each is not None)


class _Books:
    """The claims with the numbers they say, looked up by id."""

    def __init__(
        self, claims: tuple[Claim, ...], sentences: Mapping[str, Sentence], table: HedgeTable
    ) -> None:
        self.claims, self.sentences, self.table = claims, sentences, table
        said = {each.id: _as_said(sentences.get(each.id), table) for each in claims}
        self.numbers = {name: ends for name, ends in said.items() if ends is not None}

    def sum_of(self, claim: Claim) -> DerivedSum | None:
        """Recompute one derived claim, or give None where a number is missing."""
        if any(each not in self.numbers for each in (claim.id, *claim.derived)):
            return None
        low, high = self._total(claim.derived)
        closes = self._closes(claim, claim.derived)
        closing = [
            each
            for each in (() if closes else self._others(claim))
            if self._closes(claim, (*claim.derived, each))
        ]
        stated = print_count(self.sentences[claim.id])
        nearest_first = sorted(closing, key=lambda each: (self.numbers[each], each))
        return DerivedSum(claim.id, claim.derived, low, high, stated, closes, tuple(nearest_first))

    def _total(self, parts: tuple[str, ...]) -> tuple[float, float]:
        return sum(self.numbers[each][0] for each in parts), sum(
            self.numbers[each][1] for each in parts
        )

    def _closes(self, claim: Claim, parts: tuple[str, ...]) -> bool:
        low, high = self._total(parts)
        return can_be(self.sentences[claim.id], low, high, table=self.table)

    def _others(self, claim: Claim) -> tuple[str, ...]:
        """List what may have been left out: no sums, nothing said twice, no part above the whole.

        Only claims of the same report and about the same people are looked at.
        """
        most = self.numbers[claim.id][1]
        seen = {self._what(each) for each in self.claims if each.id in claim.derived}
        found = []
        for each in self.claims:
            if not self._may_be_part(each, claim) or self.numbers[each.id][1] > most:
                continue
            if self._what(each) not in seen:
                seen.add(self._what(each))
                found.append(each.id)
        return tuple(found)

    def _may_be_part(self, part: Claim, whole: Claim) -> bool:
        return (
            part.report == whole.report
            and part.id in self.numbers
            and part.id != whole.id
            and not part.derived
            and part.status is not Status.REJECTED
            and part.stance is Stance.ASSERTED
            and self._people(part) == self._people(whole)
        )

    def _people(self, claim: Claim) -> str:
        """Name the account a claim speaks of: that of its measure, else the claim's own."""
        prefix = self.sentences[claim.id].measure.rpartition(".")[0]
        return prefix or claim.account

    def _what(self, claim: Claim) -> tuple[str, str, tuple[float, float] | None]:
        """Tell claims apart that may name one number twice."""
        name = self.sentences[claim.id].measure.rpartition(".")[2]
        return self._people(claim), name, self.numbers.get(claim.id)


def _as_said(sentence: Sentence | None, table: HedgeTable) -> tuple[float, float] | None:
    """Give the number or range said, or None where it is a share or a rate."""
    if sentence is None or sentence.amount.of or sentence.per is not None:
        return None
    amount = sentence.amount
    return table.vague.get(amount.vague, (amount.low, amount.high))


def can_be(sentence: Sentence, low: float, high: float, *, table: HedgeTable = SHIPPED) -> bool:
    """Say whether a total between low and high can be what the sentence says."""
    said = _as_said(sentence, table)
    if said is None:
        return False
    if sentence.bound is Bound.MORE_THAN:
        return high > said[0]
    if sentence.bound is Bound.LESS_THAN:
        return low < said[1]
    interval = hedge_interval(said[0], said[1], sentence.bound, table)
    if sentence.margin is not None:
        interval = Interval(said[0] - sentence.margin, said[1] + sentence.margin)
    return low <= interval.high and high >= interval.low
