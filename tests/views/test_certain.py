"""A report on conflicts in; what is certain, the numbers of conflicts, and sentences out."""

from __future__ import annotations

from dataclasses import replace

from musterbook.conflicts.results import (
    Conflict,
    ConflictReport,
    Line,
    Slip,
    Verdict,
    WayOut,
)
from musterbook.views.numbering import numbers_of
from musterbook.views.sentences import arithmetic, not_counted, reading_lines, way_out
from musterbook.views.tables_conflicts import bounds_table

NARROW, WIDE = ((("left", each),) for each in ("by bus", "any way"))
ONE = Conflict(("a", "b"), "", 5.0)
TWO = Conflict(("a", "c", "d"), "", 9.0)


def texts(report: ConflictReport) -> list[list[str]]:
    return [[cell.text for cell in row] for row in bounds_table(report).rows]


def test_what_holds_whatever_the_reading_stands_first() -> None:
    one = Verdict(NARROW, feasible=True, bounds={"camp": (10, 20), "gone": (0, None)})
    two = Verdict(WIDE, feasible=True, bounds={"camp": (15, 40), "gone": (None, None)})
    certain = {"camp": (10.0, 40.0), "gone": (None, None)}
    report = ConflictReport(one, (one, two), certain)
    heads = [each.name for each in bounds_table(report).columns]
    assert heads == ["measure", "whatever the reading", "reading 1", "reading 2"]
    assert texts(report) == [
        ["camp", "10 – 40", "10 – 20", "15 – 40"],
        ["gone", "not bounded", "at least 0", "not bounded"],
    ]


def test_of_one_reading_there_is_one_column() -> None:
    one = Verdict(NARROW, feasible=True, bounds={"camp": (10, 20)})
    no = Verdict(WIDE, feasible=False, conflicts=(ONE,))
    assert texts(ConflictReport(no, (no, one), {"camp": (10.0, 20.0)})) == [["camp", "10 – 20"]]


def test_a_conflict_has_one_number_under_all_readings() -> None:
    first = Verdict(NARROW, feasible=False, conflicts=(TWO,))
    second = Verdict(WIDE, feasible=False, conflicts=(ONE, TWO))
    report = ConflictReport(first, (first, second))
    assert numbers_of(report) == {frozenset(TWO.members): 1, frozenset(ONE.members): 2}


def test_what_is_explained_is_counted_and_the_next_is_named() -> None:
    known = replace(ONE, explained="They counted tents.")
    verdict = Verdict(NARROW, feasible=False, conflicts=(known, TWO), widen=2.5)
    ((_, line),) = reading_lines(ConflictReport(verdict, (verdict,)))
    assert line == (
        "left = by bus: two clashes, one explained (λ* = 2.50), the smallest between a, c and d"
    )
    done = replace(verdict, conflicts=(known,))
    ((_, line),) = reading_lines(ConflictReport(done, (done,)))
    assert line == "left = by bus: one clash, explained (λ* = 2.50), the smallest between a and b"
    both = replace(verdict, conflicts=(known, replace(TWO, explained="They counted twice.")))
    ((_, line),) = reading_lines(ConflictReport(both, (both,)))
    assert "two clashes, all explained" in line


def test_of_many_claims_set_aside_the_first_are_named() -> None:
    assert not_counted(()) == ""
    assert not_counted(["a"]) == "Set aside in the case's files, and not counted: a."
    assert not_counted("abcdefgh").endswith("not counted: a, b, c, d, e, f and 2 more.")


def test_a_sum_is_laid_out_for_a_pencil() -> None:
    lines = (
        Line("a", "came by May", "at least 1 000", 1_000),
        Line("b", "“at most 5 a day”", "at most 90 in all", -90),
        Line("c", "left by May", "at most 0", -0.0),
    )
    assert arithmetic(Conflict(("a", "b", "c"), "", 910, lines=lines)) == (
        "+ 1\u202f000  came by May, at least (a)",
        "−    90  “at most 5 a day”, in all, at most (b)",
        "−     0  left by May, at most (c)",
        "=   910 too many",
    )


def test_a_way_out_says_what_the_rest_allows() -> None:
    assert way_out(WayOut(("a", "b"), 30.0)) == "set aside a and b (30 people)"
    slips = (Slip(130.0, "two digits swapped"),)
    assert way_out(WayOut(("a",), 30.0, (120.0, 140.0), slips)) == (
        "set aside a (30 people): the rest leaves it 120 – 140; 130 (two digits swapped) would fit"
    )
    assert way_out(WayOut(("a",), 30.0, (None, None))).endswith("the rest leaves it not bounded")
