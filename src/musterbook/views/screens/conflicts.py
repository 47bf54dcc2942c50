"""What cannot all be true: a card for each smallest set, what would mend it, who clashes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from musterbook.conflicts.results import Verdict, WayOut
from musterbook.core.quantity import format_count
from musterbook.core.records import Explanation
from musterbook.views import clashes
from musterbook.views.cards import ConflictCard
from musterbook.views.exhibits import Exhibits
from musterbook.views.report_page import answer_context, conflicts_context
from musterbook.views.screens.asking import WORDS, Asking
from musterbook.views.screens.fingerprint import fingerprint
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen, Tables, sizes_of
from musterbook.views.screens.shown import Shown
from musterbook.views.screens.way_questions import WayAsked, way_asked
from musterbook.views.sentences import meaning
from musterbook.views.table import Cell, Table, cells, table
from musterbook.views.tables_conflicts import readings_table
from musterbook.views.ways import WayView, change_words, way_view
from musterbook.views.words import bare, listed, span
from musterbook.workbench.decisions import (
    is_stale,
    sentences_of,
    standing_explanation,
    state_of,
    why_not_aside,
)

EMPTY = "Nothing has been held together yet: a case needs claims that count."
FILTERS = ("reading", "claim", "source", "with", "state")
MOST_OPEN = 4  # cards that stand open: what one reads at a sitting
MOST_WAYS = 4  # ways out that stand on a card; all of a reading stand below the cards


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a filter: its value in the address, and what is shown."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A way out as offered: `seen` names the state of its claims, `cannot` why none can be taken.

    `asked` is what there is of a fit of it by itself.
    """

    view: WayView
    asked: WayAsked
    seen: str = ""
    cannot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CardView:
    """A conflict with what the analyst said of it, and what may be done about it.

    `seen` names the state a form was made for. `changed` are members that say something else now
    than when this was worked out: nothing is offered then.
    """

    card: ConflictCard
    seen: str
    explained: Explanation | None
    is_stale: bool
    changed: tuple[str, ...]
    aside: tuple[str, ...]
    offers: tuple[Offer, ...]
    more: int = 0


Ways: TypeAlias = tuple[tuple[Verdict, tuple[Offer, ...]], ...]


def chosen_cards(worked: Exhibits, query: Query) -> tuple[ConflictCard, ...]:
    """Choose the cards that pass the filters of an address."""
    return tuple(each for each in worked.cards if _passes(each, worked, query))


def _passes(card: ConflictCard, worked: Exhibits, query: Query) -> bool:
    reading, claim, state = (query.get(name) for name in ("reading", "claim", "state"))
    source, other = query.get("source"), query.get("with")
    own = clashes.parties(card)
    if reading and card.number not in _numbers_in(reading, worked):
        return False
    if claim and claim not in card.conflict.members:
        return False
    if source and other:
        return clashes.is_between(card, source, other) and _is_in_state(card, state)
    return (not source or source in own) and _is_in_state(card, state)


def _is_in_state(card: ConflictCard, state: str) -> bool:
    is_explained = bool(card.conflict.explained)
    return not state or is_explained == (state == "explained")


def reading_key(verdict: Verdict) -> str:
    """Name a reading in an address, by what each word means."""
    return ", ".join(reading for _, reading in verdict.choice)


def _numbers_in(reading: str, worked: Exhibits) -> frozenset[int]:
    rows = (each for each in worked.readings if reading_key(each.verdict) == reading)
    return frozenset(number for row in rows for number in row.numbers)


def card_views(shown: Shown, cards: Sequence[ConflictCard], query: Query) -> tuple[CardView, ...]:
    """Give each card what stands in the files now beside it."""
    worked, bench = shown.worked, shown.bench
    assert worked is not None
    now, then = sentences_of(bench), sentences_of(worked.bench)
    aside = {each.id for each in bench.case.claims if each.set_aside}
    offers = _Offers(shown, query)
    found = []
    for card in cards:
        members = card.conflict.members
        explained = standing_explanation(bench, members)
        gone = tuple(each for each in members if each in aside)
        found.append(
            CardView(
                card,
                state_of(members, now, explanation=explained),
                explained,
                explained is not None and is_stale(explained, now),
                tuple(each for each in members if each not in gone and now.get(each) != then[each]),
                gone,
                tuple(offers.of(card.verdict, way) for way in card.ways_out[:MOST_WAYS]),
                max(0, len(card.ways_out) - MOST_WAYS),
            )
        )
    return tuple(found)


class _Offers:
    """Makes an offer of each way out; ways share members, and each member is looked at once."""

    def __init__(self, shown: Shown, query: Query) -> None:
        assert shown.worked is not None
        self.shown, self.query = shown, query
        self.worked, self.bench = shown.worked, shown.bench
        self.claims = {each.id: each for each in shown.bench.case.claims}
        self.looked: dict[str, tuple[str, str]] = {}

    def of(self, verdict: Verdict, way: WayOut) -> Offer:
        members = [self._look(each) for each in way.members]
        asked = way_asked(self.shown, self.query, verdict=verdict, way=way)
        return Offer(
            way_view(self.worked, verdict, way, spreads=asked.spreads),
            asked,
            " ".join(seen for seen, _ in members),
            tuple(cannot for _, cannot in members if cannot),
        )

    def _look(self, member: str) -> tuple[str, str]:
        if member not in self.looked:
            claim = self.claims.get(member)
            seen = fingerprint(claim) if claim is not None else ""
            self.looked[member] = (seen, why_not_aside(self.bench, member))
        return self.looked[member]


def ways_by_reading(shown: Shown, query: Query) -> Ways:
    """List every way out of every reading that passes the filter."""
    worked, offers = shown.worked, _Offers(shown, query)
    assert worked is not None
    wanted = query.get("reading")
    return tuple(
        (verdict, tuple(offers.of(verdict, way) for way in verdict.ways_out))
        for verdict in worked.conflicts.readings
        if verdict.ways_out and (not wanted or reading_key(verdict) == wanted)
    )


def options_of(worked: Exhibits, titles: dict[str, str]) -> dict[str, tuple[Option, ...]]:
    """List what each filter can be set to."""
    cards = worked.cards
    readings = (each.verdict for each in worked.readings if each.numbers and each.meanings)
    claims = sorted({name for each in cards for name in each.conflict.members})
    sources = dict.fromkeys(name for each in cards for name in clashes.parties(each))
    return {
        "reading": tuple(Option(reading_key(each), meaning(each.choice)) for each in readings),
        "claim": tuple(Option(each, each) for each in claims),
        "source": tuple(Option(each, clashes.called(each, titles)) for each in sources),
        "state": (Option("open", "not explained"), Option("explained", "explained")),
    }


def _context(shown: Shown, query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    titles = {each.name: each.title for each in shown.bench.case.sources.values()}
    cards, ways = chosen_cards(worked, query), ways_by_reading(shown, query)
    matrix = clashes.clash_matrix(clashes.clashes_of(worked.cards))
    unfiltered = Query(query.path, values={"as_of": query.get("as_of")} if query.as_of else {})
    return {
        **answer_context(worked),
        **conflicts_context(worked),
        "cards": card_views(shown, cards, query),
        "open": MOST_OPEN,
        "way_words": WORDS[Asking.WAY],
        "ways": ways,
        "filters": options_of(worked, titles),
        "filtered": [name for name in FILTERS if query.get(name)],
        "matrix": matrix,
        "called": {name: clashes.called(name, titles) for name in matrix.names},
        "addresses": {
            each.verdict.choice: f"{unfiltered.to(reading=reading_key(each.verdict))}#conflicts"
            for each in worked.readings
            if each.numbers and each.meanings
        },
        "unfiltered": unfiltered,
        "rows": sizes_of(_tables_of(shown, cards, ways=ways)),
    }


def _tables(shown: Shown, query: Query) -> Tables:
    assert shown.worked is not None
    cards = chosen_cards(shown.worked, query)
    return _tables_of(shown, cards, ways=ways_by_reading(shown, query))


def _tables_of(shown: Shown, cards: Sequence[ConflictCard], *, ways: Ways) -> Tables:
    worked = shown.worked
    assert worked is not None
    titles = {each.name: each.title for each in shown.bench.case.sources.values()}
    return {
        "conflicts": conflicts_table(cards),
        "readings": readings_table(worked.conflicts),
        "ways": ways_table(ways),
        "sources": clashes.clashes_table(clashes.clashes_of(worked.cards), titles),
    }


def conflicts_table(cards: Sequence[ConflictCard]) -> Table:
    """List the smallest sets, one a row."""
    names = "#number | members | why | #people too many | where | explained"
    return table("What cannot all be true", names, _conflict_rows(cards))


def _conflict_rows(cards: Sequence[ConflictCard]) -> Iterator[tuple[Cell, ...]]:
    for each in cards:
        yield cells(
            Cell(str(each.number), f"#{each.anchor}"),
            listed(each.conflict.members),
            each.says,
            format_count(each.conflict.short_by),
            "; ".join(each.readings),
            each.conflict.explained,
        )


def ways_table(ways: Ways) -> Table:
    """List the ways out, one a row, with what each would change."""
    names = "reading | set aside | #people | the rest leaves it | would change"
    return table("Ways out", names, _way_rows(ways))


def _way_rows(ways: Ways) -> Iterator[tuple[Cell, ...]]:
    for verdict, offers in ways:
        for offer in offers:
            view = offer.view
            yield cells(
                ", ".join(f"{bare(name)} = {reading}" for name, reading in verdict.choice),
                listed(view.way.members),
                format_count(view.way.cost),
                span(*view.way.allows) if view.way.allows else "",
                "; ".join(map(change_words, view.changes)) or view.says,
            )


CONFLICTS = Screen(
    "/conflicts",
    "Conflicts",
    "web/conflicts.html",
    _context,
    _tables,
    needs_results=True,
    empty=EMPTY,
)
