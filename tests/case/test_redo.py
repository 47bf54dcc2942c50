"""Savings taken back in; done again out, never over what somebody wrote meanwhile."""

from pathlib import Path

import pytest
from tests.case.test_save import CLAIMS, REJECT, everything

from musterbook.case.edits import Edit, NewFile, SetField, SetValue
from musterbook.case.load import load_case
from musterbook.case.redo import UNDONE, redo_last, saving_to_redo
from musterbook.case.save import save_edits
from musterbook.case.savings import MOST_REMEMBERED, REDO_LIST, lines_of
from musterbook.case.undo import saving_to_undo, undo_last
from musterbook.core.errors import ChangedElsewhereError

TITLE = SetValue("case.yaml", ("title",), "Other")


def save(folder: Path, *edits: Edit, why: str = "") -> None:
    assert not save_edits(folder, edits, seen=load_case(folder).files, why=why).problems


def test_what_was_undone_is_done_again_and_undone_again(base_folder: Path) -> None:
    states = [everything(base_folder)]
    for status in ("rejected", "proposed"):
        save(base_folder, SetField(CLAIMS, "camp", "status", status), why=status)
        states.append(everything(base_folder))
    for state in states[1::-1]:
        undo_last(base_folder)
        assert everything(base_folder) == state
    for state in states[1:]:
        assert [each.file for each in redo_last(base_folder)] == [CLAIMS]
        assert everything(base_folder) == state
    assert redo_last(base_folder) == ()
    undo_last(base_folder)
    assert everything(base_folder) == states[1]


def test_redo_writes_over_nothing_that_was_changed_since(base_folder: Path) -> None:
    save(base_folder, REJECT, why="mine")
    undo_last(base_folder)
    offered = saving_to_redo(base_folder)
    assert offered is not None
    assert offered.why == "mine"
    save(base_folder, SetField(CLAIMS, "camp", "note", "theirs"))
    before = everything(base_folder)
    assert saving_to_redo(base_folder) is None
    assert redo_last(base_folder) == ()
    with pytest.raises(ChangedElsewhereError, match="changed after the undo"):
        redo_last(base_folder, offered.name)
    assert everything(base_folder) == before


def test_a_file_that_is_no_text_comes_back_as_it_was(base_folder: Path) -> None:
    new = NewFile("reports/april.pdf", b"%PDF\xff\x00")
    save(base_folder, new)
    undo_last(base_folder)
    assert not (base_folder / new.file).exists()
    redo_last(base_folder)
    assert (base_folder / new.file).read_bytes() == new.data
    assert list((base_folder / UNDONE).iterdir()) == []


def test_an_older_saving_is_undone_alone_where_its_files_are_as_it_left_them(
    base_folder: Path,
) -> None:
    save(base_folder, REJECT, why="mine")
    mine = saving_to_undo(base_folder)
    assert mine is not None
    save(base_folder, TITLE, why="theirs")
    undo_last(base_folder, mine.name)
    assert "rejected" not in (base_folder / CLAIMS).read_text()
    assert "Other" in (base_folder / "case.yaml").read_text()
    left = saving_to_undo(base_folder)
    assert left is not None
    assert left.why == "theirs"


def test_an_older_saving_whose_file_another_changed_stays(base_folder: Path) -> None:
    save(base_folder, REJECT, why="mine")
    mine = saving_to_undo(base_folder)
    assert mine is not None
    save(base_folder, SetField(CLAIMS, "camp", "note", "theirs"), why="note by another")
    before = everything(base_folder)
    with pytest.raises(ChangedElsewhereError, match=r"\(note by another\); nothing was written"):
        undo_last(base_folder, mine.name)
    assert everything(base_folder) == before


def test_the_list_of_what_was_undone_does_not_grow_for_ever(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("musterbook.case.savings.MOST_REMEMBERED", 3)
    assert MOST_REMEMBERED > 3
    (tmp_path / "case.yaml").write_text("title: A\nwindow: 2025\n")
    for number in range(5):
        save(tmp_path, SetValue("case.yaml", ("title",), f"B{number}"))
        undo_last(tmp_path)
    assert len(lines_of(tmp_path / REDO_LIST)) == 3
