"""`muster check`: all problems of a case, then what is worth knowing about its claims."""

from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder
from musterbook.cli.terminal import out, say, say_json

if TYPE_CHECKING:
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
            where = f"{each.place}: " if each.place else ""
            say(f"{where}{each.kind}: {each.says}", hang=2)
        many = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        silent = _without_sentence(bench)
        say(f"{summary_of(bench.problems)}; {many}{silent}")
    raise typer.Exit(Exit.FOUND if bench.has_errors or findings else Exit.WELL)


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
