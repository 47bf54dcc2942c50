"""`muster show` and `muster export`: any exhibit of a case as text, CSV or JSON."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, ShowAll
from musterbook.cli.terminal import say, say_json, show, working

if TYPE_CHECKING:
    from musterbook.views.table import Table
    from musterbook.workbench import Workbench


class Exhibit(StrEnum):
    """What there is to show."""

    CLAIMS = "claims"
    SOURCES = "sources"
    ASSUMPTIONS = "assumptions"
    PARAMETERS = "parameters"
    READINGS = "readings"
    BOUNDS = "bounds"
    POSTERIOR = "posterior"
    SCENARIOS = "scenarios"
    HYPOTHESES = "hypotheses"


What = Annotated[
    str,
    typer.Argument(metavar="WHAT", help=f"{', '.join(Exhibit)}, or a claim's id, or a measure."),
]


def show_exhibit(
    what: What,
    case: CaseFolder = HERE,
    as_json: AsJson = False,
    as_of: AsOf = None,
    show_all: ShowAll = False,
) -> None:
    """Show one exhibit of a case as a table, or the sentences a claim or measure rests on.

    Examples: muster show claims examples/kursk · muster show dprk.returned examples/kursk
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench

    bench = open_bench(case, as_of)
    if what not in list(Exhibit):
        _show_trails(bench, what, as_json=as_json)
        leave_if_faulty(bench)
        return
    with working(f"working out the {what}"):
        table = exhibit(bench, Exhibit(what))
    if as_json:
        say_json(table.to_json())
    else:
        show(table, show_all=show_all)
    leave_if_faulty(bench)


def _show_trails(bench: "Workbench", name: str, *, as_json: bool) -> None:
    from dataclasses import asdict

    from musterbook.cli.trails import print_trails
    from musterbook.core.suggest import did_you_mean
    from musterbook.views.trail import trails_about

    found = trails_about(bench.ledger, bench.default.system, name)
    known = {*bench.ledger.network.names, *(each.id for each in bench.case.claims)}
    if not found and name not in known:
        near = did_you_mean(name, (*known, *Exhibit))
        raise typer.BadParameter(f"nothing here is called {name!r}; {near}")
    if as_json:
        say_json([{"name": each} | asdict(trail) for each, trail in found.items()])
    elif found:
        print_trails(found)
    else:
        say(f"no sentence of this case is about {name}: it follows from the others")


def export(
    case: CaseFolder = HERE,
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder.")] = Path("export"),
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Write every exhibit as CSV, and conflicts, fit, run and weigh as JSON.

    Examples: muster export examples/kursk -o kursk-data
    """
    from musterbook.case.atomic import replace_file
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts

    bench = open_bench(case, as_of)
    tell_if_nothing_counts(bench)
    with working("working out every exhibit"):
        files = _tables(bench) | _results(bench)
    output.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        replace_file(output / name, text.encode())
    if as_json:
        say_json({"folder": str(output), "files": sorted(files)})
    else:
        say(f"{output} holds {len(files)} files: {', '.join(sorted(files))}")
    leave_if_faulty(bench)


def _tables(bench: "Workbench") -> dict[str, str]:
    return {f"{each.value}.csv": exhibit(bench, each).to_csv() for each in Exhibit}


def _results(bench: "Workbench") -> dict[str, str]:
    import json

    results = {
        "conflicts": bench.conflicts().to_json(),
        "fit": bench.fit().to_json(),
        "run": bench.run().to_json(),
        "weigh": bench.weigh().to_json(),
    }
    return {
        f"{name}.json": json.dumps(each, ensure_ascii=False, indent=1, default=str)
        for name, each in results.items()
    }


def exhibit(bench: "Workbench", what: Exhibit) -> "Table":
    """Lay out one exhibit."""
    return EXHIBITS[what](bench)


def _claims(bench: "Workbench") -> "Table":
    from musterbook.views.claims import claim_views
    from musterbook.views.tables_claims import claims_table

    return claims_table(claim_views(bench.ledger, bench.default))


def _sources(bench: "Workbench") -> "Table":
    from musterbook.views.claims import claim_views
    from musterbook.views.tables_claims import sources_table

    return sources_table(bench.case, claim_views(bench.ledger, bench.default))


def _assumptions(bench: "Workbench") -> "Table":
    from musterbook.views.tables_claims import assumptions_table

    return assumptions_table(bench.ledger)


def _parameters(bench: "Workbench") -> "Table":
    from musterbook.views.tables_claims import parameters_table

    return parameters_table(bench.case)


def _readings(bench: "Workbench") -> "Table":
    from musterbook.views.tables_conflicts import readings_table

    return readings_table(bench.conflicts())


def _bounds(bench: "Workbench") -> "Table":
    from musterbook.views.tables_conflicts import bounds_table

    return bounds_table(bench.conflicts())


def _posterior(bench: "Workbench") -> "Table":
    from musterbook.core.errors import CannotComputeError
    from musterbook.views.tables_answers import posteriors_table

    report = bench.fit()
    if not report.answers:
        raise CannotComputeError("no answer could be worked out: muster conflicts says why")
    return posteriors_table(report, report.answers[0].system.as_of)


def _scenarios(bench: "Workbench") -> "Table":
    from musterbook.views.tables_scenarios import outcomes_table

    return outcomes_table(bench.run())


def _hypotheses(bench: "Workbench") -> "Table":
    from musterbook.views.tables_hypotheses import matrix_table

    return matrix_table(bench.weigh())


EXHIBITS = {
    Exhibit.CLAIMS: _claims,
    Exhibit.SOURCES: _sources,
    Exhibit.ASSUMPTIONS: _assumptions,
    Exhibit.PARAMETERS: _parameters,
    Exhibit.READINGS: _readings,
    Exhibit.BOUNDS: _bounds,
    Exhibit.POSTERIOR: _posterior,
    Exhibit.SCENARIOS: _scenarios,
    Exhibit.HYPOTHESES: _hypotheses,
}
