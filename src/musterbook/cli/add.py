"""`muster add`: take reports into a case, with their digest, text and proposed claims."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from musterbook.cli.copies import print_likeness
from musterbook.cli.days import tell_days_to_come
from musterbook.cli.exits import Exit
from musterbook.cli.incoming import read_incoming
from musterbook.cli.llm import PATIENCE, model_to_ask
from musterbook.cli.options import AsJson, LlmModel, LlmTimeout, LlmUrl, Published
from musterbook.cli.reading import read_all
from musterbook.cli.sources import check_source, tell_new_source
from musterbook.cli.terminal import in_command, say, say_json, tell

if TYPE_CHECKING:
    from musterbook.claims.proposer.nouns import Reading
    from musterbook.workbench import Workbench
    from musterbook.workbench.incoming import Incoming, Told

Json: TypeAlias = dict[str, object]
Files = Annotated[list[Path], typer.Argument(help="Texts, HTML, PDF or tables.", metavar="REPORT…")]
Into = Annotated[Path, typer.Option("--case", help="The case's folder.", show_default="here")]
Publisher = Annotated[str, typer.Option(help="Who published it: a name of sources.yaml.")]
Title = Annotated[str, typer.Option(help="The report's title.")]
Url = Annotated[str, typer.Option(help="Where it was published.")]
Retold = Annotated[bool, typer.Option("--retold", help="The text is your own retelling.")]


def add(
    reports: Files,
    case: Into = Path(),
    published: Published = None,
    publisher: Publisher = "",
    title: Title = "",
    url: Url = "",
    retold: Retold = False,
    llm: LlmUrl = "",
    model: LlmModel = "",
    llm_timeout: LlmTimeout = PATIENCE,
    as_json: AsJson = False,
) -> None:
    """Take reports in and write down the claims they seem to make, as proposals.

    Either all of them are added or, where one is at fault, none.

    Examples: muster add article.txt --case kursk --publisher oboz --published 2026-02-16
    """
    from musterbook.cli.bench import open_bench
    from musterbook.views.likeness import likeness_to_json
    from musterbook.workbench.incoming import Told
    from musterbook.workbench.intake import names_taken
    from musterbook.workbench.newcomers import likeness_of_newcomers

    check_source(publisher)
    asked = model_to_ask(llm, model, seconds=llm_timeout)
    told = Told(published.date() if published else None, publisher, title, url, retold)
    tell_days_to_come(told.published)
    bench = open_bench(case)
    incoming = read_incoming(reports, told, taken=names_taken(bench))
    found = likeness_of_newcomers(bench, incoming, told)
    readings = read_all(bench, incoming, told, model=asked)
    added = _save(bench, incoming, told, readings=readings)
    if as_json:
        say_json([each | likeness_to_json(found.of(str(each["report"]))) for each in added])
    else:
        next_step = f"next: muster review {in_command(case)}"
        for each in added:
            say(f"reports/{each['report']}: {counted(each)} proposed; {next_step}")
        print_likeness(found)
    tell_new_source(publisher, bench.case.sources)
    if any(problem.is_error for reading in readings for problem in reading.problems):
        raise typer.Exit(Exit.FOUND)


def counted(added: Json) -> str:
    """Say how many claims were proposed."""
    return "1 claim" if added["proposed"] == 1 else f"{added['proposed']} claims"


def _save(
    bench: "Workbench",
    incoming: "tuple[Incoming, ...]",
    told: "Told",
    *,
    readings: "tuple[Reading, ...]",
) -> list[Json]:
    """Put all reports in by one saving; what keeps them out is told, and nothing is written."""
    from musterbook.case.save import save_edits
    from musterbook.cli.problems import print_problems
    from musterbook.workbench.intake import plan

    planned = plan(bench, incoming, told, readings=readings)
    edits = [edit for each in planned for edit in each.edits]
    why = "add " + ", ".join(each.name for each in planned)
    saved = save_edits(bench.folder, edits, seen=bench.loaded.files, why=why)
    print_problems(saved.problems, bench.folder)
    if saved.problems:
        tell("nothing was added")
        raise typer.Exit(Exit.FOUND)
    return [
        {
            "report": each.name,
            "proposed": each.proposed,
            "files": sorted({edit.file for edit in each.edits}),
        }
        for each in planned
    ]
