"""A case and its ledger go in; registers of claims, sources, assumptions and hedges come out."""

from collections import Counter
from collections.abc import Iterator, Mapping

from musterbook.account.ledger import Ledger
from musterbook.account.system import Group, MemberKind, System
from musterbook.core.quantity import Bound, HedgeTable, hedge_interval
from musterbook.core.records import Case, Source
from musterbook.views.anchors import claim_anchor, group_anchor, slug, source_anchor
from musterbook.views.claims import ClaimView, interval_words
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import day, span

# What the letters of the Admiralty scale mean, in our words.
RELIABILITY = {
    "A": "trusted",
    "B": "usually right",
    "C": "fairly often right",
    "D": "often wrong",
    "E": "not to be relied on",
    "F": "cannot be judged",
}
SHOWN_NUMBERS = (6_000.0, 1_100.0)  # one round, one finer: the two kinds of number reports give


def claims_table(views: Mapping[str, ClaimView]) -> Table:
    """Show the register of claims: what each says, what that allows, who says so, its standing."""
    return table(
        "Every claim and what became of it",
        "claim | says | #allows | who says so | said on | standing",
        (_claim_row(each) for each in views.values()),
    )


def _claim_row(view: ClaimView) -> tuple[Cell, ...]:
    tone = Tone.PLAIN if view.is_row else Tone.QUIET
    return cells(
        Cell(view.claim.id, f"#{claim_anchor(view.claim.id)}"),
        Cell(view.says or "—", tone=tone),
        Cell(view.allows or "—", tone=tone),
        chain_words(view.chain),
        day(view.published),
        Cell(view.standing, tone=tone),
    )


def chain_words(chain: tuple[str, ...]) -> str:
    """Write a chain of sources as the case files do, outermost first."""
    return " > ".join(chain) if chain else "not known"


def sources_table(case: Case, views: Mapping[str, ClaimView]) -> Table:
    """Show every source with its grade, its interest, whom it retells, and what rests on it."""
    rows_of = Counter(each.chain[-1] for each in views.values() if each.chain and each.is_row)
    told = Counter(each.chain[0] for each in views.values() if each.chain)
    return table(
        "Who says so",
        "source | name | reliability | interest | retells | #tells | #origin of rows",
        (_source_row(each, rows_of, told) for each in case.sources.values()),
        note="Reliability: the Admiralty's letters, A (trusted) to E; F: cannot be judged.",
    )


def _source_row(source: Source, rows_of: Counter[str], told: Counter[str]) -> tuple[Cell, ...]:
    grade = source.reliability
    return cells(
        _anchored(source.name, source_anchor(source.name)),
        source.title,
        f"{grade}, {RELIABILITY.get(grade, 'not known')}",
        source.interest or Cell("none named", tone=Tone.QUIET),
        Cell(source.retells, f"#{source_anchor(source.retells)}") if source.retells else "—",
        str(told[source.name]),
        str(rows_of[source.name]),
    )


def parts_of(system: System) -> tuple[Group, ...]:
    """Choose the members of a system that say that one claim is part of another."""
    return tuple(each for each in system.groups if each.kind is MemberKind.PART)


def assumptions_table(ledger: Ledger, *, parts: tuple[Group, ...] = ()) -> Table:
    """List what nobody reported: the analyst's assumptions with their reasons, and the openings."""
    reasons = {
        each.name: each.because for account in ledger.case.accounts for each in account.assumptions
    }
    rows = [
        cells(
            _anchored(each.name, f"{each.kind.value}-{slug(each.name)}"),
            each.sentence.phrase.text,
            interval_words(each),
            _reason(each.kind, reasons.get(each.name, ""), ledger.case),
        )
        for each in ledger.statements
        if each.kind is not MemberKind.CLAIM
    ]
    rows += [
        cells(_anchored(each.name, group_anchor(each)), each.says, "—", "the claims’ own words")
        for each in parts
    ]
    return table(
        "What nobody reported and the case assumes", "assumption | says | #allows | because", rows
    )


def _anchored(name: str, anchor: str) -> Cell:
    return Cell(name, f"#{anchor}", anchor=anchor)


def _reason(kind: MemberKind, because: str, case: Case) -> Cell:
    if kind is MemberKind.OPENING:
        return Cell("the account starts here", tone=Tone.QUIET)
    if because in {each.id for each in case.claims}:
        return Cell(because, f"#{claim_anchor(because)}")
    return Cell(because) if because else Cell("no reason given", tone=Tone.BAD)


def parameters_table(case: Case) -> Table:
    """List the analyst's own numbers, which scenarios use, with their reasons."""
    rows = (
        cells(each.name, each.description, each.value.text, each.because or "no reason given")
        for account in case.accounts
        for each in account.parameters
    )
    return table("The analyst's own numbers", "parameter | what it is | value | because", rows)


def hedges_table(hedges: HedgeTable) -> Table:
    """Show how each hedge word is read, on a round number and a finer one, and the vague words."""
    first, second = (f"{each:,.0f}".replace(",", "\u202f") for each in SHOWN_NUMBERS)
    return table(
        "How hedge words are read",
        f"word | #{first} | #{second}",
        (*_bound_rows(hedges), *_vague_rows(hedges)),
        note="A bare number allows half of the place of its last digit that is not zero, either "
        "way. `more than` is open above.",
    )


def _bound_rows(hedges: HedgeTable) -> Iterator[tuple[Cell, ...]]:
    for bound in Bound:
        read = (hedge_interval(each, each, bound, hedges) for each in SHOWN_NUMBERS)
        ends = (
            span(
                None if each.low == -float("inf") else each.low,
                None if each.high == float("inf") else each.high,
            )
            for each in read
        )
        yield cells(bound.value or "(no word)", *ends)


def _vague_rows(hedges: HedgeTable) -> Iterator[tuple[Cell, ...]]:
    for word, (low, high) in hedges.vague.items():
        yield cells(word, span(low, high), "")
