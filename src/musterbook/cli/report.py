"""`muster report`: one HTML file that opens anywhere."""

from pathlib import Path
from typing import TYPE_CHECKING

from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Output
from musterbook.cli.terminal import say, say_json, working

if TYPE_CHECKING:
    from musterbook.workbench import Workbench

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
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts

    bench = open_bench(case, as_of)
    tell_if_nothing_counts(bench)
    size = write_report(bench, output)
    if as_json:
        say_json({"file": str(output), "bytes": size, "digest": bench.case.digest})
    else:
        say(f"{output}   {size // KILOBYTE} KB, opens offline, case {bench.case.digest[:12]}")
    leave_if_faulty(bench)


def write_report(bench: "Workbench", output: Path) -> int:
    """Render a case's report into a file; gives its size in bytes.

    Raises:
        OutsideError: the file named is a folder.
    """
    from musterbook.case.atomic import replace_file
    from musterbook.core.errors import OutsideError
    from musterbook.onefile.render import render_report

    if output.is_dir():
        raise OutsideError(f"{output} is a folder: name a file, such as {output / 'report.html'}")
    with working("writing the report"):
        data = render_report(bench).encode()
    output.parent.mkdir(parents=True, exist_ok=True)
    replace_file(output, data)
    return len(data)
