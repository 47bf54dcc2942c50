"""A report on conflicts goes in; its distinct conflicts come out in the order of their numbers."""

from collections.abc import Mapping

from musterbook.conflicts.results import Conflict, ConflictReport, Verdict

Found = tuple[tuple[Verdict, Conflict], ...]  # one conflict under each reading it arises in


def numbered(report: ConflictReport) -> tuple[Found, ...]:
    """Order the distinct conflicts of all readings: the default's first, then the smallest."""
    found: dict[frozenset[str], list[tuple[Verdict, Conflict]]] = {}
    for verdict in report.readings:
        for conflict in verdict.conflicts:
            found.setdefault(frozenset(conflict.members), []).append((verdict, conflict))

    def order(entry: list[tuple[Verdict, Conflict]]) -> tuple[bool, int]:
        return entry[0][0] is not report.default, len(entry[0][1].members)

    return tuple(tuple(each) for each in sorted(found.values(), key=order))


def numbers_of(report: ConflictReport) -> Mapping[frozenset[str], int]:
    """Give the number of every conflict by its members: the same in terminal and report."""
    return {frozenset(each[0][1].members): place for place, each in enumerate(numbered(report), 1)}
