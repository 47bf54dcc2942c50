"""The sections of the one-file report, in their order; names go in, those chosen come out."""

from collections.abc import Iterable
from dataclasses import dataclass

from musterbook.core.suggest import did_you_mean


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its anchor, which is its name for a machine, and its name for a reader."""

    anchor: str
    name: str

    @property
    def template(self) -> str:
        """The template that lays it out."""
        return f"part_{self.anchor}.html"


SECTIONS = (
    Section("answer", "The answer"),
    Section("sentences", "The sentences"),
    Section("conflicts", "Conflicts"),
    Section("account", "The account"),
    Section("scenarios", "What if"),
    Section("hypotheses", "Why"),
    Section("sources", "Sources"),
    Section("assumptions", "Assumptions"),
    Section("hedges", "Hedge words"),
    Section("claims", "Every claim"),
    Section("reports", "Reports"),
    Section("made", "Made from"),
)
NEED_FIT = frozenset({"answer", "account", "scenarios", "hypotheses"})
NEED_RUN = frozenset({"scenarios", "hypotheses"})


class NoSuchSectionError(ValueError):
    """A name that is no section's; says what there is."""


def chosen_sections(names: Iterable[str]) -> tuple[Section, ...]:
    """Choose sections by name, in the report's own order; no name at all means every section.

    Raises:
        NoSuchSectionError: a name is no section's.
    """
    wanted = {each.strip().lower() for each in names if each.strip()}
    known = [each.anchor for each in SECTIONS]
    unknown = sorted(wanted - set(known))
    if unknown:
        there = f"the sections are {', '.join(known)}"
        guess = did_you_mean(unknown[0], known)
        said = f"{guess} {there}" if guess.startswith("did you mean") else there
        raise NoSuchSectionError(f"there is no section `{unknown[0]}`: {said}")
    return tuple(each for each in SECTIONS if not wanted or each.anchor in wanted)
