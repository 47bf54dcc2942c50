"""Near copies by name go in; which of their sentences are the same but for a number comes out."""

from collections.abc import Mapping

from musterbook.claims.copies.clues import is_near
from musterbook.claims.copies.figures import Telling
from musterbook.claims.copies.passages import Alignment, Passage, align, passages_of


class Alignments:
    """Texts by name, each read once, whose sentences are held against one another in pairs."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._read: dict[str, tuple[Passage, ...]] = {}

    def of(self, one: Telling, other: Telling) -> Alignment | None:
        """Align two near copies of the same days; later, the same sentence may bring an update."""
        if not is_near(one.published, other.published):
            return None
        names = (one.name, other.name)
        if not all(self._texts.get(name) for name in names):
            return None
        return align(*map(self._passages, names))

    def _passages(self, name: str) -> tuple[Passage, ...]:
        if name not in self._read:
            self._read[name] = passages_of(self._texts[name])
        return self._read[name]
