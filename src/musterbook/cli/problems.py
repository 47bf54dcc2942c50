"""Problems go in; each is told with place, sentence, excerpt with caret, numbers and remedy."""

import re
import textwrap
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from musterbook.cli.terminal import err
from musterbook.core.problem import Place, Problem
from musterbook.views.words import shortened

STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_IN_TICKS = re.compile(r"`[^` ]{0,20} [^`]{0,20}`")  # a few words of code, to be typed as one
_GLUE = "\ue000"  # stands for a space that no wrapping parts; no text has it
LONGEST = 200  # characters of an excerpt's line: a minified file is one line of megabytes


def print_problems(
    problems: Iterable[Problem], folder: Path, *, console: Console | None = None
) -> None:
    """Tell problems in reading order: on stderr, or where they are the result asked for."""
    console = console or err()
    # Editors and grep want a problem's head in one line; a person at a terminal wants it to fit.
    width = console.width if console.is_terminal else None
    for each in problems:
        console.print(problem_text(each, folder, width=width), soft_wrap=True)


def summary_of(problems: tuple[Problem, ...]) -> str:
    """Count errors, warnings and notes in words."""
    counts = [
        (kind, sum(each.severity.value == kind for each in problems))
        for kind in ("error", "warning", "note")
    ]
    said = [f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts if count]
    return ", ".join(said) or "no problems"


def problem_text(problem: Problem, folder: Path, *, width: int | None = None) -> Text:
    """Lay one problem out as a compiler would; within `width` columns, if any is given."""
    place, kind = problem.place, problem.severity.value
    head = f"{place}: " if place is not None else ""
    text = Text(_fitted(f"{head}{kind} {problem.code} {problem.says}", width))
    text.stylize("bold", 0, len(head))
    text.stylize(STYLES[kind], len(head), len(f"{head}{kind} {problem.code}"))
    text.append("\n")
    if place is not None:
        text.append(_excerpt(place, folder, width=width or LONGEST))
    most = max((len(name) for name, _ in problem.numbers), default=0)
    for name, value in problem.numbers:
        text.append(_fitted(f"  {name:<{most}}  {value}", width, hang=most + 4) + "\n")
    if problem.fix:
        text.append(_fitted(f"  try: {problem.fix}", width, hang=7) + "\n", style="green")
    return text


def _fitted(line: str, width: int | None, *, hang: int = 2) -> str:
    """Wrap a line under its own beginning; none of its words is parted."""
    if width is None or len(line) <= width:
        return line
    wrapped = textwrap.fill(
        _IN_TICKS.sub(lambda found: found[0].replace(" ", _GLUE), line),
        width,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return wrapped.replace(_GLUE, " ")


def _excerpt(place: Place, folder: Path, *, width: int) -> str:
    """Quote the line a problem stands in, with a caret under its column; none if unreadable."""
    try:
        with (folder / place.file).open(encoding="utf-8") as lines:
            line = next((each for at, each in enumerate(lines, 1) if at == place.line), None)
    except (OSError, UnicodeDecodeError, ValueError):
        return ""
    margin = f"  {place.line:>5} | "
    most = width - len(margin)
    if line is None or place.column > most:
        return ""
    whole = line.rstrip("\n").replace("\t", " ")
    shown = shortened(whole, most)
    return f"{margin}{shown}\n{' ' * (len(margin) - 2)}| {' ' * (place.column - 1)}^\n"
