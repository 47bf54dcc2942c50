"""A phrase in, the problems found in it out, each with the column it points at."""

from dataclasses import dataclass, field

from musterbook.core.problem import Phrase, Place, Problem, Severity


@dataclass(slots=True)
class Scribe:
    """Notes faults of one phrase while it is read.

    Of a phrase on one line the column is that of the words meant; a folded phrase gives where it
    starts, since its line breaks are gone.
    """

    phrase: Phrase
    problems: list[Problem] = field(default_factory=list)

    def note(
        self,
        code: str,
        says: str,
        *,
        at: int = 0,
        fix: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Keep one problem about the character `at` of the phrase (counted from 0)."""
        numbers = (("sentence", self.phrase.text.strip()),)
        self.problems.append(Problem(code, says, self.place_of(at), severity, numbers, fix))

    def place_of(self, at: int) -> Place:
        """Give the place of a character of the phrase."""
        place = self.phrase.place
        if "\n" in self.phrase.text.strip():
            return place
        return Place(place.file, place.line, place.column + at)

    @property
    def is_clean(self) -> bool:
        """Say whether no error was noted."""
        return not any(problem.is_error for problem in self.problems)
