"""`muster demo`: the shipped lead case, told to somebody who has never seen one."""

import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from musterbook.cli.options import AsJson, Output
from musterbook.cli.terminal import in_command, say, say_json, show, working
from musterbook.core.errors import CaseNotFoundError

if TYPE_CHECKING:
    from musterbook.workbench import Workbench

CASE = "kursk"
OPEN_SUM = "sum that does not close"  # a kind of finding
# What a reader of the lead case asks first: who came, what befell them, who is left.
ASKED_FIRST = (
    "dprk.sent",
    "dprk.casualties",
    "dprk.killed",
    "dprk.returned",
    "dprk.remaining",
    "ru.force",
)


def demo(output: Output = Path("demo/report.html"), as_json: AsJson = False) -> None:
    """Run the shipped lead case: its headline findings, and a report to open.

    Examples: muster demo · muster demo -o /tmp/kursk.html
    """
    from musterbook.cli.report import KILOBYTE, write_report
    from musterbook.workbench import Workbench

    folder = shipped_case(CASE)
    bench = Workbench(folder)
    if not as_json:
        print_demo(bench)
    size = write_report(bench, output)
    if as_json:
        say_json({"case": str(folder), "report": str(output.resolve()), "bytes": size})
        return
    say(f"The report: {output.resolve()} ({size // KILOBYTE} KB; opens in any browser, offline)")
    say(f"The case: {folder}")
    muster = how_to_call()
    say(f"Next: {muster} serve {in_command(folder)}", hang=6)
    say(f"{muster} conflicts {in_command(folder)}", indent=6)
    say(f"{muster} show dprk.returned {in_command(folder)}", indent=6)
    say(f"{muster} new my-case", indent=6)


def how_to_call() -> str:
    """Say how this command is called from where the user stands: it may not be on the path."""
    if shutil.which("muster"):
        return "muster"
    called = Path(sys.argv[0])
    here = Path.cwd()
    return in_command(called.relative_to(here) if called.is_relative_to(here) else called)


def shipped_case(name: str) -> Path:
    """Find an example case: in the installed package, or in the checkout around it.

    Raises:
        CaseNotFoundError: this installation has no examples.
    """
    package = Path(__file__).resolve().parents[1]
    for examples in (package / "examples", package.parents[1] / "examples"):
        if (examples / name / "case.yaml").is_file():
            return examples / name
    says = f"the example {name} is not part of this installation: run it from a checkout"
    raise CaseNotFoundError(says)


def print_demo(bench: "Workbench") -> None:
    """Print what a stranger should read first: the headline, the clash, the estimate."""
    say(bench.case.title, style="bold")
    say(bench.case.question)
    say()
    _print_verdict(bench)
    _print_estimate(bench)
    _print_questions(bench)


def _print_verdict(bench: "Workbench") -> None:
    from musterbook.cli.clashes import print_card
    from musterbook.cli.conflicts import print_readings
    from musterbook.views.sentences import meaning
    from musterbook.views.trail import trails

    with working("finding what cannot all be true"):
        report = bench.conflicts()
    print_readings(report)
    clashes = [(each, found) for each in report.readings for found in each.conflicts]
    if clashes:
        verdict, smallest = min(clashes, key=lambda each: len(each[1].members))
        say(f"The smallest clash, if {meaning(verdict.choice)}:", style="bold")
        print_card(smallest, trails(bench.ledger), accounts=[e.name for e in bench.case.accounts])
    for each in bench.findings:
        if each.kind == OPEN_SUM:
            say(f"A sum that does not close: {each.says}", hang=2)
            say()


def _print_estimate(bench: "Workbench") -> None:
    from musterbook.views.tables_fit import posterior_table

    with working("fitting the account"):
        answers = bench.fit().answers
    if answers:
        day: date = answers[0].system.as_of
        show(posterior_table(answers[0], day, only=ASKED_FIRST))
        say()


def _print_questions(bench: "Workbench") -> None:
    from musterbook.views.demo import odds_table

    if bench.case.plan.questions:
        with working("running the scenarios"):
            report = bench.run()
        show(odds_table(report))
        say()
