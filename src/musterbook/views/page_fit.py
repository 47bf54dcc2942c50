"""Exhibits go in; what the fit gives a page comes out: figures, drawings, tables of answers."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from musterbook.core.quantity import round_to_uncertainty
from musterbook.core.records import Account
from musterbook.fit.results import Answer
from musterbook.views import tables_answers, tables_conflicts, tables_fit, tables_numbers
from musterbook.views.beyond import beyond_certain
from musterbook.views.diagram import diagram
from musterbook.views.exhibits import Exhibits
from musterbook.views.measures import MeasureView
from musterbook.views.sentences import meaning
from musterbook.views.table import Table
from musterbook.views.words import estimate, listed, span

MOST_FIGURES = 6  # numbers a reader takes in at the head of a page


@dataclass(frozen=True, slots=True)
class Chart:
    """A measure and its drawing."""

    view: MeasureView
    drawn: Markup

    @property
    def readout(self) -> str:
        """Its numbers in words, one entry for each knot of its median line, as JSON."""
        path = self.view.path
        entries = []
        for at, knot in enumerate(path.dates):
            low, inner_low, middle, inner_high, high = (
                float(each[at]) for each in (path.q05, path.q25, path.q50, path.q75, path.q95)
            )
            shown, ends = estimate(low, middle, high)
            inner = span(
                round_to_uncertainty(inner_low, low, high),
                round_to_uncertainty(inner_high, low, high),
            )
            entries.append([knot.isoformat(), shown, inner, ends])
        return json.dumps(entries, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer of the fit with its tables."""

    title: str
    posterior: Table
    biases: Table
    misfits: Table
    warnings: Table


def fit_context(exhibits: Exhibits, *, most: int | None = None) -> dict[str, object]:
    """Lay out what the fit gives: figures, drawings, answers with their tables.

    Where a chart has more than `most` claims they are drawn as one crowd, without links.
    """
    answer, measures = exhibits.answer, exhibits.measures
    answers = exhibits.fit.answers if exhibits.fit else ()
    return {
        "fit": exhibits.fit,
        "answer": answer,
        "heading": heading_of(answer),
        "beyond": beyond_certain(answers, exhibits.conflicts),
        "answers": [_answer(each, exhibits) for each in answers],
        "figures": figures_of(exhibits) if exhibits.fit and exhibits.fit.headline else (),
        "beside": answers_beside(exhibits, [each.name for each in exhibits.measures]),
        "charts": [
            Chart(each, drawn) for each, drawn in zip(measures, exhibits.charts(most), strict=True)
        ],
        "diagrams": list(_diagrams(exhibits, answer)) if answer else [],
    }


def heading_of(answer: Answer | None) -> str:
    """Head what the fit says: without any claim nothing adds up to anything."""
    has_claims = answer is not None and tables_fit.last_spoken_of(answer) is not None
    return "What the claims add up to" if has_claims else "What assumptions alone allow"


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


def bounds_of(exhibits: Exhibits) -> Table:
    """Bound the measures and stocks of the account that leads."""
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


def answers_beside(exhibits: Exhibits, names: Collection[str]) -> Table | None:
    """Show the answers on some measures beside each other; nothing where there is but one."""
    if exhibits.fit is None or len(exhibits.fit.answers) <= 1:
        return None
    return tables_answers.side_by_side_table(exhibits.fit, exhibits.bench.case.today, only=names)


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
