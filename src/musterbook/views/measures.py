"""A built system and an answer go in; the measures worth a chart come out, each with its claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.build import Built
from musterbook.account.ledger import Ledger
from musterbook.conflicts.results import Range, Verdict
from musterbook.fit.results import Answer, MeasurePath
from musterbook.views.points import ClaimMark, bound_terms, marks_by_terms, terms_of
from musterbook.views.words import bare, estimate, span


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure as shown: its path, the claims drawn on it, and what is certain of it.

    `names` are the measures that mean the same under this reading, the one shown first;
    `made_of` is its expression, `not_drawn` the claims about it that have no place on its chart,
    `derived` those that a report summed from others: drawn, but no evidence to the fit.
    """

    name: str
    names: tuple[str, ...]
    made_of: str
    path: MeasurePath
    median: str
    interval: str
    before: str
    certain: str
    marks: tuple[ClaimMark, ...]
    not_drawn: tuple[str, ...]
    derived: tuple[str, ...]
    set_aside: tuple[str, ...]
    day: date

    @property
    def account(self) -> str:
        """The account it belongs to, empty in a case of one."""
        return self.name.rpartition(".")[0]

    @property
    def title(self) -> str:
        """The chart's title, as a sentence."""
        return f"{bare(self.name).capitalize()}: {self.median} on {self.day.isoformat()}"

    @property
    def shown_claims(self) -> tuple[tuple[str, str], ...]:
        """The claims the fit rests on, as labels and ids, the rows of one table under one label."""
        left_out = {*self.set_aside, *self.derived}
        return grouped(tuple(each for each in self.claims if each not in left_out))

    @property
    def derived_claims(self) -> tuple[tuple[str, str], ...]:
        """The sums that are drawn only, as labels and ids."""
        return grouped(tuple(each for each in self.derived if each not in self.set_aside))

    @property
    def claims(self) -> tuple[str, ...]:
        """All claims about it, drawn or not."""
        return (*(each.claim for each in self.marks), *self.not_drawn)


def measure_views(
    ledger: Ledger, built: Built, *, answer: Answer, verdict: Verdict | None
) -> tuple[MeasureView, ...]:
    """Show every measure that some counting claim is about, once for each meaning."""
    drawn = marks_by_terms(built, set_aside=answer.set_aside)
    spoken, sums = _spoken(built), _derived(built)
    found = []
    for names in _synonyms(built, answer):
        terms = terms_of(built, names[0])
        marks = drawn.get(terms, ())
        marked = {mark.claim for mark in marks}
        others = tuple(each for each in spoken.get(terms, ()) if each not in marked)
        if marks or others:
            chosen = _best_name(names, ledger, built)
            ordered = (chosen, *(each for each in names if each != chosen))
            found.append(
                _view(
                    ordered,
                    ledger,
                    answer=answer,
                    verdict=verdict,
                    marks=marks,
                    others=others,
                    sums=sums,
                )
            )
    return tuple(found)


def bare_view(
    name: str, ledger: Ledger, built: Built, *, answer: Answer, verdict: Verdict | None
) -> MeasureView:
    """Show a measure that no claim is about."""
    names = next((each for each in _synonyms(built, answer) if name in each), (name,))
    ordered = (name, *(each for each in names if each != name))
    return _view(
        ordered,
        ledger,
        answer=answer,
        verdict=verdict,
        marks=(),
        others=(),
        sums=frozenset(),
    )


def _best_name(names: tuple[str, ...], ledger: Ledger, built: Built) -> str:
    said = {each.bound.statement.measure for each in built.observations}
    declared = ledger.network.declared

    def worth(name: str) -> tuple[bool, bool, bool, bool, int]:
        is_word = name in declared and len(declared[name].readings) > 1
        is_stock = name in ledger.network.stocks
        is_said = name in said
        return name in declared, is_stock, is_said, is_said and is_word, -names.index(name)

    return max(names, key=worth)


def _synonyms(built: Built, answer: Answer) -> Iterator[tuple[str, ...]]:
    alike: dict[object, list[str]] = {}
    for name in answer.measures:
        alike.setdefault(terms_of(built, name) or name, []).append(name)
    yield from (tuple(each) for each in alike.values())


def _spoken(built: Built) -> Mapping[object, tuple[str, ...]]:
    found: dict[object, list[str]] = {}
    for observation in built.observations:
        statement = observation.bound.statement
        if statement.claim is not None:
            key = bound_terms(built, observation.bound)
            found.setdefault(key, []).append(statement.name)
    return {key: tuple(names) for key, names in found.items()}


def _derived(built: Built) -> frozenset[str]:
    return frozenset(each.name for each in built.system.groups if each.is_derived)


def _view(
    names: tuple[str, ...],
    ledger: Ledger,
    *,
    answer: Answer,
    verdict: Verdict | None,
    marks: tuple[ClaimMark, ...],
    others: tuple[str, ...],
    sums: frozenset[str],
) -> MeasureView:
    path, day = answer.measures[names[0]], answer.system.as_of
    at = path.at(day)
    median, interval = estimate(*(float(each[at]) for each in (path.q05, path.q50, path.q95)))
    _, before = estimate(
        float(path.prior_q05[at]), float(path.prior_q05[at]), float(path.prior_q95[at])
    )
    limits: Range = (verdict.bounds if verdict else {}).get(names[0], (None, None))
    about = (*(each.claim for each in marks), *others)
    return MeasureView(
        names[0],
        names,
        definition(ledger, names[0], answer),
        path,
        median,
        interval,
        before,
        span(*limits),
        marks,
        others,
        tuple(each for each in about if each in sums),
        tuple(each for each in answer.set_aside if each in about),
        day,
    )


def definition(ledger: Ledger, name: str, answer: Answer) -> str:
    """Say what a measure is made of under an answer's readings, or what a stock or flow is."""
    written = ledger.network.written.get(name)
    if written:
        reading = answer.reading.get(name) or next(iter(written))
        return written[reading].text
    if name in ledger.network.stocks:
        return f"stock: {ledger.network.stocks[name].description or bare(name)}"
    flow = ledger.network.flows.get(name)
    return f"total passed along {bare(flow.source)} → {bare(flow.target)}" if flow else ""


def grouped(claims: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Give each claim's label and id; the rows of a table (`losses@2025-01-31`) share one label."""
    together: dict[str, list[str]] = {}
    for each in claims:
        together.setdefault(each.partition("@")[0], []).append(each)
    return tuple(
        (f"{name} ({len(ids)} rows)" if len(ids) > 1 else ids[0], ids[0])
        for name, ids in together.items()
    )
