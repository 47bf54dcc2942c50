"""A case on disk and edits go in; the files afterwards, or a refusal, come out."""

import os
from pathlib import Path

import pytest

from musterbook.case import atomic
from musterbook.case.edits import AddClaims, NewFile, SetField, SetValue
from musterbook.case.load import load_case
from musterbook.case.paper import digest_of
from musterbook.case.save import save_edits
from musterbook.case.savings import UNDO_LIST, Change
from musterbook.case.undo import remember, undo_last
from musterbook.core.errors import ChangedElsewhereError

CLAIMS = "claims/march.yaml"
REJECT = SetField(CLAIMS, "camp", "status", "rejected")


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".muster" not in path.parts
    }


def test_an_edit_is_saved_loaded_and_undone(base_folder: Path) -> None:
    before = everything(base_folder)
    loaded = load_case(base_folder)
    saved = save_edits(base_folder, [REJECT], seen=loaded.files)
    again = load_case(base_folder)
    assert again.case is not None
    assert str(again.case.claims[0].status) == "rejected"
    assert saved.files == {CLAIMS: again.files[CLAIMS]}
    assert [change.file for change in undo_last(base_folder)] == [CLAIMS]
    assert everything(base_folder) == before
    assert undo_last(base_folder) == ()


def test_what_changed_elsewhere_is_not_overwritten(base_folder: Path) -> None:
    loaded = load_case(base_folder)
    (base_folder / CLAIMS).write_text("report: march\nclaims:\n- id: camp\n- id: mine\n")
    before = everything(base_folder)
    with pytest.raises(ChangedElsewhereError, match="has changed since"):
        save_edits(base_folder, [REJECT], seen=loaded.files)
    (base_folder / CLAIMS).unlink()
    with pytest.raises(ChangedElsewhereError):
        save_edits(base_folder, [REJECT], seen=loaded.files)
    (base_folder / CLAIMS).write_bytes(before[CLAIMS])
    assert everything(base_folder) == before
    assert not (base_folder / UNDO_LIST).exists()


def test_a_file_that_appeared_meanwhile_is_not_overwritten(base_folder: Path) -> None:
    loaded = load_case(base_folder)
    (base_folder / "claims/april.yaml").write_text("report: march\n")
    with pytest.raises(ChangedElsewhereError):
        save_edits(base_folder, [AddClaims("claims/april.yaml", ())], seen=loaded.files)


def test_all_edits_or_none(base_folder: Path) -> None:
    before = everything(base_folder)
    seen = load_case(base_folder).files
    edits = [
        REJECT,
        SetValue("case.yaml", ("title",), "Other"),
        SetField(CLAIMS, "nobody", "note", "x"),
    ]
    saved = save_edits(base_folder, edits, seen=seen)
    assert [problem.code for problem in saved.problems] == ["MB209"]
    assert everything(base_folder) == before
    assert save_edits(base_folder, edits[:2], seen=seen).problems == ()
    undo_last(base_folder)
    assert everything(base_folder) == before


def test_an_edit_that_would_not_load_is_refused(base_folder: Path) -> None:
    before = everything(base_folder)
    seen = load_case(base_folder).files
    for field, value, code in (("credibility", 9, "MB013"), ("hue", "red", "MB011")):
        saved = save_edits(base_folder, [SetField(CLAIMS, "camp", field, value)], seen=seen)
        assert [problem.code for problem in saved.problems] == [code]
    assert everything(base_folder) == before


def test_claims_go_into_a_new_file_with_its_schema_line(base_folder: Path) -> None:
    loaded = load_case(base_folder)
    fields = {
        "id": "other",
        "quote": "about 1,100 people",
        "says": "camp about 1 100 on 2025-03-31",
        "by": "herald",
        "status": "proposed",
    }
    file = "claims/april.yaml"
    add = AddClaims(file, (fields,), (("report", "march"), ("by", "herald")))
    save_edits(base_folder, [add], seen=loaded.files)
    first, *rest = (base_folder / file).read_text().splitlines()
    assert first == "# yaml-language-server: $schema=../.muster/schemas/claims.json"
    assert rest == [
        "report: march",
        "by: herald",
        "claims:",
        "- id: other",
        "  quote: >-",
        "    about 1,100 people",
        "  says: camp about 1 100 on 2025-03-31",
        "  by: herald",
        "  status: proposed",
    ]
    again = load_case(base_folder)
    assert again.problems == ()
    undo_last(base_folder)
    assert not (base_folder / file).exists()


def test_a_new_file_does_not_replace_another(base_folder: Path) -> None:
    seen = load_case(base_folder).files
    new = NewFile("reports/april.pdf", b"%PDF\xff")
    assert save_edits(base_folder, [new], seen=seen).files == {new.file: digest_of(new.data)}
    saved = save_edits(base_folder, [NewFile("case.yaml", b"title: x")], seen=seen)
    assert [problem.code for problem in saved.problems] == ["MB016"]
    undo_last(base_folder)
    assert not (base_folder / new.file).exists()


def test_undo_refuses_what_was_changed_after(base_folder: Path) -> None:
    save_edits(base_folder, [REJECT], seen=load_case(base_folder).files)
    (base_folder / CLAIMS).write_text("claims: []\n")
    with pytest.raises(ChangedElsewhereError):
        undo_last(base_folder)
    assert (base_folder / CLAIMS).read_text() == "claims: []\n"


def test_undo_goes_back_step_by_step(base_folder: Path) -> None:
    texts = []
    for status in ("rejected", "proposed", "accepted"):
        texts.append((base_folder / CLAIMS).read_bytes())
        edit = SetField(CLAIMS, "camp", "status", status)
        save_edits(base_folder, [edit], seen=load_case(base_folder).files)
    for text in reversed(texts):
        undo_last(base_folder)
        assert (base_folder / CLAIMS).read_bytes() == text


def test_a_write_broken_off_leaves_the_old_file_and_nothing_beside_it(
    base_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(base_folder)
    seen = load_case(base_folder).files
    flush = os.fsync
    calls: list[int] = []

    def disk_full_at_the_second_file(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:  # the undo list and its folder come first
            raise OSError(28, "no space left")
        flush(handle)

    monkeypatch.setattr(atomic.os, "fsync", disk_full_at_the_second_file)
    with pytest.raises(OSError, match="no space"):
        save_edits(base_folder, [REJECT], seen=seen)
    assert everything(base_folder) == before
    assert undo_last(base_folder) == ()  # the saving that never happened is passed over


def test_permissions_and_links_stay(base_folder: Path) -> None:
    (base_folder / CLAIMS).chmod(0o640)
    (base_folder / "kept.yaml").write_bytes((base_folder / "case.yaml").read_bytes())
    (base_folder / "case.yaml").unlink()
    (base_folder / "case.yaml").symlink_to("kept.yaml")
    edits = [REJECT, SetValue("case.yaml", ("title",), "Other")]
    save_edits(base_folder, edits, seen=load_case(base_folder).files)
    assert (base_folder / CLAIMS).stat().st_mode & 0o777 == 0o640
    assert (base_folder / "case.yaml").is_symlink()
    assert "Other" in (base_folder / "kept.yaml").read_text()


def test_a_path_out_of_the_case_is_a_bug(base_folder: Path) -> None:
    with pytest.raises(ValueError, match="not a file of the case"):
        save_edits(base_folder, [NewFile("../x.txt", b"")], seen={})


def test_the_undo_list_forgets_the_oldest_when_it_grows_large(tmp_path, monkeypatch):
    monkeypatch.setattr("musterbook.case.savings.MOST_BYTES", 1_000)
    for number in range(20):
        remember(tmp_path, [Change("a.yaml", "x" * 100, "y", "1", "2")], why=str(number))
    lines = (tmp_path / UNDO_LIST).read_text().splitlines()
    assert 1 < len(lines) < 10
    assert '"why": "19"' in lines[-1]
    remember(tmp_path, [Change("a.yaml", "x" * 5_000, "y", "1", "2")], why="large")
    assert len((tmp_path / UNDO_LIST).read_text().splitlines()) == 1
