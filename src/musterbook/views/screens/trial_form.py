"""A scenario goes in; the numbers one can change in it come out as the fields of a form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from musterbook.core.plans import Scenario
from musterbook.core.problem import Problem
from musterbook.core.records import Case
from musterbook.inquiry.trial import START, TAKEN_OUT, Tried, place_of
from musterbook.views.screens.trials import field_name, written_in
from musterbook.views.tables_assumes import as_is


@dataclass(frozen=True, slots=True)
class Field:
    """One entry: its name in the form, what is written, how it is without, and what was typed."""

    name: str
    target: str
    written: str
    without: str
    typed: str
    problem: Problem | None = None

    @property
    def shown(self) -> str:
        """What stands in the field: what was typed, else what is written."""
        return self.typed or self.written

    @property
    def is_taken_out(self) -> bool:
        """Say whether the try leaves it out."""
        return self.typed == TAKEN_OUT


@dataclass(frozen=True, slots=True)
class TrialForm:
    """The fields of one scenario: what it changes, and the account's own numbers.

    `flows` are those it does not change yet: one of them, a number or `from` may be added.
    """

    scenario: Scenario
    changes: tuple[Field, ...]
    numbers: tuple[Field, ...]
    is_changed: bool
    is_of_numbers: bool
    flows: tuple[str, ...] = ()
    has_start: bool = True


def trial_form(
    scenario: Scenario, case: Case, *, tried: Sequence[Tried], problems: Sequence[Problem]
) -> TrialForm:
    """Lay out what can be changed of a scenario, with what was tried and what is wrong with it."""
    typed = {each.target: each for each in tried if each.scenario == scenario.name}
    numbers = [each.name for account in case.accounts for each in account.parameters]
    flows = [each.name for account in case.accounts for each in account.flows]
    own = ([START] if scenario.start or scenario.changes else []) + list(scenario.changes)
    others = [each for each in typed if each not in own and each not in numbers]

    def fields(names: Sequence[str]) -> Iterator[Field]:
        known = as_is(case)
        for name in names:
            change = typed.get(name)
            place = place_of(change).file if change else ""
            found = (each for each in problems if each.place and each.place.file == place)
            yield Field(
                field_name(scenario.name, name),
                name,
                written_in(scenario, name),
                known.get(name, ""),
                change.text if change else "",
                next(found, None) if place else None,
            )

    return TrialForm(
        scenario,
        tuple(fields([*own, *others])),
        tuple(fields([each for each in numbers if each not in own])),
        bool(typed),
        bool(typed) and all(_is_of_number(each, numbers) for each in typed.values()),
        tuple(flow for flow in flows if flow not in own and flow not in typed),
        START in own or START in typed,
    )


def _is_of_number(change: Tried, numbers: Sequence[str]) -> bool:
    return change.target in numbers and change.text != TAKEN_OUT
