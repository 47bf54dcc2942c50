"""`muster add`: take reports into a case, with their digest, text and proposed claims."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import AsJson
from musterbook.cli.terminal import say, say_json, tell

if TYPE_CHECKING:
    from musterbook.account.proposals import Fields
    from musterbook.case.add import Newcomer
    from musterbook.reports.header import Header
    from musterbook.reports.read import ReportText
    from musterbook.workbench import Workbench

Json: TypeAlias = dict[str, object]
Files = Annotated[list[Path], typer.Argument(help="Texts, HTML, PDF or tables.", metavar="REPORT…")]
Into = Annotated[Path, typer.Option("--case", help="The case's folder.", show_default="here")]
Published = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When the report was published.")
]
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
    as_json: AsJson = False,
) -> None:
    """Take reports in and write down the claims they seem to make, as proposals.

    Examples: muster add article.txt --case kursk --publisher oboz --published 2026-02-16
    """
    from musterbook.cli.bench import open_bench

    told = Told(published.date() if published else None, publisher, title, url, retold)
    added = [found for file in reports if (found := _add(open_bench(case), file, told))]
    if as_json:
        say_json(added)
    else:
        for each in added:
            say(f"reports/{each['report']}: {counted(each)} proposed; next: muster review {case}")
    if len(added) < len(reports):
        raise typer.Exit(Exit.FOUND)


@dataclass(frozen=True, slots=True)
class Told:
    """What the command line says of the reports it takes in."""

    published: date | None
    publisher: str
    title: str
    url: str
    retold: bool


def counted(added: Json) -> str:
    """Say how many claims were proposed."""
    return "1 claim" if added["proposed"] == 1 else f"{added['proposed']} claims"


def _add(bench: "Workbench", file: Path, told: Told) -> Json | None:
    """Take one report in; what cannot be taken in is told, and nothing of it is written."""
    from musterbook.case.add import report_edits
    from musterbook.case.paper import read_bytes
    from musterbook.case.save import save_edits
    from musterbook.cli.problems import print_problems
    from musterbook.reports.read import MOST_BYTES, read_report

    data, problems = read_bytes(file.parent, file.name, MOST_BYTES)
    text, found = read_report(data, file.name) if data is not None else (None, ())
    print_problems((*problems, *found), file.parent, summary=False)
    if data is None or text is None:
        return None
    newcomer = _newcomer(file, told, data=data, header=text.header)
    proposals = _proposals(bench, newcomer, text)
    seen = bench.loaded.files
    edits = report_edits(newcomer, proposals, seen=seen, known_sources=bench.case.sources)
    saved = save_edits(bench.folder, edits, seen=seen, why=f"add {newcomer.stem}")
    print_problems(saved.problems, bench.folder, summary=False)
    if saved.problems:
        return None
    return {"report": newcomer.stem, "proposed": len(proposals), "files": sorted(saved.files)}


def _newcomer(file: Path, told: Told, *, data: bytes, header: "Header") -> "Newcomer":
    """Put together what is known of a report; without a date and a publisher it is misuse."""
    from musterbook.case.add import Newcomer

    day = told.published or header.published
    if day is None or not told.publisher:
        missing = [] if day else ["--published YYYY-MM-DD"]
        missing += [] if told.publisher else ["--publisher NAME"]
        tell(f"{file.name} was not added: say {' and '.join(missing)}", style="red")
        raise typer.Exit(Exit.MISUSE)
    title = told.title or file.stem
    url = told.url or header.url
    return Newcomer(file.name, data, title, told.publisher, day, url, told.retold)


def _proposals(
    bench: "Workbench", newcomer: "Newcomer", text: "ReportText"
) -> "tuple[Fields, ...]":
    """Propose the claims of a text; a table's are declared by hand."""
    from musterbook.account.proposals import propose

    if text.table is not None:
        return ()
    return propose(
        bench.case,
        bench.ledger.network,
        text=text.text,
        report=newcomer.stem,
        published=newcomer.published,
    )
