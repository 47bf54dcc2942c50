"""Rows of the matrix in; the same rows out, those that rest on one origin folded into one.

The matrix adds rows up as if each were evidence of its own (naive Bayes in disguise), so a copy
would count twice. Two rows are one where they rest on one observation (one origin, one measure,
one time), or where one origin's claims bear alike on every hypothesis. Source: dong2009
"""

from collections.abc import Mapping
from dataclasses import replace

from musterbook.core.problem import Problem, Severity
from musterbook.hypotheses.results import EvidenceRow, RowKind


def collapse(
    rows: tuple[EvidenceRow, ...], *, observations: Mapping[str, str]
) -> tuple[tuple[EvidenceRow, ...], tuple[Problem, ...]]:
    """Fold rows of one origin into the first of them; `observations` maps claims to what they say.

    Rows of one observation that are marked differently keep the first's marks, with a warning.
    """
    kept: list[EvidenceRow] = []
    problems: list[Problem] = []
    for row in rows:
        same = next((at for at, each in enumerate(kept) if _is_one(each, row, observations)), None)
        if same is None:
            kept.append(row)
            continue
        if dict(kept[same].ratings) != dict(row.ratings):
            problems.append(_differently(kept[same], row))
        kept[same] = replace(kept[same], members=(*kept[same].members, *row.members))
    return tuple(kept), tuple(problems)


def _is_one(first: EvidenceRow, row: EvidenceRow, observations: Mapping[str, str]) -> bool:
    if first.kind is not row.kind or row.kind is RowKind.EXPECTS:
        return False
    if first.row == row.row:
        return True
    seen = observations.get(row.row)
    if seen is not None and any(observations.get(each) == seen for each in first.members):
        return True
    is_one_voice = bool(row.origins) and first.origins == row.origins
    return is_one_voice and dict(first.ratings) == dict(row.ratings)


def _differently(first: EvidenceRow, row: EvidenceRow) -> Problem:
    names = [name for name, mark in row.ratings.items() if first.ratings[name] is not mark]
    marks = tuple(
        (name, f"{first.ratings[name].value} in `{first.row}`, {row.ratings[name].value} here")
        for name in names
    )
    says = f"`{row.row}` is the same observation as `{first.row}`, and counts once, as that"
    fix = "mark both alike, or leave one out"
    return Problem("MB451", says, row.place, Severity.WARNING, numbers=marks, fix=fix)
