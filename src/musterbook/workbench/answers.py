"""Verdicts on every reading go in; the answers worth working out, the one to lead with first, do.

Where some reading adds up, each that does is an answer. Where none does, each way out of each
reading is one: those that set the fewest aside come first, then those that cost the fewest people,
the default reading before others. Two readings that differ in nothing that is still said once a
way out is taken give one answer, not two: under the reading that comes first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from musterbook.account.system import Choice, System
from musterbook.conflicts.results import ConflictReport
from musterbook.core.problem import Problem, Severity
from musterbook.fit.options import FitJob

MOST_ANSWERS = 4  # ways out to fit side by side where no reading is feasible: the method's page
MORE_WAYS_OUT = "MB505"


@dataclass(frozen=True, slots=True)
class Worthwhile:
    """The answers to work out; how many ways out are left, and whether all ways out are known."""

    jobs: tuple[FitJob, ...]
    left_out: int = 0
    all_known: bool = True

    def note(self) -> Problem | None:
        """Say that there are more ways out than answers; None where there are not."""
        if not self.left_out:
            return None
        beside = f"{len(self.jobs)} answers stand side by side, the least to set aside first"
        least = "" if self.all_known else "at least "
        return Problem(
            MORE_WAYS_OUT,
            f"no reading adds up, and there are more ways out than answers: {beside}",
            severity=Severity.NOTE,
            numbers=(("not worked out", f"{least}{self.left_out}"),),
            fix="muster conflicts shows them; set aside what you trust least, with --set-aside",
        )


def worthwhile(systems: Mapping[Choice, System], verdicts: ConflictReport) -> Worthwhile:
    """List the feasible readings; where none is, the ways out of all, cheapest first."""
    feasible = verdicts.feasible_readings
    if feasible:
        return Worthwhile(tuple(FitJob(systems[each.choice]) for each in feasible))
    ways = [(way, verdict.choice) for verdict in verdicts.readings for way in verdict.ways_out]
    ways.sort(key=lambda each: (each[0].count, each[0].cost))
    found: list[FitJob] = []
    for way, choice in ways:
        system = systems[choice].without(*way.members)
        if not any(_is_same(system, way.members, of=job) for job in found):
            found.append(FitJob(system, way.members))
    all_known = all(verdict.all_ways_out for verdict in verdicts.readings)
    return Worthwhile(tuple(found[:MOST_ANSWERS]), len(found[MOST_ANSWERS:]), all_known)


def _is_same(system: System, aside: tuple[str, ...], *, of: FitJob) -> bool:
    """Say whether two readings differ in nothing that is still said once this is set aside."""
    return aside == of.set_aside and system.groups == of.system.groups
