"""Proposed claims gone through with keys: typed into a pipe, and pressed in a real terminal."""

import os
import pty
import select
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Say

from musterbook.case.nodes import plain
from musterbook.case.yaml_text import read_nodes

NEWS = (
    "On 11 May 2025 the office said that about 5,000 people were in the camp. "
    "It said that 300 people had walked to the towns since 9 May.\n"
)


def claims_of(case: Path) -> list[dict]:
    root, problems = read_nodes((case / "claims/news.yaml").read_text("utf-8"), "news.yaml")
    assert root is not None
    assert problems == ()
    return plain(root)["claims"]


@pytest.fixture
def news(tmp_path: Path, crossing: Path, say: Say) -> Path:
    """The crossing with one more report taken in, its two claims proposed, one commented."""
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    say("add news.txt --case crossing --published 2025-05-11 --publisher office")
    file = crossing / "claims/news.yaml"
    text = file.read_text("utf-8").replace("status: proposed", "status: proposed  # look twice", 1)
    file.write_text(text, "utf-8")
    return crossing


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("a\n", "accepted"),
        ("x\n", "rejected"),
        ("s\n", "proposed"),
        ("q\n", "proposed"),
        ("", "proposed"),
        ("z\na\n", "accepted"),
        ("e\nnonsense\nq\n", "proposed"),
        ("e\ncamp about 5 500 on 2025-05-11\n", "accepted"),
        ("a\nu\nx\n", "rejected"),
        ("a\nu\nq\n", "proposed"),
        ("a\nq\n", "accepted"),
        ("s\nu\nq\n", "proposed"),
    ],
)
def test_review_saves_each_decision(typed: str, status: str, news: Path, say: Say) -> None:
    assert say("review crossing", typed=typed).code == 0
    claim = claims_of(news)[0]
    assert claim["status"] == status
    number = "5 500" if "camp" in typed else "5 000"
    assert claim["says"] == f"camp about {number} on 2025-05-11"


@pytest.mark.usefixtures("news")
def test_review_shows_the_quote_in_its_sentence(say: Say) -> None:
    told = say("review crossing", typed="q\n")
    assert "… On 11 May 2025 the office said that\n" in told.out
    assert "“about 5,000 people were in the camp”" in told.out


@pytest.mark.usefixtures("crossing")
def test_nothing_waits_in_a_reviewed_case(say: Say) -> None:
    assert say("review crossing").out == "no claim waits for a decision\n"


def test_comments_stay_whatever_is_decided(news: Path, say: Say) -> None:
    say("review crossing", typed="a\nx\n")
    text = (news / "claims/news.yaml").read_text("utf-8")
    assert "status: accepted  # look twice" in text
    assert [each["status"] for each in claims_of(news)] == ["accepted", "rejected"]


@pytest.mark.usefixtures("news")
def test_progress_tells_what_became_of_the_claims_before(say: Say) -> None:
    told = say("review crossing", typed="x\nq\n")
    assert "1 of 2   news-1" in told.out
    assert "2 of 2, 1 rejected   news-2" in told.out
    assert "1 of 2 decided" in told.out


def test_a_note_and_a_speaker_are_written_down_and_decide_nothing(news: Path, say: Say) -> None:
    told = say("review crossing", typed="n\nasked them\nb\noffice\na\nq\n")
    assert "asked them" in told.out
    first = claims_of(news)[0]
    assert first["note"].startswith("asked them; level, present")
    assert (first["by"], first["status"]) == ("office", "accepted")


def test_a_speaker_nobody_declared_is_told_and_not_written(news: Path, say: Say) -> None:
    told = say("review crossing", typed="b\nministry > office\n")
    assert "sources.yaml has no 'ministry'; it has " in told.err
    assert claims_of(news)[0]["by"] == "office"


def test_a_faulty_sentence_may_be_written_again(news: Path, say: Say) -> None:
    told = say("review crossing", typed="e\nkamp 12\ncamp 12 on 2025-05-11\nq\n")
    assert "write it again" in told.err
    assert claims_of(news)[0]["says"] == "camp 12 on 2025-05-11"


def test_words_beside_a_quote_are_whole(news: Path, say: Say) -> None:
    report = news / "reports/news.txt"
    report.write_text("Strangers " * 20 + report.read_text("utf-8"), "utf-8")
    assert "\n  … Strangers Strangers" in say("review crossing", typed="q\n").out


def test_undo_takes_back_a_note_before_it_goes_further_back(news: Path, say: Say) -> None:
    note = claims_of(news)[1]["note"]
    say("review crossing", typed="a\nn\nnot this\nu\nu\nq\n")
    first, second = claims_of(news)
    assert second["note"] == note
    assert first["status"] == "proposed"


def test_undo_leaves_what_somebody_else_saved(news: Path, say: Say, monkeypatch) -> None:
    from musterbook.case.undo import remember

    keys = iter("auq")

    class Pressed:
        def key(self) -> str:
            key = next(keys)
            if key == "u":
                remember(news, (), why="somebody else")
            return key

    monkeypatch.setattr("musterbook.cli.review.keys_of_person", Pressed)
    told = say("review crossing")
    assert "the case was changed elsewhere since" in told.err
    assert claims_of(news)[0]["status"] == "accepted"


def test_in_a_terminal_one_key_is_enough_and_a_sentence_is_edited_in_place(news: Path) -> None:
    ours, theirs = pty.openpty()
    muster = Path(sys.executable).parent / "muster"
    review = subprocess.Popen(
        [muster, "review", "crossing"],
        cwd=news.parent,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm", "NO_COLOR": "1"},
    )
    os.close(theirs)
    _until(ours, "q quit")
    os.write(ours, b"e")
    _until(ours, "> camp about 5 000 on 2025-05-11")  # the proposed sentence, to be edited
    os.write(ours, b"\x7f2\r")
    _until(ours, "q quit")
    os.write(ours, b"x")
    _until(ours, "any other key ends")
    os.write(ours, b"q")
    _until(ours, "2 of 2 decided")
    assert review.wait(timeout=20) == 0
    os.close(ours)
    assert [each["status"] for each in claims_of(news)] == ["accepted", "rejected"]
    assert claims_of(news)[0]["says"] == "camp about 5 000 on 2025-05-12"


def _until(terminal: int, words: str) -> str:
    """Read what a terminal shows until some words stand there."""
    seen = ""
    while words not in seen:
        ready, _, _ = select.select([terminal], [], [], 30)
        assert ready, seen
        seen += os.read(terminal, 4096).decode()
    return seen


@pytest.mark.usefixtures("news")
def test_undo_after_a_skip_goes_back_and_takes_nothing_back(say: Say) -> None:
    told = say("review crossing", typed="s\nu\nq\n")
    assert told.out.count("1 of 2   news-1") == 2
    assert "changed elsewhere" not in told.err
