"""What pulls a number goes in; tables, a sentence, and JSON with every trail come out."""

from typing import Any

from musterbook.core.quantity import round_to_uncertainty
from musterbook.questions.results import How, Pull, PullKind, WhyReport
from musterbook.questions.spread import Spread
from musterbook.views.anchors import claim_anchor, source_anchor
from musterbook.views.table import Cell, Table, Tone, cells, table
from musterbook.views.trail import Trail, trail_of
from musterbook.views.words import day, estimate, heads, people, percent

TITLES = {
    PullKind.CLAIM: "Without one claim",
    PullKind.SOURCE: "Without all that one source says",
    PullKind.ASSUMPTION: "Without one assumption",
}


def asked(report: WhyReport) -> str:
    """Say what is asked about, and what the answer is."""
    middle, ends = estimate_of(report.spread)
    return f"{report.target.measure} on {day(report.target.day)}: {middle} ({ends})"


def estimate_of(spread: Spread) -> tuple[str, str]:
    """Write a median and its interval."""
    return estimate(spread.q05, spread.q50, spread.q95)


def pulls_table(report: WhyReport, kind: PullKind, *, show_all: bool = False) -> Table:
    """Show what one kind of member pulls, the strongest first; the unclear ones only if asked."""
    found = [each for each in report.of(kind) if show_all or report.matters(each)]
    name = kind.value
    return table(
        TITLES[kind],
        f"#it pulls by | #± | #median without | #90 % without | {name} | worked out",
        (_row(each) for each in found),
        note="" if show_all else _rest(report, kind),
    )


def _row(pull: Pull) -> tuple[Cell, ...]:
    middle, ends = estimate_of(pull.without)
    anchor = source_anchor if pull.kind is PullKind.SOURCE else claim_anchor
    return cells(
        Cell(signed(pull), tone=Tone.STRONG if pull.is_clear else Tone.QUIET),
        Cell(people(_tidy(pull.error)), tone=Tone.QUIET),
        middle,
        ends,
        Cell(pull.name, f"#{anchor(pull.name)}"),
        Cell(how(pull), tone=Tone.QUIET),
    )


def signed(pull: Pull) -> str:
    """Write a pull with its sign, to the digits that its error leaves."""
    ends = pull.pull - 1.645 * pull.error, pull.pull + 1.645 * pull.error
    value = round_to_uncertainty(pull.pull, *ends)
    return f"+{people(value)}" if value > 0 else people(value)


def sentences(report: WhyReport, known: dict[str, Trail]) -> dict[str, Trail]:
    """Give the sentences of the claims and assumptions that matter, under pull and name."""
    return {
        f"{signed(each)}  {each.name}": trail_of(known, each.name)
        for each in report.of(PullKind.CLAIM, PullKind.ASSUMPTION)
        if report.matters(each)
    }


def _tidy(error: float) -> float:
    return round_to_uncertainty(error, 0.0, 2 * error) if error else 0.0


def how(pull: Pull) -> str:
    """Say how the number without a member was worked out."""
    if pull.how is How.REWEIGHTED and pull.kish is not None:
        shape = "" if pull.pareto_k is None or pull.pareto_k < 0 else f", k {pull.pareto_k:.1f}"
        return f"reweighted {percent(pull.kish)}{shape}"
    return pull.how.value


def _rest(report: WhyReport, kind: PullKind) -> str:
    """Name those that pull next to nothing, and count those that bear on other things."""
    listed_ = report.of(kind)
    weak = [each for each in listed_ if not report.matters(each) and each.how is not How.NOT_NEAR]
    far = sum(each.how is How.NOT_NEAR for each in listed_)
    said = []
    if any(each.holds and not each.is_clear for each in listed_):
        said.append(
            "A pull no larger than its ± is listed where the interval is much wider without it."
        )
    if weak:
        most = max(max(abs(each.pull), 3 * each.error) for each in weak)
        names = ", ".join(each.name for each in weak)
        said.append(f"Pull next to nothing, {heads(_tidy(most))} or so at the most: {names}.")
    if far:
        said.append(f"{far} more {'bears' if far == 1 else 'bear'} on other things.")
    return " ".join(said)


def nothing_pulls(report: WhyReport) -> str:
    """Say that nothing pulls, where that is so; empty where something does."""
    if any(report.matters(each) for each in report.pulls):
        return ""
    if report.spread.width == 0:
        return "Nothing pulls: the account itself leaves no other number."
    errors = [3 * each.error for each in report.pulls if each.how is not How.NOT_NEAR]
    if not errors:
        return "Nothing pulls: no claim bears on it, and all of it is the prior."
    return (
        f"Nothing pulls by more than about {heads(_tidy(max(errors)))}, which is what the "
        "draws can tell: no claim alone carries this number."
    )


def why_json(report: WhyReport, known: dict[str, Trail]) -> dict[str, Any]:
    """Give a report as JSON, each claim and assumption with its sentence and its place."""
    told = report.to_json()
    for entry in told["pulls"]:
        trails = [trail_of(known, name) for name in entry["members"]]
        entry["trails"] = [
            {"says": each.says, "quote": each.quote, "place": each.place, "who": each.who}
            for each in trails
        ]
    return told
