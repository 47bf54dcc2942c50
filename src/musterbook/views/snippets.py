"""Results go in; small pieces of HTML for a notebook come out: own styles, no script, no links."""

from collections.abc import Iterable, Sequence

from musterbook.conflicts.results import ConflictReport
from musterbook.fit.results import FitReport
from musterbook.hypotheses.results import WeighReport
from musterbook.hypotheses.words import order_words
from musterbook.questions.history import HistoryReport
from musterbook.questions.results import PullKind, WhyReport
from musterbook.scenarios.results import RunReport
from musterbook.views.claims import claim_views
from musterbook.views.history import history_table
from musterbook.views.numbering import numbered
from musterbook.views.page import render
from musterbook.views.pulls import asked, pulls_table
from musterbook.views.sentences import arithmetic, headline
from musterbook.views.table import Table
from musterbook.views.tables_answers import posteriors_table
from musterbook.views.tables_claims import claims_table
from musterbook.views.tables_conflicts import bounds_table, readings_table
from musterbook.views.tables_hypotheses import linchpins_table, matrix_table, ranking_table
from musterbook.views.tables_scenarios import outcomes_table, questions_table
from musterbook.views.words import counted, listed
from musterbook.workbench import Workbench

MOST_ROWS = 20  # of one table in a notebook's cell: what one looks through at a glance
MOST_CARDS = 3

Texts = Sequence[tuple[str, Sequence[str]]]


def snippet(lead: str, tables: Iterable[Table], *, texts: Texts = ()) -> str:
    """Lay out a leading sentence, texts in even letters, and tables."""
    context = {"lead": lead, "tables": tuple(tables), "texts": texts, "most": MOST_ROWS}
    return render("snippet.html", context)


def case_html(bench: Workbench) -> str:
    """Show a case: what is in it, its problems counted, its claims."""
    case = bench.case
    parts = (counted(len(case.claims), "claim"), counted(len(case.reports), "report"))
    faults = counted(len(bench.problems), "problem") if bench.problems else "no problem"
    lead = f"{case.title}: {listed(parts)}, {faults}, as believed on {case.today.isoformat()}"
    return snippet(f"{lead}.", [claims_table(claim_views(bench.ledger, bench.default))])


def conflicts_html(report: ConflictReport) -> str:
    """Show the readings, the smallest conflicts as sums, and what is certain."""
    found = [each[0][1] for each in numbered(report)]
    texts = [
        (f"{number}. {listed(each.members)} cannot all be true", arithmetic(each))
        for number, each in enumerate(found[:MOST_CARDS], 1)
    ]
    tables = [readings_table(report)] if len(report.readings) > 1 else []
    tables += [bounds_table(report)] if report.feasible_readings else []
    return snippet(headline(report), tables, texts=texts)


def fit_html(report: FitReport) -> str:
    """Show every measure at the as-of date, under each answer."""
    if not report.answers:
        return snippet("No answer could be worked out.", [])
    day = report.answers[0].system.as_of
    return snippet(
        f"{counted(len(report.answers), 'answer').capitalize()}, as of {day.isoformat()}.",
        [posteriors_table(report, day)],
    )


def run_html(report: RunReport) -> str:
    """Show what was asked of the scenarios, and where each ends."""
    return snippet("", [questions_table(report), outcomes_table(report)])


def weigh_html(report: WeighReport) -> str:
    """Show the matrix, the ranking, and what it hangs on."""
    tables = (matrix_table(report), ranking_table(report), linchpins_table(report))
    return snippet(order_words(report), tables)


def why_html(report: WhyReport) -> str:
    """Show what pulls a number, and how far."""
    return snippet(asked(report), [pulls_table(report, kind) for kind in PullKind])


def history_html(report: HistoryReport) -> str:
    """Show how the belief about a number moved."""
    return snippet("", [history_table(report, {})])
