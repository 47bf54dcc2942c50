"""Exhibits go in; the context of the one-file report's templates comes out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from platform import python_version

from musterbook import __version__
from musterbook.core.problem import Problem
from musterbook.core.quantity import format_count
from musterbook.core.records import Status
from musterbook.hypotheses.words import order_words
from musterbook.scenarios.results import RunReport
from musterbook.views import (
    tables_claims,
    tables_hypotheses,
    tables_scenarios,
)
from musterbook.views.claims import ClaimView, series_of
from musterbook.views.crux import crux_of
from musterbook.views.exhibits import Exhibits
from musterbook.views.page import script, script_hash, style
from musterbook.views.page_fit import bounds_of, fit_context
from musterbook.views.report_views import sums_of
from musterbook.views.scenario_charts import Multiple, multiples_of
from musterbook.views.sections import SECTIONS, Section
from musterbook.views.sentences import headline
from musterbook.views.tables_claims import parts_of
from musterbook.views.tornado import Tornado, tornadoes_of
from musterbook.views.words import counted, months

ENGINES = ("numpy", "scipy", "highspy")  # whose versions can change a digit


@dataclass(frozen=True, slots=True)
class Made:
    """What a page was made from, as names and values."""

    version: str
    entries: tuple[tuple[str, str], ...]


def report_context(
    exhibits: Exhibits,
    *,
    theme: str = "",
    sections: Sequence[Section] = SECTIONS,
    interactive: bool = False,
) -> dict[str, object]:
    """Lay out everything the report's templates name; what no section shows is not worked out."""
    bench, chosen = exhibits.bench, {each.anchor for each in sections}
    context: dict[str, object] = {
        "case": bench.case,
        "version": __version__,
        "theme": theme,
        "css": style(),
        "script": script() if interactive else "",
        "script_hash": script_hash(),
        "interactive": interactive,
        "sections": sections,
        "left_out": [each.name for each in SECTIONS if each.anchor not in chosen],
        "titles": {each.name: each.title for each in bench.case.sources.values()},
        **answer_context(exhibits),
        **conflicts_context(exhibits),
        "reports": exhibits.reports,
        "marks": {name: mark_class(each) for name, each in exhibits.claims.items()},
        "series": series_of(exhibits.claims),
        "in_conflicts": _in_conflicts(exhibits),
        **_of_paper(exhibits),
    }
    if chosen & {"answer", "account"}:
        context |= {"bounds": bounds_of(exhibits), **fit_context(exhibits)}
    if "scenarios" in chosen:
        context |= run_context(exhibits.run)
    if "hypotheses" in chosen:
        context |= weighing_context(exhibits)
    if "made" in chosen:  # last: what the stages met is in it
        context |= {"made": _made(exhibits), "problems": (*bench.problems, *_noticed(exhibits))}
    return context


def answer_context(exhibits: Exhibits) -> dict[str, object]:
    """Lay out the answer in a sentence, the readings, and what they rest on."""
    nothing = nothing_yet(exhibits)
    return {
        "exhibits": exhibits,
        "headline": nothing or headline(exhibits.conflicts),
        "nothing": nothing,
        "readings": exhibits.readings,
        "crux": crux_of(exhibits.conflicts) if not nothing else (),
    }


def nothing_yet(exhibits: Exhibits) -> str:
    """Say that no claim counts, and what to do about it; empty where any does."""
    case = exhibits.bench.case
    if any(each.is_row for each in exhibits.claims.values()):
        return ""
    waiting = sum(each.status is Status.PROPOSED for each in case.claims)
    if not case.reports:
        todo = "take a report in first"
    elif waiting:
        todo = f"{counted(waiting, 'proposed claim')} {'waits' if waiting == 1 else 'wait'} for you"
    else:
        todo = "each claim says what keeps it out"
    return f"No claim counts yet, so there is nothing to add up: {todo}."


def conflicts_context(exhibits: Exhibits) -> dict[str, object]:
    """Lay out the conflicts and what is worth knowing beside them."""
    findings = exhibits.bench.findings
    return {
        "exhibits": exhibits,
        "sums": sums_of(findings),
        "findings": [each for each in findings if "sum" not in each.kind],
        "unfinished": any(not each.complete for each in exhibits.conflicts.readings),
        "links": links_of(exhibits),
    }


def links_of(exhibits: Exhibits) -> dict[str, str]:
    """Say where each member of a conflict stands."""
    return {name: each.link for cards in exhibits.members.values() for name, each in cards.items()}


def mark_class(view: ClaimView) -> str:
    """Name the look of a claim's mark: what counts, what is derived, what does not."""
    if view.claim.derived and view.is_row:
        return "derived"
    if view.is_row or view.standing.startswith("a copy"):
        return "row"
    return "doubted" if view.claim.stance.value != "asserted" or view.claim.set_aside else "aside"


def _noticed(exhibits: Exhibits) -> Iterator[Problem]:
    known = set(exhibits.bench.problems)
    for stage in ("fit", "run", "weigh"):
        yield from (each for each in exhibits.bench.noticed(stage) if each not in known)


def _in_conflicts(exhibits: Exhibits) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for card in exhibits.cards:
        for member in card.conflict.members:
            found[member].append(card.number)
    return found


def run_context(run: RunReport | None) -> dict[str, object]:
    """Lay out the scenarios."""
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


def weighing_context(exhibits: Exhibits) -> dict[str, object]:
    """Lay out the matrix of explanations."""
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


def _engines() -> Iterator[str]:
    yield f"Python {python_version()}"
    yield from (f"{name} {version(name)}" for name in ENGINES)


def _made(exhibits: Exhibits) -> Made:
    case, bench = exhibits.bench.case, exhibits.bench
    answer = exhibits.answer if bench.holds("fit") else None
    run = exhibits.run if bench.holds("run") else None
    entries = [
        ("Case", f"{case.title}, digest {case.digest}"),
        ("Window", f"{case.window}, by {case.step.value}, as of {case.today.isoformat()}"),
        ("Programme", ", ".join((f"Musterbook {__version__}", *_engines()))),
    ]
    if answer is not None:
        found = f"{format_count(len(answer.draws))} draws, seed {answer.seed}"
        entries.append(("Fit", f"{found}, least effective sample {answer.ess_min:.0f}"))
    if run is not None:
        steps = f"{run.integrator}, steps of at most {months(run.step_months)}"
        entries.append(
            ("Scenarios", f"{format_count(run.members)} members, seed {run.seed}, {steps}")
        )
    return Made(__version__, tuple(entries))
