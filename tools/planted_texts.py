"""A count and a seed go in; made-up reports come out, with the copies planted among them.

The words are made up, but behave as news does: some are frequent and most are rare, stock phrases
come again and again, and each report stands between the masthead of its agency and a disclaimer
that all share.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WORDS, PHRASES, AGENCIES = 30_000, 4_000, 40
LENGTH = 230  # words of a report's own; with masthead and disclaimer about 300
STOCK_SHARE = 0.25  # of a report's words that stand in stock phrases
MASTHEAD, DISCLAIMER, PHRASE = 40, 30, 7  # words
COPIES = 0.04  # of all reports that are copied or copies
KINDS = ("word for word", "edited", "edited", "renumbered", "part")  # they take turns
LEAST_EDIT, MOST_EDIT = 0.005, 0.1  # share of words replaced in an edited copy
PART = 90  # words of a text that is taken over whole into another

Words = list[str]


@dataclass(frozen=True, slots=True)
class Copied:
    """Two reports of which one was made from the other: how, and the runs they then share.

    `share` is of what is the reports' own, without masthead and disclaimer.
    """

    kind: str
    first: str
    second: str
    share: float

    @property
    def names(self) -> frozenset[str]:
        """The two, in no order."""
        return frozenset((self.first, self.second))


@dataclass(frozen=True, slots=True)
class Planted:
    """The reports by name, and the copies among them."""

    texts: dict[str, str]
    copies: tuple[Copied, ...]


class Press:
    """A make-believe language and its agencies."""

    def __init__(self, seed: int) -> None:
        """Make up the words, the stock phrases, the mastheads and the disclaimer."""
        self.random = np.random.default_rng(seed)
        letters = self.random.integers(97, 123, size=(WORDS, 7), dtype=np.uint8)
        self.words = [bytes(row).decode() for row in letters]
        frequency = 1 / np.arange(1, WORDS + 1)  # Zipf's law
        self.rank = np.cumsum(frequency) / np.sum(frequency)
        self.phrases = [self.prose(PHRASE) for _ in range(PHRASES)]
        self.mastheads = [self.prose(MASTHEAD) for _ in range(AGENCIES)]
        self.disclaimer = self.prose(DISCLAIMER)

    def prose(self, count: int) -> Words:
        """Draw so many words."""
        drawn = np.searchsorted(self.rank, self.random.random(count))
        return [self.words[each] for each in drawn.tolist()]

    def body(self, count: int = LENGTH) -> Words:
        """Write a report of its own: prose, stock phrases and numbers."""
        stock = int(count * STOCK_SHARE / PHRASE)
        words = self.prose(count - stock * PHRASE)
        # Some phrases are everybody's: the share of the first in all that are drawn is a hundredth.
        chosen = (PHRASES * self.random.random(stock) ** 2).astype(int).tolist()
        for phrase in chosen:
            at = int(self.random.integers(len(words)))
            words[at:at] = self.phrases[phrase]
        for at in self.random.integers(len(words), size=8).tolist():
            words[at] = str(self.random.integers(100, 30_000))
        return words

    def edited(self, words: Words) -> Words:
        """Replace some words, as an editor does."""
        share = self.random.uniform(LEAST_EDIT, MOST_EDIT)
        changed = self.random.random(len(words)) < share
        fresh = iter(self.prose(int(np.sum(changed))))
        return [next(fresh) if new else old for new, old in zip(changed, words, strict=True)]

    def renumbered(self, words: Words) -> Words:
        """Change one number."""
        at = next(place for place, word in enumerate(words) if word.isdigit())
        return [*words[:at], str(int(words[at]) + 3_000), *words[at + 1 :]]

    def printed(self, words: Words) -> str:
        """Set a report between an agency's masthead and the disclaimer."""
        masthead = self.mastheads[int(self.random.integers(AGENCIES))]
        return " ".join([*masthead, *words, *self.disclaimer])


def planted_texts(count: int, *, seed: int = 1, copies: float = COPIES) -> Planted:
    """Write so many reports, some of them copies; names tell nothing."""
    press = Press(seed)
    names = [f"r{number:06}" for number in press.random.permutation(count).tolist()]
    planted: list[Copied] = []
    texts: dict[str, str] = {}
    while names:
        first, words = names.pop(), press.body()
        if names and press.random.random() < copies / 2:
            kind = KINDS[len(planted) % len(KINDS)]
            second = names.pop()
            one, other, share = _pair(press, words, kind)
            texts[first], texts[second] = one, other
            planted.append(Copied(kind, first, second, share))
        else:
            texts[first] = press.printed(words)
    return Planted(texts, tuple(planted))


def _pair(press: Press, words: Words, kind: str) -> tuple[str, str, float]:
    """Write a report and its copy of some kind, and say what they share."""
    if kind == "part":
        part = words[:PART]
        around = [*press.body(), *part, *press.body()]
        return " ".join(part), press.printed(around), 1.0
    made = {"edited": press.edited, "renumbered": press.renumbered}.get(kind, list)(words)
    one, other = (_runs(each) for each in (words, made))
    return press.printed(words), press.printed(made), len(one & other) / len(one | other)


def _runs(words: Words) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}
