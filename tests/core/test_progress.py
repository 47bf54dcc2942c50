"""Work in pieces."""

from __future__ import annotations

from musterbook.core.progress import in_turn, nobody


def test_each_piece_is_told_of_as_it_is_begun() -> None:
    said: list[tuple[int, int]] = []
    begun = (
        (piece, said[-1])
        for piece in in_turn(("a", "b"), lambda number, of: said.append((number, of)))
    )
    assert list(begun) == [("a", (1, 2)), ("b", (2, 2))]
    assert list(in_turn((), nobody)) == []
