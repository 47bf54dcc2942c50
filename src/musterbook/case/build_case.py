"""The checked case.yaml goes in; its window, events, hedges and units as nouns come out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.case.amounts import read_units
from musterbook.case.hedges import read_hedges
from musterbook.case.models_case import CaseFile
from musterbook.case.nodes import Node, TextNode, child, entries_of, phrase_at
from musterbook.case.similar import short
from musterbook.core.problem import Phrase, Problem
from musterbook.core.quantity import HedgeTable
from musterbook.core.records import Explanation
from musterbook.core.when import Period, Step, parse_date, parse_period

# A calendar needs room before its first day and after its last.
FIRST_DAY, LAST_DAY = date(1000, 1, 1), date(8999, 12, 31)
MOST_STEPS = 10_000  # 27 years of days; the method is laid out for 1,600
DAYS_IN_STEP = {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 30, Step.QUARTER: 91, Step.YEAR: 365}
DATE_FORMS = "write 2026-02-16, 2026-02, 2025-Q2, 2025-H2 or 2025"


@dataclass(frozen=True, slots=True)
class Frame:
    """What case.yaml alone declares."""

    title: str
    question: str
    window: Period
    step: Step
    as_of: date | None
    events: Mapping[str, Period]
    hedges: HedgeTable
    units: Mapping[str, tuple[float, float]]
    explained: tuple[Explanation, ...] = ()


def build_frame(model: CaseFile, node: Node) -> tuple[Frame | None, tuple[Problem, ...]]:
    """Read the frame of a case; None where it has no window that can be read."""
    window, window_faults = _window(phrase_at(node, "window"), Step(model.step))
    as_of, as_of_faults = read_day(phrase_at(node, "as-of"))
    events, event_faults = _events(node)
    hedges, hedge_faults = read_hedges(child(node, "hedges"), HedgeTable())
    units, unit_faults = read_units(phrases_of(child(node, "units")))
    problems = (*window_faults, *as_of_faults, *event_faults, *hedge_faults, *unit_faults)
    if window is None:
        return None, problems
    step = Step(model.step)
    explained = tuple(_explained(model, node))
    frame = Frame(
        model.title, model.question, window, step, as_of, events, hedges, units, explained
    )
    return frame, problems


def _explained(model: CaseFile, node: Node) -> Iterator[Explanation]:
    """Build the conflicts explained, each member with the words written beside it."""
    for number, entry in enumerate(model.explained):
        found = child(node, "explained", number)
        if found is None:
            continue
        pairs = entries_of(child(found, "conflict"))
        members = {
            key.text: Phrase(value.text if isinstance(value, TextNode) else "", key.place)
            for key, value in pairs
        }
        yield Explanation(found.place, entry.because, members)


def phrases_of(node: Node | None) -> dict[str, Phrase]:
    """Give the words of a mapping from words to words."""
    pairs = [(key.text, value) for key, value in entries_of(node)]
    return {key: value.phrase for key, value in pairs if isinstance(value, TextNode)}


def read_day(phrase: Phrase | None) -> tuple[date | None, tuple[Problem, ...]]:
    """Read a date; a month or year means its last day."""
    if phrase is None:
        return None, ()
    found = parse_date(phrase.text)
    return (None, (unreadable_date(phrase),)) if found is None else (found.end, ())


def unreadable_date(phrase: Phrase, fix: str = DATE_FORMS) -> Problem:
    """Make the problem of a date or period that cannot be read."""
    return Problem(
        "MB022", f"`{short(phrase.text)}` is not a date that can be read", phrase.place, fix=fix
    )


def _window(phrase: Phrase | None, step: Step) -> tuple[Period | None, tuple[Problem, ...]]:
    if phrase is None:
        return None, ()
    window = parse_period(phrase.text)
    if window is None:
        fix = "write DATE to DATE, the earlier first: 2024-10 to 2026-02"
        return None, (unreadable_date(phrase, fix),)
    if window.start < FIRST_DAY or window.end > LAST_DAY:
        says = f"the window `{short(phrase.text)}` lies beyond the years counted here"
        fix = f"keep it within {FIRST_DAY.year} to {LAST_DAY.year}"
        return None, (Problem("MB024", says, phrase.place, fix=fix),)
    steps = round((window.end - window.start).days / DAYS_IN_STEP[step])
    if steps > MOST_STEPS:
        says = f"the window `{short(phrase.text)}` has too many steps to compute"
        numbers = ((f"steps of a {step}", f"{steps:,}"), ("at most", f"{MOST_STEPS:,}"))
        fix = "choose a longer `step`, or a shorter window"
        return None, (Problem("MB024", says, phrase.place, numbers=numbers, fix=fix),)
    return window, ()


def _events(node: Node) -> tuple[dict[str, Period], tuple[Problem, ...]]:
    events: dict[str, Period] = {}
    problems = []
    for name, phrase in phrases_of(child(node, "events")).items():
        period = parse_period(phrase.text)
        if period is None:
            problems.append(unreadable_date(phrase))
        else:
            events[name] = period
    return events, tuple(problems)
