"""Exhibits go in; the context of the one-file report's templates comes out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from musterbook import __version__
from musterbook.core.records import Account
from musterbook.fit.results import Answer
from musterbook.hypotheses.words import order_words
from musterbook.scenarios.results import RunReport
from musterbook.views import (
    tables_claims,
    tables_conflicts,
    tables_fit,
    tables_hypotheses,
    tables_numbers,
    tables_scenarios,
)
from musterbook.views.claims import ClaimView, series_of
from musterbook.views.crux import crux_of
from musterbook.views.diagram import diagram
from musterbook.views.exhibits import Exhibits
from musterbook.views.fan_chart import fan_chart
from musterbook.views.measures import MeasureView
from musterbook.views.page import style
from musterbook.views.report_views import sums_of
from musterbook.views.scenario_charts import Multiple, multiples_of
from musterbook.views.sentences import headline, meaning
from musterbook.views.table import Table
from musterbook.views.tables_claims import parts_of
from musterbook.views.tornado import Tornado, tornadoes_of
from musterbook.views.words import listed

MOST_FIGURES = 6  # numbers a reader takes in at the head of a page

SECTIONS = (
    ("answer", "The answer"),
    ("sentences", "The sentences"),
    ("conflicts", "Conflicts"),
    ("account", "The account"),
    ("scenarios", "What if"),
    ("hypotheses", "Why"),
    ("sources", "Sources"),
    ("assumptions", "Assumptions"),
    ("hedges", "Hedge words"),
    ("claims", "Every claim"),
    ("reports", "Reports"),
    ("made", "Made from"),
)


@dataclass(frozen=True, slots=True)
class Chart:
    """A measure and its drawing."""

    view: MeasureView
    drawn: Markup


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer of the fit with its tables."""

    title: str
    posterior: Table
    biases: Table
    misfits: Table
    warnings: Table


@dataclass(frozen=True, slots=True)
class Made:
    """What a page was made from, as names and values."""

    version: str
    entries: tuple[tuple[str, str], ...]


def report_context(exhibits: Exhibits, *, theme: str = "") -> dict[str, object]:
    """Lay out everything the report's templates name."""
    bench = exhibits.bench
    return {
        "exhibits": exhibits,
        "case": bench.case,
        "theme": theme,
        "css": style(),
        "sections": SECTIONS,
        "titles": {each.name: each.title for each in bench.case.sources.values()},
        "headline": headline(exhibits.conflicts),
        "readings": exhibits.readings,
        "crux": crux_of(exhibits.conflicts, exhibits.readings),
        "bounds": _bounds(exhibits),
        "reports": exhibits.reports,
        "series": series_of(exhibits.claims),
        "marks": {name: mark_class(each) for name, each in exhibits.claims.items()},
        "sums": sums_of(bench.findings),
        "findings": [each for each in bench.findings if "sum" not in each.kind],
        "unfinished": any(not each.complete for each in exhibits.conflicts.readings),
        "links": {
            name: each.link for cards in exhibits.members.values() for name, each in cards.items()
        },
        "in_conflicts": _in_conflicts(exhibits),
        "problems": bench.problems,
        **_of_fit(exhibits),
        **_of_run(exhibits.run),
        **_of_weighing(exhibits),
        **_of_paper(exhibits),
        "made": _made(exhibits),
    }


def mark_class(view: ClaimView) -> str:
    """Name the look of a claim's mark: what counts, what is derived, what does not."""
    if view.claim.derived and view.is_row:
        return "derived"
    if view.is_row or view.standing.startswith("a copy"):
        return "row"
    return "doubted" if view.claim.stance.value != "asserted" or view.claim.set_aside else "aside"


def _in_conflicts(exhibits: Exhibits) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for card in exhibits.cards:
        for member in card.conflict.members:
            found[member].append(card.number)
    return found


def _of_fit(exhibits: Exhibits) -> dict[str, object]:
    answer, measures = exhibits.answer, exhibits.measures
    answers = exhibits.fit.answers if exhibits.fit else ()
    return {
        "fit": exhibits.fit,
        "answer": answer,
        "answers": [_answer(each, exhibits) for each in answers],
        "figures": figures_of(exhibits),
        "charts": [
            Chart(each, fan_chart(each.path, marks=each.marks, title=each.title))
            for each in measures
        ],
        "diagrams": list(_diagrams(exhibits, answer)) if answer else [],
    }


def figures_of(exhibits: Exhibits) -> tuple[MeasureView, ...]:
    """Choose the numbers for the head of a page: those of the leading report's account.

    First the ones its sentences name, in their order, then those with the most claims.
    """
    marked = exhibits.reports[0].marked if exhibits.reports else ()
    named = [claim.claim.id for claim in marked if claim.is_row]
    places = {name: place for place, name in enumerate(named)}
    found = []
    for each in exhibits.measures:
        first = min((places[name] for name in each.claims if name in places), default=None)
        found.append((len(named) if first is None else first, -len(each.claims), each))
    found.sort(key=lambda entry: entry[:2])
    home = found[0][2].account if found else ""
    return tuple(each for *_, each in found if each.account == home)[:MOST_FIGURES]


def _bounds(exhibits: Exhibits) -> Table:
    account = figures_of(exhibits)[0].account if exhibits.measures else None
    chosen = [
        name
        for each in exhibits.bench.case.accounts
        if account is None or each.name == account
        for name in (
            *(measure.name for measure in each.measures),
            *(stock.name for stock in each.stocks),
        )
    ]
    return tables_conflicts.bounds_table(
        exhibits.conflicts, only=chosen, is_trail=exhibits.answer is None
    )


def _answer(answer: Answer, exhibits: Exhibits) -> AnswerView:
    aside = f" with {listed(answer.set_aside)} set aside" if answer.set_aside else ""
    read = f", where {meaning(answer.choice)}" if answer.choice else ""
    day = exhibits.bench.case.today
    charted = {name for each in exhibits.measures for name in each.names}
    if answer is not exhibits.answer:
        charted = set(answer.measures)  # the first answer's rows carry the anchors
    return AnswerView(
        f"Every number on {day.isoformat()}{read}{aside}",
        tables_numbers.numbers_table(answer, exhibits.verdict_of(answer), day=day, charted=charted),
        tables_fit.biases_table(answer),
        tables_fit.misfits_table(answer),
        tables_fit.flags_table(answer),
    )


def _diagrams(exhibits: Exhibits, answer: Answer) -> Iterator[tuple[Account, Markup]]:
    for account in exhibits.bench.case.accounts:
        if account.stocks:
            yield account, diagram(account, answer=answer)


def _of_run(run: RunReport | None) -> dict[str, object]:
    if run is None:
        return {"run": None}
    multiples: tuple[Multiple, ...] = multiples_of(run)
    tornadoes: tuple[Tornado, ...] = tornadoes_of(run)
    return {
        "run": run,
        "questions": tables_scenarios.questions_grid(run),
        "outcomes": tables_scenarios.outcomes_table(run),
        "assumes": tables_scenarios.assumptions_table(run),
        "multiples": multiples,
        "tornadoes": tornadoes,
    }


def _of_weighing(exhibits: Exhibits) -> dict[str, object]:
    weighed = exhibits.weighed
    if weighed is None:
        return {"weighed": None}
    return {
        "weighed": weighed,
        "order": order_words(weighed),
        "matrix": tables_hypotheses.matrix_table(weighed, quotes=_quotes(exhibits)),
        "ranking": tables_hypotheses.ranking_table(weighed),
        "linchpins": tables_hypotheses.linchpins_table(weighed),
    }


def _quotes(exhibits: Exhibits) -> Mapping[str, str]:
    return {
        name: f"“{' '.join(each.claim.quote.split())}”"
        for name, each in exhibits.claims.items()
        if each.claim.quote
    }


def _of_paper(exhibits: Exhibits) -> dict[str, object]:
    case = exhibits.bench.case
    return {
        "sources": tables_claims.sources_table(case, exhibits.claims),
        "assumptions": tables_claims.assumptions_table(
            exhibits.bench.ledger, parts=parts_of(exhibits.lead.system)
        ),
        "parameters": tables_claims.parameters_table(case),
        "hedges": tables_claims.hedges_table(case.hedges),
    }


def _made(exhibits: Exhibits) -> Made:
    case, answer, run = exhibits.bench.case, exhibits.answer, exhibits.run
    entries = [
        ("Case", f"{case.title}, digest {case.digest}"),
        ("Window", f"{case.window}, by {case.step.value}, as of {case.today.isoformat()}"),
        ("Programme", f"Musterbook {__version__}"),
    ]
    if answer is not None:
        found = f"{len(answer.draws)} draws, seed {answer.seed}"
        entries.append(("Fit", f"{found}, least effective sample {answer.ess_min:.0f}"))
    if run is not None:
        steps = f"{run.integrator}, steps of at most {run.step_months:g} months"
        entries.append(("Scenarios", f"{run.members} members, seed {run.seed}, {steps}"))
    return Made(__version__, tuple(entries))
