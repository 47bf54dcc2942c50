"""A plan of scenarios goes in; what each assumes against how things stand comes out as a table."""

from collections.abc import Iterator, Mapping, Sequence

from musterbook.core.plans import Scenario
from musterbook.core.records import Case
from musterbook.views.anchors import scenario_anchor
from musterbook.views.table import Cell, Table, Tone, cells, table

GOES_ON = "goes on as in the last 6 months"


def as_is(case: Case) -> Mapping[str, str]:
    """Say of every flow and parameter how it stands where no scenario changes it, as written."""
    found: dict[str, str] = {}
    for account in case.accounts:
        found |= {each.name: GOES_ON for each in account.flows}
        prefix = f"{account.name}." if account.name else ""
        for rule in account.rules:
            named = rule.target if rule.target in found else f"{prefix}{rule.target}"
            found[named] = rule.expression.text
        found |= {each.name: each.value.text for each in account.parameters}
    return found


def assumes_table(scenarios: Sequence[Scenario], case: Case) -> Table:
    """Show every change of every scenario beside what it takes the place of, a line each."""
    return table(
        "What each scenario assumes, against the account as it is",
        "scenario | from | changes | as it is | here",
        _rows(scenarios, as_is(case)),
    )


def _rows(scenarios: Sequence[Scenario], known: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    for each in scenarios:
        name = Cell(each.name, tone=Tone.STRONG, anchor=scenario_anchor(each.name))
        if not each.changes:
            yield cells(name, "", Cell("nothing", tone=Tone.QUIET), "", "")
        for at, (target, phrase) in enumerate(each.changes.items()):
            yield cells(
                name if at == 0 else Cell(""),
                each.start.text if each.start and at == 0 else "",
                f"`{target}`",
                Cell(known.get(target, ""), tone=Tone.QUIET),
                f"`{phrase.text}`",
            )
