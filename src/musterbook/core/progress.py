"""Work done piece by piece goes in; which piece of how many is begun comes out, to be shown.

What computes does not print: it is handed somebody to tell.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias, TypeVar

Piece = TypeVar("Piece")

Told: TypeAlias = Callable[[int, int], None]  # the piece begun, counted from 1, and how many


def nobody(piece: int, of: int) -> None:
    """Hear it, and do nothing with it."""


def in_turn(pieces: Sequence[Piece], told: Told) -> Iterator[Piece]:
    """Give one piece after the other, and tell of each as it is begun."""
    for number, piece in enumerate(pieces, start=1):
        told(number, len(pieces))
        yield piece
