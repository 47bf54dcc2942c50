"""Problems and findings go in; the JSON that every window gives for them comes out."""

from collections.abc import Iterable

from musterbook.core.finding import Finding
from musterbook.core.problem import Problem

Json = dict[str, object]


def problems_to_json(problems: Iterable[Problem], findings: Iterable[Finding] = ()) -> Json:
    """Give `{"problems": [...], "findings": [...]}`, each with its place and remedy."""
    return {
        "problems": [_problem(each) for each in problems],
        "findings": [each.to_json() for each in findings],
    }


def _problem(problem: Problem) -> Json:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "says": problem.says,
        "numbers": dict(problem.numbers),
        "fix": problem.fix,
    }
