"""Several answers of the fit go in; tables that show them beside each other come out.

They are never averaged: what contradicts itself has no middle.
"""

from collections.abc import Collection, Iterator
from datetime import date

from musterbook.fit.results import Answer, FitReport
from musterbook.views.anchors import measure_anchor
from musterbook.views.sentences import meaning
from musterbook.views.table import Cell, Column, Table, Tone
from musterbook.views.tables_fit import posterior_table, title_on
from musterbook.views.words import estimate, listed


def posteriors_table(report: FitReport, day: date) -> Table:
    """Show every measure on a day; of several answers each by its number, none averaged away."""
    shown = [posterior_table(each, day) for each in report.answers]
    if len(shown) == 1:
        return shown[0]
    rows = ((Cell(str(number)), *row) for number, each in enumerate(shown, 1) for row in each.rows)
    said = [f"{at}: {answer_words(each)}." for at, each in enumerate(report.answers, 1)]
    note = " ".join([*said, _agreement(report), shown[0].note])
    return Table(shown[0].title, (Column("answer"), *shown[0].columns), tuple(rows), note)


def _agreement(report: FitReport) -> str:
    return "They agree." if report.agree else "They do not agree, so none of them leads."


def side_by_side_table(
    report: FitReport, day: date, *, only: Collection[str] | None = None
) -> Table:
    """Show several answers beside each other, one column each; they are never averaged."""
    heads = [Column("measure")]
    heads += [Column(answer_words(each), is_number=True) for each in report.answers]
    names = dict.fromkeys(name for each in report.answers for name in each.measures)
    rows = (
        (
            Cell(name, f"#{measure_anchor(name)}"),
            *(_median(each, name, day) for each in report.answers),
        )
        for name in names
        if only is None or name in only
    )
    return Table("The answers side by side", tuple(heads), tuple(rows), _agreement(report))


def answer_words(answer: Answer) -> str:
    """Say what an answer rests on: its readings, and what it sets aside."""
    aside = f"without {listed(answer.set_aside)}" if answer.set_aside else ""
    return ", ".join(each for each in (meaning(answer.choice), aside) if each) or "all claims"


def _median(answer: Answer, name: str, day: date) -> Cell:
    path = answer.measures[name]
    at = path.at(day)
    middle, ends = estimate(*(float(each[at]) for each in (path.q05, path.q50, path.q95)))
    return Cell(middle, below=ends)


def numbered_tables(report: FitReport, day: date, *, most: int) -> Iterator[Table]:
    """Show the answers by their numbers, at most so many beside each other.

    A last column says of every measure whether the answers agree on it, which is judged as of the
    as-of date.
    """
    is_judged = all(each.system.as_of == day for each in report.answers)
    names = list(dict.fromkeys(name for each in report.answers for name in each.measures))
    numbered = list(enumerate(report.answers, 1))
    for start in range(0, len(numbered), most):
        part = numbered[start : start + most]
        heads = (f"answer {number}" for number, _ in part)
        yield Table(
            title_on(report.answers[0], day),
            (
                Column("measure"),
                *(Column(each, is_number=True) for each in heads),
                *((Column("agree"),) if is_judged else ()),
            ),
            tuple(
                (
                    Cell(name, tone=Tone.STRONG),
                    *(_median(each, name, day) for _, each in part),
                    *((_agreed(report, name),) if is_judged else ()),
                )
                for name in names
            ),
        )


def _agreed(report: FitReport, name: str) -> Cell:
    """Say whether all answers agree on a measure, where it means the same in all of them."""
    meanings = [each.system.measures[name] for each in report.answers]
    if any(each != meanings[0] for each in meanings):
        return Cell("read apart", tone=Tone.QUIET)
    if name in report.disagreements:
        return Cell("no", tone=Tone.BAD)
    return Cell("yes", tone=Tone.QUIET)


def answer_lines(report: FitReport) -> Iterator[str]:
    """Say of each answer by its number what it rests on, and which claims it does not honour."""
    for number, each in enumerate(report.answers, 1):
        missed = f"; it does not honour {listed(m.group for m in each.residuals)}"
        yield f"{number}  {answer_words(each)}{missed if each.residuals else ''}"
