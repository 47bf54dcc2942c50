"""A workbench goes in; one HTML file comes out that asks for nothing and opens anywhere."""

import re
from dataclasses import dataclass, field, replace

from musterbook.views.exhibits import ExhibitOptions, Exhibits
from musterbook.views.page import render
from musterbook.views.report_page import report_context
from musterbook.views.sections import NEED_FIT, NEED_RUN, chosen_sections
from musterbook.workbench import Workbench

_ANCHORED = re.compile(r' href="#([^"]+)"')
_ID = re.compile(r'\bid="([^"]+)"')


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report shows, and in which theme: `light`, `dark`, or the reader's own (empty).

    `sections` are the names of those chosen, all where there is none; `interactive` adds our one
    script, which asks for nothing: values read off charts, tables sorted, all unfolded.
    """

    exhibits: ExhibitOptions = field(default_factory=ExhibitOptions)
    theme: str = ""
    sections: tuple[str, ...] = ()
    interactive: bool = False


def render_report(bench: Workbench, options: ReportOptions | None = None) -> str:
    """Render a case's report as one HTML document; only what its sections show is worked out.

    Raises:
        CannotComputeError: the case could not be read at all.
        NoSuchSectionError: a section named is none.
    """
    chosen = options or ReportOptions()
    sections = chosen_sections(chosen.sections)
    names = {each.anchor for each in sections}
    shown = replace(
        chosen.exhibits,
        with_fit=chosen.exhibits.with_fit and bool(names & NEED_FIT),
        with_scenarios=chosen.exhibits.with_scenarios and bool(names & NEED_RUN),
    )
    context = report_context(
        Exhibits(bench, shown),
        theme=chosen.theme,
        sections=sections,
        interactive=chosen.interactive,
    )
    html = render("report.html", context)
    return without_dead_links(html) if chosen.sections else html


def without_dead_links(html: str) -> str:
    """Let a link to what is not on the page be plain words: its section was left out."""
    there = set(_ID.findall(html))
    return _ANCHORED.sub(lambda found: found[0] if found[1] in there else "", html)
