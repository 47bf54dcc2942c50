"""`muster report` and `muster demo`: one HTML file that opens anywhere, and the shipped case."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder
from musterbook.cli.terminal import say, say_json, working
from musterbook.core.errors import CaseNotFoundError

if TYPE_CHECKING:
    from musterbook.workbench import Workbench

Output = Annotated[Path, typer.Option("-o", "--output", help="The file to write.")]
KILOBYTE = 1024


def report(
    case: CaseFolder = HERE,
    output: Output = Path("report.html"),
    as_json: AsJson = False,
    as_of: AsOf = None,
) -> None:
    """Write the whole case as one HTML file: no network, no script, every number linked.

    Examples: muster report examples/kursk -o kursk.html
    """
    from musterbook.cli.bench import open_bench

    bench = open_bench(case, as_of)
    size = write_report(bench, output)
    if as_json:
        say_json({"file": str(output), "bytes": size, "digest": bench.case.digest})
    else:
        say(f"{output}   {size // KILOBYTE} KB, opens offline, case {bench.case.digest[:12]}")


def write_report(bench: "Workbench", output: Path) -> int:
    """Render a case's report into a file; gives its size in bytes."""
    from musterbook.case.atomic import replace_file
    from musterbook.onefile.render import render_report

    with working("writing the report"):
        data = render_report(bench).encode()
    output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(output, data)
    return len(data)


def demo(output: Output = Path("demo/report.html")) -> None:
    """Run the shipped lead case: its headline findings, and a report to open.

    Examples: muster demo · muster demo -o /tmp/kursk.html
    """
    from musterbook.workbench import Workbench

    folder = shipped_case("kursk")
    bench = Workbench(folder)
    print_demo(bench)
    size = write_report(bench, output)
    say(f"The report is {output.resolve()} ({size // KILOBYTE} KB): open it in a browser.")
    say(f"Its case is {folder}; go on with: muster conflicts {folder}")


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
    from musterbook.views.demo import demo_lines

    say(bench.case.title, style="bold")
    say(bench.case.question)
    say()
    with working("finding what cannot all be true"):
        lines = demo_lines(bench)
    for line in lines:
        say(line)
