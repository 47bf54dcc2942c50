"""What a run ends with: 0 all well, 1 problems or findings, 2 misuse, 3 could not compute."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Say

from musterbook.cli.main import VERBS

WELL, FOUND, MISUSE, CANNOT = 0, 1, 2, 3
COMPUTING = ("conflicts", "fit", "run", "weigh", "show claims", "report", "export", "review")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("check crossing", WELL),
        ("conflicts crossing", FOUND),
        ("weigh crossing", WELL),
        ("hedges", WELL),
        ("doctor", WELL),
        ("schema", WELL),
        ("", MISUSE),
        ("muster", MISUSE),
        ("check --colour", MISUSE),
        ("check crossing --as-of yesterday", MISUSE),
        ("show everything crossing", MISUSE),
        ("schema nothing", MISUSE),
        ("run crossing --members 1", MISUSE),
        ("fit crossing --on 1999-01-01", MISUSE),
        ("extract crossing/reports/post.txt --event nothing", MISUSE),
        ("extract nothing.txt", FOUND),
        ("extract crossing", FOUND),
        ("add nothing.txt --case crossing --publisher office", FOUND),
        ("add crossing/reports/post.txt --case crossing", MISUSE),
        ("new crossing", FOUND),
        ("report crossing -o .", CANNOT),
        ("export crossing -o crossing/case.yaml", CANNOT),
    ],
)
@pytest.mark.usefixtures("crossing")
def test_exit(line: str, code: int, say: Say) -> None:
    told = say(line)
    assert told.code == code, told
    assert "Traceback" not in told.out + told.err
    assert "bug" not in told.err
    assert told.out or told.err


@pytest.mark.parametrize("verb", [*COMPUTING, "check", "fmt", "undo", "hedges", "review"])
@pytest.mark.parametrize("where", ["missing", "a-file"])
def test_no_case_there_is_told_and_nothing_is_made(
    verb: str, where: str, tmp_path: Path, say: Say
) -> None:
    (tmp_path / "a-file").write_text("hello\n", "utf-8")
    told = say(f"{verb} {where}")
    assert told.code == CANNOT
    assert told.err == f"muster: there is no folder {where}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["a-file"]


@pytest.mark.parametrize("verb", COMPUTING)
def test_an_empty_folder_is_told_once(verb: str, tmp_path: Path, say: Say) -> None:
    told = say(verb)
    assert (told.out, told.code) == ("", CANNOT)
    assert told.err.count("MB001") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_has_nothing_to_undo_or_lay_out(tmp_path: Path, say: Say) -> None:
    assert say("undo").out == "there is nothing to undo\n"
    assert say("fmt").err == "muster: there is no case in .: `muster new` begins one\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "verb",
    ["conflicts", "fit", "run --members 40", "weigh", "show claims", "report", "export"],
)
def test_what_errors_left_out_is_no_success(verb: str, tmp_path: Path, say: Say) -> None:
    case = tmp_path / "case"
    assert say("new case").code == WELL
    assert say(f"{verb} case").code == WELL
    scenarios = case / "scenarios.yaml"
    scenarios.write_text("watch: [nobody]\nscenarios:\n  stay: {}\n", "utf-8")
    told = say(f"{verb} case")
    assert told.code == FOUND
    assert "MB213" in told.err
    assert told.out


def test_a_bug_is_told_as_one(monkeypatch: pytest.MonkeyPatch, say: Say) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("musterbook.cli.doctor._version", break_down)
    told = say("doctor")
    assert told.code == CANNOT
    assert "bug in Musterbook: ZeroDivisionError: on purpose" in told.err
    monkeypatch.setenv("MUSTER_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        say("doctor")


def test_a_reader_who_leaves_early_hears_nothing(repository: Path) -> None:
    muster = f"{sys.executable} -c 'from musterbook.cli.main import run; run()'"
    line = f"{muster} show claims examples/kursk --all | head -1"
    done = subprocess.run(  # noqa: S602 - a pipe is what this is about
        line, check=False, shell=True, cwd=repository, capture_output=True, text=True
    )
    assert done.stdout == "Every claim and what became of it\n"
    assert done.stderr == ""


def test_a_terminal_of_ascii_gets_every_answer(repository: Path) -> None:
    code = "from musterbook.cli.main import run; run()"
    for verb in ("conflicts", "conflicts --json"):
        done = subprocess.run(
            [sys.executable, "-c", code, *verb.split(), "examples/crossing"],
            cwd=repository,
            capture_output=True,
            check=False,
            env=os.environ | {"PYTHONIOENCODING": "ascii"},
        )
        assert (done.returncode, done.stderr) == (FOUND, b"")
        assert b"moved_on" in done.stdout


@pytest.mark.parametrize("verb", [name for panel in VERBS.values() for name in panel])
def test_help_has_examples(verb: str, say: Say) -> None:
    told = say(f"{verb} --help")
    assert told.code == WELL
    assert f"muster {verb}" in told.out.partition("Examples:")[2]


def test_help_is_quick() -> None:
    code, times = "from musterbook.cli.main import run; run()", []
    for _ in range(3):
        before = os.times()
        subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, check=True)
        after = os.times()
        times.append(after.children_user - before.children_user)
    assert min(times) < 0.5  # of the processor's time: 0.15 where nothing heavy is imported


def test_many_faults_do_not_push_the_results_off_the_screen(crossing: Path, say: Say) -> None:
    sources = crossing / "sources.yaml"
    broken = sources.read_text("utf-8").replace("name:", "title:")
    sources.write_text(broken, "utf-8")
    faults = broken.count("title:")
    told = say(f"weigh {crossing}")
    assert told.err.count(" error MB") == 3
    last = f"muster check {crossing} tells the other {faults - 3}"
    assert last in " ".join(told.err.split())
    assert say(f"check {crossing}").out.count(" error MB") == faults
