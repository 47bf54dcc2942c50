"""Problems go in; each is told with place, sentence, excerpt with caret, numbers and remedy."""

from collections.abc import Iterable
from pathlib import Path

from rich.text import Text

from musterbook.cli.terminal import err
from musterbook.core.problem import Place, Problem

STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
LONGEST = 200  # characters of an excerpt's line: a minified file is one line of megabytes


def print_problems(problems: Iterable[Problem], folder: Path, *, summary: bool = True) -> None:
    """Tell problems on stderr in reading order, then how many there are."""
    console, listed = err(), tuple(problems)
    for each in listed:
        console.print(problem_text(each, folder), soft_wrap=True)
    if summary and listed:
        console.print(summary_of(listed), markup=False)


def summary_of(problems: tuple[Problem, ...]) -> str:
    """Count errors, warnings and notes in words."""
    counts = [
        (kind, sum(each.severity.value == kind for each in problems))
        for kind in ("error", "warning", "note")
    ]
    said = [f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts if count]
    return ", ".join(said) or "no problems"


def problem_text(problem: Problem, folder: Path) -> Text:
    """Lay one problem out as a compiler would."""
    text = Text()
    if problem.place is not None:
        text.append(f"{problem.place}: ", style="bold")
    kind = problem.severity.value
    text.append(f"{kind} {problem.code} ", style=STYLES[kind])
    text.append(f"{problem.says}\n")
    if problem.place is not None:
        text.append(_excerpt(problem.place, folder))
    width = max((len(name) for name, _ in problem.numbers), default=0)
    for name, value in problem.numbers:
        text.append(f"  {name:<{width}}  {value}\n")
    if problem.fix:
        text.append(f"  try: {problem.fix}\n", style="green")
    return text


def _excerpt(place: Place, folder: Path) -> str:
    """Quote the line a problem stands in, with a caret under its column; none if unreadable."""
    try:
        with (folder / place.file).open(encoding="utf-8") as lines:
            line = next((each for at, each in enumerate(lines, 1) if at == place.line), None)
    except (OSError, UnicodeDecodeError, ValueError):
        return ""
    if line is None or place.column > LONGEST:
        return ""
    margin = f"  {place.line:>5} | "
    shown = line.rstrip("\n").replace("\t", " ")[:LONGEST]
    return f"{margin}{shown}\n{' ' * (len(margin) - 2)}| {' ' * (place.column - 1)}^\n"
