"""A title goes in and a new case comes out; a report goes in and is found there."""

from datetime import date
from pathlib import Path

import pytest

from musterbook.case.add import Newcomer, report_edits, slug
from musterbook.case.format import format_text
from musterbook.case.load import load_case
from musterbook.case.new import new_case
from musterbook.case.save import save_edits
from musterbook.case.undo import undo_last
from musterbook.core.errors import ChangedElsewhereError

TODAY = date(2026, 2, 16)


def test_a_new_case_loads_without_a_word(tmp_path: Path) -> None:
    saved = new_case(tmp_path / "new", 'Who: the "lost" # and found', today=TODAY)
    assert sorted(saved.files) == [".gitignore", "account.yaml", "case.yaml", "sources.yaml"]
    loaded = load_case(tmp_path / "new")
    assert loaded.problems == ()
    assert loaded.case is not None
    assert loaded.case.title == 'Who: the "lost" # and found'
    assert str(loaded.case.window) == "2025-03-01 to 2026-02-28"


def test_a_new_case_is_canonical(tmp_path: Path) -> None:
    new_case(tmp_path, "Who", today=TODAY)
    for file in ("case.yaml", "account.yaml", "sources.yaml"):
        text = (tmp_path / file).read_text("utf-8")
        assert format_text(text, file) == text


def test_what_the_template_shows_in_comments_works_when_they_are_opened(tmp_path: Path) -> None:
    new_case(tmp_path, "Who", today=TODAY)
    path = tmp_path / "case.yaml"
    path.write_text(path.read_text("utf-8").replace("\n# ", "\n"), "utf-8")
    path = tmp_path / "account.yaml"
    head, measures, rest = path.read_text("utf-8").partition("# measures:")
    path.write_text(head + (measures + rest).replace("# ", "", 1).replace("\n# ", "\n"), "utf-8")
    loaded = load_case(tmp_path)
    assert loaded.problems == ()
    assert loaded.case is not None
    assert list(loaded.case.events) == ["the flood"]
    (account,) = loaded.case.accounts
    assert (len(account.measures), len(account.assumptions)) == (2, 1)


def test_a_new_case_overwrites_nothing(tmp_path: Path) -> None:
    new_case(tmp_path, "Who", today=TODAY)
    before = (tmp_path / "case.yaml").read_text()
    (problem,) = new_case(tmp_path, "Other", today=TODAY).problems
    assert problem.code == "MB016"
    (tmp_path / "case.yaml").unlink()
    with pytest.raises(ChangedElsewhereError):
        new_case(tmp_path, "Other", today=TODAY)
    assert before
    assert not (tmp_path / "case.yaml").exists()


NEWCOMER = Newcomer(
    file="Über die Grenze (2).HTML",
    data=b"<p>Some 300 people crossed.",
    title="Crossing: 300",
    publisher="echo",
    published=date(2025, 4, 2),
    url="https://example.org/a?b=c#d",
)


@pytest.mark.parametrize("has_sources", [True, False])
def test_a_report_goes_in_with_its_claims_and_publisher(
    base_folder: Path, has_sources: bool
) -> None:
    if not has_sources:
        for file in (
            "sources.yaml",
            "reports/march.yaml",
            "reports/march.txt",
            "claims/march.yaml",
        ):
            (base_folder / file).unlink()
    loaded = load_case(base_folder)
    assert loaded.case is not None
    claims = [{"id": "crossed", "quote": "Some 300 people", "status": "proposed"}]
    edits = report_edits(NEWCOMER, claims, seen=loaded.files, known_sources=loaded.case.sources)
    assert save_edits(base_folder, edits, seen=loaded.files).problems == ()
    again = load_case(base_folder)
    assert again.problems == ()
    assert again.case is not None
    report = again.case.reports["uber-die-grenze-2"]
    assert (report.file, report.url) == ("uber-die-grenze-2.html", NEWCOMER.url)
    assert again.case.claims[-1].report == report.name
    undo_last(base_folder)
    assert load_case(base_folder).files == loaded.files


def test_names_of_files_become_names() -> None:
    assert slug("  A/B: ça, là!  ") == "a-b-ca-la"
    assert slug("日本") == "report"
    assert len(slug("x" * 500)) == 60
