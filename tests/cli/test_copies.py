"""Texts on the command line, and newcomers to a case: which copy one another, in how many words."""

from pathlib import Path

import pytest
from tests.cli.conftest import Say

WIRE = (
    "DATE: 2025-05-11\n"
    "The office by the river said on Sunday that 5,170 people were in the camp and that 230 of the "
    "children had no shoes. It asked the province for bread, for two doctors and for a new tent, "
    "since the first had been blown into the water during the night and could not be saved.\n"
)
CHANGED = WIRE.replace("5,170 people", "7,150 people").replace("the night", "that night")
OWN = (
    "DATE: 2025-05-11\nNobody knew on Sunday how many were in the camp; a cook spoke of 4,000. He "
    "had seen no list, and those who kept one would not show it to him or to anybody else.\n"
)


def test_a_near_copy_with_another_number_is_told_with_both_sentences(
    tmp_path: Path, say: Say
) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "paper.txt").write_text(CHANGED, "utf-8")
    (tmp_path / "own.txt").write_text(OWN, "utf-8")
    told = say("copies wire.txt paper.txt own.txt")
    assert told.code == 1
    assert "near copy: `paper.txt` and `wire.txt` have" in told.out
    flat = " ".join(told.out.split())
    assert "`wire.txt` says 5 170 present where `paper.txt` says 7 150" in flat
    assert "“The office by the river said on Sunday that 5,170" not in flat
    assert "5,170 people were in the camp" in flat
    assert "3 texts: one near copy; no parts; one number changed in retelling" in flat
    assert "own.txt" not in told.out


def test_a_number_that_the_headline_repeats_is_told_once_with_the_sentences_that_differ(
    tmp_path: Path, say: Say
) -> None:
    for name, toll in (("wire", "1,340"), ("paper", "1,430")):
        head = f"DATE: 2025-05-11\n{toll} dead in quake\n\nAt least {toll} people died on Sunday.\n"
        (tmp_path / f"{name}.txt").write_text(WIRE.replace("DATE: 2025-05-11\n", head), "utf-8")
    told = say("copies .")
    flat = " ".join(told.out.split())
    assert told.code == 1
    assert flat.count("suspected mutation") == 1
    assert "`wire.txt` says 1 340 killed where `paper.txt` says 1 430" in flat
    assert "wire.txt “At least 1,340 people died on Sunday" in flat
    assert "paper.txt “At least 1,430 people died on Sunday" in flat
    assert "2 texts: one near copy; no parts; one number changed in retelling" in flat


def test_a_number_of_which_no_claim_is_read_is_told_as_printed(tmp_path: Path, say: Say) -> None:
    for name, high in (("wire", "6.8"), ("paper", "8.6")):
        text = f"{WIRE}The river stood at {high} above the mark by the mill.\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert "`wire.txt` says 6.8 where `paper.txt` says 8.6" in say("copies .").out.replace(
        "\n ", ""
    )


def test_what_is_wrong_with_a_text_is_told_once_and_under_the_name_given(
    tmp_path: Path, say: Say
) -> None:
    table = "\n| town | people |\n| Alma | 1,200 |\n"
    for name in ("may/page.txt", "june/page.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(OWN + table, "utf-8")
    told = say("copies . may/page.txt may")
    assert "2 texts:" in told.out
    heads = [line.split(" note ")[0] for line in told.err.splitlines() if "MB037" in line]
    assert heads == ["june/page.txt:5:1:", "may/page.txt:5:1:"]
    assert told.err.count("| Alma | 1,200 |") == 2


def test_a_folder_stands_for_the_texts_in_it(tmp_path: Path, say: Say) -> None:
    folder = tmp_path / "clippings" / "may"
    folder.mkdir(parents=True)
    for name in ("a.txt", "b.txt", ".hidden.txt", "table.csv"):
        (folder / name).write_text(WIRE, "utf-8")
    found = say("copies clippings --json").json
    assert found["texts"] == 2
    assert [(each["first"], each["second"]) for each in found["copies"]] == [
        ("clippings/may/a.txt", "clippings/may/b.txt")
    ]


def test_texts_that_have_nothing_in_common_are_well(tmp_path: Path, say: Say) -> None:
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "own.txt").write_text(OWN, "utf-8")
    told = say("copies wire.txt own.txt")
    assert (told.code, told.err) == (0, "")
    told = say("copies wire.txt gone.txt")
    assert told.code == 1
    assert "gone.txt:1:1: error MB002" in told.err
    assert "1 text: nothing to compare it with" in told.out


def test_a_folder_without_texts_has_nothing_to_compare(tmp_path: Path, say: Say) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "table.csv").write_text("a,b\n1,2\n", "utf-8")
    for told in (say("copies empty"), say("copies empty --json")):
        assert (told.code, told.out) == (2, "")
        assert told.err == "there are no texts in empty (.txt, .md, .html, .pdf)\n"
    (tmp_path / "empty" / "own.txt").write_text(OWN, "utf-8")
    told = say("copies empty")
    assert (told.code, told.out) == (0, "1 text: nothing to compare it with\n")


@pytest.mark.usefixtures("crossing")
def test_the_header_lines_of_a_newcomer_are_not_its_wording(tmp_path: Path, say: Say) -> None:
    head = "URL: https://www.example.org/a/long/way/to/the/camp/by/the/river/on/sunday.html\n"
    (tmp_path / "bare.txt").write_text(WIRE, "utf-8")
    (tmp_path / "headed.txt").write_text(head + WIRE, "utf-8")
    (near,) = say("copies bare.txt headed.txt --json").json["copies"]
    told = say("add bare.txt headed.txt --case crossing --publisher office --json").json
    assert [each["share"] for each in told[1]["copies"]] == [near["share"]] == [1.0]


def test_a_long_list_is_cut_and_says_so(tmp_path: Path, say: Say) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(WIRE, "utf-8")
    assert "… 19 more, --all" in say("copies .").out
    assert say("copies . --all").out.count("near copy:") == 59


def test_the_lead_case_shows_the_number_that_a_translation_changed(
    repository: Path, say: Say
) -> None:
    (found,) = say(f"copies {repository}/examples/kursk/reports --json").json["mutations"]
    assert [each["changed"][0]["first"]["low"] for each in (found,)] == [18_000]
    assert found["changed"][0]["second"]["low"] == 15_000
    assert found["agreed"] == ["600 killed"]


@pytest.mark.usefixtures("crossing")
def test_a_newcomer_that_copies_a_report_is_said_to_at_once(tmp_path: Path, say: Say) -> None:
    options = "--case crossing --published 2025-05-11 --publisher office"
    (tmp_path / "wire.txt").write_text(WIRE, "utf-8")
    (tmp_path / "paper.txt").write_text(CHANGED, "utf-8")
    (tmp_path / "own.txt").write_text(OWN, "utf-8")
    assert "near copy" not in say(f"add wire.txt {options}").out
    told = say(f"add paper.txt own.txt {options} --json").json
    by_name = {each["report"]: each for each in told}
    assert by_name["own"]["copies"] == by_name["own"]["mutations"] == []
    assert [(each["first"], each["second"]) for each in by_name["paper"]["copies"]] == [
        ("paper", "wire")
    ]
    assert by_name["paper"]["mutations"][0]["changed"][0]["first"]["low"] in (5_170, 7_150)
    (tmp_path / "again.txt").write_text(WIRE, "utf-8")
    told = say(f"add again.txt {options}")
    assert "near copy: `again` and `wire` have 100% of their wording in common" in told.out
    assert "`paper` says 7 150 present where `again` says 5 170" in " ".join(told.out.split())
    (tmp_path / "other.txt").write_text(OWN.replace("a cook", "a driver"), "utf-8")
    told = say(f"add other.txt {options}")
    assert "`other`" in told.out
    assert "`wire`" not in told.out
