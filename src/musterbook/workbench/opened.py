"""A folder goes in; the case it declares, its systems, problems and findings come out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from musterbook.account.build import Built, build_system
from musterbook.account.ledger import Ledger, read_ledger
from musterbook.account.system import Choice, System
from musterbook.case.load import LoadedCase, load_case
from musterbook.claims.gather import gather
from musterbook.conflicts.explained import stale_explanations
from musterbook.core.errors import CannotComputeError
from musterbook.core.finding import Finding
from musterbook.core.problem import Problem, in_reading_order, summed_up
from musterbook.core.records import Case
from musterbook.workbench.later import later_problems


class OpenedCase:
    """One case as its folder stands: read, checked, and made into linear systems."""

    def __init__(self, folder: Path | str, *, as_of: date | None = None) -> None:
        """Open a folder; nothing is read before it is asked for.

        `as_of` overrides the case's own as-of date: only what had been said by then counts.
        """
        self.folder = Path(folder)
        self.as_of = as_of

    @cached_property
    def loaded(self) -> LoadedCase:
        """The folder as read: the case's nouns, the bytes of its reports, and the faults."""
        return load_case(self.folder)

    @cached_property
    def _gathered(self) -> tuple[Case, tuple[Problem, ...]]:
        if self.loaded.case is None:
            raise CannotComputeError(f"{self.folder} could not be read as a case: muster check")
        case = self.loaded.case
        if self.as_of is not None:
            case = replace(case, as_of=self.as_of)
        return gather(case, self.loaded.report_bytes)

    @property
    def case(self) -> Case:
        """The case with its reports' texts, its quotes found, and its tables' rows as claims."""
        return self._gathered[0]

    @cached_property
    def claim_names(self) -> frozenset[str]:
        """What the claims of the case are called."""
        return frozenset(each.id for each in self.case.claims)

    @cached_property
    def ledger(self) -> Ledger:
        """Every sentence parsed and looked up."""
        return read_ledger(self.case)

    @cached_property
    def built(self) -> Mapping[Choice, Built]:
        """One linear system for each choice of readings, the default first."""
        return {choice: build_system(self.ledger, choice) for choice in self.ledger.choices}

    @property
    def systems(self) -> Mapping[Choice, System]:
        """The systems alone."""
        return {choice: each.system for choice, each in self.built.items()}

    @property
    def default(self) -> Built:
        """The system under the default readings."""
        return next(iter(self.built.values()))

    @cached_property
    def stale(self) -> tuple[Problem, ...]:
        """What the analyst's explanations of conflicts say that no longer holds."""
        return stale_explanations(self.ledger, self.systems)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every fault of the case, in reading order; scenarios and hypotheses checked too."""
        found = list(self.loaded.problems)
        if self.loaded.case is None:
            return in_reading_order(found)
        found += self._gathered[1]
        found += self.ledger.problems
        found += [each for built in self.built.values() for each in built.problems]
        told = {each.place for each in found if each.is_error}
        found += self.stale
        later = later_problems(self.ledger, start=self.default.system.as_of)
        found += [each for each in later if each.place not in told]
        return in_reading_order(summed_up(found))

    @property
    def has_errors(self) -> bool:
        """Say whether any fault is an error."""
        return any(each.is_error for each in self.problems)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is worth knowing about the claims: copies, mutations, sums that do not close."""
        from musterbook.account.findings import findings_of  # reads texts anew: half a second

        return findings_of(self.ledger, self.default)

    def refresh(self) -> bool:
        """Read the folder anew; say whether it changed. What an unchanged case gave is kept."""
        before, now = self.loaded, load_case(self.folder)
        if (now.files, now.problems) == (before.files, before.problems):
            return False
        for each in type(self).__mro__:
            for name, value in vars(each).items():
                if isinstance(value, cached_property):
                    self.__dict__.pop(name, None)
        self.loaded = now
        return True
