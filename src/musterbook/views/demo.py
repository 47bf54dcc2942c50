"""A run of scenarios goes in; one row a question and one column a scenario come out."""

from musterbook.core.quantity import format_count
from musterbook.scenarios.results import RunReport
from musterbook.views.table import Cell, Column, Table, Tone
from musterbook.views.tables_scenarios import question_words
from musterbook.views.words import percent


def odds_table(run: RunReport) -> Table:
    """Show how likely what was asked is, the scenarios side by side."""
    odds: dict[str, dict[str, str]] = {}
    for each in run.questions:
        row = odds.setdefault(question_words(each), {})
        row.setdefault(each.scenario, percent(each.probability))
    names = list(run.scenarios)
    most = max((each.error for each in run.questions), default=0.0)
    return Table(
        "How likely is it that …",
        (Column("asked"), *(Column(name, is_number=True) for name in names)),
        tuple(
            (Cell(asked), *(Cell(row.get(name, "—"), tone=_tone(name, run)) for name in names))
            for asked, row in odds.items()
        ),
        note=f"{format_count(run.members)} possible worlds, the same for every scenario: "
        f"counting them is off by at most {100 * most:.1f} %.",
    )


def _tone(scenario: str, run: RunReport) -> Tone:
    return Tone.STRONG if scenario == run.baseline else Tone.PLAIN
