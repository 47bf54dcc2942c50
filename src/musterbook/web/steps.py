"""A folder goes in; the edits that can be taken back or done again come out, named for a form."""

from dataclasses import dataclass
from pathlib import Path

from musterbook.case.redo import saving_to_redo
from musterbook.case.savings import Saving
from musterbook.case.undo import saving_to_undo

UNNAMED = "the last saving"  # what is called so was saved without a word of why


@dataclass(frozen=True, slots=True)
class Step:
    """One edit that a button would take back or do again: its name for the form, and what it is."""

    name: str = ""
    words: str = ""

    @classmethod
    def of(cls, saving: Saving | None) -> "Step":
        """Name a saving; an empty step is none."""
        return cls() if saving is None else cls(saving.name, saving.why or UNNAMED)


@dataclass(frozen=True, slots=True)
class Steps:
    """What undo would take back now, and what redo would do again."""

    back: Step
    again: Step

    @classmethod
    def of(cls, folder: Path) -> "Steps":
        """Look at a case's lists."""
        return cls(Step.of(saving_to_undo(folder)), Step.of(saving_to_redo(folder)))
