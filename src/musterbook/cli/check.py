"""`muster check`: all problems of a case, then what is worth knowing about its claims."""

from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder
from musterbook.cli.terminal import out, say, say_json

if TYPE_CHECKING:
    from musterbook.core.finding import Finding
    from musterbook.workbench import Workbench


def check(case: CaseFolder = HERE, as_json: AsJson = False, as_of: AsOf = None) -> None:
    """Tell every problem of a case at once, with place, numbers and remedy.

    Examples: muster check examples/kursk · muster check --json
    """
    from musterbook.cli.problems import print_problems, summary_of
    from musterbook.views.problems import problems_to_json
    from musterbook.workbench import Workbench

    bench = Workbench(case, as_of=as_of.date() if as_of else None)
    findings = bench.findings if bench.loaded.case is not None else ()
    if as_json:
        say_json(problems_to_json(bench.problems, findings))
    else:
        print_problems(bench.problems, case, console=out())
        for each in findings:
            _print_finding(each)
        many = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        silent = _without_sentence(bench)
        say(f"{summary_of(bench.problems)}; {many}{silent}")
        if nothing := _nothing_counts(bench):
            say(nothing, style="yellow")
    raise typer.Exit(Exit.FOUND if bench.has_errors or findings else Exit.WELL)


def _print_finding(finding: "Finding") -> None:
    """Tell a finding as problems are told: where and what, the numbers, what to do."""
    where = f"{finding.place}: " if finding.place else ""
    say(f"{where}{finding.kind}: {finding.says}", hang=2)
    for name, value in finding.numbers:
        say(f"{name}  {value}", indent=2, hang=2)
    if finding.fix:
        say(f"try: {finding.fix}", indent=2, hang=5, style="green")


def _nothing_counts(bench: "Workbench") -> str:
    """Say that none of the claims there are counts; faults that keep them out are told above."""
    from musterbook.cli.bench import why_nothing_counts

    if bench.loaded.case is None or bench.has_errors or not bench.case.claims:
        return ""
    return why_nothing_counts(bench)


def _without_sentence(bench: "Workbench") -> str:
    """Count the accepted claims that are kept and quoted, but compute nothing."""
    from musterbook.core.records import Status

    if bench.loaded.case is None:
        return ""
    accepted = [each for each in bench.case.claims if each.status is Status.ACCEPTED]
    silent = sum(each.says is None for each in accepted)
    if not silent:
        return ""
    return f"; {silent} of {len(accepted)} accepted claims have no sentence and compute nothing"
