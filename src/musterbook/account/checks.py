"""Sentences and declarations go in; wrong names, openings and scales come out as problems."""

from collections.abc import Iterable, Iterator, Sequence
from math import prod

from musterbook.account.choices import MOST_CHOICES
from musterbook.account.columns import CHANGE_WORDS, read_typical
from musterbook.account.network import Network
from musterbook.account.statements import Statement
from musterbook.core.problem import Phrase, Problem, Severity
from musterbook.core.records import Case
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import parse_date


def apart_by_name(
    statements: Iterable[Statement],
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Let every member of the account have a name of its own; the second of a name is left out."""
    kept: dict[str, Statement] = {}
    problems = []
    for each in statements:
        first = kept.setdefault(each.name, each)
        if first is not each:
            problems.append(
                Problem(
                    "MB244",
                    f"two members of the account are called `{each.name}`",
                    each.place,
                    numbers=(("the first", str(first.place)),),
                    fix="call one of them something else: conflicts name their members",
                )
            )
    return tuple(kept.values()), tuple(problems)


def too_many_readings(network: Network, words: Sequence[str]) -> Iterator[Problem]:
    """Say that not every combination of readings is tried."""
    count = prod(len(network.measures[word]) for word in words)
    if count > MOST_CHOICES:
        yield Problem(
            "MB245",
            f"{len(words)} words can be read in {count} ways together: the first "
            f"{MOST_CHOICES} are tried, the rest are not",
            next(iter(network.written[words[0]].values())).place,
            Severity.WARNING,
            numbers=(("words", ", ".join(words)),),
            fix="pin a reading in some sentences: `casualties [killed only] 6 000 by …`",
        )


def declaration_faults(case: Case, network: Network) -> Iterator[Problem]:
    """Check when stocks open, and the scales declared for flows."""
    for stock in network.stocks.values():
        if stock.opens is not None:
            yield from _opening(case, stock.opens)
    for flow in network.flows.values():
        if flow.typical is not None and read_typical(flow.typical.text)[0] is None:
            says = f"`{flow.typical}` is no number of people a month"
            fix = "write `typical: 30 000`, or a range: `typical: 25 000 to 35 000`"
            yield Problem("MB247", says, flow.typical.place, fix=fix)
        if flow.changes is not None and flow.changes.text not in CHANGE_WORDS:
            says = f"`{flow.changes}` is no word for how fast a flow changes"
            fix = did_you_mean(flow.changes.text, CHANGE_WORDS)
            yield Problem("MB248", says, flow.changes.place, fix=fix)


def _opening(case: Case, opens: Phrase) -> Iterator[Problem]:
    period = parse_date(opens.text, case.events)
    if period is not None and period.opening == case.window.opening:
        return
    says = f"a stock opens with the window, on {case.window.start}, not on `{opens}`"
    fix = "begin the window then, or let a flow bring people in on that date"
    yield Problem("MB246", says, opens.place, fix=fix)
