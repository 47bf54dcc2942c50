"""A matrix in a few lines of text in, a board of hypotheses out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from musterbook.core.plans import Evidence, Hypothesis, HypothesisBoard
from musterbook.core.problem import Phrase, Place

PLACE = Place("hypotheses.yaml", 2, 1)


def board(table: str, *, expects: Mapping[str, Sequence[str]] | None = None) -> HypothesisBoard:
    """Read a table: hypotheses in the first line, then a claim (or `? question`) and its marks.

    A row's name and its marks are parted by `|`; `-` is no mark.
    """
    head, *lines = [line.strip() for line in table.strip().splitlines()]
    names = head.split()
    wanted = expects or {}
    return HypothesisBoard(
        question="Why?",
        hypotheses=tuple(
            Hypothesis(
                name,
                f"because of {name}",
                PLACE,
                tuple(Phrase(each, PLACE) for each in wanted.get(name, ())),
            )
            for name in names
        ),
        evidence=tuple(_row(line, names, at) for at, line in enumerate(lines)),
    )


def _row(line: str, names: Sequence[str], at: int) -> Evidence:
    name, _, marks = (part.strip() for part in line.partition("|"))
    given = {
        hypothesis: mark
        for hypothesis, mark in zip(names, marks.split(), strict=True)
        if mark != "-"
    }
    place = Place("hypotheses.yaml", 10 + at, 3)
    if name.startswith("?"):
        return Evidence(place, scenario=Phrase(name.removeprefix("?").strip(), place), marks=given)
    return Evidence(place, claim=name, marks=given)
