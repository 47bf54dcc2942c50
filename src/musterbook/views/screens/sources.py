"""Who says things, how far each may be trusted, and how far each has seemed to be off."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from musterbook.core.records import Source
from musterbook.fit.results import SourceBias
from musterbook.views import clashes
from musterbook.views.anchors import source_anchor
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen, Tables, sizes_of
from musterbook.views.screens.shown import Shown
from musterbook.views.tables_claims import RELIABILITY, hedges_table, sources_table
from musterbook.views.tables_fit import biases_table, signed_percent


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source: how many claims it tells, how many count as its own, the sets it clashes in."""

    source: Source
    anchor: str
    told: int
    rows: int
    clashes: int
    off: tuple[str, ...]


def source_views(shown: Shown) -> tuple[SourceView, ...]:
    """List the sources, those whose word counts most often first."""
    views = [each for each in shown.claims.values() if each.chain]
    told = Counter(each.chain[0] for each in views)
    rows = Counter(each.chain[-1] for each in views if each.is_row)
    met: Counter[str] = Counter()
    for card in shown.worked.cards if shown.worked is not None else ():
        met.update(set(clashes.parties(card)))
    off = _seem_off(shown)
    found = [
        SourceView(
            each,
            source_anchor(each.name),
            told[each.name],
            rows[each.name],
            met[each.name],
            off.get(each.name, ()),
        )
        for each in shown.bench.case.sources.values()
    ]
    return tuple(sorted(found, key=lambda each: (-each.rows, -each.told)))


def _seem_off(shown: Shown) -> Mapping[str, tuple[str, ...]]:
    """Say of each source how far its figures seem off, where the claims tell anything of it."""
    answer = shown.worked.answer if shown.worked is not None else None
    found: dict[str, tuple[str, ...]] = {}
    for each in answer.sources if answer is not None else ():
        if each.identified:
            found[each.source] = (*found.get(each.source, ()), _off(each))
    return found


def _off(bias: SourceBias) -> str:
    low, middle, high = (signed_percent(each) for each in (bias.q05, bias.q50, bias.q95))
    return f"{bias.bias_class} {middle} ({low} to {high})"


def _context(shown: Shown, query: Query) -> Context:
    case = shown.bench.case
    return {
        "sources": source_views(shown),
        "grades": list(RELIABILITY.items()),
        "hedges": hedges_table(case.hedges),
        "rows": sizes_of(_tables(shown, query)),
        "has_fit": shown.worked is not None and shown.worked.answer is not None,
    }


def _tables(shown: Shown, _query: Query) -> Tables:
    answer = shown.worked.answer if shown.worked is not None else None
    tables = {
        "sources": sources_table(shown.bench.case, shown.claims),
        "hedges": hedges_table(shown.bench.case.hedges),
    }
    return tables if answer is None else {**tables, "biases": biases_table(answer)}


SOURCES = Screen("/sources", "Sources", "web/sources.html", _context, _tables)
