"""`muster add`: take reports into a case, with their digest, text and proposed claims."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import AsJson
from musterbook.cli.terminal import say, say_json, tell

if TYPE_CHECKING:
    from musterbook.workbench import Workbench

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

    added = []
    for file in reports:
        bench = open_bench(case)
        added.append(_add(bench, file, published, (publisher, title, url), retold=retold))
    if as_json:
        say_json(added)
    if not all(added):
        raise typer.Exit(Exit.FOUND)


def _add(
    bench: "Workbench",
    file: Path,
    published: datetime | None,
    words: tuple[str, str, str],
    *,
    retold: bool,
) -> dict[str, object]:
    from musterbook.account.proposals import propose
    from musterbook.case.add import Newcomer, report_edits
    from musterbook.case.paper import read_bytes
    from musterbook.case.save import save_edits
    from musterbook.cli.problems import print_problems
    from musterbook.reports.read import MOST_BYTES, read_report

    data, problems = read_bytes(file.parent, file.name, MOST_BYTES)
    text, found = read_report(data, file.name) if data is not None else (None, ())
    print_problems((*problems, *found), file.parent, summary=False)
    if data is None or text is None:
        return {}
    day = published.date() if published else text.header.published
    publisher, title, url = words
    if day is None or not publisher:
        _ask_for(day, publisher)
    newcomer = Newcomer(
        file.name, data, title or file.stem, publisher or "unknown", day or date.min, url, retold
    )
    proposals = (
        propose(
            bench.case,
            bench.ledger.network,
            text=text.text,
            report=newcomer.stem,
            published=newcomer.published,
        )
        if text.table is None
        else ()
    )
    edits = report_edits(
        newcomer, proposals, seen=bench.loaded.files, known_sources=bench.case.sources
    )
    saved = save_edits(bench.folder, edits, seen=bench.loaded.files, why=f"add {newcomer.stem}")
    print_problems(saved.problems, bench.folder, summary=False)
    if saved.problems:
        return {}
    say(f"reports/{newcomer.stem}: {len(proposals)} claims proposed; next: muster review")
    return {"report": newcomer.stem, "proposed": len(proposals), "files": sorted(saved.files)}


def _ask_for(day: date | None, publisher: str) -> None:
    missing = [] if day else ["--published YYYY-MM-DD"]
    missing += [] if publisher else ["--publisher NAME"]
    tell(f"nothing was added: say {' and '.join(missing)}", style="red")
    raise typer.Exit(Exit.MISUSE)
