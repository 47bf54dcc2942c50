"""Nothing goes in, the codes of faults in reports' bytes with one line each come out."""

from collections.abc import Mapping
from types import MappingProxyType

from musterbook.core.problem import Place, Problem, Severity

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "MB030": "a report whose bytes are not UTF-8, read as Windows-1252",
        "MB031": "a report too large to read",
        "MB032": "a report that is not what its name says, or is broken or locked",
        "MB033": "a report without any text, as a scanned page has none",
        "MB034": "a report of a kind that cannot be read",
        "MB035": "a table that has no header, no rows, or rows of the wrong length",
        "MB036": "a report that is not in English, from which no claims are read",
        "MB037": "a table inside a report's text, from which no claims are read",
        "MB038": "a report that is a table, whose rows a claims file declares",
    }
)


def report_problem(
    code: str,
    name: str,
    says: str,
    *,
    fix: str,
    severity: Severity = Severity.ERROR,
    line: int = 1,
    numbers: tuple[tuple[str, str], ...] = (),
) -> Problem:
    """Make a problem that stands in a report's file."""
    return Problem(code, says, Place(name, line), severity, numbers, fix)
