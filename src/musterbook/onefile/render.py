"""A workbench goes in; one HTML file comes out that asks for nothing and opens anywhere."""

from dataclasses import dataclass, field

from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.views.page import render
from musterbook.views.report_page import report_context
from musterbook.workbench import Workbench


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report shows, and in which theme: `light`, `dark`, or the reader's own (empty)."""

    exhibits: ExhibitOptions = field(default_factory=ExhibitOptions)
    theme: str = ""


def render_report(bench: Workbench, options: ReportOptions | None = None) -> str:
    """Render a case's whole report as one HTML document.

    Raises:
        CannotComputeError: the case could not be read at all.
    """
    chosen = options or ReportOptions()
    exhibits = Exhibits(bench, chosen.exhibits)
    return render("report.html", report_context(exhibits, theme=chosen.theme))
