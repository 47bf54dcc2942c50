"""Conflict cards go in; who clashes with whom, in how many sets and by how much, comes out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musterbook.account.system import MemberKind
from musterbook.core.quantity import format_count
from musterbook.views.cards import ConflictCard
from musterbook.views.members import Member
from musterbook.views.table import Cell, Table, cells, table

NOBODY, UNKNOWN = "nobody", "unknown"  # parties that are no source, by the names addresses use
NAMES: Mapping[str, str] = {NOBODY: "assumed, not reported", UNKNOWN: "speaker not known"}


@dataclass(frozen=True, slots=True)
class Clash:
    """Two parties (or one with itself) and the numbers of the sets in which they contradict.

    `people` is the largest shortfall among those sets.
    """

    one: str
    other: str
    numbers: tuple[int, ...]
    people: float


def party(member: Member) -> str:
    """Name whose word a member is: its origin, the last of its chain."""
    if member.kind is not MemberKind.CLAIM:
        return NOBODY
    return member.chain[-1] if member.chain else UNKNOWN


def parties(card: ConflictCard) -> tuple[str, ...]:
    """List the parties of a card, one for each member."""
    return tuple(party(each) for each in card.members)


def is_between(card: ConflictCard, one: str, other: str) -> bool:
    """Say whether two parties meet in a set; one with itself where two members are its own."""
    own = parties(card)
    return own.count(one) > 1 if one == other else one in own and other in own


def clashes_of(cards: Sequence[ConflictCard]) -> tuple[Clash, ...]:
    """Count for every two parties the sets they meet in; those that meet in most come first."""
    names = tuple(dict.fromkeys(name for card in cards for name in parties(card)))
    pairs = [(one, other) for at, one in enumerate(names) for other in names[at:]]
    found = [
        Clash(
            one,
            other,
            tuple(each.number for each in met),
            max(each.conflict.short_by for each in met),
        )
        for one, other in pairs
        if (met := [each for each in cards if is_between(each, one, other)])
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.numbers), -each.people)))


@dataclass(frozen=True, slots=True)
class ClashMatrix:
    """The clashes laid out: one row and one column for each party, `cells` by their two names."""

    names: tuple[str, ...]
    cells: Mapping[tuple[str, str], Clash]

    @property
    def most(self) -> int:
        """The most sets any two meet in: what the tints are measured by."""
        return max((len(each.numbers) for each in self.cells.values()), default=0)

    def at(self, one: str, other: str) -> Clash | None:
        """Give the clash of two parties, whichever is named first."""
        return self.cells.get((one, other))

    def tint(self, clash: Clash) -> int:
        """Grade a clash from 1 to 3 by how often it comes, next to the most frequent."""
        return 1 + (2 * len(clash.numbers)) // self.most if self.most > 1 else 2


def clash_matrix(clashes: Sequence[Clash]) -> ClashMatrix:
    """Lay clashes out, the party in most of them first."""
    counts: dict[str, int] = {}
    for each in clashes:
        for name in {each.one, each.other}:
            counts[name] = counts.get(name, 0) + len(each.numbers)
    names = tuple(sorted(counts, key=lambda name: -counts[name]))
    both = {(each.one, each.other): each for each in clashes}
    return ClashMatrix(names, both | {(each.other, each.one): each for each in clashes})


def clashes_table(clashes: Sequence[Clash], titles: Mapping[str, str]) -> Table:
    """List who clashes with whom, one row a pair."""
    names = "source | clashes with | #sets | #people at most | conflicts"
    return table("Who clashes with whom", names, _rows(clashes, titles))


def _rows(clashes: Sequence[Clash], titles: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    for each in clashes:
        yield cells(
            called(each.one, titles),
            "itself" if each.one == each.other else called(each.other, titles),
            str(len(each.numbers)),
            format_count(each.people),
            " ".join(map(str, each.numbers)),
        )


def called(name: str, titles: Mapping[str, str]) -> str:
    """Give a party's title."""
    return NAMES.get(name) or titles.get(name, name)
