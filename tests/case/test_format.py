"""Texts go in, in any layout; the canonical layout comes out, saying the same."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.case.edits import SetField
from musterbook.case.fill import fills_of
from musterbook.case.find import find_files
from musterbook.case.format import format_case, format_text
from musterbook.case.kinds import FileKind
from musterbook.case.load import load_case
from musterbook.case.nodes import plain
from musterbook.case.yaml_text import read_nodes

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = sorted(path.parent for path in REPOSITORY.glob("examples/*/case.yaml"))

# A dot in the middle stands for a space at the end of a line.
UNTIDY = """\

# what this file is
claims:
# the first claim
- says: camp about 11 000 on 2025-03-31  # the sentence
  # from the headline
  quote: >-
    about 11,000
    people···

    and more
  id: 'a'


- {says: x, id: b}
-   by: herald > nis···
    id: c
# who says so
by: herald


report: march
note:  |
  kept···
""".replace("·", " ")
TIDY = """\
# what this file is

report: march
# who says so
by: herald
claims:
# the first claim
- id: 'a'
  # from the headline
  quote: >-
    about 11,000
    people···

    and more
  says: camp about 11 000 on 2025-03-31  # the sentence

- {says: x, id: b}
-   id: c
    by: herald > nis
note:  |
  kept···
""".replace("·", " ")


def meaning(text: str) -> Any:
    node, problems = read_nodes(text, "x")
    assert problems == ()
    assert node is not None
    return plain(node)


def test_an_untidy_file_becomes_tidy() -> None:
    assert format_text(UNTIDY, "claims/march.yaml") == TIDY


def test_a_tidy_file_stays() -> None:
    assert format_text(TIDY, "claims/march.yaml") == TIDY


def test_line_ends_and_the_last_one() -> None:
    assert format_text("title: x\r\nwindow: 2025", "case.yaml") == "title: x\nwindow: 2025\n"


def test_the_order_of_readings_stocks_and_claims_is_the_authors() -> None:
    text = "stocks:\n  b: x\n  a: y\nmeasures:\n  m:\n    readings:\n      z: a\n      c: b\n"
    assert format_text(text, "account.yaml") == text


def test_marks_stand_between_the_claim_and_the_reason() -> None:
    text = "evidence:\n- why: {flood: x}\n  flood: C\n  claim: camp\n  fear: I\n"
    tidy = "evidence:\n- claim: camp\n  flood: C\n  fear: I\n  why: {flood: x}\n"
    assert format_text(text, "hypotheses.yaml") == tidy


def test_a_comment_set_in_stays_with_what_it_ends() -> None:
    text = (
        "flows:\n  go: a -> b\n  # more flows to come\nstocks:\n  a: x\n  b: x\n# outside\n"
        "outside: [c]\n"
    )
    tidy = (
        "stocks:\n  a: x\n  b: x\n# outside\noutside: [c]\n"
        "flows:\n  go: a -> b\n  # more flows to come\n"
    )
    assert format_text(text, "account.yaml") == tidy


def test_an_alias_that_would_come_before_its_anchor_stays() -> None:
    text = "question: &q how many?\ntitle: *q\nwindow: 2025\n"
    assert format_text(text, "case.yaml") == text


@pytest.mark.parametrize("text", ["a: [", "", "title: x\ntitle: y\n"])
def test_what_cannot_be_read_stays(text: str) -> None:
    assert format_text(text, "case.yaml") == text


def test_other_files_stay() -> None:
    assert format_text("b:   1  \na: 2", "notes.yaml") == "b:   1  \na: 2"


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_canonical(folder: Path) -> None:
    files, _ = find_files(folder)
    for kind in FileKind:
        for file in files.of(kind):
            text = (folder / file).read_text("utf-8")
            assert format_text(text, file) == text


WORDS = st.sampled_from(["camp 3", "'no'", ">-\n    long\n    words", '"a: b"', "x # why", ""])
KEYS = st.permutations(["id", "quote", "says", "by", "note", "status", "other"])
BETWEEN = st.sampled_from(["", "\n", "\n\n\n", "# a comment\n", "  # set in\n", "\n# a\n\n# b\n"])


@st.composite
def untidy_files(draw: st.DrawFn) -> str:
    claims = []
    for _ in range(draw(st.integers(0, 3))):
        keys = draw(KEYS)[: draw(st.integers(1, 7))]
        lines = [
            f"{draw(BETWEEN)}  {key}: {draw(WORDS)}{draw(st.sampled_from(['', '  ']))}\n"
            for key in keys
        ]
        claims.append("".join(lines))
    items = [draw(BETWEEN) + "- id: x\n" + claim.replace("  id:", "  at:") for claim in claims]
    parts = ["claims:\n" + "".join(items), "report: march\n", "by: x\n", "hue: red\n"]
    return "".join(draw(BETWEEN) + part for part in draw(st.permutations(parts)))


@given(untidy_files())
def test_formatting_twice_is_formatting_once_and_says_the_same(text: str) -> None:
    once = format_text(text, "claims/march.yaml")
    assert format_text(once, "claims/march.yaml") == once
    assert meaning(once) == meaning(text)
    assert once.count("#") == text.count("#")


def test_a_case_is_formatted_filled_and_says_the_same(base_folder: Path) -> None:
    file = base_folder / "claims/march.yaml"
    file.write_text(file.read_text().replace("report: march\n", "") + "report: march\n")
    before = load_case(base_folder)
    assert before.case is not None
    digest = before.files["reports/march.txt"]
    (claim,) = before.case.claims
    fills = fills_of(before, replace(before.case, claims=(replace(claim, at=(10, 28)),)))
    trial = format_case(base_folder, fills=fills, is_trial=True)
    assert load_case(base_folder).files == before.files
    saved = format_case(base_folder, fills=fills)
    assert saved == trial
    assert sorted(saved.files) == ["claims/march.yaml", "reports/march.yaml"]
    after = load_case(base_folder)
    assert after.problems == ()
    assert after.case is not None
    assert after.case.claims[0].at == (10, 28)
    assert after.case.reports == before.case.reports
    assert (base_folder / "reports/march.yaml").read_text().endswith(f"sha256: {digest}\n")
    assert format_case(base_folder, fills=fills_of(after, after.case)).files == {}


def test_two_thousand_positions_are_filled(base_folder: Path) -> None:
    claims = "".join(
        f"- id: c{n}\n  quote: x\n  says: camp {n} on 2025-03-31\n" for n in range(2000)
    )
    (base_folder / "claims/march.yaml").write_text(f"report: march\nclaims:\n{claims}")
    fills = [SetField("claims/march.yaml", f"c{n}", "at", (n, n + 1)) for n in range(2000)]
    assert format_case(base_folder, fills=fills).problems == ()
    loaded = load_case(base_folder)
    assert loaded.case is not None
    assert [claim.at for claim in loaded.case.claims] == [(n, n + 1) for n in range(2000)]
