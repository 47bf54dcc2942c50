"""A run of scenarios goes in; one tornado a watched measure comes out, widest bar first."""

from dataclasses import dataclass

from markupsafe import Markup

from musterbook.scenarios.results import RunReport, TornadoBar
from musterbook.views.amounts import amount, digits_for
from musterbook.views.scales import Scale, ticks
from musterbook.views.svg import drawing, line, tag, text
from musterbook.views.tables_scenarios import watched, widest
from musterbook.views.words import shortened

WIDTH, LEFT, RIGHT, TOP, BAR, FOOT = 360.0, 150.0, 16.0, 8.0, 20.0, 22.0
LEAST_SHARE = 0.005  # inputs that carry less than half a per cent are not drawn
NAME_LETTERS = 24


@dataclass(frozen=True, slots=True)
class Tornado:
    """A measure's tornado as a drawing."""

    name: str
    drawn: Markup


def tornadoes_of(run: RunReport, scenario: str = "") -> tuple[Tornado, ...]:
    """Draw what moves each watched measure under a scenario, else the baseline or the first."""
    scenario = scenario or run.baseline or next(iter(run.scenarios), "")
    bars = [each for each in run.tornado if each.scenario == scenario]
    found = []
    for measure in watched(run):
        shown = [each for each in widest(bars, measure) if each.share >= LEAST_SHARE]
        if shown:
            digits = digits_for(run.scenarios[scenario].paths[measure])
            found.append(Tornado(measure, _draw(measure, shown, digits)))
    return tuple(found)


def _draw(measure: str, bars: list[TornadoBar], digits: int) -> Markup:
    ends = [each for bar in bars for each in (bar.low, bar.high)]
    room = 0.08 * ((max(ends) - min(ends)) or 1.0)
    across = Scale(min(ends) - room, max(ends) + room, LEFT, WIDTH - RIGHT)
    height = TOP + BAR * len(bars) + FOOT
    parts = []
    for value in ticks(across.low, across.high, about=3):
        x = across(value)
        parts.append(line(x, TOP, x2=x, y2=height - FOOT, class_="rule"))
        words = amount(value, digits)
        parts.append(text(words, x, y=height - 7, class_="tick", anchor="middle"))
    parts += [_bar(bar, TOP + BAR * place, across, digits) for place, bar in enumerate(bars)]
    said = "; ".join(_words(bar, digits) for bar in bars)
    return drawing(
        *parts,
        width=WIDTH,
        height=height,
        title=f"What {measure} hangs on",
        description=said,
        class_="tornado",
        has_links=False,
    )


def _bar(bar: TornadoBar, y: float, across: Scale, digits: int) -> Markup:
    low, high = across(bar.low), across(bar.high)
    name = f"{bar.input}" if bar.kind.value == "parameter" else f"{bar.kind.value} {bar.input}"
    shown = shortened(name, NAME_LETTERS)
    return tag(
        "g",
        tag("title", _words(bar, digits)),
        text(shown, LEFT - 8, y=y + 13, class_="tick", anchor="end"),
        tag(
            "rect",
            x=min(low, high),
            y=y + 4,
            width=max(abs(high - low), 1.0),
            height=BAR - 8,
            class_="bar",
        ),
        tag("circle", cx=high, cy=y + BAR / 2, r=3.0, class_="dot"),
    )


def _words(bar: TornadoBar, digits: int) -> str:
    low, high = amount(bar.low, digits), amount(bar.high, digits)
    return f"{bar.kind.value} {bar.input}: {low} at its lowest tenth, {high} at its highest"
