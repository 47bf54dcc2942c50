"""The explanations offered, what weighs for and against them, and how their order moved."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from musterbook.core.plans import Evidence, Hypothesis, HypothesisBoard
from musterbook.core.problem import Phrase
from musterbook.hypotheses.results import EvidenceRow, HypothesisScore, Mark, RowKind, WeighReport
from musterbook.hypotheses.words import mark_words, order_words
from musterbook.inquiry.verdicts import PastVerdict, verdicts_over_time, weighed_now
from musterbook.views.anchors import (
    claim_anchor,
    hypothesis_anchor,
    scenario_anchor,
    sentence_anchor,
    slug,
)
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen, Tables, sizes_of
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, Table, cells, table
from musterbook.views.tables_hypotheses import linchpins_table, matrix_table, ranking_table
from musterbook.views.words import listed, percent
from musterbook.workbench.board import UNDER

EMPTY = "No explanation has been offered yet."
LENGTH = 16  # hexadecimal digits of a row's state: two states never meet in so many
TONES: Mapping[Mark, str] = {
    Mark.VERY_CONSISTENT: "for2",
    Mark.CONSISTENT: "for1",
    Mark.INCONSISTENT: "against1",
    Mark.VERY_INCONSISTENT: "against2",
    Mark.NOT_APPLICABLE: "none",
}


@dataclass(frozen=True, slots=True)
class MarkView:
    """One mark of a row: the one that counts, what it means, the analyst's own and the reason."""

    hypothesis: str
    mark: str
    words: str
    tone: str
    given: str
    why: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the matrix; `seen` names the state its form was made for, empty of computed rows."""

    row: EvidenceRow
    anchor: str
    says: str
    link: str
    sentence: str
    marks: tuple[MarkView, ...]
    seen: str = ""
    linchpin: str = ""
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnView:
    """An explanation: its score, what it expects, and the rows that speak against it."""

    score: HypothesisScore
    anchor: str
    expects: tuple[str, ...]
    against: tuple[tuple[str, str], ...]


def state_of(evidence: Evidence) -> str:
    """Name the state of a row's marks and reasons."""
    state = (sorted(evidence.marks.items()), sorted(evidence.why.items()))
    return hashlib.sha256(repr(state).encode()).hexdigest()[:LENGTH]


def evidence_named(board: HypothesisBoard, row: str) -> Evidence | None:
    """Find the row of a board that is about a claim or asks a question, by its words."""
    return next((each for each in board.evidence if row in _names(each)), None)


def _names(evidence: Evidence) -> tuple[str, ...]:
    asked = (evidence.scenario.text,) if evidence.scenario else ()
    return (*([evidence.claim] if evidence.claim else []), *asked)


def weighed_of(shown: Shown) -> WeighReport | None:
    """Weigh the board as it is now with what was computed last; None where there is no board."""
    if not shown.bench.case.board.hypotheses:
        return None
    before = shown.worked.weighed if shown.worked is not None else None
    return weighed_now(shown.bench, before)[0]


def row_anchor(name: str) -> str:
    """Name a row of the matrix on the page."""
    return f"row-{slug(name)}"


def row_views(shown: Shown, weighed: WeighReport) -> tuple[RowView, ...]:
    """Lay out the rows, the one that tells most apart first."""
    return tuple(_row(shown, weighed, each) for each in weighed.evidence)


def _row(shown: Shown, weighed: WeighReport, row: EvidenceRow) -> RowView:
    evidence = evidence_named(shown.bench.case.board, row.row)
    claim = shown.claims.get(row.row) if row.kind is RowKind.CLAIM else None
    quote = " ".join(claim.claim.quote.split()) if claim else ""
    pin = next((each.says for each in weighed.linchpins if each.row == row.row), "")
    is_editable = evidence is not None and row.kind is not RowKind.EXPECTS
    return RowView(
        row,
        row_anchor(row.row),
        f"“{quote}”" if quote else row.row,
        _link(row),
        f"#{sentence_anchor(row.row)}" if quote else "",
        tuple(_mark(row, each.name, evidence) for each in weighed.hypotheses),
        state_of(evidence) if evidence is not None and is_editable else "",
        pin,
        row.members[1:] if row.kind is RowKind.CLAIM else (),
    )


def _link(row: EvidenceRow) -> str:
    if row.kind is RowKind.CLAIM:
        return f"#{claim_anchor(row.row)}"
    if row.kind is RowKind.SCENARIO:
        _, under, scenario = row.row.partition(UNDER)
        return f"#{scenario_anchor(scenario)}" if under else "#scenarios"
    return f"#{hypothesis_anchor(row.row.partition(' expects: ')[0])}"


def _mark(row: EvidenceRow, name: str, evidence: Evidence | None) -> MarkView:
    mark = row.ratings.get(name, Mark.NOT_APPLICABLE)
    given = evidence.marks.get(name, Mark.NOT_APPLICABLE.value) if evidence else mark.value
    return MarkView(
        name, mark.value, mark_words(mark), TONES.get(mark, ""), given, row.why.get(name, "")
    )


def column_views(board: HypothesisBoard, weighed: WeighReport) -> tuple[ColumnView, ...]:
    """Lay out the explanations, the least contradicted first."""
    offered: Mapping[str, Hypothesis] = {each.name: each for each in board.hypotheses}
    return tuple(
        ColumnView(
            each,
            hypothesis_anchor(each.name),
            tuple(phrase.text for phrase in offered[each.name].expects),
            tuple(
                (row.row, row.ratings[each.name].value)
                for row in weighed.evidence
                if row.counts.get(each.name, 0) < 0
            ),
        )
        for each in weighed.hypotheses
    )


def awaited_rows(board: HypothesisBoard, weighed: WeighReport) -> tuple[Phrase, ...]:
    """List the questions that rows ask and nobody has worked out yet."""
    asked = (each.scenario for each in board.evidence if each.scenario is not None)
    return tuple(each for each in asked if each.text not in weighed.probabilities)


def claims_to_add(shown: Shown) -> tuple[tuple[str, str], ...]:
    """List the claims that are in no row yet, each with the beginning of its sentence."""
    there = {each.claim for each in shown.bench.case.board.evidence}
    return tuple(
        (name, " ".join(each.claim.quote.split()))
        for name, each in shown.claims.items()
        if name not in there and "@" not in name and each.claim.quote
    )


def _context(shown: Shown, _query: Query) -> Context:
    board, weighed = shown.bench.case.board, weighed_of(shown)
    if weighed is None:
        return {"weighed": None, "board": board}
    tables = _tables_of(shown, weighed)
    return {
        "weighed": weighed,
        "board": board,
        "order": order_words(weighed),
        "rows": row_views(shown, weighed),
        "columns": column_views(board, weighed),
        "awaited": awaited_rows(board, weighed),
        "past": tables["history"],
        "to_add": claims_to_add(shown),
        "marks": [(each.value, mark_words(each)) for each in Mark],
        "percent": percent,
        "sizes": sizes_of(tables),
    }


def past_table(past: tuple[PastVerdict, ...]) -> Table:
    """List the days that brought evidence, with the order that followed from it."""
    rows = (
        cells(
            Cell(each.day.isoformat(), f"/hypotheses?as_of={each.day}"),
            str(each.rows),
            listed(each.leading),
            ", ".join(f"{h.name} {h.against:g}" for h in each.hypotheses),
        )
        for each in past
    )
    return table("How the order moved", "day | #claims | contradicted least | against each", rows)


def reasons_table(weighed: WeighReport) -> Table:
    """List every mark with its reason."""
    names = "evidence | hypothesis | mark | meaning | reason"
    return table("Every mark and its reason", names, _reason_rows(weighed))


def _reason_rows(weighed: WeighReport) -> Iterator[tuple[Cell, ...]]:
    for row in weighed.evidence:
        for name, mark in row.ratings.items():
            yield cells(row.row, name, mark.value, mark_words(mark), row.why.get(name, ""))


def _tables(shown: Shown, _query: Query) -> Tables:
    weighed = weighed_of(shown)
    return _tables_of(shown, weighed) if weighed is not None else {}


def _tables_of(shown: Shown, weighed: WeighReport) -> Tables:
    quotes = {
        name: f"{name}: “{' '.join(each.claim.quote.split())}”"
        for name, each in shown.claims.items()
    }
    return {
        "matrix": matrix_table(weighed, quotes=quotes),
        "ranking": ranking_table(weighed),
        "linchpins": linchpins_table(weighed),
        "reasons": reasons_table(weighed),
        "history": past_table(verdicts_over_time(shown.bench)),
    }


HYPOTHESES = Screen("/hypotheses", "Why", "web/hypotheses.html", _context, _tables, empty=EMPTY)
