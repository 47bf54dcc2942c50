"""Web pages and PDFs taken in from the terminal: what they say of themselves is told and kept."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Say
from tests.reports.pdf_files import PICTURE, pdf_of

from musterbook.case.nodes import plain
from musterbook.case.yaml_text import read_nodes

PAGE = """<html><head><title>The camp - Site</title>
<meta property="og:title" content="The camp in May">
<meta property="article:published_time" content="2025-05-11T08:00:00Z">
<link rel="canonical" href="https://news.example/camp"></head><body>
<p>About 5,000 people were in the camp on Friday, the office said.</p>
<p>They were brought to the school and to two churches, where doctors looked after them.</p>
</body></html>
"""


def described(case: Path, name: str) -> dict:
    root, _ = read_nodes((case / f"reports/{name}.yaml").read_text("utf-8"), name)
    assert root is not None
    return plain(root)


def test_a_page_is_dated_by_itself_and_says_so(tmp_path: Path, say: Say) -> None:
    (tmp_path / "camp.html").write_text(PAGE, "utf-8")
    told = say("extract camp.html --json")
    assert "published 2025-05-11, says the page itself" in told.err
    (claim,) = told.json
    assert (claim["period_start"], claim["low"]) == ("2025-05-09", 5000)
    assert "line 5 of the page" in say("extract camp.html").out


def test_a_day_that_is_told_outdoes_the_pages_own(tmp_path: Path, say: Say) -> None:
    (tmp_path / "camp.html").write_text(PAGE, "utf-8")
    told = say("extract camp.html --json --published 2025-05-20")
    assert "says the page" not in told.err
    assert told.json[0]["period_start"] == "2025-05-16"


def test_add_keeps_what_a_page_says_of_itself(tmp_path: Path, crossing: Path, say: Say) -> None:
    (tmp_path / "camp.html").write_text(PAGE, "utf-8")
    told = say("add camp.html --case crossing --publisher herald")
    assert told.code == 0
    assert "camp.html: published 2025-05-11, says the page itself" in told.err
    kept = described(crossing, "camp")
    assert kept["title"] == "The camp in May"
    assert str(kept["published"]) == "2025-05-11"
    assert kept["url"] == "https://news.example/camp"
    shown = say("show camp-1 crossing").out
    assert "line 5 of the page" in " ".join(shown.split())


def test_a_sentence_of_a_pdf_has_its_page(tmp_path: Path, crossing: Path, say: Say) -> None:
    lines = ["On 11 May 2025 about 5,000 peo-", "ple were in the camp, the office said."]
    data = pdf_of(["A report of the office."], PICTURE, lines, title="The camp", made="D:20260101")
    (tmp_path / "camp.pdf").write_bytes(data)
    told = say("extract camp.pdf")
    assert "page 3" in told.out
    assert "the file was made on 2026-01-01" in told.err
    assert "MB033" in told.err
    assert "--published" in say("add camp.pdf --case crossing --publisher herald").err
    line = "add camp.pdf --case crossing --publisher herald --published 2025-05-12"
    assert say(line).code == 0
    assert described(crossing, "camp")["title"] == "The camp"
    assert "page 3" in " ".join(say("show camp-1 crossing").out.split())
    assert "MB150" not in say("check crossing").out


def test_a_text_has_no_place_but_its_own(tmp_path: Path, say: Say) -> None:
    (tmp_path / "a.txt").write_text("DATE: 2025-05-11\nSome 300 men fled on Friday.\n", "utf-8")
    told = say("extract a.txt")
    assert told.err == ""
    assert "page" not in told.out
