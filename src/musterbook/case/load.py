"""A folder goes in; the case it declares, every fault at once and digests of its files come out.

The clerk reads; it computes nothing. Report texts are given as bytes: turning them into text is
the next mill's work.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from musterbook.case.assemble import assemble
from musterbook.case.desk import Desk
from musterbook.case.find import find_files
from musterbook.core.problem import Problem, in_reading_order
from musterbook.core.records import Case


@dataclass(frozen=True, slots=True)
class LoadedCase:
    """A case as read from its folder.

    `case` is None where there is no window to compute in. `files` maps every file read, relative
    to the folder, to its SHA-256: what saving compares. `report_bytes` maps a report's name to
    its file in `reports/` and its bytes.
    """

    case: Case | None
    problems: tuple[Problem, ...]
    files: Mapping[str, str]
    report_bytes: Mapping[str, tuple[str, bytes]]


def load_case(folder: Path) -> LoadedCase:
    """Load the case in a folder.

    A fault in one file hides none in another: what is faulty is left out and reported, the rest
    is loaded.

    Raises:
        CaseNotFoundError: there is no folder at that path.
    """
    files, problems = find_files(folder)
    desk = Desk(files)
    desk.read()
    case = assemble(desk)
    if case is not None:
        case = _with_digest(case, desk.digests)
    every = in_reading_order((*problems, *desk.problems))
    return LoadedCase(case, every, dict(desk.digests), dict(desk.report_bytes))


def _with_digest(case: Case, digests: Mapping[str, str]) -> Case:
    return replace(case, digest=case_digest(digests))


def case_digest(digests: Mapping[str, str]) -> str:
    """Give one digest for a set of files, whatever order they were read in."""
    lines = (f"{digest}  {file}\n" for file, digest in sorted(digests.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()
