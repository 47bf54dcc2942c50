"""An answer of the fit goes in; tables of the posterior, biases, misfits and warnings come out."""

import math
from collections.abc import Collection, Iterator
from datetime import date

from musterbook.core.quantity import format_count
from musterbook.fit.odds import Odds
from musterbook.fit.results import Answer, FlagKind, MeasurePath, Residual, SourceBias
from musterbook.views.anchors import claim_anchor, measure_anchor, source_anchor
from musterbook.views.sentences import meaning
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.words import day as dated
from musterbook.views.words import estimate, listed, span, tenths

NOBODY = 0.5  # of one person: what people are rounded by
MANY_TIMES = math.log(1e6)  # beyond, the figure says no more
# Warnings that say the same of everything they name.
NAMED_ALONE = {
    FlagKind.PRIOR_DOMINATED: "resting on assumptions alone",
    FlagKind.NOT_IDENTIFIED: "nothing tells how far these sources are off",
}


def posterior_table(answer: Answer, day: date, *, only: Collection[str] | None = None) -> Table:
    """Show every measure on a day: median, 90 % interval, and what was thought before any claim."""
    weak = {each.subject for each in answer.warnings if each.kind is FlagKind.PRIOR_DOMINATED}
    rows = (
        _posterior_row(path, path.at(day), is_weak=name in weak)
        for name, path in answer.measures.items()
        if only is None or name in only
    )
    return table(
        title_on(answer, day),
        "measure | #median | #90 % interval | #before any claim | rests on",
        rows,
        note=" ".join(_notes(answer, day)),
    )


def title_on(answer: Answer, day: date) -> str:
    """Head a table of an answer: without any claim nothing adds up to anything."""
    if last_spoken_of(answer) is None:
        return f"What assumptions alone allow on {dated(day)}"
    return f"What the claims add up to on {dated(day)}"


def _notes(answer: Answer, day: date) -> Iterator[str]:
    yield "“Before any claim” is the prior's 90 % interval: what the account and its assumptions"
    yield "alone allow."
    last = last_spoken_of(answer)
    if last is None:
        yield "No claim counts: all of this is the prior."
    elif day > last:
        yield f"No claim speaks of a time after {last}: from there on the prior alone carries on."


def last_spoken_of(answer: Answer) -> date | None:
    """Find the last day any claim of an answer speaks of; None where no claim counts."""
    system = answer.system
    ends = [
        system.columns[column].end
        for group in system.groups
        if group.claims
        for row in group.rows
        for column in row.columns
    ]
    return max(ends, default=None)


def _posterior_row(path: MeasurePath, at: int, *, is_weak: bool) -> tuple[Cell, ...]:
    middle, interval = estimate(*(float(each[at]) for each in (path.q05, path.q50, path.q95)))
    _, before = estimate(
        float(path.prior_q05[at]), float(path.prior_q05[at]), float(path.prior_q95[at])
    )
    was_fixed = path.prior_q95[at] - path.prior_q05[at] < NOBODY
    rests = Cell("assumptions alone", tone=Tone.QUIET) if is_weak or was_fixed else Cell("claims")
    name = Cell(path.name, f"#{measure_anchor(path.name)}")
    return cells(
        name, Cell(middle, tone=Tone.STRONG), interval, Cell(before, tone=Tone.QUIET), rests
    )


def biases_table(answer: Answer) -> Table:
    """Show how far each source's figures seem to lie off, as shares of what it reported."""
    return table(
        "How far the sources' figures seem to be off",
        "source | about | #overstates by | #90 % interval | told by the claims",
        (_bias_row(each) for each in answer.sources),
        note="Negative: understates. Where the claims tell nothing, this is the prior's belief.",
    )


def _bias_row(bias: SourceBias) -> tuple[Cell, ...]:
    return cells(
        Cell(bias.source, f"#{source_anchor(bias.source)}"),
        bias.bias_class,
        signed_percent(bias.q50),
        f"{signed_percent(bias.q05)} to {signed_percent(bias.q95)}",
        "yes" if bias.identified else Cell("hardly", tone=Tone.QUIET),
    )


def signed_percent(share: float) -> str:
    """Write a share with its sign, `+5 %` or `−12 %`."""
    rounded = round(100 * share)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return f"{sign}{abs(rounded)} %"


def odds_table(odds: Odds) -> Table:
    """Show how much likelier each reading made the claims than the likeliest did, by scale."""
    best = [max(each.evidences[place].log for each in odds.readings) for place in range(3)]
    return table(
        "The claims' likelihood under each reading",
        "reading | #prior half as large | #as it is | #twice as large",
        (
            cells(
                meaning(each.choice),
                *(
                    one_in(high - one.log, one.error)
                    for one, high in zip(each.evidences, best, strict=True)
                ),
            )
            for each in odds.readings
        ),
        note="How many times less likely than under the reading that leads at that scale.",
    )


def one_in(behind: float, error: float) -> str:
    """Write how many times less likely, with the Monte Carlo error as a factor; 1 leads."""
    if behind <= 0:
        return "leads"
    if behind > MANY_TIMES:
        return "over a million times"
    return f"{_factor(behind)} times (×÷ {_factor(error)})"


def _factor(log: float) -> str:
    """Write a factor given by its logarithm, with a decimal where it is small."""
    return "over a million" if log > MANY_TIMES else tenths(math.exp(log))


def misfits_table(answer: Answer) -> Table:
    """List the claims that the answer does not honour, the furthest off first."""
    return table(
        "Claims this answer does not honour",
        "claim | about | #allows | #the answer's median | #standard deviations off",
        (_misfit_row(each) for each in answer.residuals),
    )


def _misfit_row(found: Residual) -> tuple[Cell, ...]:
    return cells(
        Cell(found.group, f"#{claim_anchor(found.group)}" if found.claims else ""),
        found.words,
        span(finite(found.low), finite(found.high)),
        format_count(found.median),
        f"{found.sds:+.1f}".replace("-", "−"),
    )


def finite(value: float) -> float | None:
    """Give a number, or None where it is without limit."""
    return value if abs(value) < float("inf") else None


def flags_table(answer: Answer) -> Table:
    """List the warnings by kind: of plain ones the names alone, of others what they say."""
    rows = (
        cells(kind.value, (", " if kind in NAMED_ALONE else "; ").join(said))
        for kind, said in _by_kind(answer).items()
    )
    return table("What to know about this answer", "what | of", rows)


def flag_lines(answer: Answer) -> Iterator[str]:
    """Say the warnings in a line each; those that say the same of all they name, in one."""
    for kind, said in _by_kind(answer).items():
        if kind in NAMED_ALONE:
            yield f"{NAMED_ALONE[kind]}: {listed(said)}"
            continue
        for words in _together(answer, kind):
            yield words if words.startswith(kind.value) else f"{kind.value}: {words}"


def _together(answer: Answer, kind: FlagKind) -> Iterator[str]:
    """Give what the warnings of a kind say, measures that depend on the same in one sentence."""
    alike: dict[str, list[str]] = {}
    for each in answer.warnings:
        if each.kind is kind:
            is_about = bool(each.subject) and each.says.startswith(f"{each.subject} depends ")
            rest = each.says.removeprefix(each.subject) if is_about else each.says
            alike.setdefault(rest, []).append(each.subject if is_about else "")
    for rest, names in alike.items():
        several = rest.replace("depends", "depend", 1) if len(names) > 1 else rest
        yield f"{listed(names)}{several}" if names[0] else rest


def _by_kind(answer: Answer) -> dict[FlagKind, tuple[str, ...]]:
    """Gather the warnings: of plain kinds what they name, of others what they say, each once."""
    together: dict[FlagKind, dict[str, None]] = {}
    for each in answer.warnings:
        said = each.subject if each.kind in NAMED_ALONE else each.says
        together.setdefault(each.kind, {})[said] = None
    return {kind: tuple(said) for kind, said in together.items()}
