"""A read case goes in; the faults of what comes later, its plan and its hypotheses, come out.

They are checked with the rest of the case, so that one `check` tells every fault at once.
"""

from collections.abc import Iterable
from datetime import date

from musterbook.account.build import build_system
from musterbook.account.ledger import Ledger, assumed, assuming
from musterbook.core.problem import Phrase, Problem
from musterbook.core.records import Case


def later_problems(ledger: Ledger, *, start: date) -> tuple[Problem, ...]:
    """List the faults of scenarios, questions and expectations; scenarios begin on `start`."""
    return (*_of_the_plan(ledger.case, start), *_of_expectations(ledger))


def asked(case: Case) -> tuple[Phrase, ...]:
    """List the questions of scenarios that rows of the matrix ask."""
    return tuple(each.scenario for each in case.board.evidence if each.scenario)


def _of_the_plan(case: Case, start: date) -> Iterable[Problem]:
    from musterbook.scenarios.plan import read_plan
    from musterbook.scenarios.world import build_world

    world, faults = build_world(case)
    _, found = read_plan(case.plan, world, start=start, more_questions=asked(case))
    return (*faults, *found)


def _of_expectations(ledger: Ledger) -> Iterable[Problem]:
    """Check what hypotheses expect as if it were assumed."""
    expected = assumed(ledger.case.board.hypotheses)
    if not expected:
        return ()
    ledger = assuming(ledger, expected)
    built = build_system(ledger, ledger.choices[0])
    known = {each.says.place.file for each in expected}
    found = (*ledger.problems, *built.problems)
    return tuple(each for each in found if each.place and each.place.file in known)
