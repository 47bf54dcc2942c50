"""`muster hedges`: the table that turns words such as about and nearly into intervals."""

from musterbook.cli.options import HERE, AsJson, CaseFolder
from musterbook.cli.terminal import say_json, show


def hedges(case: CaseFolder = HERE, as_json: AsJson = False) -> None:
    """Print what each hedge word allows, as this case reads it (or as shipped, outside a case).

    Examples: muster hedges · muster hedges examples/kursk --json
    """
    from musterbook.cli.bench import case_folder
    from musterbook.core.quantity import HedgeTable
    from musterbook.views.tables_claims import hedges_table
    from musterbook.workbench import Workbench

    table = HedgeTable()
    if case != HERE or (case / "case.yaml").is_file():
        bench = Workbench(case_folder(case))
        table = bench.case.hedges if bench.loaded.case is not None else table
    shown = hedges_table(table)
    if as_json:
        say_json(shown.to_json())
    else:
        show(shown, show_all=True)
