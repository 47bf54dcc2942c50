"""Verdicts go in; one card per minimal conflict comes out, with its readings and its ways out."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from musterbook.account.system import MemberKind
from musterbook.conflicts.results import Conflict, ConflictReport, Verdict, WayOut
from musterbook.core.quantity import format_count
from musterbook.views.members import Member
from musterbook.views.numbering import Found, numbered
from musterbook.views.sentences import identity, meaning
from musterbook.views.words import counted, number_word, unprefixed


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line of a conflict's arithmetic: a sign, a number, and what it is."""

    sign: str
    amount: str
    words: str
    says: str
    link: str


@dataclass(frozen=True, slots=True)
class ConflictCard:
    """A minimal conflict as shown: `number` is its own on the page, `readings` where it arises."""

    number: int
    title: str
    conflict: Conflict
    members: tuple[Member, ...]
    says: str
    lines: tuple[SumLine, ...]
    gap: str
    moves: tuple[tuple[tuple[str, ...], str], ...]
    biases: tuple[str, ...]
    readings: tuple[str, ...]
    verdict: Verdict
    ways_out: tuple[WayOut, ...] = ()

    @property
    def anchor(self) -> str:
        """The card's anchor."""
        return f"conflict-{self.number}"


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One combination of readings as shown: its meanings, its verdict, its conflicts' numbers."""

    verdict: Verdict
    meanings: tuple[tuple[str, str], ...]
    numbers: tuple[int, ...]
    rests: str


def cards_of(
    report: ConflictReport,
    members: Mapping[str, Mapping[str, Member]],
    *,
    accounts: Sequence[str] = (),
) -> tuple[ConflictCard, ...]:
    """Number the distinct conflicts of all readings, the default's first, then the smallest.

    `members` maps a reading, in words, to the cards of its members; `accounts` are the prefixes
    left out where a card speaks of one account alone.
    """
    return tuple(
        _card(number, each, members, accounts=accounts)
        for number, each in enumerate(numbered(report), 1)
    )


def _card(
    number: int,
    found: Found,
    members: Mapping[str, Mapping[str, Member]],
    *,
    accounts: Sequence[str],
) -> ConflictCard:
    verdict, conflict = found[0]
    cards = members[meaning(verdict.choice)]
    own = set(conflict.members)
    return ConflictCard(
        number,
        _title(conflict, cards),
        conflict,
        tuple(cards[each] for each in conflict.members),
        unprefixed(identity(conflict), accounts),
        tuple(_lines(conflict, cards, accounts)),
        _gap(conflict),
        _moves(conflict),
        tuple(_biases(conflict)),
        tuple(meaning(each.choice) for each, _ in found if each.choice),
        verdict,
        tuple(each for each in verdict.ways_out if own & set(each.members)),
    )


def _title(conflict: Conflict, cards: Mapping[str, Member]) -> str:
    kinds = [cards[each].kind for each in conflict.members]
    claims = kinds.count(MemberKind.CLAIM)
    added = len(kinds) - claims
    if len(kinds) == 1:
        return "This cannot be true by itself"
    if not added:
        both = "both" if claims == 2 else "all"  # noqa: PLR2004 - of two one says both
        return f"These {number_word(claims)} claims cannot {both} be true"
    named = counted(added, "assumption")
    return f"{counted(claims, 'claim')} and {named} cannot all be true".capitalize()


def _gap(conflict: Conflict) -> str:
    """Give what the lines of the sum come to, which may be more than any one interval must give."""
    total = sum(float(each.amount) for each in conflict.lines)
    return format_count(total if conflict.lines else conflict.short_by)


def _moves(conflict: Conflict) -> tuple[tuple[tuple[str, ...], str], ...]:
    together: dict[str, list[str]] = {}
    for name, people in conflict.least_moves:
        together.setdefault(format_count(people), []).append(name)
    return tuple((tuple(names), people) for people, names in together.items())


def _lines(
    conflict: Conflict, cards: Mapping[str, Member], accounts: Sequence[str]
) -> Iterator[SumLine]:
    for each in conflict.lines:
        amount = float(each.amount)
        member = cards.get(each.member)
        yield SumLine(
            "−" if math.copysign(1.0, amount) < 0 or each.says.startswith("at most") else "+",
            format_count(abs(amount)),
            unprefixed(each.words, accounts),
            each.says,
            member.link if member else "",
        )


def _biases(conflict: Conflict) -> Iterator[str]:
    for each in conflict.bias:
        way = "high" if each.per_cent > 0 else "low"
        off = f"{abs(each.per_cent):.0f} % too {way}"
        yield f"{each.source}’s figures for {each.bias_class} were {off}"


def reading_rows(
    report: ConflictReport,
    cards: tuple[ConflictCard, ...],
    *,
    members: Mapping[str, Mapping[str, Member]],
) -> tuple[ReadingRow, ...]:
    """Make the rows of the table of readings, each with the numbers of its conflicts' cards."""
    numbers = {frozenset(each.conflict.members): each.number for each in cards}
    return tuple(
        ReadingRow(
            verdict,
            verdict.choice,
            tuple(sorted(numbers[frozenset(each.members)] for each in verdict.conflicts)),
            _rests(verdict, members[meaning(verdict.choice)]),
        )
        for verdict in report.readings
    )


def _rests(verdict: Verdict, cards: Mapping[str, Member]) -> str:
    if verdict.feasible:
        return ""
    leans = [_leaning(each, cards) for each in verdict.conflicts]
    if any(not each for each in leans):
        return "by the reports’ own numbers"
    return "only with " + " or with ".join(dict.fromkeys(" and ".join(each) for each in leans))


def _leaning(conflict: Conflict, cards: Mapping[str, Member]) -> list[str]:
    found = []
    for name in conflict.members:
        member = cards[name]
        if member.kind is MemberKind.ASSUMPTION:
            found.append(f"the assumption “{name}”")
        elif member.is_derived:
            found.append(f"the derived {name}")
    return found
