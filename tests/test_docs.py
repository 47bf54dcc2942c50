"""README and every page of docs in, whether their commands still print what they say out.

A block fenced as ```console holds commands after `$ ` and their output; a line `...` stands for any
lines, `...` within a line for any text, and columns may be as wide as they like. In one fenced as
```console roughly, numbers may differ too: a sampler's draws depend on the processor's arithmetic.
A block fenced as ```yaml file=case.yaml is written to that file first, so that a page can build a
case as its reader does. A page runs from top to bottom in a fresh folder that holds a copy of
`examples/`. Only `muster`, `cd` and `mkdir` are run, and `yes KEY | muster ...`. With
UPDATE_EXPECTED=1 in the environment, outputs without `...` are written anew: read the difference.
"""

from __future__ import annotations

import io
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

REPOSITORY = Path(__file__).parents[1]
PAGES = sorted([REPOSITORY / "README.md", *(REPOSITORY / "docs").rglob("*.md")])
FENCE = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
RUN = ("muster", "cd", "mkdir", "yes")
ENOUGH = 100  # lines of `yes`: more than any page has claims to decide


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Give each fenced block that does something: its info string and its text."""
    for fence in FENCE.finditer(page.read_text("utf-8")):
        info = fence["info"].strip()
        if " file=" in info or info.split()[0] == "console":
            yield info, fence["body"]


def commands(body: str) -> Iterator[tuple[str, str]]:
    """Split a console block into commands, each with the output shown under it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        yield line.strip(), output.rstrip()


def pattern(shown: str) -> re.Pattern[str]:
    """Turn shown output with `...` into the expression that real output must match."""
    exact = re.escape(shown)
    exact = re.sub(r"(?m)^\\\.\\\.\\\.(\n|\Z)", "(?s:.*?)", exact.replace("\\\n", "\n"))
    return re.compile(exact.replace(r"\.\.\.", ".*?") + r"\s*")


def plain(text: str) -> str:
    """Put one sign for each run of spaces or rules: columns may be as wide as they like."""
    text = text.replace("\u202f", " ").replace("\xa0", " ")  # a reader cannot tell them apart
    return re.sub(r"─+", "─", re.sub(r" *\n *", "\n", re.sub(r" +", " ", text)))


def without_numbers(text: str) -> str:
    """Put # for each number."""
    return re.sub(r"[−+-]?\d[\d\s.,]*(?<=\d)", "#", text)


def is_true(shown: str, said: str, *, info: str) -> bool:
    """Compare what a page shows with what a command says, as strictly as the block asks."""
    shown, said = plain(shown), plain(said)
    if info.endswith(" roughly"):
        shown, said = without_numbers(shown), without_numbers(said)
    return bool(pattern(shown).fullmatch(said))


class Reader:
    """Someone who does what a page says, in a folder of their own."""

    def __init__(self, folder: Path, muster: Callable[[str, Path], str]) -> None:
        self.folder, self.muster = folder, muster

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def type(self, line: str) -> str:
        """Run one line and give what it prints, without the exit status."""
        word, _, rest = line.partition(" ")
        if word == "cd":
            self.folder = (self.folder / rest).resolve(strict=True)
            return ""
        if word == "mkdir":
            (self.folder / rest.removeprefix("-p ")).mkdir(parents=True, exist_ok=True)
            return ""
        if word == "yes":
            key, _, command = rest.partition(" | ")
            with patch("sys.stdin", io.StringIO(f"{key}\n" * ENOUGH)):
                return self.type(command)
        return re.sub(r"\(exit \d+\)\n\Z", "", self.muster(line, self.folder)).rstrip()

    def follow(self, info: str, body: str) -> Iterator[tuple[str, str, str]]:
        """Do what one block says: of each command run, its line, what is shown, what is said."""
        if " file=" in info:
            self.write(info.partition(" file=")[2], body)
            return
        for line, shown in commands(body):
            if line.split()[0] in RUN:
                yield line, shown, self.type(line)


def rewrite(page: Path, line: str, *, shown: str, said: str) -> None:
    """Put what a command says in the place of what the page shows."""
    old, new = ("\n".join([f"$ {line}", *text.splitlines(), ""]) for text in (shown, said))
    page.write_text(page.read_text("utf-8").replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_page_tells_the_truth(
    page: Path, tmp_path: Path, muster: Callable[[str, Path], str]
) -> None:
    work = list(blocks(page))
    if work and (REPOSITORY / "examples").is_dir():
        shutil.copytree(
            REPOSITORY / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns(".muster")
        )
    reader = Reader(tmp_path, muster)
    for info, body in work:
        for line, shown, said in reader.follow(info, body):
            if os.environ.get("UPDATE_EXPECTED") and "..." not in shown:
                rewrite(page, line, shown=shown, said=said)
                continue
            assert is_true(shown, said, info=info), f"$ {line}\nsays\n{said}\nnot\n{shown}"


def test_the_library_does_what_its_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    page = (REPOSITORY / "docs" / "reference" / "library.md").read_text("utf-8")
    [example] = [fence["body"] for fence in FENCE.finditer(page) if fence["info"] == "python"]
    names: dict[str, Any] = {}
    exec(compile(example, "library.md", "exec"), names)
    assert names["low"] < names["high"]
    assert names["answer"].measures
    assert names["run"].scenarios
    assert names["board"].hypotheses


def links() -> Iterator[tuple[Path, str]]:
    """Give every link from a page to a file of the project."""
    for page in PAGES:
        text = FENCE.sub("", page.read_text("utf-8"))
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if not re.match(r"https?:|mailto:", target):
                yield page, target


def anchors(page: Path) -> set[str]:
    """Name the headings of a page as links name them."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text("utf-8")), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def test_links_lead_somewhere() -> None:
    broken = []
    for page, target in links():
        name, _, anchor = target.partition("#")
        goal = (page.parent / name).resolve() if name else page
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            broken.append(f"{page.relative_to(REPOSITORY)}: {target}")
    assert broken == []


def test_every_verb_is_described() -> None:
    from musterbook.cli.main import app

    page = (REPOSITORY / "docs" / "reference" / "command-line.md").read_text("utf-8")
    described = set(re.findall(r"^\| `muster (\w+)", page, re.MULTILINE))
    assert described == {each.name for each in app.registered_commands}


def options_described() -> dict[str, set[str]]:
    """Read which verbs have each option, as the page of the command line lists them."""
    from musterbook.cli.main import app

    page = (REPOSITORY / "docs" / "reference" / "command-line.md").read_text("utf-8")
    table = page.partition("## Every option\n")[2].partition("\n## ")[0]
    everything = {each.name or "" for each in app.registered_commands}
    found = {}
    for options, verbs in re.findall(r"^\| (`-.*?) \| (.*?) \|", table, re.MULTILINE):
        named = everything if verbs == "every verb" else set(re.findall(r"`(\w+)`", verbs))
        found |= dict.fromkeys(re.findall(r"`(--?[\w-]+)", options), named)
    return found


def test_every_option_is_described() -> None:
    from typer.main import get_group

    from musterbook.cli.main import app

    there: dict[str, set[str]] = {}
    for name, verb in get_group(app).commands.items():
        for option in ("--help", "-h", *(o for each in verb.params for o in each.opts)):
            if option.startswith("-"):
                there.setdefault(option, set()).add(name)
    assert options_described() == there


def test_roughly_the_same() -> None:
    shown = "camp   1 200   −3 % to +4 %\n...\nin 0.3 s"
    assert is_true(shown, "camp  980  −13 % to 4 %\nx\nin 12 s", info="console roughly")
    assert not is_true(shown, "dead  980  −13 % to 4 %\nx\nin 12 s", info="console roughly")
    assert not is_true(shown, "camp  980  −13 % to 4 %\nx\nin 12 s", info="console")


@pytest.mark.parametrize(
    ("shown", "said", "same"),
    [
        ("a\n...\nb", "a\nx\ny\nb", True),
        ("a\n...", "a\nx\ny", True),
        ("in ... s", "in 0.31 s", True),
        ("a\nb", "a\nc", False),
        ("a (1)", "a (1)", True),
    ],
)
def test_wildcards(shown: str, said: str, same: bool) -> None:
    assert bool(pattern(shown).fullmatch(said)) is same
