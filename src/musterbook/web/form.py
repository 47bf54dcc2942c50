"""What a form said, as values, and what a deed answers when it does not do it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musterbook.core.problem import Problem
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Screen


@dataclass(frozen=True, slots=True)
class Form:
    """The texts of a form by their names, and its files, each with its own name."""

    texts: Mapping[str, str]
    files: Sequence[tuple[str, bytes]] = ()

    def text(self, name: str) -> str:
        """Give one text, without the blanks around it; empty where there is none."""
        return self.texts.get(name, "").strip()


class Refusal(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """A deed that was not done: why, in lines, and the problems that stand in its way."""

    def __init__(
        self,
        heading: str,
        *lines: str,
        problems: Sequence[Problem] = (),
        status: int = 422,
    ) -> None:
        """Take what the page will say."""
        super().__init__(heading)
        self.heading = heading
        self.lines = lines
        self.problems = tuple(problems)
        self.status = status


class Again(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """A form that was not taken: its page is shown again, what was typed in it, faults beside."""

    def __init__(self, screen: Screen, query: Query) -> None:
        """Take the page to show; `query.typed` holds what was typed and what is wrong with it."""
        super().__init__(query.path)
        self.screen = screen
        self.query = query
