"""Rows of the matrix in; the same rows out, those that rest on one origin folded into one.

The matrix adds rows up as if each were evidence of its own (naive Bayes in disguise), so a copy
would count twice. Two rows are one where they rest on one observation (one origin, one measure,
one time), or where one origin's claims bear alike on every hypothesis. Source: dong2009
"""

from collections.abc import Mapping
from dataclasses import replace

from musterbook.hypotheses.results import EvidenceRow, RowKind


def collapse(
    rows: tuple[EvidenceRow, ...], *, observations: Mapping[str, str]
) -> tuple[EvidenceRow, ...]:
    """Fold rows of one origin into the first of them; `observations` maps claims to what they say.

    Rows of one observation that are marked differently keep the first's marks, and a note.
    A computed conflict with one claim joins that claim's row, if it has one: the stronger mark
    stands.
    """
    kept: list[EvidenceRow] = []
    for row in rows:
        same = next(
            (at for at, each in enumerate(kept) if _is_one(each, row, observations=observations)),
            None,
        )
        if same is None:
            kept.append(row)
        elif row.kind is RowKind.EXPECTS:
            kept[same] = _with_conflict(kept[same], row)
        else:
            kept[same] = _with_copy(kept[same], row)
    return tuple(kept)


def _is_one(first: EvidenceRow, row: EvidenceRow, *, observations: Mapping[str, str]) -> bool:
    if row.kind is RowKind.EXPECTS:
        return first.kind is RowKind.CLAIM and _is_seen(
            first, row.members, observations=observations
        )
    if first.kind is not row.kind:
        return False
    if first.row == row.row or _is_seen(first, (row.row,), observations=observations):
        return True
    is_one_voice = bool(row.origins) and first.origins == row.origins
    return is_one_voice and dict(first.ratings) == dict(row.ratings)


def _is_seen(
    first: EvidenceRow, claims: tuple[str, ...], *, observations: Mapping[str, str]
) -> bool:
    """Say whether one claim alone is meant, and it is the row's own or a version of it."""
    seen = {observations.get(each, each) for each in claims}
    return len(seen) == 1 and bool(seen & {observations.get(each, each) for each in first.members})


def _with_conflict(row: EvidenceRow, conflict: EvidenceRow) -> EvidenceRow:
    """Let a computed mark stand where it speaks more strongly against a hypothesis."""
    worse = {
        name: worth
        for name, worth in conflict.counts.items()
        if worth < min(row.counts.get(name, 0.0), 0.0)
    }
    return replace(
        row,
        ratings={**row.ratings, **{name: conflict.ratings[name] for name in worse}},
        counts={**row.counts, **worse},
        note="; ".join(filter(None, (row.note, f"“{conflict.row}” {conflict.note}"))),
    )


def _with_copy(row: EvidenceRow, copy: EvidenceRow) -> EvidenceRow:
    """Let a row stand for a copy too; marks that differ are told, and the first's count."""
    other = [
        f"{name} {mark.value}"
        for name, mark in copy.ratings.items()
        if row.ratings[name] is not mark
    ]
    said = f"{copy.row} is the same and counts once, though it is marked {', '.join(other)}"
    note = "; ".join(filter(None, (row.note, said if other else "")))
    return replace(row, members=(*row.members, *copy.members), note=note)
