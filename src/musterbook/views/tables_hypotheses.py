"""A weighed matrix goes in; tables of its rows, of the ranking and of its linchpins come out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from musterbook.hypotheses.results import EvidenceRow, Mark, RowKind, WeighReport
from musterbook.hypotheses.words import mark_words
from musterbook.views.anchors import claim_anchor
from musterbook.views.table import Cell, Column, Table, Tone, cells, table
from musterbook.views.words import listed, percent

_TONES = {
    Mark.VERY_CONSISTENT: Tone.GOOD,
    Mark.CONSISTENT: Tone.GOOD,
    Mark.INCONSISTENT: Tone.BAD,
    Mark.VERY_INCONSISTENT: Tone.BAD,
}


def matrix_table(report: WeighReport, *, quotes: Mapping[str, str] | None = None) -> Table:
    """Show the matrix: hypotheses from the least contradicted, rows by what they tell apart.

    `quotes` gives the sentences of claims, shown in place of their ids.
    """
    names = [each.name for each in report.hypotheses]
    heads = [Column("evidence"), Column("origin"), *(Column(name) for name in names)]
    heads.append(Column("tells apart", is_number=True))
    return Table(
        report.question or "The explanations and the evidence",
        tuple(heads),
        tuple(_row(each, names, quotes or {}) for each in report.evidence),
        note=" ".join(_notes(report)),
    )


def _notes(report: WeighReport) -> Iterator[str]:
    yield "CC and C: fits, N: neither, I and II: speaks against."
    yield "What fits every explanation proves none."
    if report.collapsed:
        yield f"Copies of other rows, counted once with them: {listed(report.collapsed)}."
    out = [f"{each.row}, {each.not_counted}" for each in report.evidence if each.not_counted]
    if out:
        yield f"Not counted: {'; '.join(out).rstrip('.')}."
    noted = [_noted(each) for each in report.evidence if each.note]
    if noted:
        yield f"* {'; '.join(noted)}."


def _noted(evidence: EvidenceRow) -> str:
    """Name a row and say what is noted of it: of a computed one the note ends the sentence."""
    if evidence.kind is RowKind.CLAIM:
        return f"{evidence.row}: {evidence.note}"
    return f"“{evidence.row}” {evidence.note}"


def _row(evidence: EvidenceRow, names: list[str], quotes: Mapping[str, str]) -> tuple[Cell, ...]:
    is_claim = evidence.kind is RowKind.CLAIM
    link = f"#{claim_anchor(evidence.members[0])}" if is_claim and evidence.members else ""
    chance = "" if evidence.probability is None else f" ({percent(evidence.probability)})"
    star = " *" if evidence.note else ""
    said = quotes.get(evidence.row, evidence.row) + chance + star
    if evidence.not_counted:
        return (
            Cell(f"{said} (not counted)", link, tone=Tone.QUIET, hint=evidence.not_counted),
            Cell(", ".join(evidence.origins), tone=Tone.QUIET),
            *(replace(_mark(evidence, name), tone=Tone.QUIET) for name in names),
            Cell("", tone=Tone.QUIET),
        )
    return (
        Cell(said, link, hint=evidence.note),
        Cell(", ".join(evidence.origins) or "computed", tone=Tone.QUIET),
        *(_mark(evidence, name) for name in names),
        Cell(f"{evidence.diagnosticity:.2f}"),
    )


def _mark(evidence: EvidenceRow, name: str) -> Cell:
    mark = evidence.ratings.get(name, Mark.NOT_APPLICABLE)
    reason = evidence.why.get(name, "")
    hint = f"{mark_words(mark)}: {reason}" if reason else mark_words(mark)
    return Cell(mark.value, tone=_TONES.get(mark, Tone.QUIET), hint=hint)


def ranking_table(report: WeighReport) -> Table:
    """Show the explanations from the least contradicted on."""
    rows = (
        cells(
            str(each.rank),
            Cell(each.name, tone=Tone.STRONG if each.rank == 1 else Tone.PLAIN),
            each.description,
            f"{each.against:g}",
            Cell(f"{each.favour:g}", tone=Tone.QUIET),
        )
        for each in report.hypotheses
    )
    names = "#rank | name | explanation | #against | #in favour"
    note = "Only what speaks against an explanation ranks it."
    return table("Which explanation is contradicted least", names, rows, note=note)


def linchpins_table(report: WeighReport) -> Table:
    """List the rows without which another explanation would lead."""
    rows = (
        cells(each.row, listed(each.leads_with), listed(each.leads_without))
        for each in report.linchpins
    )
    note = "" if report.linchpins else "No single row, and no single origin, carries the order."
    return table("What the order hangs on", "without | instead of | would lead", rows, note=note)
