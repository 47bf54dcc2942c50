"""A weighed matrix in, its tables out: what is noted of a row reads as a sentence."""

from musterbook.core.problem import Place
from musterbook.hypotheses.results import EvidenceRow, HypothesisScore, Mark, RowKind, WeighReport
from musterbook.views.table import Tone
from musterbook.views.tables_hypotheses import matrix_table


def row(name, kind, note):
    return EvidenceRow(name, kind, {}, {}, Place("hypotheses.yaml"), note=note)


def test_notes_have_no_second_colon():
    rows = (
        row("a expects: x none", RowKind.EXPECTS, "cannot be true together with c1"),
        row("probability that x > 5", RowKind.SCENARIO, "is likely (70%)"),
        row("c2", RowKind.CLAIM, "c3 is the same and counts once"),
    )
    note = matrix_table(WeighReport(question="Why?", hypotheses=(), evidence=rows)).note
    assert note.endswith(
        "* “a expects: x none” cannot be true together with c1; "
        "“probability that x > 5” is likely (70%); c2: c3 is the same and counts once."
    )


def test_a_row_that_does_not_count_is_quiet_and_says_why():
    rows = (
        EvidenceRow(
            "c1", RowKind.CLAIM, {"a": Mark.VERY_INCONSISTENT}, {}, Place("hypotheses.yaml"),
            origins=("x",), members=("c1",), not_counted="set aside: Seats.",
        ),
    )  # fmt: skip
    score = HypothesisScore("a", "because", 0, 1)
    shown = matrix_table(WeighReport(question="Why?", hypotheses=(score,), evidence=rows))
    assert [each.text for each in shown.rows[0]] == ["c1 (not counted)", "x", "II", ""]
    assert {each.tone for each in shown.rows[0]} == {Tone.QUIET}
    assert shown.note.endswith("Not counted: c1, set aside: Seats.")
