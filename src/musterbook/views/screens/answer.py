"""The first page: which readings add up, the numbers that follow, and where to look next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from musterbook.core.records import Status
from musterbook.hypotheses.words import order_words
from musterbook.views.cards import ConflictCard
from musterbook.views.exhibits import Exhibits
from musterbook.views.page_fit import answers_beside, bounds_of, figures_of
from musterbook.views.report_page import answer_context
from musterbook.views.screens.conflicts import reading_key
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen, Tables, sizes_of
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Table
from musterbook.views.tables_conflicts import readings_table
from musterbook.views.words import counted, percent

EMPTY = "Nothing has been worked out yet: a case needs claims that count."


@dataclass(frozen=True, slots=True)
class Step:
    """Something to look at next: where it is, its name, and why one would go there."""

    path: str
    name: str
    why: str


def next_steps(shown: Shown) -> Iterator[Step]:
    """Name what is worth a look, what waits for a person first."""
    case, worked = shown.bench.case, shown.worked
    waiting = sum(each.status is Status.PROPOSED for each in case.claims)
    if waiting:
        say = "waits" if waiting == 1 else "wait"
        yield Step("/reports", "Review", f"{counted(waiting, 'proposed claim')} {say} for you")
    if not case.reports:
        yield Step("/reports", "Take a report in", "every number comes out of a sentence")
    if worked is not None and worked.cards:
        left = sum(not each.conflict.explained for each in worked.cards)
        why = f"{counted(left, 'set')} of claims cannot all be true, and nobody has said why"
        yield Step("/conflicts", "Conflicts", why if left else "all of them are explained")
    yield Step("/account", "The account", "who came, went and stayed, drawn as stocks and flows")
    if case.plan.scenarios:
        yield Step("/scenarios", "What if", _asked(worked))
    if case.board.hypotheses:
        yield Step("/hypotheses", "Why", _order(shown))
    yield Step("/send", "Send it on", "one file that opens anywhere, with the network off")


def _asked(worked: Exhibits | None) -> str:
    """Answer the first question asked of the scenarios."""
    run = worked.run if worked is not None else None
    if run is None or not run.questions:
        return "what would become of the numbers under other courses"
    first = run.questions[0]
    return f"{first.ask} under “{first.scenario}”: {percent(first.probability)}"


def _order(shown: Shown) -> str:
    weighed = shown.worked.weighed if shown.worked is not None else None
    return order_words(weighed) if weighed is not None else shown.bench.case.board.question


def first_card(worked: Exhibits) -> ConflictCard | None:
    """Choose the conflict to begin with: the first that nobody has explained."""
    return next((each for each in worked.cards if not each.conflict.explained), None)


def _context(shown: Shown, query: Query) -> Context:
    worked = shown.worked
    steps = list(next_steps(shown))
    if worked is None:
        return {"exhibits": None, "next_steps": steps, "shown_claims": len(shown.bench.case.claims)}
    figures = figures_of(worked) if worked.fit is not None else ()
    has_headline = worked.fit is not None and worked.fit.headline is not None
    return {
        **answer_context(worked),
        "bounds": bounds_of(worked),
        "fit": worked.fit,
        "answer": worked.answer,
        "figures": figures if has_headline else (),
        "beside": answers_beside(worked, [each.name for each in figures]),
        "next_steps": steps,
        "first": first_card(worked),
        "sizes": sizes_of(_tables(shown, query)),
        "twin": replace(query, path="/index"),  # a path of nothing but `/` has no twin
        "addresses": {
            each.verdict.choice: query.to("/conflicts", reading=reading_key(each.verdict))
            for each in worked.readings
            if each.numbers and each.meanings
        },
    }


def _tables(shown: Shown, _query: Query) -> Tables:
    worked = shown.worked
    if worked is None:
        return {}
    tables: dict[str, Table] = {"bounds": bounds_of(worked)}
    return {**tables, "readings": readings_table(worked.conflicts)}


ANSWER = Screen("/", "The answer", "web/answer.html", _context, _tables, empty=EMPTY)
