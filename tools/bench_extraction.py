"""Reports labelled by hand in, how well and how fast head counts are found beside two peers out.

Use: python -m tools.bench_extraction [--labels FOLDER] [--print]
The peers find numbers and know nothing of people: quantulum3, where `pip install '.[bench]'` has
brought it, and a digit regex. spaCy's tokeniser, which finds nothing, says what speed to expect of
a machine. All read the same texts in the same run, on one core, in turn.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.bench import PAGE, machine
from tools.bench_page import with_section

HEAD = """\
## Head counts found

Written by `make bench` on the labelled reports of the test gate ({words:,} words). They were seen
while the rules were written, so this measures no unseen text. All finders read the same texts in
one run on one core. A number is right where its value is and it stands in the labelled words;
bounds do not count. The peers find numbers and cannot tell people from dollars. spaCy's tokeniser
only parts words: it is the measure of the machine, and two thirds of its speed is the target.
"""
LABELS = Path(__file__).parents[2] / "shared" / "gold"
ROUNDS = 7  # the best of them is quoted: what disturbs a round only makes it slower
SLOW_ROUNDS = 1  # quantulum3 reads some two thousand words a second

TOKENISER = "spaCy's tokeniser"

Span = tuple[int, int, float | None, float | None]  # start, end, low, high
Finder = Callable[[str], list[Span]]


@dataclass(frozen=True, slots=True)
class Score:
    """How well one finder did: shares in per cent, and words a second."""

    name: str
    precision: float
    recall: float
    speed: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def musterbook(text: str) -> list[Span]:
    """Find head counts as `muster extract` does."""
    from musterbook.claims.extract import extract_claims

    return [(each.start, each.end, each.low, each.high) for each in extract_claims(text)]


def digit_regex(text: str) -> list[Span]:
    """Find everything written in digits."""
    found = re.finditer(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", text)
    values = ((match, float(match[0].replace(",", ""))) for match in found)
    return [(*match.span(), value, value) for match, value in values]


def quantulum(text: str) -> list[Span]:
    """Find quantities with quantulum3; a range is told there as a mean and a half-width."""
    from quantulum3 import parser

    found = []
    for each in parser.parse(text):
        half = each.uncertainty or 0.0
        found.append((*each.span, each.value - half, each.value + half))
    return found


def spacy_tokeniser() -> Finder:
    """Give a finder of nothing that parts a text into words as spaCy does."""
    import spacy

    part = spacy.blank("en").make_doc

    def find(text: str) -> list[Span]:
        part(text)
        return []

    return find


def peers() -> Iterator[tuple[str, Finder, int]]:
    """Give each finder that is installed, with how many rounds it gets."""
    yield "musterbook", musterbook, ROUNDS
    yield "digit regex", digit_regex, ROUNDS
    try:
        yield TOKENISER, spacy_tokeniser(), ROUNDS
    except ImportError:
        print("spaCy is not installed: pip install '.[bench]' brings it")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns that its classifier is not installed
            import quantulum3.parser  # noqa: F401
    except ImportError:
        print("quantulum3 is not installed: pip install '.[bench]' brings it")
        return
    yield "quantulum3", quantulum, SLOW_ROUNDS


def reports(folder: Path) -> list[tuple[str, list[dict[str, Any]]]]:
    """Read every text of a folder beside its labels."""
    return [
        (
            (folder / f"{path.name.removesuffix('.gold.json')}.txt").read_text("utf-8"),
            json.loads(path.read_text("utf-8")),
        )
        for path in sorted(folder.glob("*.gold.json"))
        if (folder / f"{path.name.removesuffix('.gold.json')}.txt").is_file()
    ]


def is_found(label: dict[str, Any], span: Span) -> bool:
    """Say whether a found number is the labelled one: same value, in its words.

    A finder that knows no open ends is right where it gives the end that was said.
    """
    start, end, low, high = span
    if not (start < label["end"] and label["start"] < end):
        return False
    ends = [each for each in (label["value_low"], label["value_high"]) if each is not None]
    told = [each for each in (low, high) if each is not None]
    if not ends or not told:
        return False
    return min(told) == min(ends) and max(told) == max(ends)


def score(name: str, find: Finder, texts: list[tuple[str, list[dict[str, Any]]]]) -> Score:
    """Match what a finder finds with the labels, one to one; optional labels count neither way."""
    right = wanted = given = 0
    for text, labels in texts:
        free = find(text)
        for label in labels:
            hit = next((each for each in free if is_found(label, each)), None)
            if hit is not None:
                free.remove(hit)
            right += hit is not None and not label["optional"]
            wanted += not label["optional"]
        given += len(free)
    given += right
    return Score(name, 100 * right / max(1, given), 100 * right / max(1, wanted), 0.0)


def speed(find: Finder, texts: list[str], rounds: int) -> float:
    """Give words a second of processor time, the best of several rounds."""
    words = sum(len(text.split()) for text in texts)
    times = []
    for _ in range(rounds):
        began = time.process_time()
        for text in texts:
            find(text)
        times.append(time.process_time() - began)
    return words / min(times)


def scores(folder: Path) -> list[Score]:
    """Score every finder on one folder."""
    labelled = reports(folder)
    texts = [text for text, _ in labelled]
    found = []
    for name, find, rounds in peers():
        quality = score(name, find, labelled)
        fast = speed(find, texts, rounds)
        found.append(Score(name, quality.precision, quality.recall, fast))
    return found


def section(found: list[Score], words: int) -> str:
    """Write the comparison as a section of the benchmarks page."""
    own = found[0].speed
    rows = [
        f"| {each.name} | {_quality(each)} | {each.speed:,.0f} | {each.speed / own:.2g} |"
        for each in found
    ]
    head = [
        "| | precision | recall | F1 | words/s | speed beside ours |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join(
        [HEAD.format(words=words), *head, *rows, "", f"Machine: {machine(('musterbook',))}", ""]
    )


def _quality(of: Score) -> str:
    if of.name == TOKENISER:
        return "| |"
    return f"{of.precision:.0f} | {of.recall:.0f} | {of.f1:.0f}"


def main() -> None:
    """Measure, and put the section into the page, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    parser.add_argument("--labels", type=Path, default=LABELS, help="a folder of labelled texts")
    asked = parser.parse_args()
    if not asked.labels.is_dir():
        print("there are no labelled reports here: --labels FOLDER names some")
        return
    words = sum(len(text.split()) for text, _ in reports(asked.labels))
    text = section(scores(asked.labels), words)
    print(text)
    if not asked.print:
        PAGE.write_text(with_section(PAGE.read_text("utf-8"), text), "utf-8")


if __name__ == "__main__":
    main()
