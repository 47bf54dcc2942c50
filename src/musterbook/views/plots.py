"""Results go in; drawings for a notebook come out: our own charts with their own small styles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from musterbook.fit.results import Answer
from musterbook.questions.history import HistoryReport
from musterbook.questions.results import WhyReport
from musterbook.scenarios.results import RunReport
from musterbook.views.belief_chart import Believed, belief_chart
from musterbook.views.fan_chart import fan_chart
from musterbook.views.fan_frame import LARGE, SMALL
from musterbook.views.measures import MeasureView, measure_views
from musterbook.views.page import render, style
from musterbook.views.pull_chart import pull_chart
from musterbook.views.scenario_charts import multiples_of
from musterbook.views.words import bare
from musterbook.workbench import Workbench

# The page's colours as a notebook can show them on paper white and on black alike: text takes the
# notebook's own colour, the rest lets what lies behind show through.
COLOURS = {
    "ink": "currentColor",
    "soft": "#8a857a",
    "rule": "#8884",
    "paper": "#fff0",
    "panel": "#8882",
    "accent": "#2b7c99",
    "tint": "#2b7c9933",
    "tint-1": "#2b7c9944",
    "tint-2": "#2b7c9966",
    "warn": "#c0532f",
    "sans": "system-ui, sans-serif",
}
BETWEEN = "#8883"  # where the page has one colour in light and another in dark
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_TWO_COLOURS = re.compile(r"light-dark\([^()]*\)")
_LINK = re.compile(r"<a(?: [^<>]*)?>|</a>")


@dataclass(frozen=True, slots=True)
class Chart:
    """One drawing with its caption; what it had linked to is not in a notebook."""

    caption: str
    drawn: str

    @classmethod
    def of(cls, caption: str, drawn: Markup) -> "Chart":
        """Take the links out of a drawing."""
        return cls(caption, _LINK.sub(_as_group, str(drawn)))


def _as_group(found: re.Match[str]) -> str:
    return "</g>" if found[0] == "</a>" else "<g>"


@dataclass(frozen=True, slots=True)
class Drawing:
    """Charts that a notebook shows; `nothing` says why there is none."""

    charts: tuple[Chart, ...]
    nothing: str = ""

    @property
    def svgs(self) -> tuple[str, ...]:
        """Each chart as the text of an SVG file, to be kept with `Path("x.svg").write_text`."""
        styled = f"<style>{chart_style('')}</style>"
        return tuple(each.drawn.replace(">", f">{styled}", 1) for each in self.charts)

    def _repr_html_(self) -> str:
        context = {"charts": self.charts, "nothing": self.nothing}
        return render("drawing.html", {**context, "styles": chart_style(".musterbook ")})


@cache
def chart_style(prefix: str) -> str:
    """Give the rules of the page's style sheet that are about charts, each led by a prefix."""
    rules = (line for line in str(style()).splitlines() if line.startswith("svg") and "{" in line)
    return "\n".join(_ruled(line, prefix) for line in rules if ":hover" not in line)


def _ruled(line: str, prefix: str) -> str:
    selectors, _, body = line.partition("{")
    led = ", ".join(f"{prefix}{each.strip()}" for each in selectors.split(","))
    plain = _VARIABLE.sub(lambda found: COLOURS[found[1]], body)
    return f"{led} {{{_TWO_COLOURS.sub(BETWEEN, plain)}"


def fit_drawing(bench: Workbench | None, answer: Answer, names: Sequence[str]) -> Drawing:
    """Draw measures over time under an answer, with the claims about them where a bench has them.

    Without names all that a claim is about are drawn.
    """
    views: tuple[MeasureView, ...] = ()
    if bench is not None:
        readings = bench.conflicts().readings
        verdict = next((each for each in readings if each.choice == answer.choice), None)
        built = bench.built[answer.choice]
        views = measure_views(bench.ledger, built, answer=answer, verdict=verdict)
    marks = {name: each.marks for each in views for name in each.names}
    wanted = tuple(names) or tuple(each.name for each in views) or tuple(answer.measures)
    shape = LARGE if len(wanted) == 1 else SMALL
    return Drawing(
        tuple(
            Chart.of(
                bare(name).capitalize(),
                fan_chart(path, marks=marks.get(name, ()), title=bare(name), shape=shape),
            )
            for name, path in ((each, answer.measures[each]) for each in wanted)
        )
    )


def run_drawing(report: RunReport, names: Sequence[str]) -> Drawing:
    """Draw watched measures under every scenario, on the same axes; without names all of them."""
    found = [each for each in multiples_of(report) if not names or each.name in names]
    return Drawing(tuple(Chart.of(each.title, panel) for each in found for panel in each.panels))


def why_drawing(report: WhyReport) -> Drawing:
    """Draw what pulls a number."""
    drawn = pull_chart(report)
    title = f"What pulls {report.target.measure} on {report.target.day}"
    nothing = "Nothing moves it by more than a hair."
    return Drawing((Chart.of(title, drawn),) if drawn is not None else (), nothing)


def history_drawing(report: HistoryReport) -> Drawing:
    """Draw how the belief about a number moved: the days on which one answer stood alone."""
    told = [each for each in report.moments if len(each.stands) == 1]
    believed = [Believed(each.day, each.stands[0].spread, "", is_shown=False) for each in told]
    title = f"What was believed of {report.target.measure} on {report.target.day}"
    charts = (Chart.of(title, belief_chart(believed, title)),) if len(believed) > 1 else ()
    return Drawing(charts, "On fewer than two days could it be worked out to one answer.")
