"""One problem as it is told: in a line for editors, within the width for a person."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from musterbook.cli.problems import problem_text
from musterbook.core.problem import Place, Problem

FAULT = Problem(
    "MB238",
    "the time of `paid-year-before` lies wholly before the window: it is kept, and not computed",
    Place("day.yaml", 1, 9),
    numbers=(("window", "2024-10-01 to 2026-02-28"),),
    fix="widen `window` in case.yaml if it should count",
)
LINE = "  says: sign at least 166 200 in 2024-H1     # before the window: listed, not computed"


def test_an_editor_gets_the_head_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "day.yaml").write_text(LINE + "\n", "utf-8")
    told = problem_text(FAULT, tmp_path).plain.splitlines()
    assert told == [
        f"day.yaml:1:9: error MB238 {FAULT.says}",
        f"      1 | {LINE}",
        "        |         ^",
        "  window  2024-10-01 to 2026-02-28",
        "  try: widen `window` in case.yaml if it should count",
    ]


@given(width=st.integers(40, 120))
def test_a_person_gets_what_fits(width: int, tmp_path_factory) -> None:
    folder = tmp_path_factory.mktemp("case")
    (folder / "day.yaml").write_text(LINE + "\n", "utf-8")
    text = problem_text(FAULT, folder, width=width).plain
    assert max(map(len, text.splitlines())) <= width
    assert " ".join(FAULT.says.split()) in " ".join(text.split())
    assert ("…" in text) == (len(LINE) + 10 > width)


def test_a_place_that_cannot_be_shown_is_still_named(tmp_path: Path) -> None:
    assert problem_text(FAULT, tmp_path).plain.splitlines()[1].startswith("  window")


def test_code_of_a_few_words_is_not_parted(tmp_path: Path) -> None:
    told = Problem("MB010", "x", fix="put quotes around words that hold a brace or `: ` or so")
    for width in range(20, 60):
        text = problem_text(told, tmp_path, width=width).plain
        assert "`: `" in text
        assert max(map(len, text.splitlines())) <= width
