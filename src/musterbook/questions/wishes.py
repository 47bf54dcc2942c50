"""What a report could say and what it would be worth, as values."""

from dataclasses import dataclass
from typing import Any

from musterbook.account.system import Choice
from musterbook.questions.spread import Spread
from musterbook.questions.target import Target


@dataclass(frozen=True, slots=True)
class Watched:
    """A number whose uncertainty matters, as it is now."""

    target: Target
    spread: Spread

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster ask --json` prints it."""
        return {
            "measure": self.target.measure,
            "date": self.target.day.isoformat(),
            "now": self.spread.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Wish:
    """A number nobody has reported: `says` the sentence that would do, with what is expected.

    `narrows` gives for each watched number the expected share by which its 90 % interval would
    shrink: 0 nothing, 1 all of it.
    """

    target: Target
    says: str
    now: Spread
    narrows: tuple[float, ...]

    @property
    def worth(self) -> float:
        """The mean of what it does to the watched numbers."""
        return sum(self.narrows) / len(self.narrows)

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster ask --json` prints it, less the people, which the watched tell."""
        return {
            "measure": self.target.measure,
            "date": self.target.day.isoformat(),
            "says": self.says,
            "now": self.now.to_json(),
            "worth": round(self.worth, 4),
        }


@dataclass(frozen=True, slots=True)
class AskReport:
    """What to find out next under one answer, the most telling first.

    `asked` is how many numbers were compared, `reliability` the grade of the new source that would
    report them.
    """

    watched: tuple[Watched, ...]
    wishes: tuple[Wish, ...]
    asked: int
    reliability: str
    choice: Choice
    set_aside: tuple[str, ...]
    seed: int

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster ask --json` prints it."""
        return {
            "reading": dict(self.choice),
            "set_aside": list(self.set_aside),
            "reliability": self.reliability,
            "asked": self.asked,
            "seed": self.seed,
            "watched": [each.to_json() for each in self.watched],
            "wishes": [each.to_json() | {"narrows": self._narrowing(each)} for each in self.wishes],
        }

    def _narrowing(self, wish: Wish) -> list[dict[str, Any]]:
        return [
            {
                "measure": each.target.measure,
                "date": each.target.day.isoformat(),
                "share": round(share, 4),
                "people": round(share * each.spread.width, 1),
            }
            for each, share in zip(self.watched, wish.narrows, strict=True)
        ]
