"""A run of scenarios goes in; tables of outcomes, answers, assumptions and inputs come out."""

from collections.abc import Iterator

from musterbook.scenarios.results import (
    Difference,
    EnsemblePath,
    QuestionAnswer,
    RunReport,
    TornadoBar,
)
from musterbook.views.amounts import amount, amount_estimate, digits_for, rounded
from musterbook.views.anchors import scenario_anchor
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import day, people, percent

MOST_BARS = 8  # inputs shown per measure: those that reach furthest
ASKED = "probability that "


def outcomes_table(run: RunReport) -> Table:
    """Show each watched measure at the last date under each scenario, beside the baseline."""
    return table(
        f"What each scenario leads to on {day(run.until)}",
        "measure | scenario | #median | #90 % interval | #against the baseline",
        _outcome_rows(run),
        note=f"{people(run.members)} members, the same under every scenario; the last column is "
        f"the median difference from “{run.baseline}” with its 90 % interval."
        if run.baseline
        else "",
    )


def _outcome_rows(run: RunReport) -> Iterator[tuple[Cell, ...]]:
    against = {(each.scenario, each.path.measure): each for each in run.differences}
    for measure in watched(run):
        for position, (name, result) in enumerate(run.scenarios.items()):
            if measure not in result.paths:
                continue
            path = result.paths[measure]
            digits = digits_for(path)
            yield cells(
                measure if position == 0 else "",
                Cell(name, f"#{scenario_anchor(name)}"),
                *_likely(path, digits),
                difference_words(against.get((name, measure)), digits),
            )


def _likely(path: EnsemblePath, digits: int) -> tuple[Cell, Cell]:
    low, middle, high = (float(each[-1]) for each in (path.q05, path.q50, path.q95))
    words, interval = amount_estimate(low, middle, high, digits=digits)
    return Cell(words, tone=Tone.STRONG), Cell(interval)


def watched(run: RunReport) -> tuple[str, ...]:
    """List the measures watched, in the order the case names them."""
    return tuple(dict.fromkeys(name for each in run.scenarios.values() for name in each.paths))


def difference_words(found: Difference | None, digits: int) -> str:
    """Write a difference at the last date: `+1 200 (800 – 1 500)`; the baseline has none."""
    if found is None:
        return "—"
    path: EnsemblePath = found.path
    low, middle, high = (float(each[-1]) for each in (path.q05, path.q50, path.q95))
    _, ends = amount_estimate(low, middle, high, digits=digits)
    if amount(low, digits) == amount(high, digits) == "0":
        return "no difference"
    return f"{amount(rounded(middle, low, high, digits=digits), digits, signed=True)} ({ends})"


def questions_grid(run: RunReport) -> Table:
    """Show every question once, its probability under each scenario side by side."""
    asked: dict[str, dict[str, QuestionAnswer]] = {}
    for each in run.questions:
        asked.setdefault(question_words(each), {}).setdefault(each.scenario, each)
    heads = " | ".join(f"#{name}" for name in run.scenarios)
    return table(
        "How likely, under each scenario",
        f"question | {heads}",
        (
            (Cell(question), *(_chance(answers.get(name)) for name in run.scenarios))
            for question, answers in asked.items()
        ),
        note="± is the Monte Carlo error of counting members, not that of the model. "
        "Words of likelihood: ICD 203.",
    )


def _chance(answer: QuestionAnswer | None) -> Cell:
    if answer is None:
        return Cell("—", tone=Tone.QUIET)
    chance = percent(answer.probability)
    error = f"{100 * answer.error:.1f}"  # an error that rounds to nothing says nothing
    return Cell(chance, below=answer.words if error == "0.0" else f"± {error} %, {answer.words}")


def questions_table(run: RunReport) -> Table:
    """Show how often what was asked comes true, with its Monte Carlo error and its word."""
    return table(
        "How likely, under each scenario",
        "question | scenario | #probability | #± error | in words",
        _question_rows(run),
        note="The error is that of counting members, not of the model. Words: ICD 203.",
    )


def _question_rows(run: RunReport) -> Iterator[tuple[Cell, ...]]:
    asked = ""
    for each in run.questions:
        if each.scenario not in run.scenarios:
            continue
        question = question_words(each)
        first = "" if question == asked else question
        asked = question
        yield cells(
            first,
            Cell(each.scenario, f"#{scenario_anchor(each.scenario)}"),
            Cell(percent(each.probability), tone=Tone.STRONG),
            f"{100 * each.error:.1f} %",
            each.words,
        )


def question_words(answer: QuestionAnswer) -> str:
    """Give what was asked without the words that every question begins and ends with."""
    asked = answer.ask.removeprefix(ASKED)
    return asked.removesuffix(f" under {answer.scenario}")


def assumptions_table(run: RunReport) -> Table:
    """Say what each scenario assumes, against how the flows would run anyway."""
    rows = (
        cells(Cell(name, tone=Tone.STRONG, anchor=scenario_anchor(name)), "; ".join(each.assumes))
        for name, each in run.scenarios.items()
    )
    return table("What each scenario assumes", "scenario | assumes", rows)


def tornado_table(run: RunReport) -> Table:
    """List how far every uncertain input moves every watched measure, a line each."""
    rows = (
        cells(
            each.scenario,
            each.measure,
            each.kind.value,
            each.input,
            f"{each.low:.6g}",
            f"{each.high:.6g}",
            f"{each.share:.4f}",
        )
        for each in run.tornado
        if each.scenario in run.scenarios
    )
    heads = "scenario | measure | kind | input | #at its lowest tenth | #at its highest | #share"
    return table("What each outcome hangs on", heads, rows)


def widest(bars: list[TornadoBar], measure: str) -> list[TornadoBar]:
    """Choose the bars of a measure that reach furthest; they come sorted."""
    return [each for each in bars if each.measure == measure][:MOST_BARS]
