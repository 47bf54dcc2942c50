"""Files of a case changed from the terminal: laid out, filled in, taken in, decided, undone."""

from pathlib import Path

import pytest
from tests.cli.conftest import Say

from musterbook.case.nodes import plain
from musterbook.case.yaml_text import read_nodes

NEWS = "On 11 May 2025 the office said that about 5,000 people were in the camp.\n"


def read(case: Path, file: str) -> dict:
    root, problems = read_nodes((case / file).read_text("utf-8"), file)
    assert root is not None
    assert problems == ()
    return plain(root)


def everything(case: Path) -> dict[str, bytes]:
    paths = (path for path in case.rglob("*") if path.is_file() and ".muster" not in path.parts)
    return {str(path.relative_to(case)): path.read_bytes() for path in paths}


def test_fmt_notes_where_quotes_stand_and_what_reports_were(crossing: Path, say: Say) -> None:
    assert say(f"fmt {crossing}").code == 0
    text = (crossing / "reports/bulletin.txt").read_text("utf-8")
    for claim in read(crossing, "claims/bulletin.yaml")["claims"]:
        start, end = (int(each) for each in claim["at"])
        assert " ".join(text[start:end].split()) == " ".join(claim["quote"].split())
    assert len(read(crossing, "reports/bulletin.yaml")["sha256"]) == 64
    assert say(f"fmt {crossing}").out == "every file is as it should be\n"
    assert say(f"check {crossing}").code == 0


def test_fmt_follows_a_quote_that_moved(crossing: Path, say: Say) -> None:
    say(f"fmt {crossing}")
    report = crossing / "reports/post.txt"
    before = read(crossing, "claims/post.yaml")["claims"][0]["at"]
    report.write_text("Twelve more.\n" + report.read_text("utf-8"), "utf-8")
    say(f"fmt {crossing}")
    after = read(crossing, "claims/post.yaml")["claims"][0]["at"]
    assert [int(each) - 13 for each in after] == [int(each) for each in before]


def test_fmt_on_trial_writes_nothing(crossing: Path, say: Say) -> None:
    before = everything(crossing)
    told = say(f"fmt {crossing} --check")
    assert told.code == 1
    assert "would change claims/bulletin.yaml" in told.out
    assert everything(crossing) == before


def test_undo_takes_the_last_saving_back(crossing: Path, say: Say) -> None:
    before = everything(crossing)
    say(f"fmt {crossing}")
    assert everything(crossing) != before
    assert "claims/bulletin.yaml is as it was before" in say(f"undo {crossing}").out
    assert everything(crossing) == before


def test_redo_does_again_what_undo_took_back(news: Path, say: Say) -> None:
    added = everything(news)
    say("undo crossing")
    assert say("redo crossing").out.splitlines() == [
        "did again: add news",
        "reports/news.txt is there again",
        "reports/news.yaml is there again",
        "claims/news.yaml is there again",
    ]
    assert everything(news) == added
    assert say("redo crossing").out == "there is nothing to redo\n"
    assert say("redo crossing --json").json == {"files": []}


def test_undo_says_what_it_undid(news: Path, say: Say) -> None:
    assert say("undo crossing").out.splitlines() == [
        "undid: add news",
        "reports/news.txt is gone again",
        "reports/news.yaml is gone again",
        "claims/news.yaml is gone again",
    ]
    assert not (news / "claims/news.yaml").exists()


def test_undo_does_not_remove_a_case(tmp_path: Path, say: Say) -> None:
    say("new 'My Case!'")
    case = tmp_path / "My Case!"
    say("fmt 'My Case!'")
    say("undo 'My Case!'")
    before = everything(case)
    told = say("undo 'My Case!'")
    assert (told.out, told.code) == ("", 1)
    assert "undoing it would remove the whole case" in " ".join(told.err.split())
    assert "rm 'My Case!/case.yaml'" in told.err
    told = say("undo 'My Case!' --json")
    assert (told.json, told.code) == ({"files": []}, 1)
    assert everything(case) == before


@pytest.mark.parametrize(
    ("named", "title", "typed"),
    [("fresh-start", "Fresh start", "fresh-start"), ("'My Case!'", "My case!", "'My Case!'")],
)
def test_new_names_the_case_after_its_folder_and_the_folder_as_a_shell_takes_it(
    named: str, title: str, typed: str, tmp_path: Path, say: Say
) -> None:
    told = say(f"new {named}")
    assert f"next: muster add REPORT --case {typed}, then muster review {typed}\n" in told.out
    assert read(tmp_path / named.strip("'"), "case.yaml")["title"] == title
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    told = say(f"add news.txt --case {named} --published 2025-05-11 --publisher office")
    assert f"next: muster review {typed}\n" in told.out
    (tmp_path / named.strip("'") / "scenarios.yaml").write_text("watch: [nobody]\n", "utf-8")
    assert f"muster check {typed} tells all" in " ".join(say(f"run {named}").err.split())


@pytest.mark.parametrize("named", [".", "./", "../desk", "../desk/."])
def test_new_takes_the_real_name_of_a_folder(
    named: str, tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    assert say(f"new {named}").code == 0
    assert read(tmp_path / "desk", "case.yaml")["title"] == "Desk"


@pytest.fixture
def news(tmp_path: Path, crossing: Path, say: Say) -> Path:
    """The crossing with one more report taken in, its one claim proposed."""
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    told = say("add news.txt --case crossing --published 2025-05-11 --publisher office")
    assert told.out == "reports/news: 1 claim proposed; next: muster review crossing\n"
    return crossing


def test_add_proposes_what_the_report_claims(news: Path) -> None:
    claim = read(news, "claims/news.yaml")["claims"][0]
    assert claim["quote"] == "about 5,000 people were in the camp"
    assert claim["status"] == "proposed"
    assert (news / "reports/news.txt").read_text("utf-8") == NEWS


def test_add_overwrites_nothing(news: Path, say: Say) -> None:
    before = everything(news)
    told = say("add news.txt --case crossing --published 2025-05-11 --publisher radio")
    assert told.code == 1
    assert "MB016" in told.err
    assert everything(news) == before


def test_add_asks_for_what_nobody_can_guess(tmp_path: Path, crossing: Path, say: Say) -> None:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    before = everything(crossing)
    told = say("add news.txt --case crossing")
    assert told.code == 2
    assert "--published YYYY-MM-DD and --publisher NAME" in told.err
    assert everything(crossing) == before


def test_add_tells_every_fault_before_it_adds_anything(
    tmp_path: Path, crossing: Path, say: Say
) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "post.txt").write_text(NEWS, "utf-8")
    (tmp_path / "t.csv").write_text("", "utf-8")
    (tmp_path / "dated.txt").write_text(f"DATE: 2025-05-11\n{NEWS}", "utf-8")
    before = everything(crossing)
    line = "add a.txt dated.txt post.txt t.csv missing.txt --case crossing"
    told = say(f"{line} --publisher office")
    assert told.code == 2
    for said in (
        "MB016 there is a report `post` already",
        "t.csv:1:1: error MB033",
        "missing.txt:1:1: error MB002",
        "a.txt: say --published YYYY-MM-DD\n",
        "nothing was added\n",
    ):
        assert said in told.err
    assert "dated.txt" not in told.err
    assert everything(crossing) == before
    told = say(f"{line} --publisher office --published 2025-05-11")
    assert (told.code, told.out) == (1, "")
    assert everything(crossing) == before


def test_add_takes_several_in_by_one_saving(tmp_path: Path, crossing: Path, say: Say) -> None:
    before = everything(crossing)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(NEWS, "utf-8")
    told = say("add a.txt b.txt --case crossing --publisher herald --published 2025-05-11 --json")
    assert told.code == 0
    assert [each["report"] for each in told.json] == ["a", "b"]
    assert told.json[0]["files"] == [
        "claims/a.yaml",
        "reports/a.txt",
        "reports/a.yaml",
        "sources.yaml",
    ]
    assert read(crossing, "sources.yaml")["herald"] == "herald"
    assert say("check crossing").err == ""
    assert say("undo crossing").code == 0
    assert everything(crossing) == before


@pytest.mark.usefixtures("crossing")
def test_two_files_of_one_name_are_not_added(tmp_path: Path, say: Say) -> None:
    for name in ("News.txt", "news.md"):
        (tmp_path / name).write_text(NEWS, "utf-8")
    told = say("add News.txt news.md --case crossing --publisher office --published 2025-05-11")
    assert told.code == 1
    assert "news.md:1:1: error MB016 there is a report `news` already" in told.err


def test_a_publisher_nobody_knew_is_told(tmp_path: Path, crossing: Path, say: Say) -> None:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    line = "add news.txt --case crossing --published 2025-05-11 --publisher"
    told = say(f"{line} offices")
    assert told.code == 0
    assert "sources.yaml: `offices` is new there, its reliability not judged yet" in told.err
    assert "(or did you mean `office`?" in " ".join(told.err.split())
    assert "offices" in read(crossing, "sources.yaml")
    say("undo crossing")
    assert "did you mean" not in say(f"{line} herald").err
    say("undo crossing")
    assert say(f"{line} office").err == ""


@pytest.mark.parametrize(
    ("typed", "meant"), [("Daily Post", "daily-post"), ("A > B", "a-b"), (" + ", "source")]
)
def test_a_publisher_that_is_no_name_is_an_option_at_fault(
    typed: str, meant: str, crossing: Path, say: Say
) -> None:
    before = everything(crossing)
    told = say(f"add missing.txt --case crossing --publisher '{typed}'")
    said = " ".join(told.err.replace("│", " ").split())
    assert told.code == 2
    assert f"Invalid value for '--publisher': '{typed}' is not a name: one word" in said
    assert (f"; try --publisher {meant}" in said) == bool(meant)
    assert "MB" not in said
    assert everything(crossing) == before


def test_a_report_is_called_by_its_headline(tmp_path: Path, crossing: Path, say: Say) -> None:
    (tmp_path / "a.txt").write_text(f"The camp in May\n\n{NEWS}", "utf-8")
    (tmp_path / "b.txt").write_text(NEWS, "utf-8")
    say("add a.txt b.txt --case crossing --published 2025-05-11 --publisher office")
    assert read(crossing, "reports/a.yaml")["title"] == "The camp in May"
    assert read(crossing, "reports/b.yaml")["title"] == "b"
