"""Answers of the fit go in; they are printed, several beside each other before any alone."""

from typing import TYPE_CHECKING

from musterbook.cli.terminal import out, say, show

if TYPE_CHECKING:
    from datetime import date

    from musterbook.fit.odds import Odds as WeighedReadings
    from musterbook.fit.results import Answer, FitReport
    from musterbook.views.table import Table

FEW = 5  # warnings shown under an answer: the first say most


def print_answers(
    report: "FitReport", *, on: "date | None", alone: int | None = None, show_all: bool = False
) -> None:
    """Print the answers side by side, never one average of them, or one alone in full.

    `alone` counts from 1; where there is one answer, or all is to be shown, each is in full.
    """
    count = len(report.answers)
    if count > 1 and alone is None:
        _print_beside(report, on=on, show_all=show_all)
    for number, answer in enumerate(report.answers, 1):
        if number == alone or (alone is None and (show_all or count == 1)):
            if count > 1:
                say(f"Answer {number} of {count}", style="bold")
            _print_in_full(answer, on=on, show_all=show_all)
    if count > 1 and alone is None and not show_all:
        say("In full, with sources and warnings: muster fit --answer 1, or --all for each")


def _print_beside(report: "FitReport", *, on: "date | None", show_all: bool) -> None:
    from musterbook.views.tables_answers import answer_lines

    agree = "agree" if report.agree else "do not agree: none of them leads"
    say(f"{len(report.answers)} answers, which {agree}", style="bold")
    for line in answer_lines(report):
        say(line, hang=3)
    for table in _that_fit(report, on or report.answers[0].system.as_of):
        say()
        show(table, show_all=show_all)
    say("Of each the median, and under it the 90 % interval.", style="dim")
    say()


def _that_fit(report: "FitReport", day: "date") -> "list[Table]":
    """Put as many answers beside each other as the terminal holds, at least one."""
    from musterbook.cli.grid import natural_width
    from musterbook.views.tables_answers import numbered_tables

    width = out().width
    for most in range(len(report.answers), 0, -1):
        tables = list(numbered_tables(report, day, most=most))
        if most == 1 or all(natural_width(each) <= width for each in tables):
            return tables
    return []


def _print_in_full(answer: "Answer", *, on: "date | None", show_all: bool) -> None:
    from musterbook.views.tables_fit import biases_table, flag_lines, misfits_table, posterior_table

    _print_heading(answer)
    show(posterior_table(answer, on or answer.system.as_of), show_all=show_all)
    if answer.residuals:
        say()
        show(misfits_table(answer), show_all=show_all)
    if answer.sources:
        say()
        show(biases_table(answer), show_all=show_all)
    say()
    lines = list(flag_lines(answer))
    for line in lines if show_all else lines[:FEW]:
        say(line, style="yellow", hang=2)
    if not show_all and len(lines) > FEW:
        say(f"… {len(lines) - FEW} more, --all")
    say(_precision(answer), style="dim")
    say()


def _print_heading(answer: "Answer") -> None:
    from musterbook.views.sentences import meaning
    from musterbook.views.words import listed

    if answer.choice:
        say(f"If {meaning(answer.choice)}", style="bold")
    if answer.set_aside:
        say(f"If you set aside {listed(answer.set_aside)}", style="bold")


def _precision(answer: "Answer") -> str:
    """Say how many draws an answer rests on, and how far off they may leave a median."""
    from musterbook.core.quantity import format_count
    from musterbook.views.words import tenths

    says = (
        f"{format_count(len(answer.draws))} draws, smallest effective sample "
        f"{format_count(answer.ess_min)}, "
        f"seed {answer.seed}, {answer.seconds:.1f} s"
    )
    if not answer.precision:
        return says
    name, worst = max(answer.precision.items(), key=lambda each: each[1].share)
    if not worst.share:
        return says
    return (
        f"{says}; Monte Carlo error of a median: at most {100 * worst.share:.1f} % of its 90 % "
        f"interval ({name} ±{tenths(worst.median_error)})"
    )


def print_odds(odds: "WeighedReadings") -> None:
    """Print how the claims speak for one reading or another, and with what doubts."""
    from musterbook.views.sentences import meaning
    from musterbook.views.tables_fit import odds_table

    say("Which reading the claims speak for", style="bold")
    if odds.readings:
        show(odds_table(odds))
        say()
    if odds.favoured is None:
        say(odds.why)
    else:
        say(f"The claims speak for: {meaning(odds.readings[odds.favoured].choice)}")
    if odds.uses_claims_twice:
        says = "scales were taken from the claims, which so count twice here: declare `typical`"
        say(says, style="yellow", hang=2)
