"""`muster report`: one HTML file that opens anywhere."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Output
from musterbook.cli.terminal import say, say_json, working

if TYPE_CHECKING:
    from musterbook.workbench import Workbench

Sections: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="NAMES", help="Only these sections, such as answer,conflicts.", show_default=False
    ),
]
Interactive: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--interactive", help="Read values off the charts, sort tables: one script, no request."
    ),
]
KILOBYTE = 1024


def report(
    case: CaseFolder = HERE,
    output: Output = Path("report.html"),
    as_json: AsJson = False,
    as_of: AsOf = None,
    sections: Sections = "",
    interactive: Interactive = False,
) -> None:
    """Write the whole case as one HTML file: no network, no script, every number linked.

    Examples: muster report examples/kursk -o kursk.html · muster report --sections
    answer,conflicts · muster report --interactive
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts

    bench = open_bench(case, as_of)
    tell_if_nothing_counts(bench)
    size = write_report(bench, output, sections=sections, interactive=interactive)
    if as_json:
        say_json({"file": str(output), "bytes": size, "digest": bench.case.digest})
    else:
        say(f"{output}   {size // KILOBYTE} KB, opens offline, case {bench.case.digest[:12]}")
    leave_if_faulty(bench)


def write_report(
    bench: "Workbench", output: Path, *, sections: str = "", interactive: bool = False
) -> int:
    """Render a case's report into a file; gives its size in bytes.

    Raises:
        OutsideError: the file named is a folder.
    """
    from musterbook.case.atomic import replace_file
    from musterbook.core.errors import OutsideError
    from musterbook.onefile.render import ReportOptions, render_report
    from musterbook.views.sections import NoSuchSectionError, chosen_sections

    names = tuple(each for each in sections.replace(",", " ").split() if each)
    try:
        chosen_sections(names)
    except NoSuchSectionError as unknown:
        raise typer.BadParameter(str(unknown), param_hint="--sections") from unknown
    options = ReportOptions(sections=names, interactive=interactive)
    if output.is_dir():
        raise OutsideError(f"{output} is a folder: name a file, such as {output / 'report.html'}")
    with working("writing the report"):
        data = render_report(bench, options).encode()
    output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(output, data)
    return len(data)
