"""Matrices in, what is contradicted least, what tells apart and what it hangs on out."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hypotheses.boards import board

from musterbook.core.plans import HypothesisBoard
from musterbook.hypotheses.matrix import moved
from musterbook.hypotheses.results import Mark, RowKind
from musterbook.hypotheses.weigh import weigh
from musterbook.hypotheses.words import mark_words, order_words

TABLE = """
    shortage agreement price
    deficit   | CC N  N
    contracts | I  C  N
    boast     | II C  N
    no-combat | I  CC I
    returned  | C  N  II
"""
ORIGINS = {
    "deficit": ("kyiv",),
    "contracts": ("tass", "ministry"),
    "boast": ("ministry",),
    "no-combat": ("repost", "oboz"),
    "returned": ("nis",),
}


def weighed(table=TABLE, *, origins=ORIGINS, **options):
    expects = options.pop("expects", None)
    return weigh(
        board(table, expects=expects),
        origins=origins,
        probabilities=options.pop("probabilities", {}),
        expectations=options.pop("expectations", {}),
        **options,
    )


def test_inconsistent_marks_count_against_and_consistent_ones_rank_nothing():
    report, problems = weighed()
    assert problems == ()
    assert [(each.name, each.against, each.rank) for each in report.hypotheses] == [
        ("agreement", 0, 1),
        ("price", 3, 2),
        ("shortage", 4, 3),
    ]
    assert report.hypotheses[2].favour == 3


def test_rows_that_tell_apart_stand_first():
    report, _ = weighed("a b\n x | C C\n y | II CC\n z | N I\n w | I -")
    assert [each.row for each in report.evidence] == ["y", "z", "x", "w"]
    assert [each.diagnosticity for each in report.evidence] == [1, 0.25, 0, 0]


def test_equals_share_a_rank():
    report, _ = weighed("a b c\n x | I I C\n y | N N II")
    assert [(each.name, each.rank) for each in report.hypotheses] == [("a", 1), ("b", 1), ("c", 3)]


def test_copies_of_one_observation_count_once_however_many_there_are():
    once, _ = weighed("a b\n x | I C\n y | N I")
    copies = "a b\n x | I C\n y | N I\n x2 | I C\n x3 | I C"
    report, problems = weighed(copies, observations={"x": "o", "x2": "o", "x3": "o", "y": "p"})
    assert problems == ()
    assert [each.against for each in report.hypotheses] == [
        each.against for each in once.hypotheses
    ]
    assert report.collapsed == ("x2", "x3")
    assert next(each for each in report.evidence if each.row == "x").members == ("x", "x2", "x3")


def test_copies_marked_differently_are_told():
    report, problems = weighed(
        "a b\n x | I C\n x2 | II C", observations={"x": "o", "x2": "o"}, origins={}
    )
    assert problems == ()
    assert report.evidence[0].note == "x2 is the same and counts once, though it is marked a II"
    assert report.hypotheses[-1].against == 1


def test_one_voice_that_says_the_same_of_every_hypothesis_counts_once():
    origins = {"x": ("copy", "oboz"), "y": ("oboz",), "z": ("nis",), "w": ("oboz",)}
    report, _ = weighed("a b\n x | I C\n y | I C\n z | I C\n w | C I", origins=origins)
    assert {each.row: each.members for each in report.evidence} == {
        "x": ("x", "y"),
        "z": ("z",),
        "w": ("w",),
    }


def test_without_a_known_origin_every_row_stands_alone():
    report, _ = weighed("a b\n x | I C\n y | I C", origins={})
    assert len(report.evidence) == 2


def test_a_question_s_row_moves_with_its_probability():
    table = "a b\n ? probability that x | CC I"
    for probability, marks in (
        (0.9, ("CC", "I")),
        (0.6, ("C", "N")),
        (0.5, ("N", "N")),
        (0.3, ("I", "N")),
        (0.1, ("II", "C")),
    ):
        report, _ = weighed(table, probabilities={"probability that x": probability})
        (row,) = report.evidence
        assert tuple(row.ratings[name].value for name in "ab") == marks
        assert row.kind is RowKind.SCENARIO
        assert row.probability == probability
        assert f"{probability:.0%}" in row.note
        assert row.note.startswith("is ")


@given(st.sampled_from([each for each in Mark if each is not Mark.NOT_APPLICABLE]), st.floats(0, 1))
def test_more_probable_never_means_less_consistent_for_a_consistent_mark(mark, probability):
    worth = {"CC": 2, "C": 1, "N": 0, "I": -1, "II": -2}
    sign = (worth[mark.value] > 0) - (worth[mark.value] < 0)
    low, high = (worth[moved(mark, each).value] for each in (probability / 2, probability))
    assert sign * low <= sign * high


def test_a_question_without_an_answer_is_a_problem_with_its_place():
    report, problems = weighed("a b\n x | I C\n ? probability that y | CC I")
    (problem,) = problems
    assert (problem.code, problem.place.line) == ("MB450", 11)
    assert [each.row for each in report.evidence] == ["x"]


def test_a_conflict_that_an_expectation_brings_speaks_against_it():
    report, _ = weighed(
        "a b",
        expects={"a": ["ru.deficit at most 0 in 2026-01"], "b": ["dprk.cross none in 2026-01"]},
        expectations={
            "a": [
                ("a expects: ru.deficit at most 0 in 2026-01", "deficit", "slow recovery"),
                ("a expects: ru.deficit at most 0 in 2026-01", "returned", "boast", "contracts"),
                ("returned", "boast"),
            ]
        },
    )
    row = next(each for each in report.evidence if each.kind is RowKind.EXPECTS)
    assert row.ratings == {"a": Mark.VERY_INCONSISTENT, "b": Mark.NEUTRAL}
    assert row.members == ("deficit",)
    assert row.note == "cannot be true together with deficit, slow recovery"
    assert row.origins == ("kyiv",)


def test_a_conflict_with_one_claim_joins_that_claim_s_row():
    report, _ = weighed(
        "a b c\n deficit | I CC -\n other | C C C",
        expects={"a": ["x none"], "b": ["y none"], "c": ["z none"]},
        expectations={
            "a": [("a expects: x none", "copy of deficit", "slow recovery")],
            "b": [("b expects: y none", "deficit", "returned")],
            "c": [("c expects: z none", "deficit")],
        },
        observations={"deficit": "o", "copy of deficit": "o"},
        origins=ORIGINS | {"copy of deficit": ("kyiv",)},
    )
    rows = {each.row: each for each in report.evidence}
    assert set(rows) == {"deficit", "other", "b expects: y none"}  # two claims: a row of its own
    marks = {name: mark.value for name, mark in rows["deficit"].ratings.items()}
    assert marks == {"a": "II", "b": "CC", "c": "II"}
    assert "x none" in rows["deficit"].note
    assert [each.against for each in report.hypotheses] == [2, 2, 2]


def test_only_assumptions_speak_weakly_and_old_conflicts_not_at_all():
    report, _ = weighed(
        "a b",
        expects={"a": ["x none"], "b": ["y none"]},
        expectations={"a": [("a expects: x none", "slow recovery")], "b": [("deficit", "boast")]},
    )
    (row,) = report.evidence
    assert row.ratings["a"] is Mark.INCONSISTENT


def test_linchpins_are_rows_without_which_another_leads():
    report, _ = weighed("a b\n x | II N\n y | N I\n z | C C", origins={})
    assert [(each.row, each.leads_with, each.leads_without) for each in report.linchpins] == [
        ("x", ("b",), ("a",))
    ]
    assert "without x, a would be contradicted least, not b" in report.linchpins[0].says


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("a b\n x | II N\n y | N I", "without x, a would be contradicted least, not b"),
        ("a b\n x | N I", "without x, a and b alike would be contradicted least, not a alone"),
        ("a b\n x | I N\n y | N I", "without x, a alone would be contradicted least, not a and b "),
        ("a b\n x none | II N\n y | N I", "without “x none”, a would be contradicted least, not b"),
        (
            "h k l m\n x | N I I I\n y | I N N N",
            "without x, k, l and m alike would be contradicted least, not h, k, l and m alike",
        ),
    ],
)
def test_a_linchpin_says_who_leads_without_it(table: str, says: str) -> None:
    report, _ = weighed(table, origins={})
    assert report.linchpins[0].says.startswith(says)


def test_all_that_one_origin_says_can_be_a_linchpin_where_no_row_is():
    origins = {"x": ("oboz",), "y": ("oboz",), "z": ("nis",)}
    report, _ = weighed("a b\n x | II C\n y | II N\n z | N I", origins=origins)
    assert [each.row for each in report.linchpins] == ["everything oboz says"]


@given(st.permutations(TABLE.strip().splitlines()[1:]))
def test_the_order_of_rows_changes_no_score(lines):
    table = "\n".join([TABLE.strip().splitlines()[0], *lines])
    plain, _ = weighed()
    shuffled, _ = weighed(table)
    assert plain.hypotheses == shuffled.hypotheses
    assert set(plain.linchpins) == set(shuffled.linchpins)


def test_the_order_of_hypotheses_changes_no_score():
    scores = set()
    for names in permutations(("a", "b", "c")):
        marks = {"a": ("I", "C"), "b": ("N", "II"), "c": ("CC", "I")}
        rows = [
            f"{row} | " + " ".join(marks[name][at] for name in names) for at, row in enumerate("xy")
        ]
        report, _ = weighed("\n".join([" ".join(names), *rows]), origins={})
        scores.add(frozenset((each.name, each.against, each.rank) for each in report.hypotheses))
    assert len(scores) == 1


def test_an_empty_board_weighs_nothing():
    report, problems = weigh(HypothesisBoard(), origins={}, probabilities={}, expectations={})
    assert (report.hypotheses, report.evidence, report.linchpins, problems) == ((), (), (), ())
    assert order_words(report) == "There is no evidence to weigh."


def test_words():
    report, _ = weighed()
    assert order_words(report) == (
        "“because of agreement” is contradicted least (nothing against). "
        "Next comes “because of price” (3 against)."
    )
    assert mark_words(Mark.INCONSISTENT) == "speaks against it"


def test_json_has_the_promised_shape():
    said = weighed()[0].to_json()
    assert list(said["hypotheses"][0]) == ["name", "description", "against", "rank"]
    row = said["evidence"][0]
    assert {"row", "origins", "diagnosticity", "ratings"} <= set(row)
    assert row["ratings"]["shortage"] in {mark.value for mark in Mark}
    assert said["linchpins"] == [] or "row" in said["linchpins"][0]


@pytest.mark.parametrize("mark", ["CC", "NA"])
def test_marks_that_are_left_out_do_not_apply(mark):
    report, _ = weighed(f"a b\n x | {mark} -", origins={})
    assert report.evidence[0].ratings["b"] is Mark.NOT_APPLICABLE
    assert "b" not in report.evidence[0].counts
