"""Each page of faults/ holds files that replace those of the small case, and what the clerk says.

A page is cut at lines `--- FILE`; the last part, `--- says`, holds one problem per line and, set
in, its numbers and its remedy. `--- FILE (removed)` takes a file away. To write what the clerk
says now into the pages, run with MUSTER_REWRITE=1 and read the difference.
"""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from musterbook.case.load import LoadedCase
from musterbook.case.problems import MEANINGS
from musterbook.core.problem import Problem

PAGES = sorted((Path(__file__).parent / "faults").glob("*.txt"))
CUT = re.compile(r"^--- (.+)\n", re.MULTILINE)


def read_page(path: Path) -> tuple[dict[str, str | None], str]:
    _, *parts = CUT.split(path.read_text(encoding="utf-8"))
    pairs = dict(zip(parts[::2], parts[1::2], strict=True))
    said = pairs.pop("says", "")
    files = {
        name.removesuffix(" (removed)"): None if name.endswith(" (removed)") else text
        for name, text in pairs.items()
    }
    return files, said


def show(problem: Problem) -> str:
    lines = [f"{problem.place}: {problem.severity} {problem.code} {problem.says}"]
    lines += [f"    {name}: {value}" for name, value in problem.numbers]
    lines += [f"    try: {problem.fix}"] if problem.fix else []
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_clerk_says_what_the_page_says(
    page: Path, load: Callable[[dict[str, str | None]], LoadedCase]
) -> None:
    files, expected = read_page(page)
    loaded = load(files)
    said = "".join(show(problem) for problem in loaded.problems)
    if os.environ.get("MUSTER_REWRITE"):
        before = page.read_text(encoding="utf-8").partition("--- says\n")[0]
        page.write_text(f"{before}--- says\n{said}", encoding="utf-8")
        return
    assert said == expected


def test_every_code_that_is_said_has_a_meaning() -> None:
    said = re.findall(r" (MB\d{3}) ", "".join(page.read_text("utf-8") for page in PAGES))
    assert set(said) <= set(MEANINGS)


def test_every_file_is_named_for_its_code() -> None:
    for page in PAGES:
        assert f" {page.stem[:5]} " in page.read_text("utf-8"), page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_error_has_a_place_and_a_remedy(
    page: Path, load: Callable[[dict[str, str | None]], LoadedCase]
) -> None:
    errors = [each for each in load(read_page(page)[0]).problems if each.is_error]
    assert [each.says for each in errors if each.place is None or not each.fix] == []
