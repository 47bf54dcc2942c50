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
from musterbook.fit.options import FitJob

MOST_ANSWERS = 4  # ways out to fit side by side where no reading is feasible: the method's page


@dataclass(frozen=True, slots=True)
class Worthwhile:
    """The answers to work out, and how many ways out are known beside them.

    `all_ways_out` is false where the search for ways out was cut: there may be more than known.
    """

    jobs: tuple[FitJob, ...]
    left_out: int = 0
    all_ways_out: bool = True


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
    are_all = all(each.all_ways_out for each in verdicts.readings)
    return Worthwhile(tuple(found[:MOST_ANSWERS]), len(found[MOST_ANSWERS:]), are_all)


def _is_same(system: System, aside: tuple[str, ...], *, of: FitJob) -> bool:
    """Say whether two readings differ in nothing that is still said once this is set aside."""
    return aside == of.set_aside and system.groups == of.system.groups
