"""The folders of tests/problems in, docs/problems.md out: every problem with what `muster` says.

Use: python tools/problems_page.py          writes the page
     python tools/problems_page.py --check  exits 1 when the page is stale
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
CASES = REPOSITORY / "tests" / "problems"
PAGE = REPOSITORY / "docs" / "problems.md"

HEAD = """\
# Problems

What Musterbook says about a fault, and how to mend it. A problem has a code, the place where it
stands (file, line, column), a sentence, the numbers that show it, and a remedy. All problems of a
case are reported at once. *Errors* keep the thing they speak of out of the computation; *warnings*
and *notes* do not.

This page is written by `make docs` from the small cases in `tests/problems/`; each block is what
the command really printed.
"""


# What the first digit of a code speaks of; a new range needs a line here.
RANGES = {
    "MB0": "Files",
    "MB1": "Sentences, tables, arithmetic, quotes, proposals of language models",
    "MB2": "Declarations, and what claims say of them",
    "MB3": "Conflicts",
    "MB4": "Scenarios and hypotheses",
    "MB5": "The fit",
    "MB6": "Questions asked of the fit",
}


def title_of(case: Path) -> tuple[str, str]:
    """Split `MB203-flow-to-nowhere` into its code and its words."""
    code, _, words = case.name.partition("-")
    return code, words.replace("-", " ")


def command_of(case: Path) -> str:
    """Give the command line that shows the fault."""
    path = case / "command"
    return path.read_text("utf-8").strip() if path.is_file() else "muster check"


def section(case: Path) -> str:
    """Write one problem: its heading, and the command with its output."""
    code, words = title_of(case)
    said = (case / "expected").read_text("utf-8").rstrip()
    return f"\n## {code}: {words}\n\n```text\n$ {command_of(case)}\n{said}\n```\n"


def contents(cases: list[Path]) -> str:
    """Write the tables that lead to each problem, one for each range of codes."""
    rows: list[str] = []
    known = ""
    for case in cases:
        code, words = title_of(case)
        if code[:3] != known:
            known = code[:3]
            rows.append(f"\n**{RANGES[known]}**\n\n| code | fault |\n|---|---|\n")
        anchor = f"{code.lower()}-{words.replace(' ', '-')}"
        rows.append(f"| [{code}](#{anchor}) | {words} |\n")
    return "".join(rows)


def page() -> str:
    """Write the whole page from the folders."""
    cases = sorted(path for path in CASES.glob("MB*-*") if (path / "expected").is_file())
    return "".join([HEAD, contents(cases), *map(section, cases)])


def main() -> int:
    """Write the page, or say whether it is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether the page is stale")
    wanted = page()
    if parser.parse_args().check:
        stale = not PAGE.is_file() or PAGE.read_text("utf-8") != wanted
        print("stale: run `make docs`" if stale else "up to date", file=sys.stderr)
        return int(stale)
    PAGE.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
