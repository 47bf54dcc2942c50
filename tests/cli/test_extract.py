"""Files and options given to `muster extract` in, its claims, notes and exit code out."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Say

TABLE = "date,killed\n2026-01-02,1200\n"
ROWS = json.dumps([{"date": "2026-01-02", "killed": 1200}])
SPANISH = (
    "Según el ejército, 12 soldados murieron y 30 resultaron heridos en la emboscada que se "
    "produjo por la noche, dijo el portavoz de las fuerzas armadas.\n"
)
NEWS = "Since the\nceasefire 12 men were killed.\n"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("losses.csv", TABLE, "MB038"),
        ("losses.tsv", TABLE.replace(",", "\t"), "MB038"),
        ("losses.json", ROWS, "MB038"),
        ("empty.txt", "", "MB033"),
        ("day.txt", SPANISH, "MB036"),
    ],
)
def test_what_is_not_read_claims_nothing_and_says_so(
    name: str, text: str, code: str, tmp_path: Path, say: Say
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    told = say(f"extract {name}")
    assert (told.out, told.code) == ("", 1)
    assert code in told.err
    assert "published" not in told.err
    told = say(f"extract {name} --json")
    assert (told.json, told.code) == ([], 1)


def test_a_text_without_claims_was_read(tmp_path: Path, say: Say) -> None:
    (tmp_path / "a.txt").write_text("The council met in the town hall and went home.\n", "utf-8")
    told = say("extract a.txt --json")
    assert (told.json, told.code) == ([], 0)


@pytest.mark.parametrize(
    "piped", [NEWS, f"\n<!DOCTYPE html><html><body><p>{NEWS}</p><p>{NEWS}</p></body></html>"]
)
def test_a_report_can_be_piped_in(piped: str, say: Say) -> None:
    told = say("extract - --published 2026-01-02 --json", piped)
    assert {each["low"] for each in told.json} == {12}
    assert told.code == 0


def test_what_is_piped_in_and_cannot_be_read_is_told(say: Say) -> None:
    told = say("extract -", "\0\1")
    assert (told.out, told.code) == ("", 1)
    assert "standard input" in told.err


def test_a_table_is_added_and_its_rows_left_to_be_declared(
    tmp_path: Path, crossing: Path, say: Say
) -> None:
    (tmp_path / "losses.csv").write_text(TABLE, "utf-8")
    line = "add losses.csv --case crossing --publisher office --published 2026-01-04"
    told = say(line)
    assert told.code == 0
    assert "reports/losses: 0 claims proposed" in told.out
    assert "under `table:` in claims/losses.yaml" in told.err
    assert (crossing / "reports/losses.csv").read_text("utf-8") == TABLE


@pytest.mark.parametrize("line", ["extract {}", "add {} --case crossing --publisher office"])
@pytest.mark.parametrize("named", [".", "..", "crossing", "crossing/"])
@pytest.mark.usefixtures("crossing")
def test_a_folder_is_named_and_left_alone(line: str, named: str, say: Say) -> None:
    told = say(line.format(named))
    assert told.code == 1
    shown = named.rstrip("/")
    assert f"{shown}:1:1: error MB002 this is a folder, and a report is a file" in told.err
    assert "remove" not in told.err


def test_a_file_that_is_not_there_may_be_another(tmp_path: Path, say: Say) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/losses.txt").write_text(NEWS, "utf-8")
    assert "try: did you mean `sub/losses.txt`?" in say("extract sub/loses.txt").err
    assert "try: check the path\n" in say("extract sub/october.md").err
    assert "try: check the path: there is no folder other" in say("extract other/a.txt").err


def test_a_link_is_followed_wherever_it_leads(tmp_path: Path, say: Say) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "sub/b.txt").symlink_to(tmp_path / "a.txt")
    assert len(say("extract sub/b.txt --json").json) == 1


def test_several_files_are_told_apart(tmp_path: Path, say: Say) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "b.txt").write_text("DATE: 2026-01-02\nSome 30 men fled.\n", "utf-8")
    told = say("extract a.txt b.txt")
    assert told.code == 0
    assert "a.txt: One head count found." in told.out
    assert "b.txt: One head count found." in told.out
    assert "a.txt: no publication date is known" in told.err
    assert "b.txt" not in told.err
    told = say("extract a.txt missing.txt b.txt --json")
    assert told.code == 1
    assert {name: len(claims) for name, claims in told.json.items()} == {
        "a.txt": 1,
        "missing.txt": 0,
        "b.txt": 1,
    }


def test_an_event_the_text_does_not_lean_on_is_told(tmp_path: Path, say: Say) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    line = "extract a.txt --published 2026-02-01 --json"
    told = say(f"{line} --event 'The Ceasefire=2026-01-10'")
    assert told.err == ""
    assert told.json[0]["period_start"] == "2026-01-10"
    told = say(f"{line} --event ceasefire=2026-01-10")
    assert '--event "ceasefire" is not met: the text nowhere says since' in told.err
    assert told.code == 0


@pytest.mark.parametrize(
    ("option", "says"),
    [
        ("--event ceasefire", "names no date"),
        ("--event =2026-01-10", "has no name before the ="),
        ("--event ceasefire=2026-13-10", "names no date"),
        ("--published 2026-02", "is no day: write year, month and day as YYYY-MM-DD"),
        ("--published tomorrow", "is no day"),
    ],
)
def test_a_bad_option_is_told_before_anything_else(option: str, says: str, say: Say) -> None:
    told = say(f"extract missing.txt {option}")
    assert told.code == 2
    assert says in " ".join(told.err.replace("│", " ").split())
    assert "MB002" not in told.err


@pytest.mark.usefixtures("crossing")
def test_a_day_to_come_is_odd(tmp_path: Path, say: Say) -> None:
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    told = say("extract a.txt --published 2026-12-02 --event ceasefire=2027")
    assert told.code == 0
    assert "--published 2026-12-02 lies in the future: today is 2026-12-01" in told.err
    assert "--event 'ceasefire' lies in the future" in told.err
    assert "future" not in say("extract a.txt --published 2026-12-01").err
    told = say("add a.txt --case crossing --published 2062-02-01 --publisher office")
    assert told.code == 0
    assert "--published 2062-02-01 lies in the future" in told.err


def test_help_names_what_to_write(say: Say) -> None:
    for verb in ("extract", "add"):
        told = say(f"{verb} --help").out
        assert "YYYY-MM-DD" in told
        assert "%Y" not in told
    assert "NAME=DATE" in say("extract --help").out
    assert "%Y" not in say("fit --help").out


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("KESH, 17 Feb 2026 - ", "the text says 17 Feb 2026: --published 2026-02-17 takes it"),
        ("Published 4 June 2026\n\n", "the text says 4 June 2026: --published 2026-06-04 takes"),
        ("DATE: 2026-02-30\n", "`DATE: 2026-02-30` names no day: write DATE: YYYY-MM-DD"),
    ],
)
@pytest.mark.usefixtures("crossing")
def test_a_day_the_text_prints_is_shown_and_not_taken(
    line: str, says: str, tmp_path: Path, say: Say
) -> None:
    (tmp_path / "a.txt").write_text(f"{line}Twelve men were killed on Friday.\n", "utf-8")
    told = say("extract a.txt --json")
    assert f"no publication date is known: relative times stay open ({says}" in " ".join(
        told.err.split()
    )
    assert told.json[0]["period_start"] is None
    told = say("add a.txt --case crossing --publisher office")
    assert f"a.txt: say --published YYYY-MM-DD ({says}" in " ".join(told.err.split())
    assert told.code == 2
    assert "says" not in say("extract a.txt --published 2026-02-18").err
