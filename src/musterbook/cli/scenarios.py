"""`muster run` and `muster weigh`: what would happen if, and which explanation holds best."""

from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Seed, ShowAll
from musterbook.cli.terminal import say, say_json, show, working

if TYPE_CHECKING:
    from musterbook.hypotheses.results import WeighReport
    from musterbook.scenarios.results import RunReport

Members = Annotated[int, typer.Option(help="How many possible worlds to run.", min=10)]


def run(
    case: CaseFolder = HERE,
    members: Members = 10_000,
    as_json: AsJson = False,
    as_of: AsOf = None,
    seed: Seed = 0,
    show_all: ShowAll = False,
) -> None:
    """Run the scenarios on the same possible worlds and answer the questions asked of them.

    Examples: muster run examples/kursk · muster run --members 1000 --json
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts
    from musterbook.cli.problems import print_problems
    from musterbook.scenarios.run import RunOptions

    bench = open_bench(case, as_of)
    tell_if_nothing_counts(bench)
    with working("running the scenarios"):
        report = bench.run(RunOptions(members=members, seed=seed))
    print_problems(bench.noticed("run"), case)
    if as_json:
        say_json(report.to_json())
    elif not bench.case.plan.scenarios:
        say("This case declares no scenarios: write scenarios.yaml.")
    else:
        print_run(report, show_all=show_all)
    leave_if_faulty(bench, "run")


def print_run(report: "RunReport", *, show_all: bool = False) -> None:
    """Print where each scenario leads, and what was asked of them."""
    from musterbook.core.quantity import format_count
    from musterbook.views.tables_scenarios import outcomes_table, questions_table

    show(outcomes_table(report), show_all=show_all)
    say()
    show(questions_table(report), show_all=show_all)
    say()
    say(
        f"{format_count(report.members)} possible worlds, the same for every scenario; "
        f"seed {report.seed}, {report.integrator}, {report.seconds:.1f} s",
        style="dim",
    )


def weigh(
    case: CaseFolder = HERE, as_json: AsJson = False, as_of: AsOf = None, show_all: ShowAll = False
) -> None:
    """Weigh the explanations: what contradicts each counts, and copies count once.

    Examples: muster weigh examples/kursk
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench
    from musterbook.cli.problems import print_problems

    bench = open_bench(case, as_of)
    with working("weighing the explanations"):
        report = bench.weigh()
    print_problems(bench.noticed("weigh"), case)
    if as_json:
        say_json(report.to_json())
    elif not report.hypotheses:
        say("This case declares no hypotheses: write hypotheses.yaml.")
    else:
        print_matrix(report, show_all=show_all)
    leave_if_faulty(bench, "weigh")


def print_matrix(report: "WeighReport", *, show_all: bool = False) -> None:
    """Print the matrix, the order it gives, and what the order hangs on."""
    from musterbook.views.tables_hypotheses import matrix_table, ranking_table

    show(matrix_table(report), show_all=show_all)
    say()
    show(ranking_table(report), show_all=show_all)
    for linchpin in report.linchpins:
        say(linchpin.says, hang=2)
