"""Rows of claims that the analyst took out, or never took in."""

from __future__ import annotations

from tests.hypotheses.boards import board

from musterbook.hypotheses.results import Mark
from musterbook.hypotheses.weigh import weigh
from musterbook.hypotheses.words import order_words

TABLE = """
    shortage agreement price
    deficit   | CC N  N
    boast     | II C  N
    no-combat | I  CC I
    returned  | C  N  II
"""


def weighed(table=TABLE, **options):
    rows = (line.partition("|")[0].strip() for line in table.splitlines())
    chains = {"origins": {row: (f"who says {row}",) for row in rows}, **options}
    return weigh(board(table), probabilities={}, expectations={}, **chains)


def test_what_the_analyst_took_out_stays_in_view_and_weighs_nothing():
    out = {"returned": "set aside: He was not there.", "boast": "rejected"}
    report, _ = weighed(not_counted=out)
    without, _ = weighed(
        "\n".join(x for x in TABLE.splitlines() if x.split("|")[0].strip() not in out)
    )
    assert report.hypotheses == without.hypotheses
    assert report.linchpins == without.linchpins
    assert [(each.row, each.diagnosticity) for each in report.evidence[:2]] == [
        (each.row, each.diagnosticity) for each in without.evidence
    ]
    assert [(each.row, each.not_counted) for each in report.evidence[2:]] == [
        ("boast", "rejected"),
        ("returned", "set aside: He was not there."),
    ]
    assert report.evidence[3].ratings["price"] is Mark.VERY_INCONSISTENT
    assert [each["not_counted"] for each in report.to_json()["evidence"]][1:3] == [None, "rejected"]


def test_a_copy_of_what_was_set_aside_still_counts():
    table = "a b\n first | II C\n copy | II C"
    report, _ = weighed(
        table,
        origins={"first": ("x",), "copy": ("y",)},
        observations={"first": "first", "copy": "first"},
        not_counted={"first": "set aside: Seats."},
    )
    assert [(each.row, each.members) for each in report.evidence] == [
        ("copy", ("copy",)),
        ("first", ("first",)),
    ]
    assert report.collapsed == ()
    assert [(each.name, each.against) for each in report.hypotheses] == [("b", 0), ("a", 2)]


def test_where_nothing_counts_there_is_nothing_to_weigh():
    report, _ = weighed("a b\n x | II C", not_counted={"x": "proposed"})
    assert order_words(report) == "There is no evidence to weigh."
