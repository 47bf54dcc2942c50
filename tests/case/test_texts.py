"""Files and folders in, the texts to read and their days out."""

from datetime import date
from pathlib import Path

import pytest

from musterbook.case.texts import day_beside, text_files


def test_folders_give_their_texts_and_files_stay_as_named(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "note.yaml", "sub/c.md", ".git/d.txt", "t.csv"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("x", "utf-8")
    found = list(text_files([tmp_path / "gone.txt", tmp_path / "in"]))
    named = [str(each.relative_to(tmp_path)) for each in found]
    assert named == ["gone.txt", "in/a.html", "in/b.txt", "in/sub/c.md"]


def test_a_file_that_is_given_twice_is_one_text(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    file = tmp_path / "b.txt"
    assert list(text_files([file, tmp_path, file])) == [file, tmp_path / "a.txt"]


@pytest.mark.parametrize(
    ("beside", "day"),
    [
        ("published: 2025-04-30\n", date(2025, 4, 30)),
        ("published: soon\n", None),
        ("title: Nothing\n", None),
        ("- a list\n", None),
        ("published: [\n", None),
        (None, None),
    ],
)
def test_the_day_is_what_the_file_beside_says(tmp_path: Path, beside: str, day: date) -> None:
    if beside is not None:
        (tmp_path / "report.yaml").write_text(beside, "utf-8")
    assert day_beside(tmp_path / "report.txt") == day
