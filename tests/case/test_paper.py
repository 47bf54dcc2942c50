"""Files that are no text, too large, or not files at all: a problem each, never an exception."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from musterbook.case.load import LoadedCase, load_case
from musterbook.core.problem import Place, Problem

Load = Callable[[dict[str, str | bytes | None]], LoadedCase]
LATIN_1 = "title: A crossing\nquestion: São João?\nwindow: 2025-01 to 2025-06\n".encode("latin-1")


def only(loaded: LoadedCase, code: str) -> Problem:
    (problem,) = [each for each in loaded.problems if each.code == code]
    return problem


def test_latin_1_bytes(load: Load) -> None:
    problem = only(load({"case.yaml": LATIN_1}), "MB004")
    assert problem.place == Place("case.yaml", 2, 12)
    assert problem.numbers == (("in Latin-1 it is", "`ã`"),)


def test_a_byte_order_mark_is_passed_over(load: Load) -> None:
    text = "title: A crossing\nwindow: 2025-01 to 2025-06\n"
    loaded = load({"case.yaml": b"\xef\xbb\xbf" + text.encode()})
    assert loaded.problems == ()


def test_windows_line_ends(load: Load, base_folder: Path) -> None:
    text = (base_folder / "claims/march.yaml").read_text()
    loaded = load({"claims/march.yaml": text.replace("\n", "\r\n")})
    assert loaded.problems == ()
    assert loaded.case is not None
    assert loaded.case.claims[0].place == Place("claims/march.yaml", 3, 7)


def test_a_report_of_fifty_megabytes_is_not_read(base_folder: Path) -> None:
    with (base_folder / "reports/march.txt").open("wb") as file:
        file.truncate(50_000_000)
    loaded = load_case(base_folder)
    problem = only(loaded, "MB003")
    assert problem.numbers == (("size", "50.0 MB"), ("at most", "20 MB"))
    assert "march" not in loaded.report_bytes
    assert loaded.case is not None
    assert len(loaded.case.claims) == 1


def test_a_link_out_of_the_case(
    base_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("secret")
    (base_folder / "reports/march.txt").unlink()
    (base_folder / "reports/march.txt").symlink_to(outside)
    assert "leads out" in only(load_case(base_folder), "MB002").says


def test_a_link_to_nothing_a_pipe_and_a_circle(base_folder: Path) -> None:
    (base_folder / "scenarios.yaml").symlink_to("nothing.yaml")
    (base_folder / "hypotheses.yaml").symlink_to("hypotheses.yaml")
    os.mkfifo(base_folder / "reports" / "pipe.txt")
    says = {each.place.file: each for each in load_case(base_folder).problems if each.place}
    assert says["scenarios.yaml"].code == "MB002"
    assert says["hypotheses.yaml"].code == "MB002"
    assert "MB002" in [
        p.code for p in load_case(base_folder).problems if p.place and "pipe" in p.place.file
    ]


def test_a_name_that_is_not_utf_8(base_folder: Path) -> None:
    try:
        (base_folder / os.fsdecode(b"reports/caf\xe9.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system has UTF-8 names only")
    problem = only(load_case(base_folder), "MB002")
    assert "not UTF-8" in problem.says
    assert str(problem.place).encode("utf-8")
